"""The project sheet read back: one tagged page with the project page's own words, whatever people have written."""

from datetime import date

import pytest

from model.documents import project_sheet
from model.documents.marks import INTERNAL, INVENTED, InternalDocument
from model.programmes.kinds import Checklist
from model.programmes.projects import PROJECTS
from model.subjects.projects.words import projects
from model.subjects.projects.words.cards import project_cards
from model.subjects.projects.words.points import card
from model.writing import agreements, meetings
from tests.model.documents.reading import read, squeezed, told, words
from tests.model.publishing.first import published
from tests.model.subjects.projects.reports import COPENHAGEN, FOLLOWED, LATER, MIDDELFART, as_on, result, send
from tests.viewers import named

MARKS = {"not_reached", "reached", "half", "unknown", "plain", "count", "not_held", "hidden"}
DAY = date(2014, 10, 20)
POINTS = [f"{point.number}. {point.name}" for goal in PROJECTS[MIDDELFART].programme.aims(Checklist)
          for point in goal.points]
CELLS = (("01-05-2014", "Visiterede i alt", "27"), ("01-10-2014", "Visiterede i alt", "46"),
         ("01-10-2014", "Begyndt i alt", "38"), ("01-10-2014", "Heraf i ressourceforløb", "8"),
         ("01-10-2014", "Mentorkurser holdt i alt", "7"))


def page(shot, project=MIDDELFART):
    return read(project_sheet.project_pdf(shot, project))


def texts(shot, project=MIDDELFART):
    """What the template is given but for the points, of which there are several ways to choose between."""
    given = project_sheet.content(shot, project) | {"ways": []}
    return set(told(given)) - MARKS


def followed(status="hindret", responsible="Projektleder", obstacle="Skemaerne mangler", remedy="Der rykkes"):
    return FOLLOWED + "".join(f"{MIDDELFART};{point};01-10-2014;{status};{responsible};{obstacle};{remedy};\n"
                              for point in POINTS)


@pytest.fixture
def reported(engine):
    send(engine, result(MIDDELFART, *CELLS))
    return engine


def test_it_is_one_tagged_danish_page_with_every_word_it_was_given(reported):
    send(reported, followed())
    shot = as_on(reported, DAY)
    found = page(shot)
    root, text = found.trailer["/Root"], words(found)
    assert len(found.pages) == 1 and found.metadata.title == f"Projektark: {MIDDELFART}"
    assert root["/Lang"] == "da" and root["/MarkInfo"]["/Marked"].value is True and root["/StructTreeRoot"]
    assert [said for said in texts(shot) if squeezed(said) not in text] == []
    for part in ("27/25", "46/50", "–/75", "Skemaernemangler", "Derrykkes", "Projektleder", squeezed(INTERNAL),
                 "tallenepr.20.okt.2014"):
        assert part in text


def test_it_says_what_the_page_says_of_the_plan_the_minimum_the_courses_and_what_is_next(reported):
    shot = as_on(reported, date(2014, 9, 20))
    text = words(page(shot))
    for said in (projects.project_title(shot, MIDDELFART), projects.project_lead(shot, MIDDELFART),
                 "Resultaterne sendes til DISCUS kort før.", projects.period_line(PROJECTS[MIDDELFART].programme)):
        assert squeezed(said) in text
    text = words(page(as_on(reported, DAY)))
    for each in project_cards(as_on(reported, DAY), MIDDELFART):
        for said in (each.title, each.figure, each.words, *each.sentences, *(half for _, half in each.halves)):
            assert squeezed(said) in text
    assert squeezed("minimum 100 borgere, der påbegynder forløb") in text


def test_every_point_is_there_with_its_status_and_one_nobody_followed_up_says_so(reported):
    send(reported, FOLLOWED + f"{MIDDELFART};1. Virksomhedscenterplads;01-10-2014;i gang;Projektleder;;;\n")
    shot = as_on(reported, DAY)
    rows = project_sheet.content(shot, MIDDELFART)["ways"][0]["points"]
    assert [row[0] for row in rows] == POINTS
    assert [row[2] for row in rows] == ["i gang", *["ikke fulgt op"] * 8]
    assert {card(each).verdict_words for each in project_sheet.points(shot, MIDDELFART)} == {"i gang", "ikke fulgt op"}


def test_the_longest_texts_stay_on_one_page_and_are_cut_at_a_word(reported):
    send(reported, followed(responsible="Projektleder " * 9, obstacle="Virksomhederne har ikke tid nok " * 15,
                            remedy="Der holdes flere møder med dem " * 16))
    found = page(as_on(reported, DAY))
    assert len(found.pages) == 1
    assert words(found).count("…") >= 9
    assert all(squeezed(point) in words(found) for point in POINTS)


def agree(engine, *texts):
    number = meetings.open_meeting(engine, unit=MIDDELFART, held_on=date(2014, 10, 1), viewer=named("BRM"))
    for text in texts:
        agreements.agree(engine, number, text=text, responsible="projektlederen", due=date(2014, 10, 15),
                         viewer=named("BRM"))


def test_what_was_agreed_last_stands_on_it_with_how_far_it_is(reported):
    assert squeezed("Hvad aftalte vi sidst?") not in words(page(as_on(reported, DAY)))
    agree(reported, "Find to mentorer")
    text = words(page(as_on(reported, DAY)))
    assert squeezed("Find to mentorer (projektlederen, frist 15. okt. 2014): aftalt, over fristen") in text
    assert squeezed("Find to mentorer") not in words(page(as_on(reported, DAY), COPENHAGEN))


def test_with_the_longest_texts_agreements_are_told_in_part_or_counted(reported):
    send(reported, followed(responsible="Projektleder " * 9, obstacle="Virksomhederne har ikke tid nok " * 15,
                            remedy="Der holdes flere møder med dem " * 16))
    agree(reported, *(f"{number}. Der findes flere mentorer i alle brancher " + "og " * 120 for number in range(9)))
    found = page(as_on(reported, DAY))
    assert len(found.pages) == 1 and "sesidenDialogmøde" in words(found)
    assert all(squeezed(point) in words(found) for point in POINTS)


def test_one_without_milestones_says_so_and_nothing_reported_is_no_zero(engine):
    found = page(as_on(engine, LATER), COPENHAGEN)
    text = words(found)
    assert len(found.pages) == 1
    assert squeezed("København har ingen milepæle") in text
    assert squeezed("Københavns ansøgning har ingen milepæle.") in text
    assert "ikkeoplyst" in text and "0af" not in text
    assert "Nået" not in text


def test_invented_figures_are_marked_and_real_ones_are_not(reported, sampled):
    assert words(page(sampled)).count(squeezed(INVENTED)) == 2
    assert squeezed(INVENTED) not in words(page(as_on(reported, DAY)))


def test_it_is_never_made_for_the_public(sampled):
    with pytest.raises(InternalDocument):
        project_sheet.project_pdf(published(sampled), MIDDELFART)


def test_the_same_figures_give_the_same_file(reported):
    shot = as_on(reported, DAY)
    assert project_sheet.project_pdf(shot, MIDDELFART) == project_sheet.project_pdf(shot, MIDDELFART)
