"""Monthly figures: the counts that jobcenters report, as the programme declares them."""

import re
from datetime import date

from model.intake.datasets.declaration import Beforehand, Column, Dataset, Kind, Noun, Row, Spoken, Typed
from model.programmes.current import PROGRAMME
from model.programmes.programme import Measure
from model.store.tables.base import Figure

HOLDS = {"count": "et antal personer eller forløb", "text": "en kort tekst"}


def _column(measure: Measure) -> Column:
    kinds: dict[str, Kind] = {"text": "text", "choice": "choice", "date": "date"}
    kind = kinds.get(measure.kind, "count")
    return Column(measure.name, measure.heading, kind, measure.name, measure.spellings, measure.choices,
                  part_of=measure.part_of, outcome=measure.later, said=measure.said, holds=HOLDS.get(kind, ""))


MONTH = Column("maaned", "Måned", "month", "month",
               ("periode", "md", "maaned og aar", "opgørelsesmåned", "tid", "month"))
CODE = Column("kommunekode", "Kommunekode", "code", "jobcenter",
              ("kommunenr", "kom.nr.", "komnr", "kom. nr.", "kode", "kommune_(id)", "kommune nr"))
NAME = Column("jobcenter", "Jobcenter", "name", "jobcenter",
              ("kommune", "kommunenavn", "jobcenternavn", "område", "kommune_(navn)"))
MEASURE = Column("noegletal", "Nøgletal", "measure", "measure",
                 ("nøgletallet", "måltal", "indikator", "variabel", "measure", "måling", "emne"), long=True)
VALUE = Column("vaerdi", "Værdi", "count", "value", ("antal", "tal", "value", "indhold", "talværdi"), long=True)

LATER_GROUPS_FROM = date(2010, 4, 1)  # the month in which match groups 1–5 became 1–3 (in force on the 26th)
LATER_GROUP = re.compile(r"match(?:gruppe|kategori)?2(?!\d)|indsatsklar")  # in a normalised heading: old 4 is now 2

HOW = (
    "Én række for hvert jobcenter. Måned, kommunekode og jobcenter er udfyldt på forhånd.",
    "Skriv kun hele tal. 0 betyder, at der ingen var.",
    "En tom celle siger ingenting og ændrer ingenting: hele kolonner må være tomme, fx udfald, der ikke kendes endnu.",
    "Skriv .. hvis tallet ikke er indberettet. Det tager et tal tilbage, der er indlæst tidligere.",
    "Skriv <5 hvis tallet er for lille til at blive oplyst.",
)
TYPED = Typed("Feltet indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget. Skriv kun tallet.",
              "Skriv det nye tal, »skjult« eller »ikke indberettet«. Et tomt felt ændrer ikke noget.",
              "Tallene står allerede sådan. Der er ikke noget at rette.")


def _every_jobcenter(known: Beforehand) -> list[Row]:
    return [{MONTH.name: f"{known.about:%Y-%m}", CODE.name: code, NAME.name: name}
            for code, name in sorted(known.names.items())]


FIGURE = Noun("tal", "tal", "nyt", "det", "tallene")
MAANEDSTAL = Dataset("maanedstal", "Månedstal", Figure, keys=(MONTH, CODE, NAME, MEASURE, VALUE),
                     fields=tuple(map(_column, PROGRAMME.measures)), rules="model.intake.rules.monthly_figures",
                     spoken=Spoken(named=("maanedstal", "opfoelgning")), noun=FIGURE,
                     missing="ikke indberettet", typed=TYPED, how=HOW, asks="month",
                     beforehand=_every_jobcenter)
