"""The operations, as runs of wrk against a served trust."""

from dataclasses import dataclass
from collections.abc import Callable

from .trust import Trust
from .wrk import Run, run, threads_of


@dataclass
class Operation:
    key: str
    says: str
    goal: str
    prepare: Callable[[Trust], "Load"]


@dataclass
class Load:
    """What wrk is told, made anew for each run where what is kept changes."""

    script: str
    arguments: Callable[[int], list[str]]


def measured(trust: Trust, load: Load, connections: int, seconds: float) -> Run:
    return run(trust, load.script, connections, seconds, *load.arguments(connections))


def reading(name: str, lines: Callable[[Trust], list[str]]) -> Callable[[Trust], Load]:
    def prepare(trust: Trust) -> Load:
        path = trust.list_of(name, lines(trust))
        return Load("read.lua", lambda _: [trust.adviser.cookie, str(path)])

    return prepare


def saving(trust: Trust) -> Load:
    sheets = trust.sheets(are_open=True, most=60)

    def arguments(connections: int) -> list[str]:
        path = trust.list_of("save", trust.judgements(sheets))
        return [trust.adviser.cookie, str(path), trust.form_token(), str(threads_of(connections))]

    return Load("save.lua", arguments)


OPERATIONS = [
    Operation(
        "floor", "static page: the style sheet, from the same server", "",
        reading("asset", lambda trust: [trust.asset()])),
    Operation(
        "a", "open a finished sheet of 120 statements: both judgements and the agreed one of each",
        "1,500/s at 8; 1.0 ms CPU", reading("finished", lambda trust: trust.sheets(are_open=False, most=400))),
    Operation(
        "a-open", "open a sheet of 120 statements to judge: a form for each", "1,500/s at 8; 1.0 ms CPU",
        reading("open", lambda trust: trust.sheets(are_open=True, most=60))),
    Operation(
        "a-304", "the same again, unchanged (ETag)", "10,000/s at 8",
        reading("tagged", lambda trust: [trust.tagged(sheet) for sheet in trust.sheets(are_open=False, most=60)])),
    Operation(
        "b", "save a judgement: durable, with its history", "2,000/s at 8, 4,000/s at 32; 0.4 ms CPU", saving),
    Operation(
        "c", "heat map of 60 schools x 12 areas", "500/s at 8; 2 ms CPU",
        reading("map", lambda trust: ["/heat-map"])),
]
