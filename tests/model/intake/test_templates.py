"""The template to fill in and the problem list to send back."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from sqlmodel import Session, select

from model.intake.datasets.declaration import Beforehand
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.report import Problem
from model.intake.templates import problem_list, template
from model.store.tables.base import Jobcenter
from tests.model.intake.filing import HEAD, check, stated

MARCH = date(2010, 3, 1)


@pytest.fixture
def names(engine):
    with Session(engine) as session:
        return {j.code: j.name for j in session.exec(select(Jobcenter))}


def of_march(kind: str, names: dict[str, str]) -> bytes:
    """The template of monthly figures for March."""
    rows = MAANEDSTAL.beforehand(Beforehand(names, about=MARCH))
    return template(MAANEDSTAL.name, kind, rows, about=MARCH)


def filled(content: bytes, kind: str, figures: dict[str, dict[str, object]]) -> bytes:
    """The template as a person would give it back: figures by code and heading."""
    if kind == "csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
        for row in rows[1:]:
            for heading, value in figures.get(row[1], {}).items():
                row[rows[0].index(heading)] = str(value)
        return "\n".join(";".join(row) for row in rows).encode("utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for heading, value in figures.get(row[1].value, {}).items():
            row[headings.index(heading)].value = value
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_filled_template_loads_back(engine, names, kind):
    figures = {"791": {f.heading: 10 for f in MAANEDSTAL.fields if f.kind == "count"} | {"Matchmodel": "1-3"},
               "741": {"Heraf i virksomhedspraktik": "<5", "Heraf i løntilskud": "..", "Bemærkning": "få personer"}}
    report = check(engine, filled(of_march(kind, names), kind, figures), name=f"maanedstal.{kind}", answers=None)
    assert report.status == "ready", (report.problems, report.question)
    found = stated(report)
    counts = [f.name for f in MAANEDSTAL.fields if f.kind == "count"]
    assert all(found["791", "2010-03", name] == 10 for name in counts)
    assert found["791", "2010-03", "matchmodel"] == "1-3"
    assert found["741", "2010-03", "heraf_virksomhedspraktik"] == "hidden"
    assert found["741", "2010-03", "heraf_loentilskud"] == "missing"
    assert not report.problems


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_empty_template_is_refused_because_it_holds_no_figure(engine, names, kind):
    report = check(engine, of_march(kind, names), name=f"maanedstal.{kind}", answers=None)
    assert report.status == "refused" and "ingen tal" in report.problems[0].text


def test_the_csv_opens_in_danish_excel(names):
    content = of_march("csv", names)
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("Måned;Kommunekode;Jobcenter;Kontant- og starthjælpsmodtagere i matchgruppe 4;")
    assert lines[1].startswith("2010-03;615;Horsens;") and len(lines) == 21


def test_the_workbook_explains_validates_and_keeps_its_headings_in_sight(names):
    book = openpyxl.load_workbook(io.BytesIO(of_march("xlsx", names)))
    sheet, guide = book.worksheets
    assert [c.value for c in sheet[2]][:3] == ["2010-03", "615", "Horsens"]
    assert sheet.freeze_panes == "D2"
    kinds = {v.type for v in sheet.data_validations.dataValidation}
    assert kinds == {"whole", "list"}
    told = " ".join(str(row[0].value) for row in guide.iter_rows() if row[0].value)
    assert all(field.heading in told for field in MAANEDSTAL.fields)
    assert "CPR" in told and "<5" in told


@pytest.fixture
def report(engine):
    return check(engine, HEAD + "2010-03;791;58;61;12\n2010-03;779;414;-;12\n")


def test_the_problem_list_has_every_problem_errors_first(report, names):
    rows = list(csv.reader(io.StringIO(problem_list(report, "csv", names).decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["Fejl", "Advarsel"]
    assert rows[1][2:6] == ["2", "heraf_virksomhedspraktik", "Viborg", "mar. 2010"]
    sheet = openpyxl.load_workbook(io.BytesIO(problem_list(report, "xlsx", names))).worksheets[0]
    assert [[str(c.value or "") for c in row] for row in sheet.iter_rows()] == rows


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_cell_of_the_list_is_a_formula(report, kind, start):
    evil = Problem("fejl", 2, f"{start}HYPERLINK(1)", column=f"{start}SUM(A1)")
    content = problem_list(type(report)(**{**report.__dict__, "problems": (evil,)}), kind)
    if kind == "csv":
        cells = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))[1]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    else:
        row = list(openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].iter_rows())[1]
        assert all(cell.data_type == "s" for cell in row if cell.value is not None)
