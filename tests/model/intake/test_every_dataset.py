"""What any kind of file can, every kind can: one list, gone through for each dataset that is declared."""

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from model.__main__ import main
from model.basics.formatting import normalise
from model.intake import batch, batch_words, history, saving, templates, undoing, wording
from model.intake.batch import File, Need
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.declaration import Dataset
from model.intake.examine import examine
from model.intake.form import state
from model.intake.mending import mending
from model.intake.report import Answers, Report
from model.intake.rules import ruling
from model.snapshot import loading
from model.store import facts
from model.store.tables.base import Upload
from pages.shared import places
from tests.model.intake.dataset_files import FILES, Given
from tests.model.intake.newcomer.declaration import MEETINGS, declare
from tests.viewers import EVERYBODY, named

TODAY = date(2010, 5, 3)
NAMES = {"779": "Skive", "665": "Lemvig"}
KNOWN = DATASETS | {MEETINGS.name: MEETINGS}

pytestmark = pytest.mark.parametrize("name", list(KNOWN))


@pytest.fixture
def engine(engine: Engine, name: str, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A house in which the dataset is declared, be it one that the product knows nothing of."""
    if name == MEETINGS.name:
        declare(engine, monkeypatch)
    return engine


@pytest.fixture
def given(engine: Engine, name: str) -> Given:
    """The file of a dataset, in a house where what it needs stands."""
    if FILES[name].before:
        load(engine, "".join(f"{line}\n" for line in FILES[name].before))
    return FILES[name]


@pytest.fixture
def declared(name: str) -> Dataset:
    return KNOWN[name]


def check(engine: Engine, text: str, **given: object) -> Report:
    return examine(engine, "fil.csv", text.encode(), today=TODAY, **given)


def load(engine: Engine, text: str, **given: object) -> int:
    report = check(engine, text, **given)
    assert report.status == "ready", (report.status, report.problems, report.question)
    return saving.apply(engine, report, content=text.encode(), viewer=named("test"), reason="prøve")


def standing(engine: Engine, declared: Dataset) -> int:
    """How many figures or records of a dataset stand."""
    with Session(engine) as session:
        shot = loading.load(session, EVERYBODY)
    return len(shot.figures if declared.is_figures else shot.recorded(declared.name))


def test_it_is_recognised_saved_and_known_again_with_every_number_accounted_for(engine, given, declared):
    report = check(engine, given.text)
    assert (report.dataset, report.status, report.problems) == (declared.name, "ready", ())
    assert report.account.numbers == report.account.counts["stored"] + report.account.counts["key"]
    before = standing(engine, declared)
    load(engine, given.text)
    assert standing(engine, declared) > before
    assert check(engine, given.text).status == "unchanged"


def test_its_headings_are_explained_once_and_remembered(engine, given, declared):
    headings = given.headings.split(";")
    names = {normalise(part.heading): part.name for part in declared.parts}
    columns = {at: names[normalise(heading)] for at, heading in enumerate(headings)}
    known = 1 if len(headings) == 2 else 0  # two columns that nobody knows are no table
    own = [f"Vort felt {letter}" for letter in "abcde"[known:len(headings)]]
    ours = replace(given, headings=";".join([*headings[:known], *own]))
    assert check(engine, ours.text, dataset=declared.name).status == "question"
    report = check(engine, ours.text, dataset=declared.name, answers=Answers(columns=columns, approved=True,
                                                                             profile_name="Vores ark"))
    assert report.status == "ready", (report.problems, report.question)
    saving.apply(engine, report, content=ours.text.encode(), viewer=named("test"), reason="prøve")
    later = check(engine, ours.of(given.second))
    assert (later.dataset, later.status) == (declared.name, "ready") and "Genkendt som »Vores ark«." in later.notes


def test_a_slip_is_mended_where_it_is_shown_and_told_with_the_upload(engine, given, declared):
    text = given.of(given.first.replace(*given.slip, 1), given.second)
    [fault] = mending.faults(check(engine, text, dataset=declared.name), NAMES)
    right = given.slip[0].strip(";")
    assert fault.suggestion in (right, "aflyst", None) and fault.name in {part.name for part in declared.parts}
    answers = Answers(corrections=fault.corrections(right, all_of_them=True), approved=True)
    mended = check(engine, text, dataset=declared.name, answers=answers)
    assert mended.status == "ready", mended.problems
    saving.apply(engine, mended, content=text.encode(), viewer=named("test"), reason="prøve")
    with Session(engine) as session:
        [told] = history.corrections_of(facts.uploads(session).iloc[0])
    assert told.endswith(f"er rettet til »{right}«")


def test_a_jobcenter_may_be_left_out(engine, given, declared):
    before = standing(engine, declared)
    whose = any(part.kind in ("jobcenter", "name") for part in declared.parts)
    load(engine, given.text, without=("665",))
    stated = standing(engine, declared) - before
    assert stated == (len(check(engine, given.of(given.first)).changes) if declared.is_figures else 1 if whose else 2)
    with Session(engine) as session:
        assert ("Udeladt", "Lemvig") in history.facts_of(facts.uploads(session).iloc[0], NAMES)


def test_many_files_are_saved_together_and_held_against_each_other(engine, given, declared):
    load(engine, given.text)
    texts = [given.of(given.first), given.of(given.second), given.of(given.first.replace(*given.other, 1))]
    files = [File(text.encode(), check(engine, text), lambda text=text: check(engine, text)) for text in texts]
    assert {batch.need(file.report) for file in files} <= {Need.NOTHING, Need.REASON, Need.NO_CHANGE}
    [overlap] = batch.overlaps([file.report for file in files])
    assert overlap.files == (0, 2)
    assert f"forskellige {declared.noun.many} i »a« og »c«" in batch_words.overlap(overlap, NAMES, ["a", "b", "c"])
    assert [saved.trouble for saved in batch.one_by_one(engine, files[:2], viewer=named("test"),
                                                        reason="prøve")] == ["", ""]


def test_what_it_changes_is_told_undone_and_seen_as_it_was(engine, given, declared):
    load(engine, given.text)
    before = standing(engine, declared)
    upload = load(engine, given.of(given.first.replace(*given.other, 1)))
    with Session(engine) as session:
        made, back = undoing.upload_changes(session, upload), undoing.undo_many_changes(session, [upload])
    assert made["kind"].tolist() == back["kind"].tolist() == ["changed"]
    [[*_, old, new]] = wording.change_table(made, NAMES, declared.name).to_numpy().tolist()
    [[*_, now, then]] = wording.change_table(back, NAMES, declared.name).to_numpy().tolist()
    assert (old, new) == (then, now) and old != new
    assert history.undo_verdict(back, declared.name) == (
        f"1 {declared.noun.one} får den værdi, {declared.noun.it} havde før.")
    undoing.undo(engine, upload, reason="forkert", viewer=named("test"))
    assert standing(engine, declared) == before
    undoing.undo(engine, upload - 1, reason="forkert", viewer=named("test"))
    assert standing(engine, declared) < before


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_its_template_is_filled_in_and_read_back(engine, given, declared, kind):
    named = {normalise(part.heading): part.name for part in declared.parts}
    row = {named[normalise(heading)]: cell
           for heading, cell in zip(given.headings.split(";"), given.first.split(";"), strict=True)}
    report = examine(engine, f"skabelon.{kind}", templates.template(declared.name, kind, [row]), today=TODAY)
    assert (report.dataset, report.status) == (declared.name, "ready"), report.problems
    assert templates.guide(declared)[0] == f"Sådan udfyldes arket »{declared.sheet}«"


def test_a_form_states_it_like_a_file_and_refuses_what_stands(engine, given, declared):
    names = {normalise(part.heading): part.name for part in declared.parts}
    typed = {names[normalise(heading)]: cell
             for heading, cell in zip(given.headings.split(";"), given.first.split(";"), strict=True)}
    if declared.is_figures:
        typed |= {"maaned": date(2010, 3, 1), "jobcenter": "779"}
    report, content = state(engine, declared.name, [typed], name="formular", today=TODAY)
    assert report.status == "ready", report.problems
    saving.apply(engine, report, content=content, viewer=named("test"), reason="prøve", source="form")
    again, _ = state(engine, declared.name, [typed], name="formular", today=TODAY)
    assert [p.text for p in again.problems if p.severity == "fejl"] == [declared.typed.same]
    secret, kept = state(engine, declared.name, [typed | {declared.fields[0].name: "251248-4916"}], name="formular")
    assert secret.status == "refused" and kept == b""


def test_what_is_not_used_is_not_kept(engine, given, declared):
    text = f"{given.headings};Vært\n{given.first};Opdigtet Person\n{given.second};Opdigtet Anden\n"
    report = check(engine, text)
    if report.status == "question":
        report = check(engine, text, answers=Answers(columns={given.headings.count(";") + 1: "ignore"}, approved=True))
    assert report.status == "ready", (report.problems, report.question)
    saving.apply(engine, report, content=text.encode(), viewer=named("test"), reason="prøve")
    with Session(engine) as session:
        upload = session.exec(select(Upload).order_by(Upload.id.desc())).first()
        _, original = saving.original(session, upload.id, EVERYBODY)
    assert upload.left_out and b"Opdigtet" not in original and given.first.split(";")[1].encode() in original


def test_the_command_line_tells_it_in_one_shape(engine, given, declared, tmp_path, capsys):
    path = tmp_path / "fil.csv"
    path.write_text(given.text, encoding="utf-8")
    assert main(["import", str(path), "--json"]) == 0
    [found] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (found["dataset"], found["status"], found["problems"]) == (declared.name, "applied", [])
    assert main(["uploads"]) == 0
    assert f"{declared.title}, {found['new']} {declared.noun.many}" in capsys.readouterr().out


def test_its_rules_and_its_page_are_there(engine, declared, name):
    assert places.page_of(name).address == declared.page
    assert callable(ruling.judge_of(declared)) if declared.is_figures else isinstance(ruling.of(declared), ruling.Rules)
    assert all(DATASETS[beside].name == beside for beside in declared.beside)


def test_every_dataset_has_its_file_here(name):
    assert len(FILES[name].text.splitlines()) > 1 and set(FILES) == set(KNOWN)
