"""Words where a date or a choice is wanted: what has not happened, what has without a day, and a tick."""

import re

from model.basics.formatting import normalise
from model.intake.cells.cell_text import quoted, squeezed
from model.intake.cells.presence import Presence, is_tick, presence
from model.intake.datasets.declaration import Column
from model.programmes import examples

OPEN_BOX = "☐"
NOT_YET = {normalise(word) for word in (
    "nej", "n", "no", "falsk", "false", "ikke", "ikke endnu", "endnu ikke", "ikke sket", "nej, ikke endnu", "not yet",
    "afventer", "venter", "mangler stadig", "åben", "åbent", "åbne", "stadig åben", "stadig åbent", "fortsat åben",
    "holder åbent", "er åben", "open", "ubesvaret", "uafklaret", "igang", "i gang", "stadig i gang", "stadig igang",
    "fortsat i gang", "er i gang", "igangværende", "løbende", "kører", "kører stadig", "aktiv", "aktivt",
    "stadig aktiv", "fortsat", "fortsætter", "stadig", "ingen", "ingen dato", "aldrig")}
TO_THIS_DAY = {normalise(word) for word in (
    "d.d.", "dd", "dags dato", "til d.d.", "til dags dato", "i dag", "til i dag", "nu", "til nu", "nuværende",
    "present", "today", "now")}  # of a period: it goes on
NEVER = re.compile(r"(?:31[-/. ]+12[-/. ]+|0?1[-/. ]+0?1[-/. ]+)(?:9999|2999|2[1-9]00|2099)"
                   r"|(?:9999|2999|2[1-9]00|2099)-(?:12-31|01-01)(?:[ t]00:00(?::00)?)?", re.IGNORECASE)
DAY_ZERO = re.compile(r"0+|0?0[-/. ]0?1[-/. ](?:19)?00(?: 00[:.]00(?:[:.]00)?)?|1900-0?1-00(?:[ t]00:00(?::00)?)?"
                      r"|00:00(?::00)?")  # what an empty cell is as a day to a spreadsheet
NOT = re.compile(r"(?:er |endnu |stadig )*(?:ikke|ej)(?: endnu)? (\w+)(?: endnu)?\.?")
HAPPENED = ("{} siger, at det er sket, men ikke hvornår. Skriv dagen "
            f"(»{examples.COURSE_DAY}«), eller slet " "{}, hvis det ikke er sket.")
WHICH = "{} er en afkrydsning og siger ikke hvilken. Skriv {}."


def not_yet(text: str, part: Column) -> bool:
    """Whether a text in a column of dates says that it has not happened; of the end of a period, that it goes on."""
    plain = squeezed(text).casefold()
    if normalise(plain) in NOT_YET or NEVER.fullmatch(plain) or DAY_ZERO.fullmatch(plain) or set(plain) == {OPEN_BOX}:
        return True
    if part.lasts and normalise(plain) in TO_THIS_DAY:
        return True
    denied = NOT.fullmatch(plain)
    return denied is not None and normalise(denied[1]) in _names(part)


def undated(text: str, part: Column) -> str | None:
    """What to say of a tick or a word by which something has happened on a day that is not told."""
    told = is_tick(text) or presence(text) is Presence.CAME or normalise(text) in _names(part)
    return HAPPENED.format(quoted(text), quoted(text)) if told and not text.isdigit() else None


def _names(part: Column) -> set[str]:
    """What it is called that a column of dates dates: ``lukket``, ``besvaret``."""
    return {normalise(word) for word in (part.heading, *part.aliases, part.name)} | {normalise(part.heading.split()[0])}


def which(text: str, wanted: str) -> str | None:
    """What to say of a tick in a column of choices. wanted: the choices in words."""
    return WHICH.format(quoted(text), wanted) if is_tick(text) else None
