"""The facts of the accessibility statement, from a file that the owner fills in."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from model.basics.refusal import NotDone
from model.basics.settings import MAILBOX

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
UNREAD = ("Filen med tilgængelighedserklæringens oplysninger kan ikke læses. Se efter, om stien i FREMDRIFT_STATEMENT "
          "er rigtig.")
WRONG = ("Filen med tilgængelighedserklæringens oplysninger kan ikke bruges: {places}. Sammenlign med "
         "pages/accessibility/example.toml.")


class StatementRefused(NotDone):
    """The file cannot be used; the text is Danish and names the places in it."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Contact(_Part):
    """Whom people turn to about what they cannot use, in writing and by phone."""

    email: Annotated[Text, StringConstraints(pattern=f"^{MAILBOX.pattern}$")]
    phone: Annotated[Text, StringConstraints(pattern=r"^\+?[\d ]{8,}$")]
    answered_within_days: int = Field(gt=0)


class Fault(_Part):
    """What is known not to be accessible, and the way round it."""

    what: Text
    instead: Text


class Statement(_Part):
    """Everything that the statement says of one installation. invented: whether the contact is an example's."""

    owner: Text
    conformance: Literal["fuldt", "delvist", "ikke"]
    assessed: date
    method: Text
    contact: Contact
    faults: tuple[Fault, ...] = ()
    invented: bool = False


def read(path: Path) -> Statement:
    """The facts in the file. Raises StatementRefused."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise StatementRefused(UNREAD) from None
    try:
        return Statement(**told)
    except ValidationError as error:
        places = sorted({".".join(map(str, each["loc"])) for each in error.errors()})
        raise StatementRefused(WRONG.format(places=", ".join(places))) from None
