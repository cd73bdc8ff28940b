"""Tables that say how many gave each answer: every answer stands once, with its counts of one or several days."""

import re
from collections.abc import Iterable, Sequence

from model.basics.formatting import normalise
from model.intake.counting.grids import Texts
from model.intake.counting.listing import Column, Use
from model.intake.counting.uses import Reading, Vocabulary

HOW_MANY = ("antal", "antal svar", "svar", "respondenter", "antal respondenter", "besvarelser", "antal besvarelser",
            "frekvens", "n", "count", "personer", "antal personer", "responses", "frequency")
SHARE = re.compile(r"procent|andel|pct|%|percent|share", re.IGNORECASE)
FEWEST = 3  # answers
Read = tuple[int, Use]


def columns(headings: Sequence[str], body: Texts, read: Sequence[tuple[int, Reading]],
            words: Vocabulary) -> list[tuple[int, Reading]]:
    """The columns that say how many gave the answer on each row, of each course day where they are named."""
    if not _answers_stand_once(body, [(at, reading.use) for at, reading in read]):
        return []
    taken = {at for at, _ in read}
    whole = [at for at in range(body.shape[1]) if at not in taken and all(text.isdecimal() for text in body[:, at])]
    days = [(at, day) for at in whole if len(headings[at]) > 1 and (day := words.day(headings[at]))]
    named = [at for at in whole if normalise(headings[at]) in map(normalise, HOW_MANY)]
    return [(at, Reading(Use.COUNT, day=day)) for at, day in days] or [(at, Reading(Use.COUNT)) for at in named[:1]]


def tells_shares(headings: Sequence[str], body: Texts, let_in: Sequence[Column]) -> bool:
    """Whether each answer stands once with a percentage, and nothing says how many gave it."""
    read = [(column.position, column.use) for column in let_in]
    if any(use is Use.COUNT for _, use in read) or not _answers_stand_once(body, read):
        return False
    return any(SHARE.search(heading) or any("%" in text for text in body[:, at]) for at, heading in enumerate(headings))


def total(sums: Texts, let_in: Iterable[Column]) -> int | None:
    """What a sum row says all the answers of such a table are."""
    counted = [column.position for column in let_in if column.use is Use.COUNT]
    said = [[int(text) for text in line[counted] if text.isdecimal()] for line in sums]
    return sum(said[-1]) if said and counted and len(said[-1]) == len(counted) else None


def _answers_stand_once(body: Texts, read: Sequence[Read]) -> bool:
    """Whether every answer, in words, stands on one row only."""
    answers = [at for at, use in read if use is Use.RATING]
    days = [at for at, use in read if use is Use.DAY]
    rows = {tuple(line[[*answers, *days]]) for line in body}
    return (len(answers) == 1 and FEWEST <= len(body) == len(rows)
            and not any(text.isdecimal() for text in body[:, answers[0]]))
