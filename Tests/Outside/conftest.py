"""Fixtures: a demo trust for each test, and programs that serve it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from harness import program as programs
from harness.played_day import PLAYED_DAY

ROOT = Path(__file__).resolve().parents[2]
BINARY = ROOT / ".build" / "debug" / "termwise"


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory):
    """Willowbrook, made once."""
    database = tmp_path_factory.mktemp("demo") / "trust.sqlite"
    run("demo", "--only-make", "--database", str(database), "--today", PLAYED_DAY)
    return database


@pytest.fixture
def database(demo_database, tmp_path):
    copy = tmp_path / "trust.sqlite"
    shutil.copy(demo_database, copy)
    return copy


@pytest.fixture
def serve(database, request):
    """serve(NAME=value, …) starts the demo with these settings, as TERMWISE_NAME, and stops it when the test ends."""
    running = []

    def serve(**settings):
        log = ROOT / "var" / "test" / f"outside-{request.node.name}.log"
        command = [str(BINARY), "demo", "--database", str(database), "--today", PLAYED_DAY]
        running.append(programs.start(command, log, {f"TERMWISE_{name}": str(value) for name, value in settings.items()}))
        return running[-1]

    yield serve
    for program in running:
        programs.stop(program)


def run(*words: str) -> str:
    """What the command prints; fails with its complaint."""
    done = subprocess.run(
        [str(BINARY), *words], capture_output=True, text=True, cwd=ROOT, env=programs.environment({}), timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
