"""Records laid over those that stand: the diff a person is shown, and the whole records that rules look at."""

import json
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from model.intake.datasets.course_days import COURSE_DAYS
from model.intake.datasets.declaration import Column, Dataset
from model.intake.records.rows import Rows, plain
from model.intake.report import CHANGE_TYPES

EXTRA = {"record": object, "said": object}
COLUMNS = {**CHANGE_TYPES, **EXTRA}


def no_changes() -> pd.DataFrame:
    """The frame of a report on records without a row."""
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in COLUMNS.items()})


def changes(rows: Rows) -> pd.DataFrame:
    """Every value the rows state beside the one that stands: the columns of ``Report.changes`` and

    record (the key as JSON, see ``key_of``) and said (the record in Danish). Counts are in value; texts, choices, codes
    and ISO dates in text. A record that is stated by its key alone has a line with the last key's own name.
    """
    dataset = rows.dataset
    standing = _by_key(rows, dataset)
    lines: list[dict[str, Any]] = []
    for row in rows.frame.to_dict("records"):
        key = tuple(plain(row[part.column]) for part in dataset.keys)
        old = standing.get(key)
        stated = [part for part in dataset.fields
                  if _says(row, part, old)]
        lines += [_line(rows, row, part, key=key, old=old) for part in stated]
        if dataset.bare and not stated:
            lines.append(_bare(rows, row, key=key, stands=old is not None))
    return framed([*lines, *_of_days(rows)])


def _says(row: dict[str, Any], part: Column, old: dict[str, Any] | None) -> bool:
    """Whether a row says anything of a part: ``otherwise`` says nothing where nothing else stands."""
    said = plain(row[part.column])
    if said is not None and said == part.otherwise:
        return old is not None and plain(old[part.column]) is not None
    return said is not None or row[f"{part.column}_mark"] is not None


def _of_days(rows: Rows) -> list[dict[str, Any]]:
    """What the rows say of whole course days: each day once, as a record of COURSE_DAYS."""
    if not rows.dataset.of_day:
        return []
    standing = _by_key(rows, COURSE_DAYS)
    lines: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows.frame.to_dict("records"):
        key = tuple(plain(row[part.column]) for part in COURSE_DAYS.keys)
        for part in rows.dataset.of_day:
            if (*key, part.name) not in lines and _says(row, part, standing.get(key)):
                of_day = row | {"jobcenter": None, "label": rows.background.course_day(str(key[0]))}
                lines[*key, part.name] = _line(rows, of_day, part, key=key, old=standing.get(key))
    return list(lines.values())


def framed(lines: list[dict[str, Any]]) -> pd.DataFrame:
    """Lines as a frame with the promised columns and types."""
    if not lines:
        return no_changes()
    made = {name: _typed([line.get(name) for line in lines], kind) for name, kind in COLUMNS.items()}
    return pd.DataFrame(made)


def _typed(cells: list[Any], kind: Any) -> Any:
    if kind == "Int64":
        return pd.array(cells, dtype="Int64")
    if kind is object:
        return pd.Series(cells, dtype=object)
    return pd.Series(np.array(cells, dtype=kind))


def key_of(key: tuple[Any, ...]) -> str:
    """A key as JSON, dates in ISO form."""
    return json.dumps([value.isoformat() if isinstance(value, date) else value for value in key], ensure_ascii=False)


def _by_key(rows: Rows, dataset: Dataset) -> dict[tuple[Any, ...], dict[str, Any]]:
    frame = rows.background.standing[dataset.name]
    names = [part.column for part in dataset.keys]
    return {tuple(plain(row[name]) for name in names): row for row in frame.to_dict("records")}


def _line(rows: Rows, row: dict[str, Any], part: Column, *, key: tuple[Any, ...],
          old: dict[str, Any] | None) -> dict[str, Any]:
    now = cell(part, row)
    was = cell(part, old) if old is not None else (None, None, None)
    kind = "new" if was == (None, None, None) else "unchanged" if was == now else "changed"
    return _base(rows, row, part, key) | dict(zip(("value", "mark", "text", "old_value", "old_mark", "old_text"),
                                                  (*now, *was), strict=True)) | {"kind": kind}


def _bare(rows: Rows, row: dict[str, Any], *, key: tuple[Any, ...], stands: bool) -> dict[str, Any]:
    part = rows.dataset.keys[-1]
    text = cell(part, row)[2]
    return _base(rows, row, part, key) | {"text": text, "old_text": text if stands else None,
                                          "kind": "unchanged" if stands else "new"}


def cell(part: Column, row: dict[str, Any]) -> tuple[int | None, str | None, str | None]:
    """(value, mark, text) of one part of a record."""
    value, mark = plain(row[part.column]), row.get(f"{part.column}_mark")
    if value is None:
        return None, mark if isinstance(mark, str) else None, None
    if part.kind in ("count", "number"):
        return int(value), None, None
    return None, None, value.isoformat() if isinstance(value, date) else str(value)


def _base(rows: Rows, row: dict[str, Any], part: Column, key: tuple[Any, ...]) -> dict[str, Any]:
    place = row.get("jobcenter") if any(p.kind == "jobcenter" for p in rows.dataset.parts) else None
    when = next((v for p in rows.dataset.keys if p.kind in ("month", "date") and (v := plain(row[p.column]))), None)
    if when is None and "course_day" in row:
        when = rows.background.held_on[row["course_day"]]
    first = date(when.year, when.month, 1) if isinstance(when, date) else "NaT"
    month = np.datetime64(first, "us")
    stands = rows.place(row, part.column)
    return {"jobcenter": place if isinstance(place, str) else None, "month": month, "measure": part.name,
            "row": stands.row if stands else int(row["row"]) or None,
            "column": stands.heading if stands else rows.headings.get(part.column) or part.heading,
            "sheet": row["sheet"] or None,
            "position": stands.position if stands else rows.positions.get((row["sheet"], part.column)),
            "record": key_of(key), "said": row["label"]}


def laid(rows: Rows) -> pd.DataFrame:
    """The standing records with the rows laid over them: key and value columns, fresh and at.

    fresh: the rows say something new of the record. at: its position in ``rows.frame``, −1 where the rows are silent.
    """
    dataset = rows.dataset
    records = {key: dict(row) | {"fresh": False, "at": -1} for key, row in _by_key(rows, dataset).items()}
    for at, row in enumerate(rows.frame.to_dict("records")):
        key = tuple(plain(row[part.column]) for part in dataset.keys)
        if None in key:
            continue  # it speaks of its day alone
        record = records.setdefault(key, {part.column: None for part in (*dataset.keys, *dataset.fields)} | {
            part.column: value for part, value in zip(dataset.keys, key, strict=True)} | {"at": -1, "fresh": True})
        for part in dataset.fields:
            said, mark = plain(row[part.column]), row[f"{part.column}_mark"]
            if said is None and mark is None:
                continue
            record["fresh"] = record["fresh"] or plain(record[part.column]) != said
            record[part.column] = said
        record["at"] = at
    names = [part.column for part in (*dataset.keys, *dataset.fields)] + ["fresh", "at"]
    frame = pd.DataFrame([{name: plain(r[name]) for name in names} for r in records.values()], columns=names,
                         dtype=object)
    return frame.astype({"fresh": bool, "at": "int64"})
