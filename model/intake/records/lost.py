"""Rows of records whose key is wrong: left out of the fourth gate, and nothing is held against what they may say."""

from dataclasses import replace
from itertools import compress
from typing import Any

import pandas as pd

from model.basics.frames import plain
from model.intake.datasets.course_days import COURSE_DAYS
from model.intake.datasets.declaration import Dataset
from model.intake.records.rows import Rows


def parted(rows: Rows) -> tuple[Rows, pd.DataFrame]:
    """The rows whose keys are known, and the frame of the others."""
    gone = rows.frame["lost"].to_numpy(dtype=bool)
    return replace(rows, frame=rows.frame[~gone].reset_index(drop=True)), rows.frame[gone]


def without_doubt(rows: Rows, lost: pd.DataFrame) -> Rows:
    """The rows against a background without the records that a lost row may be about, where no other row is."""
    standing = dict(rows.background.standing)
    of_day = lost[lost["event"].notna()] if rows.dataset.of_day else lost[:0]
    for dataset, said in ((rows.dataset, lost), (COURSE_DAYS, of_day)):
        if len(said):
            standing[dataset.name] = _certain(standing[dataset.name], dataset, said, rows.frame)
    return replace(rows, background=replace(rows.background, standing=standing))


def _certain(records: pd.DataFrame, dataset: Dataset, lost: pd.DataFrame, sound: pd.DataFrame) -> pd.DataFrame:
    """The records that have a row of their own, or none of whose keys fits what is known of a lost row's."""
    stated = set(_keys(sound, dataset))
    patterns = {(tuple(part is not None for part in key), tuple(part for part in key if part is not None))
                for key in _keys(lost, dataset)}
    kinds = {known for known, _ in patterns}
    kept = [key in stated or not any((known, tuple(compress(key, known))) in patterns for known in kinds)
            for key in _keys(records, dataset)]
    return records[pd.Series(kept, index=records.index, dtype=bool)]


def _keys(frame: pd.DataFrame, dataset: Dataset) -> list[tuple[Any, ...]]:
    names = [part.column for part in dataset.keys]
    return [tuple(map(plain, key)) for key in frame[names].astype(object).itertuples(index=False, name=None)]
