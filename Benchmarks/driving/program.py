"""The built program as a process: started on a free loopback port, weighed, ended or killed."""

import os
import signal
import socket
import subprocess
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
METRICS_TOKEN = "measuring"
START_SECONDS = 300
TICKS = os.sysconf("SC_CLK_TCK")


class Program:
    """One server of TERMWISE. `database` is a file or a postgresql:// address, `today` the day on which it plays, the
    real one when it is empty."""

    def __init__(self, binary: Path, database: str, log: Path, size: str = "small", today: str = ""):
        self.binary = binary
        self.database = database
        self.log = log
        self.size = size
        self.today = today
        self.port = free_port()
        self.process: subprocess.Popen | None = None

    def make(self) -> float:
        """Makes the demo trust in an empty database. Returns the seconds that took."""
        started = time.monotonic()
        with self.log.open("a") as output:
            subprocess.run(
                [*self._demo, "--only-make"], check=True, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                env=self._environment, cwd=ROOT)
        return time.monotonic() - started

    def start(self, asking: str = "/sign-in", cookie: str = "") -> float:
        """Returns the seconds from the start of the process to its first good answer to ASKING."""
        started = time.monotonic()
        with self.log.open("a") as output:
            self.process = subprocess.Popen(
                [*self._demo, "--port", str(self.port)], stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                env=self._environment, cwd=ROOT)
        while not answers(self.port, asking, cookie):
            if self.process.poll() is not None:
                raise RuntimeError(f"the program ended with {self.process.returncode}; see {self.log}")
            if time.monotonic() - started > START_SECONDS:
                raise RuntimeError(f"no answer within {START_SECONDS} s; see {self.log}")
            time.sleep(0.002)
        return time.monotonic() - started

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def check(self) -> str:
        """Returns what `termwise check` says is wrong; nothing when all is well."""
        done = subprocess.run(
            [str(self.binary), "check", "--database", self.database], capture_output=True, text=True,
            env=self._environment, cwd=ROOT)
        return "" if done.returncode == 0 else done.stdout + done.stderr

    @property
    def cpu_seconds(self) -> float:
        return cpu_seconds(self.process.pid)

    @property
    def memory(self) -> float:
        return memory(self.process.pid)

    def statements(self) -> int:
        """How many sentences the program has asked of its database since it started."""
        asking = HTTPConnection("127.0.0.1", self.port, timeout=30)
        asking.request("GET", "/metrics", headers={"Authorization": f"Bearer {METRICS_TOKEN}"})
        text = asking.getresponse().read().decode()
        asking.close()
        return sum(int(line.split()[-1]) for line in text.splitlines() if line.startswith("termwise_statements_total{"))

    @property
    def _demo(self) -> list[str]:
        travelling = ["--today", self.today] if self.today else []
        return [str(self.binary), "demo", "--size", self.size, "--database", self.database, *travelling]

    @property
    def _environment(self) -> dict[str, str]:
        # A setting of the person who measures must not change what is measured.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TERMWISE_")}
        return kept | {"TERMWISE_METRICS_TOKEN": METRICS_TOKEN}

    def _end(self, how: signal.Signals) -> None:
        if self.process is None:
            return
        self.process.send_signal(how)
        try:
            self.process.wait(30)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
            self.process = None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port: int, path: str, cookie: str) -> bool:
    asking = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        asking.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        return asking.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        asking.close()


def cpu_seconds(pid: int) -> float:
    """Processor time of a process, its own and the system's for it."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(pid: int) -> float:
    """MiB of a process, what it shares with others counted by its share (PSS)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
