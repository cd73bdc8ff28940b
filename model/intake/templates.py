"""Files to download: the template of any dataset to fill in, and the list of a file's problems for whoever made it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import day, listing, month_long, month_short
from model.intake import sheets
from model.intake.columns import steps
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.declaration import Column, Dataset, Row
from model.intake.records.record_names import spelt
from model.intake.report import Report
from model.intake.sheets import Kind
from model.intake.wording import SEVERITY, by_cell
from model.programmes import examples
from model.store import record_facts

MOST = 999_999
LONGEST_RULE = 255  # characters that Excel has room for
COUNT = "Skriv et helt tal på 0 eller derover, .. (ikke indberettet) eller <5 (skjult)."
WIDE = {"month": 12, "code": 12, "text": 30, "jobcenter": 20, "name": 20, "course_day": 24}
PROBLEM_HEADINGS = ["Alvor", "Ark", "Række", "Kolonne", "Jobcenter", "Måned", "Hvad er galt, og hvad skal der gøres"]
PROBLEM_WIDTHS = (10, 12, 8, 28, 18, 12, 100)
NEVER = "Skriv aldrig navne, CPR-numre eller andet om enkelte personer, heller ikke i en bemærkning."
AFTERWARDS = "Gem filen, og indlæs den på siden »Indlæs tal«. Intet gemmes, før du har set, hvad den ændrer."
CANCELLED_DAY = ("Er en kursusdag aflyst, så skriv »aflyst« ud for den. Det gælder hele dagen, og så må ingen række "
                 "have tal for mødte eller svar den dag. »holdes« tager det tilbage.")
NO_TICKS = "Skriv antal og datoer, ikke kryds: et kryds siger hverken hvor mange eller hvornår."
ENDS = "»Tilfredshed 1« er de meget utilfredse, og »Tilfredshed 5« er de meget tilfredse."


def template(dataset: str, kind: Kind, rows: Sequence[Row] = (), *, about: date | str | None = None) -> bytes:
    """A file to fill in: the dataset's headings, without those of one figure to a row, and what is known beforehand.

    rows: what is filled in, by the columns' names. about: the month or the course day it is for, where it is not for
    all.
    """
    declared = DATASETS[dataset]
    parts = [part for part in declared.parts if not part.long]
    lines = [[row.get(part.name, "") for part in parts] for row in rows]
    if kind == "csv":
        return sheets.danish_csv([[part.heading for part in parts], *lines])
    columns = [sheets.Column(part.heading, WIDE.get(part.kind, 17), _rule(part)) for part in parts]
    title = f"{declared.title}, {month_long(about)}" if isinstance(about, date) else declared.title
    return sheets.form(columns, lines, name=declared.sheet, title=title, guide=guide(declared),
                       frozen=sum(part in declared.keys for part in parts))


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


def guide(dataset: Dataset) -> list[str]:
    """How to fill in the sheet, from the declaration that checks it; the heading first."""
    told = dataset.fields if dataset.how else dataset.parts  # rows that are filled in have their keys
    return [f"Sådan udfyldes arket »{dataset.sheet}«", *(dataset.how or _how(dataset)), NEVER, AFTERWARDS, "",
            "Kolonnerne", *(described(part, dataset) for part in told)]


def _how(dataset: Dataset) -> list[str]:
    keys = listing(f"»{part.heading}«" for part in dataset.keys)
    return [f"Hver række kendes på {keys}, som altid skal være udfyldt.",
            "En tom celle siger ingenting og ændrer ingenting.",
            "Skriv .. hvis en oplysning ikke kendes alligevel. Det tager tilbage, hvad der er indlæst tidligere.",
            *([NO_TICKS] if any(part.kind in ("count", "date") for part in dataset.fields) else []),
            *([ENDS] if any(steps.is_part(part.name) for part in dataset.fields) else []),
            *([CANCELLED_DAY] if dataset.event else []),
            "Rækker, som I ikke har noget om, må slettes."]


def described(part: Column, dataset: Dataset) -> str:
    """One column in a sentence: its heading, what its cells may hold, and what it is a part of."""
    whole = f"; højst så mange som »{dataset.field(part.part_of).heading}«" if part.part_of else ""
    return f"{part.heading}: {holds(part)}{whole}."


def holds(part: Column) -> str:
    """What the cells of a column may hold, in a few words."""
    if part.kind == "choice":
        return listing((f"»{choice}«" for choice in choices(part)), word="eller")
    kinds = {"count": "et helt tal", "number": "et løbenummer", "text": f"en tekst på højst {part.longest} tegn",
             "date": f"en dato, fx {examples.COURSE_DAY}", "month": f"en måned, fx {examples.MONTH_KEY}",
             "jobcenter": "navn eller kommunekode",
             "course_day": listing((*examples.NAMED_DAYS, "dagens dato"), word="eller")}
    return part.holds or kinds[part.kind]


def choices(part: Column) -> list[str]:
    """What a cell of a choice may say, with the letters a Dane writes."""
    return [spelt(part, choice) for choice in part.choices or {}]


def _rule(part: Column) -> dict[str, Any]:
    """What Excel says of a cell that holds no count, or none of the choices."""
    if part.kind == "count":
        return sheets.warning(part.heading, COUNT, validate="integer", criteria="between", minimum=0, maximum=MOST)
    text = f"Vælg {listing(choices(part), word='eller')}."
    if part.kind != "choice" or len(text) > LONGEST_RULE:  # the sheet that explains has them all
        return {}
    return sheets.warning(part.heading, text, validate="list", source=choices(part))


def problem_list(report: Report, kind: Kind, names: Mapping[str, str] | None = None) -> bytes:
    """The report's problems in full as a file, errors first and the warnings about one cell as one.

    names: jobcenter code -> name.
    """
    rows = [[SEVERITY[p.severity], p.sheet or "", p.row or "", p.column or "",
             (names or {}).get(p.jobcenter or "", p.jobcenter or ""), month_short(p.month) if p.month else "", p.text]
            for p in by_cell((*report.errors, *report.warnings))]
    found: list[list[Any]] = [list(PROBLEM_HEADINGS), *rows]
    return sheets.danish_csv(found) if kind == "csv" else sheets.table(found, "Fejl og advarsler", PROBLEM_WIDTHS)
