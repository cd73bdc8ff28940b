"""What is not published says so on every screen, slide and file; what is says which edition it is of."""

from dataclasses import replace
from io import BytesIO

import pytest
from pptx import Presentation

from model.documents import csv_file, offline, screens, slides, workbook
from model.documents.marks import preview_mark
from tests.model.publishing.first import published

MARK = "Prøvevisning, ikke offentliggjort"


@pytest.fixture(scope="module")
def preview(sampled):
    return published(sampled)


@pytest.fixture(scope="module")
def edition(preview):
    return replace(preview, release=replace(preview.release, number=7, corrected_in=(9,)))


def of(snapshot):
    month = snapshot.release.month
    return screens.chosen(screens.screens(snapshot, month), ()), month


def test_the_internal_view_has_no_such_mark(sampled, preview, edition):
    assert (preview_mark(sampled), preview_mark(preview), preview_mark(edition)) == ("", MARK, "")


def test_every_screen_of_the_offline_file_has_it(preview, edition):
    found, month = of(preview)
    made = offline.offline_html(found, snapshot=preview, month=month)
    assert made.count(f'<p class="preview">{MARK}</p>') == len(found)
    found, month = of(edition)
    made = offline.offline_html(found, snapshot=edition, month=month)
    assert MARK not in made and "udgivelse 7, " in made and "(rettet i udgivelse 9)" in made


def test_every_slide_has_it_on_the_slide_and_in_its_notes(preview):
    found, month = of(preview)
    deck = Presentation(BytesIO(slides.slides_pptx(preview, month, found)))
    for slide in deck.slides:
        assert MARK in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert MARK in slide.notes_slide.notes_text_frame.text
    assert MARK in deck.core_properties.subject


def test_the_files_of_figures_have_it_too(preview):
    assert MARK in csv_file.figures_csv(preview).decode("utf-8-sig").splitlines()[0]
    assert MARK in workbook._lines(preview, "")


def test_the_address_stands_where_the_source_does(edition):
    found, _ = of(edition)
    there = screens.addressed(found, "https://fremdrift.example/konference?udgivelse=7")
    assert all(screen.source.endswith(" · https://fremdrift.example/konference?udgivelse=7") for screen in there)
    assert screens.addressed(found, "") == found
