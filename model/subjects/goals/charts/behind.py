"""The figures behind a jobcenter's page: one row a month, in words, with the marks that a reader must know."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

import pandas as pd

from model.basics.formatting import day, month_key, month_long, number
from model.basics.frames import records
from model.basics.shares import decimals_beside
from model.drawing.words import judged_by, share_text
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.programmes.current import PROGRAMME
from model.programmes.measures import PERSONS, TOTAL
from model.programmes.programme import Role
from model.programmes.words import GOAL_2, SHORT_PARTS
from model.snapshot.absence import HIDDEN, MISSING, Reason
from model.snapshot.columns import figures_of
from model.snapshot.snapshot import Snapshot
from model.store.facts import EARLIER
from model.subjects.goals.figures.cohorts import cohorts
from model.subjects.goals.figures.progress import NONE, PROVISIONAL, progress

ROLES: tuple[Role, ...] = ("group", "part", "reached", "in_centre", "ended", "outcome", "outcome_beside")
PLAYING = [measure for role in ROLES for measure in PROGRAMME.playing(role)]
SHOWN = {measure.name: measure.short or measure.heading for measure in PLAYING}
CODES = ("f foreløbig · r rettet siden første indberetning · u umodent: for tidligt til at måle, og ikke med i "
         f"{GOAL_2} · tom: ikke oplyst. Et rigtigt nul står som 0. En person i både {SHORT_PARTS} tæller én gang.")
OUTCOMES = tuple(SHOWN[measure.name] for measure in PLAYING if measure.later)  # known only weeks after the month
ABSENT: dict[Reason, str] = {HIDDEN: "skjult", MISSING: "mangler"}


@dataclass(frozen=True)
class Entry:
    """One cell: the figure in words, or why there is none, and the letters of ``CODES`` that must be known of it."""

    figure: str = ""
    absent: Reason | None = None
    marks: tuple[str, ...] = ()

    def text(self, absent: Mapping[Reason, str] = ABSENT) -> str:
        """What stands in the cell; ``absent``: what is written for each reason."""
        return " ".join(part for part in (absent[self.absent] if self.absent else self.figure, *self.marks) if part)

    def __bool__(self) -> bool:
        return bool(self.figure or self.absent)


@dataclass(frozen=True)
class Behind:
    """The cells of one month, by their headings."""

    month: date
    provisional: bool
    cells: Mapping[str, Entry]


def months_behind(snapshot: Snapshot, code: str, month: date) -> list[Behind]:
    """The figures of ``code`` up to ``month``, newest month first: corrected ones marked r, unmeasurable ones u."""
    frame = progress(snapshot, code)
    frame = frame[(frame["month"] <= pd.Timestamp(month)) & frame["state"].ne(NONE)].iloc[::-1]
    entries = _entries(snapshot, code)
    young = set(_immature(snapshot, code, month))
    least = decimals_beside(int(n) for n in frame.loc[frame["activated"].notna(), "persons"].dropna())
    return [_behind(row, entries, young, least=least) for row in records(frame)]


def numbers_behind(snapshot: Snapshot, code: str, month: date) -> pd.DataFrame:
    """The same as finished texts, a row a month."""
    return pd.DataFrame([{"Måned": f"{month_long(row.month)}{' f' if row.provisional else ''}"}
                         | {title: entry.text() for title, entry in row.cells.items()}
                         for row in months_behind(snapshot, code, month)])


def behind_data(snapshot: Snapshot, code: str, month: date) -> pd.DataFrame:
    """The same figures as numbers for a file: maaned and one column per measure that is a count."""
    wide = snapshot.wide
    mine = wide.loc[wide.index.get_level_values(0) == code].droplevel(0)
    mine = mine[mine.index <= pd.Timestamp(month)]
    names = [field.name for field in MAANEDSTAL.fields if field.kind == "count" and field.name in mine]
    return mine[names].assign(maaned=[month_key(m) for m in mine.index])[["maaned", *names]].reset_index(drop=True)


def revisions(snapshot: Snapshot, code: str, month: date, *, earlier: Annotated[pd.DataFrame, EARLIER]) -> list[str]:
    """»Løntilskud, marts 2010: 12, rettet fra 10 den 3. maj 2010«, newest month first.

    ``earlier``: the frame of ``facts.earlier`` for the jobcenter. Only what a newer value has taken the place of.
    """
    now = figures_of(snapshot, code)
    now = now[now["text"].isna()]
    both = earlier.merge(now, on=["jobcenter", "month", "measure"], suffixes=("_then", ""))
    both = both[both["month"].le(pd.Timestamp(month)) & both["value_then"].ne(both["value"]).fillna(True)]
    both = both.sort_values(["upload_id_then"]).drop_duplicates(["month", "measure"], keep="last")
    ordered = both.sort_values(["month", "measure"], ascending=[False, True])
    return [f"{MAANEDSTAL.field(row['measure']).heading}, {month_long(row['month'].date())}: "
            f"{_entry(row['value'], row['mark']).text()}, rettet fra "
            f"{_entry(row['value_then'], row['mark_then']).text()} den "
            f"{day(snapshot.received[row['upload_id']].date())}"
            for _, row in ordered.iterrows()]


def _entries(snapshot: Snapshot, code: str) -> dict[tuple[pd.Timestamp, str], Entry]:
    mine = figures_of(snapshot, code)
    rows = zip(*(mine[name].tolist() for name in ("month", "measure", "value", "mark", "corrected")), strict=True)
    return {(month, measure): _entry(value, mark, marks=("r",) if corrected else ())
            for month, measure, value, mark, corrected in rows if measure in SHOWN}


def _entry(value: Any, mark: str | None, *, marks: tuple[str, ...] = ()) -> Entry:
    if not pd.isna(value):
        return Entry(number(int(value)), marks=marks)
    return Entry(absent=HIDDEN if mark == "hidden" else MISSING, marks=marks)


def _behind(row: Mapping[Any, Any], entries: Mapping[tuple[pd.Timestamp, str], Entry],
            young: set[pd.Timestamp], *, least: int) -> Behind:
    month, none = row["month"], Entry(absent=MISSING if row["state"] == MISSING else None)
    cells = {title: entries.get((month, name), none if name in (PERSONS, TOTAL) else Entry())
             for name, title in SHOWN.items()}
    if month in young:
        cells |= {title: replace(cells[title], marks=(*cells[title].marks, "u")) for title in OUTCOMES if cells[title]}
    shares = {SHOWN[PERSONS]: Entry(), "Andel": _share(row, least)}  # the share stands after the target group
    return Behind(month.date(), row["state"] == PROVISIONAL, shares | cells)


def _share(row: Mapping[Any, Any], least: int) -> Entry:
    x, n = (None if pd.isna(row[name]) else int(row[name]) for name in ("activated", "persons"))
    if x is None or n is None:
        return Entry(absent=HIDDEN if row["state"] == HIDDEN else None)
    return Entry(share_text(x, n, target=judged_by(row), least=least))


def _immature(snapshot: Snapshot, code: str, month: date) -> list[pd.Timestamp]:
    frame = cohorts(snapshot, code, month)
    return frame["month"][~frame["mature"].to_numpy() & frame["ended"].notna().to_numpy()].tolist()
