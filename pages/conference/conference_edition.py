"""Which edition the conference shows: the address's, else the newest, else how the next one would be."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from model.basics.formatting import listing, month_long, number
from model.drawing.words import full_stop
from model.publishing.edition import Edition, Heading
from model.publishing.updates import withdrawn_words
from model.snapshot.snapshot import Snapshot
from pages.shared import address, layout, next_edition, pickers, published
from pages.shared.escaping import escape
from pages.shared.navigation import CONFERENCE, PUBLICATION

NONE_YET = "Der er ikke offentliggjort noget endnu."
NO_NUMBER = "Adressen nævner en udgivelse, som ikke findes."


@dataclass(frozen=True)
class Shown:
    """What an edition tells, or would tell; ``refused``: what is said of the one that the address names instead."""

    snapshot: Snapshot
    month: date
    heading: Heading
    threshold: int
    refused: str = ""

    @property
    def number(self) -> int:
        """Which edition; 0: it is not published."""
        return self.heading.number


def wanted() -> Shown:
    """The edition that the address names and may be shown."""
    named = st.query_params.get(published.WANTED, "")
    newest = published.edition()
    if newest is None or named == published.PREVIEW:
        month = next_edition.month()
        made = next_edition.proposed(month)
        return _shown(made, next_edition.preview(month), _refused(named))
    if named in {str(each.number) for each in published.standing()}:
        newest = published.edition(int(named)) or newest
    return _shown(newest, published.public(newest), _refused(named))


def _shown(edition: Edition, snapshot: Snapshot, refused: str) -> Shown:
    return Shown(snapshot, edition.heading.month, edition.heading, edition.published.limits.threshold, refused)


def _refused(named: str) -> str:
    """Why the edition that the address names is not shown; empty where it is, or names none."""
    if not named or named == published.PREVIEW:
        return ""
    known = next((each for each in published.headings() if str(each.number) == named), None)
    if known is None:
        return NO_NUMBER
    gone = withdrawn_words(known)
    return full_stop(gone) if gone else ""


def choice(shown: Shown) -> None:
    """The picker of editions; where none stands there is nothing to choose between."""
    standing = published.standing()
    if not standing:
        if shown.refused:
            layout.note(shown.refused)
        return
    words = {str(each.number): published.name(each) for each in standing}
    words[published.PREVIEW] = "Prøvevisning af den næste"
    pickers.choose("Udgivelse", published.WANTED, list(words), default=str(standing[0].number),
                   words=words.__getitem__, refusal=shown.refused or NO_NUMBER)


def remarks(shown: Shown) -> None:
    """What is to be known of the edition: that it is none yet, its note, and that a later one corrects it."""
    if not shown.number:
        _preview(shown)
    if shown.heading.note:
        layout.note(f"Skrevet ved udgivelsen: {shown.heading.note}")
    release = shown.snapshot.release
    if release is not None and release.corrected_in:
        later = listing(map(number, release.corrected_in))
        layout.note(f"Tal i denne udgivelse er rettet i udgivelse {later}. Det står også på det, der hentes her.")


def _preview(shown: Shown) -> None:
    """That it is not published, which no reader can miss, with the way to where it is."""
    none = "" if published.standing() else f"{NONE_YET} "
    where = address.link(PUBLICATION, maaned=f"{shown.month:%Y-%m}")
    st.html(f'<p class="fd-past"><strong>Prøvevisning, ikke offentliggjort.</strong> {escape(none)}'
            f"Sådan ville {escape(month_long(shown.month))} blive vist. "
            f'<a href="{escape(where)}">Gå til Udgivelse</a></p>')


def public_address(shown: Shown) -> str:
    """The edition's own address as others may open it; "" where it has none, or where the app's is not known."""
    return address.public(CONFERENCE, **{published.WANTED: str(shown.number)}) if shown.number else ""
