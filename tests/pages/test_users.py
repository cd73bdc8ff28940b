"""»Brugere«: access is given, changed and ended with a reason, and the log tells of it."""

import pytest
from sqlmodel import Session

from model.access import users
from model.access.users import User
from model.access.viewer import Role
from tests.pages.data_pages import said
from tests.pages.folds import OPEN
from tests.pages.opening import VIBORG, field, opened
from tests.viewers import EVERYBODY, OWN

USERS = "users"
NAMED = {"uploaded_by": "tovholder"}


def page(panel: str = "", **address: str):
    return opened(USERS, NAMED | ({panel: True} if panel else {}), **address)


@pytest.fixture
def chef(engine):
    users.record(engine, EVERYBODY, User("chef", "jobcenterchef", Role.JOBCENTER, frozenset({OWN})), reason="ny")
    return engine


def test_every_form_of_the_page_can_stand_open_at_once(chef):
    app = opened(USERS, OPEN)
    assert len([each for each in app.text_input if each.key == "uploaded_by"]) == 1
    assert said(app).count("Skriv ovenfor, hvem du er.") == 2
    words = said(field(app, "text_input", "uploaded_by").set_value("tovholder").run())
    assert words.count("Gemmes som skrevet af tovholder.") == 2 and "hvem du er." not in words


def known(engine):
    with Session(engine) as session:
        return users.listed(session)


def test_before_anybody_is_let_in_it_says_so(engine):
    words = said(page())
    assert "Ingen brugere har adgang endnu" in words and "Der er ikke sat et login op" in words


def test_access_is_given(engine):
    app = page("user_add_panel")
    for name, text in (("subject", "Anna@Eksempel.dk"), ("function", "jobcenterchef")):
        field(app, "text_input", f"user_add_{name}").set_value(text)
    field(app, "multiselect", "user_add_units").set_value([VIBORG])
    app.run()
    assert "Skriv eller vælg først en begrundelse." in said(app)
    field(app, "text_input", "user_add_reason").set_value("Ny chef")
    words = said(field(app.run(), "button", "user_add_save").click().run())
    assert "jobcenterchef har adgang som jobcenter." in words and "1 bruger har adgang" in words
    assert known(engine) == [User("anna@eksempel.dk", "jobcenterchef", Role.JOBCENTER, frozenset({VIBORG}))]


def test_access_is_changed_and_ended(chef):
    app = page("user_change_panel")
    field(app, "text_input", "user_change_function").set_value("leder")
    field(app, "text_input", "user_change_reason").set_value("Ny titel")
    field(app.run(), "button", "user_change_save").click().run()
    assert [user.function for user in known(chef)] == ["leder"]
    app = page("user_end_panel")
    field(app, "text_input", "user_end_reason").set_value("Fratrådt")
    words = said(field(app.run(), "button", "user_end_save").click().run())
    assert "leder har ikke adgang mere." in words and [user.active for user in known(chef)] == [False]


def test_the_last_who_may_do_everything_stays(engine):
    users.record(engine, EVERYBODY, User("anna", "tovholder", Role.REGION), reason="ny")
    app = page("user_end_panel")
    field(app, "text_input", "user_end_reason").set_value("Fratrådt")
    words = said(field(app.run(), "button", "user_end_save").click().run())
    assert "er den sidste med adgang som BRM" in words and known(engine)[0].active


def test_the_log_says_what_it_is_for_and_is_narrowed(chef):
    words = said(page(fane="Log"))
    assert "Den bruges ikke til at måle nogens arbejde" in words and "ældre end 60 måneder" in words
    assert "chef: jobcenter (791)" in words
    app = page(fane="Log")
    field(app, "selectbox", "log_act").set_value("udgav")
    assert "Der står ikke noget i loggen for det valgte." in said(app.run())
