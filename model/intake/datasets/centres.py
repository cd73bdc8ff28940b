"""Virksomhedscentre: when each opened and closed, and what it is."""

from model.intake.datasets.declaration import Column, Dataset, Spoken
from model.intake.datasets.shared import CENTRE, JOBCENTER, PLACES
from model.store.tables.activities import CentrePeriod

WITHDRAWN, HOLDS = "udgaar", "gaelder"  # a period entered by mistake, and one that counts after all
CENTRES = Dataset(
    "centre", "Virksomhedscentre", CentrePeriod, public="whole", bare=True, for_all=True,
    beside=("centermaaned",), rules="model.intake.rules.centres", page="centre",
    spoken=Spoken(named=("centre", "centerliste"), subject=("centerliste", "listeovercentre", "centeroversigt"),
                  title=("centre", "centrene", "center", "centers", "virksomhedscentre", "virksomhedscentrene", "vc")),
    keys=(JOBCENTER, CENTRE, Column("aabnet", "Åbnet", "date", "opened",
                                    ("åbnet den", "åbningsdato", "startdato", "oprettet", "opened", "opened on",
                                     "opening date", "start date"))),
    fields=(Column("haendelse", "Hændelse", "choice", "event", (),
                   {WITHDRAWN: ("udgår", "fejl", "slettes"), HOLDS: ("gælder",)}, withdraws=WITHDRAWN),
            Column("lukket", "Lukket", "date", "closed",
                   ("lukket den", "lukkedato", "slutdato", "ophørt", "closed", "closed on", "closing date",
                    "end date"), ends=True, lasts=True),
            Column("lukkeaarsag", "Lukkeårsag", "text", "reason",
                   ("årsag", "årsag til lukning", "begrundelse", "reason", "reason for closing"), longest=200),
            Column("sektor", "Sektor", "choice", "sector", ("privat/offentlig", "ejerforhold", "sector"),
                   {"privat": ("private", "p"), "offentlig": ("offentligt", "off", "o", "kommunal", "public")}),
            Column("branche", "Branche", "text", "industry", ("branchen", "industry"), longest=80),
            PLACES,
            Column("generation", "Generation", "count", "generation", ("gen", "vc generation")),
            Column("generation_2_fra", "Generation 2 fra", "date", "generation_2_from",
                   ("generation 2 siden", "blev generation 2", "skift til generation 2", "generation 2 since"))))
