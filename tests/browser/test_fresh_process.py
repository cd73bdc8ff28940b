"""A process of its own: asked for a deep link at once, and with a fault in what it makes."""

import re
import shutil

from tests.browser.running import app
from tests.browser.test_documents import fetch

NO_PDF = "import typst\ntypst.Compiler = None\n"  # read by Python before anything else: no sheet can be set


def test_a_deep_link_is_its_first_request_and_a_fault_is_told_in_danish(visit, browser, sample_file, tmp_path):
    shutil.copy(sample_file, tmp_path / "app.db")
    (tmp_path / "sitecustomize.py").write_text(NO_PDF)
    with app(tmp_path, PYTHONPATH=str(tmp_path)) as url:
        visitor = visit(url, new=True)
        leads_where_it_says(visitor)
        said = (tmp_path / "app.log").read_text(encoding="utf-8")
        assert url.replace("127.0.0.1", "localhost") in said
        assert "xternal" not in said  # it has not asked the internet which address it has
        visitor.follow("Regionen")
        tells_of_the_fault(visitor, tmp_path / "app.log")


def leads_where_it_says(visitor):
    """The menu has one width, now that nothing of the app has been fetched before and when all of it has."""
    visitor.goto("/jobcenter?jobcenter=791&maaned=2010-03")
    text = visitor.text()
    assert "Viborg" in text
    assert "marts 2010" in text
    assert visitor.page.query_selector('[role="dialog"]') is None
    assert "jobcenter=791" in visitor.page.url
    first = visitor.sidebar_widths()
    visitor.page.reload()
    visitor.settle()
    assert (first, visitor.sidebar_widths()) == ([256], [256])


def tells_of_the_fault(visitor, log):
    """With its number, and other files can still be fetched."""
    visitor.page.get_by_role("button", name="Hent regionsark (PDF)").click()
    visitor.expect("i loggen")
    text = visitor.text()
    number = re.search(r"nummer ([0-9A-F]{6}) i loggen", text)[1]
    assert "Failed" not in text
    assert log.read_text().count(number) == 1
    assert fetch(visitor, "Hent Excel").suggested_filename.endswith(".xlsx")
    assert number in visitor.text()
