"""Rules for enquiries to the hotline."""

from collections.abc import Iterator

import pandas as pd

from model.basics.formatting import day
from model.intake.records import enquiries
from model.intake.records.rows import Rows
from model.intake.report import Problem
from model.intake.rules.ruling import Rules
from model.programmes.current import HOTLINE_OPENS


def problems(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """An enquiry has a date from the day the hotline opened, and is not answered before it was asked."""
    for record in laid[laid["at"] >= 0].to_dict("records"):
        at, asked, answered = record["at"], record["asked_on"], record["answered_on"]
        if asked is None:
            yield rows.problem(at, "henvendelsen har ingen dato. Skriv, hvornår den kom.", column="asked_on")
        elif asked < HOTLINE_OPENS:
            yield rows.problem(at, f"{day(asked)} er før hotlinen åbnede {day(HOTLINE_OPENS)}. Ret datoen.",
                               column="asked_on")
        if asked is not None and answered is not None and answered < asked:
            yield rows.problem(at, f"den er besvaret {day(answered)}, før der blev spurgt {day(asked)}. Ret en af "
                               "datoerne.", column="answered_on")
        if record["answered_by"] is not None and answered is None:
            yield rows.problem(at, f"{record['answered_by']} har svaret, men der mangler en dato for svaret. Skriv "
                               "den, eller slet, hvem der har svaret.", column="answered_by")


RULES = Rules(problems, settled=enquiries.settled)
