"""Virksomhedscentre month by month: places and how many are in use."""

from model.intake.datasets.declaration import Column, Dataset
from model.intake.datasets.shared import CENTRE, JOBCENTER, PLACES
from model.store.tables.activities import CentreMonth

CENTRE_MONTHS = Dataset(
    "centermaaned", "Virksomhedscentre, måned for måned", CentreMonth, short="Virksomhedscentre",
    keys=(JOBCENTER, CENTRE,
          Column("maaned", "Måned", "month", "month", ("periode", "md", "opgørelsesmåned", "month"))),
    fields=(PLACES, Column("besatte", "Besatte pladser", "count", "occupied", ("besat", "optaget", "optagne pladser",
                                                                               "antal besatte", "belagte pladser",
                                                                               "occupied", "occupied places"))))
