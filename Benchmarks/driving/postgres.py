"""A throw-away PostgreSQL server of Scripts/postgres, with every process that belongs to it."""

import subprocess
import tempfile
from pathlib import Path

from .program import ROOT, cpu_seconds, memory


class Postgres:
    def __init__(self):
        # PostgreSQL refuses to run as root, and its owner must be able to enter the folder.
        self.folder = Path(tempfile.mkdtemp(prefix="termwise."))
        self.server = self._script("start").strip().splitlines()[-1]
        self.programs = Path(subprocess.check_output([ROOT / "Scripts/postgres", "where"], text=True).strip())

    def database(self, name: str) -> str:
        """The address of a new, empty database."""
        subprocess.run(
            [self.programs / "createdb", "--maintenance-db", self.server, "--template", "template0", name], check=True)
        return self.server.rsplit("/", 1)[0] + f"/{name}"

    def rows(self, address: str, question: str) -> list[str]:
        """The first column of an answer."""
        command = [self.programs / "psql", "--no-align", "--tuples-only", "-c", question, address]
        return subprocess.check_output(command, text=True).split("\n")[:-1]

    def change(self, address: str, sentences: list[str]) -> None:
        """In one transaction."""
        command = [self.programs / "psql", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
        for sentence in sentences:
            command += ["-c", sentence]
        subprocess.run([*command, address], check=True)

    def stop(self) -> None:
        self._script("stop")

    @property
    def cpu_seconds(self) -> float:
        return sum(cpu_seconds(pid) for pid in self._processes())

    @property
    def memory(self) -> float:
        return sum(memory(pid) for pid in self._processes())

    def _script(self, command: str) -> str:
        return subprocess.check_output([ROOT / "Scripts/postgres", command, self.folder], text=True)

    def _processes(self) -> list[int]:
        postmaster = int((self.folder / "data/postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        return [postmaster, *map(int, children)]
