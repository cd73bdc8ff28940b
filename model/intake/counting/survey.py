"""Answers, one a row, made into an evaluation: how many answered, and how satisfied they were from 1 to 5."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

import pandas as pd

from model.basics.formatting import listing as listed
from model.basics.formatting import normalise, number
from model.intake.cells.cell_text import quoted
from model.intake.cells.presence import agrees
from model.intake.cells.rating_words import LEAST, MOST, is_unsure, rating
from model.intake.counting import asking
from model.intake.counting.asking import GATE, Asked
from model.intake.counting.keys import Keys
from model.intake.counting.listing import Column, ListedSheet, Listing, Use
from model.intake.counting.uses import Vocabulary
from model.intake.files.workbook import column_letters
from model.intake.mending.question_ids import question_id
from model.intake.records import scale_texts
from model.intake.report import Option, Problem

Line = dict[str, str | int | None]
SCORES = range(LEAST, MOST + 1)
FIELDS = ("udsendt", "besvaret", *(f"tilfredshed_{score}" for score in SCORES))
UNSURE = "ved ikke"
SPAN = re.compile(r"(?<!\d)([01]) ?(?:-|–|til|to) ?(\d{1,2})(?!\d)")  # of a scale: »1-7«, »fra 0 til 10«
BEST = [Option(str(MOST), f"{MOST} er bedst"), Option(str(LEAST), f"{LEAST} er bedst")]
STEPS = ("Skalaen går til {}. Der kan kun tælles svar fra 1 til 5, og det er ikke til at sige, hvad de andre svarer "
         "til. Spørg den, der har lavet skemaet, hvordan svarene skal samles i fem trin.")
SHARES = ("Tabellen siger kun, hvor mange procent der gav hvert svar. Der skal stå, hvor mange det er. Bed den, der "
          "har lavet den, om en tabel med antal svar.")
SCALE = [*(Option(str(score), words) for score, words in zip(SCORES, (
    "1 – meget utilfreds", "2 – utilfreds", "3 – hverken eller", "4 – tilfreds", "5 – meget tilfreds"), strict=True)),
    Option(UNSURE, "Besvaret, men uden at sige hvor tilfreds")]


def count(listing: Listing, words: Vocabulary, asked: Asked) -> tuple[pd.DataFrame, list[Problem]]:
    """(kursusdag, udsendt, besvaret and tilfredshed_1 … _5 as Int64, missing where it is not said; what is wrong).

    Rows whose questions are open are not in it.
    """
    lines: list[Line] = []
    problems: list[Problem] = []
    for sheet in listing.sheets:
        made, wrong = _of_sheet(sheet, words, asked)
        wrong += _of_total(sheet)
        lines += made
        problems += wrong
    frame = pd.DataFrame(lines, columns=["kursusdag", *FIELDS])
    frame[list(FIELDS)] = frame[list(FIELDS)].astype("Int64")
    counts = frame.groupby("kursusdag", sort=False, as_index=False)[list(FIELDS)].sum(min_count=1)
    return counts, problems


def _of_sheet(sheet: ListedSheet, words: Vocabulary, asked: Asked) -> tuple[list[Line], list[Problem]]:
    if sheet.shares:
        return [], [Problem("fejl", GATE, SHARES)]
    scores = _scores(sheet, asked)
    if isinstance(scores, Problem):
        return [], [scores]
    keys = Keys(sheet, words, asked)
    counts = sheet.of(Use.COUNT)
    if counts:
        return [line for column in counts for line in _frequencies(column, scores, keys)], []
    sent, answered = sheet.first(Use.SENT), sheet.first(Use.ANSWERED)
    lines: list[Line] = []
    for at, (day, score) in enumerate(zip(keys.days, scores, strict=True)):
        if day in (None, asking.LEAVE_OUT) or score is None:
            continue
        said = answered is None or agrees(answered.texts[at] or "nej") is not False
        posted = None if sent is None else int(agrees(sent.texts[at]) is True)
        lines.append(_line(day, score if said else UNSURE, int(said)) | {"udsendt": posted})
    return lines, []


def _frequencies(column: Column, scores: Sequence[str | None], keys: Keys) -> Iterator[Line]:
    """The answers of a table that says how many gave each."""
    days = [keys.in_series(column.day)] * len(scores) if column.day else keys.days
    for day, score, count in zip(days, scores, column.texts, strict=True):
        if day not in (None, asking.LEAVE_OUT) and score is not None:
            yield _line(day, score, int(count))


def _line(day: str | None, score: str, count: int) -> Line:
    """So many answers with one score."""
    return {"kursusdag": day, "udsendt": None, "besvaret": count,
            **{f"tilfredshed_{step}": count * (score == str(step)) for step in SCORES}}


def _of_total(sheet: ListedSheet) -> list[Problem]:
    """That the answers of a counted table do not add up to what its sum row says."""
    answers = sum(int(text) for column in sheet.of(Use.COUNT) for text in column.texts)
    if sheet.total in (None, answers):
        return []
    return [Problem("advarsel", GATE, f"Svarene giver tilsammen {number(answers)}, men der står {number(sheet.total)} "
                    "i alt. Ret tallet, eller skriv, hvorfor de ikke er ens.")]


def _scores(sheet: ListedSheet, asked: Asked) -> Sequence[str | None] | Problem:
    """Each row's score as a text, ``UNSURE`` for one without; None while its question is open."""
    ratings, ticked = sheet.of(Use.RATING), sheet.of(Use.SCORE)
    if not ratings:
        return [next((str(column.score) for column in ticked if agrees(column.texts[at])), UNSURE)
                for at in range(len(sheet.rows))]
    chosen = ratings[0] if len(ratings) == 1 else _chosen(ratings, asked)
    if chosen is None:
        return [None] * len(sheet.rows)
    numbers = {int(text) for text in chosen.texts if text.isdecimal()}
    told = _other_steps(chosen.heading) or sheet.steps
    if numbers and (told or max(numbers) > MOST or 0 in numbers):
        return Problem("fejl", GATE, f"{quoted(chosen.heading)}: {STEPS.format(told or max(numbers))}")
    meant = {text: _score(text, chosen, often, asked) for text, often in Counter(chosen.texts).items()}
    return [meant[text] for text in chosen.texts]


def _other_steps(heading: str) -> int | None:
    """The highest step of a scale that a heading says has not five: ``Tilfredshed (1-7)``."""
    ends = [int(high) for low, high in SPAN.findall(heading) if (int(low), int(high)) != (LEAST, MOST)]
    return max([*ends, *(most for _, most in scale_texts.other_steps([heading]))], default=None)


def _chosen(ratings: Sequence[Column], asked: Asked) -> Column | None:
    """The one question that is counted."""
    options = [Option(_digest(column.heading), f"Kolonne {column_letters(column.position)}: {column.heading}")
               for column in ratings]
    headings = listed(column_letters(column.position) for column in ratings)
    question = question_id("column", "spoergsmaal", _digest(" ".join(sorted(column.heading for column in ratings))))
    said = asked.answer(question, f"Flere spørgsmål kan være det om tilfredshed (kolonne {headings}). "
                        "Hvilket skal tælles?", options)
    return next((c for c in ratings if _digest(c.heading) == said), None)


def _digest(heading: str) -> str:
    """What a question is chosen by: next time it may stand in another column."""
    return sha256(normalise(heading).encode()).hexdigest()[:10]


def _score(text: str, column: Column, often: int, asked: Asked) -> str | None:
    if not text or is_unsure(text):
        return UNSURE
    if text.isdecimal():
        best = asked.answer("column.bedst", f"Svarene under {quoted(column.heading)} er tal. Hvilket er bedst?", BEST)
        return None if best is None else text if best == str(MOST) else str(LEAST + MOST - int(text))
    score = rating(text)
    if score is not None:
        return str(score)
    question = asking.meaning(text, quoted(column.heading), often)
    said = asked.word(Use.RATING, text, question, [*SCALE, asking.NOT_COUNTED])
    return None if said == asking.LEAVE_OUT else said
