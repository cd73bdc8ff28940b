"""Keys that stand once for a whole table: in the lines above it or in the sheet's name."""

import re
from collections.abc import Iterable, Sequence

from model.basics.formatting import normalise
from model.intake.cells.cell_text import squeezed
from model.intake.cells.month_mentions import months_in
from model.intake.cells.place_text import place_of
from model.intake.datasets.declaration import Column, Dataset
from model.intake.records import day_series, record_names
from model.intake.records.background import Background
from model.intake.records.named_days import told_month
from model.intake.records.tables import Table

ALWAYS = ("course_day", "month")  # looked for wherever there are lines at all
PIECES = re.compile(r"[,;:()–]|\s-\s")
CALLED = re.compile(r"jobcent|kommune|\bjc\b", re.IGNORECASE)
TOLD = "{}»{}« står over tabellen eller i arkets navn og er læst som {}."
NEAR = "{}»{}« fremgår af filens navn eller af teksten ved tabellen og er læst som {}."


def told(part: Column, table: Table, known: Background) -> object:
    """What the lines above, or the sheet's name, say of a key; None when they say nothing, or more than one thing."""
    texts = (*table.above, table.sheet)
    if part.kind == "course_day":
        return day_series.told_day(texts, known.plan)
    if part.kind == "month":
        return told_month(texts) or table.month
    if part.kind == "jobcenter":
        return _only(place for text in texts if (place := place_in(text, known)))
    if part.kind == "choice":
        return _only(stored for text in texts if (stored := _choice(text, part)))
    return None


def names(table: Table, dataset: Dataset, known: Background) -> tuple[str, ...]:
    """The keys without a column that are, or may be, said for the whole table."""
    return tuple(key.name for key in dataset.keys if key.name not in table.names
                 and ((key.kind in ALWAYS and (table.above or table.sheet)) or told(key, table, known) is not None))


def notes(tables: Sequence[Table], dataset: Dataset, known: Background) -> list[str]:
    """How the keys that stand once are read."""
    lines = []
    for table in tables:
        where = f"Ark »{table.sheet}«: " if table.sheet else ""
        lines += [_text(key, table).format(where, key.heading, record_names.shown(key, value, known))
                  for key in dataset.keys
                  if key.name not in table.names and (value := told(key, table, known)) is not None]
    return lines


def _text(key: Column, table: Table) -> str:
    """What is told of where a key stands: a month may be in the file's name, where no line near the table has one."""
    over = {month for text in (*table.above, table.sheet) for month in months_in(text)}
    return NEAR if key.kind == "month" and not over else TOLD


def _only(values: Iterable[str]) -> str | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def place_in(text: str, known: Background) -> str | None:
    """The jobcenter that a whole line is, or that a part of it calls one: a town in a line may be where a course is."""
    aliases = known.jobcenters.aliases
    pieces = [text, *(piece for piece in PIECES.split(text) if CALLED.search(piece))]
    return _only(place for piece in pieces if (place := place_of(squeezed(piece), aliases, set(aliases.values()))))


def _choice(text: str, part: Column) -> str | None:
    plain = normalise(text).removeprefix("rolle")
    return next((stored for stored, others in (part.choices or {}).items()
                 if plain in {normalise(word) for word in (stored, *others)}), None)
