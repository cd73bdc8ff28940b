"""The dialogark read back: one tagged page in Danish with the jobcenter page's own words and figures."""

from dataclasses import replace
from datetime import date

import pytest

from model.basics.formatting import number
from model.documents import sheet
from model.documents.marks import INVENTED, InternalDocument
from model.store.meeting_facts import Written
from model.subjects.goals.charts.behind import numbers_behind
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.figures.goals import goal1, goal2
from model.subjects.goals.figures.pace import pace
from model.subjects.goals.figures.usable import reservations
from model.subjects.goals.words import card_words
from model.subjects.goals.words.sentences import pace_sentence
from model.subjects.goals.words.titles import goal1_title
from model.subjects.news.words.news import News
from tests.model.documents.conftest import LONGEST_NAME, WORST
from tests.model.documents.reading import read, squeezed, told, words
from tests.model.documents.sheets import AARHUS, FEBRUARY, MARCH, NEWS, SAMSOE, SKIVE, VIBORG, seen
from tests.model.publishing.first import published
from tests.model.subjects.builders import said, snapshot

FOOT, STEP = 35.0, 6.5 * 72 / 25.4  # points: over the foot's own line, and from one line to write on to the next
ROOM = 516.0  # points: A4 between its margins of 14 mm
MARKS = {"not_reached", "reached", "half", "unsettled", "unknown", "too_few"}


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
    given = sheet.content(sampled, code, FEBRUARY) | {"agreed": []}  # of which there are several ways to choose between
    said_of_it = set(told(given)) - MARKS - {sheet.NO_CHART}
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


def test_the_pace_is_told_once(sampled):
    tempo = pace(sampled, SKIVE, FEBRUARY)
    text = seen(sampled, SKIVE)
    assert tempo.enough is False and text.count(squeezed(pace_sentence(tempo))) == 1
    assert "Tempoetskalop" not in text and text.count("omm\u00e5neden") == 1


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
    real = replace(sampled, uploads=sampled.uploads.assign(source="file"), written=Written(), beside={})
    assert squeezed(INVENTED) not in seen(real, VIBORG)


def test_the_same_figures_give_the_same_file(sampled):
    assert sheet.sheet_pdf(sampled, VIBORG, FEBRUARY) == sheet.sheet_pdf(sampled, VIBORG, FEBRUARY)


def test_it_is_not_for_the_public(sampled):
    public = published(sampled)
    for make in (lambda: sheet.sheet_pdf(public, VIBORG, FEBRUARY), lambda: sheet.sheets_pdf(public, FEBRUARY),
                 lambda: sheet.sheets_zip(public, FEBRUARY)):
        with pytest.raises(InternalDocument, match="kun til internt brug"):
            make()


def test_the_months_left_are_told(sampled):
    assert f"{number(4)}månedertilbagetiljuni2011" in seen(sampled, VIBORG)
    assert "fristenvarjuni2011" in seen(sampled, VIBORG, date(2011, 6, 1))


def test_only_the_project_s_own_font_is_in_it(sampled):
    found = read(sheet.sheet_pdf(sampled, VIBORG, FEBRUARY))
    fonts = {str(font.get_object()["/BaseFont"]).partition("+")[2]
             for font in found.pages[0]["/Resources"]["/Font"].values()}
    assert fonts == {"IBMPlexSans-Regular", "IBMPlexSans-Bold"}
