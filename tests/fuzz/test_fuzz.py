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

from model import database
from tests.fuzz import trying

FIXED = settings(max_examples=5, derandomize=True, deadline=None, database=None, phases=[Phase.generate],
                 suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def filled(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database with the sample data that every file is held against; nothing is written to it."""
    path = Path(shutil.copy(sample_file, tmp_path_factory.mktemp("fuzz") / "fuzz.db"))
    engine = database.create(f"sqlite:///{path}")
    yield engine
    engine.dispose()


@pytest.mark.parametrize("kind", trying.KINDS)
@FIXED
@given(chance=st.randoms(use_true_random=False))
def test_a_changed_file_is_read_told_of_or_refused(filled, kind, chance):
    tried = trying.attempt(filled, kind, chance)
    assert not tried.findings, (tried.name, tried.findings)


def test_a_figure_that_is_lost_without_a_word_is_found(filled, monkeypatch):
    def silent(*given, **named):
        report = examine(*given, **named)
        rows = report.changes
        return replace(report, changes=rows[rows.index != rows.last_valid_index()])

    examine = trying.examine
    before = trying.attempt(filled, "cells: row emptied", Random(4))
    monkeypatch.setattr(trying, "examine", silent)
    after = trying.attempt(filled, "cells: row emptied", Random(4))
    assert before.status == after.status == "ready" and not before.findings
    assert "lost in silence" in after.findings[0]


def test_an_examination_that_never_ends_is_stopped_and_named(filled, monkeypatch):
    def endless(*given, **named):
        while True:
            pass

    monkeypatch.setattr(trying, "PATIENCE", 0.2)
    monkeypatch.setattr(trying, "examine", endless)
    tried = trying.attempt(filled, "bytes: flipped", Random(1))
    assert "hangs" in tried.findings[0] and "endless" in tried.findings[0]
