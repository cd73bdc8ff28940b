"""Every file of the public site, by its address: the same editions give the same bytes."""

from collections.abc import Iterator, Mapping

from model.basics.formatting import number
from model.documents.screens import screens
from model.documents.site import edition_page, front, parts, reading
from model.documents.site.page import CALENDAR, FRONT, STORIES, STYLE_FILE, TERMS, Page, of_edition
from model.documents.site.public import Public
from model.documents.site.style import style
from model.publishing.as_snapshot import as_snapshot
from model.publishing.edition import Edition

MENU = (Page(FRONT, "Forside"), Page(STORIES, "Historier"), Page(CALENDAR, "Kalender"), Page(TERMS, "Begreber"))


def files(public: Public) -> Mapping[str, bytes]:
    """The whole site. Nothing in it is reckoned of anything but the editions."""
    home, told, days, terms = MENU
    made = [(STYLE_FILE, style().encode()), _page(home, front.front(public), public.sample),
            _page(told, reading.stories_page(public), public.sample),
            _page(days, reading.calendar_page(public), public.sample),
            _page(terms, reading.terms_page(public), public.sample)]
    made += [file for edition in public.editions for file in _edition(public, edition)]
    return dict(sorted(made))


def _edition(public: Public, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """An edition's page and what stands beside it; of one that is withdrawn the page alone."""
    heading = edition.heading
    page = Page(of_edition(heading.number), f"Udgivelse {number(heading.number)}")
    if heading.withdrawn is not None:
        yield _page(page, edition_page.withdrawn_body(public, heading, heading.withdrawn), heading.sample)
        return
    told = as_snapshot(edition)
    shown = screens(told, heading.month)
    yield _page(page, edition_page.body(public, edition, told, shown), heading.sample)
    yield from edition_page.files(edition, shown)


def _page(page: Page, body: str, invented: bool) -> tuple[str, bytes]:
    return page.address, parts.whole(page, body, pages=MENU, invented=invented)
