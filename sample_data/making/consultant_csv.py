"""The region's consultant in 2009: one row per jobcenter and month, semicolons, Windows' own letters (cp1252)."""

from datetime import date

from model.basics.formatting import month_long, month_short, number
from model.basics.months import shift
from model.intake.datasets.monthly_figures import MAANEDSTAL
from sample_data.making.figures import Region
from sample_data.making.places import MARK, PLACES, RANDERS, Place
from sample_data.making.senders import (
    ACTIVATION,
    CONSULTANT,
    REMARKS,
    SampleFile,
    matchmodel,
    received,
    said,
)

IN_ORDER = sorted(PLACES, key=lambda place: place.code)
SPELLING = {"Aarhus": "Århus", "Ringkøbing-Skjern": "Ringk.-Skjern"}  # as people wrote in 2009
OUTCOMES = ("afsluttede_forloeb", "heraf_selvforsoergende_4_uger", "heraf_job_eller_uddannelse_4_uger")


def files(region: Region) -> list[SampleFile]:
    """Four monthly files; the last brings the first outcomes along, on rows of their own month."""
    found: list[SampleFile] = []
    for month in (date(2009, 9, 1), date(2009, 10, 1), date(2009, 11, 1), date(2009, 12, 1)):
        lines = [_row(region, place, month, ACTIVATION) for place in IN_ORDER]
        measures: tuple[str, ...] = ACTIVATION
        if month.month == 12:
            measures = ACTIVATION + OUTCOMES
            lines += [_row(region, place, shift(month, -2), OUTCOMES, before=len(ACTIVATION)) for place in IN_ORDER]
        title = f"{MARK}. Virksomhedscenterkampagnen i Midtjylland, {month_long(month)}"
        content = _text(title, measures, lines)
        reason = "Kampagnen begyndte i oktober: flere nye forløb" if month.month == 10 else ""
        found.append(SampleFile(f"{month:%Y-%m}_midtjylland.csv", content, received(month), CONSULTANT, reason))
    return [*found, _correction(region)]


def _row(region: Region, place: Place, month: date, measures: tuple[str, ...], *, before: int = 0) -> list[str]:
    cells = [_cell(said(region, place.code, month, measure)) for measure in measures]
    remark = "" if before else REMARKS.get((place.code, month), "")
    return [month_short(month), place.code, SPELLING.get(place.name, place.name), matchmodel(month), remark,
            *[""] * before, *cells]


def _cell(value: int | str | None) -> str:
    return "" if value is None else number(value) if isinstance(value, int) else value


def _text(title: str, measures: tuple[str, ...], rows: list[list[str]]) -> bytes:
    headings = ["Måned", "Kommunekode", "Jobcenter", "Matchmodel", "Bemærkning",
                *(MAANEDSTAL.field(measure).heading for measure in measures)]
    lines = [[title], [], headings, *rows, [], ["Kilde: jobcentrenes egne indberetninger (opdigtet)"]]
    return "".join(";".join(line + [""] * (len(headings) - len(line))) + "\r\n" for line in lines).encode("cp1252")


def _correction(region: Region) -> SampleFile:
    """Randers counted seven persons twice in February 2010 and says so in April."""
    month, measures = date(2010, 2, 1), (ACTIVATION[1], ACTIVATION[3])
    cells = [number(region[RANDERS, month][measure]) for measure in measures]
    row = [month_short(month), RANDERS, "Randers", matchmodel(month), "syv personer talt to gange er taget ud", *cells]
    title = f"{MARK}. Rettelse fra Jobcenter Randers, {month_long(month)}"
    return SampleFile("2010-02_rettelse_randers.csv", _text(title, measures, [row]), received(month, day=20, after=2),
                      CONSULTANT, "Rettelse fra Jobcenter Randers: syv personer var talt to gange i februar")
