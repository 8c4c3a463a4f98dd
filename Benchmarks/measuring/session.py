"""One engine measured: the large trust made, started, weighed and asked; then the same with ten times the history."""

import json
import platform
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from driving.postgres import Postgres
from driving.program import ROOT, Program

from . import floors
from .operations import OPERATIONS, measured
from .trust import Trust
from .wrk import Run

# A Tuesday of term: in a holiday nothing would be due.
SCHOOL_DAY = "2026-11-24"


@dataclass
class Plan:
    connections: list[int]
    seconds: float
    times: int
    starts: int
    has_growth: bool
    trusts: list[str] = field(default_factory=lambda: ["large", "busy"])

    @classmethod
    def quick(cls) -> "Plan":
        return cls([1, 8], 2, 1, 2, False)

    @classmethod
    def whole(cls) -> "Plan":
        return cls([1, 8, 32], 4, 3, 5, True)


@dataclass
class EngineResults:
    making: float = 0
    size: float = 0
    starts: list[float] = field(default_factory=list)
    start_cpu: list[float] = field(default_factory=list)
    idle: float = 0
    loaded: float = 0
    idle_database: float = 0
    loaded_database: float = 0
    runs: dict[str, dict[int, list[Run]]] = field(default_factory=dict)
    floors: dict[str, dict] = field(default_factory=dict)
    busy_making: float = 0
    busy_size: float = 0
    growth: dict[str, dict[str, list[Run]]] = field(default_factory=dict)


class Results:
    def __init__(self, binary: Path):
        self.engines: dict[str, EngineResults] = {}
        self.imports: list[dict] = []
        self.signing_in: dict[str, dict] = {}
        git = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--abbrev=12"]
        self.about = {
            "commit": subprocess.run(git, capture_output=True, text=True).stdout.strip() or "unknown",
            "when": time.strftime("%Y-%m-%d %H:%M"), "machine": platform.platform(), "program": binary.stat().st_size,
        }

    def json(self) -> str:
        whole = {"about": self.about, "imports": self.imports, "signing in": self.signing_in}
        whole["engines"] = {name: asdict(one) for name, one in self.engines.items()}
        return json.dumps(whole, indent=1)


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def measure(binary: Path, engine: str, postgres: Postgres | None, folder: Path, plan: Plan) -> EngineResults:
    results = EngineResults()
    if "large" in plan.trusts:
        measure_large(binary, engine, postgres, folder, results, plan)
    if "busy" in plan.trusts:
        measure_busy(binary, engine, postgres, folder, results, plan)
    return results


def measure_large(
    binary: Path, engine: str, postgres: Postgres | None, folder: Path, results: EngineResults, plan: Plan
) -> None:
    program = made(binary, engine, postgres, folder, "large")
    results.making, results.size = program.making, database_size(program, postgres)
    say(f"{engine}: the large trust was made in {program.making:.1f} s")
    program.start()
    try:
        trust = Trust(program, postgres, folder)
        for _ in range(plan.starts):
            restart(trust, results)
        time.sleep(2)
        results.idle, results.idle_database = program.memory, postgres.memory if postgres else 0
        operations("large", trust, results, plan, engine)
        results.loaded_database = postgres.memory if postgres else 0
        take_floors(trust, results, plan)
        if plan.has_growth:
            grow(binary, engine, postgres, folder, trust, results, plan)
    finally:
        program.stop()


def measure_busy(
    binary: Path, engine: str, postgres: Postgres | None, folder: Path, results: EngineResults, plan: Plan
) -> None:
    program = made(binary, engine, postgres, folder, "busy", SCHOOL_DAY)
    results.busy_making, results.busy_size = program.making, database_size(program, postgres)
    say(f"{engine}: the busy trust was made in {program.making:.1f} s")
    program.start()
    try:
        trust = Trust(program, postgres, folder)
        operations("busy", trust, results, plan, engine)
        if not results.floors:
            take_floors(trust, results, plan)
    finally:
        program.stop()


def restart(trust: Trust, results: EngineResults) -> None:
    """The first good answer is a sheet, to somebody who signed in before."""
    trust.program.stop()
    sheet = trust.sheets(are_open=False, most=1)[0]
    results.starts.append(trust.program.start(sheet, trust.adviser.cookie))
    results.start_cpu.append(trust.program.cpu_seconds)
    trust.adviser.reconnect()


def made(
    binary: Path, engine: str, postgres: Postgres | None, folder: Path, size: str, today: str = ""
) -> Program:
    database = postgres.database(size) if postgres else str(folder / f"{size}.sqlite")
    program = Program(binary, database, folder / f"{engine}-{size}.log", size, today)
    program.making = program.make()
    return program


def database_size(program: Program, postgres: Postgres | None) -> float:
    """MB on the disk."""
    if postgres:
        return int(postgres.rows(program.database, "SELECT pg_database_size(current_database())")[0]) / 1e6
    return Path(program.database).stat().st_size / 1e6


def operations(size: str, trust: Trust, results: EngineResults, plan: Plan, engine: str) -> None:
    for operation in [one for one in OPERATIONS if one.size == size]:
        load = operation.prepare(trust)
        measured(trust, load, 8, 1)  # warms what is kept
        for connections in plan.connections:
            runs = [measured(trust, load, connections, plan.seconds) for _ in range(plan.times)]
            results.runs.setdefault(operation.key, {})[connections] = runs
            results.loaded = max(results.loaded, *(one.memory for one in runs))
            one = middle(runs)
            say(f"{engine} {operation.key} at {connections}: {one.rate:,.0f}/s, {one.cpu:.3f} ms CPU, p50 {one.p50:.2f} ms")


def take_floors(trust: Trust, results: EngineResults, plan: Plan) -> None:
    """A bare durable save, one by one and as many in a commit as there are connections."""
    for connections in plan.connections:
        if trust.postgres:
            found = floors.postgres(trust.postgres, trust.program.database, plan.seconds, connections)
        else:
            found = floors.sqlite(trust.folder, plan.seconds, connections)
        if found:
            results.floors[str(connections)] = found


def grow(
    binary: Path, engine: str, postgres: Postgres | None, folder: Path, trust: Trust, results: EngineResults, plan: Plan
) -> None:
    """The same operations on 1x and 10x history in turn, at 8 connections."""
    program = made(binary, engine, postgres, folder, "national")
    say(f"{engine}: ten times the history was made in {program.making:.0f} s")
    program.start()
    # Each trust keeps what it is asked for in a folder of its own.
    apart = folder / "national"
    apart.mkdir()
    try:
        sizes = {"1": trust, "10": Trust(program, postgres, apart)}
        for operation in [one for one in OPERATIONS if one.size == "large"]:
            loads = {size: operation.prepare(one) for size, one in sizes.items()}
            for size, one in sizes.items():
                measured(one, loads[size], 8, 1)
            found = results.growth.setdefault(operation.key, {"1": [], "10": []})
            for _ in range(plan.times):
                for size, one in sizes.items():
                    found[size].append(measured(one, loads[size], 8, plan.seconds))
    finally:
        program.stop()


def middle(runs: list[Run]) -> Run:
    """The run whose rate is the median one."""
    return sorted(runs, key=lambda one: one.rate)[len(runs) // 2]


def median(values: list[float]) -> float:
    return statistics.median(values) if values else 0
