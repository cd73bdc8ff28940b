"""Every edition with what is known of it, and the form that withdraws one."""

import pandas as pd
import streamlit as st

from model.basics.formatting import day, month_long, number
from model.basics.free_text import personal
from model.programmes.examples import UNIT
from model.publishing import editions
from model.publishing.edition import Heading
from pages.shared import data, drawing, forms, layout, published, writing

NEWEST = 3  # editions that are shown unfolded
SURE = ("Udgivelsen vises ikke mere, og på dens adresse står hvorfor. Det kan ikke fortrydes, og det, der er fortalt, "
        "er stadig kendt: tallene kan være hentet, og de tæller med, når næste udgivelse laves.")
ADDRESS = "En udgivelses adresse ændres ikke, og den står på det, der hentes."
COUNT = "Nye og rettede tal"


def show() -> None:
    """The list, newest first, and withdrawing."""
    known = published.headings()[::-1]
    layout.finding("Udgivelser", ADDRESS if known else "Der er ikke offentliggjort noget endnu.")
    if not known:
        return
    st.html(_table(known[:NEWEST], alt="Tabel: udgivelser, nyeste først"))
    if known[NEWEST:]:
        st.html(drawing.folded("Vis de tidligere", _table(known[NEWEST:], alt="Tabel: tidligere udgivelser")))
    layout.folded("Træk en udgivelse tilbage", "withdraw_panel", lambda: _withdraw(published.standing()))
    forms.receipt(forms.form("withdraw"))


def _table(known: tuple[Heading, ...], *, alt: str) -> str:
    counts = published.counts()
    rows = [(f"Udgivelse {number(each.number)}", month_long(each.month), day(each.made_at), each.made_by,
             number(counts.get(each.number, 0)), each.note or "–", _stands(each)) for each in known]
    frame = pd.DataFrame(rows, columns=["Udgivelse", "Til og med", "Offentliggjort", "Af", COUNT, "Bemærkning",
                                        "Status"])
    links = {f"Udgivelse {number(each.number)}": published.link(each.number) for each in known}
    return drawing.table(frame, alt=alt, numbers=(COUNT,), links=links)


def _stands(each: Heading) -> str:
    gone = each.withdrawn
    return "vises" if gone is None else f"trukket tilbage {day(gone.at)} af {gone.by}: {gone.reason}"


def _withdraw(standing: tuple[Heading, ...]) -> None:
    if not standing:
        layout.empty("Alle udgivelser er trukket tilbage.")
        return
    names = {each.number: published.name(each) for each in standing}
    wanted = st.selectbox("Hvilken?", list(names), format_func=names.__getitem__, key="withdraw_number")
    layout.note(SURE)
    form = forms.form("withdraw", wanted)
    reason = st.text_area("Hvorfor? Offentligheden ser det", key=form.key("reason"), height=80, persist_state="page",
                          max_chars=editions.LONGEST_NOTE, placeholder=f"fx »Et tal fra {UNIT} var forkert«").strip()
    if said := personal(reason):
        layout.answer(said)
    viewer, version = writing.writer(), data.version()
    forms.save(form, f"Træk udgivelse {number(wanted)} tilbage",
               lambda once: editions.withdraw(data.engine(), wanted, viewer=viewer, reason=reason, seen=version,
                                             once=once),
               done=f"Udgivelse {number(wanted)} vises ikke mere.", content=reason, alone=False,
               refused="Udgivelsen er ikke trukket tilbage")
