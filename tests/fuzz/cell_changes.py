"""What people do to cells: each change takes a copy of a book and says which cells it touched."""

from collections.abc import Callable
from datetime import datetime
from random import Random

from openpyxl.utils import get_column_letter

from tests.fuzz.grids import Book, Cell, Page, number

CPR = "251248-4916"  # the number CPR-kontoret publishes for tests
MARKS = ("..", "-", "*", "<5", "n/a", "x", "NA", "nan", "NULL", "i.a.", "u.o.", "#REF!", "########", "–", "?")
DATES = (datetime(2010, 3, 1), datetime(1900, 1, 3), datetime(2010, 2, 28, 23), "31-12-2009", "2010-03-01T00:00:00Z",
         "3/1/2010", "marts 2010", "2010K1", "1-3")
HUGE = (10 ** 9, 10 ** 15, 999_999_999, 1e300, 123456.789, "1.234.567.890", "1e5", "9" * 400)
NEGATIVE = (-1, -61, "-5", "\u22127", "(12)", "5-")
FORMULAS = ("=B2+C2", "=SUM(B2:B9)", '="0779"', "'0779", "+A1", "@x", "=1+1")
ODD = ("\u200b12", "1\u00a0234", "\u0661\u0662", "A\u030arhus", "\U0001f600",
       "\u202e12", "x" * 5000, '"', "a;b", "a\nb", "\t", "12\u00b2", "１２", "½", "_x000D_", "0x1F", "12 personer",
       "1 2", "12,0", "12.5", "1.480", "100 %", "SAND", "I alt", "Hele landet", "Skive", "2010")
FORMATS = ('[<5]"<5";0', "0%", ";;;", "yyyy-mm", '"ca. "0', "0.0")

Change = Callable[[Book, Page, Random], list[Cell]]


def _some(page: Page, chance: Random, *, figures: bool = False) -> Cell:
    """A cell, mostly one that holds something."""
    held = [cell for row in page.rows for cell in row if (cell.figure if figures else cell.value is not None)]
    every = held or [cell for row in page.rows for cell in row]
    return chance.choice(every)


def _setting(values: tuple[object, ...]) -> Change:
    def change(book: Book, page: Page, chance: Random) -> list[Cell]:
        cell = _some(page, chance, figures=chance.random() < 0.6)
        cell.value = chance.choice(values)
        return [cell]
    return change


def replaced(book: Book, page: Page, chance: Random) -> list[Cell]:
    """Another plain number, in the place of a number where there is one."""
    cell = _some(page, chance, figures=chance.random() < 0.8)
    cell.value = chance.randint(0, 99)
    return [cell]


def swapped(book: Book, page: Page, chance: Random) -> list[Cell]:
    """Two cells change places."""
    one, other = _some(page, chance), _some(page, chance)
    one.value, other.value = other.value, one.value
    return [one, other]


def blanked(book: Book, page: Page, chance: Random) -> list[Cell]:
    """Nothing where something stood."""
    cell = _some(page, chance)
    cell.value = None
    return [cell]


def looked(book: Book, page: Page, chance: Random) -> list[Cell]:
    """A footnote mark, a line through, or a number format."""
    cell = _some(page, chance, figures=chance.random() < 0.7)
    cell.look = chance.choice(("raised", "struck", *FORMATS))
    return [cell]


def merged(book: Book, page: Page, chance: Random) -> list[Cell]:
    """One cell over its neighbours, which lose what they hold."""
    r, c = page.where(_some(page, chance)) or (0, 0)
    down, right = chance.choice(((1, 0), (0, 1), (1, 1), (2, 0)))
    bottom, far = min(r + down, len(page.rows) - 1), min(c + right, len(page.rows[r]) - 1)
    if (bottom, far) == (r, c):
        return []
    covered = [cell for row in page.rows[r:bottom + 1] for cell in row[c:far + 1]]
    for cell in covered[1:]:
        cell.value = None
    page.merged.append(f"{get_column_letter(c + 1)}{r + 1}:{get_column_letter(far + 1)}{bottom + 1}")
    return covered


def row_hidden(book: Book, page: Page, chance: Random) -> list[Cell]:
    """A row that a filter leaves out."""
    page.hidden.add(chance.randrange(len(page.rows)) + 1)
    return []


def row_doubled(book: Book, page: Page, chance: Random) -> list[Cell]:
    """A row stands twice, the second time right below or at the end."""
    at = chance.randrange(len(page.rows))
    again = [Cell(cell.value, look=cell.look) for cell in page.rows[at]]
    page.rows.insert(chance.choice((at + 1, len(page.rows))), again)
    return [*page.rows[at], *again]


def row_deleted(book: Book, page: Page, chance: Random) -> list[Cell]:
    """A row is gone."""
    return page.rows.pop(chance.randrange(len(page.rows))) if len(page.rows) > 1 else []


def row_emptied(book: Book, page: Page, chance: Random) -> list[Cell]:
    """An empty row stands between the others."""
    page.rows.insert(chance.randrange(len(page.rows) + 1), [Cell(None) for _ in page.rows[0]])
    return []


def column_moved(book: Book, page: Page, chance: Random) -> list[Cell]:
    """A column stands somewhere else."""
    width = min(map(len, page.rows))
    if width:
        old, new = chance.randrange(width), chance.randrange(width)
        for row in page.rows:
            row.insert(new, row.pop(old))
    return []


def heading_doubled(book: Book, page: Page, chance: Random) -> list[Cell]:
    """A heading stands over a neighbour's column too."""
    first = next((r for r, row in enumerate(page.rows) if any(cell.figure for cell in row)), 1)
    row = page.rows[max(0, first - 1)]
    one, other = chance.choice(row), chance.choice(row)
    other.value = one.value
    return [one, other]


def cpr(book: Book, page: Page, chance: Random) -> list[Cell]:
    """A person's number, which must refuse the file."""
    cell = _some(page, chance)
    cell.value = chance.choice((CPR, f"se {CPR}", CPR.replace("-", "")))
    return [cell]


CHANGES: dict[str, Change] = {
    "replaced": replaced, "swapped": swapped, "blanked": blanked, "looked": looked, "mark": _setting(MARKS),
    "date": _setting(DATES), "huge": _setting(HUGE), "negative": _setting(NEGATIVE), "formula": _setting(FORMULAS),
    "odd": _setting(ODD), "merged": merged, "row hidden": row_hidden, "row doubled": row_doubled,
    "row deleted": row_deleted, "row emptied": row_emptied, "column moved": column_moved,
    "heading doubled": heading_doubled, "cpr": cpr}
ONLY_IN_WORKBOOKS = {"looked", "merged", "row hidden"}


def is_stated(cell: Cell) -> bool:
    """Whether the cell still holds a plain number as it is shown."""
    return number(cell.value) is not None and not cell.look
