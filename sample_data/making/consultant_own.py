"""The consultant's own sheet in early 2010: own headings, sums, and two months on every row."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from model.basics.formatting import month_long, number
from model.basics.months import shift, span
from sample_data.making.figures import Region
from sample_data.making.places import MARK, NORDDJURS, PLACES, Place
from sample_data.making.senders import ACTIVATION, CONSULTANT, ENDED, REMARKS, SampleFile, received, said

OWN = sorted((place for place in PLACES if place.code != NORDDJURS), key=lambda place: place.name)
OUTCOMES = (*ENDED[:3], *ENDED[-2:])
HEADINGS = ("Jobcenter", "Nr.", "Kth./sth. m4", "VP", "LTS", "VP+LTS*", "Andel", "VC", "Start", "Slut", "Selvf. 4u",
            "J/U 4u", "Slut VC", "J/U VC", "Anm.")
MAPPING = ("jobcenter", "kommunekode", *ACTIVATION[:4], "ignore", *ACTIVATION[4:], *OUTCOMES, "bemaerkning")
PROFILE = "BRM's opfølgningsark"
REASONS = {1: "Kontrolleret med Viborg: to hold begyndte i januar", 3: "Kontrolleret med Aarhus"}


def files(region: Region) -> list[SampleFile]:
    """Four files, January to April 2010; the answers given for the first are the profile for the rest."""
    found: list[SampleFile] = []
    for month in span(date(2010, 1, 1), date(2010, 4, 1)):
        answers: dict[str, Any] = {"approved": True}
        if not found:
            answers |= {"profile_name": PROFILE, "columns": dict(enumerate(MAPPING))}
        found.append(SampleFile(f"{month:%Y-%m}_opfoelgning_BRM.csv", _text(region, month), received(month), CONSULTANT,
                                REASONS.get(month.month, ""), answers))
    return found


def _text(region: Region, month: date) -> bytes:
    outcomes = shift(month, -2)
    upper = [""] * len(HEADINGS)
    upper[2], upper[9] = month_long(month).capitalize(), month_long(outcomes).capitalize()
    west, east = ([place for place in OWN if place.west is side] for side in (True, False))
    lines: list[Sequence[str]] = [
        (f"Virksomhedscenterkampagnen, opfølgning {month_long(month)}",), (f"{MARK}, foreløbige",), (), upper, HEADINGS,
        *(_row(region, place, month) for place in west), _total(region, "Vest i alt", west, month),
        *(_row(region, place, month) for place in east), _total(region, "Øst i alt", east, month),
        _total(region, "I alt", OWN, month), (),
        ("* En person, der både har været i praktik og løntilskud i måneden, tælles én gang. "
         "Norddjurs indberetter selv.",)]
    return "".join(";".join([*line, *[""] * (len(HEADINGS) - len(line))]) + "\r\n" for line in lines).encode("cp1252")


def _row(region: Region, place: Place, month: date) -> list[str]:
    first = [said(region, place.code, month, measure) for measure in ACTIVATION]
    second = [said(region, place.code, shift(month, -2), measure) for measure in OUTCOMES]
    return [place.name, place.code, *_cells(first, second), REMARKS.get((place.code, month), "")]


def _total(region: Region, name: str, places: list[Place], month: date) -> list[str]:
    first = [_sum(region, places, month, measure) for measure in ACTIVATION]
    second = [_sum(region, places, shift(month, -2), measure) for measure in OUTCOMES]
    return [name, "", *_cells(first, second), ""]


def _sum(region: Region, places: list[Place], month: date, measure: str) -> int:
    """The sender's sum knows the counts that the rows hold back."""
    return sum(value for place in places if isinstance(value := said(region, place.code, month, measure, hide=0), int))


def _cells(first: Sequence[int | str | None], second: Sequence[int | str | None]) -> list[str]:
    persons, total = first[0], first[3]
    share = number(100 * total / persons, decimals=1) if isinstance(persons, int) and isinstance(total, int) else ""
    cells = ["" if value is None else number(value) if isinstance(value, int) else value for value in (*first, *second)]
    return [*cells[:4], share, *cells[4:]]
