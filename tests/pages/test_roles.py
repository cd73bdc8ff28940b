"""Every role on every page: what it may see it sees, and what it may not is refused in Danish and not in the menu."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlmodel import Session, select
from streamlit.testing.v1 import AppTest

from model.access import rights, users
from model.access.users import User
from model.access.viewer import Role
from model.store.tables.access import LogEntry
from model.store.tables.meetings import DialogueMeeting
from model.writing import agreements
from model.writing.meetings import open_meeting
from pages.shared import navigation
from tests.model.meetings import met
from tests.pages.data_pages import LEMVIG as LEMVIG_ROW
from tests.pages.data_pages import csv, has, said
from tests.pages.opening import SKIVE, VIBORG, _addressed, field, fill
from tests.pages.telling import publish
from tests.viewers import EVERYBODY, MANAGER, ROLES

REFUSED = "Du har ikke adgang til det her"
EVERY = {entry.address for entry in navigation.SHOWN}
OPEN_TO = {  # the addresses that each role sees, spelled out
    Role.PUBLIC: {"konference", "vejledning"},
    Role.JOBCENTER: EVERY - {"udgivelse", "brugere"},
    Role.CONSULTANT: EVERY - {"udgivelse", "brugere"},
    Role.REGION: EVERY,
    Role.OPERATIONS: {"brugere"}}
CASES = [pytest.param(role, address, id=f"{role}-{address or 'forsiden'}") for role in Role
         for address in sorted(EVERY)]


@pytest.fixture
def with_users(engine):
    """A region with figures, an edition told, and a user of each role."""
    fill(engine)
    publish(engine)
    for viewer in ROLES.values():
        subject = viewer.subject or "gæst@example"
        users.record(engine, EVERYBODY, User(subject, viewer.function or "gæst", viewer.role, viewer.units),
                     reason="prøve")
    return engine


def signed_in(role: Role, address: str, session: Mapping[str, Any] | None = None, /, **query: str) -> AppTest:
    """The app opened at an address by whoever of a role has signed in; session: what it holds by then."""
    app = AppTest.from_file("../../dashboard.py", default_timeout=60)
    subject = ROLES[role].subject or "gæst@example"
    app.user = {"is_logged_in": True, "sub": subject, "email": subject, "nonce": f"{role}-{address}",
                "iat": int(datetime.now(UTC).timestamp())}
    app.query_params.update(query)
    for key, value in (session or {}).items():
        app.session_state[key] = value
    return (app.switch_page(_addressed(address)) if address else app).run()


def logged(engine) -> list[tuple[str, str, str]]:
    with Session(engine) as session:
        return [(each.subject, each.action, each.unit) for each in session.exec(select(LogEntry))
                if each.action not in ("ændrede adgang", "udgav", "loggede ind")]


@pytest.mark.parametrize(("role", "address"), CASES)
def test_a_page_is_shown_to_those_who_may_see_it(with_users, role, address):
    app = signed_in(role, address)
    assert not app.exception, app.exception
    words = said(app)
    assert (REFUSED in words) is (address not in OPEN_TO[role] and bool(address)), words[:300]


@pytest.mark.parametrize(("role", "heading"), [(Role.PUBLIC, "Konference"), (Role.OPERATIONS, "brugere har adgang")])
def test_whom_the_front_page_is_not_for_is_led_to_a_page_of_theirs(with_users, role, heading):
    words = said(signed_in(role, ""))
    assert REFUSED not in words and heading in words, words[:600]


def test_the_table_of_the_menu_agrees_with_what_is_spelled_out():
    found = {role: {entry.address for entry in navigation.SHOWN if rights.may_somewhere(ROLES[role], entry.right)}
             for role in Role}
    assert found == OPEN_TO


def test_who_is_not_known_sees_nothing_that_is_not_published(with_users):
    app = AppTest.from_file("../../dashboard.py", default_timeout=60)
    app.user = {"is_logged_in": True, "sub": "fremmed", "email": "fremmed", "nonce": "x",
                "iat": int(datetime.now(UTC).timestamp())}
    words = said(app.run())
    assert "Viborg" not in words and "jobcentre har nået" not in words


def test_who_is_signed_in_types_no_name_and_is_shown_by_function(with_users):
    app = signed_in(Role.JOBCENTER, "dialogmoede", jobcenter=VIBORG, moede="2010-04-11")
    assert not has(app, "text_input", "uploaded_by") and "Gemmes som skrevet af jobcenterchef." in said(app)
    field(app, "button", "open_save").click().run()
    with Session(with_users) as session:
        [meeting] = session.exec(select(DialogueMeeting)).all()
    assert (meeting.jobcenter, meeting.opened_by) == (VIBORG, "jobcenterchef")
    assert logged(with_users) == [(MANAGER.subject, "skrev om møde", VIBORG)]


def test_anothers_meeting_is_not_shown(with_users):
    met(with_users, code=SKIVE)
    words = said(signed_in(Role.JOBCENTER, "dialogmoede", jobcenter=SKIVE, moede="2010-04-11"))
    assert "Du må ikke se dialogmøder, aftaler og kladder for Skive. Din adgang gælder Viborg." in words
    assert "Alle møder med" not in words and "Viborg har ikke haft et dialogmøde, der er lukket" in words


def test_a_file_about_another_is_refused_by_name(with_users):
    app = signed_in(Role.JOBCENTER, "indlaes")
    words = said(app.file_uploader[0].set_value([("tal.csv", csv(LEMVIG_ROW), "text/csv")]).run())
    assert "Lemvig hører ikke til det, du må indberette for (Viborg)" in words


def test_what_one_may_not_take_along_is_not_offered(with_users):
    app = signed_in(Role.JOBCENTER, "")  # which leads to the own jobcenter at first
    region = app.switch_page("pages/region/page.py").run().get("download_button")
    assert [each.label for each in region] == ["Hent egne rækker (CSV)", "Hent som PowerPoint"]  # slides of an edition
    own = signed_in(Role.JOBCENTER, "jobcenter", jobcenter=VIBORG).get("download_button")
    others = signed_in(Role.JOBCENTER, "jobcenter", jobcenter=SKIVE).get("download_button")
    assert len(own) > len(others)


def test_what_is_new_of_a_jobcenter_is_made_for_each_who_sees_it(with_users):
    """Agreements are among it, and it is kept from one reader to the next."""
    agreements.agree(with_users, met(with_users, code=SKIVE), text="Åbne to hemmelige centre", responsible="chefen",
                     due=date(2010, 5, 1), viewer=EVERYBODY)
    for role, sees in ((Role.REGION, True), (Role.JOBCENTER, False), (Role.REGION, True)):
        app = signed_in(role, "jobcenter", jobcenter=SKIVE)
        assert ("hemmelige centre" in said(app)) is sees


def test_what_one_may_never_do_is_not_offered(with_users):
    app = signed_in(Role.JOBCENTER, "indberetning", fane="Ret et tal", jobcenter=SKIVE)
    assert field(app, "selectbox", "jobcenter").options == ["Viborg"]
    app = signed_in(Role.JOBCENTER, "indberetning", fane="Historik")
    assert "Der er ingen indlæsninger, du kan se" in said(app) and "den første fil" not in said(app)
    for role, offered in ((Role.JOBCENTER, False), (Role.REGION, True)):
        app = signed_in(role, "historier")
        app.session_state["story_panel"] = True
        assert ("Udgiv" in [button.label for button in app.run().button]) is offered


def test_the_guide_says_how_one_is_let_in_where_people_sign_in(with_users):
    words = said(signed_in(Role.JOBCENTER, "vejledning"))
    assert "det, din adgang giver lov til" in words and "ikke sat et login op" not in words


def test_the_log_tells_one_sign_in_from_another_in_a_word_that_fits_its_column(with_users):
    for address in ("vejledning", "brugere", "metode"):  # each is a sign-in of its own here
        signed_in(Role.REGION, address)
        signed_in(Role.REGION, address)
    with Session(with_users) as session:
        about = [each.about for each in session.exec(select(LogEntry)) if each.action == "loggede ind"]
    assert len(about) == len(set(about)) == 3 and all(len(word) <= 12 for word in about)


@pytest.mark.parametrize(("role", "told"), [(Role.REGION, True), (Role.JOBCENTER, False), (Role.OPERATIONS, False)])
def test_how_the_invented_figures_are_removed_is_told_to_who_may(sample_engine, role, told):
    for viewer in ROLES.values():
        if viewer.subject:
            users.record(sample_engine, EVERYBODY, User(viewer.subject, viewer.function, viewer.role, viewer.units),
                         reason="prøve")
    words = said(signed_in(role, "brugere"))
    assert "Eksempeldata" in words and ("Fjern dem under Historik" in words) is told


@pytest.mark.parametrize(("role", "offered"), [(Role.JOBCENTER, True), (Role.PUBLIC, False), (Role.OPERATIONS, False)])
def test_who_sees_no_figures_is_not_asked_of_which_programme(with_users, role, offered):
    address = {Role.JOBCENTER: "metode", Role.PUBLIC: "vejledning", Role.OPERATIONS: "brugere"}[role]
    assert has(signed_in(role, address), "selectbox", "indsats") is offered


@pytest.mark.parametrize("query", [{}, {"projekt": "Middelfart"}, {"projekt": "Middelfart", "moede": "2014-10-01"}])
def test_the_meetings_of_projects_are_the_organisers_alone(with_users, query):
    number = open_meeting(with_users, unit="Middelfart", held_on=date(2014, 10, 1), viewer=EVERYBODY)
    agreements.agree(with_users, number, text="Find mentorer", responsible="projektlederen", due=date(2015, 1, 1),
                     viewer=EVERYBODY)
    where = {"indsats": "vc_generation_2", **query}
    own = said(signed_in(Role.JOBCENTER, "dialogmoede", **where))
    assert REFUSED in own and "Find mentorer" not in own
    page = said(signed_in(Role.JOBCENTER, "projekt", indsats="vc_generation_2"))
    assert "Find mentorer" not in page and "Dialogmøder med projektet" not in page
    assert "Find mentorer" in said(signed_in(Role.REGION, "dialogmoede", **where))
