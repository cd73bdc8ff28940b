"""``python -m tests.fuzz SECONDS [SEED]``: change files until the time is up; what failed is kept and named."""

import faulthandler
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random, SystemRandom

from sqlalchemy import Engine

from model import sample
from model.store import database, seeding
from tests.fuzz import sources, trying

STUCK = 90  # seconds after which even code that no signal stops is ended, with where it was


def main(seconds: float, seed: int) -> int:
    """Run until ``seconds`` have passed; the exit status says whether every file was handled well."""
    with tempfile.TemporaryDirectory(prefix="fremdrift-fuzz-") as name:
        os.environ |= {"FREMDRIFT_DATABASE_URL": f"sqlite:///{name}/fuzz.db", "FREMDRIFT_SAMPLE": "never"}
        engine = database.create()
        seeding.migrate(engine)
        sample.load(engine)
        sources.open_days(engine)
        kept = Path(tempfile.mkdtemp(prefix=f"fremdrift-fuzz-{seed}-"))
        print(f"seed {seed}; failing files are kept in {kept}", flush=True)
        ran, failed = _run(engine, kept, seconds=seconds, seed=seed)
        engine.dispose()
    for kind in trying.KINDS:
        print(f"{kind:<28} {sum(n for (k, _), n in ran.items() if k == kind):>7}   failed {failed[kind]:>3}   "
              + ", ".join(f"{status} {n}" for (k, status), n in sorted(ran.items()) if k == kind))
    print(f"{ran.total()} files, {failed.total()} failed (seed {seed})")
    if not failed:
        kept.rmdir()
    return 1 if failed else 0


def _run(engine: Engine, kept: Path, *, seconds: float, seed: int) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """How many ran by (kind, what became of it), and how many failed by kind."""
    ran: Counter[tuple[str, str]] = Counter()
    failed: Counter[str] = Counter()
    until = time.monotonic() + seconds
    number = 0
    while time.monotonic() < until:
        kind = trying.KINDS[number % len(trying.KINDS)]
        faulthandler.dump_traceback_later(STUCK, exit=True)
        tried = trying.attempt(engine, kind, Random(f"{seed}-{number}"))
        faulthandler.cancel_dump_traceback_later()
        ran[kind, tried.status] += 1
        if tried.findings:
            failed[kind] += 1
            _keep(kept, number, tried)
        number += 1
    return ran, failed


def _keep(folder: Path, number: int, tried: trying.Tried) -> None:
    (folder / f"{number}-{tried.name}").write_bytes(tried.content)
    (folder / f"{number}.txt").write_text("\n".join((f"{tried.kind}: {tried.name}", *tried.findings)))
    print(f"no. {number}, {tried.kind}, {tried.name}: {tried.findings[0].strip().splitlines()[-1][:160]}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SystemRandom().randrange(10 ** 9)))
