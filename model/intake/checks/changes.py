"""The diff: every figure a file states beside the figure that stands."""

import numpy as np
import pandas as pd

from model.intake.cells import words
from model.intake.known import KEY

STATED = ["value", "mark", "text"]


def against(stated: pd.DataFrame, standing: pd.DataFrame) -> pd.DataFrame:
    """``stated`` with old_value, old_mark, old_text and kind (new | changed | unchanged).

    Both frames have jobcenter, month (datetime64), measure, value (Int64), mark, text; ``standing`` one row per key.
    The result has one row per row of ``stated``, in its order.
    """
    key = words.numbered(_keys(stated, standing), KEY)
    at = pd.Index(key[len(stated):]).get_indexer(pd.Index(key[:len(stated)])) if len(standing) else np.full(len(stated),
                                                                                                            -1)
    old = standing[STATED].take(np.where(at >= 0, at, 0)).reset_index(drop=True) if len(standing) else None
    known = at >= 0
    value, mark, text = (_before(old, name, known) for name in STATED)
    same = known & (_numbers(stated["value"]) == _numbers(value)) & _alike(stated["mark"],
                                                                           mark) & _alike(stated["text"], text)
    kind = np.where(~known, "new", np.where(same, "unchanged", "changed")).astype(object)
    return stated.assign(old_value=value.array, old_mark=_objects(mark, stated.index),
                         old_text=_objects(text, stated.index), kind=_objects(kind, stated.index))


def _keys(stated: pd.DataFrame, standing: pd.DataFrame) -> pd.DataFrame:
    """The keys of both frames end to end, their words as categories over both."""
    both = {name: words.stacked([_words(stated[name]), _words(standing[name])]) for name in ("jobcenter", "measure")}
    months = np.concatenate([f["month"].to_numpy(dtype="datetime64[us]") for f in (stated, standing)])
    return pd.DataFrame(both | {"month": months})


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
