"""»Adgang«: who is let in and as what, and the forms that add, change and end it."""

import pandas as pd
from sqlmodel import Session

from model.access import users
from model.access.users import User
from model.access.viewer import OF_UNITS, Role, role_name
from model.basics.formatting import alphabetical, listing, plural
from model.programmes.current import PROGRAMME
from model.programmes.words import SHORT
from model.store.database import readable
from pages.shared import data, layout, viewer
from pages.users import user_form

TAB = "Adgang"
OPEN = ("Der er ikke sat et login op, så den, der sidder ved denne maskine, kan alt. Brugerne her gælder, når et login "
        "er sat op.")
WHAT = {Role.PUBLIC: "ser kun udgivelser",
        Role.JOBCENTER: "ser alle tal; møder, aftaler, kladder og filer kun for egne jobcentre; indlæser og henter for "
                        "egne",
        Role.CONSULTANT: "det samme for de jobcentre, der er valgt",
        Role.REGION: "kan alt: mål, plan, udgivelser, fortryd og brugere",
        Role.OPERATIONS: "brugere, log og sikkerhedskopier, men ingen tal"}
NAMES = {unit.code: unit.name for unit in PROGRAMME.units}


def heading() -> tuple[str, str]:
    """How many are let in, and by whose word."""
    active = [user for user in _known() if user.active]
    title = f"{plural(len(active), 'bruger', 'brugere')} har adgang" if active else "Ingen brugere har adgang endnu"
    return title, f"{SHORT} og driften giver og fratager adgang. Alt, der ændres, står i loggen."


def show() -> None:
    """Everybody, those too who are not let in any more, what each role may, and the forms."""
    if not viewer.signs_in():
        layout.note(OPEN)
    known = _known()
    if known:
        layout.table(_table(known), alt="Tabel: brugere og deres adgang")
    else:
        layout.empty("Giv den første bruger adgang herunder.")
    roles = pd.DataFrame([(role_name(role), what) for role, what in WHAT.items()], columns=["Rolle", "Må"])
    layout.folded("Hvad må de forskellige roller?", "roles",
                  lambda: layout.table(roles, alt="Tabel: roller og rettigheder"))
    user_form.add(NAMES)
    if known:
        user_form.change(known, NAMES)
        user_form.end([user for user in known if user.active])


def _known() -> list[User]:
    with readable(), Session(data.engine()) as session:
        return users.listed(session)


def _table(known: list[User]) -> pd.DataFrame:
    rows = [(user.function, user.subject, role_name(user.role) if user.active else "ingen adgang", _units(user),
             user.email if user.wants_news else "–") for user in known]
    return pd.DataFrame(rows, columns=["Funktion", "Login", "Rolle", "Jobcentre", "Nyt sendes til"])


def _units(user: User) -> str:
    named = sorted((NAMES.get(code, code) for code in user.units), key=alphabetical)
    return listing(named) if named else "–" if user.role not in (Role.REGION, *OF_UNITS) else "alle"
