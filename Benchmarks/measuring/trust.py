"""A served large trust that is being measured: who asks, for what, and what the machine spends on it."""

import random
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from functools import cached_property
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

    @cached_property
    def leader(self) -> Visitor:
        """A senior leader who looks at what plans do and leads a line, of the school that the sign-in page offers."""
        found = self.rows(
            "SELECT person.name FROM line JOIN post ON post.seat_id = line.leader_seat_id "
            "JOIN person ON person.id = post.person_id JOIN school ON school.id = post.school_id "
            "WHERE post.role = 'senior-leader' ORDER BY school.name, line.id LIMIT 1")
        visitor = Visitor(self.program.port)
        visitor.sign_in(found[0])
        return visitor

    @property
    def cpu_seconds(self) -> float:
        return self.program.cpu_seconds + (self.postgres.cpu_seconds if self.postgres else 0)

    def sheets(self, *, are_open: bool, most: int) -> list[str]:
        """Evaluations that are still judged, or such that are finished, drawn from all."""
        total = "SELECT evaluation_id FROM evaluation_total"
        found = self.rows(total if not are_open else f"SELECT id FROM evaluation WHERE id NOT IN ({total})")
        drawn = random.Random(11).sample(sorted(found), min(most, len(found)))
        return [f"/evaluations/{one}" for one in drawn]

    def recordable(self) -> list[str]:
        """Every check that may be recorded today, with its version, in an order drawn by lot: from a week of school
        before it is due."""
        near = date.fromisoformat(self.program.today) + timedelta(7)
        found = self.rows(
            "SELECT '/checks/' || w.check_id || '/result	' || c.version FROM open_check w "
            f"JOIN impact_check c ON c.id = w.check_id WHERE w.due_on <= '{near}' ORDER BY w.check_id")
        return random.Random(11).sample(found, len(found))

    def let_checks_wait_again(self) -> None:
        """Takes back what runs of record.lua recorded; the history keeps it."""
        measured = "(SELECT check_id FROM check_result WHERE finding LIKE 'Measured:%')"
        self.change([
            "INSERT INTO open_check (check_id, seat_id, school_id, department_id, plan_id, due_on, until_on) "
            "SELECT id, seat_id, school_id, department_id, plan_id, due_on, until_on FROM impact_check "
            f"WHERE id IN {measured}",
            f"UPDATE impact_check SET version = version - 1 WHERE id IN {measured}",
            f"DELETE FROM check_result WHERE check_id IN {measured}",
        ])

    def agendas(self) -> list[str]:
        """The meetings to come of the leader's lines."""
        found = self.rows(
            "SELECT DISTINCT m.id FROM line_meeting m JOIN line l ON l.id = m.line_id "
            "JOIN post t ON t.seat_id IN (l.leader_seat_id, l.member_seat_id) JOIN person p ON p.id = t.person_id "
            f"WHERE p.name = '{self.leader.name}' AND m.meets_on >= '{self.program.today}' AND m.began_at IS NULL")
        mine = [f"/meetings/{one}" for one in found]
        return [path for path in mine if self.leader.get(path).status == 200]

    def change(self, sentences: list[str]) -> None:
        """In one transaction of the database itself, beside the program."""
        if self.postgres:
            return self.postgres.change(self.program.database, sentences)
        with closing(sqlite3.connect(self.program.database, timeout=30)) as database, database:
            for sentence in sentences:
                database.execute(sentence)

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
