"""A served large trust that is being measured: who asks, for what, and what the machine spends on it."""

import random
from pathlib import Path

from driving.postgres import Postgres
from driving.program import Program
from driving.sheets import evaluations, form_token, statements
from driving.visitor import Visitor

# The adviser judges for the trust in every school, and may read everything.
ADVISER = "Adviser"


class Trust:
    def __init__(self, program: Program, postgres: Postgres | None, folder: Path):
        self.program = program
        self.postgres = postgres
        self.folder = folder
        self.adviser = Visitor(program.port)
        self.adviser.sign_in(ADVISER)
        self.address = f"http://127.0.0.1:{program.port}"

    @property
    def cpu_seconds(self) -> float:
        return self.program.cpu_seconds + (self.postgres.cpu_seconds if self.postgres else 0)

    def sheets(self, *, are_open: bool, most: int = 60) -> list[str]:
        """Evaluations that are still judged, or such that are finished, a few drawn from each school."""
        found = []
        for sheet in self._sheets_of_schools():
            if bool(statements(self.adviser, sheet)) == are_open:
                found.append(sheet)
            if len(found) == most:
                break
        return found

    def tagged(self, path: str) -> str:
        """The address with the tag of its page, as a browser knows it that has a copy."""
        answer = self.adviser.get(path)
        tag = answer.headers["etag"]
        again = self.adviser.get(path, If_None_Match=tag)
        if again.status != 304:
            raise RuntimeError(f"{path} asked again was answered with {again.status}")
        return f"{path}\t{tag}"

    def asset(self) -> str:
        body = self.adviser.get("/evaluations").body
        start = body.index("/assets/")
        return body[start : body.index('"', start)]

    def judgements(self, sheets: list[str]) -> list[str]:
        """Every statement of the sheets with its version, one of each sheet in turn: people judge different ones."""
        kept = [list(statements(self.adviser, sheet).items()) for sheet in sheets]
        turns = max((len(one) for one in kept), default=0)
        return [
            f"{one[turn][0]}\t{one[turn][1].version}" for turn in range(turns) for one in kept if turn < len(one)
        ]

    def form_token(self) -> str:
        return form_token(self.adviser)

    def list_of(self, name: str, lines: list[str]) -> Path:
        path = self.folder / f"{name}.txt"
        path.write_text("".join(f"{line}\n" for line in lines))
        return path

    def _sheets_of_schools(self) -> list[str]:
        found = evaluations(self.adviser)
        for school in self._schools():
            found += [link for link in self.adviser.get(school).links if link.startswith("/evaluations/")]
        sheets = list(dict.fromkeys(link for link in found if link.count("/") == 2 and not link.endswith("/new")))
        random.Random(11).shuffle(sheets)
        return sheets

    def _schools(self) -> list[str]:
        links = self.adviser.get("/heat-map").links
        return list(dict.fromkeys(link for link in links if link.startswith("/schools/") and link.count("/") == 2))
