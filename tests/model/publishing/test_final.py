"""Whether an edition's months were final is written down with it: no setting of a later day makes it otherwise."""

from dataclasses import replace
from datetime import date

import pytest

from model.basics import settings
from model.publishing import checklist
from model.publishing.as_snapshot import as_snapshot
from model.publishing.edition import document, read
from model.subjects.goals.figures.coverage import coverage
from model.subjects.goals.figures.progress import FINAL, PROVISIONAL, progress
from model.subjects.goals.words.lines import source_line, status_line
from tests.model.publishing.first import first_edition
from tests.model.publishing.nine import HERNING, nine
from tests.model.subjects.builders import said

MARCH = date(2010, 3, 1)


def _needed(monkeypatch, share):
    monkeypatch.setenv("FREMDRIFT_COVERAGE_NEEDED", share)
    settings.load.cache_clear()


def one_missing():
    """Herning's 400 of 2,320 are not in: 83 % have reported March."""
    return nine(said(HERNING, "2010-03", persons="missing", total="missing"))


def _state(snapshot, code=None):
    months = progress(snapshot, code).set_index("month")["state"]
    return months["2010-03-01"]


def _words(edition):
    snapshot = as_snapshot(edition)
    return status_line(snapshot, MARCH), source_line(snapshot, MARCH), coverage(snapshot, MARCH).final, \
        _state(snapshot), _state(snapshot, "791")


@pytest.mark.parametrize(("made", "today", "final"), [("0.9", "0.5", False), ("0.5", "0.9", True)])
def test_an_edition_stays_as_final_as_it_was_when_it_was_made(monkeypatch, made, today, final):
    _needed(monkeypatch, made)
    edition = first_edition(one_missing(), MARCH)
    then = _words(edition)
    kept = read(document(edition))
    _needed(monkeypatch, today)
    assert _words(edition) == _words(kept) == then
    assert then[2:] == (final, *[FINAL if final else PROVISIONAL] * 2)
    assert ("endelig" in then[1], then[0].startswith("Endelige")) == (final, final)


def test_the_final_months_stand_among_the_rules_of_the_document():
    assert document(first_edition(nine(), MARCH))["rules"]["final"] == ["2009-09", "2010-03"]
    assert document(first_edition(one_missing(), MARCH))["rules"]["final"] == ["2009-09"]


def test_a_document_from_before_they_were_written_down_is_judged_by_the_setting(monkeypatch):
    old = document(first_edition(one_missing(), MARCH))
    old["rules"] = {name: value for name, value in old["rules"].items() if name != "final"}
    assert read(old).final is None and document(read(old))["rules"] == old["rules"]
    assert coverage(as_snapshot(read(old)), MARCH).final is False
    _needed(monkeypatch, "0.5")
    assert coverage(as_snapshot(read(old)), MARCH).final is True


@pytest.mark.parametrize("shot", [nine(), one_missing()])
def test_the_checklist_says_of_the_month_what_the_edition_says(shot):
    edition = first_edition(shot, MARCH)
    said_so = checklist.not_final(edition) is not None
    assert said_so == (not coverage(as_snapshot(edition), MARCH).final)
    assert checklist.not_final(replace(edition, final=(MARCH,))) is None
