"""Other targets than the plan's: every page and document says the ones in force, and the plan's only where quoted."""

import json
import re
from datetime import UTC, date, datetime
from html import unescape
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from pypdf import PdfReader
from sqlalchemy import update
from sqlmodel import Session, col

from model.__main__ import main
from model.basics.formatting import today
from model.documents.minutes import DRAFT, minutes_docx
from model.documents.offline import offline_html
from model.documents.region_sheet import region_pdf
from model.documents.screens import chosen, screens
from model.documents.sheet import sheet_pdf
from model.documents.slides import slides_pptx
from model.documents.workbook import workbook_xlsx
from model.publishing.editions import publish
from model.snapshot.loading import load
from model.store import database
from model.store.tables.base import Target
from model.subjects.definitions.catalogue import EVERYTHING
from model.subjects.goals.figures.coverage import default_month
from model.subjects.goals.figures.goals import goal1, goals1
from model.subjects.goals.figures.verdicts import Standing, Verdict
from model.writing.recording import record_target
from pages.shared import figure_tools, navigation
from tests.model.documents.slides.reading import charts, notes, opened, words
from tests.model.meetings import agenda, met
from tests.pages.data_pages import said
from tests.pages.opening import SKIVE, VIBORG, all_under, every_tab
from tests.viewers import EVERYBODY, named
from tests.worlds import kept

METHOD = "method"
ONLY_SHARE = Standing(Verdict.PARTLY, frozenset({"share"}))
EARLY = datetime(2009, 10, 2, tzinfo=UTC)
OWN, FAR = 22, 900  # what is asked of Skive, and of Viborg
LATER = date(2011, 4, 1)  # from which more is asked of all
QUOTED = [*filter(None, (measure.quote for measure in EVERYTHING)), "»16% af kontant- og starthjælpsmodtagere«",
          "planens »9.000« og »16%«"]
STALE = re.compile(r".{0,40}(?:(?<![\d,.])16%(?!\()|(?:kun|Mål|i)\+15(?!\d)|15flere|på15(?!\d)"
                   r"|(?:[Mm]ål|over|under|nå|på|mindst|De)20%).{0,20}")


def squeezed(text):
    """Without spaces of any kind, which paper breaks lines at."""
    return "".join(text.split()).replace("\u00ad", "")


def stale(text):
    """Where a text still says the plan's own targets without quoting the plan."""
    left = squeezed(text)
    for quote in QUOTED:
        left = left.replace(squeezed(quote), "")
    return STALE.findall(left)


@kept
def change(engine):
    """The sample with 18 %, 20 persons and 25 % for all, others for two jobcenters, and 30 % from a later month.

    All is known from the campaign's beginning, as it would be to a meeting that shows the targets of its own day.
    """
    given = {"source": "brev fra BRM", "reason": "ny aftale", "viewer": named("BRM")}
    for part, value in (("share", 18), ("increase", 20), ("self_supporting", 25)):
        record_target(engine, part=part, scope="regional", value=value, **given)
    record_target(engine, part="share", scope="jobcenter", jobcenter=SKIVE, value=OWN, **given)
    record_target(engine, part="share", scope="regional", value=30, valid_from=LATER, **given)
    record_target(engine, part="increase", scope="jobcenter", jobcenter=VIBORG, value=FAR, **given)
    with database.write(engine) as session:
        session.exec(update(Target).where(col(Target.recorded_by) == "BRM").values(recorded_at=EARLY))
    with Session(engine) as session:
        shot = load(session, EVERYBODY)
    publish(engine, shot, default_month(shot) or shot.starts, viewer=named("BRM"))


@pytest.fixture
def changed(sample_engine):
    """This test's own database with them."""
    change(sample_engine)
    return sample_engine


@pytest.fixture
def snapshot(changed):
    with Session(changed) as session:
        return load(session, EVERYBODY)


def everything_on(app):
    """What a page says, and what its charts draw."""
    drawn = " ".join(chart.proto.spec for chart in app.get("plotly_chart"))
    return f"{said(app)} {drawn} {' '.join(unescape(frame.proto.srcdoc) for frame in app.get('iframe'))}"


def test_no_page_says_a_target_that_is_no_longer_in_force(changed, monkeypatch):
    monkeypatch.setattr(figure_tools, "line", all_under)
    for entry in navigation.SHOWN:
        name = entry.file.removeprefix("pages/").removesuffix("/page.py")
        for address in ({"jobcenter": SKIVE}, {}) if name in ("jobcenter", "dialogue") else ({},):
            text = " ".join(everything_on(app) for app in every_tab(name, **address))
            if name == METHOD:  # the history of the targets tells what they were
                text = re.sub(r"Vis alle ændringer, nyeste først.*?Sådan er det beregnet", "", text, flags=re.DOTALL)
            assert stale(text) == [], name


def test_no_document_says_a_target_that_is_no_longer_in_force(snapshot):
    month = default_month(snapshot)
    for code in (VIBORG, SKIVE):
        sheet = squeezed(_paper(sheet_pdf(snapshot, code, month)))
        share, increase = (OWN, 20) if code == SKIVE else (18, FAR)
        assert stale(sheet) == [] and f"mindst{share}%=" in sheet and f"mindst{increase}flere" in sheet
    assert stale(_paper(region_pdf(snapshot, month))) == []
    for code in (None, SKIVE):
        deck = opened(slides_pptx(snapshot, month, chosen(screens(snapshot, month, code), ()), code=code))
        told = " ".join(text for slide in deck.slides for text in (*words(slide), notes(slide), *_series(slide)))
        assert stale(told) == [] and f"mindst {OWN if code else 18}\u00a0% af målgruppen" in told
    shown = chosen(screens(snapshot, month), ())
    assert stale(re.sub(r"<[^>]+>", " ", unescape(offline_html(shown, snapshot=snapshot, month=month)))) == []


def test_the_workbook_has_the_targets_in_force_in_its_cells_and_words(snapshot):
    book = openpyxl.load_workbook(BytesIO(workbook_xlsx(snapshot, default_month(snapshot))))
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert stale(" | ".join(texts)) == []
    head = next(row for row in book["Regionen"].iter_rows() if row[0].value == "Måned")
    at = [cell.value for cell in head].index("Mål")
    asked = [row[at].value for row in book["Regionen"].iter_rows(min_row=head[0].row + 1) if row[at].value is not None]
    assert set(asked) <= {0.18, 0.3} and asked[0] == 0.18


def test_the_minutes_say_what_the_page_says(changed):
    meeting = met(changed)
    content = minutes_docx(agenda(changed, meeting, day=today()), status=DRAFT, made=date(2011, 4, 14))
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert stale(" | ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])) == []


def test_the_command_line_says_the_verdict_of_the_page(changed, snapshot, capsys):
    month = next(when for when in reversed(snapshot.months) if when < LATER and _half(snapshot, when))
    main(["status", "--month", f"{month:%Y-%m}"])
    told = capsys.readouterr().out
    main(["status", "--month", f"{month:%Y-%m}", "--json"])
    as_json = capsys.readouterr().out
    assert stale(told) == [] and stale(as_json) == []
    half = _half(snapshot, month)
    assert told.count("kun 18 %") + told.count(f"kun {OWN} %") == len(half)
    goals = {row["code"]: row["goals"]["maal1"] for row in json.loads(as_json)["jobcenters"]}
    partly = [goal for goal in goals.values() if goal["verdict"] == "delvist" and goal["parts"]["andel"]["reached"]]
    assert len(partly) == len(half)
    assert {code: goal["parts"]["andel"]["target"] for code, goal in goals.items()} == {
        code: OWN if code == SKIVE else 18 for code in goals}


def test_a_month_is_judged_by_the_target_that_applied_in_it(snapshot):
    assert [goal1(snapshot, VIBORG, date(2011, month, 1)).share_target for month in (3, 4)] == [18, 30]
    assert goal1(snapshot, SKIVE, date(2011, 4, 1)).share_target == OWN


def _half(snapshot, month):
    """Those that have reached the share alone."""
    return [goal for goal in goals1(snapshot, month) if goal.standing == ONLY_SHARE]


def _paper(content):
    return " ".join(found.extract_text() for found in PdfReader(BytesIO(content)).pages)


def _series(slide):
    return [series.name for chart in charts(slide) for plot in chart.plots for series in plot.series]
