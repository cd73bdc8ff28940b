"""The rule of cancelled course days: a day is cancelled, or somebody came, and never both."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from model.basics.formatting import listing, plural
from model.basics.frames import plain
from model.intake.datasets.attendance import ATTENDANCE
from model.intake.datasets.course_days import COURSE_DAYS
from model.intake.datasets.declaration import CANCELLED, Dataset
from model.intake.datasets.evaluation import EVALUATION
from model.intake.records.rows import Rows
from model.intake.report import Problem
from model.intake.rules.ruling import Rules

NAMED = 4  # jobcenters named in one sentence
COUNTED = {ATTENDANCE.name: ("attended",),
           EVALUATION.name: tuple(part.column for part in EVALUATION.fields)}  # what only a day that was held has
AFTER_ALL = "eller skriv »holdes«, hvis dagen blev holdt alligevel."


def cancelled(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """A file that says both of a day, a count of a day that stands as cancelled, and the other way about."""
    standing = _standing(rows)
    for code, group in rows.frame[rows.frame["course_day"].notna()].groupby("course_day", sort=False):
        said = {str(event): list(found.index) for event, found in group.groupby("event", sort=False)}
        if len(said) > 1:
            yield rows.problem(said[CANCELLED][0], f"dagen er både aflyst ({_where(rows, said[CANCELLED])}) og holdes "
                               f"({_where(rows, *(at for e, at in said.items() if e != CANCELLED))}). Ret den ene.",
                               column="event")
        elif said.get(CANCELLED) or (standing.get(str(code)) == CANCELLED and not said and not _taken_back(group)):
            yield from _counted(rows, str(code), group, said.get(CANCELLED, []))


def _counted(rows: Rows, code: str, group: pd.DataFrame, stated: list[int]) -> Iterator[Problem]:
    """What is counted of a cancelled day: in this file, or by what stands and this file does not take back."""
    columns = COUNTED.get(rows.dataset.name, ())
    here = [at for at in group.index if any(_count(group.loc[at], column) for column in columns)]
    if here:
        why = f"dagen er aflyst ({_where(rows, stated)})" if stated else "dagen er meldt aflyst"
        yield rows.problem(here[0], f"{why}, men der er skrevet tal for den ({_where(rows, here)}). Slet tallene, "
                           f"{AFTER_ALL}", column=next(c for c in columns if _count(group.loc[here[0]], c)))
    elif stated and (who := _who(rows, code)):
        yield rows.problem(stated[0], f"dagen kan ikke være aflyst, for der står allerede {who}. Tag først det tilbage "
                           "(skriv »..«, eller fortryd indlæsningen under Historik), eller slet »aflyst«.",
                           column="event")


def _who(rows: Rows, code: str) -> str:
    """What stands of a day that was held and is not taken back: ``fremmøde fra Skive og Viborg``; "" when nothing."""
    attended = _left(rows, ATTENDANCE, code)
    names = list(dict.fromkeys(rows.background.jobcenters.name(place) for place in attended["jobcenter"]))
    who = listing(names) if len(names) <= NAMED else plural(len(names), "jobcenter", "jobcentre")
    told = [f"fremmøde fra {who}"] if names else []
    return listing([*told, *(["tal for evalueringsskemaer"] if len(_left(rows, EVALUATION, code)) else [])])


def _left(rows: Rows, dataset: Dataset, code: str) -> pd.DataFrame:
    """The standing records of a day with a count of people who were there, as the rows leave them."""
    stands = rows.background.standing[dataset.name]
    stands = stands[stands["course_day"].eq(code)]
    keys, columns = [part.column for part in dataset.keys], COUNTED[dataset.name]
    back: dict[tuple[Any, ...], set[str]] = {}
    if rows.dataset.name == dataset.name:
        back = {tuple(plain(row[key]) for key in keys): {c for c in columns if row[f"{c}_mark"] == "missing"}
                for row in rows.frame.to_dict("records")}
    counted = [any(_count(row, column) for column in columns
                   if column not in back.get(tuple(plain(row[key]) for key in keys), ()))
               for _, row in stands.iterrows()]
    return stands[pd.Series(counted, index=stands.index, dtype=bool)]


def _count(row: pd.Series, column: str) -> bool:
    """Whether a count is known, if only to the sender."""
    return plain(row[column]) is not None or row[f"{column}_mark"] == "hidden"


def _standing(rows: Rows) -> dict[str, str]:
    frame = rows.background.standing[COURSE_DAYS.name]
    return dict(zip(frame["course_day"], frame["event"], strict=True))


def _taken_back(group: pd.DataFrame) -> bool:
    return bool(group["event_mark"].eq("missing").any())


def _where(rows: Rows, *positions: list[int]) -> str:
    """``række 2 og 3``; ``formularen`` where there are no rows."""
    found = sorted(int(rows.frame.loc[at, "row"]) for group in positions for at in group)
    return f"række {listing(map(str, found))}" if any(found) else "i formularen"


RULES = Rules(cancelled)
