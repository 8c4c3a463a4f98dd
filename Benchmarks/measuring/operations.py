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
    size: str = "large"
    """Of the demo trust that is asked."""


@dataclass
class Load:
    """What wrk is told, made anew for each run where what is kept changes."""

    script: str
    arguments: Callable[[int], list[str]]
    longest: float = 60
    """Seconds, for what is used up."""


def measured(trust: Trust, load: Load, connections: int, seconds: float) -> Run:
    return run(trust, load.script, connections, min(seconds, load.longest), *load.arguments(connections))


def reading(name: str, lines: Callable[[Trust], list[str]], by: str = "adviser") -> Callable[[Trust], Load]:
    def prepare(trust: Trust) -> Load:
        path = trust.list_of(name, lines(trust))
        return Load("read.lua", lambda _: [getattr(trust, by).cookie, str(path)])

    return prepare


def saving(trust: Trust) -> Load:
    sheets = trust.sheets(are_open=True, most=60)

    def arguments(connections: int) -> list[str]:
        path = trust.list_of("save", trust.judgements(sheets))
        return [trust.adviser.cookie, str(path), trust.form_token(), str(threads_of(connections))]

    return Load("save.lua", arguments)


def recording(trust: Trust) -> Load:
    """Every run records the same checks, which wait again before it. A run that has recorded them all before its second
    is over counts as one of a whole second, so its rate is rather too low."""

    def arguments(connections: int) -> list[str]:
        trust.let_checks_wait_again()
        path = trust.list_of("record", trust.recordable())
        return [trust.adviser.cookie, str(path), trust.form_token(), str(threads_of(connections))]

    return Load("record.lua", arguments, longest=1)


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
    Operation(
        "today", "Today of a senior leader, one of 6,000 people with 20,000 open checks", "3,000/s at 8; 0.5 ms CPU",
        reading("today", lambda trust: ["/"], by="leader"), size="busy"),
    Operation(
        "missed", "missed checks of 80 schools, the first 50", "1,500/s at 8; 1.0 ms CPU",
        reading("missed", lambda trust: ["/checks/missed"]), size="busy"),
    Operation(
        "record", "record an impact check: durable, with its history", "2,000/s at 8; 0.4 ms CPU", recording,
        size="busy"),
    Operation(
        "agenda", "the page of a line meeting, which composes its agenda", "1,500/s at 8; 1.0 ms CPU",
        reading("agenda", lambda trust: trust.agendas(), by="leader"), size="busy"),
]
