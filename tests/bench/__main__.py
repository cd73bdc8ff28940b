"""``make bench``: the speed table as ratios against floors measured in the same run.

One part alone: ``python -m tests.bench pages`` (or ``file``, ``workbook``, ``snapshot``, ``paper``, ``deck``).
"""

import os
import sys
import tempfile
from pathlib import Path

from tests.bench import deck, loading, opened, paper, reading_back, workbooks
from tests.bench.timing import Row

PARTS = ("pages", "file", "workbook", "snapshot", "paper", "deck")


def main(chosen: list[str]) -> int:
    """Print the rows asked for (all by default); the exit status says whether every budget held."""
    with tempfile.TemporaryDirectory(prefix="fremdrift-bench-") as name:
        folder = Path(name)
        os.environ |= {"FREMDRIFT_DATABASE_URL": f"sqlite:///{folder / 'million.db'}", "FREMDRIFT_SAMPLE": "never"}
        print(f"{'what':<66} {'floor':>11} {'ours':>11} {'ratio':>8}  budget")
        found: list[Row] = []
        for part in chosen or PARTS:
            for row in {"pages": _pages, "file": _file, "workbook": workbooks.rows, "snapshot": _snapshot,
                        "paper": paper.rows, "deck": deck.rows}[part](folder):
                print(row, flush=True)
                found.append(row)
    return 0 if all(row.kept for row in found) else 1


def _pages(folder: Path) -> list[Row]:
    rows = opened.rows(folder)
    strict = opened.strict_floor()
    print(f"(a bare page that also tames the garbage collector takes {1000 * strict:.0f} ms)")
    return rows


def _file(folder: Path) -> list[Row]:
    return [loading.row(folder)]


def _snapshot(folder: Path) -> list[Row]:
    rows = reading_back.rows(folder)
    return [*rows, Row("cached hit of that snapshot (floor = 1 ms)", 0.001, reading_back.hit(folder), 5.0)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
