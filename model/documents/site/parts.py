"""The parts of a page of the site: its frame, links, tables and folds. Everything that comes from data is escaped.

What is written is HTML and XML at once, so that a test can read it strictly.
"""

from collections.abc import Iterable
from html import escape

import pandas as pd

from model.basics import settings
from model.basics.spaces import numbers_held
from model.documents.letters import plain
from model.documents.marks import INVENTED
from model.documents.site.page import FRONT, STYLE_FILE, Page
from model.programmes.current import PLAN
from model.programmes.words import ORGANISER, WHOLE_NAME
from model.subjects.support.words.contact import PRIVATE, site_address

SAFE = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
NO_ROWS = "Der er ingen tal endnu."
QUIET = "Siden sætter ingen cookies, henter intet andre steder fra og måler ikke, hvem der læser den."
NAME = f"Fremdrift · {WHOLE_NAME}"


def whole(page: Page, body: str, *, pages: Iterable[Page], invented: bool) -> bytes:
    """A page around ``body``, which is what its <main> holds. pages: those of the menu."""
    up = "../" * page.depth
    mark = f'<p class="invented"><strong>{escape(INVENTED)}</strong></p>' if invented else ""
    return plain(
        f'<!DOCTYPE html>\n<html lang="da"><head><meta charset="utf-8"/>'
        f'<meta http-equiv="Content-Security-Policy" content="{SAFE}"/>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"/>'
        f'<title>{escape(_title(page))}</title><link rel="icon" href="data:,"/>'
        f'<link rel="stylesheet" href="{up}{STYLE_FILE}"/></head><body>'
        f'<a class="skip" href="#indhold">Gå til indhold</a><header><p class="brand">{_home(page, up)}</p>'
        f"{_menu(page, pages, up)}{mark}</header>"
        f'<main id="indhold" tabindex="-1">{body}</main>{_footer()}</body></html>\n').encode()


def link(address: str, words: str) -> str:
    """A link to another file of the site, as seen from the page it stands on."""
    return f'<a href="{escape(address)}">{text(words)}</a>'


def text(words: str) -> str:
    """Words as they stand in a page: a number is not parted from what it is a number of."""
    return escape(numbers_held(words))


def paragraph(words: str, kind: str = "") -> str:
    """A paragraph; nothing where there is nothing to say."""
    chosen = f' class="{kind}"' if kind else ""
    return f"<p{chosen}>{text(words)}</p>" if words else ""


def listed(lines: Iterable[str], kind: str = "") -> str:
    """A list of finished HTML."""
    chosen = f' class="{kind}"' if kind else ""
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"<ul{chosen}>{items}</ul>" if items else ""


def folded(summary: str, content: str) -> str:
    """A part that opens on the reader's wish."""
    return f"<details><summary>{text(summary)}</summary>{content}</details>"


def table(frame: pd.DataFrame, caption: str) -> str:
    """Finished texts as a table that scrolls in a box of its own; the first column heads its row. Without a row it is
    said that there is none.
    """
    if frame.empty:
        return paragraph(NO_ROWS)
    rows = [[escape(str(cell)) for cell in row] for row in frame.itertuples(index=False)]
    return rows_of([str(name) for name in frame.columns], rows, caption)


def rows_of(head: Iterable[str], rows: Iterable[list[str]], caption: str) -> str:
    """The same of cells that are HTML already."""
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    lines = "".join(f'<tr>{_first(first)}{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
                    for first, *cells in rows)
    return (f'<div class="wide" role="group" tabindex="0" aria-label="Tabel: {escape(caption)}"><table>'
            f"<caption>{text(caption)}</caption><thead><tr>{names}</tr></thead><tbody>{lines}</tbody></table></div>")


def _first(cell: str) -> str:
    """The cell that heads its row; one that says nothing heads none."""
    return f'<th scope="row">{cell}</th>' if cell else "<td></td>"


def _title(page: Page) -> str:
    return f"{page.title} · {NAME}" if page.address != FRONT else NAME


def _home(page: Page, up: str) -> str:
    return text(NAME) if page.address == FRONT else link(f"{up}{FRONT}", NAME)


def _menu(page: Page, pages: Iterable[Page], up: str) -> str:
    def entry(other: Page) -> str:
        here = ' aria-current="page"' if other.address == page.address else ""
        return f'<a href="{up}{other.address}"{here}>{text(other.title)}</a>'

    return f'<nav aria-label="Sider">{listed(map(entry, pages))}</nav>'


def _footer() -> str:
    """Whom to write to, and the site that the plan names."""
    mailbox = settings.load().contact
    mail = f'<a href="mailto:{escape(mailbox)}">{escape(mailbox)}</a>' if mailbox else ""
    ask = f"Spørgsmål: skriv til {mail}. {PRIVATE}" if mail else f"Spørgsmål: henvend dig til {escape(ORGANISER)}."
    hard = ("Tilgængelighed: kan du ikke læse eller bruge noget på siden, så {}, og få det på en anden måde."
            .format(f"skriv til {mail}" if mail else f"sig det til {escape(ORGANISER)}"))
    site = f'Aktivitetsplanen henviser til <a href="{escape(site_address())}">{escape(PLAN.website or "")}</a>.'
    return ("<footer>" + "".join(f"<p>{line}</p>" for line in (ask, hard, site if PLAN.website else "") if line)
            + f'<p class="quiet">{QUIET}</p></footer>')
