"""Columns that several datasets of records have."""

from model.intake.datasets.declaration import CANCELLED, HELD, Beforehand, Column, Row
from model.store import record_facts

JOBCENTER = Column("jobcenter", "Jobcenter", "jobcenter", "jobcenter",
                   ("kommune", "kommunenavn", "jobcenternavn", "kommunekode", "kommunenr", "kom.nr.", "job centre",
                    "job center", "municipality"))
COURSE_DAY = Column("kursusdag", "Kursusdag", "course_day", "course_day",
                    ("kursusdag nr", "kursus dag", "dag", "kursusdato", "dato", "kursusdag (dato)", "kursus",
                     "course day", "course date", "event date", "date", "course"))
CENTRE = Column("virksomhedscenter", "Virksomhedscenter", "text", "name",
                ("center", "virksomhed", "virksomhedens navn", "centerets navn", "centrets navn", "navn på center",
                 "centre", "centre name", "center name", "company", "company name", "employer", "business"),
                longest=120)
PLACES = Column("pladser", "Pladser", "count", "places",
                ("antal pladser", "faste pladser", "places", "number of places", "seats"), unit="1 plads",
                stems=("pladser",), things=True)
DAY_EVENT = Column("haendelse", "Hændelse", "choice", "event",
                   ("aflyst", "aflyst?", "aflyst ja/nej", "aflyst (ja/nej)", "aflysning", "er dagen aflyst",
                    "dagen er aflyst", "cancelled", "canceled"),
                   {CANCELLED: ("aflyses", "aflysning"),
                    HELD: ("holdes alligevel", "afholdes", "afholdes alligevel", "holdt", "afholdt", "gennemført",
                           "planlagt", "som planlagt")}, otherwise=HELD)


def every_day(known: Beforehand) -> list[Row]:
    """One row of a template per course day, in the order they are held."""
    return [{COURSE_DAY.name: record_facts.course_day_name(known.course_days, str(code))}
            for code in known.course_days.index]
