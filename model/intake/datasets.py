"""The datasets, declared once as data.

Reading, checking, templates, the description in the app and the documentation all come from these declarations.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from model.intake.record_datasets import RECORDS, RecordDataset
from model.programmes.current import PROGRAMME
from model.programmes.programme import Measure

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


def _field(measure: Measure) -> Field:
    kinds: dict[str, Kind] = {"text": "text", "choice": "choice", "date": "date"}
    return Field(measure.name, measure.heading, kinds.get(measure.kind, "count"), measure.spellings, measure.part_of,
                 measure.later, measure.choices, measure.said)


MONTH = Key("maaned", "Måned", ("periode", "md", "maaned og aar", "opgørelsesmåned", "tid", "month"))
CODE = Key("kommunekode", "Kommunekode", ("kommunenr", "kom.nr.", "komnr", "kom. nr.", "kode", "kommune_(id)",
                                          "kommune nr"))
NAME = Key("jobcenter", "Jobcenter", ("kommune", "kommunenavn", "jobcenternavn", "område", "kommune_(navn)"))
MEASURE = Key("noegletal", "Nøgletal", ("nøgletallet", "måltal", "indikator", "variabel", "measure", "måling", "emne"),
              long=True)
VALUE = Key("vaerdi", "Værdi", ("antal", "tal", "value", "indhold", "talværdi"), long=True)

GROUP, MODEL = PROGRAMME.name_of("group"), "matchmodel"
LATER_GROUPS_FROM = date(2010, 4, 1)  # the month in which match groups 1–5 became 1–3 (in force on the 26th)
LATER_GROUP = re.compile(r"match(?:gruppe|kategori)?2(?!\d)|indsatsklar")  # in a normalised heading: old 4 is now 2

MAANEDSTAL = Dataset("maanedstal", "Månedstal", keys=(MONTH, CODE, NAME, MEASURE, VALUE),
                     fields=tuple(map(_field, PROGRAMME.measures)))

DATASETS: dict[str, Dataset | RecordDataset] = {MAANEDSTAL.name: MAANEDSTAL, **RECORDS}
