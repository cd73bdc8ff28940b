"""A report in Danish: what it is about and how much it changes, and its problems and changes as tables for reading."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

import numpy as np
import pandas as pd

from model.basics.formatting import alphabetical, capital, listing, month_long, month_name, month_short, number, plural
from model.basics.spaces import unbroken
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.declaration import Dataset
from model.intake.records.record_names import NOTHING, worded
from model.intake.report import Problem, Report, brief

SEVERITY = {"fejl": "Fejl", "advarsel": "Advarsel"}
HIDDEN = "skjult"
PROBLEM_COLUMNS = ["Alvor", "Jobcenter", "Måned", "Ark", "Række", "Kolonne", "Hvad er galt, og hvad kan du gøre"]
KINDS = ("new", "changed", "unchanged")
WOULD = {"new": "{count}{noun} er {new}", "changed": "{count}{noun} ændres", "unchanged": "{count}{noun} er som før"}
DONE = {"new": "{count} {new}{noun}", "changed": "{count}{noun} ændret", "unchanged": "{count}{noun} som før"}
LISTED = 5  # rows that are named of those a problem is about


def counts(numbers: Mapping[str, int], dataset: str) -> str:
    """``14 tal er nye, 7 ændres, 79 er som før``: what a file would do; what there is none of is left out."""
    return _of_kinds(numbers, dataset, WOULD)


def done(numbers: Mapping[str, int], dataset: str) -> str:
    """``14 nye tal, 7 ændret, 79 som før``: what an upload did; what there is none of is left out."""
    return _of_kinds(numbers, dataset, DONE)


def _of_kinds(numbers: Mapping[str, int], dataset: str, said: Mapping[str, str]) -> str:
    word, parts = DATASETS[dataset].noun, list[str]()
    for kind in KINDS:
        if count := numbers.get(kind, 0):
            noun = "" if parts else f" {word.one if count == 1 else word.many}"
            parts.append(said[kind].format(count=number(count), noun=noun, new=word.new if count == 1 else "nye"))
    return ", ".join(parts) or f"ingen {word.many}"


def saved(report: Report) -> str:
    """``Gemt: 14 nye tal, 7 ændret, 79 som før``."""
    return f"Gemt: {done(report.counts, report.dataset)}"


def loadable(report: Report, names: Mapping[str, str]) -> str:
    """``Oktober 2009, 19 jobcentre: 112 tal er nye, 3 ændres``: what a file is about and would do."""
    return f"{scope(report.changes, names, report.dataset)}: {counts(report.counts, report.dataset)}"


def loaded(report: Report, names: Mapping[str, str]) -> str:
    """``Oktober 2009, 19 jobcentre: 112 nye tal, 3 ændret.``: what a file was about and did."""
    return f"{scope(report.changes, names, report.dataset)}: {done(report.counts, report.dataset)}."


def scope(changes: pd.DataFrame, names: Mapping[str, str], dataset: str) -> str:
    """What changes are about, remarks aside: ``Januar og marts 2010, 18 jobcentre``, ``Kursusdeltagelse, Skive``."""
    if not DATASETS[dataset].is_figures:
        return ", ".join([DATASETS[dataset].title, *_places(changes, names)])
    counted = changes[changes["text"].isna()] if changes["text"].isna().any() else changes
    return ", ".join([capital(months_in_words(months(counted))), *_places(counted, names)])


def _places(changes: pd.DataFrame, names: Mapping[str, str]) -> list[str]:
    """The one jobcenter's name, how many there are, or nothing for what is about none."""
    found = sorted(changes["jobcenter"].dropna().unique())
    if len(found) < 2:
        return [names.get(code, code) for code in found]
    return [plural(len(found), "jobcenter", "jobcentre")]


def months_in_words(firsts: list[date]) -> str:
    """``januar og marts 2010``, ``december 2009 og januar 2010`` or, when they are many, ``januar 2009–marts 2010``."""
    if len(firsts) > 3:
        return f"{month_long(firsts[0])}–{month_long(firsts[-1])}"
    last = {month.year: month for month in firsts}
    return listing(month_long(m) if m == last[m.year] else month_name(m) for m in firsts)


def months(changes: pd.DataFrame) -> list[date]:
    """The months the figures belong to, oldest first."""
    found = changes["month"].dropna().unique()
    return [cast(pd.Timestamp, m).date() for m in sorted(found)] if len(changes) else []


def left_out(codes: tuple[str, ...] | list[str], names: Mapping[str, str]) -> str:
    """``Uden Hedensted og Skive``; empty when nobody is left out."""
    return f"Uden {names_left_out(codes, names)}" if codes else ""


def names_left_out(codes: Iterable[str], names: Mapping[str, str]) -> str:
    """``Hedensted og Skive``."""
    return listing(sorted((names.get(code, code) for code in codes), key=alphabetical))


def cut(shown: int, total: int) -> str:
    """That a long list is not shown whole."""
    return f"Viser de første {number(shown)} af {number(total)}."


def changed_title(count: int, dataset: str) -> str:
    """The heading of the folded list of what changes: ``Vis 16 tal, der ændres``."""
    word = DATASETS[dataset].noun
    return f"Vis {plural(count, word.one, word.many)}, der ændres"


def new_title(count: int, dataset: str) -> str:
    """The heading of the folded list of what is new: ``Vis 76 nye oplysninger``."""
    word = DATASETS[dataset].noun
    return f"Vis {plural(count, f'{word.new} {word.one}', f'nye {word.many}')}"


def read_as(dataset: str) -> str:
    """What kind of file it was taken for, and that it may be another: the label of the folded choice."""
    return f"Filen er læst som »{DATASETS[dataset].title}«. Er den noget andet?"


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
    """Problems for reading, errors first, the warnings about one cell as one; no text repeats what the columns say.

    A column that would say the same or nothing throughout is left out.
    """
    rows = [(SEVERITY[p.severity], names.get(p.jobcenter or "", ""), _short(p.month) if p.month else "",
             p.sheet or "", _rows(p), p.column or "", p.brief)
            for p in sorted(by_cell(problems), key=lambda p: p.severity != "fejl")]
    table = pd.DataFrame(rows, columns=PROBLEM_COLUMNS)
    if len({p.severity for p in problems}) < 2:
        table = table.drop(columns="Alvor")
    return table.loc[:, [bool(table[c].astype(bool).any()) for c in table]]


def by_cell(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in their order, as one the warnings about one cell (a dash that also takes a figure back) and the
    errors about one field of a form.
    """
    found: dict[object, list[Problem]] = {}
    for place, problem in enumerate(problems):
        one_cell = (problem.severity == "advarsel" or not problem.row) and problem.jobcenter and problem.column
        key = (problem.severity, problem.sheet, problem.row, problem.column, problem.jobcenter, problem.month)
        found.setdefault(key if one_cell else place, []).append(problem)
    return tuple(alike[0] if len(alike) == 1 else _as_one(alike) for alike in found.values())


def _as_one(alike: Sequence[Problem]) -> Problem:
    first, *others = alike
    return replace(first, text=f"{first.text} {brief(others)}", reason=brief(alike), remedy="")


def _rows(problem: Problem) -> str:
    """The rows a problem is about: ``2, 3 og 4``."""
    rows = problem.rows or ((problem.row,) if problem.row else ())
    more = [f"{number(len(rows) - LISTED)} til"] if len(rows) > LISTED else []
    return listing([*map(str, rows[:LISTED]), *more])


def _short(month: date) -> str:
    return unbroken(month_short(month))


def change_table(changes: pd.DataFrame, names: Mapping[str, str], dataset: str, *, old: str = "Før",
                 new: str = "Nu", most: int | None = None) -> pd.DataFrame:
    """Values for reading, old beside new, the first ``most`` of them.

    Of figures: Jobcenter (by name), Måned, Tal (in the dataset's order), ``old``, ``new``. Of records, in the order
    given: Hvad (the record), Oplysning (the column), ``old``, ``new``. Shapes: ``Report.changes`` in, text columns out.
    """
    declared = DATASETS[dataset]
    order = _reading_order(changes, names, declared) if declared.is_figures else np.arange(len(changes))
    shown = changes.iloc[order[:most]]
    measures = [declared.field(name).heading for name in shown["measure"]]
    what = {"Jobcenter": shown["jobcenter"].map(lambda code: names.get(code, code)).tolist(),
            "Måned": [_short(month) for month in shown["month"]], "Tal": measures} if declared.is_figures else {
        "Hvad": [capital(record) for record in shown["said"]], "Oplysning": measures}
    return pd.DataFrame(what | {old: cells(shown, declared, names, before="old_"), new: cells(shown, declared, names)},
                        dtype=object)


def _reading_order(changes: pd.DataFrame, names: Mapping[str, str], dataset: Dataset) -> np.ndarray:
    """Positions of the rows by the jobcenter's name, the month and the measure's place in the dataset."""
    codes = sorted(changes["jobcenter"].unique(), key=lambda code: alphabetical(names.get(code, code)))
    places = {code: place for place, code in enumerate(codes)}
    ranks = {part.name: place for place, part in enumerate(dataset.fields)}
    return np.lexsort((changes["measure"].map(ranks), changes["month"], changes["jobcenter"].map(places)))


def cells(rows: pd.DataFrame, dataset: Dataset, names: Mapping[str, str], *, before: str = "") -> list[str]:
    """Stored values as a reader sees them: ``1.055``, ``skjult``, ``ikke indberettet``, the text, or a dash.

    Shapes: measure, and value, mark and text with ``before`` before their names.
    """
    marks = {"hidden": HIDDEN, "missing": dataset.missing}
    columns = (rows["measure"], *(rows[f"{before}{name}"] for name in ("value", "mark", "text")))
    return [marks[mark] if isinstance(mark, str) else NOTHING if pd.isna(value) and not isinstance(text, str)
            else worded(dataset.field(measure), text if pd.isna(value) else value, names)
            for measure, value, mark, text in zip(*columns, strict=True)]
