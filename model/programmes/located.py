"""Where in a text of TOML a value is written, since its reader tells only what it is."""

import tomllib
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]


def lines(text: str) -> dict[Path, int]:
    """The line (from 1) of each table, key and element that begins a line, by the path to its value.

    It ends where the text is no TOML: ``first_bad`` says where.
    """
    places: dict[Path, int] = {}
    table: Path = ()
    many: dict[Path, int] = {}
    for at, statement in _statements(text):
        written = tomllib.loads(statement)
        if not written:  # nothing but remarks
            continue
        if statement.lstrip().startswith("["):
            table = _table(written, many)
            places[table] = at
        else:
            for path, value in _written(written, table):
                places[path] = at
                places |= {(*path, n): line for n, line in enumerate(_elements(statement, value, at))}
    return places


def first_bad(text: str) -> int | None:
    """The line on which a statement begins that is no TOML; None where all are."""
    last = 0
    for at, statement in _statements(text):
        last = at + statement.count("\n") - 1
    rest = text.splitlines()[last:]
    return next((last + n for n, line in enumerate(rest, 1) if line.strip()), None)


def first_clash(text: str) -> int | None:
    """The line of the first statement that cannot stand together with those before it; None where all can."""
    before = ""
    for at, statement in _statements(text):
        before += statement
        try:
            tomllib.loads(before)
        except tomllib.TOMLDecodeError:
            return at
    return None


def line(places: dict[Path, int], path: Path) -> int | None:
    """The line of a value, or of the nearest thing around it that begins a line."""
    return next((places[path[:n]] for n in range(len(path), 0, -1) if path[:n] in places), None)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """(first line, text) of each whole header or key with its value: the least that can be read by itself."""
    begun, pending = 1, ""
    for at, each in enumerate(text.splitlines(), 1):
        if not pending:
            begun = at
        pending += each + "\n"
        try:
            tomllib.loads(pending)
        except tomllib.TOMLDecodeError:
            continue
        yield begun, pending
        pending = ""


def _table(written: Any, many: dict[Path, int]) -> Path:
    """The path of a header; each [[header]] is the next element of its list, and what lies under it is in the last."""
    keys: list[str] = []
    while isinstance(written, dict) and written:
        keys.append(next(iter(written)))
        written = written[keys[-1]]
    path: Path = ()
    for key in keys:
        path = (*path, key)
        if isinstance(written, list) and key is keys[-1]:
            many[path] = many.get(path, -1) + 1
        path = (*path, many[path]) if path in many else path
    return path


def _written(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """The path and the value of everything a statement writes: of a key with dots in it, and inside a short table."""
    for key, inner in value.items():
        yield (*path, key), inner
        if isinstance(inner, dict):
            yield from _written(inner, (*path, key))


def _elements(statement: str, value: Any, at: int) -> Iterator[int]:
    """The line of each element of an array that goes over several lines."""
    if not isinstance(value, list) or "\n" not in statement.rstrip():
        return
    begun, counted = "", 0
    for n, each in enumerate(statement.splitlines(), at):
        begun += each + "\n"
        try:
            so_far = next(iter(tomllib.loads(begun + "]").values()))
        except tomllib.TOMLDecodeError:
            continue
        yield from (n for _ in range(len(so_far) - counted))
        counted = len(so_far)
