#!/usr/bin/env python3
"""Kills the program again and again while people save, and looks whether anything that was answered is lost.

Tests/Kill/run.py [--rounds N] [--engine sqlite|postgres|both] [--seed N] [--program FILE] [--writers N]

Each round writers save judgements over HTTP and note every answer; the program gets SIGKILL at a moment drawn by lot,
is started again on the same database, and every noted judgement must be there, with nothing that nobody sent; then
`termwise check` must find nothing wrong. What was under way at the kill may be there or not, but never in part.
SIGKILL takes the process, not the machine: that a commit reaches the disk is the database's promise (synchronous=FULL,
fsync), which this test does not try.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Benchmarks"), str(ROOT / "Tests/Journeys"), str(Path(__file__).resolve().parent)]

from driving.postgres import Postgres  # noqa: E402
from driving.program import Program  # noqa: E402
from harness.played_day import PLAYED_DAY  # noqa: E402
from ledger import Ledger, open_ledgers  # noqa: E402
from writers import Writers  # noqa: E402


def main() -> int:
    options = arguments()
    print(f"seed {options.seed}", flush=True)
    lots = random.Random(options.seed)
    engines = ["sqlite", "postgres"] if options.engine == "both" else [options.engine]
    passed = failed = 0
    for engine in engines:
        good, bad = on_engine(engine, options, lots)
        passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engine", choices=["sqlite", "postgres", "both"], default="both")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--program", type=Path, default=ROOT / ".build/debug/termwise")
    parser.add_argument("--writers", type=int, default=6)
    return parser.parse_args()


def on_engine(engine: str, options: argparse.Namespace, lots: random.Random) -> tuple[int, int]:
    postgres = Postgres() if engine == "postgres" else None
    try:
        with tempfile.TemporaryDirectory(prefix="termwise-kill.") as folder:
            database = postgres.database("kill") if postgres else f"{folder}/trust.sqlite"
            program = Program(options.program, database, Path(folder) / "program.log", today=PLAYED_DAY)
            program.make()
            program.start()
            try:
                return rounds(engine, program, options, lots)
            finally:
                program.kill()
    finally:
        if postgres:
            postgres.stop()


def rounds(engine: str, program: Program, options: argparse.Namespace, lots: random.Random) -> tuple[int, int]:
    """Returns how many kills lost nothing, and how many lost something."""
    ledgers = open_ledgers(program.port)
    passed = failed = 0
    for number in range(1, options.rounds + 1):
        writers = Writers(program.port, ledgers, options.writers, number)
        time.sleep(lots.uniform(0.15, 1.2))
        program.kill()
        answered = writers.join()
        again = program.start()
        faults = losses(program, ledgers)
        passed, failed = passed + (not faults), failed + bool(faults)
        told = f"{engine} kill {number}: {answered} saves answered, up again after {again:.2f} s"
        print(told + ("" if faults else ", nothing lost"), flush=True)
        for fault in faults[:20]:
            print(f"    {fault}", flush=True)
    return passed, failed


def losses(program: Program, ledgers: list[Ledger]) -> list[str]:
    faults = [fault for ledger in ledgers for fault in ledger.compare(program.port)]
    wrong = program.check()
    return faults + ([f"termwise check: {wrong.strip()}"] if wrong else [])


if __name__ == "__main__":
    sys.exit(main())
