"""»Set og godkendt« on *Jobcenter*: seen before it is clicked, said where the figures stand, taken back by a click."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from model.access import users
from model.access.users import User
from model.access.viewer import Role
from model.basics.formatting import day, today
from model.documents.sheet import content
from model.snapshot import loading
from model.store import approval_facts
from model.writing import approving
from tests.pages.data_pages import said
from tests.pages.opening import JOBCENTER, LEMVIG, SKIVE, VIBORG, _addressed, correct, field, fill, opened
from tests.viewers import EVERYBODY, named

MARCH, FEBRUARY = date(2010, 3, 1), date(2010, 2, 1)
SEEN = datetime(2010, 4, 11, 10, tzinfo=UTC)
WHO = {"uploaded_by": "jobcenterchefen"}
TAB = {"jobcenter": VIBORG, "fane": "Tallene bag"}


def approve(engine, month=FEBRUARY, *, at=SEEN):
    with Session(engine) as session:
        shown = approval_facts.digest(approval_facts.stands(session, VIBORG, month, at=at))
    return approving.approve(engine, viewer=named("jobcenterchefen"), jobcenter=VIBORG, month=month, seen=shown, at=at)


def known(engine):
    with Session(engine) as session:
        return approval_facts.approvals(session)


def button(app, start):
    return [each for each in app.button if str(each.key).startswith(start)]


def test_a_click_approves_what_the_page_shows_and_every_place_says_so(engine):
    fill(engine)
    app = opened(JOBCENTER, WHO, **TAB)
    assert "Tallene for marts 2010 er ikke godkendt endnu." in said(app)
    assert "Se og godkend tallene for marts 2010" in said(app)
    app = button(app, "approve_save")[0].click().run()
    told = f"et og godkendt den {day(today())} af jobcenterchefen"
    assert "Tallene for marts 2010 er set og godkendt." in said(app)
    assert f"S{told}." in said(app) and f"· s{told}" in said(app)
    assert "Se og godkend tallene" not in said(app) and not button(app, "approve_save")
    assert known(engine)["approved_by"].tolist() == ["jobcenterchefen"]
    assert f"· s{told}" in said(opened("dialogue", jobcenter=VIBORG))
    with Session(engine) as session:
        assert f"s{told}" in content(loading.load(session, EVERYBODY), VIBORG, MARCH)["line"]
    assert "godkendt" not in said(opened(JOBCENTER, jobcenter=SKIVE, pr=today().replace(year=2011).isoformat()))


def test_what_has_moved_since_is_named_before_it_is_approved_anew(engine):
    fill(engine)
    approve(engine)
    correct(engine, code=VIBORG, month=FEBRUARY, value=131)
    app = opened(JOBCENTER, WHO, **TAB, maaned="2010-02")
    words = said(app)
    assert "1 tal ændret siden godkendelse den 11. apr. 2010." in words and "131, før 130" in words
    app = button(app, "approve_save")[0].click().run()
    assert "før 130" not in said(app) and f"Set og godkendt den {day(today())}" in said(app)


def test_other_approved_months_that_have_moved_are_named(engine):
    fill(engine)
    approve(engine)
    correct(engine, code=VIBORG, month=FEBRUARY, value=131)
    assert "februar 2010 (1 tal ændret)" in said(opened(JOBCENTER, WHO, **TAB))


def test_an_approval_is_taken_back(engine):
    fill(engine)
    approve(engine, MARCH)
    app = button(opened(JOBCENTER, WHO, **TAB), "unapprove_save")[0].click().run()
    assert "Godkendelsen af tallene for marts 2010 er taget tilbage." in said(app)
    assert known(engine).empty and button(app, "approve_save")


def test_nobody_who_is_nameless_approves_and_nothing_is_approved_on_an_earlier_day(engine):
    fill(engine)
    app = opened(JOBCENTER, **TAB)
    assert button(app, "approve_save")[0].disabled and "Skriv først, hvem du er." in said(app)
    field(app, "text_input", "uploaded_by").set_value("jobcenterchefen")
    assert not button(app.run(), "approve_save")[0].disabled
    assert not button(opened(JOBCENTER, WHO, **TAB, pr="2010-04-12"), "approve_save")


def test_figures_that_moved_while_they_were_looked_at_are_not_approved(engine):
    fill(engine)
    app = opened(JOBCENTER, WHO, **TAB, maaned="2010-02")
    pressed = button(app, "approve_save")[0].click()
    correct(engine, code=VIBORG, month=FEBRUARY, value=131)
    app = pressed.run()
    assert known(engine).empty and button(app, "approve_save")
    button(app, "approve_save")[0].click().run()  # the figures it shows now
    assert known(engine)["stood"].iloc[0][-1][1] == 131


def test_a_jobcenter_without_figures_is_asked_nothing(engine):
    fill(engine, silent=(LEMVIG,))
    app = opened(JOBCENTER, WHO, jobcenter=LEMVIG)
    assert "godkend" not in said(app).replace("ikke godkendt", "")


@pytest.mark.parametrize(("role", "units", "may"), [
    (Role.JOBCENTER, {VIBORG}, True), (Role.JOBCENTER, {SKIVE}, False), (Role.CONSULTANT, {VIBORG}, False),
    (Role.REGION, set(), False)])
def test_only_the_jobcenters_own_manager_is_offered_the_click(engine, role, units, may):
    fill(engine)
    users.record(engine, EVERYBODY, User("chef", "jobcenterchefen", role, frozenset(units)), reason="ny")
    app = AppTest.from_file("../../dashboard.py", default_timeout=60)
    app.user = {"is_logged_in": True, "sub": "chef", "nonce": "n", "iat": int(datetime.now(UTC).timestamp())}
    app.query_params.update(TAB)
    app = app.switch_page(_addressed("jobcenter")).run()
    assert "Set og godkendt af jobcentret" in said(app)
    assert bool(button(app, "approve_save")) is may and ("Se og godkend" in said(app)) is may
    assert not [each for each in app.text_input if each.key == "uploaded_by"]
    if may:
        button(app, "approve_save")[0].click().run()
        assert known(engine)["approved_by"].tolist() == ["jobcenterchefen"]
