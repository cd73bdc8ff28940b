"""The conference's screens as one HTML file for a hall without a network: nothing in it asks for anything outside."""

from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path

from model.basics.formatting import month_long
from model.documents import screen_html
from model.documents.faults import Refused
from model.documents.letters import plain
from model.documents.marks import left_out_mark, loud_marks
from model.documents.screens import Screen
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.coverage import default_month

SAFE = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
FRAME = Path(__file__).with_name("offline.css").read_text(encoding="utf-8")
SCRIPT = Path(__file__).with_name("offline.js").read_text(encoding="utf-8")
SMALL = (".screen .place { display: none; } body { overflow: hidden; } "
         "@media (min-height: 500px) { :root { --px: .5px; } body { overflow-x: auto; } }")  # a reader's; scrolled
HINT = "Tryk F11 for fuld skærm · piletasterne skifter"
TURN = ('<nav class="turn" aria-label="Skift skærm"><button type="button" aria-label="Forrige skærm">{left}</button>'
        '<span aria-hidden="true"></span><button type="button" aria-label="Næste skærm">{right}</button></nav>')
ARROW = ('<svg viewBox="0 0 16 16" aria-hidden="true"><polyline points="{points}" fill="none" stroke="currentColor" '
         'stroke-width="2"/></svg>')
LEFT, RIGHT = ARROW.format(points="11,1 4,8 11,15"), ARROW.format(points="5,1 12,8 5,15")


class NothingYet(Refused):
    """The screens were asked for before there was a figure to show; the text is Danish."""


def offline_html(screens: Sequence[Screen], *, snapshot: Snapshot, month: date, start: int = 0) -> str:
    """The screens in their order as one self-contained page; ``start``: which is shown first, counted from 0.

    Raises NothingYet before any figure has come, and ValueError without a screen.
    """
    if default_month(snapshot) is None:
        raise NothingYet(" ".join(f"{said}." for said in (
            "Der er ingen tal endnu", "Der er ikke lavet en fil", left_out_mark(snapshot)) if said))
    if not screens:
        raise ValueError("an offline file needs a screen")
    sections = "".join(screen_html.section(screen, snapshot, place=(at, len(screens)))
                       for at, screen in enumerate(screens, start=1))
    title = f"Konference: {month_long(month)}"
    frame = f'{TURN.format(left=LEFT, right=RIGHT)}<p class="unseen" role="status" aria-live="polite"></p>'
    heading = f'<h1 class="unseen">{escape(_heading(title, snapshot))}</h1><p class="hint">{HINT}</p>'
    return page(f"{title} · Fremdrift", f"<main>{heading}{sections}</main>{frame}<script>{SCRIPT}</script>",
                style=screen_html.STYLE + FRAME, start=min(max(start, 0), len(screens) - 1))


def preview_html(screen: Screen, *, snapshot: Snapshot) -> str:
    """One screen as a page of its own, without keys: a small picture of it, in a high frame one that can be read."""
    drawn = screen_html.section(screen, snapshot, place=(1, 1))
    return page(screen.title, f"<main>{drawn}</main>", style=screen_html.STYLE + FRAME + SMALL, start=0)


def page(title: str, body: str, *, style: str, start: int) -> str:
    """A whole page around ``body``, which may load nothing."""
    return (f'<!DOCTYPE html>\n<html lang="da"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{SAFE}">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{plain(escape(title))}</title>'
            f'<style>{style}</style></head><body data-start="{start}">{plain(body)}</body></html>\n')


def _heading(title: str, snapshot: Snapshot) -> str:
    return " – ".join((title, *loud_marks(snapshot)))
