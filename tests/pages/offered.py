"""What the forms of every page let each role choose, read from the pages as they are drawn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from streamlit.testing.v1 import AppTest

from model.access.rights import Action, may
from model.access.viewer import Role, Viewer
from model.programmes.current import PROGRAMME
from pages.shared import navigation
from tests.pages.folds import OPEN
from tests.pages.test_roles import signed_in
from tests.viewers import ROLES

NAMES = {unit.name: unit.code for unit in PROGRAMME.units}
NAMED = re.compile(rf"\b({'|'.join(sorted(map(re.escape, NAMES), key=len, reverse=True))})\b")
KINDS = ("selectbox", "multiselect", "number_input", "button", "checkbox", "radio", "pills", "segmented_control")
READS = (  # what is chosen to be looked at, of which every figure may be seen: address of the page, start of the key
    ("jobcenter", "jobcenter"), ("sammenligning", "jobcenter"), ("centre", "jobcenter"), ("historier", "jobcenter"),
    ("centre", "center"), ("raadgivning", "visited"), ("brugere", "log_unit"))
TOOLS = "tool_"  # of a figure
WRITES = (  # what a form is about: address of the page, start of the key, what is done of whom is chosen
    ("indberetning", "jobcenter", Action.UPLOAD), ("dialogmoede", "jobcenter", Action.SEE_WRITTEN),
    ("dialogmoede", "status_agreement", Action.WRITE),
    ("kurser", "course_form_", Action.UPLOAD),
    ("kurser", "network_jobcenter", Action.UPLOAD), ("raadgivning", "enquiry_jobcenter", Action.UPLOAD),
    ("raadgivning", "answer_enquiry", Action.UPLOAD), ("raadgivning", "counselled", Action.UPLOAD),
    ("centre", "centre_new_place", Action.UPLOAD),
    ("historier", "story_number", Action.WRITE), ("historier", "story_place", Action.WRITE),
    ("indberetning", "reminder_to", Action.WRITE), ("indberetning", "reminder_", Action.WRITE),
    ("sammenligning", "peers_members", Action.PLAN), ("metode", "target_scope", Action.SET_TARGETS),
    ("brugere", "user_", Action.MANAGE_USERS), ("brugere", "token_", Action.MANAGE_USERS))


@dataclass(frozen=True)
class Offer:
    """One widget that lets whoever looks choose jobcenters: of which page, its key, and their codes."""

    page: str
    key: str
    units: frozenset[str]

    @property
    def action(self) -> Action | None:
        """What is done of whom is chosen; None where it is only looked at. Raises LookupError for one unknown here."""
        for page, start, action in WRITES:
            if page == self.page and self.key.startswith(start):
                return action
        if self.key.startswith((TOOLS, *(start for page, start in READS if page == self.page))):
            return None
        raise LookupError(f"{self.page}: »{self.key}« names jobcenters; tests/pages/offered.py must say if it writes")


def offers(app: AppTest, page: str) -> Iterator[Offer]:
    """Every widget of the page that names a jobcenter in what can be chosen of it."""
    for kind in KINDS:
        for widget in app.get(kind):
            words = [*getattr(widget, "options", []), widget.label, *_in_key(str(widget.key))]
            if units := frozenset(NAMES[name] for each in words for name in NAMED.findall(str(each))):
                yield Offer(page, str(widget.key), units)


def _in_key(key: str) -> list[str]:
    """The jobcenter that a button of a row is about, by its name."""
    return [name for name, code in NAMES.items() if key.startswith(f"reminder_{code}_")]


def drawn(role: Role, page: str, /, **session: object) -> Iterator[AppTest]:
    """The page as somebody of the role sees it, on each of its tabs, with every fold and form open."""
    unfolded = {**OPEN, "all_to_remind": True, **session}
    first = signed_in(role, page, unfolded)
    yield first
    for tab in first.tabs[1:]:
        yield signed_in(role, page, unfolded, fane=tab.label)


def offered(role: Role, page: str, /, **session: object) -> dict[tuple[str, Action], frozenset[str]]:
    """By the start of the key and the action, the codes that somebody of the role can choose on the page."""
    found: dict[tuple[str, Action], frozenset[str]] = {}
    for app in drawn(role, page, **session):
        assert not app.exception, app.exception
        for offer in offers(app, page):
            if (action := offer.action) is not None:
                key = next(start for place, start, _ in WRITES if place == page and offer.key.startswith(start)), action
                found[key] = found.get(key, frozenset()) | offer.units
    return found


def faults(role: Role, page: str, whole: dict[tuple[str, Action], frozenset[str]], /, **session: object) -> list[str]:
    """Each form that offers the role anything but the units of which it may, among what is ``whole``: all there is."""
    who: Viewer = ROLES[role]
    found = offered(role, page, **session)
    wanted = {key: frozenset(unit for unit in units if may(who, key[1], unit)) for key, units in whole.items()}
    none: frozenset[str] = frozenset()
    return [f"{role} {page} {key[0]}: {sorted(found.get(key, none))}, not {sorted(wanted.get(key, none))}"
            for key in sorted({*found, *wanted}, key=str) if found.get(key, none) != wanted.get(key, none)]


PAGES = sorted({entry.address for entry in navigation.SHOWN} - {"", "konference", "udgivelse"})  # none writes of units
