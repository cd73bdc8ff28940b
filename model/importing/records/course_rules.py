"""Rules for attendance and evaluations of course days."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from model.formatting import capital, day, number, plural
from model.importing.record_datasets import EVALUATION
from model.importing.records.cancelled_rules import cancelled
from model.importing.records.rows import Rows, plain
from model.importing.report import Problem

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
            total = sum(int(value) for value in group[column] if value is not None)
            if total > limit:
                at = int(fresh["at"].iloc[-1])
                yield rows.problem(at, f"{plural(total, 'person er', 'personer er')} {verb}, og planen har plads til "
                                   f"{number(limit)} fra hvert jobcenter {scope}. Ret tallet, eller skriv hvorfor.",
                                   column=column, severity="advarsel")
                break


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
        answered, *scores = map(int, counts)  # type: ignore[arg-type]
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
