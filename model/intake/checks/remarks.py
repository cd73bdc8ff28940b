"""Corrections hidden in remarks: pointed out, never acted on."""

import re
from typing import Any

import pandas as pd

from model.intake.cells import words
from model.intake.checks.naming import where
from model.intake.known import Known
from model.intake.report import Problem
from model.programmes.measures import REMARK

GATE = 4
CORRECTION = re.compile(r"\b(rettes|rettet|rettelse|retter|ret|korrig\w*|korrektion|skal være|ændres|ændret|var før"
                        r"|i stedet for)\b.*\d|\d.*\b(rettes|rettet|korrigeres|korrigeret|ændres|ændret)\b",
                        re.IGNORECASE)

SEEMS = ("bemærkningen »{}« ser ud til at rette et tal. Den er kun gemt som tekst: ret selv tallet under "
         "»Ret et tal«, eller skriv, hvorfor det ikke er nødvendigt.")


def corrections(figures: pd.DataFrame, known: Known) -> list[Problem]:
    """A warning for every new remark that seems to correct a figure. ``figures``: place, month, text, kind, row, …"""
    written = words.where(figures["measure"], lambda name: name == REMARK)
    new = written & (figures["kind"] != "unchanged").to_numpy()
    if not new.any():
        return []
    return [_warning(row, known) for row in figures[new].itertuples() if CORRECTION.search(row.text)]


def _warning(row: Any, known: Known) -> Problem:
    month, text = row.month.date(), SEEMS.format(row.text)
    return Problem("advarsel", GATE, f"{where(known, row.place, month, row=row.row)}: {text}", reason=text,
                   sheet=row.sheet or None, row=int(row.row), column=row.column, jobcenter=row.place, month=month)
