"""What one person was told is saved, to be compared with what the program shows afterwards."""

import threading
from dataclasses import replace

from driving.sheets import Kept, evaluations, statements
from driving.visitor import Visitor

# Of the demo trust Willowbrook: one judges for the trust everywhere, the others for their schools.
JUDGES = ["Ruth Adeyemi", "James Oyelaran", "Helen Marsh"]


class Ledger:
    """Statements that one person judges, each with what is known to be kept and what may have been."""

    def __init__(self, person: str, sheets: list[str], kept: dict[str, Kept]):
        self.person = person
        self.sheets = sheets
        self.kept = kept
        self.in_doubt: dict[str, list[Kept]] = {}
        self.lock = threading.Lock()

    def note(self, address: str, judgement: Kept) -> None:
        with self.lock:
            self.kept[address] = judgement

    def doubt(self, address: str, judgement: Kept) -> None:
        """It was sent, and no answer came."""
        with self.lock:
            self.in_doubt.setdefault(address, []).append(judgement)

    def compare(self, port: int) -> list[str]:
        """Returns what differs from what was answered, in sentences; then takes what is shown for known."""
        visitor = Visitor(port)
        visitor.sign_in(self.person)
        shown: dict[str, Kept] = {}
        for sheet in self.sheets:
            shown |= statements(visitor, sheet)
        faults = [fault for address, known in self.kept.items() if (fault := self._fault(address, known, shown))]
        self.kept |= shown
        self.in_doubt.clear()
        return faults

    def _fault(self, address: str, known: Kept, shown: dict[str, Kept]) -> str | None:
        found = shown.get(address)
        if found == known or found in self.in_doubt.get(address, []):
            return None
        return f"{self.person}: {address} was answered as {known}, and shows {found}"


def open_ledgers(port: int) -> list[Ledger]:
    """A ledger for each judge who has something to judge."""
    ledgers = []
    for person in JUDGES:
        visitor = Visitor(port)
        visitor.sign_in(person)
        by_sheet = {sheet: statements(visitor, sheet) for sheet in evaluations(visitor)[:12]}
        sheets = [sheet for sheet, found in by_sheet.items() if found]
        kept = {address: one for sheet in sheets for address, one in by_sheet[sheet].items()}
        if kept:
            ledgers.append(Ledger(person, sheets, kept))
    if not ledgers:
        raise RuntimeError("the demo trust has nothing open to judge")
    return ledgers


def judged_anew(known: Kept, level: str, reason: str) -> Kept:
    return replace(known, level=level, reason=reason, version=known.version + 1)
