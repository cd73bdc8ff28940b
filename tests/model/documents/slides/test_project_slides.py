"""The projects' and the contract's slides read back: a finding as title, native pictures, source, internal."""

from datetime import date

import pytest

from model.basics.spaces import numbers_held
from model.documents import project_slides
from model.documents.marks import INTERNAL, INVENTED, InternalDocument
from model.subjects.projects.charts.milestones import milestones_chart
from model.subjects.projects.words.contract import NO_METHOD, contract_title
from model.subjects.projects.words.projects import overview_title, project_title
from tests.model.documents.slides.reading import charts, notes, opened, series, sizes, titles, words
from tests.model.publishing.first import published
from tests.model.subjects.projects.reports import COPENHAGEN, MIDDELFART, PLATFORM, as_on, result, send

PROGRAMME, DAY = "vc_generation_2", date(2014, 10, 20)


@pytest.fixture
def shot(engine):
    send(engine, result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "27"), ("01-10-2014", "Visiterede i alt", "46"),
                        ("01-10-2014", "Begyndt i alt", "38")))
    return as_on(engine, DAY)


def deck(shot):
    return opened(project_slides.projects_pptx(shot, PROGRAMME))


def test_the_programme_and_each_project_has_a_slide_titled_with_its_finding(shot):
    assert titles(deck(shot)) == list(map(numbers_held, (
        overview_title(shot, PROGRAMME), project_title(shot, MIDDELFART), project_title(shot, COPENHAGEN))))


def test_the_bars_are_a_native_chart_and_the_milestones_a_native_table_with_the_web_s_cells(shot):
    overview, middelfart, _ = deck(shot).slides
    assert series(charts(overview)[0])["Fyldt"] == [38, None]
    [table] = [shape.table for shape in middelfart.shapes if shape.has_table]
    drawn = milestones_chart(shot, MIDDELFART).shape
    assert [cell.text for cell in table.rows[0].cells] == ["", *drawn.columns, drawn.total_title]
    for row, made in zip(drawn.rows, list(table.rows)[1:], strict=True):
        assert [cell.text for cell in made.cells] == [row.name, *(cell.text for cell in row.cells), row.total]


def test_one_without_milestones_has_its_key_figures(shot):
    slide = deck(shot).slides[2]
    assert "ikke oplyst" in words(slide) and "Københavns ansøgning har ingen milepæle" in words(slide)


def test_every_slide_says_where_it_is_from_and_that_it_is_internal_and_invented_ones_that_too(shot, sampled):
    for slide in [*deck(shot).slides, *opened(project_slides.contract_pptx(shot, PLATFORM)).slides]:
        said = " ".join(filter(None, words(slide)))
        assert "Kilde: " in said and INTERNAL in said and INTERNAL in notes(slide) and INVENTED not in said
    assert all(INVENTED in " ".join(filter(None, words(slide))) for slide in deck(sampled).slides)


def test_the_contract_s_goals_stand_beside_each_other(shot):
    found = opened(project_slides.contract_pptx(shot, PLATFORM))
    assert titles(found) == [numbers_held(contract_title(shot, PLATFORM))]
    said = words(found.slides[0])
    assert {"delvist opfyldt", "ikke opfyldt"} <= set(said)
    assert "Optalt: 0 af 7 støtteerklæringer i vest og 0 af 7 støtteerklæringer i øst" in said
    assert said.count(NO_METHOD) == 2


def test_nothing_stands_outside_a_slide_and_no_type_is_under_fourteen_points(shot):
    for found in (deck(shot), opened(project_slides.contract_pptx(shot, PLATFORM))):
        for slide in found.slides:
            assert min(sizes(slide)) >= 14
            for shape in slide.shapes:
                assert shape.left >= 0 and shape.left + shape.width <= found.slide_width, shape.name
                assert shape.top >= 0 and shape.top + shape.height <= found.slide_height, shape.name


def test_they_are_never_made_for_the_public(sampled):
    with pytest.raises(InternalDocument):
        project_slides.projects_pptx(published(sampled), PROGRAMME)
    with pytest.raises(InternalDocument):
        project_slides.contract_pptx(published(sampled), PLATFORM)
