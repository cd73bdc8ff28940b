"""What may stand in a field of free text: never a CPR number, contact details only on purpose, and not without end."""

import unicodedata

from model.basics.formatting import number, without_direction_marks
from model.basics.personal_data import has_contact, has_cpr
from model.basics.refusal import NotDone

CPR = ("Teksten indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget. "
       "Skriv den igen uden personoplysninger.")
CONTACT = ("Teksten indeholder noget, der ligner en mailadresse eller et telefonnummer. "
           "Skriv en funktion i stedet, eller sig, at den skal gemmes alligevel.")


class RecordRefused(NotDone):
    """What was written cannot be recorded; the text is Danish and says what to mend."""


class ContactFound(RecordRefused):
    """The text holds contact details; it is recorded only when the writer says so."""


def cleaned(text: str) -> str:
    """The text on one line, without what cannot be printed and what turns words around."""
    return " ".join(_printable(text).split())


def line(text: str, *, asked: str, longest: int, contact_ok: bool = False) -> str:
    """The cleaned text. ``asked``: what to say when it is empty ("": it may be).

    Raises RecordRefused for nothing where something is asked, a CPR number or too much; ContactFound.
    """
    return _checked(cleaned(text), asked, longest, contact_ok)


def prose(text: str, *, asked: str, longest: int, contact_ok: bool = False) -> str:
    """The same for a text of several lines, which are kept."""
    lines = [" ".join(part.split()) for part in _printable(text).split("\n")]
    return _checked("\n".join(lines).strip(), asked, longest, contact_ok)


def personal(*texts: str) -> str:
    """What to say at the fields while they are written: CPR, CONTACT, or "" when nothing looks personal."""
    if any(has_cpr(text) for text in texts):
        return CPR
    return CONTACT if any(has_contact(text) for text in texts) else ""


def _printable(text: str) -> str:
    plain = without_direction_marks(text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs", "Cn") else " "
                   for sign in plain)


def _checked(text: str, asked: str, longest: int, contact_ok: bool) -> str:
    if asked and not text:
        raise RecordRefused(asked)
    if has_cpr(text):
        raise RecordRefused(CPR)
    if len(text) > longest:
        raise RecordRefused(f"Teksten er for lang. Skriv højst {number(longest)} tegn.")
    if not contact_ok and has_contact(text):
        raise ContactFound(CONTACT)
    return text
