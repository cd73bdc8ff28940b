"""»Afsendere«: what programs send figures with: who has a token, for what, and the forms that make and end one."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from sqlmodel import Session

from model.access import tokens
from model.access.tokens import Token
from model.access.users import LONGEST
from model.basics.formatting import alphabetical, day, listing, local_date
from model.programmes.current import PROGRAMME
from model.store.database import readable
from pages.shared import data, forms, layout, writing

TAB = "Afsendere"
WHAT = ("Et program kan sende filer og hente tal ved at vise en nøgle. Hvert program har sin egen nøgle, som kun "
        "gælder de jobcentre, den er lavet til. Fremdrift gemmer den ikke.")
ONCE = "Giv nøglen til den, der skal bruge den, på en sikker måde. Når du har skjult den, kan den ikke vises igen."
REFUSED = "Der er ikke ændret noget"
NAMES = {unit.code: unit.name for unit in PROGRAMME.units}
SHOWN = "token_shown"  # in the session: the token made last, until it is hidden


def show() -> None:
    """Every token, those too that have ended, and the forms."""
    layout.note(WHAT)
    with readable(), Session(data.engine()) as session:
        known = tokens.listed(session)
    if known:
        layout.table(_table(known), alt="Tabel: afsendernøgler")
    else:
        layout.empty("Ingen programmer sender tal endnu.")
    _made_last()
    _make()
    _end([token for token in known if token.ended_at is None])


def _table(known: Sequence[Token]) -> pd.DataFrame:
    rows = [(token.id, token.name, token.function, _units(token), day(local_date(token.made_at)),
             f"til {day(local_date(token.ended_at))}" if token.ended_at else "ja") for token in known]
    return pd.DataFrame(rows, columns=["Nr.", "Program", "Funktion", "Jobcentre", "Lavet", "Gælder"])


def _units(token: Token) -> str:
    return listing(sorted((NAMES.get(code, code) for code in token.units), key=alphabetical))


def _made_last() -> None:
    """The token itself, until whoever made it has taken it: a second click may draw the page twice."""
    made = st.session_state.get(SHOWN)
    if made is not None:
        st.code(made, language=None)
        st.caption(ONCE)
        st.button("Skjul nøglen", key="token_hide", on_click=lambda: st.session_state.pop(SHOWN, None))


def _make() -> None:
    folded = st.expander("Lav en afsendernøgle", key="token_add_panel", on_change="rerun")
    if folded.open:
        with folded:
            form = forms.form("token_add")
            left, right = st.columns(2)
            name = left.text_input("Program", key=form.key("name"), max_chars=LONGEST, live=True,
                                   placeholder="fx »fagsystemet«").strip()
            function = right.text_input("Funktion", key=form.key("function"), max_chars=LONGEST, live=True,
                                        help="Vises ved det, programmet sender: en funktion, ikke et navn.").strip()
            units = st.multiselect("Jobcentre", sorted(NAMES, key=lambda code: alphabetical(NAMES[code])),
                                   format_func=lambda code: NAMES[code], key=form.key("units"),
                                   placeholder="Vælg et eller flere")
            reason = _reason(form)
            viewer = writing.writer()

            def write(_: object) -> None:
                st.session_state[SHOWN] = tokens.make(data.engine(), viewer, name=name, function=function, units=units,
                                                      reason=reason)[1]

            lacking = _lacking({"et program": name, "en funktion": function, "et jobcenter": units,
                                "en begrundelse": reason, "hvem du er": viewer.function})
            forms.save(form, "Lav nøglen", write, done=f"Nøglen til {name} er lavet.", alone=False, ready=not lacking,
                       content=(name, function, units, reason), primary=True, refused=REFUSED)
            st.caption(lacking)
    forms.receipt(forms.form("token_add"))


def _end(active: Sequence[Token]) -> None:
    folded = st.expander("Fratag en afsendernøgle", key="token_end_panel", on_change="rerun")
    if folded.open and active:
        with folded:
            by_number = {token.id: token for token in active}
            token = by_number[st.selectbox("Nøgle", list(by_number), key="token_end_which", format_func=lambda number:
                                           f"nr. {number}: {by_number[number].name}")]
            form = forms.form("token_end", token.id)
            reason, viewer = _reason(form), writing.writer()
            lacking = _lacking({"en begrundelse": reason, "hvem du er": viewer.function})
            forms.save(form, "Fratag nøglen",
                       lambda _: tokens.end(data.engine(), viewer, token.id, reason=reason), ready=not lacking,
                       done=f"Nøglen til {token.name} gælder ikke mere.", content=reason, alone=False, primary=True,
                       refused=REFUSED)
            st.caption(lacking or "Gælder fra programmets næste kald.")
    forms.receipt(forms.form("token_end"))


def _reason(form: forms.Form) -> str:
    reason: str = st.text_input("Begrundelse", key=form.key("reason"), max_chars=LONGEST, live=True,
                                placeholder="fx »Nyt fagsystem fra 1. maj«")
    return reason.strip()


def _lacking(asked: dict[str, object]) -> str:
    lacking = [words for words, given in asked.items() if not given]
    return f"Skriv eller vælg først {listing(lacking)}." if lacking else ""
