"""Who may do what, as one table. Pages, documents, commands and programs that send figures all ask here."""

from collections.abc import Mapping
from enum import Enum
from typing import Literal

from model.access.viewer import Role, Viewer, role_name
from model.basics import settings
from model.basics.formatting import listing
from model.basics.refusal import NotDone
from model.programmes.current import PROGRAMME


class Action(Enum):
    """What may be allowed or not. The value is what it is in Danish, as it stands after »at«."""

    SEE_EDITIONS = "se udgivelser"
    SEE_FIGURES = "se tal, der ikke er udgivet"
    SEE_WRITTEN = "se dialogmøder, aftaler og kladder"
    SEE_ORIGINAL = "se indlæste filer"
    EXPORT = "hente dokumenter og filer med tal, der ikke er udgivet"
    UPLOAD = "indlæse og rette tal"
    WRITE = "skrive om møder, aftaler, historier og rykkere"
    APPROVE = "godkende et jobcenters tal"
    UNDO = "fortryde en indlæsning"
    SET_TARGETS = "lægge mål og forudsætninger fast"
    PLAN = "ændre planen og klyngerne"
    PUBLISH = "udgive og trække tilbage"
    MANAGE_USERS = "give og fratage adgang"
    SEE_LOG = "se loggen"
    BACK_UP = "tage sikkerhedskopi og rydde op"


class NotAllowed(NotDone):
    """Somebody may not do what they asked for; the text is Danish and says whom to ask."""


Reach = Literal["every", "own"]
A = Action
OF_OWN: Mapping[Action, Reach] = {
    A.SEE_EDITIONS: "every", A.SEE_FIGURES: "every", A.SEE_WRITTEN: "own", A.SEE_ORIGINAL: "own", A.EXPORT: "own",
    A.UPLOAD: "own", A.WRITE: "own"}
REACH: Mapping[Role, Mapping[Action, Reach]] = {  # an approval is the jobcenter's own word: nobody gives it for them
    Role.PUBLIC: {A.SEE_EDITIONS: "every"},
    Role.JOBCENTER: {**OF_OWN, A.APPROVE: "own"},
    Role.CONSULTANT: OF_OWN,
    Role.REGION: {action: "every" for action in Action if action is not A.APPROVE},
    Role.OPERATIONS: {A.MANAGE_USERS: "every", A.SEE_LOG: "every", A.BACK_UP: "every"}}


def units_of(viewer: Viewer, action: Action) -> frozenset[str] | None:
    """Of which units somebody may do something; None: of every unit, and of what is about none of them."""
    reach = "every" if viewer.unrestricted else REACH[viewer.role].get(action)
    return None if reach == "every" else viewer.units if reach == "own" else frozenset()


def may(viewer: Viewer, action: Action, unit: str = "") -> bool:
    """Whether somebody may do something of a unit; without one: of what is about no unit, or about all of them."""
    units = units_of(viewer, action)
    return units is None or unit in units


def may_somewhere(viewer: Viewer, action: Action) -> bool:
    """Whether somebody may do something at all, if only of a few units: what a page and the menu ask."""
    units = units_of(viewer, action)
    return units is None or bool(units)


def require(viewer: Viewer, action: Action, *units: str) -> None:
    """Raise NotAllowed unless somebody may do something of each of these units; without any: see ``may``."""
    refused = [unit for unit in units or ("",) if not may(viewer, action, unit)]
    if refused:
        raise NotAllowed(refusal(viewer, action, refused))


def require_somewhere(viewer: Viewer, action: Action) -> None:
    """Raise NotAllowed unless ``may_somewhere``."""
    if not may_somewhere(viewer, action):
        raise NotAllowed(refusal(viewer, action, [""]))


def refusal(viewer: Viewer, action: Action, units: list[str]) -> str:
    """Why somebody may not do something of these units, and whom to ask, in Danish."""
    names = {unit.code: unit.name for unit in PROGRAMME.units}
    of_whom = listing([names.get(unit, unit) for unit in units if unit])
    own = listing(sorted(names.get(unit, unit) for unit in units_of(viewer, action) or ()))
    if of_whom and own:
        return f"Du må ikke {action.value} for {of_whom}. Din adgang gælder {own}. {whom_to_ask()}"
    own_only = f" Det må du kun for {own}." if own else ""
    return f"Du må ikke {action.value}{f' for {of_whom}' if of_whom else ''}: din rolle er " \
           f"»{role_name(viewer.role)}«.{own_only} {whom_to_ask()}"


def others_alone(can: str, action: Action, unit: str = "") -> str:
    """Who may do what is not offered, as a sentence. can: what it is, as it stands after »kan«, in Danish."""
    every = [role_name(role) for role, allowed in REACH.items() if allowed.get(action) == "every"]
    known = {each.code: each.name for each in PROGRAMME.units}
    of_unit = [f"de, hvis adgang gælder {known.get(unit, unit)},"] if unit and any(
        allowed.get(action) == "own" for allowed in REACH.values()) else []
    return f"Kun {listing([*every, *of_unit])} kan {can}."


def whom_to_ask(wish: str = "mere adgang") -> str:
    """Who gives access, as a sentence: the installation's mailbox, else whoever is of the organiser or runs the app."""
    mailbox = settings.load().contact
    return f"Skriv til {mailbox}, hvis du skal have {wish}." if mailbox else (
        f"Spørg {PROGRAMME.organiser.short} eller den, der driver Fremdrift, hvis du skal have {wish}.")
