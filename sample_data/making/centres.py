"""The consultant's register of virksomhedscentre, every quarter, and the jobcenters' occupancy month by month."""

import random
from collections.abc import Sequence
from datetime import date, datetime

from model.basics.formatting import month_short
from model.basics.months import last_day, shift, span
from model.intake.datasets.centre_months import CENTRE_MONTHS
from model.intake.datasets.centres import CENTRES
from sample_data.making.centre_life import Stay, stays
from sample_data.making.figures import Region
from sample_data.making.places import BY_CODE, MARK, STRUER
from sample_data.making.senders import CONSULTANT, Cell, SampleFile, received
from sample_data.making.workbooks import workbook

SEED = 2009
QUARTERS = tuple(shift(date(2009, 10, 1), 3 * number) for number in range(6))
SILENT = (STRUER, date(2010, 7, 1))  # the quarter one jobcenter sent nothing of
CROWDED = date(2010, 11, 1)  # the month one centre took in more than it had room for
CROWD = "Et hold fra et lukket center blev taget ind i to uger; jobcentret har bekræftet tallet"
WRONG_DAY = date(2010, 2, 1)  # an opening entered for the first of the month, and set right later


def files(region: Region) -> list[SampleFile]:
    """Seven registers, six quarters of occupancy, and one correction of an opening date."""
    found = stays(SEED)
    mistaken = next(stay for stay in found if stay.opened.month == 2 and stay.opened.year == 2010)
    made = [_register(found, received(quarter, after=0, day=15 if quarter == QUARTERS[0] else 12), mistaken)
            for quarter in (*QUARTERS, date(2011, 4, 1))]
    return [*made, _correction(mistaken), *(_months(region, found, quarter) for quarter in QUARTERS)]


def _register(found: list[Stay], when: datetime, mistaken: Stay) -> SampleFile:
    """Every period known on the day, as the register had it then."""
    day = when.date()
    corrected = day > date(2010, 5, 1)
    rows: list[Sequence[Cell]] = []
    for stay in found:
        opened = WRONG_DAY if stay == mistaken and not corrected else stay.opened
        if opened < day:
            rows.append(_row(stay, day, opened))
    title = f"{MARK}. Virksomhedscentre i Midtjylland pr. {day:%d-%m-%Y}"
    headings = [part.heading for part in CENTRES.parts]
    content = workbook({"Centre": [[title], [], headings, *rows]})
    return SampleFile(f"{day:%Y-%m-%d}_virksomhedscentre.xlsx", content, when, CONSULTANT, dataset="centre")


def _row(stay: Stay, day: date, opened: date) -> Sequence[Cell]:
    closed = stay.closed if stay.closed and stay.closed < day else None
    return [BY_CODE[stay.code].name, stay.name, f"{opened:%d-%m-%Y}", None, f"{closed:%d-%m-%Y}" if closed else None,
            stay.reason if closed else None, stay.sector, stay.industry, stay.places_on(day), stay.generation_on(day),
            f"{stay.second_from:%d-%m-%Y}" if stay.generation_on(day) > 1 else None]


def _correction(stay: Stay) -> SampleFile:
    """The row with the wrong day is withdrawn and the right one written."""
    when = received(date(2010, 4, 1), day=27)
    lines = [[BY_CODE[stay.code].name, stay.name, f"{WRONG_DAY:%d-%m-%Y}", "udgår", "", "", "", ""],
             [BY_CODE[stay.code].name, stay.name, f"{stay.opened:%d-%m-%Y}", "", stay.sector or "", stay.industry,
              str(stay.places), "1"]]
    headings = ["Jobcenter", "Virksomhedscenter", "Åbnet", "Hændelse", "Sektor", "Branche", "Pladser", "Generation"]
    title = f"{MARK}. Rettet åbningsdato"
    text = "".join(";".join(line) + "\r\n" for line in ([title], [], headings, *lines))
    return SampleFile("2010-05_rettet_aabningsdato.csv", text.encode("utf-8-sig"), when, CONSULTANT, dataset="centre",
                      reason="Centret åbnede senere på måneden, end der stod i oversigten")


def _months(region: Region, found: list[Stay], quarter: date) -> SampleFile:
    """Three months of places and occupied places, one row for each centre that sent its numbers."""
    months = span(quarter, shift(quarter, 2))
    rows = [row for month in months for row in _of_month(region, found, month)]
    title = f"{MARK}. Belægning i virksomhedscentre, {month_short(months[0])} til {month_short(months[-1])}"
    headings = [part.heading for part in CENTRE_MONTHS.parts]
    content = workbook({"Belægning": [[title], [], headings, *rows]})
    return SampleFile(f"{quarter:%Y-%m}_til_{months[-1]:%Y-%m}_belaegning.xlsx", content,
                      received(months[-1], day=12, hour=10), CONSULTANT, CROWD if CROWDED in months else "",
                      dataset="centermaaned")


def _of_month(region: Region, found: list[Stay], month: date) -> list[Sequence[Cell]]:
    end = last_day(month)
    rows: list[Sequence[Cell]] = []
    for stay in (stay for stay in found if stay.open_on(end)):
        chance = random.Random(f"{SEED}/{stay.name}/{month}")
        if chance.random() < 0.05 or (stay.code, max(q for q in QUARTERS if q <= month)) == SILENT:
            continue
        share = _filled(region, found, stay.code, month) * (0.75 + 0.5 * chance.random())
        occupied: Cell = min(stay.places_on(end), round(stay.places_on(end) * share))
        if chance.random() < 0.03:
            occupied = None
        rows.append([BY_CODE[stay.code].name, stay.name, f"{month:%Y-%m}", stay.places_on(end), occupied])
    if month == CROWDED:
        rows[0] = [*rows[0][:4], int(rows[0][3] or 0) + 4]
    return rows


def _filled(region: Region, found: list[Stay], code: str, month: date) -> float:
    """The share of the jobcenter's places in use: fewer at a time than the month's persons in a centre."""
    end = last_day(month)
    places = sum(stay.places_on(end) for stay in found if stay.code == code and stay.open_on(end))
    return min(0.95, max(0.4, 0.8 * region[code, month]["heraf_i_virksomhedscenter"] / places))
