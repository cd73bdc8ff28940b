"""Under one's function beside the menu: news by mail, turned on and off by oneself, once a press."""

from dataclasses import replace

import pytest
from sqlmodel import Session

from model.access import users
from model.access.users import User
from model.access.viewer import Role
from tests.pages.data_pages import has, said
from tests.pages.opening import METHOD, field, opened
from tests.pages.test_roles import signed_in
from tests.viewers import EVERYBODY, MANAGER, OPERATIONS, ORGANISER

OPEN = {"own_news_panel": True}
ADDRESS = "chef@viborg.example"
CHEF = User(MANAGER.subject, MANAGER.function, MANAGER.role, MANAGER.units, ADDRESS)


def let_in(engine, *given):
    for user in given:
        users.record(engine, EVERYBODY, user, reason="ny")


def rows(engine, subject=MANAGER.subject):
    with Session(engine) as session:
        return [row.wants_news for row in users.history(session, subject)]


def test_news_are_turned_on_and_off_again(engine):
    let_in(engine, CHEF)
    app = signed_in(Role.JOBCENTER, "metode", OPEN)
    assert f"til {ADDRESS}" in said(app) and "Du får ikke mail." in said(app)
    app = field(app, "button", "own_news_save_on").click().run()
    assert "Nyt på mail er slået til." in said(app) and "Slå mail fra" in [each.label for each in app.button]
    assert rows(engine) == [True, False]
    words = said(field(app, "button", "own_news_save_off").click().run())
    assert "Nyt på mail er slået fra." in words and rows(engine) == [False, True, False]


def test_two_tabs_that_turn_them_on_turn_them_on_once(engine):
    let_in(engine, CHEF)
    tabs = [signed_in(Role.JOBCENTER, "metode", OPEN) for _ in range(2)]
    for tab in tabs:
        tab = field(tab, "button", "own_news_save_on").click().run()
        assert "Slå mail fra" in [each.label for each in tab.button]
    assert rows(engine) == [True, False]


@pytest.mark.parametrize(("role", "user", "words"), [
    (Role.JOBCENTER, replace(CHEF, email=""), "Der er ingen mailadresse til dig."),
    (Role.REGION, User(ORGANISER.subject, "tovholder", Role.REGION, email="b@brm.example"), "for et jobcenter")])
def test_it_says_whose_news_come_where_or_what_is_lacking(engine, role, user, words):
    let_in(engine, user)
    app = signed_in(role, "metode", OPEN)
    assert words in said(app)
    assert has(app, "button", "own_news_save_on") is bool(user.email)


def test_it_is_offered_to_those_alone_who_may_have_news(engine):
    let_in(engine, User(OPERATIONS.subject, "drift", Role.OPERATIONS, email="d@example.dk"))
    assert "Nyt på mail" not in [each.label for each in signed_in(Role.OPERATIONS, "brugere", OPEN).expander]
    assert "Nyt på mail" not in [each.label for each in opened(METHOD, OPEN).expander]
