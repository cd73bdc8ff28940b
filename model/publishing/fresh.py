"""What an edition would tell that has not been told before, with whose rows it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.basics.formatting import alphabetical, listing, month_long, plural
from model.programmes.measures import PERSONS
from model.publishing.added import Added, added
from model.publishing.cells import Key, PublicRecord
from model.publishing.edition import Edition


@dataclass(frozen=True)
class Fresh:
    """What an edition would add. added: the numbers. rows: the names of those who get a row of their own for its month;
    line: of those who are told together in it; waiting: of those who are to have a row of their own and have none;
    withheld: of those whose row is left out; anew: of those whose numbers are corrected.
    """

    added: Added
    rows: tuple[str, ...] = ()
    line: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    anew: tuple[str, ...] = ()


def fresh(made: Edition, before: PublicRecord) -> Fresh:
    """What an edition tells that ``before`` does not."""
    numbers = added(made, before)
    month, published, names = made.heading.month, made.published, made.names
    alone = [unit for unit in names if published.alone(unit, month) and _takes_part(made, unit)]
    row = {unit: published.cells.get(Key("unit", (unit,), PERSONS, month, month)) for unit in alone}
    line = published.line(month)
    together = line is not None and published.value(Key("line", line.units, PERSONS, month, month)) is not None
    return Fresh(
        numbers,
        rows=_named(made, (key.units[0] for key in numbers.new if key.scope == "unit" and key.measure == PERSONS
                           and key.first == month)),
        anew=_named(made, (unit for key in numbers.corrected if key.scope != "whole" for unit in key.units)),
        line=_named(made, line.units) if line is not None and together else (),
        waiting=_named(made, (unit for unit, cell in row.items() if cell is None)),
        withheld=_named(made, (unit for unit, cell in row.items() if cell is not None and cell.withheld)))


def lines(made: Edition, new: Fresh) -> tuple[str, ...]:
    """What it adds for its month, as finished Danish sentences."""
    month = month_long(made.heading.month)
    rows = plural(len(new.rows), "jobcenter får en række", "jobcentre får hver en række")
    return tuple(said for said in (
        f"{rows} for {month}: {listing(new.rows)}." if new.rows else "",
        f"Rettet: {listing(new.anew)}." if new.anew else "",
        f"{listing(new.line)} vises tilsammen for {month}." if new.line else "",
        f"{listing(new.waiting)} er ikke med for {month} endnu." if new.waiting else "",
        f"{listing(new.withheld)} er udeladt for {month}, så små tal ikke kan regnes ud." if new.withheld else "",
    ) if said)


def nothing_new(made: Edition) -> str:
    """Why there is nothing to publish, in Danish."""
    if not made.published.cells:
        return f"Der er ingen tal for {month_long(made.heading.month)}, som kan offentliggøres endnu."
    return (f"Der er intet nyt at offentliggøre for {month_long(made.heading.month)}: alt, hvad der kan siges, står i "
            "en tidligere udgivelse.")


def _takes_part(made: Edition, unit: str) -> bool:
    row = next(each for each in made.content["units"] if each["code"] == unit)
    month = made.heading.month.isoformat()
    return bool(row["from"] <= month <= row["to"])


def _named(made: Edition, units: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({made.names[unit] for unit in units}, key=alphabetical))
