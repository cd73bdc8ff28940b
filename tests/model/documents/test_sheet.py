"""The dialogark read back: one tagged page in Danish with the jobcenter page's own words and figures."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import pandas as pd
import pytest

from model.basics.formatting import number
from model.documents import sheet, sheet_tables
from model.documents.faults import NotMade
from model.documents.marks import INVENTED, InternalDocument
from model.publishing.publishing import published
from model.store.meeting_facts import Written
from model.subjects.goals.charts.behind import numbers_behind
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.figures.goals import goal1, goal2
from model.subjects.goals.figures.pace import pace
from model.subjects.goals.figures.usable import reservations
from model.subjects.goals.words import card_words
from model.subjects.goals.words.sentences import pace_sentence
from model.subjects.goals.words.titles import goal1_title
from model.subjects.news.figures.news import AgreementDue, Corrected, FiguresCame
from model.subjects.news.figures.stood import Correction
from model.subjects.news.words.news import Line, News, sentence
from tests.model.documents.conftest import LONGEST_NAME, WORST
from tests.model.documents.reading import read, squeezed, told, widest, words
from tests.model.subjects.builders import said, snapshot

FEBRUARY, MARCH = date(2011, 2, 1), date(2011, 3, 1)
VIBORG, AARHUS, SAMSOE, SKIVE = "791", "751", "741", "779"
FOOT, STEP = 35.0, 6.5 * 72 / 25.4  # points: over the foot's own line, and from one line to write on to the next
ROOM, SMALLEST = 516.0, 8.2  # points: A4 between its margins of 14 mm, and the smallest type of running text
MARKS = {"not_reached", "reached", "half", "unsettled", "unknown", "too_few"}


def seen(found, code, month=FEBRUARY):
    return words(read(sheet.sheet_pdf(found, code, month)))


def test_it_is_tagged_danish_and_named_after_the_jobcenter(sampled):
    found = read(sheet.sheet_pdf(sampled, VIBORG, FEBRUARY))
    root = found.trailer["/Root"]
    assert root["/Lang"] == "da"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/StructTreeRoot"]
    assert found.metadata.title == "Dialogark: Viborg, februar 2011"


@pytest.mark.parametrize("code", [VIBORG, AARHUS, SAMSOE])
def test_it_is_one_page_with_every_word_it_was_given(sampled, code):
    found = read(sheet.sheet_pdf(sampled, code, FEBRUARY))
    assert len(found.pages) == 1
    text = words(found)
    said_of_it = set(told(sheet.content(sampled, code, FEBRUARY))) - MARKS - {sheet.NO_CHART}
    assert [sentence for sentence in said_of_it if squeezed(sentence) not in text] == []


def test_it_opens_with_the_page_s_heading_verdict_and_answers(sampled):
    goal, second = goal1(sampled, AARHUS, FEBRUARY), goal2(sampled, AARHUS, FEBRUARY)
    text = seen(sampled, AARHUS)
    order = [goal1_title(goal), card_words.share_parts(goal)[0],
             progress_chart(sampled, AARHUS, FEBRUARY).title, pace_sentence(pace(sampled, AARHUS, FEBRUARY)),
             "Virksomhedscentre, februar 2011", "Tallene bag", "Kan tallet bruges?", "Aftalt på mødet"]
    places = [text.find(squeezed(part)) for part in order]
    assert -1 not in places and places == sorted(places)
    assert squeezed(card_words.uncertainty(second)) in text


def test_the_figures_behind_are_those_of_the_page(sampled):
    table = numbers_behind(sampled, AARHUS, FEBRUARY).head(12).iloc[::-1]
    rows = {row[0]: row[1:] for row in sheet.content(sampled, AARHUS, FEBRUARY)["behind"]["rows"]}
    assert rows["I aktivering"] == table["I aktivering"].tolist()
    assert rows["Andel"] == table["Andel"].tolist()
    assert "20,0%(209af1.045)" in seen(sampled, AARHUS)


def test_the_worst_figures_and_the_longest_name_fit_on_one_page(worst):
    for month in (FEBRUARY, MARCH):
        found = read(sheet.sheet_pdf(worst, WORST, month))
        assert len(found.pages) == 1
    text = words(found)
    lines = reservations(worst, WORST, MARCH)
    assert len(lines) >= 8
    assert [line for line in lines if squeezed(line) not in text] == []
    assert squeezed(LONGEST_NAME) in text
    assert text.endswith("side1af1")


NEWS = News("Nyt siden sidst (mødet den 15. sep. 2010)", tuple(Line(sentence(fact), fact) for fact in (
    AgreementDue("Åbne flere centre i hver by " * 9, "jobkonsulenten " * 9, date(2010, 9, 30), overdue=True, more=12),
    Corrected(Correction(date(2010, 9, 1), "virksomhedsaktivering_i_alt", 1_040, 1_045, None), more=12),
    FiguresCame((date(2010, 9, 1), date(2010, 11, 1), date(2010, 12, 1))))))


@pytest.mark.parametrize("month", [FEBRUARY, MARCH])
def test_with_the_longest_news_there_are_five_lines_to_write_on_and_still_one_page(worst, month):
    found = read(sheet.sheet_pdf(worst, WORST, month, news=lambda code: NEWS))
    assert len(found.pages) == 1
    text = words(found)
    assert [line for line in (NEWS.title, *NEWS.texts) if squeezed(line) not in text] == []
    assert text.index(squeezed(NEWS.title)) < text.index(squeezed("Hvad aftalte vi sidst?"))
    assert len(ruled(found.pages[0])) == 5


def ruled(page):
    """The lines across the page under its last heading and over its foot: how high each stands, in points."""
    across = []

    def seeing(operator, operands, matrix, _):
        if operator == b"l" and float(operands[0]) * matrix[0] > ROOM - 5:
            across.append(matrix[5])
    page.extract_text(visitor_operand_before=seeing)
    return [y for y in across if FOOT < y < FOOT + 5 * STEP]


@pytest.mark.parametrize("code", [VIBORG, AARHUS, SAMSOE])
def test_there_is_room_for_the_curve_with_news_and_lines(sampled, code):
    news = News(NEWS.title, NEWS.lines[1:2])
    assert squeezed(sheet.NO_CHART) not in words(read(sheet.sheet_pdf(sampled, code, FEBRUARY, news=lambda _: news)))


def test_where_there_is_no_room_for_the_curve_the_sheet_says_where_its_figures_are(worst):
    assert squeezed(sheet.NO_CHART) in words(read(sheet.sheet_pdf(worst, WORST, MARCH, news=lambda _: NEWS)))


def test_without_news_nothing_is_said_of_any(sampled):
    assert "Nytsidensidst" not in seen(sampled, VIBORG)


def test_what_is_missing_and_what_is_hidden_are_told_apart(worst):
    rows = {row[0]: row[1:] for row in sheet.content(worst, WORST, FEBRUARY)["behind"]["rows"]}
    june, july = rows["Målgruppe"][3:5]
    assert (june.split()[0], july.split()[0]) == ("m", "d")
    assert "0" not in (june, july)


def test_a_jobcenter_that_never_reported_gets_a_sheet_to_write_on():
    found = snapshot(said("779", "2010-03", persons=400, total=40), data_date="2010-06-15")
    read_back = read(sheet.sheet_pdf(found, "665", date(2010, 3, 1)))
    text = words(read_back)
    assert len(read_back.pages) == 1
    assert "Lemvigmanglertalformarts2010" in text
    assert "Aftaltpåmødet" in text


def test_an_empty_database_gets_one_too():
    assert "Viborgmanglertalforoktober2009" in seen(snapshot(data_date="2009-10-15"), VIBORG, date(2009, 10, 1))


def test_a_month_before_the_first_figures_says_that_there_are_none(sampled):
    assert "Dererendnuingental." in seen(sampled, VIBORG, date(2009, 8, 1))


def test_the_foot_says_the_day_and_invented_figures_are_marked_twice(sampled):
    as_of = replace(sampled, data_date=date(2011, 4, 20))
    text = seen(as_of, VIBORG)
    assert "DialogarkforJobcenterViborg·tallenepr.20.apr.2011" in text
    assert text.count(squeezed(INVENTED)) == 2
    real = replace(sampled, uploads=sampled.uploads.assign(source="file"), written=Written())
    assert squeezed(INVENTED) not in seen(real, VIBORG)


def test_the_same_figures_give_the_same_file(sampled):
    assert sheet.sheet_pdf(sampled, VIBORG, FEBRUARY) == sheet.sheet_pdf(sampled, VIBORG, FEBRUARY)


def test_all_of_them_are_one_page_each_and_told_as_they_are_made(sampled):
    steps = []
    found = read(sheet.sheets_pdf(sampled, FEBRUARY, progress=lambda done, of: steps.append((done, of))))
    assert len(found.pages) == len(sampled.jobcenters) == 19
    assert steps == [(done, 19) for done in range(20)]
    names = [goal1(sampled, code, FEBRUARY).name for code in sheet.jobcenters(sampled, FEBRUARY)]
    for name, page in zip(names, found.pages, strict=True):
        assert squeezed(f"Dialogark for Jobcenter {name}") in squeezed(page.extract_text())
        assert squeezed(page.extract_text()).endswith("side1af1")
    assert (names[0], names[-1]) == ("Favrskov", "Aarhus")


def test_the_zip_holds_one_file_each(sampled):
    with zipfile.ZipFile(BytesIO(sheet.sheets_zip(sampled, FEBRUARY))) as packed:
        names = packed.namelist()
        assert len(names) == 19
        assert "dialogark_ringkoebingskjern_2011-02.pdf" in names
        assert packed.read("dialogark_viborg_2011-02.pdf") == sheet.sheet_pdf(sampled, VIBORG, FEBRUARY)


def test_it_is_not_for_the_public(sampled):
    public = published(sampled)
    for make in (lambda: sheet.sheet_pdf(public, VIBORG, FEBRUARY), lambda: sheet.sheets_pdf(public, FEBRUARY),
                 lambda: sheet.sheets_zip(public, FEBRUARY)):
        with pytest.raises(InternalDocument, match="kun til internt brug"):
            make()


def test_the_months_left_are_told(sampled):
    assert f"{number(4)}månedertilbagetiljuni2011" in seen(sampled, VIBORG)
    assert "fristenvarjuni2011" in seen(sampled, VIBORG, date(2011, 6, 1))


def test_what_was_agreed_last_time_stands_before_the_trend_with_at_most_three_lines(sampled, worst):
    lines = sheet.content(sampled, VIBORG, FEBRUARY)["agreed"]
    assert lines and all(", frist " in line for line in lines)
    assert squeezed("Hvad aftalte vi sidst?") in seen(sampled, VIBORG)
    long = sheet.content(worst, WORST, FEBRUARY)["agreed"]
    assert len(long) == 4 and long[-1] == "og 5 aftaler mere; se siden Dialogmøde"
    assert all(len(line) < 260 for line in long)
    assert sheet.content(sampled, AARHUS, FEBRUARY)["agreed"] == []


ODD = ("Flot 👍 \uf0b7 punkt \uf0fc aftalt 1️⃣ สวัสดี \u202evendt\u202c\x00\ufffe", "å" * 259,
       "https://" + "meget-lang-adresse/" * 20, "\u00a0".join(["fast"] * 80), "W" * 500)


@pytest.mark.parametrize("text", ODD)
def test_whatever_is_agreed_the_sheet_is_made_on_one_page_and_within_its_margins(sampled, text):
    rows = [{"id": at, "meeting_id": 1, "jobcenter": VIBORG, "held_on": date(2011, 1, 5),
             "stated_on": date(2011, 1, 5), "text": text,
             "responsible": text, "due": date(2011, 2, at), "recorded_by": text} for at in (1, 2)]
    written = replace(sampled.written, agreements=pd.DataFrame(rows))
    found = read(sheet.sheet_pdf(replace(sampled, written=written), VIBORG, FEBRUARY))
    assert len(found.pages) == 1
    text = words(found)
    assert "frist1.feb.2011" in text and "frist2.feb.2011" in text
    assert widest(found, size=SMALLEST) <= ROOM


def test_word_s_bullets_are_bullets_and_a_sign_without_a_letter_is_seen_to_be_missing(sampled):
    rows = [{"id": 1, "meeting_id": 1, "jobcenter": VIBORG, "held_on": date(2011, 1, 5),
             "stated_on": date(2011, 1, 5), "text": ODD[0],
             "responsible": "chefen", "due": date(2011, 2, 1), "recorded_by": "BRM"}]
    written = replace(sampled.written, agreements=pd.DataFrame(rows))
    assert "Flot[?]•punkt✓aftalt1[?]vendt(chefen,frist1.feb.2011)" in seen(replace(sampled, written=written), VIBORG)


def test_only_the_project_s_own_font_is_in_it(sampled):
    found = read(sheet.sheet_pdf(sampled, VIBORG, FEBRUARY))
    fonts = {str(font.get_object()["/BaseFont"]).partition("+")[2]
             for font in found.pages[0]["/Resources"]["/Font"].values()}
    assert fonts == {"IBMPlexSans-Regular", "IBMPlexSans-Bold"}


@pytest.fixture(params=["its figures", "its setting"])
def skive_fails(request, monkeypatch):
    """Of four jobcenters one's sheet cannot be made: its figures fail, or the template does with them."""
    monkeypatch.setattr(sheet, "jobcenters", lambda *_: [AARHUS, SAMSOE, SKIVE, VIBORG])
    whole = sheet_tables.agreed_lines

    def failing(found, code):
        if code != SKIVE:
            return whole(found, code)
        if request.param == "its figures":
            raise KeyError("Anna Andersen fra Skive")
        return [float("nan")]
    monkeypatch.setattr(sheet_tables, "agreed_lines", failing)


def test_one_bad_sheet_takes_none_of_the_others_with_it(sampled, skive_fails, caplog):
    afresh, lost = replace(sampled), []
    with zipfile.ZipFile(BytesIO(sheet.sheets_zip(afresh, FEBRUARY, lost=lost.append))) as packed:
        assert len(packed.namelist()) == 4 and "dialogark_skive_2011-02.pdf" not in packed.namelist()
        assert packed.read("MANGLER.txt").decode("utf-8-sig").strip() == lost[0]
    assert len(lost) == 1 and lost[0].startswith("Dialogarket for Skive mangler. Dokumentet kunne ikke laves.")
    number = re.search(r"nummer ([0-9A-F]{6}) i loggen", lost[0])[1]
    assert [number in record.getMessage() for record in caplog.records] == [True]
    assert "Anna" not in caplog.text and "Traceback" not in caplog.text


def test_in_one_pdf_the_last_page_says_which_sheet_is_missing(sampled, skive_fails):
    lost = []
    found = read(sheet.sheets_pdf(replace(sampled), FEBRUARY, lost=lost.append))
    assert len(found.pages) == 4
    assert squeezed("Disse dialogark mangler") in squeezed(found.pages[-1].extract_text())
    assert squeezed(lost[0]) in squeezed(found.pages[-1].extract_text())
    assert "DialogarkforJobcenterSkive" not in words(found)


def test_when_every_sheet_fails_there_is_no_file(sampled, monkeypatch):
    def failing(*_):
        raise KeyError("alle")
    monkeypatch.setattr(sheet_tables, "agreed_lines", failing)
    for make in (sheet.sheets_zip, sheet.sheets_pdf):
        with pytest.raises(NotMade, match="Ingen af dialogarkene kunne laves"):
            make(replace(sampled), FEBRUARY)
