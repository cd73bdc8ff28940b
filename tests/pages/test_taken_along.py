"""To take figures along is a right of its own, and whoever has it of some gets their rows alone."""

import re

import pytest
from sqlmodel import Session, select
from streamlit.runtime.media_file_manager import MediaFileManager

from model.access import users
from model.access.users import User
from model.access.viewer import Role
from model.programmes.current import PROGRAMME
from model.store.tables.access import LogEntry
from pages.shared.downloads import Unfetched
from tests.pages.offered import drawn
from tests.pages.opening import SKIVE, VIBORG
from tests.pages.test_roles import signed_in
from tests.viewers import CONSULTANT, EVERYBODY, MANAGER, ROLES

PAGES = ("jobcenter", "sammenligning", "kalender", "kurser", "raadgivning", "centre", "indberetning", "historier",
         "dialogmoede", "metode")
NAMED = re.compile(rf"\b({'|'.join(unit.name for unit in PROGRAMME.units)})\b")
OF_ALL = {"fremdrift_dag_for_dag.csv", "fremdrift_evaluering.csv",
          "fremdrift_hotline_maaneder.csv", "fremdrift_hotline_temaer.csv", "fremdrift_hotline_svartider.csv",
          "fremdrift_lukninger.csv", "fremdrift_centre.csv", "fremdrift_belaegning.csv"}  # sums over them all
PUBLIC = {"fremdrift_kalender.csv", "fremdrift_eksempler.csv", "fremdrift_oekonomi.csv"}  # days, examples and a price
GOAL_2 = "egne_fremdrift_sammenligning_maal2.csv"


@pytest.fixture
def people(sample_engine):
    """The sample, and a user of each role."""
    for viewer in ROLES.values():
        if viewer.subject:
            users.record(sample_engine, EVERYBODY, User(viewer.subject, viewer.function, viewer.role, viewer.units),
                         reason="prøve")
    return sample_engine


@pytest.fixture
def files(monkeypatch):
    """What the pages that are drawn offer to be fetched: by its name what makes it."""
    offered, whole = {}, MediaFileManager.add_deferred

    def keeping(self, make, *rest, file_name=None, **more):
        offered[file_name] = make
        return whole(self, make, *rest, file_name=file_name, **more)
    monkeypatch.setattr(MediaFileManager, "add_deferred", keeping)
    return offered


def tables(files, role, **address):
    """The tables that somebody of the role is offered on all the pages, by name."""
    files.clear()
    for page in PAGES:
        for app in drawn(role, page, **address):
            assert not app.exception
    return {name: make for name, make in files.items() if name.endswith(".csv")}


@pytest.mark.parametrize(("role", "own"), [
    (Role.CONSULTANT, CONSULTANT), pytest.param(Role.JOBCENTER, MANAGER, marks=pytest.mark.long)])
def test_the_rows_of_ones_own_are_taken_along_and_no_others(people, files, role, own):
    names = {unit.name for unit in PROGRAMME.units if unit.code in own.units}
    offered = tables(files, role)
    cut = [name for name in offered if name.startswith("egne_")]
    for name, make in offered.items():
        if name not in PUBLIC:
            text = make().decode("utf-8-sig")
            assert set(NAMED.findall(text)) <= names, (name, text[:400])
    assert len(cut) > 10 and not OF_ALL & offered.keys()
    whole = tables(files, Role.REGION)
    assert {name.removeprefix("egne_") for name in cut} <= whole.keys() and whole.keys() >= OF_ALL
    assert not [name for name in whole if name.startswith("egne_")]


def test_what_is_taken_along_is_logged_with_whose_it_is(people, files):
    for _ in drawn(Role.JOBCENTER, "sammenligning"):
        pass
    files[GOAL_2]()
    with Session(people) as session:
        [entry] = [each for each in session.exec(select(LogEntry)) if each.action == "hentede"]
    assert (entry.subject, entry.unit, entry.about) == (MANAGER.subject, VIBORG, GOAL_2)


def test_a_right_that_is_lost_meanwhile_gives_no_row(people, files):
    for _ in drawn(Role.JOBCENTER, "sammenligning"):
        pass
    users.record(people, EVERYBODY, User(MANAGER.subject, MANAGER.function, Role.JOBCENTER, frozenset({SKIVE})),
                 reason="prøve")
    text = files[GOAL_2]().decode("utf-8-sig")
    assert "Skive" in text and "Viborg" not in text
    users.record(people, EVERYBODY, User(MANAGER.subject, MANAGER.function, Role.OPERATIONS), reason="prøve")
    with pytest.raises(Unfetched):
        files[GOAL_2]()


def test_it_is_said_that_the_rows_are_ones_own(people):
    own = signed_in(Role.JOBCENTER, "sammenligning").get("download_button")
    assert {each.label for each in own} == {"Hent egne rækker (CSV)"}
    assert {each.label for each in signed_in(Role.REGION, "sammenligning").get("download_button")} == {"Hent CSV"}
