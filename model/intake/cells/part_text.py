"""A text, a choice or a date as its column is declared to hold it: one reading for figures and for records."""

from collections.abc import Callable
from datetime import date

from model.basics.formatting import day, listing, normalise
from model.intake.cells import dated_words, excel_dates, values
from model.intake.cells.cell_text import quoted, written
from model.intake.cells.place_text import misspelt, nearest
from model.intake.cells.vague_dates import Vague, vague
from model.intake.datasets.declaration import Column

NO_WORD = "siger ingenting. Skriv det, der skal stå, eller lad cellen være tom."


def read(said: str, part: Column, *, today: date) -> str | date:
    """What is stored of a text in a column of one of READERS. Raises ValueError with what is wrong, in Danish."""
    return READERS[part.kind](said, part, today)


def meant(said: str, part: Column, *, today: date) -> str | None:
    """The choice that a misspelt one probably should be, or the day that is meant with a doubt."""
    if part.kind == "date":
        found = _vague(said, part, today)
        return written(found.meant) if found and found.meant else None
    return misspelt(said, _offered(part)) if part.kind == "choice" and part.choices else None


def _text(said: str, part: Column, today: date) -> str:
    if len(said) > part.longest:
        raise ValueError(f"teksten er på {len(said)} tegn; der er plads til {part.longest}. Forkort den.")
    return said


def _choice(said: str, part: Column, today: date) -> str:
    choices = part.choices or {}
    for stored, others in choices.items():
        if normalise(said) in {normalise(word) for word in (stored, *others)}:
            return stored
    if made := excel_dates.choice_in(said, choices):
        return made
    wanted = listing((f"»{choice}«" for choice in _nearest_first(said, _offered(part))), word="eller")
    why = " Excel kan have lavet det, der blev skrevet, om til en dato." if excel_dates.may_be(said, choices) else ""
    raise ValueError(dated_words.which(said, wanted) or f"{quoted(said)} kendes ikke.{why} Skriv {wanted}.")


def _offered(part: Column) -> tuple[str, ...]:
    return part.offered or tuple(part.choices or {})


def _nearest_first(said: str, offered: tuple[str, ...]) -> tuple[str, ...]:
    near = nearest(said, offered)
    return offered if near is None else (near, *(choice for choice in offered if choice != near))


def _date(said: str, part: Column, today: date) -> date:
    if undated := dated_words.undated(said, part):
        raise ValueError(undated)
    found = values.day(said)
    if found.day is None:
        told = _vague(said, part, today)
        raise ValueError(f"{quoted(said)} {told.text}" if told else found.fault or f"{quoted(said)} {NO_WORD}")
    if found.day > today and not part.future:
        raise ValueError(f"{quoted(said)} ligger efter {day(today)}. Ret datoen.")
    return found.day


def _vague(said: str, part: Column, today: date) -> Vague | None:
    return vague(said, last=part.ends, until=None if part.future else today)


READERS: dict[str, Callable[[str, Column, date], str | date]] = {"text": _text, "choice": _choice, "date": _date}
