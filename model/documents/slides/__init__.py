"""A deck of slides with the screens of a conference: native charts that can be edited, one message a slide."""

import io
from collections.abc import Sequence
from datetime import date

from pptx.presentation import Presentation as Deck

from model.basics.formatting import month_long
from model.documents.known import NothingToShow, refusal
from model.documents.letters import plain, throughout
from model.documents.marks import left_out_mark, preview_mark
from model.documents.screens import Screen
from model.documents.slides import deck as decks
from model.documents.slides import frame as frames
from model.documents.slides import notes
from model.documents.slides.bodies import Body, bodies
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.left_out import region_name
from model.subjects.goals.words.wording import withheld_words

GOES_ON = " (fortsat)"


def slides_pptx(snapshot: Snapshot, month: date, screens: Sequence[Screen], *, code: str | None = None) -> bytes:
    """The screens in their order as PPTX, 13.333 × 7.5 inches; ``code``: the jobcenter whose screens they are.

    Raises NothingToShow where every figure is hidden or unknown, and KeyError for an unknown code.
    """
    who = (region_name(snapshot, inside=True) if code is None
           else f"Jobcenter {plain(snapshot.jobcenters.loc[code, 'name'])}")
    screens = throughout(tuple(screens), plain)
    without = left_out_mark(snapshot) if code is None else ""
    if none := refusal(screens, who=who, withheld=withheld_words(snapshot), without=without):
        raise NothingToShow(none)
    return deck_pptx(snapshot, screens, title=f"Fremdrift: {who}, {month_long(month)}")


def deck_pptx(snapshot: Snapshot, screens: Sequence[Screen], *, title: str) -> bytes:
    """The same of any screens, whether they know anything or not; ``title``: what the file calls itself."""
    deck = decks.empty()
    for screen in throughout(tuple(screens), plain):
        _add(deck, snapshot, screen)
    decks.describe(deck, snapshot, title)
    decks.in_danish(deck)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _add(deck: Deck, snapshot: Snapshot, screen: Screen) -> None:
    """The screen's slide, and further ones where it does not fit on one."""
    marks = notes.marks(snapshot, screen)
    room = frames.frame(screen, marks, title=f"{screen.title}{GOES_ON}").body
    for at, body in enumerate(bodies(screen, room)):
        _slide(deck, snapshot, screen, body, title=f"{screen.title}{GOES_ON}" if at else screen.title)


def _slide(deck: Deck, snapshot: Snapshot, screen: Screen, body: Body, *, title: str) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    found = frames.frame(screen, notes.marks(snapshot, screen), title=title, above=preview_mark(snapshot))
    frames.draw(slide, found)
    frames.draw_above(slide, found)
    body(slide, found.body)
    frames.draw_foot(slide, found)
    notes.write(slide, notes.text(snapshot, screen))
