"""Rows 1 and 2: a warm rerun of every page, in a real server, against the bare page in another."""

from contextlib import ExitStack
from functools import partial
from pathlib import Path

from pages.shared.navigation import MENU
from tests.bench import stage
from tests.bench.timing import Row, in_turns
from tests.bench.visitor import ROOT, Visitor, server

BARE = Path(__file__).with_name("bare.py")
TIMES, WARM = 15, 4


def rows(folder: Path) -> list[Row]:
    """The slowest page at each size, then all of them, then the slowest against the stricter floor."""
    found = []
    for size, label, budget in ((stage.REGION, "19 jobcenters x 22 months", 1.5),
                                (stage.COUNTRY, "98 jobcenters x 240 months", 3.0)):
        pages = _pages(folder, size, f"{size.jobcenters}x{size.months}", budget)
        slowest = max(pages, key=lambda row: row.ours)
        found.append(Row(f"warm rerun, slowest page, {label}", slowest.floor, slowest.ours, budget))
        found += pages
    return found


def _pages(folder: Path, size: stage.Size, name: str, budget: float) -> list[Row]:
    stage.scratch(folder, name, size).dispose()
    app = {"FREMDRIFT_DATABASE_URL": f"sqlite:///{folder / name}.db", "FREMDRIFT_SAMPLE": "never"}
    with ExitStack() as stack:
        bare = Visitor(stack.enter_context(server(BARE)))
        visitor = Visitor(stack.enter_context(server(ROOT / "dashboard.py", environment=app)))
        query = f"jobcenter={stage.CODES[0]}"
        found = []
        for entry in (entry for group in MENU.values() for entry in group):
            floor, ours = in_turns(bare.visit, partial(visitor.visit, entry.address, query), times=TIMES, warm=WARM)
            found.append(Row(f"    {entry.title}", floor, ours, budget))
        return found


def strict_floor() -> float:
    """Seconds a bare page takes that tames the garbage collector as the app does."""
    with server(BARE, environment={"BARE_FREEZE": "1"}) as port:
        visitor = Visitor(port)
        return in_turns(visitor.visit, visitor.visit, times=TIMES, warm=WARM)[0]
