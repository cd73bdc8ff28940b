"""Who may do what, spelled out; and a refusal says what, for whom and whom to ask."""

import pytest

from model.access import rights
from model.access.rights import Action, NotAllowed
from model.access.viewer import Role, command_viewer
from tests.viewers import EVERYBODY, MANAGER, OTHER, OWN, ROLES

# what each role may: of everything, of its own units alone, not at all. The columns: public, jobcenter, consultant,
# region, operations
SPELLED = """
SEE_EDITIONS  every every every every no
SEE_FIGURES   no    every every every no
SEE_WRITTEN   no    own   own   every no
SEE_ORIGINAL  no    own   own   every no
EXPORT        no    own   own   every no
UPLOAD        no    own   own   every no
WRITE         no    own   own   every no
APPROVE       no    own   no    no    no
UNDO          no    no    no    every no
SET_TARGETS   no    no    no    every no
PLAN          no    no    no    every no
PUBLISH       no    no    no    every no
MANAGE_USERS  no    no    no    every every
SEE_LOG       no    no    no    every every
BACK_UP       no    no    no    every every
"""
ORDER = (Role.PUBLIC, Role.JOBCENTER, Role.CONSULTANT, Role.REGION, Role.OPERATIONS)
CASES = [(Action[name], role, reach) for name, *reaches in map(str.split, SPELLED.strip().splitlines())
         for role, reach in zip(ORDER, reaches, strict=True)]


def test_the_table_names_every_action():
    assert {action for action, _, _ in CASES} == set(Action)


@pytest.mark.parametrize(("action", "role", "reach"), CASES)
def test_a_role_may_what_is_spelled_out(action, role, reach):
    viewer = ROLES[role]
    found = tuple(rights.may(viewer, action, unit) for unit in (OWN, OTHER, ""))
    assert found == {"every": (True, True, True), "own": (True, False, False), "no": (False, False, False)}[reach]
    assert rights.may_somewhere(viewer, action) is (reach != "no")


@pytest.mark.parametrize("action", Action)
def test_where_nobody_signs_in_and_on_the_command_line_everything_is_allowed(action):
    assert all(rights.may(viewer, action, unit) for viewer in (EVERYBODY, command_viewer("prøve"))
               for unit in (OWN, ""))


def test_a_refusal_names_what_and_for_whom_and_whom_to_ask(monkeypatch):
    with pytest.raises(NotAllowed) as refused:
        rights.require(MANAGER, Action.UPLOAD, OWN, OTHER)
    assert str(refused.value).startswith("Du må ikke indlæse og rette tal for Skive. Din adgang gælder Viborg. Spørg ")
    with pytest.raises(NotAllowed, match=r"Du må ikke fortryde en indlæsning: din rolle er »jobcenter«. Spørg "):
        rights.require(MANAGER, Action.UNDO)
    with pytest.raises(NotAllowed, match=r"skrive om møder.*Det må du kun for Viborg"):
        rights.require(MANAGER, Action.WRITE)


def test_nothing_is_raised_for_what_is_allowed():
    rights.require(MANAGER, Action.UPLOAD, OWN)
    rights.require_somewhere(MANAGER, Action.UPLOAD)
