"""No number of any file is left out of its account, and none is in it twice."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from model.intake.examine import examine
from model.intake.files.workbook import Area
from model.intake.report import Answers, Report
from tests.model.intake.filing import APPROVED, TODAY, workbook
from tests.model.intake.gates import FILES
from tests.model.intake.number_cells import numbers

UNOPENED = {"15_tom_fyldfarve_i_typografier.xlsx",  # openpyxl, which counts here, stops at its styles
            "16_formaterede_tomme_celler_til_XFD.xlsx"}  # and walks through its empty cells for minutes
EVERY = sorted(path for path in FILES.rglob("*.*") if path.parent.name != "gate1" and path.name not in UNOPENED)
BEGINS = re.compile(r"\d*[a-zæøå]*")  # what the names of files of a kind have in common: »07d«, »misspelt«
FIRSTS = {(path.parent, BEGINS.match(path.name)[0]): path for path in reversed(EVERY)}  # the first file of each


def of(engine: Engine, file: Path, answers: Answers | None = APPROVED) -> Report:
    return examine(engine, file.name, file.read_bytes(), answers=answers, today=date(2010, 4, 20))


def covered(report: Report) -> Counter[tuple[str, int, int]]:
    """How many groups each cell lies in."""
    assert report.account is not None
    areas = [(group.sheet, Area.of(cells if ":" in cells else f"{cells}:{cells}")) for group in report.account.groups
             for cells in group.cells.split(", ")]
    return Counter((sheet, row, column) for sheet, area in areas for row in range(area.top, area.bottom + 1)
                   for column in range(area.left, area.right + 1))


@pytest.mark.parametrize("file", [
    pytest.param(path, marks=() if path in FIRSTS.values() else pytest.mark.long) for path in EVERY],
    ids=lambda file: f"{file.parent.name}/{file.name}")
def test_no_number_of_any_file_is_left_out(read, file):
    report = of(read, file)
    if report.account is None:
        assert {p.gate for p in report.errors} == {1}, "only a file that could not be read has no account"
        return
    assert report.account.numbers == numbers(file)
    assert set(covered(report).values()) <= {1}
    if report.counted is not None:
        assert report.account.counts["counted"] >= 2 and not report.account.counts["stored"]
    elif report.status == "ready":
        valued = int(report.changes["value"].notna().sum())
        assert valued <= report.account.counts["stored"] <= len(report.changes), "a hidden count may be no number"
    else:
        assert not report.account.counts["stored"]
    assert bool(report.account.counts["waiting"]) <= (report.status != "ready")


@pytest.mark.parametrize("file", sorted((FILES / "public_reports" / "records").glob("0[134]*")),
                         ids=lambda file: file.name)
def test_no_number_of_a_list_that_is_counted_is_left_out(read, file):
    report = of(read, file, Answers(count=True))
    if report.listing is not None:
        assert report.account is not None and report.account.numbers == numbers(file)
        assert set(covered(report).values()) <= {1}


CELL = st.one_of(st.integers(0, 60).map(str), st.sampled_from(["", "..", "<5", "*", "ca. 9", "1.480", "12,5", "-"]))
PLACE = st.sampled_from(["791", "779", "741", "999", "Skive", "Skiwe", "I alt", "Hele landet", "Vest i alt", ""])
MONTHS = st.sampled_from(["2010-02", "2010-03", "2010-13", "201003", ""])
KINDS = {  # the headings of a kind of file, and what its cells may hold
    "maanedstal": (["Måned", "Jobcenter", "Påbegyndte forløb", "Afsluttede forløb"], [MONTHS, PLACE, CELL, CELL]),
    "kursusdeltagelse": (["Kursusdag", "Jobcenter", "Rolle", "Tilmeldt", "Mødt"],
                         [st.sampled_from(["K1", "1", "K9"]), PLACE, st.sampled_from(["tovholder", "7"]), CELL, CELL]),
    "kursusevaluering": (["Kursusdag", "Skemaer udsendt", "Skemaer besvaret"], [st.sampled_from(["1", "K2", "K9"]),
                                                                               CELL, CELL]),
    "kursusdage": (["Kursusdag", "Hændelse"], [st.sampled_from(["1", "K2", "K9"]), st.sampled_from(["aflyst", "3"])]),
    "hotline": (["Henvendelse nr.", "Dato", "Jobcenter", "Tema"], [CELL, st.sampled_from(["09-11-2009", "9"]), PLACE,
                                                                  CELL]),
    "raadgivning": (["Jobcenter", "Status", "Tilbudt den"], [PLACE, st.sampled_from(["tilbudt", "4"]),
                                                             st.sampled_from(["01-02-2010", "2010", ""])]),
    "centre": (["Jobcenter", "Virksomhedscenter", "Åbnet", "Pladser"], [PLACE, st.sampled_from(["Alfa", "3"]),
                                                                       st.sampled_from(["01-02-2010", "3"]), CELL]),
    "centermaaned": (["Jobcenter", "Virksomhedscenter", "Måned", "Besatte pladser"],
                     [PLACE, st.sampled_from(["Alfa", "3"]), MONTHS, CELL])}


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[list[str]]]:
    """A dataset and a table of it: lines above, columns of the sender's own, rows right and wrong, lines below."""
    dataset = draw(st.sampled_from(sorted(KINDS)))
    headings, cells = KINDS[dataset]
    extra = draw(st.lists(st.sampled_from(["Pct.", "Sagsantal", "Bemærkninger i øvrigt"]), max_size=2, unique=True))
    body = draw(st.lists(st.tuples(*cells, *[CELL] * len(extra)), min_size=1, max_size=8))
    above = draw(st.lists(st.sampled_from([["Udtræk 2010"], ["2010"], [""]]), max_size=2))
    below = draw(st.sampled_from([[], [[""], ["Kilde", "2010"]], [headings]]))
    return dataset, [*above, [*headings, *extra], *map(list, body), *below]


@given(files(), st.booleans())
def test_the_account_adds_up_whatever_the_file(read, made, as_workbook):
    dataset, rows = made
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    name, content = "fil.csv", "\n".join(map(";".join, rows)).encode()
    if as_workbook:
        name = "fil.xlsx"
        content = workbook({"Ark1": [[int(c) if c.isdigit() else c or None for c in row] for row in rows]})
    report = examine(read, name, content, dataset=dataset, answers=APPROVED, today=TODAY)
    if report.account is None:
        return
    assert report.account.numbers == numbers(name=name, content=content)
    assert set(covered(report).values()) <= {1}
    valued = int(report.changes["value"].notna().sum()) if report.status == "ready" else 0
    assert valued <= report.account.counts["stored"] <= len(report.changes)
