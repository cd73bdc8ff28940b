"""The front page: what the newest edition says, every edition with its address, and what came when."""

from html import escape

from model.basics.formatting import day_long, local_date, month_long, number
from model.documents.screens import Screen, screens
from model.documents.site import figure, parts
from model.documents.site.page import of_edition
from model.documents.site.public import Public
from model.programmes.words import ITSELF
from model.publishing import updates
from model.publishing.as_snapshot import as_snapshot
from model.publishing.edition import Edition, Heading
from model.subjects.goals.figures.region import region
from model.subjects.goals.words.region import absence_title, asked_sentence, region_sentence

STATUS, TILES = "status", "fliser"  # the screens that are shown here
UPDATES = "opdateringer"  # the part that the log stands in
NONE = "Ingen udgivelse gælder lige nu"
WHY_NONE = "Alle udgivelser er trukket tilbage. Herunder står hvorfor."
HEAD = ("Udgivelse", "Dag", "Tal til og med", "Bemærkning")


def front(public: Public) -> str:
    """The page's body."""
    message = _message(public.newest) if public.newest else f"<h1>{NONE}</h1>{parts.paragraph(WHY_NONE, 'lead')}"
    return (f"{message}<section><h2>Alle udgivelser</h2>{_editions(public)}</section>"
            f'<section id="{UPDATES}"><h2>Opdateringer</h2>{_log(public)}</section>')


def when(heading: Heading) -> str:
    """»Udgivelse 3 · 28. februar 2011 · tal til og med februar 2011«."""
    return f"Udgivelse {number(heading.number)} · {day_long(heading.made_on)} · tal til og med " \
           f"{month_long(heading.month)}"


def _message(newest: Edition) -> str:
    """The verdict, also where somebody is missing: that is said under it."""
    heading, told = newest.heading, as_snapshot(newest)
    shown = {screen.key: screen for screen in screens(told, heading.month)}
    whole, status = region(told, heading.month), shown[STATUS]
    under = " · ".join(part for part in (status.subtitle, absence_title(whole.coverage)) if part)

    def file(name: str) -> str:
        return of_edition(heading.number, f"{name}.csv")

    more = parts.link(of_edition(heading.number), f"Alle figurer, tabeller og tal i udgivelse {number(heading.number)}")
    return (f'<p class="kicker">{parts.text(when(heading))}</p><h1>{parts.text(region_sentence(whole))}</h1>'
            f'{parts.paragraph(asked_sentence(told, heading.month))}{parts.paragraph(under, "sub")}'
            f'{figure.cards(status, "h2", file)}{_tiles(shown.get(TILES), heading)}<p class="lead">{more}</p>')


def _tiles(screen: Screen | None, heading: Heading) -> str:
    """One tile a jobcenter; nothing where an edition tells of them together alone."""
    if screen is None or screen.chart is None:
        return ""
    return (f'<section aria-labelledby="fliser-fund"><h2 id="fliser-fund">{parts.text(screen.title)}</h2>'
            f'{parts.paragraph(screen.subtitle, "sub")}'
            f'{figure.drawn(screen.chart, screen.key, of_edition(heading.number, f"{screen.key}.csv"))}'
            f'{parts.paragraph(screen.source, "quiet")}</section>')


def _editions(public: Public) -> str:
    rows = [[parts.link(of_edition(each.heading.number), f"Udgivelse {number(each.heading.number)}"),
             escape(day_long(each.heading.made_on)), escape(month_long(each.heading.month)), _remark(each.heading)]
            for each in reversed(public.editions)]
    return parts.rows_of(HEAD, rows, f"Det, der er offentliggjort om {ITSELF}, nyeste først")


def _remark(heading: Heading) -> str:
    """The note, or of a withdrawn one the reason alone: a note may say a figure."""
    gone = heading.withdrawn
    if gone is None:
        return escape(heading.note)
    return f"<strong>Trukket tilbage {day_long(local_date(gone.at))}:</strong> {escape(gone.reason)}"


def _log(public: Public) -> str:
    lines = [f"<b>{day_long(entry.on)}</b> · "
             f"{parts.link(of_edition(entry.number), f'Udgivelse {number(entry.number)}')} · "
             f"{parts.text(' '.join(entry.sentences))}" for entry in updates.log(public.editions)]
    return parts.listed(lines, "log")
