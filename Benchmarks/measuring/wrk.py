"""Runs wrk with one of our scripts and weighs what the server spent meanwhile."""

import json
import os
import subprocess
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from .trust import Trust

LOAD = Path(__file__).resolve().parents[1] / "load"


@dataclass
class Run:
    """One run; milliseconds. `cpu` and `statements` are those of one answer, server and database together."""

    rate: float
    p50: float
    p95: float
    p99: float
    cpu: float
    statements: float
    kilobytes: float
    answers: int
    memory: float

    def as_dict(self) -> dict:
        return asdict(self)


def run(trust: Trust, script: str, connections: int, seconds: float, *arguments: str) -> Run:
    threads = threads_of(connections)
    before = trust.cpu_seconds, trust.program.statements()
    out = subprocess.run(
        [
            "wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds:g}s", "--timeout", "30s", "-s",
            str(LOAD / script), trust.address, "--", *arguments,
        ],
        capture_output=True, text=True, env=os.environ | {"LUA_PATH": f"{LOAD}/?.lua;;"})
    if out.returncode:
        raise RuntimeError(f"wrk {script}: {out.stderr}")
    found = json.loads(out.stdout.strip().splitlines()[-1])
    if found["refused"] or found["broken"] or not found["answers"]:
        raise RuntimeError(f"{script} at {connections}: {found}\n{out.stdout}{out.stderr}")
    time.sleep(0.3)  # wrk leaves behind what was under way; the server finishes it
    cpu, statements = trust.cpu_seconds - before[0], trust.program.statements() - before[1]
    answers = found["answers"]
    return Run(
        rate=answers / found["seconds"], p50=found["p50"] / 1000, p95=found["p95"] / 1000, p99=found["p99"] / 1000,
        cpu=cpu * 1000 / answers, statements=statements / answers, kilobytes=found["bytes"] / answers / 1000,
        answers=answers, memory=trust.program.memory)


def threads_of(connections: int) -> int:
    return min(2, connections)
