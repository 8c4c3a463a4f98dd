"""The results as Markdown: medians of the runs, each with its spread, and the floors in the same table."""

from .operations import OPERATIONS
from .session import EngineResults, Results, median, middle
from .wrk import Run

NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}


def text(results: Results) -> str:
    about = results.about
    parts = [
        f"Measured on {about['when']}, commit {about['commit']}, {about['machine']}. Rates at 1 / 8 / 32 connections; "
        "CPU is that of server and database for one answer."
    ]
    for engine, one in results.engines.items():
        parts += [f"### {NAMES[engine]}", operations(one), floors(one, engine), growth(one), rest(one)]
    if results.imports:
        parts += ["### The national file", imports(results)]
    if results.signing_in:
        parts += ["### A whole staff at nine", "\n".join(staff(NAMES[name], one) for name, one in results.signing_in.items())]
    return "\n\n".join(part for part in parts if part) + "\n"


def staff(engine: str, one: dict) -> str:
    return (
        f"- {engine}: {one['people']} people at once, from one address. All passwords chosen by invitation after "
        f"{one['choosing']:.1f} s; with the right password {one['in']} in after {one['seconds']:.1f} s (goal 60), "
        f"{one['told to wait']} told to wait and {one['refused']} refused otherwise (goals 0); memory at most "
        f"{one['memory']:.0f} MiB.")


def operations(one: EngineResults) -> str:
    lines = [
        "| operation | answers/s | p50 ms | p95 ms | p99 ms | CPU ms | statements | kB | spread of rate | goal |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for operation in OPERATIONS:
        by_connections = one.runs.get(operation.key, {})
        if not by_connections:
            continue
        runs = [middle(each) for each in by_connections.values()]
        eight = middle(by_connections[8])
        lines.append(
            f"| {operation.key}: {operation.says} | {slashed(runs, lambda r: f'{r.rate:,.0f}')} | "
            f"{slashed(runs, lambda r: f'{r.p50:.2f}')} | {slashed(runs, lambda r: f'{r.p95:.2f}')} | "
            f"{slashed(runs, lambda r: f'{r.p99:.1f}')} | {slashed(runs, lambda r: f'{r.cpu:.3f}')} | "
            f"{eight.statements:.1f} | {eight.kilobytes:.0f} | {spread(by_connections)} | {operation.goal} |")
    return "\n".join(lines)


def slashed(runs: list[Run], show) -> str:
    return " / ".join(show(run) for run in runs)


def spread(by_connections: dict[int, list[Run]]) -> str:
    """How far the runs of one setting lie apart, the widest of them."""
    widths = [
        (max(run.rate for run in runs) - min(run.rate for run in runs)) / middle(runs).rate
        for runs in by_connections.values() if len(runs) > 1
    ]
    return f"{max(widths):.0%}" if widths else "one run"


def floors(one: EngineResults, engine: str) -> str:
    if not one.floors:
        return ""
    how = (
        "one connection in a C program, WAL, synchronous=FULL, as many rows a commit as the column says"
        if engine == "sqlite" else "pgbench with as many connections, fsync on")
    lines = [f"Floor of a save: one upsert, {how}.", "", "| | rows/s | commits/s | CPU ms a row |", "|---|---|---|---|"]
    for connections, found in one.floors.items():
        lines.append(f"| {connections} | {found['rows']:,.0f} | {found['commits']:,.0f} | {found['cpu_ms']:.3f} |")
    return "\n".join(lines)


def growth(one: EngineResults) -> str:
    if not one.growth:
        return ""
    lines = [
        "Ten times the history, at 8 connections, both sizes in turn.", "",
        "| operation | CPU ms at 1x | at 10x | ratio | statements at 1x | at 10x |", "|---|---|---|---|---|---|",
    ]
    for key, found in one.growth.items():
        small, large = (median([run.cpu for run in found[size]]) for size in ("1", "10"))
        few, many = (median([run.statements for run in found[size]]) for size in ("1", "10"))
        lines.append(f"| {key} | {small:.3f} | {large:.3f} | {large / small:.2f} | {few:.2f} | {many:.2f} |")
    return "\n".join(lines)


def rest(one: EngineResults) -> str:
    lines = ["| | | goal |", "|---|---|---|"]
    if one.making:
        lines.append(f"| start to the first good answer, seconds | {median(one.starts):.2f} | 0.25 |")
        lines.append(f"| CPU of a start, seconds | {median(one.start_cpu):.2f} | |")
        lines.append(f"| memory idle, MiB (PSS) | {one.idle:.0f} | 40 |")
    lines.append(f"| memory under load, highest seen, MiB | {one.loaded:.0f} | 100 |")
    if one.idle_database:
        lines.append(
            f"| PostgreSQL's own memory, idle and under load, MiB | {one.idle_database:.0f}, {one.loaded_database:.0f} | |")
    for name, size, making in [("large", one.size, one.making), ("busy", one.busy_size, one.busy_making)]:
        if making:
            lines.append(f"| database of the {name} trust, MB | {size:.0f} | |")
            lines.append(f"| making the {name} trust, seconds | {making:.1f} | 60 |")
    return "\n".join(lines)


def imports(results: Results) -> str:
    lines = ["| file | rows | seconds | CPU s | peak memory MiB |", "|---|---|---|---|---|"]
    for one in results.imports:
        lines.append(
            f"| {one['megabytes']} MB | {one['rows']:,} | {one['seconds']:.1f} | {one['cpu']:.1f} | {one['memory']:.0f} |")
    return "\n".join(lines)
