"""The datasets, declared once as data.

Reading, checking, templates, the description in the app and the documentation all come from these declarations.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from model.intake.record_datasets import RECORDS, RecordDataset

Kind = Literal["count", "text", "choice", "date"]


@dataclass(frozen=True)
class Field:
    """One value column: its name, the Danish heading a user meets and what its cells may hold."""

    name: str
    heading: str
    kind: Kind = "count"
    aliases: tuple[str, ...] = ()
    part_of: str | None = None  # the whole this count is a part of (part <= whole)
    outcome: bool = False  # known only weeks later, so often reported with a later month's file
    choices: dict[str, tuple[str, ...]] | None = None  # stored value -> other spellings
    said: str = ""  # after a number in a sentence (»61 i virksomhedspraktik«), when it is not the heading

    @property
    def phrase(self) -> str:
        """How a count of it is said in a sentence: ``i virksomhedspraktik``, ``afsluttede forløb``."""
        return self.said or self.heading[:1].lower() + self.heading[1:]


@dataclass(frozen=True)
class Key:
    """One key column. ``long``: only in files with one figure to a row, never in our own template."""

    name: str
    heading: str
    aliases: tuple[str, ...] = ()
    long: bool = False


@dataclass(frozen=True)
class Dataset:
    """A kind of file: its key columns, its value columns and what it is called."""

    name: str
    title: str
    keys: tuple[Key, ...]
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """The value column of that name. Raises KeyError."""
        return next((f for f in self.fields if f.name == name), None) or _unknown(name)

    def tied(self) -> dict[str, tuple[Field, ...]]:
        """The counts that rules hold together, by the name of the whole they are all parts of, or its parts of."""
        counts = [f for f in self.fields if f.kind == "count"]
        return {whole.name: tuple(f for f in counts if self._whole_of(f) == whole)
                for whole in counts if whole.part_of is None}

    def _whole_of(self, field: Field) -> Field:
        return field if field.part_of is None else self._whole_of(self.field(field.part_of))


def _unknown(name: str) -> Field:
    raise KeyError(name)


MONTH = Key("maaned", "Måned", ("periode", "md", "maaned og aar", "opgørelsesmåned", "tid", "month"))
CODE = Key("kommunekode", "Kommunekode", ("kommunenr", "kom.nr.", "komnr", "kom. nr.", "kode", "kommune_(id)",
                                          "kommune nr"))
NAME = Key("jobcenter", "Jobcenter", ("kommune", "kommunenavn", "jobcenternavn", "område", "kommune_(navn)"))
MEASURE = Key("noegletal", "Nøgletal", ("nøgletallet", "måltal", "indikator", "variabel", "measure", "måling", "emne"),
              long=True)
VALUE = Key("vaerdi", "Værdi", ("antal", "tal", "value", "indhold", "talværdi"), long=True)

GROUP, MODEL = "personer_match4", "matchmodel"
LATER_GROUPS_FROM = date(2010, 4, 1)  # the month in which match groups 1–5 became 1–3 (in force on the 26th)
LATER_GROUP = re.compile(r"match(?:gruppe|kategori)?2(?!\d)|indsatsklar")  # in a normalised heading: old 4 is now 2

MAANEDSTAL = Dataset(
    name="maanedstal",
    title="Månedstal",
    keys=(MONTH, CODE, NAME, MEASURE, VALUE),
    fields=(
        Field("personer_match4", "Kontant- og starthjælpsmodtagere i matchgruppe 4", said="i målgruppen",
              aliases=("kh/sh match 4", "match 4", "matchgruppe 4", "personer i match 4", "målgruppe", "målgruppen",
                       "målgruppen (kontanthjælp + starthjælp, match 4)", "antal personer i matchgruppe 4",
                       "indsatsklare", "match 2", "personer")),
        Field("heraf_virksomhedspraktik", "Heraf i virksomhedspraktik",
              said="i virksomhedspraktik", part_of="personer_match4",
              aliases=("virksomhedspraktik", "virk.praktik", "praktik", "i praktik", "i virksomhedspraktik",
                       "personer i virksomhedspraktik")),
        Field("heraf_loentilskud", "Heraf i løntilskud",
              said="i løntilskud", part_of="personer_match4",
              aliases=("løntilskud", "loentilskud", "i løntilskud", "personer i løntilskud")),
        Field("virksomhedsaktivering_i_alt", "Virksomhedsaktivering i alt", part_of="personer_match4",
              said="i virksomhedsaktivering i alt",
              aliases=("virk.aktiv. i alt", "virk.aktiv. i alt*", "virksomhedsaktivering", "virksomhedsaktiverede",
                       "virksomhedsaktiverede i alt", "i alt i virksomhedsaktivering")),
        Field("heraf_i_virksomhedscenter", "Heraf i virksomhedscenter",
              said="i virksomhedscenter", part_of="virksomhedsaktivering_i_alt",
              aliases=("i virksomhedscenter", "virksomhedscenter")),
        Field("paabegyndte_forloeb", "Påbegyndte forløb",
              aliases=("nye forløb", "nye forløb i måneden", "påbegyndte forløb i måneden", "startede forløb")),
        Field("afsluttede_forloeb", "Afsluttede forløb", outcome=True,
              aliases=("afsl. forløb", "afsluttede", "afsluttede forløb i måneden")),
        Field("heraf_selvforsoergende_4_uger", "Heraf selvforsørgende 4 uger efter",
              said="selvforsørgende 4 uger efter", part_of="afsluttede_forloeb",
              outcome=True,
              aliases=("selvforsørg. 4 uger efter", "selvforsørgende 4 uger efter", "selvforsørgende",
                       "i selvforsørgelse 4 uger efter")),
        Field("heraf_job_eller_uddannelse_4_uger", "Heraf i job eller uddannelse 4 uger efter",
              said="i job eller uddannelse 4 uger efter", part_of="afsluttede_forloeb",
              outcome=True, aliases=("job/udd. 4 uger efter", "job eller uddannelse 4 uger efter", "job/uddannelse",
                                     "i job eller uddannelse 4 uger efter")),
        Field("heraf_ordinaert_job", "Heraf i ordinært job",
              said="i ordinært job", part_of="heraf_job_eller_uddannelse_4_uger", outcome=True,
              aliases=("ordinært job",)),
        Field("heraf_fleksjob", "Heraf i fleksjob",
              said="i fleksjob", part_of="heraf_job_eller_uddannelse_4_uger", outcome=True,
              aliases=("fleksjob",)),
        Field("heraf_uddannelse", "Heraf i uddannelse",
              said="i uddannelse", part_of="heraf_job_eller_uddannelse_4_uger", outcome=True,
              aliases=("uddannelse",)),
        Field("heraf_loentilskudsjob", "Heraf i løntilskudsjob efter forløbet",
              said="i løntilskudsjob efter forløbet", part_of="afsluttede_forloeb",
              outcome=True,
              aliases=("løntilskudsjob", "heraf i løntilskudsjob")),
        Field("afsluttede_forloeb_virksomhedscenter", "Afsluttede forløb i virksomhedscenter",
              part_of="afsluttede_forloeb",
              outcome=True, aliases=("afsl. forløb i virksomhedscenter",)),
        Field("heraf_job_eller_uddannelse_virksomhedscenter", "Heraf i job eller uddannelse efter virksomhedscenter",
              said="i job eller uddannelse efter virksomhedscenter", part_of="afsluttede_forloeb_virksomhedscenter",
              outcome=True,
              aliases=("job/udd. efter virksomhedscenter", "job eller uddannelse efter virksomhedscenter")),
        Field("matchmodel", "Matchmodel", kind="choice", aliases=("match model",),
              choices={"1-5": ("1 5", "fem matchgrupper", "match 4", "matchgruppe 1-5"),
                       "1-3": ("1 3", "match 2", "indsatsklar", "indsatsklare", "tre matchgrupper",
                               "matchgruppe 1-3")}),
        Field("opgoerelsesmetode", "Opgørelsesmetode", kind="text", aliases=("metode", "opgjort som")),
        Field("bemaerkning", "Bemærkning", kind="text",
              aliases=("bem.", "bem", "bemærkninger", "note", "noter", "kommentar", "kommentarer")),
        Field("modtaget", "Modtaget", kind="date", aliases=("modtaget dato", "dato modtaget", "indberettet den")),
    ),
)

DATASETS: dict[str, Dataset | RecordDataset] = {MAANEDSTAL.name: MAANEDSTAL, **RECORDS}
