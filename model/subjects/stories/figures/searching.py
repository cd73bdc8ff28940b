"""Searching in texts as people search: every word somewhere, however it is written."""

from collections.abc import Iterable

from model.basics.formatting import normalise


def holds(wanted: str, texts: Iterable[str]) -> bool:
    """Whether every word of ``wanted`` stands somewhere in the texts; nothing wanted stands everywhere."""
    searched = normalise(" ".join(texts))
    return all(normalise(word) in searched for word in wanted.split())
