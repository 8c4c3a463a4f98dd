"""A served large trust that is being measured: who asks, for what, and what the machine spends on it."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from driving.postgres import Postgres
from driving.program import Program
from driving.sheets import form_token, statements
from driving.visitor import Visitor

# An adviser judges for the trust in every school, and may read everything.
ADVISER = "Dara Abbots"


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

    def sheets(self, *, are_open: bool, most: int) -> list[str]:
        """Evaluations that are still judged, or such that are finished, drawn from all."""
        total = "SELECT evaluation_id FROM evaluation_total"
        found = self.rows(total if not are_open else f"SELECT id FROM evaluation WHERE id NOT IN ({total})")
        drawn = random.Random(11).sample(sorted(found), min(most, len(found)))
        return [f"/evaluations/{one}" for one in drawn]

    def rows(self, question: str) -> list[str]:
        """The first column of an answer, asked of the database itself."""
        if self.postgres:
            return self.postgres.rows(self.program.database, question)
        with closing(sqlite3.connect(f"file:{self.program.database}?mode=ro", uri=True)) as database:
            return [row[0] for row in database.execute(question)]

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
