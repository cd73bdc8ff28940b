"""What is told of the lines around a table: those above, headings that stand again, another table underneath."""

from collections.abc import Sequence

from model.basics.formatting import listing
from model.intake.columns import own_words
from model.intake.report import Problem
from model.intake.tables.area import Line, Placed

GATE = 2
SHOWN = 60  # characters of a line
TWO_TABLES = ("Række {}: her begynder en tabel til med sine egne overskrifter, så der er to tabeller under hinanden. "
              "Gem hver tabel i sin egen fil eller på sit eget ark, og indlæs dem hver for sig.")


def notes(table: Placed) -> list[str]:
    """A sentence for each kind of line that is not read as a row."""
    where = f"Ark »{table.sheet}«: " if table.sheet else ""
    sentences = []
    if table.lines:
        sentences.append(f"{where}{_rows(table.lines)} over overskrifterne er ikke læst som rækker "
                         f"(»{_first(table.lines)}«).")
    if table.repeats:
        sentences.append(f"{where}Overskrifterne står igen på række {listing(map(str, table.repeats))} og er sprunget "
                         "over.")
    if table.below:
        sentences.append(f"{where}{_rows(table.below)} er en anden tabel og er ikke læst (»{_first(table.below)}«).")
    return sentences


def second(table: Placed) -> list[Problem]:
    """The error that a second table stands under the first; nothing where none does."""
    if table.second is None:
        return []
    return [Problem("fejl", GATE, TWO_TABLES.format(table.second), sheet=table.sheet or None, row=table.second,
                    heads=True)]


def _rows(lines: Sequence[Line]) -> str:
    first, last = lines[0][0], lines[-1][0]
    return f"Række {first}" if first == last else f"Række {first}–{last}"


def _first(lines: Sequence[Line]) -> str:
    return own_words.veiled(lines[0][1], SHOWN)
