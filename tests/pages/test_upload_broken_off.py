"""A save that is broken off for a newer run: what was saved is told as saved, and the rest can still be saved.

Streamlit breaks a run off at any access to the session, so the same save is broken off at each of them in turn.
"""

from copy import copy

import pytest
import streamlit as st
from sqlmodel import Session, col, select

from model.intake import saving
from model.intake.examine import examine
from model.store.tables.base import Upload
from pages.shared import data
from pages.upload import intake, saves
from pages.upload.waiting import Intake
from tests import worlds
from tests.pages.data_pages import LEMVIG, SKIVE, csv, loaded, said, uploads
from tests.pages.test_upload_many import dropped
from tests.viewers import named

ROWS = "2010-03;779;Skive;414;61;6", "2010-03;665;Lemvig;195;21;6", "2010-03;791;Viborg;795;102;6"
NAMES = ("a.csv", "b.csv", "c.csv")
KINDS = (0, 1, 4, 7)  # before anything is saved; when nothing is told; when all is; when some of it is forgotten
TYPED = {"reason": "fordi", "batch_reason": "fordi", "without": ["779"]}


class BrokenOff(BaseException):
    """What the framework raises in a run that a newer one takes the place of."""


class Broken(dict):
    """A session that breaks the run off at one of the accesses to it. after: how many there are before that."""

    after: int | None = None

    def _asked(self):
        if self.after is not None:
            self.after -= 1
            if self.after < 0:
                raise BrokenOff

    def __getitem__(self, key):
        self._asked()
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        self._asked()
        super().__setitem__(key, value)

    def __delitem__(self, key):
        self._asked()
        super().__delitem__(key)

    def __iter__(self):
        self._asked()
        return super().__iter__()

    def setdefault(self, key, default=None):
        self._asked()
        return super().setdefault(key, default)

    def get(self, key, default=None):
        self._asked()
        return super().get(key, default)


places = pytest.mark.parametrize("places", [
    pytest.param(KINDS, id="at each kind of place"),
    pytest.param(range(100), id="at every place", marks=pytest.mark.long)])


@pytest.fixture
def browser(monkeypatch):
    """The session of a browser."""
    made = Broken()
    monkeypatch.setattr(st, "session_state", made)
    return made


@pytest.fixture
def waiting(engine, browser):
    """Puts three checked files in the queue, with a reason typed, for as often as the save is to be broken off."""
    checked = [Intake(name, csv(row), number) for number, (name, row) in enumerate(zip(NAMES, ROWS, strict=True), 1)]
    for each in checked:
        intake.check(engine, each, named("test"))
    before = worlds.copied(engine)

    def anew():
        worlds.put_back(engine, before)
        browser.clear()
        files = [copy(each) for each in checked]
        intake.queue().extend(files)
        st.session_state.update(TYPED)
        return files

    return anew


def break_off(browser, after, action):
    """Do it, and break it off at an access to the session; whether it was."""
    browser.after = after
    try:
        action()
    except BrokenOff:
        return True
    finally:
        browser.after = None
    return False


def all_is_well(engine, browser):
    """What is saved is told as saved, the rest can be saved, each is saved once, and nothing follows to the next."""
    saves.finish()  # a newer run begins
    assert [each.file_name for each in intake.done()] == names_saved(engine)
    saves.save_all(engine, list(intake.queue()), viewer=named("test"), reason="")
    assert intake.queue() == [] and [each.file_name for each in intake.done()] == list(NAMES)
    assert names_saved(engine) == list(NAMES)
    assert not set(TYPED) & set(browser)


def names_saved(engine):
    """The files saved, in their order."""
    with Session(engine) as session:
        return list(session.exec(select(Upload.file_name).order_by(col(Upload.id))))


@places
def test_many_files_are_told_and_saved_wherever_the_run_that_saves_is_broken_off(engine, browser, waiting, places):
    for at in places:
        files = waiting()
        broken = break_off(browser, at, lambda: saves.save_all(engine, files, viewer=named("test"), reason=""))  # noqa: B023
        all_is_well(engine, browser)
        if not broken:
            break
    assert broken == (places is KINDS) and at > 4, "it asks the session several times"


@places
def test_the_run_that_tells_may_be_broken_off_as_well(engine, browser, waiting, places):
    for at in places:
        files = waiting()
        assert break_off(browser, 1, lambda: saves.save_all(engine, files, viewer=named("test"), reason=""))  # noqa: B023
        assert all(each.upload for each in intake.queue()), "all are saved, and none is told"
        broken = break_off(browser, at, saves.finish)
        all_is_well(engine, browser)
        if not broken:
            break
    assert broken == (places is KINDS) and at > 4


@places
def test_one_file_is_told_and_saved_wherever_the_run_is_broken_off(engine, browser, waiting, places):
    for at in places:
        one = waiting()[0]
        broken = break_off(browser, at, lambda: saves.save(engine, one, viewer=named("test"), reason=""))  # noqa: B023
        all_is_well(engine, browser)
        if not broken:
            break
    assert broken == (places is KINDS) and at > 4


def test_a_click_that_comes_while_an_earlier_one_saves_saves_nothing_more(engine, browser, waiting):
    files = waiting()
    assert break_off(browser, 1, lambda: saves.save_all(engine, files, viewer=named("test"), reason=""))
    saves.save_all(engine, files, viewer=named("test"), reason="")
    all_is_well(engine, browser)


def test_a_second_click_on_one_file_saves_nothing_more_and_complains_of_nothing(engine, browser, waiting):
    one = waiting()[0]
    assert break_off(browser, 1, lambda: saves.save(engine, one, viewer=named("test"), reason=""))
    saves.save(engine, one, viewer=named("test"), reason="")
    assert one.trouble == "" and names_saved(engine) == [NAMES[0]]


def test_files_that_cannot_be_saved_say_why_and_are_checked_again(engine, waiting):
    files = waiting()
    loaded(engine, "2010-03;779;Skive;415;61;6")
    saves.save_all(engine, files, viewer=named("test"), reason="")
    [left] = intake.queue()
    assert left.left and left.report is None and len(intake.done()) == 2


def test_what_is_saved_after_a_run_has_fetched_the_figures_is_told_by_that_run(engine, monkeypatch):
    app = dropped(csv(SKIVE), csv(LEMVIG))
    fetched, queue = data.everything, list(app.session_state["intake_queue"])

    def saved_since(**given):
        """The figures as they were before an earlier run had saved its files."""
        before = fetched(**given)
        for each in queue:
            each.upload = each.upload or saving.apply(engine, examine(engine, each.file_name, each.content),
                                                      content=each.content, viewer=named("test"))
        return before

    monkeypatch.setattr(data, "everything", saved_since)
    app.run()
    assert "2 filer er gemt" in said(app) and "2 af 19 er inde" in said(app) and uploads(engine) == 2
