"""Every file of the public site, by its address: the same editions give the same bytes."""

from collections.abc import Iterator, Mapping

from model.basics.formatting import number
from model.documents.site import edition_page, front, parts, reading
from model.documents.site.page import CALENDAR, FRONT, STORIES, STYLE_FILE, TERMS, Page, of_edition
from model.documents.site.public import Public
from model.documents.site.style import style
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
    heading = edition.heading
    page = Page(of_edition(heading.number), f"Udgivelse {number(heading.number)}")
    yield _page(page, edition_page.body(public, edition), heading.sample)
    yield from edition_page.files(public, edition)


def _page(page: Page, body: str, invented: bool) -> tuple[str, bytes]:
    return page.address, parts.whole(page, body, pages=MENU, invented=invented)
