"""The account of a file of records, as far as its check came."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from model.intake.account.account import Account
from model.intake.account.account_sheets import Ledger, account, unsaved
from model.intake.account.account_words import Fate
from model.intake.columns.vocabulary import COMPUTED
from model.intake.files.workbook import Workbook
from model.intake.records.columns import Columns
from model.intake.records.rows import Rows
from model.intake.records.tables import Table
from model.intake.report import Problem


def of_columns(workbook: Workbook, columns: Columns) -> Account:
    """The account of a file whose columns are wrong or must be explained first."""
    open_fate = Fate.WRONG_COLUMNS if unsaved(columns.problems) is Fate.MENDED else Fate.ANSWER
    tables = {table.sheet: table for table in columns.tables}
    asked = set(columns.question.asked) if columns.question else set()
    ledgers = []
    for sheet in workbook.sheets:
        table = tables.get(sheet.name)
        ledger = Ledger(sheet, Fate.ABOVE if table else Fate.OTHER_SHEET if tables else open_fate)
        if table is not None:
            _lay_out(ledger, table, columns_of=open_fate, asked=asked)
        ledgers.append(ledger)
    return account(workbook, ledgers)


def of(workbook: Workbook, tables: Sequence[Table], rows: Rows, *, changes: pd.DataFrame,
       problems: Sequence[Problem], without: Collection[str]) -> Account:
    """The account of a file whose records were looked at. ``rows``: all of them, those left out on purpose too.

    ``changes``: what the rows state (see ``laying.changes``), whether it can be stored or not.
    """
    known = {table.sheet: table for table in tables}
    waits = unsaved(problems)
    ledgers = []
    for sheet in workbook.sheets:
        table = known.get(sheet.name)
        ledger = Ledger(sheet, Fate.OTHER_SHEET if table is None else Fate.ABOVE)
        if table is not None:
            _lay_out(ledger, table, columns_of=Fate.SILENT)
            _put_rows(ledger, table, rows, changes, without)
            ledger.put_problems(problems, _headings(table))
        if waits is not None:
            ledger.turn(Fate.STORED, waits)
            ledger.turn(Fate.JOINED, waits)
        ledgers.append(ledger)
    return account(workbook, ledgers)


def _lay_out(ledger: Ledger, table: Table, *, columns_of: Fate, asked: Collection[int] = ()) -> None:
    """Headings, keys and columns that are not read; ``columns_of`` for those that are."""
    ledger.put_rows(table.headed, Fate.HEADING)
    ledger.put_rows(table.repeats, Fate.REPEATED)
    ledger.put_rows((row for row, _ in table.below), Fate.BELOW)
    ledger.put_rows(table.rows, Fate.UNUSED)
    for heading in table.headings:
        at = heading.index - table.start
        if heading.index in asked:
            ledger.put(table.rows, at, Fate.ANSWER)
        elif at not in table.targets and COMPUTED.search(heading.heading):
            ledger.put(table.rows, at, Fate.COMPUTED)
    for at in {*table.targets, *table.across.positions}:
        ledger.put(table.rows, at, columns_of)
    for at in table.marks.years:
        ledger.put(table.rows, at, Fate.KEY)
    for at in table.unsure:
        ledger.put(table.rows, at, Fate.CONTROL)
    for at in table.joined:
        ledger.put(table.rows, at, columns_of)


@dataclass(frozen=True)
class _Said:
    """Where a table's stored values stand: the rows by the parts' names, and the cells of columns that stand across."""

    rows: Mapping[str, list[int]]
    across: list[tuple[int, int]]

    @classmethod
    def of(cls, changes: pd.DataFrame, table: Table) -> "_Said":
        """Those of the changes that are the table's. Shape: see ``laying.changes``."""
        found, across = defaultdict[str, list[int]](list), []
        for name, sheet, row, at in zip(*(changes[each] for each in ("measure", "sheet", "row", "position")),
                                        strict=True):
            if (sheet if isinstance(sheet, str) else "") == table.sheet and pd.notna(row):
                found[name].append(int(row))
                across += [(int(row), int(at))] if at in table.across.positions else []
        return cls(found, across)


def _put_rows(ledger: Ledger, table: Table, rows: Rows, changes: pd.DataFrame, without: Collection[str]) -> None:
    """What the rows say: those that are no records, keys, values, those left out on purpose, those with a wrong key."""
    frame = rows.frame[(rows.frame["sheet"] == table.sheet).to_numpy()]
    names = {part.name for part in rows.dataset.keys}
    read = {**table.targets, **table.joined}
    keys = {at for at, name in read.items() if name in names}
    said = _Said.of(changes, table)
    for at in keys:
        ledger.put(table.rows, at, Fate.KEY)
    for at in set(read) - keys:
        ledger.put(said.rows[read[at]], at, Fate.STORED)
    for row, at in said.across:
        ledger.put([row], at, Fate.STORED)
    _put_lost(ledger, table, frame[frame["lost"]], set(table.targets) - keys)
    if "jobcenter" in frame:
        ledger.put_rows(frame[frame["jobcenter"].isin(list(without))]["row"], Fate.LEFT_OUT)
    joined = {row for sheet, row in rows.joined if sheet == table.sheet}
    ledger.put_rows(set(table.rows) - {*frame["row"], *(row for row, _ in said.across), *joined}, Fate.SKIPPED_ROW)
    for at in set(table.targets) - keys:
        ledger.put(sorted(joined), at, Fate.JOINED)
    for _, row, at in (cell for cell in rows.controls if cell[0] == table.sheet):
        ledger.put([row], at, Fate.CONTROL)


def _put_lost(ledger: Ledger, table: Table, gone: pd.DataFrame, columns: Collection[int]) -> None:
    """The values of records whose key is wrong, under ordinary headings and under those that stand across."""
    for at in columns:
        ledger.put(gone["row"].to_numpy(dtype="int64"), at, Fate.WRONG_KEY)
    for stands in (stands for places in gone["stands"] if places for stands in places.values()):
        if stands.position in table.across.positions and stands.row in table.rows:
            ledger.put([stands.row], stands.position, Fate.WRONG_KEY)


def _headings(table: Table) -> dict[str, list[int]]:
    """The columns of each heading."""
    columns: dict[str, list[int]] = defaultdict(list)
    for heading in table.headings:
        columns[heading.heading].append(heading.index - table.start)
    return columns
