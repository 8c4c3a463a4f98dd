"""The program under test: started on a free loopback port, awaited until ready, ended as an operator ends it."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 180
STOP_SECONDS = 30


@dataclass
class Program:
    address: str
    process: subprocess.Popen
    log: Path

    def end_of_log(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-40:])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(settings: dict[str, str]) -> dict[str, str]:
    """A setting of the person who runs the tests must not change what is tested."""
    return {name: value for name, value in os.environ.items() if not name.startswith("TERMWISE_")} | settings


def start(command: list[str], log: Path, settings: dict[str, str] | None = None) -> Program:
    """Runs COMMAND with `--port` and a port added, and returns once /ready answers 200."""
    port = free_port()
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, "--port", str(port)], stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            env=environment(settings or {}),
        )  # fmt: skip
    program = Program(f"http://127.0.0.1:{port}", process, log)
    try:
        await_ready(program)
    except BaseException:
        process.kill()
        process.wait()
        raise
    return program


def await_ready(program: Program) -> None:
    last_chance = time.monotonic() + START_SECONDS
    while not answers(f"{program.address}/ready"):
        status = program.process.poll()
        assert status is None, f"the program ended with status {status} before it was ready:\n{program.end_of_log()}"
        assert time.monotonic() < last_chance, f"not ready after {START_SECONDS} s:\n{program.end_of_log()}"
        time.sleep(0.1)


def answers(address: str) -> bool:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(address, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def stop(program: Program) -> None:
    """Asks the program to end, and demands that it does so in time and with status 0."""
    program.process.send_signal(signal.SIGTERM)
    try:
        status = program.process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        program.process.kill()
        program.process.wait()
        raise AssertionError(f"still running {STOP_SECONDS} s after SIGTERM:\n{program.end_of_log()}") from None
    assert status == 0, f"status {status} after SIGTERM, and not 0:\n{program.end_of_log()}"
