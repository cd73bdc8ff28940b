"""Which character stands between the cells of a text file."""

import csv
from collections import Counter
from collections.abc import Collection

from model.basics.formatting import normalise
from model.intake.files.workbook import refusal

SEPARATORS = (";", "\t", "|", ",")
SAMPLE = 100_000  # characters looked at: less than the longest field Python's csv reader takes
ROWS = 200  # rows of them
HEADER_ROWS = 20  # rows the headings may stand in
ONE_COLUMN = ("Filen har kun én kolonne. Der skal være semikolon, komma, tabulator eller | mellem kolonnerne. Gem den "
              "fra regnearket som »CSV UTF-8 (semikolonsepareret)« eller som .xlsx.")


def separator(text: str, known_headings: Collection[str]) -> str:
    """The separator that shows most known headings, then the steadiest number of columns. Raises FileRefused."""
    known = {normalise(heading) for heading in known_headings}
    lines = _lines(text)
    scores = {mark: _score(lines, mark, known) for mark in SEPARATORS if any(mark in line for line in lines)}
    best = max(scores, key=lambda mark: scores[mark], default=None)
    if best is None or scores[best][1] == 0:
        raise refusal(ONE_COLUMN)
    return best


def _lines(text: str) -> list[str]:
    """The first lines with something in them."""
    sample = text[:SAMPLE]
    whole = sample if len(sample) == len(text) else sample[: sample.rfind("\n") + 1] or sample
    return [line for line in whole.split("\n") if line.strip()][:ROWS]


def _score(lines: list[str], mark: str, known: set[str]) -> tuple[int, float, int]:
    """(known headings on one row, share of the rows with the usual number of columns, that number)."""
    rows = list(csv.reader((line + "\n" for line in lines), delimiter=mark))
    headings = max(sum(normalise(cell) in known for cell in row) for row in rows[:HEADER_ROWS])
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0, 0.0, 0
    width, count = max(widths.items(), key=lambda found: (found[1], found[0]))
    return headings, count / len(rows), width
