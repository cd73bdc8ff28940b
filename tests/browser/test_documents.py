"""Files in a real browser: one click gives each of them."""

import re
import zipfile

import pytest


def fetch(visitor, label):
    with visitor.page.expect_download(timeout=60_000) as fetched:
        visitor.page.get_by_role("button", name=label).click()
    return fetched.value


def given(visitor, label, name):
    """One click gives a file of that name, and nothing is said of a fault."""
    found = fetch(visitor, label)
    assert re.fullmatch(name, found.suggested_filename)
    assert zipfile.is_zipfile(found.path())
    visitor.settle()
    assert "Filen er ikke lavet" not in visitor.text()


@pytest.mark.long
def test_one_click_gives_all_sheets_and_one_gives_the_slides(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/")
    given(visitor, "Alle dialogark (zip)", r"dialogark_\d{4}-\d\d\.zip")
    given(visitor, "Hent som PowerPoint", r"fremdrift_dias_\d{4}-\d\d_udgivelse_\d+\.pptx")


@pytest.mark.long
def test_one_click_gives_the_slides_of_a_jobcenter(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/jobcenter?jobcenter=791")
    given(visitor, "Hent som PowerPoint", r"fremdrift_dias_viborg_\d{4}-\d\d_udgivelse_\d+\.pptx")
