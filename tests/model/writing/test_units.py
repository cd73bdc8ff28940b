"""A jobcenter closes, is merged into another or goes on after all: beside what was decided, or refused in Danish."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from model.access import log
from model.access.log import Act, Wanted
from model.access.rights import NotAllowed
from model.access.viewer import Role, Viewer
from model.basics.formatting import today
from model.basics.free_text import RecordRefused
from model.programmes.current import PROGRAMME
from model.snapshot import loading
from model.store import unit_facts
from model.store.database import Stale, data_version
from model.store.tables.base import Target
from model.store.tables.units import UnitClosing
from model.writing.units import Closing, check_closing, record_closing
from tests.model.intake.filing import HEAD, check, load
from tests.viewers import EVERYBODY, named

JUNE, JULY = date(2010, 6, 1), date(2010, 7, 1)
WHO = {"reason": "Kommunerne lægges sammen", "viewer": named("tovholder")}
SKIVE = Closing(["779"], JUNE)


def standing(engine, as_of=None):
    with Session(engine) as session:
        return {code: (row.last_month, row.receiver)
                for code, row in unit_facts.closings(session, as_of=as_of).items()}


def written(engine):
    with Session(engine) as session:
        return len(session.exec(select(UnitClosing)).all()), data_version(session)


def test_a_jobcenter_closes_and_goes_on_after_all_by_rows_beside_each_other(any_engine):
    record_closing(any_engine, SKIVE, **WHO)
    record_closing(any_engine, Closing(["779"], JULY), **WHO)
    assert standing(any_engine) == {"779": (JULY, None)}
    record_closing(any_engine, Closing(["779"], None), **WHO)
    assert (standing(any_engine), written(any_engine)) == ({}, (3, 3))


def test_it_takes_part_to_that_month_now_and_to_the_end_as_of_the_day_before(engine):
    record_closing(engine, SKIVE, **WHO)
    yesterday = today() - timedelta(days=1)
    with Session(engine) as session:
        now, then = (loading.load(session, EVERYBODY, as_of=day).jobcenters["participates_to"]
                     for day in (None, yesterday))
    assert (now["779"].date(), then["779"].date()) == (JUNE, PROGRAMME.ends)
    assert now.drop("779").equals(then.drop("779"))
    assert standing(engine, yesterday) == {}


def test_it_is_logged_of_each_with_the_month_and_the_reason(engine):
    record_closing(engine, Closing(["779", "665"], JUNE, "791", baseline=200), **WHO)
    with Session(engine) as session:
        closed = log.entries(session, Wanted(act=Act.CLOSED_UNIT))
        [target] = log.entries(session, Wanted(act=Act.SET_TARGET))
    assert {(row.unit, row.about, row.reason) for row in closed} == {
        (code, "til og med 2010-06", WHO["reason"]) for code in ("665", "779")}
    assert target.unit == "791"


def test_who_is_merged_into_has_the_sum_as_baseline_from_the_month_after(engine):
    record_closing(engine, Closing(["779"], JUNE, "791", baseline=148), **WHO)
    with Session(engine) as session:
        row = session.exec(select(Target).where(Target.jobcenter == "791")).one()
    assert (row.part, row.value, row.valid_from, row.valid_to) == ("baseline_value", 148, JULY, None)
    assert standing(engine) == {"779": (JUNE, "791")}


def test_it_is_guarded_by_the_version_and_may_be_tried_first(engine):
    before = written(engine)
    check_closing(engine, SKIVE, **WHO)
    assert written(engine) == before
    record_closing(engine, SKIVE, seen=before[1], **WHO)
    with pytest.raises(Stale):
        record_closing(engine, Closing(["665"], JUNE), seen=before[1], **WHO)


def test_figures_of_a_later_month_must_be_undone_first_and_none_is_taken_in_afterwards(engine):
    load(engine, HEAD + "2010-03;779;400;10;1\n")
    with pytest.raises(RecordRefused, match="Der står tal for Skive i marts 2010"):
        record_closing(engine, Closing(["779"], date(2010, 2, 1)), **WHO)
    record_closing(engine, Closing(["779"], date(2010, 3, 1)), **WHO)
    later = check(engine, HEAD + "2010-04;779;400;10;1\n2010-04;791;400;10;1\n", today=date(2010, 6, 1))
    assert later.status == "refused"
    assert [problem.reason for problem in later.problems if problem.severity == "fejl"] == [
        "Jobcenter Skive er kun med til og med marts 2010. Ret måneden, eller slet rækken."]
    assert check(engine, HEAD + "2010-03;779;401;10;1\n", today=date(2010, 6, 1)).status == "ready"


@pytest.mark.every
@pytest.mark.parametrize(("closing", "given", "told"), [
    (Closing(["999"], JUNE), {}, "»999« findes ikke"), (Closing([], JUNE), {}, "hvilket jobcenter"),
    (Closing(["779"], JUNE, "998"), {}, "»998« findes ikke"), (Closing(["791"], JUNE, "791"), {}, "sig selv"),
    (SKIVE, {"reason": " "}, "hvorfor"), (SKIVE, {"viewer": named("")}, "hvem"),
    (Closing(["779"], PROGRAMME.ends), {}, "sidste måned"), (Closing(["779"], date(2008, 1, 1)), {}, "sidste måned"),
    (Closing(["665"], JUNE), {}, "allerede sådan"), (Closing(["791"], None), {}, "allerede sådan"),
    (Closing(["779"], JUNE, "665"), {}, "Lemvig lukker selv"), (Closing(["751"], JUNE), {}, "ikke lukke"),
    (Closing(["779"], date(2010, 5, 1), "751"), {}, "i den rækkefølge")])
def test_what_cannot_be_is_refused_and_leaves_nothing(engine, closing, given, told):
    record_closing(engine, Closing(["665"], JUNE), **WHO)
    record_closing(engine, Closing(["730"], JUNE, "751"), **WHO)
    before = written(engine)
    for attempt in (check_closing, record_closing):
        with pytest.raises(RecordRefused, match=told):
            attempt(engine, closing, **(WHO | given))
    assert written(engine) == before


def test_a_jobcenter_closes_none(engine):
    with pytest.raises(NotAllowed):
        record_closing(engine, SKIVE, reason="prøve", viewer=Viewer("x", "chef", Role.JOBCENTER, frozenset({"779"})))
