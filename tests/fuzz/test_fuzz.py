"""A fixed number of changed files of each kind: none crashes, hangs or loses a figure in silence."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from model.intake.account.account import Account
from model.intake.datasets.datasets import DATASETS
from model.intake.report import Report
from model.store import database
from tests.fuzz import sources, trying

FEWER, MORE = 1, 12  # files of each kind with every change, and by ``make long``
FIXED = settings(max_examples=FEWER, derandomize=True, deadline=None, database=None, phases=[Phase.generate],
                 suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def filled(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database with the sample data that every file is held against."""
    path = Path(shutil.copy(sample_file, tmp_path_factory.mktemp("fuzz") / "fuzz.db"))
    engine = database.create(f"sqlite:///{path}")
    sources.open_days(engine)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("kind", trying.KINDS)
@FIXED
@given(chance=st.randoms(use_true_random=False))
def test_a_changed_file_is_read_told_of_or_refused(filled, kind, chance):
    tried = trying.attempt(filled, kind, chance)
    assert not tried.findings, (tried.name, tried.findings)


@pytest.mark.long
@pytest.mark.parametrize("kind", trying.KINDS)
@settings(FIXED, max_examples=MORE)
@given(chance=st.randoms(use_true_random=False))
def test_many_changed_files_are_read_told_of_or_refused(filled, kind, chance):
    tried = trying.attempt(filled, kind, chance)
    assert not tried.findings, (tried.name, tried.findings)


def dropped(report: Report) -> Report:
    """A figure is not stored, though the account says that it is."""
    return replace(report, changes=report.changes[report.changes.index != report.changes.last_valid_index()])


def dropped_beside_a_count(report: Report) -> Report:
    """The same, with a note about something else that has a number of rows in it."""
    return replace(dropped(report), notes=(*report.notes, "3 rækker er læst, og 12 tal mere er ikke ændret."))


def given_to_another(report: Report) -> Report:
    """Two jobcenters have each other's figures."""
    codes = list(dict.fromkeys(report.changes["jobcenter"]))[:2]
    other = report.changes["jobcenter"].replace(dict(zip(codes, reversed(codes), strict=True)))
    return replace(report, changes=report.changes.assign(jobcenter=other))


def forgotten(report: Report) -> Report:
    """A figure is neither stored nor accounted for."""
    assert report.account is not None
    groups = tuple(group for group in report.account.groups if group.what != "stored")
    return replace(dropped(report), account=Account(groups))


def accounted_twice(report: Report) -> Report:
    """The numbers that are stored are said to be left unused too."""
    assert report.account is not None
    again = tuple(replace(group, what="ignored", why="Rækker, der ikke bruges") for group in report.account.groups
                  if group.what == "stored")
    return replace(report, account=Account((*report.account.groups, *again)))


def test_there_are_files_of_every_dataset_to_begin_with(filled):
    fit = [source for source in sources.every() if not source.broken]
    reports = [trying.as_is(filled, source) for source in fit]
    assert {report.dataset for report in reports if report.status == "ready"} == set(DATASETS)


@pytest.mark.parametrize(("silent", "said"), [
    (dropped, "lost in silence"), (dropped, "the account stores"), (dropped_beside_a_count, "lost in silence"),
    (given_to_another, "lost in silence"), (forgotten, "lost in silence"), (forgotten, "has 0 fates"),
    (accounted_twice, "has 2 fates"), (accounted_twice, "the account has")])
def test_a_figure_that_is_lost_without_a_word_is_found(filled, monkeypatch, silent, said):
    examine = trying.examine
    before = trying.attempt(filled, "cells: row emptied", Random(4))
    monkeypatch.setattr(trying, "examine", lambda *given, **named: silent(examine(*given, **named)))
    after = trying.attempt(filled, "cells: row emptied", Random(4))
    assert before.status == after.status == "ready" and not before.findings
    assert any(said in finding for finding in after.findings), after.findings


def test_an_examination_that_never_ends_is_stopped_and_named(filled, monkeypatch):
    def endless(*given, **named):
        while True:
            pass

    monkeypatch.setattr(trying, "PATIENCE", 0.2)
    monkeypatch.setattr(trying, "examine", endless)
    tried = trying.attempt(filled, "bytes: flipped", Random(1))
    assert "hangs" in tried.findings[0] and "endless" in tried.findings[0]
