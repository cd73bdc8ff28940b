"""Names in a declaration that stand for something else in it: where each is written, and whether that is there.

A field says by its type what it names (``UnitCode``, ``MeasureName``, ``RequiredQuote``), so a new kind of goal is
looked through as it is declared.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import Field

from model.programmes.declared import Declared
from model.programmes.located import Path

What = Literal["unit", "measure", "quote"]
WORDS: dict[What, str] = {"measure": "»{}« er ikke blandt de nøgletal, der er.", "unit": "Ingen enhed har koden »{}«.",
                          "quote": "»{}« er ikke blandt de citater i definitions.toml."}


@dataclass(frozen=True)
class Refers:
    """That a text is the name of a unit (its code), a measure or a quote."""

    what: What


UnitCode = Annotated[str, Field(pattern=r"^\d{3}$"), Refers("unit")]
MeasureName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$"), Refers("measure")]
QuoteName = Annotated[str, Refers("quote")]  # empty: none
RequiredQuote = Annotated[str, Field(min_length=1), Refers("quote")]  # of what is shown with its words


def unknown(programme: Declared, known: Mapping[What, Sequence[str]]) -> Iterator[tuple[Path, str]]:
    """(path, what is wrong) of each name in it that nothing has."""
    for path, what, name in _of(programme, ()):
        if name and name not in known[what]:
            near = get_close_matches(name, known[what], n=1) if what != "unit" else []
            yield path, WORDS[what].format(name) + (f" Mente du »{near[0]}«?" if near else "")


def _of(part: Declared, path: Path) -> Iterator[tuple[Path, What, str]]:
    for name, field in type(part).model_fields.items():
        refers = next((each for each in field.metadata if isinstance(each, Refers)), None)
        yield from _inside(getattr(part, name), (*path, name), field.annotation, refers)


def _inside(value: Any, path: Path, declared: Any, refers: Refers | None) -> Iterator[tuple[Path, What, str]]:
    if get_origin(declared) is Annotated:
        declared, *more = get_args(declared)
        refers = next((each for each in more if isinstance(each, Refers)), refers)
    if isinstance(value, Declared):
        yield from _of(value, path)
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from _inside(each, (*path, at), _of_elements(declared), None)
    elif isinstance(value, dict):
        of_keys, of_values = _of_table(declared)
        for key, each in value.items():
            yield from _inside(key, path, of_keys, None)
            yield from _inside(each, (*path, key), of_values, None)
    elif refers and isinstance(value, str):
        yield path, refers.what, value
    elif isinstance(value, str) and get_origin(declared) in (Union, UnionType):
        for each in get_args(declared):
            yield from _inside(value, path, each, None) if get_origin(each) is Annotated else ()


def _of_elements(declared: Any) -> Any:
    return next(iter(get_args(declared)), None)


def _of_table(declared: Any) -> tuple[Any, Any]:
    return next(((args[0], args[1]) for args in (get_args(declared),) if len(args) == 2), (None, None))
