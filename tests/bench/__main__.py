"""``make bench``: the speed table as ratios against floors measured in the same run, as a table in Markdown.

One part alone: ``python -m tests.bench pages``; the parts are the names in ``PARTS``. ``--share 0.1`` spends a tenth
of the two minutes of ``fifty`` and ``processes``, of the thousand sessions of ``memory`` and of the ``hour``, to see
that they run. The hour and the processes are measured where they are named.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from tests.bench import (
    cold,
    deck,
    declared,
    fifty,
    hour,
    lasting,
    loading,
    opened,
    paper,
    processes,
    reading_back,
    workbooks,
    written,
)
from tests.bench.timing import Row, heading

PARTS = ("pages", "writes", "fifty", "cold", "history", "file", "workbook", "snapshot", "paper", "deck", "declared",
         "memory", "hour", "processes")
USUAL = PARTS[:-2]  # the hour takes as long as all others; the processes need nginx and a database server


def main(given: list[str]) -> int:
    """Print the rows asked for (the usual by default); the exit status says whether every budget held."""
    wanted = asked(given)
    known = parts(wanted.share)
    with tempfile.TemporaryDirectory(prefix="fremdrift-bench-") as name:
        folder = Path(name)
        os.environ |= {"FREMDRIFT_DATABASE_URL": f"sqlite:///{folder / 'million.db'}", "FREMDRIFT_SAMPLE": "never"}
        print(f"The machine has {os.cpu_count()} cores; its load is {os.getloadavg()[0]:.1f} as it begins.\n")
        print(heading(), flush=True)
        found = [_printed(row) for part in wanted.parts or USUAL for row in known[part](folder)]
        print(f"\nIts load is {os.getloadavg()[0]:.1f} as it ends.")
    return 0 if all(row.kept for row in found) else 1


def asked(given: list[str]) -> argparse.Namespace:
    """The parts that are named, none for the usual, and the share. Raises SystemExit for a part that is unknown."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    parser.add_argument("--share", type=float, default=1.0,
                        help="of the time of fifty and processes, the sessions of memory and the hour")
    wanted = parser.parse_args(given)
    if unknown := [part for part in wanted.parts if part not in PARTS]:  # "choices" would refuse that none is named
        parser.error(f"no such part: {', '.join(unknown)}")
    return wanted


def parts(share: float) -> dict[str, Callable[[Path], Iterable[Row]]]:
    """Every part by its name; each measures in the folder it is given. ``share``: see above."""
    return {"pages": opened.rows, "writes": written.rows, "fifty": partial(fifty.rows, share=share),
            "cold": cold.rows, "history": opened.history, "file": loading.rows, "workbook": workbooks.rows,
            "snapshot": reading_back.rows, "paper": paper.rows, "deck": deck.rows, "declared": declared.rows,
            "memory": partial(lasting.rows, share=share), "hour": partial(hour.rows, share=share),
            "processes": partial(processes.rows, share=share)}


def _printed(row: Row) -> Row:
    print(row, flush=True)
    return row


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
