"""The edges of what may be typed: nothing skipped in silence, nothing personal kept, no traceback."""

import json
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, select

from model.__main__ import main
from model.intake.examine import examine
from model.intake.form import correct
from model.intake.saving import apply
from model.store.tables.base import Target, Upload
from model.writing.recording import RecordRefused, record_target
from tests.viewers import named

MARCH = date(2010, 3, 1)
TWO = b"maaned;kommunekode;personer_match4;noget_andet\r\n2010-03;791;312;x\r\n2010-03;779;100;y\r\n"
NO_MONTH = b"kommunekode;personer_match4\r\n791;312\r\n"


def put(folder: Path, content: bytes, name: str = "fil.csv") -> str:
    (folder / name).write_bytes(content)
    return str(folder / name)


def printed(capsys: pytest.CaptureFixture[str]) -> dict:
    return json.loads(capsys.readouterr().out)


def test_the_command_line_mentions_what_it_did_not_read(engine, tmp_path, capsys):
    assert main(["import", put(tmp_path, TWO), "--json"]) == 0
    assert any("noget_andet" in note for note in printed(capsys)["notes"])
    assert main(["import", put(tmp_path, TWO.replace(b"312", b"313")), "--dry-run"]) == 0
    assert "Bemærk: " in capsys.readouterr().out


@pytest.mark.parametrize("exists", [True, False])
def test_a_file_name_with_a_cpr_number_is_never_printed(engine, tmp_path, capsys, exists):
    name = "liste_251248-4916.csv"
    path = put(tmp_path, TWO, name) if exists else str(tmp_path / name)
    assert main(["import", path, "--json"]) == 1
    assert "4916" not in capsys.readouterr().out


def test_a_file_saved_without_somebody_can_be_told_from_the_whole_file(engine, tmp_path, capsys):
    path = put(tmp_path, TWO)
    assert main(["import", path, "--without", "779", "--json"]) == 0
    capsys.readouterr()
    assert main(["import", path, "--json"]) == 1
    assert "uden Skive" in printed(capsys)["problems"][0]["text"]
    assert main(["undo", "1", "--reason", "Skive skal med"]) == 0
    capsys.readouterr()
    assert main(["import", path, "--json"]) == 0
    assert printed(capsys)["new"] == 2


def test_the_same_bytes_for_another_month_are_not_called_unchanged(engine, tmp_path, capsys):
    path = put(tmp_path, NO_MONTH)
    assert main(["import", path, "--month", "2010-03", "--json"]) == 0
    assert main(["import", path, "--month", "2010-03", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[1])["status"] == "unchanged"
    assert main(["import", path, "--month", "2010-04", "--json"]) == 1
    assert "en anden måned" in printed(capsys)["problems"][0]["text"]


@pytest.mark.parametrize("words", [["--month", "2011-07"], ["--month", "2008-01"], ["--as-of", "9999-12-31"]])
def test_a_month_or_day_out_of_reach_is_a_usage_error(engine, capsys, words):
    assert main(["status", *words]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_before_anything_was_recorded_nothing_is_known(engine, capsys):
    assert main(["status", "--as-of", "2005-01-01", "--month", "2010-01", "--json"]) == 0
    assert {row["goals"]["maal1"]["verdict"] for row in printed(capsys)["jobcenters"]} == {"kan ikke opgøres"}


def test_an_empty_database_has_the_same_shape_as_a_full_one(engine, capsys):
    assert main(["status", "--json"]) == 0
    found = printed(capsys)
    assert len(found["jobcenters"]) == found["region"]["of"] == 19
    assert found["region"]["reporting"] == 0
    assert found["region"]["goals"]["maal2"]["verdict"] == "ingen afsluttede forløb"


def test_an_upload_number_beyond_all_reason_is_unknown(engine, capsys):
    assert main(["undo", "99999999999999999999", "--reason", "x"]) == 1
    assert "ingen indlæsning" in capsys.readouterr().err


@pytest.mark.parametrize("measure", ["personer_match4", "bemaerkning"])
def test_a_form_is_searched_for_cpr_numbers_like_a_file(engine, measure):
    report, content = correct(engine, jobcenter="791", month=MARCH, figures={measure: "251248-4916"})
    assert report.status == "refused"
    assert "CPR" in report.problems[0].text
    assert b"4916" not in content
    assert "4916" not in str(report)


def test_a_target_is_searched_for_cpr_numbers(engine, session):
    with pytest.raises(RecordRefused, match="CPR"):
        record_target(engine, part="share", scope="regional", value=17, source="mail fra 251248-4916", reason="x",
                      viewer=named("y"))
    assert len(session.exec(select(Target)).all()) == 5


def test_a_text_column_that_says_nothing_changes_nothing(engine):
    content = (b"maaned;kommunekode;personer_match4;matchmodel;bemaerkning;modtaget\r\n"
               b"2010-03;791;312;..;-;n/a\r\n")
    report = examine(engine, "fil.csv", content)
    assert report.status == "ready"
    assert report.changes["measure"].tolist() == ["personer_match4"]


def test_the_upload_keeps_who_was_left_out(engine):
    report = examine(engine, "fil.csv", TWO, without=("779",))
    apply(engine, report, content=TWO, viewer=named("konsulent"))
    with Session(engine) as session:
        assert session.exec(select(Upload.without)).one() == ["779"]


def test_the_status_ends_with_a_line_for_each_programme_beside(engine, capsys):
    assert main(["status"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-2:] == [
        "Udviklingsplatform i Region Midtjylland: Af 2 mål i kontrakten er 1 delvist opfyldt og 1 ikke opfyldt.",
        "Virksomhedscenter generation 2: Ingen af projekterne har oplyst, hvor mange der er begyndt."]
    assert main(["status", "--json"]) == 0
    named = json.loads(capsys.readouterr().out)["beside"]
    assert [*named] == [line.partition(":")[0] for line in lines[-2:]]
