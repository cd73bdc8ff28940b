"""Total rows: never jobcenters, but sums to hold the rows above against."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from model.basics.formatting import listing, month_long, number, plural
from model.intake.cells import words
from model.intake.columns.vocabulary import ALL, AVERAGE, COUNTRY, REGION
from model.intake.known import Known
from model.intake.report import Problem

GATE = 4


@dataclass(frozen=True)
class _Sum:
    """One total against the rows above that belong to it."""

    row: Any  # the total's own row of figures
    stated: int
    added: int
    open_codes: tuple[str, ...]  # hidden or not reported, so that the sum is not known
    waits: bool  # a row that may belong to it has a wrong key


def check(figures: pd.DataFrame, known: Known, lost: pd.DataFrame | None = None) -> tuple[list[Problem], list[str]]:
    """Compare every total (place ``@…``) with its jobcenters. A difference is a warning naming column and both sums.

    ``figures``: all rows of a file, totals and those left out on purpose among them, with place, month, measure, value,
    mark, fault, row, column, sheet. ``lost``: cells of rows with wrong keys, whose sums wait. Returns (warnings, what
    was used, ignored or could not be compared).
    """
    is_total = words.where(figures["place"], lambda place: place.startswith("@"))
    if not is_total.any():
        return [], []
    figures = figures.astype(dict.fromkeys(("place", "measure", "column", "sheet", "label"), object))
    totals, parts = figures[is_total], figures[~is_total]
    unread = totals["place"].isin([COUNTRY, AVERAGE])
    stated = totals[~unread & totals["value"].notna()]
    sums = [found for key, group in stated.groupby(["sheet", "month", "measure"], sort=False, dropna=False)
            for found in _compared(group, parts, known, waits=_waits(key, lost))]
    problems = [_differs(s) for s in sums if _wrong(s)]
    return problems, [*_ignored(totals[unread]), *_notes(sums, totals[~unread], known)]


def _waits(key: tuple[Any, ...], lost: pd.DataFrame | None) -> bool:
    """Whether a row with a wrong key may belong to the sums of a sheet, month and measure."""
    if lost is None:
        return False
    sheet, month, measure = key
    mine = (lost["sheet"] == sheet) & (lost["measure"] == measure) & (lost["month"].isna() | (lost["month"] == month))
    return bool((mine & ~words.where(lost["place"], lambda place: place.startswith("@"))).any())


def _compared(group: pd.DataFrame, parts: pd.DataFrame, known: Known, *, waits: bool) -> list[_Sum]:
    first = group.iloc[0]
    whole = pd.isna(first["month"])  # a sum without a month is of all months
    mine = parts[((parts["sheet"] == first["sheet"]) & (whole | (parts["month"] == first["month"]))
                  & (parts["measure"] == first["measure"])).to_numpy()]
    sums, since = [], 0
    for total in group.sort_values("row").itertuples():
        across = total.row in set(mine["row"])  # totals in a column of their own: nothing lies above
        above = mine[(mine["row"] < total.row).to_numpy()]
        above = mine if across or not len(above) else above  # a total over its rows is held against all of them
        one = _sum(total, _belonging(total.place, above, known), known, waits=waits)
        if total.place == ALL and not across and _wrong(one):
            section = _sum(total, above[(above["row"] > since).to_numpy()], known, waits=waits)
            one = section if not _wrong(section) or since else one
        since = total.row if total.place == ALL else since
        sums.append(one)
    return sums


def _belonging(scope: str, above: pd.DataFrame, known: Known) -> pd.DataFrame:
    if scope in (ALL, REGION):
        return above
    whose = above["place"] if scope[1:] in known.names else above["place"].map(known.landsdele)
    return above[whose.eq(scope[1:]).to_numpy()]


def _sum(total: Any, parts: pd.DataFrame, known: Known, *, waits: bool) -> _Sum:
    """The parts that are known added up, and the jobcenters of the total's scope whose part is not."""
    there = set(parts["place"][parts["value"].notna()])
    wanted = {c for c in known.names if total.place in (ALL, REGION) or known.landsdele[c] == total.place[1:]}
    wanted = {total.place[1:]} & set(known.names) or wanted
    unknown = wanted - there if total.place != ALL else set(parts["place"]) - there
    return _Sum(total, int(total.value), int(parts["value"].sum()), tuple(sorted(unknown)), waits)


def _wrong(total: _Sum) -> bool:
    """A difference counts when every part is known, or when the known parts alone are too many."""
    return total.stated != total.added and (not (total.open_codes or total.waits) or total.added > total.stated)


def _differs(total: _Sum) -> Problem:
    row = total.row
    month = None if pd.isna(row.month) else row.month.date()
    when = f", {month_long(month)}" if month else ""
    sums = f"{_named(row)}{when}, »{row.column}«"
    text = (f"der står {number(total.stated)}, men rækkerne giver {number(total.added)}. Kontrollér rækkerne og "
            "summen; summen gemmes ikke.")
    return Problem("advarsel", GATE, f"{sums} (række {row.row}): {text}", reason=f"{sums}: {text}",
                   sheet=row.sheet or None, row=int(row.row), column=row.column, month=month)


def _named(row: Any) -> str:
    return f"Kontrolsummen »{row.label}«"


def _ignored(unread: pd.DataFrame) -> list[str]:
    """That the country's figures and the averages are left out."""
    notes = []
    for scope, what in ((COUNTRY, "ikke et jobcenter"), (AVERAGE, "et gennemsnit eller lignende")):
        rows = unread[(unread["place"] == scope).to_numpy()]
        if len(rows):
            names = "»Hele landet«" if scope == COUNTRY else listing(f"»{n}«" for n in dict.fromkeys(rows["label"]))
            where = listing(str(row) for row in sorted(set(rows["row"])))
            notes.append(f"{names} (række {where}) er {what} og er ikke læst.")
    return notes


def _notes(sums: list[_Sum], totals: pd.DataFrame, known: Known) -> list[str]:
    names = list(dict.fromkeys(totals["label"]))
    if not names:
        return []
    open_sums = [s for s in sums if s.stated != s.added and not _wrong(s)]
    held, agreed = len(sums) - len(open_sums), sum(s.stated == s.added for s in sums)
    what = "er ikke et jobcenter og er ikke gemt" if len(names) == 1 else "er ikke jobcentre og er ikke gemt"
    used = f", men brugt som kontrolsum: {number(agreed)} af {plural(held, 'sum', 'summer')} stemmer" if held else ""
    notes = [f"{listing(f'»{n}«' for n in names)} {what}{used}."]
    for codes in dict.fromkeys(s.open_codes for s in open_sums if not s.waits):
        told = _listed(s for s in open_sums if s.open_codes == codes and not s.waits)
        notes.append(f"Ikke kontrolleret, fordi {_who(codes, known)} er skjult eller mangler: {told}.")
    if told := _listed(s for s in open_sums if s.waits):
        notes.append(f"Ikke kontrolleret, før fejlene i rækkerne er rettet: {told}.")
    unread = totals[totals["fault"].notna().to_numpy() | totals["mark"].notna().to_numpy()]
    if len(unread):
        notes.append(f"{number(len(unread))} af kontrolsummerne er ikke tal og er ikke brugt.")
    return notes


def _listed(sums: Iterable[_Sum]) -> str:
    """``»I alt« (Personer, Praktik) og »Vest« (Personer)``."""
    labels: dict[str, list[str]] = {}
    for found in sums:
        labels.setdefault(found.row.label, []).append(found.row.column)
    return listing(f"»{label}« ({', '.join(dict.fromkeys(columns))})" for label, columns in labels.items())


def _who(codes: tuple[str, ...], known: Known) -> str:
    names = [known.name(code) for code in codes]
    return f"tallet for {listing(names)}" if len(names) <= 5 else f"tallene for {number(len(names))} jobcentre"
