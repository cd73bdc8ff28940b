"""Forms on virksomhedscentre: open, places, a month's occupancy, pause, reopen, close, and what was written wrong."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import day, today
from model.basics.months import shift
from model.intake.datasets.centre_months import CENTRE_MONTHS
from model.intake.datasets.centres import CENTRES
from model.intake.records import centre_statements as statements
from model.intake.rules.centres import EARLIEST
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures import register
from model.subjects.centres.figures.register import withdrawn
from pages.shared import forms, layout, pickers, reach, record_form, writing
from pages.shared.forms import Form

OTHER, UNTOLD = "En anden branche", "Ikke oplyst"
SECOND_FROM = CENTRES.field("generation_2_fra").heading
SECTORS = ("privat", "offentlig")
PLACES, MONTH, PAUSE, CLOSE, REOPEN, KIND, MOVE, WITHDRAW = (
    "Andet antal pladser", "En måneds belægning", "Pause", "Lukker", "Åbner igen", "Ret sektor, branche og generation",
    "Ret åbningsdato", "Udgår")
WHILE_OPEN, WHILE_SHUT = (PLACES, MONTH, PAUSE, CLOSE, KIND, MOVE, WITHDRAW), (REOPEN, MONTH, KIND, MOVE, WITHDRAW)
HINTS = {
    PLACES: "Tallet gælder alle månederne efter den seneste, hvis pladser er oplyst; er ingen måneds pladser oplyst, "
            "gælder det hele perioden, også måneder, der er gået. Ændrer antallet sig fra en bestemt måned, så skriv "
            "først måneden før ind med dens eget antal pladser under »En måneds belægning«.",
    KIND: "Sektor, branche og dagen, det blev generation 2, rettes i alle centrets perioder, generationens nummer kun "
          "i den seneste. Tømmer du et felt, bliver oplysningen taget tilbage, og du bliver spurgt hvorfor.",
    MOVE: "Den gamle række udgår, og en ny skrives med alt det, der stod i den gamle.",
    WITHDRAW: "Brug det, hvis rækken er skrevet ind ved en fejl. Lukker centret, så vælg »Lukker«.",
    PAUSE: "Centret tæller som lukket, indtil det åbner igen."}


def show(snapshot: Snapshot, code: str | None, chosen: tuple[str, str] | None) -> None:
    """The form for a new centre and, when one is opened (jobcenter, name), for what happens in it."""
    layout.finding("Skriv ind, hvad der sker i centrene",
                   f"Hver ændring bliver en indlæsning for sig. {reach.undoing()}")
    if not reach.jobcenters(snapshot, Action.UPLOAD):
        reach.only_others("skrive om centrene", Action.UPLOAD)
        return
    if record_form.locked(snapshot.as_of):
        return
    viewer = writing.writer()
    with st.expander("Et nyt center åbner"):
        _new(snapshot, code, viewer=viewer)
        forms.receipt(forms.form("centre_new"))
    if chosen is None:
        st.caption("Vælg et center i registret for at rette det, lukke det eller åbne det igen.")
        return
    if not reach.of(Action.UPLOAD, chosen[0]):
        reach.only_others(f"rette {chosen[1]}", Action.UPLOAD, chosen[0])
        return
    with st.expander(f"Ret {chosen[1]}"):
        _change(snapshot, *chosen, viewer=viewer)
        forms.receipt(forms.form("centre_change"))


def _new(snapshot: Snapshot, code: str | None, *, viewer: Viewer) -> None:
    form = forms.form("centre_new")
    left, right = st.columns(2)
    place = reach.jobcenter(snapshot, Action.UPLOAD, key=form.key(f"place_{code}"), place=left,
                            label="Centrets jobcenter", first=code, persists=True)
    name = right.text_input("Virksomhedens navn", key=form.key("name"), persist_state="page", max_chars=120, live=True,
                            help="Virksomhedens, ikke en persons.").strip()
    opened, count = _date(left, "Åbnede den", form.key("opened")), _count(right, "Pladser", form.key("places"))
    sector = left.selectbox("Centrets sektor", SECTORS, index=None, key=form.key("sector"), persist_state="page",
                            placeholder=UNTOLD)
    industry = _industry(snapshot, right, label="Branche", key=form.key("industry"))
    generation = _count(left, "Generation", form.key("generation"))
    second_from = _date(right, SECOND_FROM, form.key("second_from"))
    if not (place and name and opened):
        st.caption("Vælg jobcenter, og skriv virksomhedens navn og dagen, den åbnede.")
        return
    if refused := statements.already(_records(register.stays(snapshot, place, name)), opened):
        st.caption(refused)
        return
    stated = statements.opened(place, name, opened, withdrawn=_records(withdrawn(snapshot, place, name)), pladser=count,
                               sektor=sector, branche=industry, generation=generation, generation_2_fra=second_from)
    record_form.save(form, CENTRES.name, stated, name=f"Nyt center: {name}", viewer=viewer,
                     done=f"{name} er skrevet ind som åbnet {day(opened)}.", button="Gem centret")


def _change(snapshot: Snapshot, code: str, name: str, *, viewer: Viewer) -> None:
    form = forms.form("centre_change", f"{code}_{name}")
    stays, gone = _records(register.stays(snapshot, code, name)), _records(withdrawn(snapshot, code, name))
    still_open = register.is_open(snapshot, code, name)
    what = st.selectbox("Hvad er der sket?", WHILE_OPEN if still_open else WHILE_SHUT,
                        key=form.key(f"what_{still_open}"), persist_state="page")
    if what in HINTS:
        st.caption(HINTS[what])
    period = _period(form, stays) if what in (MOVE, WITHDRAW) else stays[-1]
    if what == KIND:
        stated: list[dict[str, Any]] | str | None = _described(snapshot, form, stays)
    else:
        stated = _opening(form, what, period, stays, gone) if what in (MOVE, REOPEN) else _stated(form, what, period)
    if not stated or isinstance(stated, str):
        st.caption(stated or "Udfyld felterne.")
        return
    record_form.save(form, CENTRE_MONTHS.name if what == MONTH else CENTRES.name, stated, name=f"{what}: {name}",
                     viewer=viewer, done=f"{name}: »{what}« er gemt.", button="Gem ændringen")


def _period(form: Form, stays: list[dict[Any, Any]]) -> Mapping[Any, Any]:
    words = {at: day(stay["opened"].date()) for at, stay in enumerate(stays)}
    return stays[st.selectbox("Perioden, der begyndte den", list(words), index=len(words) - 1,
                              format_func=words.__getitem__, key=form.key("period"), persist_state="page")]


def _stated(form: Form, what: str, period: Mapping[Any, Any]) -> list[dict[str, Any]] | None:
    """The form's rows, or None while a field is empty."""
    if what == WITHDRAW:
        return statements.mistaken(period)
    if what == PLACES:
        count = _count(st, "Centrets pladser", form.key("other_places"))
        return None if count is None else statements.places(period, count)
    if what == MONTH:
        return _month(form, period)
    when = _date(st, "Pause fra den" if what == PAUSE else "Lukkede den", form.key(f"day_{what}"))
    if when is None:
        return None
    reason = statements.PAUSE if what == PAUSE else _reason(form)
    return statements.closed(period, when, reason) if reason else None


def _opening(form: Form, what: str, period: Mapping[Any, Any], stays: list[dict[Any, Any]],
             gone: list[dict[Any, Any]]) -> list[dict[str, Any]] | str | None:
    """The rows of a period that opens on another day, why it cannot, or None while the day is empty."""
    when = _date(st, "Åbnede igen den" if what == REOPEN else "Den rigtige åbningsdato", form.key(f"day_{what}"))
    if when is None:
        return None
    build = statements.reopened if what == REOPEN else statements.moved
    return statements.already(stays, when) or build(period, when, withdrawn=gone)


def _described(snapshot: Snapshot, form: Form, stays: list[dict[Any, Any]]) -> list[dict[str, Any]] | str:
    """The rows in which the centre's kind is said otherwise, or that nothing is."""
    now, (left, right) = stays[-1], st.columns(2)
    keys = {column: form.key(f"kind_{column}") for column in ("sector", "industry", "generation", "generation_2_from")}
    for column, key in keys.items():
        # Set here and not as the field's own start, since a field that starts empty is one that can be emptied.
        st.session_state.setdefault(key, statements.plain(now[column]))
    sector = left.selectbox("Sektor nu", SECTORS, index=None, key=keys["sector"], persist_state="page",
                            placeholder=UNTOLD)
    industry = _industry(snapshot, right, label="Branche nu", key=keys["industry"])
    generation = _count(left, "Generation nu", keys["generation"])
    second_from = _date(right, SECOND_FROM, keys["generation_2_from"])
    stated = statements.described(stays, sector=sector, industry=industry, generation=generation,
                                  second_from=second_from)
    return stated or "Det står allerede sådan. Ret et af felterne."


def _records(rows: pd.DataFrame) -> list[dict[Any, Any]]:
    return rows.to_dict("records")


def _month(form: Form, period: Mapping[Any, Any]) -> list[dict[str, Any]] | None:
    left, middle, right = st.columns(3)
    now = today().replace(day=1)
    first = left.date_input("En dag i måneden", value=shift(now, -1), min_value=EARLIEST, max_value=today(),
                            format=pickers.DAY_FORMAT, key=form.key("month"), persist_state="page")
    count = _count(middle, "Pladser", form.key("month_places"))
    occupied = _count(right, "Besatte", form.key("month_occupied"))
    if first is None or (count is None and occupied is None):
        return None
    return statements.month(period, first.replace(day=1), count=count, occupied=occupied)


def _reason(form: Form) -> str:
    """A reason from the list, or in words of one's own."""
    chosen: str | None = st.selectbox("Hvorfor lukkede det?", statements.REASONS, index=None, key=form.key("because"),
                                      persist_state="page",
                                      placeholder="Vælg en årsag")
    if chosen != statements.REASONS[-1]:
        return chosen or ""
    typed: str = st.text_input("Årsagen med få ord", key=form.key("because_typed"), max_chars=200, live=True,
                               persist_state="page",
                               help="Skriv ikke noget om enkelte personer.")
    return typed.strip()


def _industry(snapshot: Snapshot, place: Any, *, label: str, key: str) -> str | None:
    """A branch that is known already, or in words of one's own."""
    chosen: str | None = place.selectbox(label, (*register.industries(snapshot), OTHER), index=None, key=key,
                                         persist_state="page",
                                         placeholder=UNTOLD)
    if chosen != OTHER:
        return chosen
    typed: str = place.text_input("Branchen med få ord", key=f"{key}_typed", max_chars=80, live=True,
                                  persist_state="page")
    return typed.strip() or None


def _date(place: Any, label: str, key: str) -> date | None:
    found: date | None = place.date_input(label, value=None, min_value=EARLIEST, max_value=today(),
                                          format=pickers.DAY_FORMAT, key=key, persist_state="page")
    return found


def _count(place: Any, label: str, key: str) -> int | None:
    found: int | None = place.number_input(label, value=None, min_value=0, step=1, key=key, persist_state="page")
    return found
