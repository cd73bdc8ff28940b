"""Files in a real browser: one click gives each of them, and a fault is told in Danish where the button is."""

import re
import shutil
import zipfile

import pytest

from tests.browser.conftest import app

NO_PDF = "import typst\ntypst.Compiler = None\n"  # read by Python before anything else: no sheet can be set


@pytest.fixture
def broken_app(browser, sample_file, tmp_path):
    shutil.copy(sample_file, tmp_path / "app.db")
    (tmp_path / "sitecustomize.py").write_text(NO_PDF)
    with app(tmp_path, PYTHONPATH=str(tmp_path)) as url:
        yield url


def fetch(visitor, label):
    with visitor.page.expect_download(timeout=60_000) as fetched:
        visitor.page.get_by_role("button", name=label).click()
    return fetched.value


@pytest.mark.parametrize(("path", "label", "name"), [
    ("/", "Alle dialogark (zip)", r"dialogark_\d{4}-\d\d\.zip"),
    ("/", "Hent som PowerPoint", r"fremdrift_dias_.*\.pptx"),
    ("/jobcenter?jobcenter=791", "Hent som PowerPoint", r"fremdrift_dias_viborg_.*\.pptx")])
def test_one_click_gives_the_file(visit, sample_app, path, label, name):
    visitor = visit(sample_app)
    visitor.goto(path)
    found = fetch(visitor, label)
    assert re.fullmatch(name, found.suggested_filename)
    assert zipfile.is_zipfile(found.path())
    visitor.settle()
    assert "Filen er ikke lavet" not in visitor.text()


def test_a_fault_is_told_in_danish_with_its_number_and_other_files_can_still_be_fetched(visit, broken_app, tmp_path):
    visitor = visit(broken_app)
    visitor.goto("/")
    visitor.page.get_by_role("button", name="Hent regionsark (PDF)").click()
    visitor.expect("i loggen")
    text = visitor.text()
    number = re.search(r"nummer ([0-9A-F]{6}) i loggen", text)[1]
    assert "Failed" not in text
    assert (tmp_path / "app.log").read_text().count(number) == 1
    assert fetch(visitor, "Hent Excel").suggested_filename.endswith(".xlsx")
    assert number in visitor.text()
