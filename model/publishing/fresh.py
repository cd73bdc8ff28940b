"""What an edition would tell that has not been told before, with whose rows it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.basics.formatting import alphabetical, listing, month_long, plural
from model.programmes.measures import PERSONS
from model.publishing.cells import Key, Told
from model.publishing.edition import Edition


@dataclass(frozen=True)
class Fresh:
    """What an edition would add. told, corrected: how many numbers for the first time, and how many anew. rows: the
    names of those who get a row of their own for its month; line: of those who are told together in it; waiting: of
    those who are to have a row of their own and have none; withheld: of those whose row is left out; anew: of those
    whose numbers are corrected.
    """

    told: int
    corrected: int
    rows: tuple[str, ...] = ()
    line: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    anew: tuple[str, ...] = ()

    @property
    def count(self) -> str:
        """»64 nye tal«, »62 nye tal og 2 rettede tal«."""
        parts = (plural(self.told, "nyt tal", "nye tal"), plural(self.corrected, "rettet tal", "rettede tal"))
        return listing(words for words, count in zip(parts, (self.told, self.corrected), strict=True) if count)


def fresh(made: Edition, before: Told) -> Fresh:
    """What an edition tells that ``before`` does not."""
    moved = [key for key in made.changed if made.told.value(key) not in (None, before.value(key))]
    new = [key for key in moved if before.value(key) is None]
    month, told, names = made.heading.month, made.told, made.names
    alone = [unit for unit in names if told.alone(unit, month) and _takes_part(made, unit)]
    row = {unit: told.cells.get(Key("unit", (unit,), PERSONS, month, month)) for unit in alone}
    line = told.line(month)
    together = line is not None and told.value(Key("line", line.units, PERSONS, month, month)) is not None
    return Fresh(
        told=len(new), corrected=len(moved) - len(new),
        rows=_named(made, (key.units[0] for key in new if key.scope == "unit" and key.measure == PERSONS
                           and key.first == month)),
        anew=_named(made, (unit for key in moved if key not in new and key.scope != "whole" for unit in key.units)),
        line=_named(made, line.units) if line is not None and together else (),
        waiting=_named(made, (unit for unit, cell in row.items() if cell is None)),
        withheld=_named(made, (unit for unit, cell in row.items() if cell is not None and cell.withheld)))


def lines(made: Edition, added: Fresh) -> tuple[str, ...]:
    """What it adds for its month, as finished Danish sentences."""
    month = month_long(made.heading.month)
    rows = plural(len(added.rows), "jobcenter får en række", "jobcentre får hver en række")
    return tuple(said for said in (
        f"{rows} for {month}: {listing(added.rows)}." if added.rows else "",
        f"Rettet: {listing(added.anew)}." if added.anew else "",
        f"{listing(added.line)} vises tilsammen for {month}." if added.line else "",
        f"{listing(added.waiting)} er ikke med for {month} endnu." if added.waiting else "",
        f"{listing(added.withheld)} er udeladt for {month}, så små tal ikke kan regnes ud." if added.withheld else "",
    ) if said)


def _takes_part(made: Edition, unit: str) -> bool:
    row = next(each for each in made.content["units"] if each["code"] == unit)
    month = made.heading.month.isoformat()
    return bool(row["from"] <= month <= row["to"])


def _named(made: Edition, units: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({made.names[unit] for unit in units}, key=alphabetical))
