"""The consultant fills in our own template from May 2010: first as CSV (UTF-8 with BOM), from September as Excel."""

from collections.abc import Sequence
from datetime import date

from model.basics.formatting import month_long
from model.basics.months import shift, span
from model.intake.datasets.monthly_figures import MAANEDSTAL
from sample_data.making.consultant_own import OWN
from sample_data.making.figures import Region
from sample_data.making.places import LAST, MARK, MATCH_GROUPS_CHANGE
from sample_data.making.senders import (
    ACTIVATION,
    CONSULTANT,
    METHODS,
    REMARKS,
    Cell,
    SampleFile,
    matchmodel,
    received,
    said,
)
from sample_data.making.workbooks import workbook

FIRST_XLSX = date(2010, 9, 1)
TEXTS = ("matchmodel", "opgoerelsesmetode", "bemaerkning", "modtaget")
REASONS = {
    (2010, 7): "Sommerferie: få nye forløb i juli",
    (2010, 8): "Flere forløb begynder igen efter sommerferien",
    (2010, 10): "Kontrolleret med jobcentrene",
    (2010, 11): "Kontrolleret med jobcentrene",
    (2011, 2): "Kontrolleret med Viborg: to hold begyndte i februar",
}


def files(region: Region) -> list[SampleFile]:
    """One file a month; March 2011 came without Aarhus and Skive."""
    found: list[SampleFile] = []
    for month in span(MATCH_GROUPS_CHANGE, LAST):
        kind = "xlsx" if month >= FIRST_XLSX else "csv"
        content = _xlsx(region, month) if kind == "xlsx" else _csv(region, month)
        found.append(SampleFile(f"{month:%Y-%m}_midtjylland.{kind}", content, received(month), CONSULTANT,
                                REASONS.get((month.year, month.month), "")))
    return found


def _xlsx(region: Region, month: date) -> bytes:
    own = [MAANEDSTAL.field(name).heading for name in (*ACTIVATION, *TEXTS)]
    headings = ["Måned", "Kommunekode", "Jobcenter", *own]
    title = f"{MARK}. Virksomhedscenterkampagnen, {month_long(month)}"
    return workbook({"Månedstal": [[title], [], headings, *_rows(region, month)]})


def _csv(region: Region, month: date) -> bytes:
    title = f"Eksempeldata – opdigtede tal, {month_long(month)}"
    lines = [[title], ["maaned", "kommunekode", "jobcenter", *ACTIVATION, *TEXTS], *_rows(region, month)]
    text = "".join(";".join("" if cell is None else str(cell) for cell in line) + "\r\n" for line in lines)
    return text.encode("utf-8-sig")


def _rows(region: Region, month: date) -> list[Sequence[Cell]]:
    """A jobcenter without figures has no row, unless there is something to say about it."""
    rows: list[Sequence[Cell]] = []
    for place in OWN:
        cells = [said(region, place.code, month, measure, hide=5) for measure in ACTIVATION]
        known, remark = cells[0] is not None, REMARKS.get((place.code, month))
        texts = (matchmodel(month), METHODS.get(place.code)) if known else (None, None)
        if known or remark:
            rows.append([f"{month:%YM%m}", int(place.code), place.name, *cells, *texts, remark,
                         _delivered(place.code, month) if known else None])
    return rows


def _delivered(code: str, month: date) -> str:
    """The day the jobcenter's own figures reached the consultant, as she noted it."""
    day = shift(month, 1).replace(day=3 + (int(code) + 5 * month.month) % 8)
    return f"{day:%d-%m-%Y}"
