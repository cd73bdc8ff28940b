"""The account of a file of monthly figures, as far as its check came."""

from collections import defaultdict
from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from model.intake.account.account import Account
from model.intake.account.account_sheets import CODES, Ledger, account, unsaved
from model.intake.account.account_words import Fate
from model.intake.cells import words
from model.intake.checks.checking import Cells, Judged
from model.intake.columns.mapping import Plan
from model.intake.columns.understanding import Understanding
from model.intake.columns.vocabulary import COUNTRY, IGNORE
from model.intake.files.workbook import Workbook
from model.intake.report import Problem


def of_unknown(workbook: Workbook) -> Account:
    """The account of a file about which it must be said first what kind it is."""
    return account(workbook, [Ledger(sheet, Fate.ANSWER) for sheet in workbook.sheets])


def of_columns(workbook: Workbook, columns: Understanding) -> Account:
    """The account of a file whose columns are wrong or must be explained first."""
    open_fate = Fate.WRONG_COLUMNS if unsaved(columns.problems) is Fate.MENDED else Fate.ANSWER
    plans = _by_sheet(columns.plans)
    asked = set(columns.question.asked) if columns.question else set()
    candidates = set(columns.question.sheets) if columns.question else set()
    ledgers = []
    for sheet in workbook.sheets:
        own = plans.get(sheet.name, [])
        unread = Fate.OTHER_SHEET if plans or (candidates and sheet.name not in candidates) else open_fate
        ledger = Ledger(sheet, Fate.HEADING if own else unread)
        _lay_out(ledger, own, open_fate, asked)
        ledgers.append(ledger)
    return account(workbook, ledgers)


def of(workbook: Workbook, plans: Sequence[Plan], cells: Cells, judged: Judged, *, problems: Sequence[Problem],
       without: frozenset[str]) -> Account:
    """The account of a file whose figures were looked at. ``problems``: all that the third and fourth gate found."""
    known = _by_sheet(plans)
    read = cells.cells if judged.read is None else judged.read
    fates = _fates(read, without)
    waits = unsaved(problems)
    gone = np.full(len(cells.lost), CODES[Fate.WRONG_KEY])
    ledgers = []
    for sheet in workbook.sheets:
        own = known.get(sheet.name, [])
        ledger = Ledger(sheet, Fate.HEADING if own else Fate.OTHER_SHEET)
        _lay_out(ledger, own, Fate.TEXT_ROW)
        if own:
            _put(ledger, read, fates)
            _put(ledger, cells.lost, gone)
            ledger.put_problems(problems, _headings(own))
        if waits is not None:
            ledger.turn(Fate.STORED, waits)
        ledgers.append(ledger)
    return account(workbook, ledgers)


def _put(ledger: Ledger, cells: pd.DataFrame, fates: np.ndarray) -> None:
    """The fates of those of the cells that are the sheet's."""
    mine = words.where(cells["sheet"], lambda name: name == ledger.sheet.name)
    ledger.put_each(cells[mine], fates[mine])


def _by_sheet(plans: Sequence[Plan]) -> dict[str, list[Plan]]:
    by_sheet: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans:
        by_sheet[plan.table.sheet].append(plan)
    return by_sheet


def _lay_out(ledger: Ledger, plans: Sequence[Plan], figures: Fate, asked: Collection[int] = ()) -> None:
    """What the layout of a sheet's tables says; ``figures`` for the columns that hold them, as far as they are read."""
    for table in (plan.table for plan in plans):
        ledger.put_rows((row for row, _ in table.lines), Fate.ABOVE)
        ledger.put_rows(table.repeats, Fate.REPEATED)
        ledger.put_rows((row for row, _ in table.below), Fate.BELOW)
    for plan in plans:
        ledger.put_rows(plan.table.rows, Fate.UNUSED)
    for plan in plans:
        _lay_out_columns(ledger, plan, figures, asked)


def _lay_out_columns(ledger: Ledger, plan: Plan, figures: Fate, asked: Collection[int]) -> None:
    """Keys, computed columns, columns that are asked about, and those of figures."""
    rows = plan.table.rows
    for label in plan.labels:
        if label.where == "column" and label.index in asked:
            ledger.put(rows, label.position, Fate.ANSWER)
        elif label.where == "column" and label.why == "computed" and label.target in (None, IGNORE):
            ledger.put(rows, label.position, Fate.COMPUTED)
    for key in (*plan.places, plan.month, plan.measure, *plan.table.marks.years):
        if key is not None:
            ledger.put(rows, key, Fate.KEY)
    by_row = figures is Fate.TEXT_ROW and plan.measure is not None
    for column in plan.columns:
        ledger.put(rows, column.position, Fate.UNUSED_ROW if by_row else figures)


def _fates(read: pd.DataFrame, without: frozenset[str]) -> np.ndarray:
    """The fate of each cell of figures, as its code."""
    place = read["place"]
    total, country = (words.where(place, test) for test in (lambda p: p.startswith("@"), lambda p: p == COUNTRY))
    left_out = words.where(place, lambda p: p in without)
    if "value" not in read:
        return np.select([left_out, total], [CODES[Fate.LEFT_OUT], CODES[Fate.CONTROL]], CODES[Fate.STORED])
    counted = read["value"].notna().to_numpy()
    stated = counted | read["mark"].notna().to_numpy() | read["text"].notna().to_numpy()
    fates = {Fate.LEFT_OUT: left_out, Fate.COUNTRY: country, Fate.CONTROL: total & counted, Fate.OPEN_SUM: total,
             Fate.STORED: stated, Fate.WRONG: read["fault"].notna().to_numpy()}
    return np.select(list(fates.values()), [CODES[fate] for fate in fates], CODES[Fate.SILENT])


def _headings(plans: Sequence[Plan]) -> dict[str, list[int]]:
    """The columns of each heading."""
    columns: dict[str, list[int]] = defaultdict(list)
    for head in (head for plan in plans for head in plan.table.heads):
        columns[head.text].append(head.column)
    return columns
