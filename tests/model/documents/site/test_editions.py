"""An edition's page and files say what ``edition N --json`` says; of a withdrawn one nothing is left."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date

import pytest

from model.basics.formatting import number
from model.documents.site import site
from model.documents.site.public import Public
from model.programmes.measures import PERSONS, TOTAL
from model.publishing.edition import document
from tests.model.documents.site import strict
from tests.model.publishing.histories import REASON, history, withdrawn
from tests.model.subjects.builders import large, said, snapshot

NAMED = ("status-1", "status-2", "maal1", "fliser", "maal2", "sammenligning", "kurser", "centre",
         "pladser", "hotline")


def table(root, section):
    """The rows of a section's table as dicts by heading."""
    found = root.find(f".//section[@id='{section}']//table")
    head = [strict.words(cell) for cell in found.iter("th") if cell.get("scope") == "col"]
    return [dict(zip(head, map(strict.words, row), strict=True)) for row in found.find("tbody")]


def told(edition, measure, scope):
    """By units and month, what the document says of a measure."""
    return {(tuple(cell["units"]) if scope != "sum" else "", cell["to"]): cell["value"]
            for cell in document(edition)["cells"]
            if (cell["measure"], cell["scope"]) == (measure, scope) and cell["from"] == cell["to"]}


@pytest.mark.parametrize("at", [0, 1, 2])
def test_every_count_in_the_tables_is_the_document_s(roots, three, at):
    edition = three[at]
    root, month = roots[f"udgivelse/{at + 1}/index.html"], f"{edition.heading.month:%Y-%m}"
    codes = {name: code for code, name in edition.names.items()}
    rows = table(root, "fliser")
    assert len(rows) >= 14
    for row in rows:
        for column, measure in (("Målgruppe", PERSONS), ("I aktivering", TOTAL)):
            value = told(edition, measure, "unit").get(((codes[row["Jobcenter"]],), month))
            assert row[column] == ("mangler" if value is None else number(value)), row
    sums = {measure: [number(value) for _, value in sorted(told(edition, measure, "sum").items())]
            for measure in (PERSONS, TOTAL)}
    months = [row for row in table(root, "maal1") if row["Målgruppe"]]
    assert [row["Målgruppe"] for row in months] == sums[PERSONS][-len(months):]
    assert [row["I virksomhedsaktivering"] for row in months] == sums[TOTAL][-len(months):]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_the_document_lies_beside_the_page_whole(files, three, at):
    assert json.loads(files[f"udgivelse/{at + 1}/udgivelse.json"]) == json.loads(json.dumps(document(three[at])))


def test_every_chart_has_a_table_and_a_file_that_is_called_the_same_in_every_edition(files, roots, three):
    for edition in three:
        at = edition.heading.number
        assert {name for name in files if name.startswith(f"udgivelse/{at}/") and name.endswith(".csv")} == {
            f"udgivelse/{at}/{name}.csv" for name in NAMED}
        root = roots[f"udgivelse/{at}/index.html"]
        small = root.findall(".//div[@class='picture narrow']/svg")  # drawn anew for a phone
        assert len(root.findall(".//svg")) - len(small) == len(root.findall(".//table")) == len(NAMED)
        assert 0 < len(small) < len(NAMED)


def rows_of(content):
    text = content.decode()
    assert text.startswith("\ufeff")
    lines = text.removeprefix("\ufeff").split("\r\n", 1)[1]  # under the mark of invented figures
    return list(csv.DictReader(io.StringIO(lines), delimiter=";"))


def test_the_files_name_their_edition_in_every_row_and_keep_their_columns(files):
    for name in NAMED:
        first, last = (rows_of(files[f"udgivelse/{at}/{name}.csv"]) for at in (1, 3))
        assert list(first[0]) == list(last[0]), name
        assert {(row["udgivelse"], row["udgivet"]) for row in last} == {("3", "2011-04-20")}


def test_the_file_of_tiles_holds_the_document_s_counts(files, three):
    values = told(three[2], PERSONS, "unit")
    rows = rows_of(files["udgivelse/3/fliser.csv"])
    assert {row["kommunekode"]: int(row[PERSONS]) for row in rows} == {
        units[0]: value for (units, month), value in values.items() if month == "2011-02" and value is not None}


def test_an_edition_stays_as_it_was_when_another_is_published_but_for_what_names_it(public, files):
    alone = site.files(Public(public.editions[:1], public.written, public.planned, public.activities))
    for address, content in alone.items():
        if address.startswith("udgivelse/1/") and not address.endswith(".html"):
            assert files[address] == content
    pages = [strict.read(made["udgivelse/1/index.html"]).find("body/main") for made in (alone, files)]
    notice = pages[1].find("div[@class='notice']")
    assert strict.words(pages[1]).replace(f"{strict.words(notice)} ", "") == strict.words(pages[0])


def test_of_a_withdrawn_edition_no_figure_is_left_and_its_address_says_why(public, one_gone):
    noted = tuple(replace(each, heading=replace(each.heading, note="98.765 i alt")) if each.heading.withdrawn else each
                  for each in one_gone.editions)
    made = site.files(replace(one_gone, editions=noted))
    assert [name for name in made if name.startswith("udgivelse/3/")] == ["udgivelse/3/index.html"]
    page = strict.read(made["udgivelse/3/index.html"])
    assert list(strict.faults(page)) == [] and not page.findall(".//table") and not page.findall(".//svg")
    main = strict.words(page.find("body/main"))
    assert main.startswith(f"Udgivelse 3 er trukket tilbage Trukket tilbage 3. maj 2011: {REASON}")
    assert "Udgivelse 2 (5. april 2011) gælder nu" in main
    assert not [name for name, content in made.items() if b"98.765" in content]
    gone = {cell["value"] for cell in document(one_gone.editions[2])["cells"] if cell["edition"] == 3}
    known = {cell["value"] for each in one_gone.standing for cell in document(each)["cells"]}
    alone = {value for value in gone - known if value is not None and value > 100}
    assert alone
    for name, content in made.items():
        if name.startswith(("index", "udgivelse")):
            written = {int(each.replace(b".", b"")) for each in re.findall(rb"\d[\d.]*\d", content)}
            assert not alone & written, name


def test_the_front_page_marks_a_withdrawn_edition_and_shows_the_newest_that_stands(one_gone):
    front = strict.words(strict.read(site.files(one_gone)["index.html"]).find("body/main"))
    assert front.startswith("Udgivelse 2 · 5. april 2011")
    assert f"Trukket tilbage 3. maj 2011: {REASON}" in front
    assert f"3. maj 2011 · Udgivelse 3 · Udgivelse 3 er trukket tilbage 3. maj 2011: {REASON}" in front


def test_when_all_are_withdrawn_every_address_still_says_so(public):
    gone = public.editions
    for each in public.editions:
        gone = withdrawn(gone, each.heading.number, date(2011, 5, 3))
    made = site.files(replace(public, editions=gone))
    assert "Ingen udgivelse gælder lige nu" in strict.words(strict.read(made["index.html"]).find("body/main"))
    roots = {name: strict.read(content) for name, content in made.items() if name.endswith(".html")}
    assert [list(strict.broken(name, roots, made)) for name in roots] == [[]] * len(roots)
    assert [list(strict.faults(root)) for root in roots.values()] == [[]] * len(roots)


@pytest.mark.parametrize("codes", [("791",), ("791", "779", "657", "661", "615", "740", "751", "730")])
def test_with_the_baseline_month_alone_the_pages_say_what_can_be_said(codes):
    world = snapshot(*large(*codes), *(said(code, "2009-09", persons=400, total=60) for code in codes))
    made = site.files(Public(history((world, date(2009, 9, 1), date(2009, 10, 20)))))
    roots = {name: strict.read(content) for name, content in made.items() if name.endswith(".html")}
    assert [list(strict.faults(root)) for root in roots.values()] == [[]] * len(roots)
    assert [list(strict.broken(name, roots, made)) for name in roots] == [[]] * len(roots)
