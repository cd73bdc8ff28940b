"""A report in Danish: the verdict, and its problems and changes as tables for reading."""

from collections.abc import Mapping
from datetime import date
from typing import cast

import pandas as pd

from model.formatting import NBSP, alphabetical, day, listing, month_long, month_short, number, plural
from model.importing.datasets import DATASETS
from model.importing.report import Problem, Report

SEVERITY = {"fejl": "Fejl", "advarsel": "Advarsel"}
MARKS = {"hidden": "skjult", "missing": "ikke indberettet"}
NOTHING = "–"
PROBLEM_COLUMNS = ["Alvor", "Jobcenter", "Måned", "Ark", "Række", "Kolonne", "Hvad er galt, og hvad kan du gøre"]
ENDINGS = {"new": ("nyt", "nye"), "changed": ("ændret", "ændret"), "unchanged": ("uændret", "uændrede")}


def counts(numbers: Mapping[str, int]) -> str:
    """``112 tal er nye, 3 er ændret, 19 er uændrede``; what there is none of is left out."""
    kinds = [kind for kind in ENDINGS if numbers.get(kind, 0)]
    if not kinds:
        return "ingen tal"
    parts = [f"{number(numbers[kind])}{' tal' if kind == kinds[0] else ''} er {ENDINGS[kind][numbers[kind] != 1]}"
             for kind in kinds]
    return ", ".join(parts)


def verdict(report: Report) -> str:
    """The answer to »Kan filen bruges?« in one sentence without a full stop."""
    if report.status == "refused":
        return "Filen blev afvist"
    if report.status == "question":
        return "Er filen læst rigtigt?" if only_approval(report) else "Filen skal forklares, før den kan kontrolleres"
    if report.status == "unchanged" and report.already:
        return f"Filen er allerede indlæst den {day(report.already[1])}"
    return f"Filen kan indlæses: {counts(report.counts)}"


def only_approval(report: Report) -> bool:
    """Whether everything in the file is recognised and a person need only say yes to how it is read."""
    asked = report.question
    return asked is not None and bool(asked.headings) and not (
        asked.asked or asked.needs_month or asked.needs_outcome_month or asked.sheets)


def to_mend(report: Report) -> str:
    """What stands between the file and the database: how many errors and warnings."""
    errors, warnings = len(report.errors), len(report.warnings)
    if errors:
        also = f" Desuden er der {plural(warnings, 'advarsel', 'advarsler')}." if warnings else ""
        return f"{plural(errors, 'fejl', 'fejl')} skal rettes. Der er ikke gemt noget.{also}"
    if warnings:
        return f"{plural(warnings, 'advarsel', 'advarsler')} skal begrundes, før tallene kan gemmes."
    return "Der er ingen fejl og ingen advarsler."


def loaded(report: Report, names: Mapping[str, str]) -> str:
    """``Oktober 2009, 19 jobcentre: 112 tal er nye, 3 er ændret, 19 er uændrede.``"""
    return f"{scope(report.changes, names)}: {counts(report.counts)}."


def scope(changes: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Which months and jobcenters a set of figures is about, remarks aside: ``Januar og marts 2010, 18 jobcentre``."""
    counted = changes[changes["text"].isna()] if changes["text"].isna().any() else changes
    places = sorted(counted["jobcenter"].unique())
    who = names.get(places[0], places[0]) if len(places) == 1 else plural(len(places), "jobcenter", "jobcentre")
    when = months_in_words(months(counted))
    return f"{when[:1].upper()}{when[1:]}, {who}"


def months_in_words(found: list[date]) -> str:
    """``januar og marts 2010``, ``december 2009 og januar 2010`` or, when they are many, ``januar 2009–marts 2010``."""
    if len(found) > 3:
        return f"{month_long(found[0])}–{month_long(found[-1])}"
    last = {month.year: month for month in found}
    return listing(month_long(m) if m == last[m.year] else month_long(m).removesuffix(f" {m.year}") for m in found)


def months(changes: pd.DataFrame) -> list[date]:
    """The months the figures belong to, oldest first."""
    return [cast(pd.Timestamp, m).date() for m in sorted(changes["month"].unique())] if len(changes) else []


def left_out(codes: tuple[str, ...] | list[str], names: Mapping[str, str]) -> str:
    """``Uden Hedensted og Skive``; empty when nobody is left out."""
    return f"Uden {listing(sorted((names.get(c, c) for c in codes), key=alphabetical))}" if codes else ""


def waiting(count: int) -> str:
    """How many files come after the one that is shown."""
    return f"{plural(count, 'fil mere venter', 'filer mere venter')} på, at du er færdig med denne."


def cut(shown: int, total: int) -> str:
    """That a long list is not shown whole."""
    return f"Viser de første {number(shown)} af {number(total)}."


def new_title(count: int) -> str:
    """The heading of the folded list of figures that are new."""
    return f"Vis {plural(count, 'nyt tal', 'nye tal')}"


def notes_title(report: Report) -> str:
    """The heading of the folded list of what was recognised and skipped."""
    return f"Sådan er filen læst ({plural(len(report.notes), 'bemærkning', 'bemærkninger')})"


def before_saving(*, named: bool, reasoned: bool) -> str:
    """What a person must still write before the figures can be saved; empty when nothing is lacking."""
    if named:
        return "" if reasoned else "Skriv først en begrundelse."
    return "Skriv først, hvem du er." if reasoned else "Skriv først, hvem du er, og en begrundelse."


def in_file(report: Report, names: Mapping[str, str]) -> list[str]:
    """Codes of the jobcenters the file is about, those left out included, in the order of their names."""
    return sorted(report.jobcenters, key=lambda code: alphabetical(names.get(code, code)))


def problem_table(problems: tuple[Problem, ...], names: Mapping[str, str]) -> pd.DataFrame:
    """Problems for reading, errors first; a column that would say the same or nothing throughout is left out."""
    rows = [(SEVERITY[p.severity], names.get(p.jobcenter or "", ""), _short(p.month) if p.month else "",
             p.sheet or "", str(p.row or ""), p.column or "", p.text)
            for p in sorted(problems, key=lambda p: p.severity != "fejl")]
    table = pd.DataFrame(rows, columns=PROBLEM_COLUMNS)
    if len({p.severity for p in problems}) < 2:
        table = table.drop(columns="Alvor")
    return table.loc[:, [bool(table[c].astype(bool).any()) for c in table]]


def _short(month: date) -> str:
    return month_short(month).replace(" ", NBSP)


def change_table(changes: pd.DataFrame, names: Mapping[str, str], dataset: str, *, old: str = "Før",
                 new: str = "Nu") -> pd.DataFrame:
    """Figures for reading: Jobcenter, Måned, Tal, ``old``, ``new``. Shapes: ``Report.changes`` in, text columns out."""
    fields = {f.name: f.heading for f in DATASETS[dataset].fields}
    return pd.DataFrame({
        "Jobcenter": changes["jobcenter"].map(lambda code: names.get(code, code)),
        "Måned": changes["month"].map({m: _short(m) for m in changes["month"].unique()}),
        "Tal": changes["measure"].map(lambda measure: fields.get(measure, measure)),
        old: cells(changes["old_value"], changes["old_mark"], changes["old_text"]),
        new: cells(changes["value"], changes["mark"], changes["text"]),
    }).reset_index(drop=True)


def cells(values: pd.Series, marks: pd.Series, texts: pd.Series) -> pd.Series:
    """Stored figures as a reader sees them: ``1.055``, ``skjult``, ``ikke indberettet``, the text, or a dash."""
    shown = values.map({v: number(int(v)).replace(" ", NBSP) for v in values.dropna().unique()})
    said = shown.astype(object).where(values.notna(), marks.map(MARKS))
    return said.where(said.notna(), texts).where(lambda found: found.notna(), NOTHING)
