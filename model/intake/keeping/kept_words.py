"""What of a file is not kept with its upload, in Danish, and what to call the file that is fetched again."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from model.basics.formatting import listing, plural

DECLARED = ("Filen er gemt, som den kom: den, der indlæste den, siger, at der ikke står noget om personer i det, der "
            "ikke bruges.")
MAY_BE_KEPT = "Filen må gemmes, som den er: der står ikke noget om personer i det, der ikke bruges."
NEVER_KEPT = ("--keep-original kan ikke bruges: der står noget om personer i filen, fx navne, en e-mailadresse eller "
              "et telefonnummer. Udelad --keep-original, så gemmes kun det, der bruges.")
KEPT_WHOLE = "Filen gemmes, som den er."
MANY = 6  # columns named one by one


def left_out(upload: Mapping[str, Any] | None) -> str:
    """``uden kolonne C og D, som ikke bruges``; empty when the file is kept as it came."""
    if not isinstance(upload, Mapping) or not upload:
        return ""
    if upload.get("declared"):
        return "hele filen, som afsenderen har sagt god for"
    if upload.get("counted"):
        return "som de tal, listen blev talt til"
    columns = upload.get("columns", {})
    parts = ["teksten omkring tabellen"] if upload.get("lines") else []
    parts += [plural(sheets, "ulæst ark", "ulæste ark")] if (sheets := upload.get("sheets")) else []
    parts += ["det ved siden af cellerne (fx forfatter og kommentarer)"] if upload.get("beside") else []
    parts += [f"kolonne {_letters(letters)}{f' på ark »{sheet}«' if sheet and len(columns) > 1 else ''}"
              for sheet, letters in columns.items()]
    return f"uden {listing(parts)}{', som ikke bruges' if columns else ''}" if parts else ""


def brief(upload: Mapping[str, Any] | None) -> str:
    """The same in a table's cell; empty when the file is kept as it came."""
    if not isinstance(upload, Mapping) or not upload:
        return ""
    return "hele filen" if upload.get("declared") else _what(upload)


def _what(upload: Mapping[str, Any]) -> str:
    return "kun tallene" if upload.get("counted") else "kun det læste"


def sentence(upload: Mapping[str, Any] | None) -> str:
    """``Filen er gemt uden kolonne C og D, som ikke bruges.``; empty when it is kept as it came."""
    told = left_out(upload)
    if isinstance(upload, Mapping) and upload.get("declared"):
        return DECLARED
    return f"Filen er gemt {told}." if told else ""


def will_be(upload: Mapping[str, Any]) -> str:
    """The same before it is saved: ``Filen gemmes uden kolonne C og D, som ikke bruges.``"""
    return f"Filen gemmes {left_out(upload)}."


def is_reduced(upload: Mapping[str, Any] | None) -> bool:
    """Whether what is kept is a table of what was read, and not the file."""
    return isinstance(upload, Mapping) and "kind" in upload


def name(file_name: str, source: str, upload: Mapping[str, Any] | None) -> str:
    """What to call the file that is fetched again, so that nobody takes what was read of it for the file itself.

    What was typed in a form is kept as JSON.
    """
    if source == "form":
        return f"{file_name}.json"
    if isinstance(upload, Mapping) and is_reduced(upload):
        return f"{PurePath(file_name).stem} ({_what(upload)}).{upload['kind']}"
    return file_name


def label(upload: Mapping[str, Any] | None) -> str:
    """The words of the button that fetches it."""
    return "Hent det, der er gemt af filen" if is_reduced(upload) else "Hent den oprindelige fil"


def _letters(letters: list[str]) -> str:
    return listing(letters if len(letters) <= MANY else [*letters[:MANY], f"{len(letters) - MANY} til"])
