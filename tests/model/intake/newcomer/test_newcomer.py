"""A dataset that is declared in one file and ruled in one more can all that every other can."""

import csv
import io
import json
from datetime import UTC, date, datetime

import openpyxl
import pytest
from sqlmodel import Session, select

from model.__main__ import main
from model.intake import batch, batch_words, history, templates, undoing, wording
from model.intake.batch import File, Need
from model.intake.examine import examine
from model.intake.form import state
from model.intake.mending import answered, mending
from model.intake.report import Answers, Report
from model.intake.saving import SaveRefused, apply
from model.snapshot import snapshot
from model.store import facts, record_facts
from model.store.tables.base import Upload
from pages.guide import guide_files
from pages.shared import places
from tests.model.intake.newcomer.declaration import MEETINGS, NetworkMeeting
from tests.pages.data_pages import opened, unfolded

TODAY = date(2010, 5, 3)
NAMES = {"779": "Skive", "665": "Lemvig"}
HEAD = "Jobcenter;Mødedato;Inviterede virksomheder;Fremmødte virksomheder;Mødeform;Mødets tema\n"
ROWS = "Skive;12-01-2010;20;14;fysisk;Elefanter\nLemvig;14-01-2010;8;<5;telefonmøde;\n"
OWN = "Sted;Afholdt;Indbudte i alt;Antal der dukkede op;Møde via;Emnet\n"


def check(engine, text: str, *, name: str = "netvaerk.csv", **given) -> Report:
    return examine(engine, name, text.encode(), today=TODAY, **given)


def load(engine, text: str, *, reason: str = "prøve", received_at: datetime | None = None, **given) -> int:
    report = check(engine, text, **given)
    assert report.status == "ready", (report.status, report.problems, report.question)
    return apply(engine, report, content=text.encode(), by="test", reason=reason, received_at=received_at)


def stands(engine, as_of: date | None = None) -> dict[str, tuple[object, ...]]:
    """By jobcenter, what stands of its meeting."""
    with Session(engine) as session:
        frame = record_facts.records(session, NetworkMeeting, as_of=as_of)
    cells = frame[["invited", "came", "came_mark", "form", "theme"]].astype(object)
    return dict(zip(frame["jobcenter"], cells.where(cells.notna(), None).itertuples(index=False, name=None),
                    strict=True))


def test_it_is_recognised_by_its_headings_and_saved(engine):
    report = check(engine, HEAD + ROWS, name="fil.csv")
    assert (report.dataset, report.status, report.counts) == (MEETINGS.name, "ready",
                                                              {"new": 7, "changed": 0, "unchanged": 0})
    load(engine, HEAD + ROWS)
    assert stands(engine) == {"779": (20, 14, None, "fysisk", "Elefanter"), "665": (8, None, "hidden", "telefon", None)}


def test_it_is_among_what_a_file_that_nobody_knows_may_be_and_alone_where_a_line_speaks_of_it(engine):
    text = "Noget;Andet\nhej;med dig\n"
    [asked] = check(engine, text, name="fil.csv").question.refusal
    assert MEETINGS.name in {option.value for option in asked.options}
    assert check(engine, f"Netværket i Skive\n{text}", name="fil.csv").dataset == MEETINGS.name


@pytest.mark.parametrize(("row", "column", "text"), [
    ("Skivve;12-01-2010;20;14;fysisk;", "Jobcenter", "»Skivve« findes ikke i Midtjylland. Mente du »Skive«?"),
    ("Skive;31-02-2010;20;14;fysisk;", "Mødedato", "findes ikke i kalenderen"),
    ("Skive;12-01-2010;tyve;14;fysisk;", "Inviterede virksomheder", "»tyve«"),
    ("Skive;12-01-2010;20;14;brev;", "Mødeform", "»brev« kendes ikke. Skriv »fysisk« eller »telefon«."),
    (f"Skive;12-01-2010;20;14;fysisk;{'a' * 81}", "Mødets tema", "der er plads til 80"),
    ("Skive;12-01-2010;14;20;fysisk;", "Fremmødte virksomheder", "20 fremmødte virksomheder er flere end de 14 "),
])
def test_what_is_wrong_is_told_with_row_and_column(engine, row, column, text):
    report = check(engine, HEAD + ROWS.splitlines()[1] + "\n" + row + "\n")
    [problem] = report.errors
    assert (report.status, problem.row, problem.column) == ("refused", 3, column) and text in problem.text


def test_a_part_is_held_against_the_whole_that_stands(engine):
    load(engine, HEAD + ROWS)
    [problem] = check(engine, "Jobcenter;Mødedato;Fremmødte virksomheder\nSkive;12-01-2010;21\n").errors
    assert "21 fremmødte virksomheder er flere end de 20 inviterede virksomheder" in problem.text


def test_its_own_rules_are_asked(engine):
    report = check(engine, HEAD + "Skive;12-01-2010;1;1;fysisk;\n")
    assert [p.text for p in report.warnings] == [
        "Skive, 12. jan. 2010 (række 2): et netværk er flere virksomheder. Ret tallet, eller skriv hvorfor."]
    with pytest.raises(SaveRefused):
        apply(engine, report, content=b"x", by="test")


def test_two_rows_of_one_key_are_told_with_its_own_advice(engine):
    [problem] = check(engine, HEAD + "Skive;12-01-2010;20;14;fysisk;\nSkive;12-01-2010;6;4;fysisk;\n").errors
    assert "så læg tallene sammen på én række: inviterede virksomheder 26, fremmødte virksomheder 18." in problem.text


def test_a_senders_own_headings_are_explained_once_and_remembered(engine):
    report = check(engine, OWN + ROWS, dataset=MEETINGS.name)
    assert report.status == "question" and {h.heading for h in report.question.headings} == set(OWN.strip().split(";"))
    shown = {h.heading: h.samples for h in report.question.headings}
    assert shown["Møde via"] == ("fysisk", "telefonmøde") and shown["Emnet"] == ("en tekst på 9 tegn",)
    columns = dict(enumerate(("jobcenter", "moededato", "inviterede", "fremmoedte", "moedeform", "tema")))
    load(engine, OWN + ROWS, dataset=MEETINGS.name,
         answers=Answers(columns=columns, approved=True, profile_name="Vores liste"))
    later = check(engine, OWN + "Skive;13-02-2010;21;15;fysisk;Mentor\n", name="fil.csv")
    assert (later.dataset, later.status) == (MEETINGS.name, "ready")
    assert "Genkendt som »Vores liste«." in later.notes
    assert stands(engine)["779"][:2] == (20, 14)


def test_a_fault_is_mended_where_it_is_shown(engine):
    text = HEAD + "Skive;12-01-2010;20;14;fysiks;\n"
    report = check(engine, text)
    [fault] = mending.faults(report, NAMES)
    assert (fault.name, fault.suggestion, mending.places(fault)) == ("moedeform", "fysisk", "Celle E2 · Skive")
    assert mending.excerpt(report, fault).rows[0][1:3] == ("Skive", "12-01-2010")
    mended = check(engine, text, answers=Answers(corrections=fault.corrections("fysisk", all_of_them=True)))
    assert (mended.status, [mending.told(done) for done in mended.corrections]) == (
        "ready", ["Celle E2: »fysiks« er rettet til »fysisk«"])
    apply(engine, mended, content=text.encode(), by="test")
    assert stands(engine)["779"][3] == "fysisk"
    with Session(engine) as session:
        assert history.corrections_of(facts.uploads(session).iloc[0]) == ["Celle E2: »fysiks« er rettet til »fysisk«"]


def test_a_word_for_a_count_is_asked_about_and_its_answer_is_kept_and_used_again(engine):
    text = HEAD + "Skive;12-01-2010;20;x;fysisk;\n"
    [asked] = check(engine, text).errors
    assert asked.question and asked.options
    said = {asked.question: asked.options[0].value}
    report = check(engine, text, answers=Answers(said=said))
    assert report.status == "ready" and [p.question for p in report.answered] == [asked.question]
    apply(engine, report, content=text.encode(), by="test", reason="prøve")
    later = check(engine, HEAD + "Skive;13-02-2010;20;x;fysisk;\n")
    assert later.status == "ready" and answered.told(later.answered[0]).startswith("Under »Fremmødte virksomheder«")


def test_a_count_may_be_told_by_the_whole_it_is_a_part_of(engine):
    report = check(engine, HEAD + "Skive;12-01-2010;20;14 af 20;fysisk;\n")
    assert report.status == "ready" and "»Fremmødte virksomheder«: »14 af 20« er læst som 14." in report.notes
    [problem] = check(engine, HEAD + "Skive;12-01-2010;20;14 af 21;fysisk;\n").errors
    assert "men »Inviterede virksomheder« er 20" in problem.text


def test_every_number_is_accounted_for(engine):
    report = check(engine, HEAD.strip() + ";Lokale\n" + "Skive;12-01-2010;20;14;fysisk;Elefanter;7\n")
    assert report.status == "ready" and report.account.numbers == 3
    assert (report.account.counts["stored"], report.account.counts["ignored"]) == (2, 1)
    refused = check(engine, HEAD + "Skive;12-01-2010;14;20;fysisk;\n")
    assert refused.account.numbers == 2 and refused.account.counts["refused"] == 1


def test_a_jobcenter_may_be_left_out(engine):
    load(engine, HEAD + ROWS, without=("665",))
    assert set(stands(engine)) == {"779"}
    with Session(engine) as session:
        assert session.exec(select(Upload.without)).one() == ["665"]


def test_many_files_are_saved_together_and_held_against_each_other(engine):
    texts = [HEAD + ROWS, HEAD + "Skive;12-01-2010;22;14;fysisk;\n", HEAD + "Viborg;13-01-2010;9;5;fysisk;\n"]
    files = [File(text.encode(), check(engine, text, name=f"{at}.csv"),
                  lambda text=text, at=at: check(engine, text, name=f"{at}.csv")) for at, text in enumerate(texts)]
    assert [batch.need(file.report) for file in files] == [Need.NOTHING] * 3
    [overlap] = batch.overlaps([file.report for file in files])
    assert batch_words.overlap(overlap, NAMES, ["0.csv", "1.csv"]) == (
        "Skive, 12. jan. 2010 står med forskellige svar i »0.csv« og »1.csv«. Hvilken gælder?")
    assert [saved.trouble for saved in batch.save(engine, [files[0], files[2]], by="test", reason="")] == ["", ""]
    assert set(stands(engine)) == {"779", "665", "791"}


def test_what_a_file_changes_is_told_saved_undone_and_seen_as_it_was(engine):
    load(engine, HEAD + ROWS, received_at=datetime(2010, 2, 1, 11, tzinfo=UTC))
    report = check(engine, HEAD + "Skive;12-01-2010;20;15;fysisk;\n")
    assert wording.loaded(report, NAMES) == "Netværksmøder, Skive: 1 svar er ændret, 2 er uændrede."
    second = load(engine, HEAD + "Skive;12-01-2010;20;15;fysisk;\n", received_at=datetime(2010, 3, 1, 11, tzinfo=UTC))
    with Session(engine) as session:
        changed = undoing.upload_changes(session, second)
        table = wording.change_table(changed, NAMES, MEETINGS.name)
        back = undoing.undo_changes(session, second)
        shot = snapshot.load(session)
    assert table.to_numpy().tolist() == [["Skive, 12. jan. 2010", "Fremmødte virksomheder", "14", "15"]]
    assert history.undo_verdict(back, MEETINGS.name) == "1 svar får den værdi, det havde før."
    came = shot.recorded(MEETINGS.name).set_index("jobcenter")["came"]
    assert came["779"] == 15 and came.isna()["665"]
    undoing.undo(engine, second, reason="forkert", by="test")
    assert stands(engine)["779"][1] == 14
    undoing.undo(engine, 1, reason="forkert", by="test")
    assert stands(engine) == {} and stands(engine, as_of=date(2010, 2, 15))["779"][1] == 14


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_its_template_is_filled_in_and_read_back(engine, kind):
    row = {"jobcenter": "Skive", "moededato": "12-01-2010", "inviterede": "20", "fremmoedte": "14"}
    content = templates.template(MEETINGS.name, kind, [row])
    report = examine(engine, f"skabelon.{kind}", content, today=TODAY)
    assert (report.dataset, report.status) == (MEETINGS.name, "ready")
    if kind == "csv":
        assert next(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")) == HEAD.strip().split(";")
    else:
        sheet, guide = openpyxl.load_workbook(io.BytesIO(content)).worksheets
        assert {rule.type for rule in sheet.data_validations.dataValidation} == {"whole", "list"}
        told = [row[0].value for row in guide.iter_rows()]
        assert "Fremmødte virksomheder: et helt tal; højst så mange som »Inviterede virksomheder«." in told
        assert "Hver række kendes på »Jobcenter« og »Mødedato«, som altid skal være udfyldt." in told


def test_a_form_states_one_like_a_file(engine):
    typed = {"jobcenter": "779", "moededato": date(2010, 1, 12), "inviterede": 20, "fremmoedte": 14}
    report, content = state(engine, MEETINGS.name, [typed], name="Møde i Skive", today=TODAY)
    assert report.status == "ready", report.problems
    upload = apply(engine, report, content=content, by="test", source="form")
    assert stands(engine)["779"][:2] == (20, 14)
    same, _ = state(engine, MEETINGS.name, [typed], name="Møde i Skive", today=TODAY)
    assert [p.text for p in same.problems] == ["Det står allerede sådan. Der er ikke noget at gemme."]
    with Session(engine) as session:
        uploads = facts.uploads(session)
        assert history.source(uploads.iloc[0]) == "Skrevet i appen" and int(uploads.iloc[0]["id"]) == upload


def test_the_original_is_kept_without_what_may_be_about_a_person(engine):
    load(engine, HEAD.strip() + ";Vært\nSkive;12-01-2010;20;14;fysisk;Elefanter;Opdigtet Person\n")
    with Session(engine) as session:
        upload = session.exec(select(Upload)).one()
        row = facts.uploads(session).iloc[0]
    assert "Opdigtet" not in repr(upload.left_out) and upload.left_out
    assert dict(history.facts_of(row, NAMES))["Slags"] == "Netværksmøder" and "Gemt fil" in dict(
        history.facts_of(row, NAMES))


def test_the_very_same_file_is_known_again(engine):
    load(engine, HEAD + ROWS)
    assert check(engine, HEAD + ROWS).status == "unchanged"


def test_the_command_line_loads_lists_and_undoes_it(engine, tmp_path, capsys):
    path = tmp_path / "fil.csv"
    path.write_text(HEAD + ROWS, encoding="utf-8")
    assert main(["import", str(path), "--json"]) == 0
    [found] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (found["dataset"], found["status"], found["new"], found["goal_changes"]) == (MEETINGS.name, "applied", 7, [])
    assert main(["uploads"]) == 0 and "Netværksmøder, 7 svar" in capsys.readouterr().out
    assert main(["import", "--dataset", MEETINGS.name, str(path)]) == 0
    assert main(["undo", "1", "--reason", "forkert"]) == 0
    assert stands(engine) == {}


def test_the_guide_and_the_page_for_files_know_it(engine):
    kinds = guide_files.kinds().set_index("Slags").loc["Netværksmøder"]
    assert kinds["En række kendes på"] == "Jobcenter, mødedato"
    assert guide_files.record_columns(MEETINGS)["Navn i filen"].tolist()[:3] == ["jobcenter", "moededato", "inviterede"]
    app = unfolded(opened("upload"), "template")
    app.selectbox(key="template_kind").select(MEETINGS.name).run()
    assert "Netværksmøder" in app.selectbox(key="template_kind").options and not app.exception
    assert places.page_of(MEETINGS.name).title
