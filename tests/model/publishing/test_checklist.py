"""What is to be known before a month is published: remarks, and none that stands in the way."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session

from model.publishing import checklist, editions
from model.publishing.cells import Key
from model.publishing.held_back import held_back
from model.snapshot.loading import load
from model.store.database import write
from model.store.tables.base import Figure, Upload
from tests.pages.opening import correct
from tests.viewers import EVERYBODY, named

FEBRUARY, MARCH = date(2011, 2, 1), date(2011, 3, 1)
VIBORG = "791"


def remarks(engine, month=FEBRUARY):
    with Session(engine) as session:
        shot = load(session, EVERYBODY)
        made = editions.proposed(session, shot, month)
        return {each.kind: each.text for each in checklist.remarks(session, shot, made)}


def publish(engine, month=FEBRUARY, **said):
    with Session(engine) as session:
        shot = load(session, EVERYBODY)
    return editions.publish(engine, shot, month, viewer=named("konsulent"), **said)


def stated(engine, measure, *, value=None, text=None, month=FEBRUARY):
    """One more figure of Viborg's, of a form."""
    with write(engine) as session:
        upload = Upload(dataset="maanedstal", source="form", file_name="rettelse", sha256="9" * 64, content=b"",
                        received_at=datetime(2011, 4, 20, tzinfo=UTC), received_by="prøve", counts={}, problems=[],
                        without=[])
        session.add(upload)
        session.flush()
        session.add(Figure(jobcenter=VIBORG, month=month, measure=measure, upload_id=upload.id, value=value, text=text))


def test_invented_figures_and_waiting_enquiries_are_said(sample):
    told = remarks(sample)
    assert "opdigtede" in told["sample"] and "henvendelse" in told["unanswered"]
    assert {"not_final", "missing", "clock", "corrected", "method"}.isdisjoint(told)


def test_who_is_missing_and_that_a_month_is_not_final_is_said(sample):
    told = remarks(sample, MARCH)
    assert told["missing"].startswith("Skive og Aarhus mangler i marts 2011")
    assert "er ikke endelig" in told["not_final"]


def test_those_told_together_wait_by_name(sample):
    assert "vises tilsammen" in remarks(sample)["waiting"]


def test_a_correction_of_what_was_told_is_said(sample):
    publish(sample)
    correct(sample, code=VIBORG, month=FEBRUARY, value=300)
    assert remarks(sample)["corrected"] == "Tal, der er offentliggjort før, er rettet for Viborg."


def told_of(engine, measure="virksomhedsaktivering_i_alt", month=FEBRUARY):
    with Session(engine) as session:
        return editions.edition(session).published.value(Key("unit", (VIBORG,), measure, month, month))


def test_a_correction_too_small_to_be_told_is_said_to_wait_and_why(sample):
    publish(sample)
    assert "Viborg" not in remarks(sample).get("held_back", "")
    correct(sample, code=VIBORG, month=FEBRUARY, value=told_of(sample) + 3)
    with Session(sample) as session:
        shot = load(session, EVERYBODY)
        made = editions.proposed(session, shot, FEBRUARY)
        (key,) = held_back(made, shot)["small_step"]
        texts = [each.text for each in checklist.remarks(session, shot, made)]
    assert key.units == (VIBORG,) and key.last == FEBRUARY and key not in editions.new_keys(made)
    (said,) = [text for text in texts if text.startswith("Rettet, men vises ikke: Viborg (februar 2011). ")]
    assert "mindre end 5" in said and "corrected" not in remarks(sample)


def test_a_corrected_count_that_is_too_small_itself_is_said_to_be_so(sample):
    publish(sample)
    correct(sample, code=VIBORG, month=FEBRUARY, value=2)
    with Session(sample) as session:
        shot = load(session, EVERYBODY)
        made = editions.proposed(session, shot, FEBRUARY)
        assert [key.units for key in held_back(made, shot)["small_row"]] == [(VIBORG,)]


def test_a_correction_that_is_told_waits_no_longer(sample):
    publish(sample)
    correct(sample, code=VIBORG, month=FEBRUARY, value=told_of(sample) + 3)
    with Session(sample) as session:
        shot = load(session, EVERYBODY)
        assert "small_step" in held_back(editions.proposed(session, shot, FEBRUARY), shot)
    stated(sample, "virksomhedsaktivering_i_alt", value=told_of(sample) + 20)
    with Session(sample) as session:
        shot = load(session, EVERYBODY)
        assert "small_step" not in held_back(editions.proposed(session, shot, FEBRUARY), shot)


def test_figures_that_cannot_be_right_together_are_said_and_stand_in_the_way_of_nothing(sample):
    stated(sample, "personer_match4", value=20)
    assert "Viborg" in remarks(sample)["broken"]
    assert publish(sample)


def test_a_text_of_method_that_has_come_since_is_said(sample):
    publish(sample, date(2011, 1, 1))
    assert "method" not in remarks(sample)
    stated(sample, "opgoerelsesmetode", text="Nyt udtræk")
    assert remarks(sample)["method"].endswith("som tegnes som et brud: Viborg.")


@pytest.mark.parametrize(("year", "is_said"), [(2010, False), (2040, True)])
def test_a_clock_that_went_back_is_said(sample, year, is_said):
    publish(sample, date(2011, 1, 1), at=datetime(year, 1, 1, tzinfo=UTC))
    assert ("clock" in remarks(sample)) is is_said
