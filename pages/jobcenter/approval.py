"""»Set og godkendt«: the month's figures as they stand and as they were approved, and the one click that says so."""

from datetime import date

import pandas as pd
import streamlit as st

from model.access.rights import Action, may
from model.access.viewer import Viewer
from model.basics.formatting import capital, month_long
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.approvals.figures.approved import Approved, approved, digest, of_month
from model.subjects.approvals.figures.stated import Fact, by_key, in_order
from model.subjects.approvals.words import approved as words
from model.subjects.approvals.words.stated import stated_words
from model.writing import approving
from pages.shared import address, data, drawing, forms, layout, navigation, viewer, writing

TAB = "Tallene bag"
HOW = ("Godkendelsen er frivillig, og den låser ikke noget. Bliver et tal rettet bagefter, står der ved tallene, hvor "
       "mange der er ændret, siden de blev godkendt.")


def way_in(snapshot: Snapshot, code: str, month: date) -> None:
    """Where a month can be approved: shown to whoever may, while there is something to approve."""
    if not _may_write(snapshot, code) or not of_month(snapshot, code, month):
        return
    found = approved(snapshot, code, month)
    if found is None or found.since:
        href = address.link("jobcenter", jobcenter=code, **{navigation.TAB: TAB})
        st.html(f'<p class="fd-line"><a href="{drawing.text(href)}">Se og godkend tallene for {month_long(month)}</a>'
                f"</p>")


def panel(snapshot: Snapshot, code: str, month: date) -> None:
    """What stands of the month and what was approved of it; below it the click, for those whose word it is."""
    stands = of_month(snapshot, code, month)
    found = approved(snapshot, code, month)
    if not stands and found is None:
        return
    writes = _may_write(snapshot, code)
    waits = writes and (found is None or bool(found.since))  # the figures are to be seen before the click
    st.html(_shown(snapshot, code, month, waits))
    if not writes:
        return
    who = writing.writer()
    with st.container(horizontal=True, vertical_alignment="center", key="approval_buttons"):
        if stands and waits:
            _approve(code, month, stands, who)
        if found is not None:
            _withdraw(found, who)
    st.caption(HOW if who.function else f"Skriv først, hvem du er. {HOW}")


def _may_write(snapshot: Snapshot, code: str) -> bool:
    return snapshot.as_of is None and may(viewer.current(), Action.APPROVE, code)


def _approve(code: str, month: date, stands: tuple[Fact, ...], who: Viewer) -> None:
    shown = digest(stands)
    about = f"{code}_{month:%Y_%m}_{shown[:8]}"  # a click on figures that are others by now belongs to no button
    forms.save(forms.form("approve", about), "Set og godkendt",
               lambda once: approving.approve(data.engine(), jobcenter=code, month=month, seen=shown, viewer=who,
                                              once=once),
               done=f"Tallene for {month_long(month)} er set og godkendt.", content=(code, month, shown), alone=False,
               ready=bool(who.function), primary=True)


def _withdraw(found: Approved, who: Viewer) -> None:
    forms.save(forms.form("unapprove", found.number), "Tag godkendelsen tilbage",
               lambda once: approving.withdraw(data.engine(), found.number, viewer=who, once=once),
               done=f"Godkendelsen af tallene for {month_long(found.month)} er taget tilbage.", content=(), alone=False,
               ready=bool(who.function))


@remembered
def _shown(snapshot: Snapshot, code: str, month: date, unfolded: bool) -> str:
    """What is said of the approval, what differs, and the figures themselves."""
    found = approved(snapshot, code, month)
    said = f"{capital(words.sentence(found))}." if found else f"Tallene for {month_long(month)} er ikke godkendt endnu."
    changes = words.changes(snapshot, found, code) if found else ()
    table = _table(snapshot, code, month, found)
    return (layout.heading(words.TITLE, " ".join(filter(None, (said, words.elsewhere(snapshot, code, month)))))
            + (drawing.listing(changes) if changes else "")
            + (table if unfolded else drawing.folded(f"Tabel: tallene for {month_long(month)}", table)))


def _table(snapshot: Snapshot, code: str, month: date, found: Approved | None) -> str:
    now, then = by_key(of_month(snapshot, code, month)), by_key(found.then if found else ())
    rows = [{"Tal": MAANEDSTAL.field(fact[1]).heading, "Nu": stated_words(now.get(key))}
            | ({"Godkendt": stated_words(then.get(key))} if found else {})
            for key, fact in by_key(in_order((then | now).values())).items()]
    frame = pd.DataFrame(rows)
    return drawing.table(frame, alt=f"Tabel: tallene for {month_long(month)}", numbers=frame.columns[1:])
