"""Loading the sample: real uploads with a history, once, and only into a database nobody else uses."""

import json
import shutil
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func
from sqlmodel import Session, select

from model.basics import settings
from model.intake import saving
from model.intake.refusal import SaveRefused
from model.intake.undoing import undo_many
from model.sample import files as sample
from model.snapshot import loading
from model.store import database, facts
from model.store.tables.base import ColumnProfile, Figure, Upload
from model.subjects.goals.figures.coverage import coverage, default_month, newer_month
from model.subjects.goals.figures.goals import goal2, goals1
from model.subjects.goals.figures.verdicts import OutcomeVerdict, Standing, Verdict
from tests.viewers import EVERYBODY, named

NEWEST_WHOLE = date(2011, 2, 1)


@pytest.fixture
def few(tmp_path) -> Path:
    """A sample of two files, for tests about loading as such."""
    folder = tmp_path / "sample"
    (folder / "files").mkdir(parents=True)
    names = ("2009-09_midtjylland.csv", "2009-10_midtjylland.csv")
    for name in names:
        shutil.copy(sample.FOLDER / "files" / name, folder / "files")
    listed = json.loads((sample.FOLDER / "manifest.json").read_text(encoding="utf-8"))
    listed["files"] = [entry for entry in listed["files"] if entry["file"] in names]
    (folder / "manifest.json").write_text(json.dumps(listed), encoding="utf-8")
    return folder


@pytest.fixture
def snapshot(sample_engine):
    with Session(sample_engine) as session:
        return loading.load(session, EVERYBODY)


def test_every_file_becomes_an_upload_received_when_its_sender_sent_it(sample_engine):
    with Session(sample_engine) as session:
        uploads = facts.uploads(session)
    entries = sample.manifest()
    assert len(uploads) == len(entries)
    assert set(uploads["source"]) == {"sample"}
    assert [when.to_pydatetime() for when in uploads["received_at"][::-1]] == [entry.received for entry in entries]
    of_projects = uploads["dataset"].isin(["milepael", "opfoelgning"])
    assert uploads["received_at"][~of_projects].max() < datetime(2011, 5, 1, tzinfo=UTC)
    assert set(uploads["received_at"][of_projects].dt.year) == {2014, 2015}


def test_the_consultants_own_headings_are_remembered_as_a_profile(sample_engine):
    with Session(sample_engine) as session:
        assert session.exec(select(ColumnProfile.name)).all() == ["BRM's opfølgningsark"]


def test_the_newest_month_lacks_two_and_the_month_before_is_shown(snapshot):
    assert (default_month(snapshot), newer_month(snapshot)) == (NEWEST_WHOLE, date(2011, 3, 1))
    assert len(coverage(snapshot, date(2011, 3, 1)).reported) == 17
    assert len(coverage(snapshot, NEWEST_WHOLE).reported) == 19


def test_one_jobcenter_month_is_missing_and_one_is_there_in_part(snapshot):
    assert coverage(snapshot, date(2010, 11, 1)).missing == ("665",)
    assert coverage(snapshot, date(2010, 8, 1)).partial == ("671",)


def test_goal_1_has_every_verdict(snapshot):
    assert Counter(goal.standing for goal in goals1(snapshot, NEWEST_WHOLE)) == {
        Standing(Verdict.REACHED, frozenset({"share", "increase"})): 7,
        Standing(Verdict.PARTLY, frozenset({"share"})): 3, Standing(Verdict.PARTLY, frozenset({"increase"})): 5,
        Standing(Verdict.NOT_REACHED): 3, Standing(Verdict.UNKNOWN): 1}


def test_goal_2_is_mixed_and_mostly_unsettled(snapshot):
    verdicts = Counter(goal2(snapshot, code, NEWEST_WHOLE).verdict for code in snapshot.jobcenters.index)
    assert min(verdicts[OutcomeVerdict.REACHED], verdicts[OutcomeVerdict.NOT_REACHED]) >= 2
    assert verdicts[OutcomeVerdict.UNSETTLED] >= 10
    assert goal2(snapshot, "741", NEWEST_WHOLE).verdict == OutcomeVerdict.TOO_FEW


def test_the_newest_outcomes_came_too_early_to_count(snapshot):
    assert goal2(snapshot, "791", NEWEST_WHOLE).immature == (NEWEST_WHOLE,)


def test_samsoes_small_counts_are_hidden_not_nought(snapshot):
    samsoe = snapshot.figures[snapshot.figures["jobcenter"].eq("741")]
    hidden = samsoe[samsoe["mark"].eq("hidden")]
    assert len(hidden) > 10
    assert hidden["value"].isna().all()


def test_a_later_file_corrected_an_earlier_month(sample_engine):
    def placements(as_of: date | None) -> int:
        with Session(sample_engine) as session:
            figures = facts.figures(session, as_of=as_of, months=[date(2010, 2, 1)], jobcenter="730")
        return int(figures.set_index("measure").loc["heraf_virksomhedspraktik", "value"])

    assert placements(date(2010, 4, 1)) == placements(None) + 7


def test_as_of_an_early_day_only_what_had_come_is_known(sample_engine):
    with Session(sample_engine) as session:
        assert facts.figures(session, as_of=date(2009, 10, 31))["month"].unique() == [datetime(2009, 9, 1)]


def test_matchmodel_changes_in_may_2010(snapshot):
    models = snapshot.figures[snapshot.figures["measure"].eq("matchmodel")].set_index("month")["text"]
    assert set(models[models.index < datetime(2010, 5, 1)]) == {"1-5"}
    assert set(models[models.index >= datetime(2010, 5, 1)]) == {"1-3"}


def test_loading_twice_changes_nothing(engine, few):
    assert len(sample.load_sample(engine, folder=few)) == 2
    assert sample.load_sample(engine, folder=few) == []
    with Session(engine) as session:
        assert session.exec(select(func.count()).select_from(Upload)).one() == 2


def test_a_load_that_was_cut_off_is_finished_by_the_next(engine, few, monkeypatch):
    whole = saving.apply

    def killed(*args, **kwargs):
        monkeypatch.setattr(saving, "apply", lambda *a, **k: (_ for _ in ()).throw(KeyboardInterrupt))
        return whole(*args, **kwargs)

    monkeypatch.setattr(saving, "apply", killed)
    with pytest.raises(KeyboardInterrupt):
        sample.load_sample(engine, folder=few)
    monkeypatch.setattr(saving, "apply", whole)
    assert len(sample.load_sample(engine, folder=few)) == 1


def test_another_process_loading_at_the_same_moment_does_no_harm(engine, few, monkeypatch):
    whole, done = saving.apply, []

    def overtaken(*args, **kwargs):
        monkeypatch.setattr(saving, "apply", whole)
        done.extend(sample.load_sample(engine, folder=few))
        return whole(*args, **kwargs)

    monkeypatch.setattr(saving, "apply", overtaken)
    assert sample.load_sample(engine, folder=few) == []
    assert len(done) == 2


def test_a_database_with_other_figures_is_left_alone(engine, few):
    received = datetime(2009, 10, 1, tzinfo=UTC)
    with database.write(engine) as session:
        session.add(Upload(dataset="maanedstal", source="file", file_name="a.csv", sha256="a", content=b"",
                           received_at=received, received_by="konsulent", counts={}, problems=[], without=[]))
    with pytest.raises(SaveRefused, match="andre tal end eksempeldata"):
        sample.load_sample(engine, folder=few)
    assert sample.first_start(engine) == []
    with Session(engine) as session:
        assert session.exec(select(func.count()).select_from(Figure)).one() == 0


def test_sample_data_that_were_removed_stay_away(engine, few, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_SAMPLE", "auto")
    settings.load.cache_clear()
    undo_many(engine, sample.load_sample(engine, folder=few), reason="Nu kommer de rigtige tal",
              viewer=named("konsulent"))
    with pytest.raises(SaveRefused, match="fjernet"):
        sample.load_sample(engine, folder=few)
    assert sample.first_start(engine) == []


@pytest.mark.on_file
@pytest.mark.parametrize(("setting", "loaded"), [("auto", 2), ("never", 0)])
def test_the_first_start_obeys_the_setting(engine, few, monkeypatch, setting, loaded):
    monkeypatch.setenv("FREMDRIFT_SAMPLE", setting)
    monkeypatch.setattr(sample, "FOLDER", few)
    settings.load.cache_clear()
    assert len(sample.first_start(engine)) == loaded
