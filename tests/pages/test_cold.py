"""The first page of a new process loads what it shows, and nothing of what only a click or another page needs."""

import shutil

import pytest

from tests import fresh

ASKED = """
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("{root}/dashboard.py", default_timeout=120)
if sys.argv[1]:
    app.query_params.update(jobcenter="791", fane="Pris")
    app.switch_page(f"pages/{{sys.argv[1]}}/page.py")
app.run()
assert not app.exception and not app.error, [app.exception, app.error]
"""
MAKERS = ("docx", "pptx", "typst", "xlsxwriter", "openpyxl", "icalendar", "lxml", "alembic")


@pytest.fixture(autouse=True)
def _filled(sample_file, tmp_path, monkeypatch):
    """A database as a running house has it: with figures, and the sample untouched as on most first visits."""
    shutil.copy(sample_file, tmp_path / "test.db")
    monkeypatch.setenv("FREMDRIFT_SAMPLE", "auto")


def opened(page):
    return fresh.loaded("-c", ASKED.format(root=fresh.ROOT), page)


def test_the_front_page_loads_nothing_that_a_document_or_what_is_published_is_made_with():
    found = opened("")
    assert fresh.of(found, *MAKERS, "scipy", "matplotlib", "model.documents.sheet", "model.documents.slides",
                    "model.intake.examine") == set()


@pytest.mark.parametrize("page", ["jobcenter", "dialogue", "conference", "calendar", "centres"])
def test_pages_with_documents_to_fetch_load_what_makes_them_on_the_click(page):
    assert fresh.of(opened(page), *MAKERS) == set()
