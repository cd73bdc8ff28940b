"""The analyst's outcomes: Excel workbooks with one measure per sheet, jobcenters down and months across."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

import xlsxwriter

from model.basics.formatting import month_long, month_short
from model.basics.months import span
from model.intake.datasets.monthly_figures import MAANEDSTAL
from sample_data.making.consultant_own import OWN
from sample_data.making.figures import Region
from sample_data.making.places import MARK
from sample_data.making.senders import ANALYST, ENDED, Cell, SampleFile, received, said

SHEETS = ("Afsluttede", "Selvforsørgende", "Job-udd", "Ordinært job", "Fleksjob", "Uddannelse", "Løntilskudsjob",
          "Afsluttede VC", "Job-udd VC")
COHORTS = ((date(2010, 3, 1), date(2010, 5, 1)), (date(2010, 6, 1), date(2010, 8, 1)),
           (date(2010, 9, 1), date(2010, 11, 1)), (date(2010, 12, 1), date(2011, 2, 1)))
REASON = "Aarhus har bekræftet tallene: flere hold sluttede samlet"


def files(region: Region) -> list[SampleFile]:
    """Three months at a time; the last of them came before the registers were complete."""
    found: list[SampleFile] = []
    for first, last in COHORTS:
        early = last == COHORTS[-1][1]
        found.append(SampleFile(f"{first:%Y-%m}_til_{last:%Y-%m}_udfald.xlsx", _outcomes(region, span(first, last)),
                                received(last, day=14, after=2 if early else 3), ANALYST, REASON, {"approved": True}))
    return found


def _outcomes(region: Region, months: list[date]) -> bytes:
    sheets: dict[str, list[Sequence[Cell]]] = {}
    for sheet, measure in zip(SHEETS, ENDED, strict=True):
        sheets[sheet] = [
            [MAANEDSTAL.field(measure).heading], [f"{MARK}. {month_long(months[0])} til {month_long(months[-1])}"],
            ["Jobcenter", *(month_short(month) for month in months)],
            *([place.name, *(said(region, place.code, month, measure) for month in months)] for place in OWN)]
    return workbook(sheets)


def workbook(sheets: dict[str, list[Sequence[Cell]]]) -> bytes:
    """An xlsx with the same bytes every time: its only date is fixed."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": f"Eksempeldata – {MARK.lower()}", "created": datetime(2009, 10, 5)})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, ["" if cell is None else cell for cell in row])
        sheet.set_column(0, len(max(rows, key=len)), 14)
    book.close()
    return target.getvalue()
