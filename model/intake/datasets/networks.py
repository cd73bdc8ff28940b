"""Mentor networks: who was offered help to begin one, who has begun, and each time they have met."""

from model.basics.formatting import alphabetical
from model.intake.datasets.declaration import Beforehand, Column, Dataset, Row, Spoken
from model.intake.datasets.shared import JOBCENTER
from model.store.tables.activities import NetworkEvent

OFFERED, STARTED, MET, DECLINED = "tilbudt hjælp", "startet", "mødtes", "takket nej"
EVENTS = {OFFERED: ("tilbudt", "tilbud", "hjælp tilbudt", "har fået tilbudt hjælp"),
          STARTED: ("start", "opstart", "opstartet", "igangsat", "i gang", "begyndt", "started"),
          MET: ("mødt", "har mødtes", "møde", "netværksmøde", "møde holdt", "holdt møde", "met"),
          DECLINED: ("nej tak", "afslået", "takkede nej", "nej", "declined")}


def _every_jobcenter(known: Beforehand) -> list[Row]:
    return [{JOBCENTER.name: name} for name in sorted(known.names.values(), key=alphabetical)]


NETWORKS = Dataset(
    "mentornetvaerk", "Mentornetværk", NetworkEvent, beforehand=_every_jobcenter,
    rules="model.intake.rules.networks", page="kurser",
    spoken=Spoken(named=("mentornetvaerk",), subject=("mentornetvaerk",)),
    twice="Et jobcenter har én hændelse pr. dag. Behold den, der er nået længst, og slet resten.",
    keys=(JOBCENTER, Column("dato", "Dato", "date", "day", ("dag", "den", "mødedato", "date", "day"))),
    fields=(Column("haendelse", "Hændelse", "choice", "event", ("hvad skete der", "event"), EVENTS),
            Column("deltagere", "Deltagere", "count", "participants",
                   ("antal deltagere", "deltagere i mødet", "participants"), unit="1 person",
                   stems=("deltagere",)),
            Column("sammen_med", "Sammen med", "text", "together_with",
                   ("sammen med jobcenter", "andre jobcentre", "together with"), longest=200)))
