"""Twenty people who save, alone, then beside whoever sends slowly, much or nonsense.

Everything is loopback, counted, and ends by itself after the seconds given, whatever becomes of it.
"""

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from driving.program import Program
from driving.sheets import evaluations, form_token, statements
from driving.visitor import Visitor

from .session import SCHOOL_DAY, say

JUDGES = ["Ruth Adeyemi", "James Oyelaran", "Helen Marsh"]
SAVERS, SLOW, UPLOADS, WRONG = 20, 200, 50, 4
UPLOAD_BYTES = 4_000_000
MOST_MEMORY = 250


@dataclass
class Crowd:
    alone: list[float] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)
    memory: float = 0
    wrong: int = 0
    """Forms that were refused, as they should be."""
    errors: list[str] = field(default_factory=list)
    """What was answered with an error of the server's, or not at all."""

    @property
    def text(self) -> str:
        alone, beside = p99(self.alone), p99(self.beside)
        return (
            f"{SAVERS} people save: p99 {alone:.0f} ms alone ({len(self.alone)} saves), {beside:.0f} ms beside {SLOW} slow "
            f"clients, {UPLOADS} uploads and {self.wrong} wrong forms ({len(self.beside)} saves), {beside / alone:.1f} times "
            f"that alone; memory at most {self.memory:.0f} MiB")

    @property
    def faults(self) -> list[str]:
        faults = list(self.errors)
        if p99(self.beside) > 3 * p99(self.alone):
            faults.append("the p99 beside the crowd is more than three times that alone")
        if self.memory > MOST_MEMORY:
            faults.append(f"memory went beyond {MOST_MEMORY} MiB")
        return faults


def p99(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)] * 1_000


def measure(binary: Path, folder: Path, seconds: float) -> Crowd:
    program = Program(binary, str(folder / "crowd.sqlite"), folder / "crowd.log", today=SCHOOL_DAY)
    program.make()
    program.start()
    try:
        crowd = Crowd()
        savers = signed_in(program.port)
        crowd.alone = saves(savers, seconds)
        say(f"alone: {len(crowd.alone)} saves")
        end = time.monotonic() + seconds
        others = [threading.Thread(target=slow, args=(program.port, end), daemon=True) for _ in range(SLOW)]
        others += [threading.Thread(target=upload, args=(program.port, crowd), daemon=True) for _ in range(UPLOADS)]
        others += [threading.Thread(target=nonsense, args=(program.port, end, crowd), daemon=True) for _ in range(WRONG)]
        others.append(threading.Thread(target=weigh, args=(program, end, crowd), daemon=True))
        for other in others:
            other.start()
        crowd.beside = saves(savers, seconds)
        for other in others:
            other.join(30)
        return crowd
    finally:
        program.stop()


def signed_in(port: int) -> list[tuple[Visitor, str, dict[str, int]]]:
    """Savers, each with statements of their own and the version of each."""
    kept = {}
    for name in JUDGES:
        visitor = Visitor(port)
        visitor.sign_in(name)
        found = {}
        for sheet in evaluations(visitor)[:4]:
            found |= {address: one.version for address, one in statements(visitor, sheet).items()}
        kept[name] = sorted(found.items())
    savers = []
    for place in range(SAVERS):
        name = JUDGES[place % len(JUDGES)]
        share = dict(kept[name][place // len(JUDGES) :: -(-SAVERS // len(JUDGES))])
        if not share:
            raise RuntimeError(f"{name} has too few statements to judge")
        visitor = Visitor(port)
        visitor.sign_in(name)
        savers.append((visitor, form_token(visitor), share))
    return savers


def saves(savers, seconds: float) -> list[float]:
    """How long each save took; raises at the first that was not answered as a save."""
    end = time.monotonic() + seconds

    def save(saver) -> list[float]:
        visitor, token, share = saver
        times, turn = [], 0
        while time.monotonic() < end:
            address = list(share)[turn % len(share)]
            turn += 1
            fields = {
                "form-token": token, "version": str(share[address]), "level": str(turn % 4 + 1),
                "reason": f"Seen in {turn} books at {time.monotonic()}",
            }
            started = time.monotonic()
            answer = visitor.post(address, fields)
            if answer.status != 303:
                raise RuntimeError(f"a save at {address} was answered with {answer.status}")
            times.append(time.monotonic() - started)
            share[address] += 1
        return times

    with ThreadPoolExecutor(len(savers)) as pool:
        return [one for times in pool.map(save, savers) for one in times]


def slow(port: int, end: float) -> None:
    """Sends a form at a byte a second."""
    with socket.create_connection(("127.0.0.1", port), 30) as line:
        line.sendall(
            b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n\r\n")
        while time.monotonic() < end:
            try:
                line.sendall(b"a")
            except OSError:
                return
            time.sleep(1)


def upload(port: int, crowd: Crowd) -> None:
    """Sends a large file where a register is expected."""
    visitor = Visitor(port)
    visitor.sign_in("Sam Okafor")
    token = form_token(visitor, "/administration/imports/new")
    edge = "edge-of-a-part"
    body = (
        f"--{edge}\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n{token}\r\n"
        f"--{edge}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
        f"{'x' * UPLOAD_BYTES}\r\n--{edge}--\r\n").encode()
    headers = {"Content-Type": f"multipart/form-data; boundary={edge}", "Cookie": visitor.cookie}
    asking = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        asking.request("POST", "/administration/imports", body, headers)
        status = asking.getresponse().status
        if status >= 500:
            crowd.errors.append(f"an upload was answered with {status}")
    except (OSError, HTTPException) as fault:
        crowd.errors.append(f"an upload was not answered: {fault}")
    finally:
        asking.close()


def nonsense(port: int, end: float, crowd: Crowd) -> None:
    """Sends forms of as many names as a form may not have, and numbers that are none."""
    visitor = Visitor(port)
    visitor.sign_in("David Unwin")
    token = form_token(visitor)
    names = {f"name-{place}": "9223372036854775807" for place in range(10_000)}
    missing = "0" * 25
    # Written once: what this program does to send them is not the server's.
    forms = [
        (path, urlencode({"form-token": token} | fields))
        for path, fields in [("/plans", names), (f"/plans/{missing}/actions/{missing}/checks", {"instead": f"{-2**63}=x"})]
    ]
    while time.monotonic() < end:
        for path, body in forms:
            status = visitor.post_written(path, body).status
            if status >= 500:
                crowd.errors.append(f"a wrong form to {path} was answered with {status}")
            crowd.wrong += 1
        visitor.reconnect()


def weigh(program: Program, end: float, crowd: Crowd) -> None:
    while time.monotonic() < end:
        crowd.memory = max(crowd.memory, program.memory)
        time.sleep(0.25)
