"""The fourth gate for records: the rules of each dataset, and those that hold for all."""

from collections.abc import Iterator

import pandas as pd

from model.basics.formatting import capital, day, number
from model.basics.frames import plain
from model.intake.cells.cell_text import quoted
from model.intake.cells.count_text import DASHES
from model.intake.checks.naming import MOST, rest
from model.intake.datasets.declaration import Column
from model.intake.records import laying, record_names
from model.intake.records.rows import Rows
from model.intake.report import Problem
from model.intake.rules import ruling


def judge(rows: Rows, laid: pd.DataFrame, changes: pd.DataFrame) -> list[Problem]:
    """Every broken rule, errors first. ``laid``: see ``laying.laid``; ``changes``: see ``laying.changes``."""
    found = [*ruling.of(rows.dataset).problems(rows, laid), *_parts(rows, laid), *_taken_back(rows, changes),
             *_passed_over(rows, laid)]
    ordered = sorted(found, key=lambda p: (p.severity != "fejl", p.sheet or "", p.row or 0))
    return [*ordered[:MOST], *rest(len(ordered), 4, ordered[-1].severity if ordered else "advarsel")]


def _parts(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """Each part <= its whole, where the declaration says what it is a part of."""
    for part in (part for part in rows.dataset.fields if part.part_of):
        whole = rows.dataset.field(str(part.part_of))
        for at, some, every in laid.loc[laid["at"] >= 0, ["at", part.column, whole.column]].itertuples(index=False):
            if some is not None and every is not None and some > every:
                yield rows.problem(at, f"{number(some)} {part.phrase} er flere end de {number(every)} {whole.phrase}. "
                                   "Ret det tal, der er forkert.", column=part.column)


def _taken_back(rows: Rows, changes: pd.DataFrame) -> Iterator[Problem]:
    """A value that stands is said to be unknown after all; those of a record that is withdrawn do not stand."""
    back = changes[((changes["mark"] == "missing") & (changes["kind"] == "changed")).to_numpy()]
    if len(back):
        back = back[~back["record"].isin(_withdrawn(rows))]
    other = " og svar noget andet om rækkerne" if rows.joined else ""  # a cell that is empty may be so by an answer
    for line in back.itertuples():
        part: Column = rows.dataset.field(line.measure)
        old = record_names.shown(part, line.old_value if pd.notna(line.old_value) else line.old_text, rows.background)
        text = (f"»{part.heading}« er nu meldt som {rows.dataset.missing}, og {old} bliver taget tilbage. Lad cellen "
                f"være tom{other}, hvis det stadig gælder, ellers skriv hvorfor.")
        own = record_names.beside_place(rows.dataset, laying.key_in(rows.dataset, line.record), rows.background)
        yield Problem("advarsel", 4, f"{capital(line.said)}: {text}", reason=record_names.beside(own, text),
                      sheet=line.sheet, row=None if pd.isna(line.row) else int(line.row),
                      column=line.column, jobcenter=line.jobcenter)


def _passed_over(rows: Rows, laid: pd.DataFrame) -> Iterator[Problem]:
    """A word says that something has not happened, and a day of it stands, which an empty cell does not change."""
    silent = [part for part in rows.dataset.fields
              if part.kind == "date" and rows.frame[f"{part.column}_silent"].notna().any()]
    for part in silent:
        for at, stands in laid.loc[laid["at"] >= 0, ["at", part.column]].itertuples(index=False):
            said = rows.frame.iloc[at][f"{part.column}_silent"]
            if isinstance(said, str) and said not in DASHES and stands is not None:
                yield rows.problem(at, f"»{part.heading}« siger {quoted(said)}, men der står fra tidligere "
                                   f"{day(stands)}, og det ændrer cellen ikke. Skriv »..«, hvis datoen skal tages "
                                   "tilbage, ellers skriv hvorfor.", column=part.column, severity="advarsel")


def _withdrawn(rows: Rows) -> set[str]:
    """The keys, as ``laying.key_of`` has them, of the standing records that do not count."""
    standing, withdrawal = rows.background.standing[rows.dataset.name], rows.dataset.withdrawal
    if withdrawal is None:
        return set()
    gone = standing.loc[standing[withdrawal.column].eq(withdrawal.withdraws), [key.column for key in rows.dataset.keys]]
    return {laying.key_of(tuple(map(plain, key))) for key in gone.astype(object).itertuples(index=False, name=None)}
