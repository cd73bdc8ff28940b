"""Corrections hidden in remarks: pointed out, never acted on."""

import re

import pandas as pd

from model.intake.cells import words
from model.intake.checks.naming import where
from model.intake.known import Known
from model.intake.report import Problem
from model.programmes.current import PROGRAMME

GATE, REMARK = 4, PROGRAMME.named("remark")
CORRECTION = re.compile(r"\b(rettes|rettet|rettelse|retter|ret|korrig\w*|korrektion|skal være|ændres|ændret|var før"
                        r"|i stedet for)\b.*\d|\d.*\b(rettes|rettet|korrigeres|korrigeret|ændres|ændret)\b",
                        re.IGNORECASE)


def corrections(figures: pd.DataFrame, known: Known) -> list[Problem]:
    """A warning for every new remark that seems to correct a figure. ``figures``: place, month, text, kind, row, …"""
    written = words.where(figures["measure"], lambda name: name == REMARK)
    new = written & (figures["kind"] != "unchanged").to_numpy()
    if not new.any():
        return []
    remarks = figures[new]
    return [Problem("advarsel", GATE, f"{where(known, row.place, row.month.date(), row=row.row)}: "
                    f"bemærkningen »{row.text}« ser ud til at rette et tal. Den er kun gemt som tekst: ret selv tallet "
                    "på siden »Historik«, eller skriv, hvorfor det ikke er nødvendigt.",
                    sheet=row.sheet or None, row=int(row.row), column=row.column, jobcenter=row.place,
                    month=row.month.date())
            for row in remarks.itertuples() if CORRECTION.search(row.text)]
