"""What would be published: what is new in it, what to know first, and the pictures exactly as the public sees them."""

from datetime import date

import streamlit as st

from model.basics.formatting import month_key, month_long, parse_month_key
from model.documents.screens import chosen, screens
from model.publishing.edition import Edition
from model.publishing.fresh import Fresh, lines
from model.subjects.goals.figures import coverage
from model.subjects.goals.words.lines import status_line
from pages.shared import address, data, layout, pickers, pictures, published
from pages.shared.drawing import listing
from pages.shared.escaping import escape

BESIDE = 4  # pictures in a row
EARLIER = "Adressen nævner en måned, som ikke kan offentliggøres nu."


def month() -> date:
    """The month that would be published. Draws the picker."""
    words = {month_key(each): f"{month_long(each)}{_provisional(each)}" for each in published.offered()}
    return parse_month_key(pickers.choose("Måned", address.MONTH, list(words), default=month_key(published.default()),
                                          words=words.__getitem__, refusal=EARLIER))


def _provisional(month: date) -> str:
    return "" if coverage.coverage(data.everything(), month).final else " (foreløbig)"


def heading(made: Edition) -> None:
    """How much is new, and of which figures."""
    month = made.heading.month
    layout.header(_title(made, published.fresh(made)), status_line(published.preview(month), month))


def _title(made: Edition, added: Fresh) -> str:
    month = month_long(made.heading.month)
    if not published.worth(made):
        return f"Udgivelse: intet nyt at offentliggøre for {month}"
    return f"Udgivelse: {added.count or 'ingen nye tal'} til og med {month}"


def what_is_new(made: Edition) -> None:
    """What is told for the month, and the remarks that somebody should know of first."""
    something = published.worth(made)
    if something and (told := lines(made, published.fresh(made))):
        st.html(f"{layout.heading('Det er nyt')}{listing(told)}")
    if remarks := [each.text for each in published.remarks(made.heading.month)]:
        title = "Se efter, før der offentliggøres" if something else "Det er værd at vide"
        st.html(f"{layout.heading(title)}{listing(remarks)}")


def preview(made: Edition) -> None:
    """The screens of the preview, as the public would see them."""
    month = made.heading.month
    snapshot = published.preview(month)
    if coverage.default_month(snapshot) is None:
        layout.finding("Sådan ser offentligheden det", layout.nothing_yet(snapshot, month))
        return
    link = escape(f"{published.link(published.PREVIEW)}&{address.MONTH}={month_key(month)}")
    st.html(f"{layout.heading('Sådan ser offentligheden det')}<p>Prøvevisning, ikke offentliggjort. "
            f'<a href="{link}">Åbn prøvevisningen i Konference</a></p>')
    picked = chosen(screens(snapshot, month), ())
    for begin in range(0, len(picked), BESIDE):
        for at, place in enumerate(st.columns(BESIDE), start=begin):
            if at < len(picked):
                with place, st.container(key=f"conference_picture_{at}"):
                    pictures.picture(picked[at], snapshot, month, at)
