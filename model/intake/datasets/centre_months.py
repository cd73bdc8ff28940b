"""Virksomhedscentre month by month: places and how many are in use."""

from datetime import date

import pandas as pd

from model.basics.formatting import alphabetical, month_key
from model.basics.months import shift
from model.intake.datasets.centres import CENTRES, WITHDRAWN
from model.intake.datasets.declaration import Beforehand, Column, Dataset, Row, Spoken
from model.intake.datasets.shared import CENTRE, JOBCENTER, PLACES
from model.store.tables.activities import CentreMonth

MONTH = Column("maaned", "Måned", "month", "month", ("periode", "md", "opgørelsesmåned", "month"))


def _open_centres(known: Beforehand) -> list[Row]:
    """One row per centre that was open in the month, with the places last stated of it by then."""
    assert isinstance(known.about, date)
    centres, months, names = known.records[CENTRES.name], known.records[CENTRE_MONTHS.name], known.names
    begins, ends = pd.Timestamp(known.about), pd.Timestamp(shift(known.about, 1))
    open_then = centres[centres["opened"].lt(ends) & ~centres["closed"].le(begins) & centres["event"].ne(WITHDRAWN)]
    stated = months[months["month"].le(begins) & months["places"].notna()].sort_values("month")
    newest = stated.groupby(["jobcenter", "name"])["places"].last().to_dict()
    places = open_then.groupby(["jobcenter", "name"])["places"].last().to_dict() | newest
    ordered = sorted(open_then.groupby(["jobcenter", "name"]).groups, key=lambda centre: (
        alphabetical(names.get(centre[0], centre[0])), alphabetical(centre[1])))
    return [{JOBCENTER.name: names.get(code, code), CENTRE.name: name, MONTH.name: month_key(known.about),
             PLACES.name: "" if pd.isna(places.get((code, name))) else str(places[code, name])}
            for code, name in ordered]


CENTRE_MONTHS = Dataset(
    "centermaaned", "Virksomhedscentre, måned for måned", CentreMonth, public="whole", short="Virksomhedscentre",
    beside=(CENTRES.name,), asks="month", beforehand=_open_centres,
    rules="model.intake.rules.centre_months", page="centre",
    spoken=Spoken(named=("besat", "belaegning"), subject=("belaegning", "ledigepladser", "besatte")),
    twice="Er det to afdelinger af ét center, så læg tallene sammen på én række: {}; er det to centre, så giv dem "
          "hver sit navn; ellers slet dem, der er forkerte.",
    keys=(JOBCENTER, CENTRE, MONTH),
    fields=(PLACES, Column("besatte", "Besatte pladser", "count", "occupied",
                           ("besat", "optaget", "optagne pladser", "antal besatte", "belagte pladser", "occupied",
                            "occupied places"), out_of=PLACES.name, unit="1 plads", every="alle pladser",
                           stems=("besat", "belaeg", "belagt", "optag"))))
