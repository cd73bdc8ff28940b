"""What the columns of a database hold, and their values as a file has them: the same whichever database they come from.

A JSON column is carried as the text it is, so that it comes back letter by letter, and NULL is not JSON's null.
"""

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Literal, get_args

from sqlalchemy import types

Kind = Literal["boolean", "json", "bytes", "moment", "date", "float", "decimal", "integer", "text"]
Step = Callable[[Sequence[Any]], list[Any]]
Value = str | int | float | None  # as a file has it; a boolean is one of the integers
KINDS: tuple[Kind, ...] = get_args(Kind)
TYPES: tuple[tuple[type[types.TypeEngine[Any]], Kind], ...] = (  # the first that fits
    (types.Boolean, "boolean"), (types.JSON, "json"), (types.LargeBinary, "bytes"), (types.DateTime, "moment"),
    (types.Date, "date"), (types.Float, "float"), (types.Numeric, "decimal"), (types.Integer, "integer"),
    (types.String, "text"))
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")


class Unfit(ValueError):
    """A value that is not of its column's kind. It is not repeated: nobody knows what it is about.

    column: which in the row, from 0; None where the row is too short or too long.
    """

    def __init__(self, column: int | None = None) -> None:
        super().__init__("a value that is not of its column's kind")
        self.column = column


def kind_of(column: types.TypeEngine[Any]) -> Kind:
    """What a column of a type holds. Raises LookupError for one that nothing here can carry."""
    for kind in TYPES:
        if isinstance(column, kind[0]):
            return kind[1]
    raise LookupError(f"no kind of column for {column!r}")


def told(kinds: Sequence[Kind]) -> Step:
    """What makes values as a driver returns them into those of a file; given a row it raises Unfit."""
    return _each([TOLD[kind] for kind in kinds])


def stored(kinds: Sequence[Kind], *, embedded: bool) -> Step:
    """What makes the values of a file into what SQLite (``embedded``) or PostgreSQL takes; given a row raises Unfit."""
    return _each([(EMBEDDED if embedded else ON_A_SERVER).get(kind, STATED[kind]) for kind in kinds])


def _each(steps: Sequence[Callable[[Any], Any]]) -> Step:
    def made(row: Sequence[Any]) -> list[Any]:
        try:
            return [None if value is None else step(value) for step, value in zip(steps, row, strict=True)]
        except (ValueError, TypeError, ArithmeticError) as wrong:
            raise Unfit(_first_unfit(steps, row)) from wrong
    return made


def _first_unfit(steps: Sequence[Callable[[Any], Any]], row: Sequence[Any]) -> int | None:
    for at, (step, value) in enumerate(zip(steps, row, strict=False)):
        try:
            _ = value if value is None else step(value)
        except (ValueError, TypeError, ArithmeticError):
            return at
    return None


def _just(*kinds: type) -> Callable[[Any], Any]:
    def checked(value: Any) -> Any:
        if type(value) not in kinds:
            raise Unfit
        return value
    return checked


def _boolean(value: Any) -> bool:
    if value not in (0, 1):
        raise Unfit
    return bool(value)


def _day(value: Any) -> str:
    return (date.fromisoformat(value) if isinstance(value, str) else _just(date)(value)).isoformat()


def _stated_day(value: Any) -> str:
    return _day(_just(str)(value))


def _moment(value: Any) -> str:
    """In UTC, as databases without zones keep it."""
    read = datetime.fromisoformat(value) if isinstance(value, str) else _just(datetime)(value)
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds")


def _stated_moment(value: Any) -> str:
    if not MOMENT.fullmatch(value):
        raise Unfit
    return _moment(value)


def _bytes(value: Any) -> str:
    return base64.b64encode(_just(bytes, memoryview)(value)).decode("ascii")


def _decimal(value: Any) -> str:
    """Without the noughts at its end, which SQLite does not keep."""
    return f"{Decimal(str(value)).normalize():f}"


def _embedded_moment(value: Any) -> str:
    return datetime.fromisoformat(_stated_moment(value)).replace(tzinfo=None).isoformat(" ", "microseconds")


def _unpacked(value: Any) -> bytes:
    return base64.b64decode(_just(str)(value), validate=True)


TOLD: Mapping[Kind, Callable[[Any], Any]] = {
    "boolean": _boolean, "json": _just(str), "bytes": _bytes, "moment": _moment, "date": _day, "float": float,
    "decimal": _decimal, "integer": _just(int), "text": _just(str)}
STATED = {**TOLD, "date": _stated_day, "boolean": _just(bool)}  # a value that a file has
ON_A_SERVER = {"bytes": _unpacked, "moment": _stated_moment}
EMBEDDED = {"bytes": _unpacked, "moment": _embedded_moment, "boolean": lambda value: int(_just(bool)(value))}
