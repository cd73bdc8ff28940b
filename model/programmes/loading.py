"""Reading a programme's declaration from a folder, with everything that is wrong in it at once."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from model.basics.refusal import NotDone
from model.programmes import checking, located, wrong_words
from model.programmes.programme import Programme

FILES = MAIN, MEASURES, PLAN, FINDINGS, WORDS, PRICES, COLLECTION = (
    "programme.toml", "measures.toml", "plan.toml", "trials.toml", "definitions.toml", "prices.toml",
    "collection.toml")
# where each part of a programme is written, and under what path there; all the rest is in MAIN
HOMES: dict[str, tuple[str, located.Path]] = {
    "measures": (MEASURES, ("measures",)), "plan": (PLAN, ()), "trials": (FINDINGS, ()), "definitions": (WORDS, ()),
    "prices": (PRICES, ()), "collection": (COLLECTION, ())}


@dataclass(frozen=True)
class Wrong:
    """One thing to mend: the file, its line (None: the file as a whole), and what is wrong with the remedy."""

    file: str
    line: int | None
    text: str

    def __str__(self) -> str:
        """As a line for a person."""
        return f"{self.file}, linje {self.line}: {self.text}" if self.line else f"{self.file}: {self.text}"


class ProgrammeRefused(NotDone):
    """A declaration that cannot be used; ``wrong`` is everything that is to be mended."""

    def __init__(self, wrong: list[Wrong]) -> None:
        super().__init__("\n".join(map(str, wrong)))
        self.wrong = tuple(wrong)


def load(folder: Path) -> Programme:
    """The programme that the files of a folder declare. Raises ProgrammeRefused."""
    texts = {name: text for name in FILES if (text := _text(folder / name)) is not None}
    _refuse([Wrong(name, None, "Filen mangler. Læg den i programmets mappe.")
             for name in (MAIN, MEASURES) if name not in texts])
    _refuse([Wrong(name, line, "Linjen kan ikke læses. Skriv den som »navn = værdi«, med tekst i anførselstegn.")
             for name, text in texts.items() if (line := located.first_bad(text)) is not None])
    read = {name: _read(name, text) for name, text in texts.items()}
    whole = _whole(read)
    try:
        programme = Programme.model_validate(whole)
    except ValidationError as error:
        places = [(wrong_words.place(each, whole), each) for each in error.errors()]
        raise ProgrammeRefused([_located(texts, path, wrong_words.text(each, path))
                                for path, each in places]) from error
    _refuse([_located(texts, path, text) for path, text in checking.problems(programme)])
    return programme


def in_file(folder: Path, name: str, text: str) -> Wrong:
    """What is wrong with a name in the main file of a folder that was read."""
    return _located({MAIN: _text(folder / MAIN) or ""}, (name,), text)


def _text(path: Path) -> str | None:
    if not path.exists():
        return None
    try:
        return path.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        raise ProgrammeRefused([Wrong(path.name, None, "Filen kan ikke læses. Gem den som tekst i UTF-8.")]) from error


def _read(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:  # each line can be read by itself, but not all of them together
        raise ProgrammeRefused([Wrong(name, located.first_clash(text),
                                      "Det samme navn står to gange. Slet det ene.")]) from error


def _whole(read: dict[str, dict[str, Any]]) -> dict[str, Any]:
    whole = dict(read[MAIN])
    for part, (name, path) in HOMES.items():
        if name in read:
            whole[part] = read[name].get(part, ()) if path else read[name]
    return whole


def _located(texts: dict[str, str], path: located.Path, text: str) -> Wrong:
    name, inside = HOMES.get(str(path[0]), (MAIN, path)) if path else (MAIN, path)
    if name != MAIN:
        inside = (*inside, *path[1:])
    return Wrong(name, located.line(located.lines(texts.get(name, "")), inside), text)


def _refuse(wrong: list[Wrong]) -> None:
    if wrong:
        raise ProgrammeRefused(wrong)
