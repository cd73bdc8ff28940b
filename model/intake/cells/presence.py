"""What a tick or a word in a list says of a person's coming: ``x``, ``✔``, ``deltog``, ``udeblevet``."""

from enum import StrEnum

from model.basics.formatting import normalise
from model.intake.cells.cell_text import squeezed


class Presence(StrEnum):
    """What became of a person who stands on a list."""

    CAME = "kom"
    STAYED_AWAY = "udeblev"  # registered, and did not come
    REGISTERED = "tilmeldt"  # registered; whether they came is not said
    WAITING = "venteliste"  # not registered
    CANCELLED = "afmeldt"  # not registered any more


TICKS = frozenset("x×✓✔☑✅√")
CROSSES = frozenset("✗✘☒❌☐")
WORDS = {
    Presence.CAME: ("1", "ja", "j", "yes", "y", "sand", "true", "p", "til stede", "tilstede", "mødt", "mødte",
                    "mødt op", "mødte op", "fremmødt", "fremmødte", "deltog", "deltaget", "deltager", "kom",
                    "gennemført", "checked in", "check in", "checket ind", "attended", "present"),
    Presence.STAYED_AWAY: ("0", "nej", "n", "no", "falsk", "false", "a", "u", "afbud", "udeblevet", "udeblev",
                           "udebleven", "ikke mødt", "mødte ikke", "kom ikke", "deltog ikke", "ikke deltaget",
                           "fraværende", "fravær", "syg", "sygemeldt", "absent", "no show", "noshow", "not attending",
                           "did not attend", "not checked in", "excused"),
    Presence.REGISTERED: ("tilmeldt", "registered", "bekræftet", "confirmed", "accepteret", "accepted",
                          "attending", "going"),
    Presence.WAITING: ("venteliste", "på venteliste", "waiting list", "waitlist", "waitlisted", "reserve"),
    Presence.CANCELLED: ("afmeldt", "annulleret", "aflyst", "slettet", "trukket", "cancelled", "canceled", "declined",
                         "withdrawn", "refunded"),
}
AGREES = frozenset(map(normalise, ("1", "ja", "j", "yes", "y", "sand", "true")))
DENIES = frozenset(map(normalise, ("0", "nej", "n", "no", "falsk", "false")))  # yes and no to what a heading says
MEANINGS = {normalise(word): presence for presence, words in WORDS.items() for word in words}


def presence(text: str) -> Presence | None:
    """What a text plainly says; None for any other text and for an empty one."""
    said = squeezed(text).strip(".!() ")
    if said and set(said.casefold()) <= TICKS:
        return Presence.CAME
    if said and set(said) <= CROSSES:
        return Presence.STAYED_AWAY
    return MEANINGS.get(normalise(said))


def agrees(text: str) -> bool | None:
    """Whether a text only says yes (True) or no (False) to its heading; None for a word with a meaning of its own."""
    said = squeezed(text).strip(".!() ")
    if is_tick(said):
        return set(said.casefold()) <= TICKS
    return True if normalise(said) in AGREES else False if normalise(said) in DENIES else None


def is_tick(text: str) -> bool:
    """Whether a text is a mark and no word: ``x``, ``✔``, ``✗``."""
    said = squeezed(text)
    return bool(said) and set(said.casefold()) <= TICKS | CROSSES
