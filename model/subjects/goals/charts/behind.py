"""The figures behind a jobcenter's page: one row a month, in words, with the marks that a reader must know."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import day, month_key, month_long, number
from model.drawing.words import judged_by, share_text
from model.intake.datasets import MAANEDSTAL
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.cohorts import cohorts
from model.subjects.goals.figures.goal1 import PERSONS, TOTAL
from model.subjects.goals.figures.progress import HIDDEN, MISSING, NONE, PROVISIONAL, progress

SHOWN = {
    PERSONS: "Målgruppe", "heraf_virksomhedspraktik": "Praktik", "heraf_loentilskud": "Løntilskud",
    TOTAL: "I aktivering", "heraf_i_virksomhedscenter": "Heraf i center", "afsluttede_forloeb": "Afsluttede forløb",
    "heraf_selvforsoergende_4_uger": "Selvforsørgende", "heraf_job_eller_uddannelse_4_uger": "Job eller uddannelse"}
CODES = ("f foreløbig · r rettet siden første indberetning · u umodent: for tidligt til at måle, og ikke med i Mål 2 · "
         "tom: ikke oplyst. Et rigtigt nul står som 0. En person i både praktik og løntilskud tæller én gang.")


def numbers_behind(snapshot: Snapshot, code: str, month: date) -> pd.DataFrame:
    """Finished texts, newest month first: the figures of ``code`` up to ``month``, corrected ones marked r."""
    frame = progress(snapshot, code)
    frame = frame[(frame["month"] <= pd.Timestamp(month)) & frame["state"].ne(NONE)].iloc[::-1]
    cells = _cells(snapshot, code)
    young = set(_immature(snapshot, code, month))
    return pd.DataFrame([_row(row, cells, young) for row in frame.to_dict("records")])


def behind_data(snapshot: Snapshot, code: str, month: date) -> pd.DataFrame:
    """The same figures as numbers for a file: maaned and one column per measure that is a count."""
    wide = snapshot.wide
    mine = wide.loc[wide.index.get_level_values(0) == code].droplevel(0)
    mine = mine[mine.index <= pd.Timestamp(month)]
    names = [field.name for field in MAANEDSTAL.fields if field.kind == "count" and field.name in mine]
    return mine[names].assign(maaned=[month_key(m) for m in mine.index])[["maaned", *names]].reset_index(drop=True)


def revisions(snapshot: Snapshot, code: str, month: date, *, earlier: pd.DataFrame) -> list[str]:
    """»Løntilskud, marts 2010: 12, rettet fra 10 den 3. maj 2010«, newest month first.

    ``earlier``: the frame of ``facts.earlier`` for the jobcenter. Only what a newer value has taken the place of.
    """
    now = snapshot.figures[snapshot.figures["jobcenter"].eq(code) & snapshot.figures["text"].isna()]
    both = earlier.merge(now, on=["jobcenter", "month", "measure"], suffixes=("_then", ""))
    both = both[both["month"].le(pd.Timestamp(month)) & both["value_then"].ne(both["value"]).fillna(True)]
    both = both.sort_values(["upload_id_then"]).drop_duplicates(["month", "measure"], keep="last")
    ordered = both.sort_values(["month", "measure"], ascending=[False, True])
    return [f"{MAANEDSTAL.field(row['measure']).heading}, {month_long(row['month'].date())}: {_said(row, '')}, "
            f"rettet fra {_said(row, '_then')} den {day(snapshot.received[row['upload_id']].date())}"
            for _, row in ordered.iterrows()]


def _cells(snapshot: Snapshot, code: str) -> dict[tuple[pd.Timestamp, str], str]:
    mine = snapshot.figures[snapshot.figures["jobcenter"].eq(code) & snapshot.figures["measure"].isin(SHOWN)]
    texts = [_said(row, "") + (" r" if row["corrected"] else "") for row in mine.to_dict("records")]
    return dict(zip(zip(mine["month"], mine["measure"], strict=True), texts, strict=True))


def _said(row: Mapping[Any, Any], suffix: str) -> str:
    value, mark = row[f"value{suffix}"], row[f"mark{suffix}"]
    if not pd.isna(value):
        return number(int(value))
    return "skjult" if mark == "hidden" else "mangler"


def _row(row: Mapping[Any, Any], cells: dict[tuple[pd.Timestamp, str], str],
         young: set[pd.Timestamp]) -> dict[str, str]:
    month = row["month"]
    absent = "mangler" if row["state"] == MISSING else ""
    values = {title: cells.get((month, name), absent if name in (PERSONS, TOTAL) else "")
              for name, title in SHOWN.items()}
    if month in young:
        values |= {title: f"{values[title]} u" for title in list(SHOWN.values())[-3:] if values[title]}
    x, n = (None if pd.isna(row[name]) else int(row[name]) for name in ("activated", "persons"))
    absent_share = "skjult" if row["state"] == HIDDEN else ""
    share = absent_share if x is None or n is None else share_text(x, n, target=judged_by(row))
    provisional = " f" if row["state"] == PROVISIONAL else ""
    return {"Måned": f"{month_long(month.date())}{provisional}", SHOWN[PERSONS]: "", "Andel": share} | values


def _immature(snapshot: Snapshot, code: str, month: date) -> list[pd.Timestamp]:
    frame = cohorts(snapshot, code, month)
    return frame.loc[~frame["mature"] & frame["ended"].notna(), "month"].tolist()
