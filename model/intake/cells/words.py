"""Columns with few different values as categories, so that 100,000 rows are compared as small integers."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pandas as pd


def column(cells: np.ndarray | Sequence[object]) -> pd.Categorical:
    """Cells as a categorical; None and NaN are nothing."""
    array = np.empty(len(cells), dtype=object)
    array[:] = cells
    codes, found = pd.factorize(array)
    return pd.Categorical.from_codes(codes, categories=_index(found))


def constant(word: object, count: int) -> pd.Categorical:
    """One word, ``count`` times; None is nothing."""
    known = [] if word is None else [word]
    return pd.Categorical.from_codes(np.full(count, len(known) - 1, dtype="int8"), categories=_index(known))


def stacked(parts: Sequence[pd.Categorical]) -> pd.Categorical:
    """Categoricals end to end, over the words of them all."""
    words = list(dict.fromkeys(word for part in parts for word in part.categories))
    place = {word: code for code, word in enumerate(words)}
    moved = [np.append(np.array([place[w] for w in part.categories], dtype="int64"), -1)[part.codes] for part in parts]
    return pd.Categorical.from_codes(np.concatenate(moved) if moved else np.empty(0, dtype="int64"),
                                     categories=_index(words))


def where(words: pd.Series, test: Callable[[str], bool]) -> np.ndarray:
    """Which rows of a categorical hold a word that passes the test; only the different words are tried."""
    passed = np.array([bool(test(word)) for word in words.cat.categories] + [False], dtype=bool)
    return passed[words.cat.codes.to_numpy()]


def equal(words: pd.Series, wanted: str) -> np.ndarray:
    """Which rows of a categorical hold the word."""
    return where(words, lambda word: word == wanted)


def plain(words: pd.Series) -> np.ndarray:
    """The words as an object array, None where there is nothing."""
    found = np.array([*words.cat.categories, None], dtype=object)
    return found[words.cat.codes.to_numpy()]


def numbered(frame: pd.DataFrame, columns: Iterable[str]) -> np.ndarray:
    """Each row's key as one integer, equal keys equal integers, in the order the keys sort. Shape (rows,)."""
    total = np.zeros(len(frame), dtype="int64")
    for name in columns:
        codes, size = _ranked(frame[name])
        total = total * (size + 1) + codes + 1
    return total


def _ranked(cells: pd.Series) -> tuple[np.ndarray, int]:
    if isinstance(cells.dtype, pd.CategoricalDtype):
        order = np.argsort(np.argsort(np.array(cells.cat.categories, dtype=object).astype(str)))
        return np.append(order, -1)[cells.cat.codes.to_numpy()], len(order)
    codes, found = pd.factorize(cells.to_numpy(), sort=True)
    return codes, len(found)


def _index(words: Iterable[object]) -> pd.Index:
    return pd.Index(list(words), dtype=object)
