"""Templates for files of records: the headings as they are declared, and the keys that can be filled in beforehand."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import alphabetical, day, listing
from model.basics.months import shift
from model.intake import sheets
from model.intake.datasets.centres import WITHDRAWN
from model.intake.datasets.declaration import Column, Dataset
from model.intake.datasets.register import DATASETS
from model.intake.records import steps
from model.intake.records.telling import spelt
from model.intake.sheets import Kind
from model.intake.templates import AFTERWARDS, NEVER, choice_rule, count_rule
from model.store import record_facts

WIDE = {"text": 30, "jobcenter": 20, "course_day": 24}
Row = Mapping[str, str]
CANCELLED_DAY = ("Er en kursusdag aflyst, så skriv »aflyst« ud for den. Det gælder hele dagen, og så må ingen række "
                 "have tal for mødte eller svar den dag. »holdes« tager det tilbage.")

NO_TICKS = "Skriv antal og datoer, ikke kryds: et kryds siger hverken hvor mange eller hvornår."
ENDS = "»Tilfredshed 1« er de meget utilfredse, og »Tilfredshed 5« er de meget tilfredse."


def template(dataset: str, kind: Kind, rows: Sequence[Row] = ()) -> bytes:
    """A file with every heading of the dataset; each of ``rows`` gives what is filled in, by the parts' names."""
    declared = DATASETS[dataset]
    lines = [[row.get(part.name, "") for part in declared.parts] for row in rows]
    if kind == "csv":
        return sheets.danish_csv([[part.heading for part in declared.parts], *lines])
    columns = [sheets.Column(part.heading, WIDE.get(part.kind, 15), _rule(part)) for part in declared.parts]
    return sheets.form(columns, lines, name=declared.sheet, title=declared.title, guide=guide(declared),
                       frozen=len(declared.keys))


def attendance_rows(code: str, course_days: pd.DataFrame, jobcenters: Mapping[str, str]) -> list[Row]:
    """One row per jobcenter and role of a course day. Shape of course_days: ``record_facts.course_days``."""
    roles = DATASETS["kursusdeltagelse"].field("rolle").choices or {}
    return [{"kursusdag": record_facts.course_day_name(course_days, code), "jobcenter": name, "rolle": role}
            for name in sorted(jobcenters.values(), key=alphabetical) for role in roles]


def evaluation_rows(course_days: pd.DataFrame) -> list[Row]:
    """One row per course day, in the order they are held."""
    return [{"kursusdag": record_facts.course_day_name(course_days, str(code))} for code in course_days.index]


def counselling_rows(jobcenters: Mapping[str, str]) -> list[Row]:
    """One row per jobcenter, by name."""
    return [{"jobcenter": name} for name in sorted(jobcenters.values(), key=alphabetical)]


def centre_rows(month: date, centres: pd.DataFrame, centre_months: pd.DataFrame,
                jobcenters: Mapping[str, str]) -> list[Row]:
    """One row per centre that was open in the month, with the places last stated of it by then.

    Shapes: ``record_facts.records`` of the two datasets.
    """
    begins, ends = pd.Timestamp(month), pd.Timestamp(shift(month, 1))
    open_then = centres[centres["opened"].lt(ends) & ~centres["closed"].le(begins) & centres["event"].ne(WITHDRAWN)]
    told = centre_months[centre_months["month"].le(begins) & centre_months["places"].notna()].sort_values("month")
    newest = told.groupby(["jobcenter", "name"])["places"].last().to_dict()
    places = open_then.groupby(["jobcenter", "name"])["places"].last().to_dict() | newest
    ordered = sorted(open_then.groupby(["jobcenter", "name"]).groups, key=lambda centre: (
        alphabetical(jobcenters.get(centre[0], centre[0])), alphabetical(centre[1])))
    return [{"jobcenter": jobcenters.get(code, code), "virksomhedscenter": name, "maaned": f"{month:%Y-%m}",
             "pladser": "" if pd.isna(places.get((code, name))) else str(places[code, name])} for code, name in ordered]


def day_label(code: str, course_days: pd.DataFrame) -> str:
    """``Kursusdag 3, 26. jan. 2010``: a course day to choose from a list."""
    return f"{record_facts.course_day_name(course_days, code)}, {day(course_days.loc[code, 'held_on'])}"


def next_day(course_days: pd.DataFrame, now: date) -> int:
    """The position of the first course day that is not past; of the last one when all are."""
    ahead = [at for at, held in enumerate(course_days["held_on"]) if held >= now]
    return ahead[0] if ahead else len(course_days) - 1


def file_name(dataset: str, about: str | date | None) -> str:
    """What the template is called without its ending: ``kursusdeltagelse_K3``, ``centermaaned_2010-03``."""
    said = f"{about:%Y-%m}" if isinstance(about, date) else about
    return f"{dataset}_{said}" if said else dataset


def _rule(part: Column) -> dict[str, Any]:
    if part.kind == "count":
        return count_rule(part.heading)
    return choice_rule(part.heading, choices(part)) if part.kind == "choice" else {}


def choices(part: Column) -> list[str]:
    """What a cell of a choice may say, with the letters a Dane writes."""
    return [spelt(part, choice) for choice in part.choices or {}]


def guide(dataset: Dataset) -> list[str]:
    """How to fill in the sheet, from the declaration that checks it; the heading first."""
    keys = listing(f"»{part.heading}«" for part in dataset.keys)
    return [f"Sådan udfyldes arket »{dataset.sheet}«",
            f"Hver række kendes på {keys}, som altid skal være udfyldt.",
            "En tom celle siger ingenting og ændrer ingenting.",
            "Skriv .. hvis en oplysning ikke kendes alligevel. Det tager tilbage, hvad der er indlæst tidligere.",
            *([NO_TICKS] if any(part.kind in ("count", "date") for part in dataset.fields) else []),
            *([ENDS] if any(steps.is_part(part.name) for part in dataset.fields) else []),
            *([CANCELLED_DAY] if dataset.event else []),
            "Rækker, som I ikke har noget om, må slettes.", NEVER, AFTERWARDS, "", "Kolonnerne",
            *(f"{part.heading}: {holds(part)}." for part in dataset.parts)]


def holds(part: Column) -> str:
    """What the cells of a column may hold, in a few words."""
    if part.kind == "choice":
        return listing((f"»{choice}«" for choice in choices(part)), word="eller")
    return {"count": "et helt tal", "number": "et løbenummer", "text": f"en tekst på højst {part.longest} tegn",
            "date": "en dato, fx 19-11-2009", "month": "en måned, fx 2010-03", "jobcenter": "navn eller kommunekode",
            "course_day": "»Kursusdag 3«, »Mentorkursus 1, dag 2« eller dagens dato"}[part.kind]
