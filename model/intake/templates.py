"""Files to download: the monthly template to fill in, and the list of a file's problems for whoever made it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from model.basics.formatting import listing, month_long, month_short
from model.intake import sheets
from model.intake.datasets.declaration import Column
from model.intake.datasets.monthly_figures import CODE, MAANEDSTAL, MONTH, NAME
from model.intake.report import Report
from model.intake.sheets import Kind
from model.intake.wording import SEVERITY, by_cell

MOST = 999_999
PROBLEM_HEADINGS = ["Alvor", "Ark", "Række", "Kolonne", "Jobcenter", "Måned", "Hvad er galt, og hvad skal der gøres"]
PROBLEM_WIDTHS = (10, 12, 8, 28, 18, 12, 100)
NEVER = "Skriv aldrig navne, CPR-numre eller andet om enkelte personer, heller ikke i en bemærkning."
AFTERWARDS = "Gem filen, og indlæs den på siden »Indlæs tal«. Intet gemmes, før du har set, hvad den ændrer."
HOW = (
    "Sådan udfyldes arket »Månedstal«",
    "Én række for hvert jobcenter. Måned, kommunekode og jobcenter er udfyldt på forhånd.",
    "Skriv kun hele tal. 0 betyder, at der ingen var.",
    "En tom celle siger ingenting og ændrer ingenting: hele kolonner må være tomme, fx udfald, der ikke kendes endnu.",
    "Skriv .. hvis tallet ikke er indberettet. Det tager et tal tilbage, der er indlæst tidligere.",
    "Skriv <5 hvis tallet er for lille til at blive oplyst.",
    NEVER,
    AFTERWARDS,
    "",
    "Kolonnerne",
)


def template(month: date, kind: Kind, jobcenters: Mapping[str, str]) -> bytes:
    """A file with every heading and one row per jobcenter (code -> name), ready to fill in for a month."""
    columns = [sheets.Column(MONTH.heading, 12), sheets.Column(CODE.heading, 12), sheets.Column(NAME.heading, 20),
               *(sheets.Column(f.heading, 17, _rule(f)) for f in MAANEDSTAL.fields)]
    rows = [[f"{month:%Y-%m}", code, name] for code, name in sorted(jobcenters.items())]
    if kind == "csv":
        empty = [""] * len(MAANEDSTAL.fields)
        return sheets.danish_csv([[column.heading for column in columns], *(row + empty for row in rows)])
    return sheets.form(columns, rows, name=MAANEDSTAL.title, title=f"Månedstal, {month_long(month)}", frozen=3,
                       guide=[*HOW, *(described(field) for field in MAANEDSTAL.fields)])


def problem_list(report: Report, kind: Kind, names: Mapping[str, str] | None = None) -> bytes:
    """The report's problems in full, errors first and one row a cell, as a file. names: jobcenter code -> name."""
    rows = [[SEVERITY[p.severity], p.sheet or "", p.row or "", p.column or "",
             (names or {}).get(p.jobcenter or "", p.jobcenter or ""), month_short(p.month) if p.month else "", p.text]
            for p in by_cell((*report.errors, *report.warnings), names)]
    found: list[list[Any]] = [list(PROBLEM_HEADINGS), *rows]
    return sheets.danish_csv(found) if kind == "csv" else sheets.table(found, "Fejl og advarsler", PROBLEM_WIDTHS)


def count_rule(heading: str) -> dict[str, Any]:
    """What Excel says of a cell that holds no count."""
    return sheets.warning(heading, "Skriv et helt tal på 0 eller derover, .. (ikke indberettet) eller <5 (skjult).",
                          validate="integer", criteria="between", minimum=0, maximum=MOST)


def choice_rule(heading: str, choices: list[str]) -> dict[str, Any]:
    """What Excel says of a cell that holds none of the choices."""
    return sheets.warning(heading, f"Vælg {listing(choices, word='eller')}.", validate="list", source=choices)


def _rule(field: Column) -> dict[str, Any]:
    if field.kind == "count":
        return count_rule(field.heading)
    return choice_rule(field.heading, list(field.choices or {})) if field.kind == "choice" else {}


def described(field: Column) -> str:
    """One column in a sentence: its heading and what its cells may hold."""
    kinds = {"count": "et antal personer eller forløb", "text": "en kort tekst", "date": "en dato, fx 19-11-2009",
             "choice": listing((f"»{c}«" for c in field.choices or {}), word="eller")}
    whole = f"; højst så mange som »{MAANEDSTAL.field(field.part_of).heading}«" if field.part_of else ""
    return f"{field.heading}: {kinds[field.kind]}{whole}."
