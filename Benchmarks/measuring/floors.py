"""What the databases themselves need for a durable save, without us: the floor beside operation b."""

import json
import shutil
import subprocess
from pathlib import Path

from driving.postgres import Postgres

FLOOR = Path(__file__).resolve().parents[1] / "floor"


def sqlite(folder: Path, seconds: float, group: int) -> dict | None:
    """One connection with GROUP rows a commit. Nothing where there is no C compiler."""
    compiler = next((name for name in ["cc", "gcc", "clang"] if shutil.which(name)), None)
    if compiler is None:
        return None
    program = folder / "commit"
    if not program.exists():
        subprocess.run([compiler, "-O2", "-o", program, FLOOR / "commit.c", "-lsqlite3"], check=True)
    file = folder / "floor.sqlite"
    out = subprocess.check_output([program, file, f"{seconds}", str(group)], text=True)
    return json.loads(out)


def postgres(server: Postgres, address: str, seconds: float, connections: int) -> dict:
    """pgbench with one upsert a transaction, its statement prepared, fsync on."""
    table = (
        "CREATE TABLE IF NOT EXISTS floor_judgement (item BIGINT PRIMARY KEY, level BIGINT NOT NULL, "
        "reason TEXT NOT NULL, version BIGINT NOT NULL, judged_at TEXT NOT NULL)")
    subprocess.run([server.programs / "psql", "--quiet", "-c", table, address], check=True, stderr=subprocess.DEVNULL)
    before = server.cpu_seconds
    out = subprocess.check_output(
        [
            server.programs / "pgbench", "--no-vacuum", "--protocol=prepared", f"--file={FLOOR / 'commit.sql'}",
            f"--client={connections}", f"--jobs={min(2, connections)}", f"--time={max(1, round(seconds))}", address,
        ],
        text=True, stderr=subprocess.DEVNULL)
    rate = next(float(line.split()[2]) for line in out.splitlines() if line.startswith("tps"))
    done = next(int(line.split(":")[1].split("/")[0]) for line in out.splitlines() if "actually processed" in line)
    return {"rows": rate, "commits": rate, "cpu_ms": (server.cpu_seconds - before) * 1000 / done}
