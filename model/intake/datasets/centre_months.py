"""Virksomhedscentre month by month: places and how many are in use."""

from model.intake.datasets.declaration import Column, Dataset, Spoken
from model.intake.datasets.shared import CENTRE, JOBCENTER, PLACES
from model.store.tables.activities import CentreMonth

CENTRE_MONTHS = Dataset(
    "centermaaned", "Virksomhedscentre, måned for måned", CentreMonth, short="Virksomhedscentre",
    beside=("centre",), rules="model.intake.rules.centre_months", page="centre",
    spoken=Spoken(named=("besat", "belaegning"), subject=("belaegning", "ledigepladser", "besatte")),
    twice="Er det to afdelinger af ét center, så læg tallene sammen på én række: {}; er det to centre, så giv dem "
          "hver sit navn; ellers slet dem, der er forkerte.",
    keys=(JOBCENTER, CENTRE,
          Column("maaned", "Måned", "month", "month", ("periode", "md", "opgørelsesmåned", "month"))),
    fields=(PLACES, Column("besatte", "Besatte pladser", "count", "occupied", ("besat", "optaget", "optagne pladser",
                                                                               "antal besatte", "belagte pladser",
                                                                               "occupied", "occupied places"))))
