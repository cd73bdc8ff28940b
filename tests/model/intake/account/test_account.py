"""Every number of a file is accounted for: stored, a control sum, a key, not used and why, refused or waiting."""

import io
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from model.intake import verdicts
from model.intake.account.account_words import lines, sentence
from model.intake.examine import examine
from model.intake.files.workbook import Area
from model.intake.report import Answers, Correction, Report
from model.store import database
from tests.model.intake.filing import APPROVED, CONSULTANT, TODAY, check, workbook
from tests.model.intake.gates import FILES
from tests.model.intake.number_cells import numbers

Reading = Callable[[Path], Report]
UNOPENED = {"15_tom_fyldfarve_i_typografier.xlsx",  # openpyxl, which counts here, stops at its styles
            "16_formaterede_tomme_celler_til_XFD.xlsx"}  # and walks through its empty cells for minutes
EVERY = sorted(path for path in FILES.rglob("*.*") if path.parent.name != "gate1" and path.name not in UNOPENED)
BEGINS = re.compile(r"\d*[a-zæøå]*")  # what the names of files of a kind have in common: »07d«, »misspelt«
KINDS = {(path.parent, BEGINS.match(path.name)[0]): path for path in reversed(EVERY)}  # the first file of each
HEAD = "Måned;Kommunekode;Personer;Heraf i løntilskud\n"


@pytest.fixture(scope="module")
def read(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database that every file is checked against and none is saved in."""
    copy = shutil.copy(empty_file, tmp_path_factory.mktemp("account") / "test.db")
    engine = database.create(f"sqlite:///{copy}")
    yield engine
    engine.dispose()


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
    pytest.param(path, marks=() if path in KINDS.values() else pytest.mark.long) for path in EVERY],
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


def groups(report: Report) -> set[tuple[str, str, str, int]]:
    """(what, sheet, cells, how many) of each group."""
    assert report.account is not None
    return {(group.what, group.sheet, group.cells, group.count) for group in report.account.groups}


def test_the_consultant_s_file_is_told_of_in_a_line(read):
    report = of(read, CONSULTANT)
    assert report.account is not None
    assert sentence(report.account) == ("Filens 200 tal: 123 gemmes, 21 er kontrolsummer, 19 er nøgler, 37 bruges ikke")
    assert "Afsenderens egne beregninger: 37 tal (H6:H25, G6:G27)" in lines(report.account)


SHEETS = {"Tal": [["Ark fra 2010"], [2010], ["Måned", "Jobcenter", "Personer", "Pct.", "Sagsantal"],
                  ["2010-03", "Skive", 414, 10, 1], ["2010-03", "Viborg", "<5", 20, 2],
                  ["2010-03", "I alt", 414, 30, 3],
                  ["Måned", "Jobcenter", "Personer", "Pct.", "Sagsantal"], ["2010-03", "Lemvig", 7, 40, 4]],
          "Noter": [[1, True], [2.5, "12 personer"]]}


def test_each_cell_has_the_fate_that_a_person_would_give_it(read):
    report = examine(read, "tal.xlsx", workbook(SHEETS), answers=APPROVED, today=TODAY, without=("665",))
    assert report.status == "ready"
    assert groups(report) == {("ignored", "Tal", "A2", 1), ("stored", "Tal", "C4:C5", 2), ("control", "Tal", "C6", 1),
                              ("ignored", "Tal", "D4:D8", 4), ("ignored", "Tal", "E4:E8", 4),
                              ("ignored", "Tal", "C8", 1), ("ignored", "Noter", "A1:A2", 2)}


@pytest.mark.parametrize("written", ['"414"', ' "414"', "'414"])
def test_a_number_that_is_written_as_a_text_is_a_number(read, written):
    content = workbook({"Ark1": [["Måned", "Jobcenter", "Personer"], ["2010-03", "Skive", written]]})
    report = examine(read, "tal.xlsx", content, answers=APPROVED, today=TODAY)
    assert report.status == "ready" and groups(report) == {("stored", "Ark1", "C2", 1)}


@pytest.mark.parametrize(("rows", "expected"), [
    ("2010-03;791;10;1\n2010-03;999;20;2\n", {("key", "", "B2", 1), ("waiting", "", "C2:D2", 2),
                                              ("refused", "", "B3", 1), ("refused", "", "C3:D3", 2)}),
    ("2010-03;791;10;11\n2010-03;779;20;2,5\n", {("key", "", "B2:B3", 2), ("waiting", "", "C2:C3", 2),
                                                 ("refused", "", "D2:D3", 2)}),
    ("2010-03;791;10;1\n2010-03;791;20;2\n", {("key", "", "B2:B3", 2), ("refused", "", "C2, D2:D3", 3),
                                              ("refused", "", "C3", 1)})])
def test_what_is_refused_and_what_waits_for_it(read, rows, expected):
    assert groups(check(read, HEAD + rows)) == expected


def test_a_question_lets_what_is_not_known_wait(read):
    report = check(read, "Måned;Jobcenter;Personer;Zebra;Giraf;Okapi\n2010-03;Skive;1;2;3;4\n", answers=None)
    assert report.status == "question" and report.account is not None
    assert report.account.counts["waiting"] == 4
    assert sentence(report.account) == "Filens 4 tal venter på svar"


def test_a_question_of_which_kind_the_file_is_lets_all_of_it_wait(read):
    report = examine(read, "fil.csv", b"Jobcenter;Dato;Antal\nViborg;26-01-2010;7\nSkive;26-01-2010;9\n", today=TODAY)
    assert report.problems[0].question == "dataset"
    assert groups(report) == {("waiting", "", "C2:C3", 2)}


def test_the_sentence_is_short_when_there_is_little_to_say(read):
    whole = check(read, "Måned;Jobcenter;Personer\n2010-03;Skive;1\n2010-03;Lemvig;2\n").account
    alone = check(read, "Måned;Jobcenter;Personer\n2010-03;Skive;1\n").account
    assert whole is not None and sentence(whole) == "Filens 2 tal gemmes"
    assert alone is not None and sentence(alone) == "Filens ene tal gemmes"


def test_a_hidden_sheet_is_counted(read):
    book = openpyxl.load_workbook(io.BytesIO(workbook(SHEETS)))
    book["Noter"].sheet_state = "hidden"
    saved = io.BytesIO()
    book.save(saved)
    report = examine(read, "tal.xlsx", saved.getvalue(), answers=APPROVED, today=TODAY)
    assert ("ignored", "Noter", "A1:A2", 2) in groups(report)
    assert report.account is not None and report.account.groups[-1].why == "Skjult ark"


@pytest.mark.parametrize("text", [
    "Måned;Jobcenter;Personer;Praktik\n2010-03;Skive;414;x\n2010-03;Odder;205;X\n",
    "Nr.;Dato;Jobcenter;Tema\n1;03-11-2009;Skive;Mentor\n1;10-11-2009;Skive;Mentor\n"])
def test_numbers_of_a_file_that_is_only_asked_about_wait_for_an_answer(read, text):
    report = check(read, text)
    assert report.errors and all(problem.question for problem in report.errors)
    assert report.account is not None and report.account.counts["waiting"] + report.account.counts["key"]
    assert "venter på, at" not in sentence(report.account) and not report.account.counts["refused"]


@pytest.mark.parametrize("state", ["visible", "hidden"])
def test_a_sheet_that_is_not_read_is_told_by_its_number_where_its_name_may_be_a_persons(read, state):
    book = openpyxl.load_workbook(io.BytesIO(workbook(SHEETS)))
    book["Noter"].sheet_state, book["Noter"].title = state, "Zenobia Prøvesen"
    saved = io.BytesIO()
    book.save(saved)
    account = examine(read, "tal.xlsx", saved.getvalue(), answers=APPROVED, today=TODAY).account
    assert account is not None and "Zenobia" not in f"{account.as_json()} {lines(account)}"
    assert any("(ark nr. 2, A1:A2)" in line for line in lines(account))
    assert {group["sheet"] for group in account.as_json()["groups"]} == {"Tal", "ark nr. 2"}


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


@pytest.mark.parametrize(("made", "expected"), [
    (Correction("", "3", None), ("Rækker, der er udeladt", "B3:D3", 3)),
    (Correction("", "C3", "x"), ("Tal, der er rettet til noget andet end et tal", "C3", 1)),
    (Correction("", "C3", "21"), None)])
def test_what_a_correction_takes_out_of_a_file_stays_in_its_account(read, made, expected):
    content = f"{HEAD}2010-03;791;10;1\n2010-03;779;20;2\n".encode()
    report = examine(read, "tal.csv", content, answers=Answers(approved=True, corrections=(made,)), today=TODAY)
    assert report.account is not None and report.account.numbers == 6
    assert [(group.why, group.cells, group.count) for group in report.account.groups
            if "rettet" in group.why or "udeladt" in group.why] == ([expected] if expected else [])


@pytest.mark.parametrize(("rows", "said"), [
    ("2010-03;779;400;1-5;\n", "Desuden gemmes 1 oplysning, der ikke er tal"),
    ("2010-03;779;400;1-5;ring\n2010-03;791;..;;\n", "Desuden gemmes 3 oplysninger, der ikke er tal"),
    ("2010-03;779;<5;;\n", ""), ("2010-13;779;400;1-5;\n", "")])
def test_what_is_stored_besides_the_numbers_makes_up_what_is_new(engine, rows, said):
    report = examine(engine, "tal.csv", f"maaned;kommunekode;personer_match4;matchmodel;bemaerkning\n{rows}".encode(),
                     today=date(2010, 5, 1))
    assert verdicts.beside_numbers(report) == said
