"""A national register of invented schools, and what it costs to look through it."""

import os
import subprocess
import time
from pathlib import Path

from driving.program import ROOT

HEADINGS = [
    "URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName", "TypeOfEstablishment (code)",
    "TypeOfEstablishment (name)", "EstablishmentStatus (code)", "EstablishmentStatus (name)", "OpenDate", "CloseDate",
    "PhaseOfEducation (code)", "PhaseOfEducation (name)", "StatutoryLowAge", "StatutoryHighAge",
    "NurseryProvision (name)", "OfficialSixthForm (code)", "OfficialSixthForm (name)", "SchoolCapacity", "CensusDate",
    "NumberOfPupils", "TrustSchoolFlag (code)", "TrustSchoolFlag (name)", "Trusts (code)", "Trusts (name)", "Town",
]
COLUMNS = 140


def write(path: Path, megabytes: int) -> int:
    """Returns the number of rows; one in forty is a school of trust 99003."""
    headings = HEADINGS + [f"Further column {number}" for number in range(len(HEADINGS), COLUMNS)]
    rows = 0
    with path.open("w", encoding="cp1252", newline="") as file:
        size = file.write(",".join(f'"{heading}"' for heading in headings) + "\r\n")
        while size < megabytes * 1_000_000:
            size += file.write(row(rows) + "\r\n")
            rows += 1
    return rows


def row(number: int) -> str:
    mine = number % 40 == 0
    trust = ["3", "Supported by a multi-academy trust", "99003", "Nightingale Schools Trust"]
    values = [
        str(200_000 + number), "855", "Leicestershire", str(1000 + number % 9000), f"Invented School, No {number}",
        "34", "Academy converter", "1", "Open", "01-09-2015", "", "2", "Primary", "4", "11", "No Nursery Classes", "2",
        "Does not have a sixth form", "420", "16-01-2025", "398", *(trust if mine else ["0", "Not applicable", "", ""]),
        "Loughborough",
    ]
    values += [f"value {place}" if place % 3 else "" for place in range(len(values), COLUMNS)]
    return ",".join(f'"{value}"' if "," in value else value for value in values)


def look_through(binary: Path, path: Path) -> dict:
    """What `termwise import schools --check` needs for a file."""
    command = [str(binary), "import", "schools", str(path), "--trust", "99003", "--check"]
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    told = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 or "Added" not in told:
        raise RuntimeError(f"the import ended with {process.returncode}:\n{told[:400]}")
    return {
        "seconds": time.monotonic() - began, "cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024,
    }


def measure(binary: Path, folder: Path, sizes: list[int]) -> list[dict]:
    """One line for each size in megabytes."""
    found = []
    for size in sizes:
        path = folder / f"register-{size}.csv"
        rows = write(path, size)
        found.append({"megabytes": size, "rows": rows} | look_through(binary, path))
        path.unlink()
    return found
