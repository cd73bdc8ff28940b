"""Mending a file where its faults are shown: laid over the cells, checked as any file, kept with the upload."""

import io

import openpyxl
import pytest
from sqlmodel import Session

from model.intake import saving, undoing
from model.intake.examine import examine
from model.intake.mending import corrections, mending
from model.intake.report import Answers, Correction
from model.store import facts
from tests.model.intake.filing import HEAD, TODAY, check, stated, workbook
from tests.model.intake.mending.wrong import MENDED, RIGHT, WRONG, WRONGS, mended
from tests.viewers import EVERYBODY, named


def faults(report):
    return [(p.cell, p.suggestion) for p in report.errors]


def test_a_fault_of_one_cell_says_which_cell_and_what_is_probably_meant(engine):
    assert faults(check(engine, WRONG)) >= [("A2", "Holstebro")]
    assert ("D3", "61") in faults(mended(engine, WRONG, MENDED[0]))


@pytest.mark.every
@pytest.mark.parametrize(("cell", "meant"), [
    ("6l", "61"), ("1O", "10"), ("61 personer", "61"), ("2-4", "<5"), ("2 til 4", "<5"), ("1/5", None),
    ("ca. 10", None), ("38 (var 41)", None), ("12,5", None), ("hej", None), ("-3", None), ("OO", None)])
def test_a_count_is_suggested_only_where_one_thing_is_meant(engine, cell, meant):
    report = check(engine, HEAD + f"2010-03;779;414;{cell};12\n")
    assert faults(report) in ([("D2", meant)], [])
    assert meant is None or faults(report) or stated(report)


def test_corrections_are_checked_as_any_cell_is(engine):
    report = mended(engine, WRONG, *MENDED)
    assert report.status == "ready" and stated(report) == RIGHT
    assert [(c.was, c.value) for c in report.corrections] == [("Holstbro", "Holstebro"), ("6l", "61")]
    assert faults(mended(engine, WRONG, MENDED[0], Correction("", "D3", "999"))) == [("D3", None)]


def test_a_workbook_names_the_sheet_or_leaves_it_out_when_there_is_but_one(engine):
    content = workbook(WRONGS)
    named = mended(engine, content, Correction("Tal", "A2", "Holstebro"), Correction("Tal", "D3", "61"), name="t.xlsx")
    plain = mended(engine, content, *MENDED, name="t.xlsx")
    assert stated(named) == stated(plain) == RIGHT
    assert named.corrections == plain.corrections


def test_a_row_may_be_left_out(engine):
    report = mended(engine, WRONG, Correction("", "2", None), MENDED[1])
    assert {place for place, _, _ in stated(report)} == {"779"}
    assert [(p.row, p.jobcenter) for p in mended(engine, HEAD + "2010-03;779;4;1;1\n2010-03;779;4;1;1\n",
                                                 Correction("", "3", None)).problems] == []


@pytest.mark.every
@pytest.mark.parametrize(("made", "said"), [
    (Correction("Ark9", "A2", "Skive"), "En tekstfil har ingen ark"), (Correction("", "A99", "Skive"), "række 99"),
    (Correction("", "Z2", "Skive"), "til højre"), (Correction("", "A2", "x" * 1001), "Forkort"),
    (Correction("", "A2", "010180-1234"), "CPR"), (Correction("", "77", None), "række 77")])
def test_a_correction_that_cannot_be_made_is_told_and_writes_nothing(engine, made, said):
    report = mended(engine, WRONG, made)
    assert report.status == "refused" and said in report.errors[0].text
    assert "010180" not in str(report.problems) and "1234" not in str(report.corrections)


def test_the_last_of_two_corrections_in_a_cell_counts(engine):
    report = mended(engine, WRONG, Correction("", "A2", "Odder"), *MENDED)
    assert stated(report) == RIGHT and len(report.corrections) == 2


def test_a_merged_figure_is_taken_apart_by_writing_in_it(engine):
    book = openpyxl.load_workbook(io.BytesIO(workbook(
        {"Tal": [["Jobcenter", "Måned", "personer_match4"], ["Skive", "2010-03", 414], ["Odder", "2010-03", None]]})))
    book["Tal"].merge_cells("C2:C3")
    out = io.BytesIO()
    book.save(out)
    assert check(engine, out.getvalue(), name="t.xlsx").status == "refused"
    report = mended(engine, out.getvalue(), Correction("", "C2", "414"), Correction("", "C3", "205"), name="t.xlsx")
    assert [v for _, v in sorted(stated(report).items())] == [205, 414]


def test_the_upload_keeps_the_original_and_the_list_of_corrections(any_engine):
    content = WRONG.encode()
    report = mended(any_engine, WRONG, *MENDED)
    upload = saving.apply(any_engine, report, content=content, viewer=named("test"))
    with Session(any_engine) as session:
        kept = facts.uploads(session).iloc[0]
        assert saving.original(session, upload, EVERYBODY) == ("tal.csv", content)
    assert [Correction(**each) for each in kept["corrections"]] == list(report.corrections)


def test_a_file_is_known_again_by_its_bytes_and_its_corrections(any_engine):
    first = saving.apply(any_engine, mended(any_engine, WRONG, *MENDED), content=WRONG.encode(), viewer=named("test"))
    assert mended(any_engine, WRONG, *MENDED).already[0] == first
    other = mended(any_engine, WRONG, MENDED[0], Correction("", "D3", "62"))
    assert other.status == "ready" and other.counts["changed"] == 1
    second = saving.apply(any_engine, other, content=WRONG.encode(), viewer=named("test"))
    assert second != first
    undoing.undo(any_engine, first, reason="prøve", viewer=named("test"))
    assert mended(any_engine, WRONG, *MENDED).status == "ready"


def test_what_a_senders_word_means_is_remembered_and_a_typed_figure_is_not(engine):
    saving.apply(engine, mended(engine, WRONG, *MENDED), content=WRONG.encode(), viewer=named("test"))
    april = check(engine, WRONG.replace("2010-03", "2010-02"))
    assert faults(april) == [("D3", "61")]
    assert any("»Holstbro« er læst som »Holstebro«" in note for note in april.notes)
    assert april.corrections == (Correction("", "A2", "Holstebro", "Holstbro"),)
    assert check(engine, WRONG.replace("2010-03", "2010-02").replace("6l", "61")).status == "ready"


ROLES = "kursusdag;jobcenter;rolle;tilmeldt;moedt\nK1;Holstbro;jobkonsulnt;2;1\n"


def test_records_are_mended_as_monthly_figures_are(engine):
    refused = examine(engine, "k.csv", ROLES.encode(), today=TODAY)
    assert set(faults(refused)) >= {("B2", "Holstebro"), ("C2", "jobkonsulent")}
    answers = Answers(approved=True, corrections=corrections.suggested(refused.problems))
    report = examine(engine, "k.csv", ROLES.encode(), today=TODAY, answers=answers)
    assert report.status == "ready" and report.jobcenters == ("661",)
    saving.apply(engine, report, content=ROLES.encode(), viewer=named("test"))
    again = examine(engine, "k.csv", ROLES.replace("K1", "K2").encode(), today=TODAY)
    assert again.status == "ready" and len([n for n in again.notes if "rettet til sidst" in n]) == 2


@pytest.mark.parametrize(("text", "correction"), [
    ("Ark1!B8=Holstebro", Correction("Ark1", "B8", "Holstebro")), ("b8=1=2", Correction("", "B8", "1=2")),
    ("'Ark 1'!$B$8=x", Correction("Ark 1", "B8", "x")), ("8=udelad", Correction("", "8", None)),
    ("Ark1!8=Udelad", Correction("Ark1", "8", None)), ("B8=", Correction("", "B8", "")),
    ("A!B!C3=x", Correction("A!B", "C3", "x"))])
def test_a_correction_is_written_as_a_spreadsheet_names_its_cells(text, correction):
    assert corrections.parse(text) == correction


@pytest.mark.parametrize("text", ["B8", "8=Holstebro", "=x", "Ark=x", "B0=x", "010180-1234"])
def test_what_is_no_correction_is_told_without_repeating_a_number_like_a_persons(text):
    with pytest.raises(ValueError, match="er ikke en rettelse") as told:
        corrections.parse(text)
    assert "010180" not in str(told.value)


def test_each_correction_is_a_sentence():
    assert [mending.told(Correction(*each)) for each in (
        ("Ark1", "B8", "Holstebro", "Holstbro"), ("", "B8", "", "x"), ("", "B8", "61", ""), ("Ark1", "8", None))] == [
        "Ark »Ark1«, celle B8: »Holstbro« er rettet til »Holstebro«", "Celle B8: »x« er rettet til en tom celle",
        "Celle B8: en tom celle er rettet til »61«", "Ark »Ark1«, række 8 er udeladt"]


def saved(engine, text, *made, **given):
    report = mended(engine, text, *made, **given)
    return saving.apply(engine, report, content=text.encode(), viewer=named("test"), reason="prøve")


TWICE = "Jobcenter;Måned;personer_match4\nSkive;2010-03;414\nSkive;2010-03;200\n"


@pytest.mark.parametrize("first", ["Skive", "I alt", "Midtjylland", "Skive Kommune"])
def test_a_word_that_means_something_is_never_taught_another_meaning(engine, first):
    saved(engine, TWICE.replace("Skive;2010-03;200", f"{first};2010-03;200"), Correction("", "A3", "Struer"))
    later = check(engine, f"Jobcenter;Måned;personer_match4\nLemvig;2010-02;190\n{first};2010-02;420\n")
    assert later.corrections == () and ("671", "2010-02", "personer_match4") not in stated(later)


def test_a_choice_that_is_known_is_not_taught_another_meaning(engine):
    text = "kursusdag;jobcenter;rolle;tilmeldt;moedt\nK1;Skive;jobkonsulent;2;1\n"
    report = examine(engine, "k.csv", text.encode(), today=TODAY,
                     answers=Answers(approved=True, corrections=(Correction("", "C2", "tovholder"),)))
    saving.apply(engine, report, content=text.encode(), viewer=named("test"))
    assert examine(engine, "k.csv", text.replace("K1", "K2").encode(), today=TODAY).corrections == ()


def test_a_cell_that_is_typed_over_stays_as_it_was_typed(engine):
    saved(engine, WRONG, *MENDED)
    february = WRONG.replace("2010-03", "2010-02").replace("6l", "61")
    report = mended(engine, february, Correction("", "A2", "Struer"))
    assert [(c.cell, c.value) for c in report.corrections] == [("A2", "Struer")]
    assert ("671", "2010-02", "personer_match4") in stated(report)


def test_what_stands_already_is_no_correction_and_the_file_is_known_again(engine):
    text = TWICE.rsplit("\n", 2)[0] + "\n"
    upload = saved(engine, text)
    again = mended(engine, text, Correction("", "A2", "Skive"))
    assert (again.corrections, again.already[0]) == ((), upload)
