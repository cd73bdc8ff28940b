"""Keys across: which of a table's columns have a course day, a role, a jobcenter or a month for a heading."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from model.intake.cells.cell_text import squeezed, written
from model.intake.records.heading_keys import FREE, HeadingKeys
from model.intake.report import Heading
from model.intake.tables.senses import NOTHING, Sense

ACROSS = "across:"  # what the keys of such headings begin with, so that a profile leaves them out


@dataclass(frozen=True)
class Across:
    """A column with keys for a heading. keys: part -> its text. stated: the part that its cells state, None: not said.

    total: its cells add up those of other columns with the same keys. computed: they are an average or the like.
    """

    position: int
    heading: str
    keys: Mapping[str, str]
    stated: str | None
    total: bool = False
    computed: bool = False


@dataclass(frozen=True)
class Layout:
    """What stands across in one table. row: the number of the row of headings. weeks: columns of single weeks."""

    columns: tuple[Across, ...] = ()
    totals: tuple[Across, ...] = ()
    weeks: tuple[Across, ...] = ()
    row: int = 0
    stubs: frozenset[int] = frozenset()  # columns whose cells say what the row's numbers are
    by_row: frozenset[str] = frozenset()  # the parts they say

    def __bool__(self) -> bool:
        """Whether anything stands across."""
        return bool(self.columns or self.weeks)

    @property
    def positions(self) -> frozenset[int]:
        """Every column that is explained by what stands across."""
        return frozenset(one.position for one in (*self.columns, *self.totals, *self.weeks)) | self.stubs

    @property
    def unsaid(self) -> tuple[Across, ...]:
        """The columns of which nothing says what their cells state."""
        return () if self.stubs else tuple(one for one in self.columns if one.stated is None)

    @property
    def names(self) -> set[str]:
        """The parts that stand across."""
        said = {name for one in self.columns for name in (*one.keys, one.stated) if name}
        return {"besatte" if name == FREE else name for name in said | self.by_row}


NONE = Layout()


def left_out(heading: Heading) -> Heading:
    """A heading that a profile leaves out: it changes from file to file, or is none of ours and yet used."""
    return replace(heading, key=f"{ACROSS}{heading.key}", guess=None)


def layout(cells: Sequence[Any], over: Sequence[Any], targets: Mapping[int, str | None], keys: HeadingKeys, *, row: int,
           told: Collection[int]) -> Layout:
    """What stands across. cells: the headings; over: those above them, or nothing. told: columns somebody explained."""
    own = [keys.sense(cell) for cell in cells]
    above = [keys.sense(cell) for cell in over] if len(over) else [NOTHING] * len(own)
    declared = {part.name: part for part in keys.dataset.parts}
    stated = {FREE, *(part.name for part in keys.dataset.stated)}
    joined = {at: _joined(one, other, stated) for at, (one, other) in enumerate(zip(own, above, strict=True))
              if at not in told}
    across = {at: said for at, said in joined.items()
              if said.keys and not said.total and not said.computed and said.column in {None, *stated}}
    down = {name for at, name in targets.items() if at not in across}
    across = {at: replace(said, keys=keys_left) for at, said in across.items()
              if (keys_left := {name: text for name, text in said.keys.items() if name not in down})}
    places = [at for at, said in across.items() if declared[next(iter(said.keys))].kind == "jobcenter"]
    across = {} if len(across) == len(places) == 1 else across
    heads = {at: _heading(cells[at], over[at] if len(over) else None) for at in joined}
    columns = tuple(Across(at, heads[at], said.keys, said.column) for at, said in across.items())
    totals = tuple(Across(at, heads[at], {k: v for k, v in said.keys.items() if k not in down}, said.column,
                          total=said.total, computed=said.computed)
                   for at, said in joined.items() if columns and at not in targets and (said.total or said.computed))
    weeks = tuple(Across(at, heads[at], {}, None) for at, said in joined.items() if said.week)
    return Layout(columns, totals, weeks, row)


def _joined(own: Sense, above: Sense, stated: Collection[str]) -> Sense:
    """A heading and the one over it together; »Kursusdag« over course days says no more than they do."""
    column = own.column or (above.column if above.column in stated else None)
    return Sense({**above.keys, **own.keys}, column, own.total or above.total, own.computed or above.computed, own.week)


def _heading(cell: Any, over: Any) -> str:
    return ", ".join(text for one in (over, cell) if (text := squeezed(written(one) or "")))
