"""Rules for attendance and evaluations of course days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from model.basics.formatting import capital, day, listing, number, plural
from model.intake.datasets.evaluation import EVALUATION
from model.intake.records import telling
from model.intake.records.rows import Rows, plain
from model.intake.report import Problem
from model.intake.rules.cancelled_rules import cancelled

SCORES = [f"score_{n}" for n in range(1, 6)]


def attendance(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """Walk-ins, more than the plan allows from one jobcenter, and attendance dated before the day was held."""
    came = list(rows.frame["attended"])
    for record in laid[laid["at"] >= 0].itertuples():
        held = rows.background.held_on[record.course_day]
        if came[record.at] is not None and held > rows.background.today:
            yield rows.problem(record.at, f"dagen holdes først {day(held)}, så ingen kan være mødt endnu. Slet tallet "
                               "for mødte, eller ret kursusdagen.", column="attended")
        elif record.fresh and _more(record.attended, record.registered):
            yield rows.problem(record.at, f"{number(record.attended)} mødte, men kun {number(record.registered)} var "
                               "tilmeldt. Ret tallet, eller skriv, hvorfor der mødte flere.", column="attended",
                               severity="advarsel")
    yield from _above_the_limit(rows, laid)
    yield from cancelled(rows, laid)


def _more(some: int | None, others: int | None) -> bool:
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
    parts = [f"{telling.shown(role, plain(record['role']), rows.background)} {number(int(record[column]))}"
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
    return replace(each[-1], text=f"{telling.label(rows.dataset, shared, rows.background)}{where}: {text}",
                   column=listing(dict.fromkeys(problem.column for problem in each if problem.column)) or None,
                   rows=tuple(numbers) if len(numbers) > 1 else ())


def evaluation(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """Answered ≤ sent; the answers by score add up to no more than those answered; not before the day was held."""
    for record in laid[laid["at"] >= 0].to_dict("records"):
        at, held = record["at"], rows.background.held_on[record["course_day"]]
        said = rows.frame.iloc[at]
        if held > rows.background.today and any(said[c] is not None for c in ("answered", *SCORES)):
            yield rows.problem(at, f"dagen holdes først {day(held)}, så ingen kan have svaret endnu. Slet svarene, "
                               "eller ret kursusdagen.", column="answered")
        if _more(record["answered"], record["sent"]):
            yield rows.problem(at, f"{number(record['answered'])} svar er flere end de {number(record['sent'])} "
                               "skemaer, der er sendt ud. Ret det tal, der er forkert.", column="answered")
        told = [int(record[c]) for c in SCORES if record[c] is not None] + [_unsure(said)]
        known = record["answered"] is not None
        most, what = (record["answered"], "besvarede") if known else (record["sent"], "udsendte")
        if most is not None and sum(told) > most:
            yield rows.problem(at, f"svarene fordelt på tilfredshed giver {number(sum(told))} og er flere end de "
                               f"{number(most)} {what} skemaer. Ret det tal, der er forkert.", column=SCORES[0])
    yield from cancelled(rows, laid)


def unanswered(rows: Rows) -> list[str]:
    """What is told of days on which fewer answered how satisfied they were than sent a form back."""
    told = []
    for record in rows.frame.to_dict("records") if rows.dataset.name == EVALUATION.name else ():
        counts = [plain(record[column]) for column in ("answered", *SCORES)]
        if any(count is None for count in counts):
            continue
        answered, *scores = map(int, counts)
        given = sum(scores) + _unsure(record)
        if given < answered:
            told.append(f"{capital(record['label'])}: svarene efter tilfredshed giver {number(given)} af de "
                        f"{number(answered)} besvarede skemaer. {plural(answered - given, 'skema er', 'skemaer er')} "
                        "uden svar på det.")
    return told


def _unsure(record: Mapping[str, Any]) -> int:
    """How many answered that they did not know, where the file says so."""
    unsure = record.get("unsure")
    return 0 if unsure is None or pd.isna(unsure) else int(unsure)
