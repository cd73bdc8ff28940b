"""Answers to what an unknown heading is, given by its question's id: a column of ours, or that it is not used."""

from collections.abc import Collection, Iterable, Mapping

from model.intake.columns.vocabulary import IGNORE
from model.intake.files.workbook import column_letters
from model.intake.mending.question_ids import question_id
from model.intake.report import Answers, Option

OF_A_FIGURE = ("row:", "sheet:")  # what the keys of headings begin with that are no column's
NOT_USED = Option(IGNORE, "Kolonnen skal ikke bruges")


def about(key: str, index: int) -> str:
    """The id of the question what a heading is, by the key that a profile knows it by."""
    return question_id("column", key or f"uden_overskrift_{column_letters(index).lower()}")


def may_be(key: str, *, keys: Iterable[str], fields: Iterable[str]) -> tuple[str, ...]:
    """What a person may say that a heading is: a column any of ours, a row or a whole sheet a figure alone."""
    return tuple(fields) if key.startswith(OF_A_FIGURE) else (*keys, *fields)


def options(ours: Mapping[str, str], *, first: str | None = None) -> tuple[Option, ...]:
    """Our columns (name -> heading) and that it is none of them, the likeliest first."""
    every = (*(Option(name, words) for name, words in ours.items()), NOT_USED)
    return tuple(sorted(every, key=lambda option: option.value != first))


def columns(keys: Mapping[int, str], answers: Answers | None, *, known: Collection[str]) -> dict[int, str]:
    """What a person has said that columns are, by their index, on the page or by the ids. keys: index -> heading's key.
    """
    if answers is None:
        return {}
    said = {index: value for index, key in keys.items()
            if (value := answers.said.get(about(key, index), "")) in {*known, IGNORE}}
    return said | answers.columns
