"""Rules for attendance of course days."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from model.basics.formatting import day, listing, number, plural
from model.basics.frames import plain
from model.intake.records import record_names
from model.intake.records.rows import Rows
from model.intake.report import Problem
from model.intake.rules.course_days import cancelled
from model.intake.rules.ruling import Rules


def problems(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """Walk-ins, more than the plan allows from one jobcenter, and attendance dated before the day was held."""
    came = list(rows.frame["attended"])
    for record in laid[laid["at"] >= 0].itertuples():
        held = rows.background.held_on[record.course_day]
        if came[record.at] is not None and held > rows.background.today:
            yield rows.problem(record.at, f"dagen holdes først {day(held)}, så ingen kan være mødt endnu. Slet tallet "
                               "for mødte, eller ret kursusdagen.", column="attended")
        elif record.fresh and more(record.attended, record.registered):
            yield rows.problem(record.at, f"{number(record.attended)} mødte, men kun {number(record.registered)} var "
                               "tilmeldt. Ret tallet, eller skriv, hvorfor der mødte flere.", column="attended",
                               severity="advarsel")
    yield from _above_the_limit(rows, laid)
    yield from cancelled(rows, laid)


def more(some: int | None, others: int | None) -> bool:
    """Whether one count is greater than another, where both are known."""
    return some is not None and others is not None and some > others


def _above_the_limit(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """A fifth who came, came: a warning, by jobcenter and day, all roles together."""
    days = rows.background.course_days
    key = ["course_day", "jobcenter"]
    touched = laid[laid["fresh"] & (laid["at"] >= 0)][key].drop_duplicates()
    for (code, _), group in laid.merge(touched, on=key).groupby(key, sort=False):
        fresh = group[group["fresh"] & (group["at"] >= 0)]
        limit = int(days.loc[code, "most"])
        scope = "pr. mentorforløb" if days.loc[code, "kind"] == "mentor" else "pr. kursusdag"
        for column, verb in (("attended", "mødt"), ("registered", "tilmeldt")):
            counted = group[[bool(plain(value)) for value in group[column]]]
            total = sum(map(int, counted[column]))
            if total > limit:
                mine = counted.loc[counted["at"].isin(fresh["at"]), "at"]
                text = (f"{plural(total, 'person er', 'personer er')} {verb}{_by_role(rows, counted, column)}, og "
                        f"planen har plads til {number(limit)} fra hvert jobcenter {scope}. Ret tallet, eller skriv "
                        "hvorfor.")
                yield _of_all(rows, list(map(int, mine if len(mine) else fresh["at"])), text, column=column,
                              alone=len(counted) == 1)
                break


def _by_role(rows: Rows, counted: pd.DataFrame, column: str) -> str:
    """`` (jobkonsulent 3 og tovholder 2)`` where people of several roles are counted together."""
    role = rows.dataset.field("rolle")
    parts = [f"{record_names.shown(role, plain(record['role']), rows.background)} {number(int(record[column]))}"
             + ("" if record["at"] >= 0 else " i forvejen") for record in counted.to_dict("records")]
    return f" ({listing(parts)})" if len(parts) > 1 else ""


def _of_all(rows: Rows, every: Sequence[int], text: str, *, column: str, alone: bool) -> Problem:
    """A warning about all of one jobcenter on a day, at the last: of several roles it names none as if it were all.

    alone: whether it is about one record after all.
    """
    each = [rows.problem(at, text, column=column, severity="advarsel") for at in every]
    if alone:
        return each[-1]
    shared = rows.frame.iloc[every[-1]].to_dict() | {"role": None}
    numbers = sorted({problem.row for problem in each if problem.row})
    where = f" (række {listing(map(str, numbers))})" if numbers else ""
    own = record_names.beside_place(rows.dataset, shared, rows.background)
    return replace(each[-1], text=f"{record_names.label(rows.dataset, shared, rows.background)}{where}: {text}",
                   reason=record_names.beside(own, text),
                   column=listing(dict.fromkeys(problem.column for problem in each if problem.column)) or None,
                   rows=tuple(numbers) if len(numbers) > 1 else ())


RULES = Rules(problems)
