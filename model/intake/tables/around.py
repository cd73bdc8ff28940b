"""What is told of the lines around a table: those above, headings that stand again, another table underneath."""

from collections.abc import Sequence

from model.basics.formatting import listing
from model.intake.columns import own_words
from model.intake.tables.area import Line

SHOWN = 60  # characters of a line


def notes(sheet: str, *, lines: Sequence[Line], repeats: Sequence[int], below: Sequence[Line]) -> list[str]:
    """A sentence for each kind of line that is not read as a row."""
    where = f"Ark »{sheet}«: " if sheet else ""
    sentences = []
    if lines:
        sentences.append(f"{where}{_rows(lines)} over overskrifterne er ikke læst som rækker (»{_first(lines)}«).")
    if repeats:
        again = listing(map(str, repeats))
        sentences.append(f"{where}Overskrifterne står igen på række {again} og er sprunget over.")
    if below:
        sentences.append(f"{where}{_rows(below)} er en anden tabel og er ikke læst (»{_first(below)}«).")
    return sentences


def _rows(lines: Sequence[Line]) -> str:
    first, last = lines[0][0], lines[-1][0]
    return f"Række {first}" if first == last else f"Række {first}–{last}"


def _first(lines: Sequence[Line]) -> str:
    return own_words.veiled(lines[0][1], SHOWN)
