"""Sentences about who has reported, and the lists that *Indberetning* shows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from model.basics import settings
from model.basics.formatting import alphabetical, listing, month_long, month_short, number
from model.basics.months import last_day, shift
from model.basics.shares import percent
from model.intake.wording import months_in_words
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.approvals.figures.approved import any_of
from model.subjects.approvals.words.approved import APPROVED, short
from model.subjects.centres.figures.centre_breaks import centre_breaks
from model.subjects.goals.figures import coverage as cover
from model.subjects.goals.figures.coverage import Coverage, coverage
from model.subjects.goals.words.region import NAMED, missing_title
from model.subjects.reporting.figures.rule_breaks import rule_breaks
from model.subjects.reporting.words import reminding

WORDS = {cover.REPORTED: "indberettet", cover.MISSING: "mangler", cover.PARTIAL: "delvis (ufuldstændig)",
         cover.HIDDEN: "indberettet, tal skjult af diskretion", cover.CORRECTED: "indberettet og siden rettet",
         cover.NOT_EXPECTED: "ikke ventet"}
LETTERS = {cover.REPORTED: "✓", cover.MISSING: "m", cover.PARTIAL: "½", cover.HIDDEN: "d", cover.CORRECTED: "r",
           cover.NOT_EXPECTED: "·"}
LATE = ("s", "indberettet for sent")
TOO_LATE = ", for sent"


@dataclass(frozen=True)
class Grid:
    """The grid jobcenter × month, ready to draw: states and late (bool), rows by name, one column per month.

    approved: what each jobcenter has approved of the month that is looked at, in the order of the rows; nothing where
    none has.
    """

    states: pd.DataFrame
    late: pd.DataFrame
    months: tuple[date, ...]
    approved: tuple[str, ...] = ()
    approved_heading: str = ""


def standing(snapshot: Snapshot, month: date) -> tuple[str, str]:
    """``Skive og Aarhus mangler tal for marts 2011``, and a line: how many are in, and who where a title only counts.

    The line says too who lacks a newer month that is not the one to show yet.
    """
    heading, line = title(snapshot, month), _how_many(coverage(snapshot, month), snapshot)
    newer = cover.newer_month(snapshot)
    later = f"{title(snapshot, newer)}." if newer is not None and newer > month else ""
    return heading, f"{line} {later}".strip()


def month_to_load(snapshot: Snapshot) -> date:
    """The month a consultant works on: the newest that is being collected, or when it is complete the next one.

    An older month that is never completed does not hold the work back, nor do a few who are ahead of the others take it
    with them. Where none is collected so far, it is the one that most have reported. The campaign's first month when
    nobody has reported, its last when all is in.
    """
    begun = cover.reported_months(snapshot)
    if not begun:
        return snapshot.starts
    most = max(begun, key=lambda month: (len(coverage(snapshot, month).reported), month))
    month = next((month for month in begun if _collected(snapshot, month)), most)
    return min(shift(month, 1), snapshot.ends) if _whole(coverage(snapshot, month)) else month


def _collected(snapshot: Snapshot, month: date) -> bool:
    """Whether most have reported the month, or more have begun it than lack the one before."""
    found, before = coverage(snapshot, month), shift(month, -1)
    if 2 * len(found.reported) > found.of or before not in snapshot.months:
        return True
    earlier = coverage(snapshot, before)
    return len(found.reported) + len(found.partial) > earlier.of - len(earlier.reported)


def month_with_gaps(snapshot: Snapshot) -> date:
    """The newest month that is begun, or overdue, and that figures are missing from; none that a few are ahead with.

    When there is none, the newest that is whole, or has anything; the campaign's first when nobody has reported.
    """
    deadline, newest = settings.load().deadline_days, month_to_load(snapshot)
    gaps = (month for month in reminding.lacking_months(snapshot) if (month <= newest and _begun(snapshot, month)) or (
        deadline is not None and snapshot.data_date > last_day(month) + timedelta(days=deadline)))
    begun = cover.reported_months(snapshot)
    whole = (month for month in begun if _whole(coverage(snapshot, month)))
    return next(gaps, next(whole, next(iter(begun), snapshot.starts)))


def months_to_show(snapshot: Snapshot) -> list[date]:
    """Every month that somebody has reported or that figures are missing from, newest first."""
    return sorted({*cover.reported_months(snapshot), *reminding.lacking_months(snapshot)}, reverse=True)


def _whole(reporting: Coverage) -> bool:
    return len(reporting.reported) == reporting.of


def _begun(snapshot: Snapshot, month: date) -> bool:
    """Whether anybody has sent anything of the month."""
    found = coverage(snapshot, month)
    return bool(found.reported or found.partial)


def _how_many(reporting: Coverage, snapshot: Snapshot) -> str:
    """What a title has no room for: how many are in, the names where it only counts them, and who is in by halves."""
    if not reporting.lacking:
        return ""
    if len(reporting.missing) == reporting.of:
        return "Ingen har indberettet endnu."
    named = f"Mangler: {listing(reporting.lacking)}." if NAMED < len(reporting.lacking) <= reminding.MANY else ""
    partial = _names(snapshot, reporting.partial)
    halves = f"Kun delvis inde: {listing(partial)}." if partial else ""
    said = (f"{number(len(reporting.reported))} af {number(reporting.of)} er inde.", named, halves)
    return " ".join(filter(None, said))


def title(snapshot: Snapshot, month: date) -> str:
    """``2 jobcentre mangler tal for december 2010``, that everybody has reported, or who has of a month not over."""
    found = coverage(snapshot, month)
    if missing := missing_title(found):
        return missing
    if _whole(found):
        return f"Alle {number(found.of)} jobcentre har indberettet for {month_long(month)}"
    return f"{number(len(found.reported))} af {number(found.of)} jobcentre har indberettet for {month_long(month)}"


def covered(snapshot: Snapshot, month: date) -> str:
    """``Indberettet: 17 af 19. De 17 dækker 94 % af målgruppen.`` The share is rounded down, so it never flatters."""
    found = coverage(snapshot, month)
    first = f"Indberettet: {number(len(found.reported))} af {number(found.of)}."
    if found.share is None or not found.reported or len(found.reported) == found.of:
        return first
    who = "Det dækker" if len(found.reported) == 1 else f"De {number(len(found.reported))} dækker"
    return f"{first} {who} {percent(int(100 * found.share + 1e-9))} af målgruppen."


def grid(snapshot: Snapshot, month: date) -> Grid:
    """The grid of *Indberetning*: every month somebody should report, up to ``month`` or the newest in."""
    drawn = _grid(snapshot, _last(snapshot, month), settings.load().deadline_days)
    if not any_of(snapshot, month):
        return drawn
    codes = dict(zip(snapshot.jobcenters["name"], snapshot.jobcenters.index, strict=True))
    return replace(drawn, approved=tuple(short(snapshot, codes[name], month) for name in drawn.states.index),
                   approved_heading=f"{APPROVED} {month_short(month)}")


def _last(snapshot: Snapshot, month: date) -> date:
    return max([month, *cover.reported_months(snapshot)[:1]])


def silent_months(snapshot: Snapshot, month: date) -> str:
    """The months after the grid's last that are over and nobody has reported; empty when there are none."""
    states = cover.grid(snapshot)
    after = states.loc[:, states.columns > pd.Timestamp(_last(snapshot, month))]
    later = after.columns[after.eq(cover.MISSING).any().to_numpy()]
    return f"Ingen har indberettet for {months_in_words([m.date() for m in later])} endnu." if len(later) else ""


@remembered
def _grid(snapshot: Snapshot, last: date, deadline_days: int | None) -> Grid:
    rows = cover.cells(snapshot, deadline_days=deadline_days)
    states, late = rows["state"].unstack(level=1), rows["late"].fillna(False).astype(bool).unstack(level=1)
    used = states.columns[states.ne(cover.NOT_EXPECTED).any().to_numpy() & (states.columns <= pd.Timestamp(last))]
    order = snapshot.jobcenters["name"].sort_values(key=lambda names: names.map(alphabetical)).index
    names = snapshot.jobcenters["name"].reindex(order).tolist()
    return Grid(states.loc[order, used].set_axis(names), late.loc[order, used].set_axis(names),
                tuple(month.date() for month in used))


def grid_table(drawn: Grid) -> pd.DataFrame:
    """The grid in words, for download: the same words as a cell of the page is read aloud with."""
    words = drawn.states.apply(lambda column: column.map(WORDS))
    table = words.where(~drawn.late, words + TOO_LATE).set_axis([month_short(m) for m in drawn.months], axis=1)
    if drawn.approved:
        table[drawn.approved_heading] = drawn.approved
    return table.rename_axis("Jobcenter").reset_index()


def breaks_title(count: int) -> str:
    """``1 tal er en opringning værd``: over the rows of ``break_table``."""
    return f"{number(count)} tal er en opringning værd"


def break_table(snapshot: Snapshot) -> pd.DataFrame:
    """Stored figures that contradict each other, newest first, each with what to do; centres are named: internal."""
    figures = rule_breaks(snapshot)
    places = figures["jobcenter"].map(snapshot.jobcenters["name"]).fillna("Regionen")
    figures = figures.assign(remedy=[f"Ring til Jobcenter {place}, og spørg, hvad tallet skal være. Ret det "
                                     "under »Ret et tal«, eller bed om en ny fil." for place in places])
    breaks = pd.concat([figures, centre_breaks(snapshot)], ignore_index=True)
    breaks = breaks.sort_values("month", ascending=False, kind="stable")
    return pd.DataFrame({
        "Jobcenter": breaks["jobcenter"].map(snapshot.jobcenters["name"]).fillna("Regionen"),
        "Måned": [month_short(m) for m in breaks["month"]], "Hvad er galt": breaks["text"],
        "Gør sådan": breaks["remedy"]}).reset_index(drop=True)


def _names(snapshot: Snapshot, codes: Iterable[str]) -> list[str]:
    return sorted(snapshot.jobcenters["name"].loc[list(codes)], key=alphabetical)
