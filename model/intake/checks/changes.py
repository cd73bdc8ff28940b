"""The diff: every value that is stated beside the one that stands, and what differs between two states."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from model.intake.cells import words
from model.intake.known import KEY

STATED = ["value", "mark", "text"]
KINDS = np.array(["new", "unchanged", "changed"], dtype=object)


def against(stated: pd.DataFrame, standing: pd.DataFrame, key: Sequence[str] = KEY) -> pd.DataFrame:
    """``stated`` with old_value, old_mark, old_text and kind (new | changed | unchanged).

    Both frames have the key's columns (words, and month as datetime64), value (Int64), mark, text; ``standing`` one row
    per key. The result has one row per row of ``stated``, in its order.
    """
    both = words.numbered(_keys(stated, standing, key), key)
    at = pd.Index(both[len(stated):]).get_indexer(pd.Index(both[:len(stated)])) if len(standing) else np.full(
        len(stated), -1)
    old = standing[STATED].take(np.where(at >= 0, at, 0)).reset_index(drop=True) if len(standing) else None
    known = at >= 0
    value, mark, text = (_before(old, name, known) for name in STATED)
    same = (known & (_numbers(stated["value"]) == _numbers(value)) & _alike(stated["mark"], mark)
            & _alike(stated["text"], text))
    kind = KINDS[np.where(known, np.where(same, 1, 2), 0)]
    return stated.assign(old_value=value.array, old_mark=_objects(mark, stated.index),
                         old_text=_objects(text, stated.index), kind=_objects(kind, stated.index))


def between(before: pd.DataFrame, after: pd.DataFrame, key: Sequence[str] = KEY) -> pd.DataFrame:
    """Every value that differs between two states, shaped as ``against``; what is gone is removed, and marked missing.

    Keys are plain words in it; first stands what differs in what is there after, then what is gone.
    """
    there = against(after[[*key, *STATED]], before, key)
    left = against(before[[*key, *STATED]], after, key)
    gone = left[left["kind"] == "new"]
    nothing = pd.Series([None] * len(gone), index=gone.index, dtype=object)
    gone = gone.assign(kind="removed", value=pd.array([pd.NA] * len(gone), dtype="Int64"), mark="missing", text=nothing,
                       old_value=gone["value"], old_mark=gone["mark"], old_text=gone["text"])
    words_ = {name: object for name in (*key, "kind", "mark", "text", "old_mark", "old_text") if name != "month"}
    moved = [frame.astype(words_) for frame in (there[there["kind"] != "unchanged"], gone)]
    return pd.concat(moved, ignore_index=True)


def _keys(stated: pd.DataFrame, standing: pd.DataFrame, key: Sequence[str]) -> pd.DataFrame:
    """The keys of both frames end to end, their words as categories over both."""
    return pd.DataFrame({name: np.concatenate([f[name].to_numpy(dtype="datetime64[us]") for f in (stated, standing)])
                         if name == "month" else words.stacked([_words(stated[name]), _words(standing[name])])
                         for name in key})


def _words(cells: pd.Series) -> pd.Categorical:
    return cells.array if isinstance(cells.dtype, pd.CategoricalDtype) else words.column(cells.to_numpy(dtype=object))


def _before(old: pd.DataFrame | None, name: str, known: np.ndarray) -> pd.Series:
    """What stood, on the rows where something did."""
    if name == "value":
        blank = pd.array(np.zeros(len(known), dtype="int64"), dtype="Int64")
        found = pd.Series(blank if old is None else old["value"].array)
        return found.mask(~known)
    array = np.full(len(known), None, dtype=object)
    if old is not None:
        array[known] = old[name].to_numpy(dtype=object)[known]
    return pd.Series(array, dtype=object)


def _numbers(cells: pd.Series) -> np.ndarray:
    return cells.to_numpy(dtype="float64", na_value=-1.0)


def _alike(one: pd.Series, other: pd.Series) -> np.ndarray:
    a, b = one.to_numpy(dtype=object), other.to_numpy(dtype=object)
    return (a == b) | (pd.isna(a) & pd.isna(b))


def _objects(cells: pd.Series | np.ndarray, index: pd.Index) -> pd.Series:
    """Object cells that stay objects inside a frame."""
    return pd.Series(np.asarray(cells, dtype=object), index=index, dtype=object)
