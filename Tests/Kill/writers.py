"""People who judge as fast as they are answered, until nobody answers any more."""

import threading
from http.client import HTTPException

from driving.sheets import form_token
from driving.visitor import Visitor
from ledger import Ledger, judged_anew


class Writers:
    """`count` threads that share the ledgers' statements, so that no two judge the same one."""

    def __init__(self, port: int, ledgers: list[Ledger], count: int, number: int):
        self.number = number
        self.answered = 0
        self.faults: list[BaseException] = []
        self.lock = threading.Lock()
        self.threads = []
        for place in range(count):
            ledger = ledgers[place % len(ledgers)]
            share = sorted(ledger.kept)[place // len(ledgers) :: -(-count // len(ledgers))]
            visitor = Visitor(port)
            visitor.sign_in(ledger.person)
            token = form_token(visitor)
            self.threads.append(
                threading.Thread(target=self._write, args=(visitor, token, ledger, share, place), daemon=True))
        for thread in self.threads:
            thread.start()

    def join(self) -> int:
        """Returns how many saves were answered, once all writers have noticed that the program is gone."""
        for thread in self.threads:
            thread.join(90)
        if self.faults:
            raise self.faults[0]
        return self.answered

    def _write(self, visitor: Visitor, token: str, ledger: Ledger, share: list[str], place: int) -> None:
        try:
            turn = 0
            while True:
                address = share[turn % len(share)]
                known = ledger.kept[address]
                reason = f"Kill {self.number}, writer {place}, turn {turn}: seen in four of six lessons, & <both> \"sides\"."
                judgement = judged_anew(known, str(turn % 4 + 1), reason)
                if not self._save(visitor, token, ledger, address, known.version, judgement):
                    return
                turn += 1
        except BaseException as fault:  # a thread's own end would pass unseen
            self.faults.append(fault)

    def _save(self, visitor: Visitor, token: str, ledger: Ledger, address: str, version: int, judgement) -> bool:
        fields = {
            "form-token": token, "version": str(version), "level": judgement.level, "reason": judgement.reason,
        }
        try:
            answer = visitor.post(address, fields)
        except (OSError, HTTPException):
            ledger.doubt(address, judgement)
            return False
        if answer.status != 303:
            raise RuntimeError(f"a save at {address} was answered with {answer.status}")
        ledger.note(address, judgement)
        with self.lock:
            self.answered += 1
        return True
