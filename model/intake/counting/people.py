"""A list of people made into attendance: how many were registered and how many came, by day, jobcenter and role."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from model.intake.cells.presence import Presence, agrees, presence
from model.intake.counting import asking
from model.intake.counting.asking import Asked
from model.intake.counting.keys import Keys
from model.intake.counting.listing import Column, ListedSheet, Listing, Use
from model.intake.counting.uses import Vocabulary
from model.intake.report import Option

FIELDS = ("tilmeldt", "moedt")
BOTH = "begge"
CONFLICT = {Presence.CAME, Presence.STAYED_AWAY}
TELLING = {Presence.CAME, Presence.STAYED_AWAY, Presence.WAITING, Presence.CANCELLED}
NOT_COUNTED = {Presence.WAITING, Presence.CANCELLED}
WHOSE = [Option(Presence.REGISTERED.value, "De tilmeldte"), Option(Presence.CAME.value, "De, der kom"),
         Option(BOTH, "Både tilmeldte og mødte: alle på listen kom")]


@dataclass(frozen=True)
class Person:
    """What a row says of one person and one course day; None for what it does not say."""

    registered: bool | None
    came: bool | None


def count(listing: Listing, words: Vocabulary, asked: Asked) -> pd.DataFrame:
    """kursusdag, jobcenter, rolle (as they are stored), tilmeldt and moedt (Int64, missing where it is not said).

    Rows whose questions are open are not in it.
    """
    lines = [line for sheet in listing.sheets for line in _of_sheet(sheet, words, asked)]
    frame = pd.DataFrame(lines, columns=["kursusdag", "jobcenter", "rolle", *FIELDS])
    for field in FIELDS:
        frame[field] = frame[field].astype("boolean").astype("Int64")
    keys = ["kursusdag", "jobcenter", "rolle"]
    return frame.groupby(keys, sort=False, as_index=False)[list(FIELDS)].agg(
        lambda counts: counts.sum(skipna=False) if len(counts) else pd.NA)


def _of_sheet(sheet: ListedSheet, words: Vocabulary, asked: Asked) -> Iterator[tuple[str, str, str, object, object]]:
    keys = Keys(sheet, words, asked)
    marks = sheet.of(Use.MARK)
    _ask_of_words(marks, asked)
    days = sorted({column.day for column in marks if column.day}, key=str)
    own = [column for column in marks if column.day is None]
    twins = set(_dropped_twins(sheet, asked))
    for day in days or (None,):
        persons = _persons(sheet, [*own, *(column for column in marks if day and column.day == day)], asked)
        for at, person in enumerate(persons):
            key = keys.of(at, day=day) if person is not None and at not in twins else None
            if person is not None and key is not None:
                yield *key, person.registered, person.came


def _dropped_twins(sheet: ListedSheet, asked: Asked) -> Sequence[int]:
    """The rows that are an earlier one over again, when that is one person twice."""
    if not sheet.twins:
        return ()
    rows = ", ".join(str(sheet.rows[at]) for at in sheet.twins[:5])
    whether = "Er det den samme person?" if len(sheet.twins) == 1 else "Er det de samme personer?"
    text = (f"{asking.times(len(sheet.twins))} er helt ens med en tidligere række, også i det, der ikke læses (række "
            f"{rows}{' …' if len(sheet.twins) > 5 else ''}). {whether}")
    said = asked.answer(f"count.ens.{sheet.number}", text,
                        [Option("ja", "Ja, tæl dem kun én gang"), Option("nej", "Nej, tæl dem alle")])
    return sheet.twins if said == "ja" else ()


def _persons(sheet: ListedSheet, marks: Sequence[Column], asked: Asked) -> list[Person | None]:
    """What each row says of its person; None while a question about it is open, or when it is not to be counted."""
    if not marks:
        person = _of_a_list(sheet, asked)
        return [person] * len(sheet.rows)
    rows = list(zip(*(column.texts for column in marks), strict=True))
    every = {column.name: sum(not text for each in sheet.of(Use.MARK) if each.name == column.name
                              for text in each.texts) for column in marks}
    known = {texts: _person(texts, marks, count, every, asked) for texts, count in Counter(rows).items()}
    return [known[texts] for texts in rows]


def _ask_of_words(marks: Sequence[Column], asked: Asked) -> None:
    """Ask about each word that nobody knows once, with all the rows it stands on."""
    words = [(column, text) for column in marks for text in column.texts
             if text and agrees(text) is None and presence(text) is None]
    often = Counter(asking.word_id(column.name, text) for column, text in words)
    for column, text in words:
        count = often[asking.word_id(column.name, text)]
        asked.word(column.name, text, asking.meaning(text, column.shown, count), asking.meanings())


def _of_a_list(sheet: ListedSheet, asked: Asked) -> Person | None:
    """What stands for everybody on a list that says nothing of what became of them."""
    text = f"Listen har {asking.times(len(sheet.rows))} og siger ikke, om de kom. Hvem står på den?"
    said = asked.answer(f"count.hvem.{sheet.number}", text, WHOSE, probably=sheet.heard.value if sheet.heard else None)
    if said is None:
        return None
    came, registered = (None if said == other.value else True for other in (Presence.REGISTERED, Presence.CAME))
    return Person(registered, came)


def _person(texts: Sequence[str], marks: Sequence[Column], count: int, empty: Mapping[str, int],
            asked: Asked) -> Person | None:
    """What the words of one row say together. count: how many rows say just that. empty: cells by a column's name."""
    said = {_said(column, text, asked) for column, text in zip(marks, texts, strict=True) if text}
    if None in said or asking.LEAVE_OUT in said:
        return None
    registers = [text for column, text in zip(marks, texts, strict=True) if column.meaning is Presence.REGISTERED]
    telling = [column for column in marks if column.meaning in CONFLICT]
    if telling and not said & TELLING and not any(text for column, text in zip(marks, texts, strict=True)
                                                  if column in telling):
        said.add(_of_nothing(telling[0], empty[telling[0].name], asked))
    if said >= CONFLICT:
        said -= {_loser(count, asked)}
    if None in said or (said & NOT_COUNTED and Presence.CAME not in said):
        return None
    came = True if Presence.CAME in said else False if Presence.STAYED_AWAY in said else None
    return Person(registered=not registers or Presence.REGISTERED in said, came=came)


def _said(column: Column, text: str, asked: Asked) -> str | None:
    """What a word says under its heading: yes and no speak of the heading, other words for themselves."""
    plain = agrees(text)
    if plain is not None:
        return column.meaning if plain else _denied(column.meaning)
    word = presence(text)
    return word if word else asked.word(column.name, text, "", asking.meanings())


def _denied(meaning: Presence) -> str:
    """What »no« says: who did not come stayed away, and who was not ill has not said whether they came."""
    return Presence.STAYED_AWAY if meaning is Presence.CAME else asking.UNKNOWN


def _of_nothing(column: Column, cells: int, asked: Asked) -> str | None:
    """What it says that nothing stands where it should be said whether somebody came."""
    options = asking.empty_meanings()
    if column.meaning is Presence.STAYED_AWAY:
        options = [Option(Presence.CAME.value, "Kom"), options[-1]]
    return asked.word(column.name, "", asking.empties(column.shown, cells), options)


def _loser(count: int, asked: Asked) -> str | None:
    text = f"{asking.times(count)} siger både, at personen kom, og at de blev væk. Hvad gælder?"
    said = asked.answer("count.modstrid", text, [Option(Presence.CAME.value, "De kom"),
                                                 Option(Presence.STAYED_AWAY.value, "De blev væk")])
    return None if said is None else next(each.value for each in CONFLICT if each.value != said)
