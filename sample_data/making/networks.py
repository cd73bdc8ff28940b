"""BRM's lists of mentor networks: help offered after the mentor courses, who began, and each meeting since."""

from collections.abc import Sequence
from datetime import date, datetime

from sample_data.making.figures import Region
from sample_data.making.places import AARHUS, BY_CODE, MARK, RANDERS, SKIVE, STRUER
from sample_data.making.senders import CONSULTANT, Cell, SampleFile
from sample_data.making.workbooks import workbook

HERNING, HOLSTEBRO, HORSENS, VIBORG = "657", "661", "615", "791"
HELP, STARTED, MET, DECLINED = "tilbudt hjælp", "startet", "mødtes", "takket nej"
HEADINGS = ("Jobcenter", "Dato", "Hændelse", "Deltagere", "Sammen med")
LISTS = (datetime(2010, 6, 30, 10, 15), datetime(2010, 12, 16, 13, 40), datetime(2011, 4, 11, 9, 50))
# code, day, what happened, how many came, with whom
EVENTS = (
    (SKIVE, (2010, 4, 21), HELP, None, None), (STRUER, (2010, 4, 21), HELP, None, None),
    (VIBORG, (2010, 4, 22), HELP, None, None), (RANDERS, (2010, 4, 22), HELP, None, None),
    (HERNING, (2010, 4, 22), HELP, None, None), (HORSENS, (2010, 4, 22), HELP, None, None),
    (SKIVE, (2010, 5, 6), STARTED, None, "Struer"), (STRUER, (2010, 5, 6), STARTED, None, "Skive"),
    (AARHUS, (2010, 5, 19), STARTED, None, None), (HERNING, (2010, 6, 2), DECLINED, None, None),
    (HOLSTEBRO, (2010, 6, 8), STARTED, None, None), (SKIVE, (2010, 6, 10), MET, 14, "Struer"),
    (STRUER, (2010, 6, 10), MET, 14, "Skive"), (VIBORG, (2010, 8, 24), STARTED, None, None),
    (RANDERS, (2010, 9, 7), STARTED, None, None), (SKIVE, (2010, 9, 16), MET, 11, "Struer"),
    (STRUER, (2010, 9, 16), MET, 11, "Skive"), (HOLSTEBRO, (2010, 9, 28), MET, 7, None),
    (AARHUS, (2010, 10, 5), MET, 22, None), (VIBORG, (2010, 11, 9), MET, 8, None),
    (SKIVE, (2011, 1, 20), MET, 9, "Struer"), (STRUER, (2011, 1, 20), MET, 9, "Skive"),
    (AARHUS, (2011, 3, 8), MET, None, None), (SKIVE, (2011, 3, 24), MET, 10, None))


def files(region: Region) -> list[SampleFile]:
    """Three lists, each with what has happened since the one before."""
    found, since = [], date(2010, 1, 1)
    for when in LISTS:
        title, rows = [f"Mentornetværk ({MARK})"], _rows(since, when.date())
        csv = when == LISTS[0]
        content = _csv([title, HEADINGS, *rows]) if csv else workbook({"Netværk": [title, [], HEADINGS, *rows]})
        found.append(SampleFile(f"mentornetvaerk_{when:%Y-%m-%d}.{'csv' if csv else 'xlsx'}", content, when, CONSULTANT,
                                dataset="mentornetvaerk"))
        since = when.date()
    return found


def _rows(since: date, until: date) -> list[Sequence[Cell]]:
    days = [(date(*day), code, *rest) for code, day, *rest in EVENTS]
    return [[BY_CODE[str(code)].name, f"{day:%d-%m-%Y}", *rest] for day, code, *rest in days if since <= day < until]


def _csv(rows: Sequence[Sequence[Cell]]) -> bytes:
    text = "".join(";".join("" if cell is None else str(cell) for cell in row) + "\r\n" for row in rows)
    return text.encode("cp1252")
