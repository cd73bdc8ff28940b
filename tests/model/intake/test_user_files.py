"""The two files as consultants really send them: what must come of each."""

from datetime import date

import pytest
from sqlmodel import Session

from model.intake import undoing
from model.intake.refusal import SaveRefused
from model.intake.report import Answers
from model.intake.saving import apply
from tests.model.intake.filing import CONSULTANT, NORDDJURS, check, load, stated, stored
from tests.viewers import named


@pytest.fixture
def report(engine):
    return check(engine, CONSULTANT.read_bytes(), name=CONSULTANT.name)


def test_activation_and_outcomes_are_read_on_their_own_months(report):
    found = stated(report)
    assert report.status == "ready"
    assert found["791", "2010-03", "personer_match4"] == 795
    assert found["791", "2010-03", "virksomhedsaktivering_i_alt"] == 132
    assert found["791", "2010-01", "afsluttede_forloeb"] == 25
    assert found["791", "2010-01", "heraf_selvforsoergende_4_uger"] == 4
    assert not [key for key in found if key[1:] in {("2010-03", "afsluttede_forloeb"), ("2010-01", "personer_match4")}]


def test_the_page_asks_for_approval_with_every_heading_already_understood(engine):
    question = check(engine, CONSULTANT.read_bytes(), name=CONSULTANT.name, answers=None).question
    assert question is not None and question.asked == ()
    read = {h.heading: (h.guess, h.month) for h in question.headings}
    assert read["KH/SH match 4"] == ("personer_match4", date(2010, 3, 1))
    assert read["Afsl. forløb"] == ("afsluttede_forloeb", date(2010, 1, 1))
    assert read["Pct."] == ("ignore", None)
    assert read["Bem."] == ("bemaerkning", date(2010, 3, 1))


def test_every_jobcenter_is_recognised_and_no_total_is_stored(report):
    places = {key[0] for key in stated(report)}
    assert {"741", "760", "706", "751", "766"} <= places
    assert len(places) == 19


def test_hidden_counts_stay_hidden_and_hedensted_has_no_count(report):
    found = stated(report)
    assert found["741", "2010-03", "heraf_virksomhedspraktik"] == "hidden"
    assert found["741", "2010-03", "heraf_loentilskud"] == 0
    assert [key for key in found if key[0] == "766"] == [("766", "2010-03", "bemaerkning")]


def test_control_sums_are_checked_and_what_cannot_be_compared_is_said(report):
    notes = " ".join(report.notes)
    assert "17 af 17 summer stemmer" in notes
    assert "Samsø" in notes and "Hedensted" in notes
    assert not any("Kontrolsummen" in p.text for p in report.problems)


def test_computed_columns_title_and_source_lines_are_mentioned(report):
    notes = " ".join(report.notes)
    assert "»Pct.«" in notes and "»Ændr. siden sept. 09«" in notes
    assert "Række 1–2 over overskrifterne" in notes and "Række 29–30" in notes


def test_the_correction_in_the_remarks_is_pointed_out(report):
    hits = [p for p in report.warnings if "febr. praktik rettes til 66" in p.text]
    assert len(hits) == 1 and hits[0].jobcenter == "730" and "Randers" in hits[0].text


def test_the_mailbox_is_a_warning_and_no_reason_to_refuse(engine, report):
    assert not report.errors
    assert [p.row for p in report.warnings if p.gate == 1] == [30]
    with pytest.raises(SaveRefused, match="begrundelse"):
        apply(engine, report, content=CONSULTANT.read_bytes(), viewer=named("test"))


def test_headings_are_mapped_once_and_remembered(engine):
    content = CONSULTANT.read_bytes()
    load(engine, content, answers=Answers(approved=True, profile_name="VC-opfølgning"))
    later = content.replace(b"Marts 2010", b"April 2010").replace(b"Januar 2010", b"Februar 2010")
    again = check(engine, later, answers=None, today=date(2010, 5, 20))
    assert again.status == "ready"
    assert "Genkendt som »VC-opfølgning«." in again.notes
    assert stated(again)["791", "2010-02", "afsluttede_forloeb"] == 25


def test_a_changed_control_sum_is_a_warning_that_names_column_and_both_sums(engine):
    content = CONSULTANT.read_bytes().replace(b"Vest i alt;;3.703", b"Vest i alt;;3.713")
    texts = [p.text for p in check(engine, content).warnings]
    assert any("»Vest i alt«" in t and "»KH/SH match 4«" in t and "3.713" in t and "3.703" in t for t in texts)


def test_a_sum_below_its_known_parts_is_wrong_even_when_one_part_is_hidden(engine):
    content = CONSULTANT.read_bytes().replace("Øst i alt;;7.836;785".encode("cp1252"),
                                              "Øst i alt;;7.836;780".encode("cp1252"))
    assert any("»Øst i alt«" in p.text and "780" in p.text for p in check(engine, content).warnings)


def test_the_other_file_is_refused_naming_exactly_the_cells_that_are_not_numbers(engine):
    report = check(engine, NORDDJURS.read_bytes(), name=NORDDJURS.name)
    assert report.status == "refused"
    told = [(p.text.split(":")[0], p.month.isoformat(), p.jobcenter) for p in report.problems]
    assert told == [
        ("Norddjurs, februar 2010, »I virksomhedspraktik« (række 8)", "2010-02-01", "707"),
        ("Norddjurs, marts 2010, »I løntilskud« (række 10)", "2010-03-01", "707"),
        ("Norddjurs, marts 2010, »Nye forløb i måneden« (række 11)", "2010-03-01", "707"),
        ("Norddjurs, marts 2010, »i selvforsørgelse 4 uger efter« (række 13)", "2010-03-01", "707"),
    ]
    for cell in ("»38 (var 41)«", "»10 heraf 2 fleks«", "»ca. 10«", "»kendes ikke endnu«"):
        assert sum(cell in p.text for p in report.problems) == 1


def test_once_mended_it_loads_and_nobody_else_is_missed(engine):
    text = NORDDJURS.read_bytes().decode("utf-16")
    for wrong, right in (("38 (var 41)", "38"), ("10 heraf 2 fleks", "10"), ("ca. 10", "10"),
                         ("kendes ikke endnu", "..")):
        text = text.replace(wrong, right)
    content = text.encode("utf-16")
    report = check(engine, content, name=NORDDJURS.name)
    assert report.status == "ready" and not report.problems
    assert any("anden tabel" in note and "Virksomhedscentre" in note for note in report.notes)
    load(engine, content)
    found = stored(engine)
    assert found["707", "2010-03", "personer_match4"] == 364
    assert found["707", "2010-02", "heraf_virksomhedspraktik"] == 38
    assert found["707", "2010-03", "heraf_selvforsoergende_4_uger"] == "missing"
    assert {key[0] for key in found} == {"707"}


def test_undoing_the_consultants_file_leaves_nothing(engine):
    upload = load(engine, CONSULTANT.read_bytes())
    with Session(engine) as session:
        gone = undoing.undo_many_changes(session, [upload])
    assert len(gone) == 129 and set(gone["kind"]) == {"removed"}
    undoing.undo(engine, upload, reason="prøve", viewer=named("test"))
    assert stored(engine) == {}
