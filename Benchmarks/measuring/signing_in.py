"""A whole staff at nine o'clock: eighty people sign in at once from one address, all with the right password."""

import os
import re
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from driving.program import ROOT, Program
from driving.visitor import Visitor

PEOPLE = 80
PASSWORD = "lantern gravel orchestra"


def measure(binary: Path, database: str, folder: Path) -> dict:
    """Seconds until the last of them was in, and how many were told to wait. The hashing is the real one."""
    program = Program(binary, database, folder / "signing-in.log")
    program.make()
    links = [invited(binary, database, number) for number in range(PEOPLE)]
    program.start()
    try:
        with ThreadPoolExecutor(PEOPLE) as everybody:
            statuses = list(everybody.map(lambda link: accept(program.port, link), links))
            if statuses != [303] * PEOPLE:
                raise RuntimeError(f"invitations were answered with {sorted(set(statuses))}")
            visitors = list(everybody.map(lambda _: at_the_door(program.port), links))
            began = time.monotonic()
            answers = list(everybody.map(lambda one: sign_in(*one), zip(visitors, range(PEOPLE))))
            seconds = time.monotonic() - began
    finally:
        program.stop()
    return {"people": PEOPLE, "seconds": seconds, "in": answers.count(303), "told to wait": answers.count(429)}


def invited(binary: Path, database: str, number: int) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TERMWISE_")}
    told = subprocess.run(
        [
            str(binary), "person", "add", "--database", database, "--name", f"Staff Member {number}", "--email",
            f"staff{number}@willowbrook.example", "--role", "trustee",
        ], check=True, capture_output=True, text=True, cwd=ROOT, env=kept).stdout
    return re.search("/invitations/[0-9a-f]{64}", told)[0]


def accept(port: int, link: str) -> int:
    visitor = Visitor(port)
    form = visitor.get(link).forms[0]
    return visitor.post(form.action, form.fields | {"password": PASSWORD, "again": PASSWORD}).status


def at_the_door(port: int) -> tuple[Visitor, dict[str, str]]:
    """A browser that nobody knows, with the sign-in page open."""
    visitor = Visitor(port)
    form = next(form for form in visitor.get("/sign-in").forms if form.action == "/sign-in")
    return visitor, form.fields


def sign_in(opened: tuple[Visitor, dict[str, str]], number: int) -> int:
    visitor, fields = opened
    words = {"email": f"staff{number}@willowbrook.example", "password": PASSWORD}
    return visitor.post("/sign-in", fields | words).status
