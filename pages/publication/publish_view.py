"""What would be published: what is new in it, what to know first, and the pictures exactly as the public sees them."""

from datetime import date

import streamlit as st

from model.basics.formatting import month_key, month_long, parse_month_key
from model.basics.spaces import numbers_held
from model.documents.screens import chosen, screens
from model.publishing.edition import Edition, Heading
from model.publishing.fresh import Fresh, lines
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures import coverage
from model.subjects.goals.words.lines import status_line
from pages.shared import address, data, forms, layout, next_edition, pickers, pictures, published
from pages.shared.drawing import listing
from pages.shared.escaping import escape

BESIDE = 5  # pictures in a row
PUBLIC = "Sådan ser offentligheden det"
EARLIER = "Adressen nævner en måned, som ikke kan offentliggøres nu."


def month() -> date:
    """The month that would be published. Draws the picker."""
    words = {month_key(each): f"{month_long(each)}{_provisional(each)}" for each in next_edition.offered()}
    first = month_key(next_edition.default())
    return parse_month_key(pickers.choose("Måned", address.MONTH, list(words), default=first,
                                          words=words.__getitem__, refusal=EARLIER))


def _provisional(month: date) -> str:
    """A month of which all is withheld is as little ready to be told as one that few have reported."""
    now = data.everything()
    return "" if coverage.coverage(now, month).final and coverage.known(now, month) else " (foreløbig)"


def heading(made: Edition) -> None:
    """How much is new, and of which figures; where it has just been published, that it is, and the way to it."""
    if next_edition.worth(made) or not forms.receipt(forms.form("publish"), _receipt):
        snapshot, month, _ = _seen(made)
        layout.header(_title(made, next_edition.fresh(made)), status_line(snapshot, month))


def _receipt(words: str) -> None:
    ways = [(published.link(each.number), f"Se {published.name(each).lower()}") for each in published.standing()[:1]]
    links = "".join(f'<p class="fd-line"><a href="{escape(where)}">{escape(to)}</a></p>' for where, to in ways)
    st.html(f'<div class="fd-head fd-answer" role="status" tabindex="-1"><h1>{escape(numbers_held(words))}</h1>'
            f"{links}</div>")


def _seen(made: Edition) -> tuple[Snapshot, date, Heading]:
    """What the public would see and its month: where nothing is new the newest edition, which they do see."""
    newest = None if next_edition.worth(made) else published.edition()
    if newest is None:
        return next_edition.preview(made.heading.month), made.heading.month, made.heading
    return published.public(newest), newest.heading.month, newest.heading


def _title(made: Edition, new: Fresh) -> str:
    month = month_long(made.heading.month)
    if not next_edition.worth(made):
        return f"Udgivelse: intet nyt at offentliggøre for {month}"
    return f"Udgivelse: {new.added.words} til og med {month}"


def what_is_new(made: Edition) -> None:
    """What is told for the month, and the remarks that somebody should know of first."""
    something = next_edition.worth(made)
    if something and (new := lines(made, next_edition.fresh(made))):
        st.html(f"{layout.heading('Det er nyt')}{listing(new)}")
    if remarks := [each.text for each in next_edition.remarks(made.heading.month)]:
        title = "Se efter, før der offentliggøres" if something else "Det er værd at vide"
        st.html(f"{layout.heading(title)}{listing(remarks)}")


def preview(made: Edition) -> None:
    """The screens as the public would see them, or sees them."""
    snapshot, month, heading = _seen(made)
    if coverage.default_month(snapshot) is None:
        layout.finding(PUBLIC, layout.nothing_yet(snapshot, month))
        return
    st.html(f"{layout.heading(PUBLIC)}<p>{_which(heading)}</p>")
    picked = chosen(screens(snapshot, month), ())
    for begin in range(0, len(picked), BESIDE):
        for at, place in enumerate(st.columns(BESIDE), start=begin):
            if at < len(picked):
                with place, st.container(key=f"conference_picture_{at}"):
                    pictures.picture(picked[at], snapshot, month, at)


def _which(heading: Heading) -> str:
    """Whether it is published, with the way to all of it."""
    if heading.number:
        return f'<a href="{escape(published.link(heading.number))}">{escape(published.name(heading))}</a>'
    link = escape(f"{published.link(published.PREVIEW)}&{address.MONTH}={month_key(heading.month)}")
    return f'Prøvevisning, ikke offentliggjort. <a href="{link}">Åbn prøvevisningen i Konference</a>'
