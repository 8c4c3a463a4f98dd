"""A whole staff at nine o'clock: eighty people sign in at once from one address, all with the right password."""

import os
import re
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from driving.program import ROOT, Program
from driving.visitor import Visitor

PEOPLE = 80
PASSWORD = "lantern gravel orchestra"


def measure(binary: Path, database: str, folder: Path) -> dict:
    """Seconds until the last had chosen a password and until the last was in, how many were told to wait or refused
    otherwise, and memory. The hashing is the real one."""
    program = Program(binary, database, folder / "signing-in.log")
    program.make()
    links = [invited(binary, database, number) for number in range(PEOPLE)]
    program.start()
    weights, over = [program.memory], threading.Event()
    scales = threading.Thread(target=weigh, args=(program, weights, over), daemon=True)
    scales.start()
    try:
        with ThreadPoolExecutor(PEOPLE) as everybody:
            began = time.monotonic()
            statuses = list(everybody.map(lambda link: accept(program.port, link), links))
            if statuses != [303] * PEOPLE:
                raise RuntimeError(f"invitations were answered with {sorted(set(statuses))}")
            choosing = time.monotonic() - began
            visitors = list(everybody.map(lambda _: at_the_door(program.port), links))
            began = time.monotonic()
            answers = list(everybody.map(lambda one: sign_in(*one), zip(visitors, range(PEOPLE))))
            seconds = time.monotonic() - began
    finally:
        over.set()
        scales.join()
        program.stop()
    (came, waits) = (answers.count(303), answers.count(429))
    return {
        "people": PEOPLE, "choosing": choosing, "seconds": seconds, "in": came, "told to wait": waits,
        "refused": PEOPLE - came - waits, "memory": max(weights),
    }


def weigh(program: Program, weights: list[float], over: threading.Event) -> None:
    while not over.wait(0.25):
        weights.append(program.memory)


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
