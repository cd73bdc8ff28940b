"""Attendance of course days: how many were signed up and came, by jobcenter and role."""

from model.basics.formatting import alphabetical
from model.intake.datasets.declaration import Beforehand, Column, Dataset, Row, Spoken
from model.intake.datasets.shared import COURSE_DAY, DAY_EVENT, JOBCENTER
from model.store import record_facts
from model.store.tables.activities import Attendance

ROLES = {"jobkonsulent": ("jobkonsulenter", "jobcenterkonsulent", "jobcenterkonsulenter", "konsulent", "konsulenter",
                          "virksomhedskonsulent", "consultant", "consultants", "job consultant"),
         "tovholder": ("tovholdere", "koordinator", "coordinator"),
         "virksomhedsmentor": ("virksomhedsmentorer", "mentor", "mentorer", "mentors", "company mentor")}
ROLE = Column("rolle", "Rolle", "choice", "role", ("funktion", "deltagertype", "role"), ROLES)


def _of_day(known: Beforehand) -> list[Row]:
    """One row per jobcenter and role of a course day."""
    if known.about is None:  # nothing is planned
        return []
    day = record_facts.course_day_name(known.course_days, str(known.about))
    return [{COURSE_DAY.name: day, JOBCENTER.name: name, ROLE.name: role}
            for name in sorted(known.names.values(), key=alphabetical) for role in ROLES]


ATTENDANCE = Dataset(
    "kursusdeltagelse", "Kursusdeltagelse", Attendance, public="whole",
    keys=(COURSE_DAY, JOBCENTER, ROLE),
    fields=(Column("tilmeldt", "Tilmeldt", "count", "registered",
                   ("tilmeldte", "antal tilmeldte", "tilmeldinger", "registered", "signed up", "registrations"),
                   unit="1 person", nought="0 (ikke tilmeldt)", stems=("tilmeld", "registered")),
            Column("moedt", "Mødt", "count", "attended",
                   ("mødte", "fremmødt", "fremmødte", "antal mødte", "deltog", "attended", "attendees"),
                   out_of="tilmeldt", unit="1 person", nought="0 (mødte ikke)", every="alle tilmeldte",
                   stems=("moedt", "fremmoed", "deltog", "attended"))),
    of_day=(DAY_EVENT,), beside=("kursusevaluering", "kursusdage"), persons=True,
    asks="course_day", beforehand=_of_day,
    rules="model.intake.rules.attendance", page="kurser",
    spoken=Spoken(named=("deltag", "fremmoed", "tilmeld"),
                  subject=("kursus", "kurser", "deltager", "deltagelse", "fremmoed", "tilmelding", "tilmeldt")),
    twice="Handler de om hver sine personer, så læg tallene sammen på én række: {}; ellers slet dem, der er forkerte.")
