"""Templates for files of records: what is filled in, and that a filled one is read back as what it is for."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from sqlmodel import Session

from model.intake import templates
from model.intake.datasets.datasets import DATASETS, of_records
from model.intake.datasets.declaration import Beforehand, Row
from model.intake.examine import examine
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from tests.model.intake.dataset_files import CONTRACT
from tests.model.intake.records.street import TODAY, load
from tests.viewers import EVERYBODY

FILLED = {
    "kursusdeltagelse": {"kursusdag": "Kursusdag 1", "jobcenter": "Skive", "rolle": "tovholder", "moedt": "1"},
    "kursusevaluering": {"kursusdag": "Mentorkursus 1, dag 2", "udsendt": "40"},
    "kursusdage": {"kursusdag": "Kursusdag 3", "haendelse": "aflyst"},
    "hotline": {"henvendelse": "1", "dato": "03-11-2009", "jobcenter": "Skive", "tema": "Mentor"},
    "mentornetvaerk": {"jobcenter": "Skive", "dato": "04-01-2010", "haendelse": "startet", "sammen_med": "Struer"},
    "raadgivning": {"jobcenter": "Skive", "status": "tilbudt", "tilbudt": "01-12-2009"},
    "centre": {"jobcenter": "Skive", "virksomhedscenter": "Lysthuset", "aabnet": "01-10-2009", "pladser": "6"},
    "centermaaned": {"jobcenter": "Skive", "virksomhedscenter": "Lysthuset", "maaned": "2010-01", "besatte": "5"},
    "milepael": {"projekt": CONTRACT, "opgjort": "01-03-2009", "noegletal": "Støtteerklæringer i øst", "resultat": "2"},
    "opfoelgning": {"projekt": CONTRACT, "punkt": "Mål 1", "fulgt_op": "01-03-2009", "status": "delvist"}}


@pytest.fixture
def shot(engine):
    with Session(engine) as session:
        return loading.load(session, EVERYBODY)


def rows_of(dataset: str, shot: Snapshot, about: date | str | None = None) -> list[Row]:
    """What is filled in beforehand of a dataset's template."""
    names = shot.jobcenters["name"].to_dict()
    return DATASETS[dataset].beforehand(Beforehand(names, shot.course_days, shot.records, about))


@pytest.mark.parametrize(("dataset", "kind"), [
    pytest.param(dataset, kind, marks=() if kind == ("csv", "xlsx")[at % 2] else pytest.mark.long)
    for at, dataset in enumerate(kind.name for kind in of_records()) for kind in ("csv", "xlsx")])
def test_a_filled_template_is_recognised_and_read_back(engine, dataset, kind):
    load(engine, "Jobcenter;Virksomhedscenter;Åbnet;Pladser\nSkive;Lysthuset;01-09-2009;6\n"
         if dataset == "centermaaned" else "Kursusdag;Jobcenter;Rolle;Mødt\nK2;Skive;tovholder;1\n")
    content = templates.template(dataset, kind, [FILLED[dataset]])
    report = examine(engine, f"skabelon.{kind}", content, today=TODAY)
    assert (report.dataset, report.status, report.question) == (dataset, "ready", None), report.problems
    assert report.counts["new"] > 0


def test_attendance_is_ready_for_every_jobcenter_and_role_of_the_day(shot):
    rows = rows_of("kursusdeltagelse", shot, "M1-2")
    assert len(rows) == 19 * 3
    assert rows[0] == {"kursusdag": "Mentorkursus 1, dag 2", "jobcenter": "Favrskov", "rolle": "jobkonsulent"}
    assert rows[-1]["jobcenter"] == "Aarhus"
    assert [row["kursusdag"] for row in rows_of("kursusevaluering", shot)][:2] == ["Kursusdag 1", "Kursusdag 2"]
    assert len(rows_of("raadgivning", shot)) == 19


def test_the_months_template_has_the_centres_open_in_it_with_their_newest_places(engine):
    load(engine, "Jobcenter;Virksomhedscenter;Åbnet;Lukket;Hændelse;Pladser\nSkive;Lysthuset;01-10-2009;;;6\n"
         "Skive;Lukket tidligt;01-10-2009;31-12-2009;;5\nViborg;Åbner senere;02-02-2010;;;5\n"
         "Viborg;Fejlen;01-10-2009;;;5\nLemvig;Uden pladser;15-01-2010;;;\n")
    load(engine, "Jobcenter;Virksomhedscenter;Åbnet;Hændelse\nViborg;Fejlen;01-10-2009;udgår\n")
    load(engine, "Jobcenter;Virksomhedscenter;Måned;Pladser\nSkive;Lysthuset;2009-12;8\nSkive;Lysthuset;2010-02;9\n")
    with Session(engine) as session:
        rows = rows_of("centermaaned", loading.load(session, EVERYBODY), date(2010, 1, 1))
    assert [(row["jobcenter"], row["virksomhedscenter"], row["maaned"], row["pladser"]) for row in rows] == [
        ("Lemvig", "Uden pladser", "2010-01", ""), ("Skive", "Lysthuset", "2010-01", "8")]


def test_the_workbook_explains_every_column_and_warns_of_what_is_no_count(shot):
    rows = rows_of("kursusdeltagelse", shot, "K3")
    sheet, guide = openpyxl.load_workbook(io.BytesIO(templates.template("kursusdeltagelse", "xlsx", rows))).worksheets
    assert [cell.value for cell in sheet[1]] == ["Kursusdag", "Jobcenter", "Rolle", "Tilmeldt", "Mødt", "Hændelse"]
    assert {rule.type for rule in sheet.data_validations.dataValidation} == {"whole", "list"}
    told = " ".join(str(row[0].value) for row in guide.iter_rows() if row[0].value)
    assert all(f"{part.heading}:" in told for part in DATASETS["kursusdeltagelse"].parts)
    assert "»Kursusdag«, »Jobcenter« og »Rolle«, som altid skal være udfyldt" in told and "CPR" in told
    assert "Er en kursusdag aflyst, så skriv »aflyst« ud for den" in told


@pytest.mark.parametrize("dataset", [kind.name for kind in of_records()])
def test_every_template_can_be_made_with_headings_alone(dataset):
    rows = list(csv.reader(io.StringIO(templates.template(dataset, "csv").decode("utf-8-sig")), delimiter=";"))
    assert rows == [[part.heading for part in DATASETS[dataset].parts]]
    book = openpyxl.load_workbook(io.BytesIO(templates.template(dataset, "xlsx")))
    assert book.worksheets[0].max_row == 1


@pytest.mark.parametrize(("now", "code"), [(date(2009, 1, 1), "K1"), (date(2010, 1, 26), "K3"),
                                           (date(2010, 1, 27), "M1-1"), (date(2011, 1, 1), "K6")])
def test_the_list_for_the_next_course_day_is_offered_first(shot, now, code):
    assert shot.course_days.index[templates.next_day(shot.course_days, now)] == code


def test_days_and_files_are_named_for_a_reader(shot):
    assert templates.day_label("K3", shot.course_days) == "Kursusdag 3, 26. jan. 2010"
    assert templates.file_name("kursusdeltagelse", "K3") == "kursusdeltagelse_K3"
    assert templates.file_name("centermaaned", date(2010, 1, 1)) == "centermaaned_2010-01"
    assert templates.file_name("centre", None) == "centre"
