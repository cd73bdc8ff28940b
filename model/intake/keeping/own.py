"""What of a file's texts is ours: our headings and words, jobcenters, months and course days, whoever wrote them."""

import re
from itertools import pairwise

from sqlmodel import Session

from model.intake.columns import own_words
from model.intake.columns.fitting import Scope, sorts_of
from model.intake.columns.vocabulary import Vocabulary
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.known import Known
from model.intake.reference import Reference

PARTED = re.compile(r"(\s*[,;:–—|()]\s*|\s-\s)")
NAMING = frozenset({"key", "field", "place", "month", "total"})  # what a heading may mean to us
SPEAKING = frozenset({"place", "month", "date", "course_day"})  # what words in the middle of a line may say
LONGEST = 6  # words that a month or a course day is written in


class Own:
    """The words of all the datasets, with the jobcenters and course days that are known now."""

    def __init__(self, jobcenters: Known, scope: Scope) -> None:
        self._vocabulary = Vocabulary(MAANEDSTAL, jobcenters)
        self._scope = scope

    def says(self, cell: object) -> bool:
        """Whether a cell is a number, a date or a text of ours alone."""
        if not isinstance(cell, str):
            return True
        return own_words.is_own(cell, self._scope) or (
            own_words.is_told_apart(cell) and self._vocabulary.meaning(cell).kind in NAMING)

    def names_nobody(self, cell: object) -> bool:
        """Whether a cell may lie in a file unread: it is ours, or a heading in ordinary words."""
        return self.says(cell) or own_words.is_heading(str(cell))

    def said_in(self, line: str) -> str:
        """What a line over a table says of it: its months, course days, jobcenters and measures, and nothing else."""
        if self.names_nobody(line):
            return line
        pieces = PARTED.split(line.strip())
        kept = [(at, said) for at, piece in enumerate(pieces[::2]) if (said := self._piece(piece))]
        if not kept:
            return ""
        made = kept[0][1]
        for (before, _), (at, said) in pairwise(kept):
            made += (pieces[2 * before + 1] if at == before + 1 else ", ") + said
        return made + ")" * (made.count("(") - made.count(")"))

    def _piece(self, piece: str) -> str:
        if not piece.strip() or self.names_nobody(piece):
            return piece.strip()
        words, found, at = piece.split(), [], 0
        while at < len(words):
            width = next((w for w in range(min(LONGEST, len(words) - at), 0, -1)
                          if self._speaks(" ".join(words[at:at + w]))), 0)
            found += [" ".join(words[at:at + width])] if width else []
            at += width or 1
        return " ".join(found)

    def _speaks(self, text: str) -> bool:
        if not any(map(str.isalnum, text)) or not own_words.is_told_apart(text):
            return False
        number = text.isdecimal()
        return not number and bool(sorts_of(text, self._scope) & SPEAKING
                                   or self._vocabulary.meaning(text).kind in NAMING)


def load(session: Session) -> Own:
    """Our words as the database knows them now."""
    reference = Reference(session)
    return Own(reference.known, reference.scope)
