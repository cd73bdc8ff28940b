"""What a centre is called: names that say the one it had before, and names it was said to have taken."""

import re
from collections.abc import Iterable, Mapping

from model.basics.formatting import normalise
from model.intake.datasets.centres import CENTRES
from model.intake.datasets.shared import CENTRE
from model.intake.mending.question_ids import question_id
from model.intake.records.background import Background

RENAMED, ANOTHER = "renamed", "another"
BEFORE = (r"(?:tidl(?:igere)?|før(?:hen)?|omdøbt fra|hed(?:der)? (?:før|tidligere)|hed|ex|fhv|forhenværende"
          r"|skiftet navn fra|f\.?k\.?a)\.?(?: (?:kaldt|kendt som|navn|hed))?:? ")
AFTER = r"(?:nu(?:værende)?|omdøbt til|skiftet navn til|hedder nu|senere)\.?(?: (?:kaldt|kendt som|navn))?:? "
NAMES = (re.compile(rf"(?P<new>.+?)[ ,–-]*[(\[] ?{BEFORE}(?P<old>.+?)[)\]]", re.IGNORECASE),
         re.compile(rf"(?P<new>.+?)(?:, ?| [–-] ?| ){BEFORE}(?P<old>.+)", re.IGNORECASE),
         re.compile(rf"(?P<old>.+?)[ ,–-]*[(\[] ?{AFTER}(?P<new>.+?)[)\]]", re.IGNORECASE),
         re.compile(rf"(?P<old>.+?)(?:, ?| [–-] ?| ){AFTER}(?P<new>.+)", re.IGNORECASE))


def asked(place: str, name: str, stands: str) -> str:
    """The id of the question whether a centre has taken another name than the one it stands with, however spelt."""
    return question_id("words", CENTRE.name, place, *(normalise(each) or each for each in (name, stands)))


def both(name: str) -> tuple[str, str] | None:
    """(the one before, the one since) of a name that says two; None of any other."""
    match = next((found for pattern in NAMES if (found := pattern.fullmatch(name))), None)
    return (match["old"], match["new"]) if match else None


def taken(place: str, name: str, known: Iterable[str], said: Mapping[str, str]) -> str | None:
    """Which of a jobcenter's centres has taken a name: one that was said to, or whose own name says so.

    said: answers by the questions' ids.
    """
    return next((old for old in known if said.get(asked(place, name, old)) == RENAMED or _says(old, name)), None)


def _says(stands: str, name: str) -> bool:
    two = both(stands)
    return two is not None and normalise(two[1]) == normalise(name)


def former(place: str, name: str, known: Iterable[str], said: Mapping[str, str]) -> tuple[str, str] | None:
    """(the other name, the one that is known) of a name that says two, one of them a centre's of the jobcenter."""
    two, here = both(name), list(known)
    spelt = {normalise(each): each for each in reversed(here)}
    for one, other in ((two, two[::-1]) if two else ()):
        if known_as := spelt.get(normalise(one)) or taken(place, one, here, said):
            return other, known_as
    return None


def stands_as(known: Background, place: object, name: object) -> object:
    """The name with which a centre stands that a file calls by one it has taken; any other name as it is."""
    periods = known.standing[CENTRES.name]
    here = list(dict.fromkeys(periods.loc[periods["jobcenter"].eq(place), "name"]))
    if not isinstance(place, str) or not isinstance(name, str) or name in here:
        return name
    two = former(place, name, here, known.renamed)
    return two[1] if two else taken(place, name, here, known.renamed) or name
