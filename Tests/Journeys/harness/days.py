"""The demo on days of its own, because what is due depends on the day, and in a holiday nothing is."""

import shutil
from pathlib import Path

from harness import program as programs
from harness.pictures import ROOT
from harness.program import Program

MONDAY = "2026-11-16"
NEXT_TERM = "2027-01-18"


class PlayedDemo:
    """A copy of the demo that was made on MONDAY, served on one day after the other."""

    def __init__(self, binary: Path, made: Path, folder: Path):
        self.binary = binary
        self.folder = Path(shutil.copytree(made, folder))
        self.running: Program | None = None

    def on(self, day: str) -> Program:
        self.end()
        log = ROOT / "var" / "test" / f"journeys-{self.folder.name}-{day}.log"
        self.running = programs.start(demo(self.binary, self.folder, day), log)
        return self.running

    def end(self) -> None:
        running, self.running = self.running, None
        if running:
            programs.stop(running)


def demo(binary: Path, folder: Path, day: str, *options: str) -> list[str]:
    return [str(binary), "demo", "--data", str(folder), "--size", "small", "--today", day, *options]
