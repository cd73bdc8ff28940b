"""Records laid over those that stand: the diff a person is shown, and the whole records that rules look at."""

import json
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from model.basics.frames import plain
from model.intake.cells.cell_text import objects
from model.intake.checks.changes import against
from model.intake.datasets.course_days import COURSE_DAYS
from model.intake.datasets.declaration import Column, Dataset
from model.intake.datasets.shared import JOBCENTER
from model.intake.records.rows import Rows
from model.intake.report import CHANGE_TYPES

EXTRA = {"record": object, "said": object}
COLUMNS = {**CHANGE_TYPES, **EXTRA}
KEY = ["record", "measure"]
NOTHING = (None, None, None)


def no_changes() -> pd.DataFrame:
    """The frame of a report on records without a row."""
    return framed([])


def long(frame: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """Records (``record_facts.records``) with a row for each value: KEY, value, mark, text.

    One that its key alone states something of has a row with the last key's own name.
    """
    told = (*dataset.fields, *(dataset.keys[-1:] if dataset.bare else ()))
    lines = [{"record": record, "measure": part.name, **dict(zip(("value", "mark", "text"), found, strict=True))}
             for row in frame.to_dict("records") for record in [key_of(_key(row, dataset))] for part in told
             if (found := cell(part, row)) != NOTHING]
    return framed(lines)


def changes(rows: Rows) -> pd.DataFrame:
    """Every value the rows state beside the one that stands: the columns of ``Report.changes`` and record (the key as
    JSON, see ``key_of``) and said (the record in Danish). Counts are in value; texts, choices, codes and ISO dates in
    text. A record that is stated by its key alone has a line with the last key's own name.
    """
    dataset = rows.dataset
    of_day = [COURSE_DAYS] if dataset.of_day else []
    standing = pd.concat([long(rows.background.standing[kind.name], kind) for kind in (dataset, *of_day)])
    valued = standing[standing["mark"].isna()]
    known = set(zip(valued["record"], valued["measure"], strict=True))
    whose = valued[valued["measure"].eq(JOBCENTER.name)].set_index("record")["text"].to_dict()
    lines: list[dict[str, Any]] = []
    for row in rows.frame.to_dict("records"):
        key = _key(row, dataset)
        stated = [part for part in dataset.fields if _says(row, part, key, known)]
        row["jobcenter"] = row.get("jobcenter") or whose.get(key_of(key))  # of one that is known without saying it
        lines += [_line(rows, row, part, key) for part in (stated or (dataset.keys[-1:] if dataset.bare else ()))]
    return against(framed([*lines, *_of_days(rows, known)]), standing, KEY)


def _key(row: Mapping[str, Any], dataset: Dataset) -> tuple[Any, ...]:
    return tuple(plain(row[part.column]) for part in dataset.keys)


def _says(row: dict[str, Any], part: Column, key: tuple[Any, ...], known: Collection[tuple[str, str]]) -> bool:
    """Whether a row says anything of a part: ``otherwise`` says nothing where nothing else stands."""
    said = plain(row[part.column])
    if said is not None and said == part.otherwise:
        return (key_of(key), part.name) in known
    return said is not None or row[f"{part.column}_mark"] is not None


def _of_days(rows: Rows, known: Collection[tuple[str, str]]) -> list[dict[str, Any]]:
    """What the rows say of whole course days: each day once, as a record of COURSE_DAYS."""
    lines: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows.frame.to_dict("records") if rows.dataset.of_day else ():
        key = _key(row, COURSE_DAYS)
        for part in rows.dataset.of_day:
            if (*key, part.name) not in lines and _says(row, part, key, known):
                of_day = row | {"jobcenter": None, "label": rows.background.course_day(str(key[0]))}
                lines[*key, part.name] = _line(rows, of_day, part, key)
    return list(lines.values())


def framed(lines: list[dict[str, Any]]) -> pd.DataFrame:
    """Lines as a frame with the promised columns and types."""
    frame = pd.DataFrame(lines, columns=list(COLUMNS), dtype=object)
    return frame.where(frame.notna(), None).astype(COLUMNS)


def key_of(key: tuple[Any, ...]) -> str:
    """A key as JSON, dates in ISO form."""
    return json.dumps([value.isoformat() if isinstance(value, date) else value for value in key], ensure_ascii=False)


def key_in(dataset: Dataset, record: str) -> dict[str, Any]:
    """A key from its JSON, by the table's columns."""
    return dict(zip([part.column for part in dataset.keys], json.loads(record), strict=True))


def _line(rows: Rows, row: dict[str, Any], part: Column, key: tuple[Any, ...]) -> dict[str, Any]:
    """What one part of a row states, whose it is, and where it stands."""
    place = row.get("jobcenter") if any(p.kind == "jobcenter" for p in rows.dataset.parts) else None
    when = next((v for p in rows.dataset.keys if p.kind in ("month", "date") and (v := plain(row[p.column]))), None)
    if when is None and "course_day" in row:
        when = rows.background.held_on[row["course_day"]]
    first = date(when.year, when.month, 1) if isinstance(when, date) else "NaT"
    month = np.datetime64(first, "us")
    stands = rows.place(row, part.column)
    value, mark, text = cell(part, row)
    return {"jobcenter": place if isinstance(place, str) else None, "month": month, "measure": part.name,
            "value": value, "mark": mark, "text": text, "row": stands.row if stands else int(row["row"]) or None,
            "column": stands.heading if stands else rows.headings.get(part.column) or part.heading,
            "sheet": row["sheet"] or None,
            "position": stands.position if stands else rows.positions.get((row["sheet"], part.column)),
            "record": key_of(key), "said": row["label"]}


def cell(part: Column, row: dict[str, Any]) -> tuple[int | None, str | None, str | None]:
    """(value, mark, text) of one part of a record."""
    value, mark = plain(row[part.column]), row.get(f"{part.column}_mark")
    if value is None:
        return None, mark if isinstance(mark, str) else None, None
    if part.kind in ("count", "number"):
        return int(value), None, None
    return None, None, value.isoformat() if isinstance(value, date) else str(value)


def laid(rows: Rows) -> pd.DataFrame:
    """The standing records with the rows laid over them: key and value columns, fresh and at.

    fresh: the rows say something new of the record. at: its position in ``rows.frame``, −1 where the rows are silent.
    """
    dataset = rows.dataset
    standing = rows.background.standing[dataset.name].to_dict("records")
    records = {_key(row, dataset): dict(row) | {"fresh": False, "at": -1} for row in standing}
    for at, row in enumerate(rows.frame.to_dict("records")):
        key = _key(row, dataset)
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
    names = [part.column for part in (*dataset.keys, *dataset.fields)]
    cells = {name: pd.Series(objects([plain(record[name]) for record in records.values()]), dtype=object)
             for name in names}
    return pd.DataFrame(cells | {"fresh": np.array([record["fresh"] for record in records.values()], dtype=bool),
                                 "at": np.array([record["at"] for record in records.values()], dtype="int64")})
