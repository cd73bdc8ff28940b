"""Rules for evaluations of course days."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from model.basics.formatting import capital, day, number, plural
from model.basics.frames import plain
from model.intake.records.rows import Rows
from model.intake.report import Problem
from model.intake.rules.attendance import more
from model.intake.rules.course_days import cancelled
from model.intake.rules.ruling import Rules

SCORES = [f"score_{n}" for n in range(1, 6)]


def problems(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """Answered ≤ sent; the answers by score add up to no more than those answered; not before the day was held."""
    for record in laid[laid["at"] >= 0].to_dict("records"):
        at, held = record["at"], rows.background.held_on[record["course_day"]]
        said = rows.frame.iloc[at]
        if held > rows.background.today and any(said[c] is not None for c in ("answered", *SCORES)):
            yield rows.problem(at, f"dagen holdes først {day(held)}, så ingen kan have svaret endnu. Slet svarene, "
                               "eller ret kursusdagen.", column="answered")
        if more(record["answered"], record["sent"]):
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
    for record in rows.frame.to_dict("records"):
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


RULES = Rules(problems, notes=unanswered)
