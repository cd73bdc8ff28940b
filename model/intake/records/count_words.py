"""What stands in the place of a count: a tick, a word of attendance, a word for all of them, a dash, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from model.basics.formatting import normalise
from model.intake.cells.cell_text import squeezed
from model.intake.cells.count_text import DASHES
from model.intake.cells.presence import CROSSES, TICKS, Presence, is_tick, presence
from model.intake.datasets.declaration import Column
from model.intake.datasets.shared import PLACES
from model.intake.mending.question_ids import question_id
from model.intake.records import cancelling

ONE, NONE, MISSING, UNUSED, ALL = "1", "0", "missing", "unused", "all"
CODES = (ONE, NONE, MISSING, UNUSED, ALL)
X = frozenset("x×")
OPEN_BOX = frozenset("☐")
PLAIN = {normalise(word): yes for yes, words in (
    (True, ("ja", "j", "yes", "y", "sand", "true")),
    (False, ("nej", "n", "no", "falsk", "false", "ingen", "nul", "none"))) for word in words}
FULL = {normalise(word) for word in ("fuld", "fuldt", "fuldt besat", "fuldt belagt", "fuldt hus", "fyldt", "alle",
                                     "alle pladser", "alle optaget", "optaget", "besat", "helt fuld", "full", "all")}
EMPTY = {normalise(word) for word in ("tom", "tomt", "ledig", "ledigt", "alle ledige", "ubesat", "empty")}


class Says(Enum):
    """What a word says of its count. EITHER: a mark that some make for yes and some for no."""

    EITHER = "either"
    YES = "yes"
    NO = "no"
    ELSE = "else"  # something that is not what the column counts: »tilmeldt« of those who came
    FULL = "full"
    DASH = "dash"
    BLANK = "blank"


@dataclass(frozen=True)
class Word:
    """One word of a column. name: in plain signs, the same for all ways to write it."""

    name: str
    shown: str
    says: Says


BLANK = Word("tom", "", Says.BLANK)


def word(text: str, part: Column) -> Word | None:
    """What a cell of a column of counts says in the place of a number; None for a number and for any other text."""
    said = squeezed(text)
    if said in DASHES:
        return Word("streg", said, Says.DASH)
    said = said.strip(".!() ")
    if not said or said.isdigit():
        return None
    if is_tick(said):
        return _mark(said)
    says = _says(said, part)
    name = question_id(normalise(said))
    return Word(name if name != BLANK.name else f"ordet_{name}", said, says) if says else None


def _mark(said: str) -> Word:
    signs = set(said.casefold())
    if signs <= X:
        return Word("x", said, Says.EITHER)
    if signs <= TICKS:
        return Word("flueben", said, Says.YES)
    if signs <= OPEN_BOX:
        return Word("tom_boks", said, Says.NO)
    return Word("kryds", said, Says.NO if signs <= CROSSES else Says.EITHER)


def _says(said: str, part: Column) -> Says | None:
    plain = normalise(said)
    if part.whole and plain in FULL:
        return Says.FULL
    if part.out_of == PLACES.name and plain in EMPTY:
        return Says.NO
    if plain in PLAIN:
        return Says.YES if PLAIN[plain] else Says.NO
    of_person = presence(said)
    if of_person is None or (of_person is Presence.CANCELLED and cancelling.unclear(said)):
        return None
    return ATTENDING.get(part.column, {}).get(of_person)


ATTENDING: Mapping[str, Mapping[Presence, Says]] = {
    "attended": {Presence.CAME: Says.YES, Presence.STAYED_AWAY: Says.NO, Presence.REGISTERED: Says.ELSE,
                 Presence.WAITING: Says.NO, Presence.CANCELLED: Says.NO},
    "registered": {Presence.REGISTERED: Says.YES, Presence.WAITING: Says.NO, Presence.CANCELLED: Says.NO}}


def in_words(code: str, part: Column) -> str:
    """What a word of a part's column is read as: ``1 person``, ``0 (mødte ikke)``."""
    return {ONE: part.unit, NONE: part.nought, MISSING: "ikke oplyst", ALL: part.every,
            UNUSED: "ikke oplyst (ændrer ingenting)"}[code]
