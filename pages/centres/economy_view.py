"""How the calculation is laid out: cards with their caveats, the table, the two prices and what follows."""

from datetime import date

import pandas as pd
import streamlit as st

from model.documents import file_names
from model.programmes.current import PRICES
from model.subjects.economy.charts.economy import price_chart
from model.subjects.economy.figures.own import Own
from model.subjects.economy.words.calculation import Account
from pages.shared import cards, downloads, drawing, export, layout

PDF = "application/pdf"
FIGURE = "1.625rem"  # of a range in kroner
QUOTES = (("Virksomhedscenter", PRICES.held), ("Kommunalt aktiveringstilbud", PRICES.inputs.municipal.quote),
          ("Begge priser", PRICES.both)) if PRICES else ()


def answer(account: Account) -> None:
    """The four numbers people ask for, each with the caveat that belongs to it."""
    for doubt in account.doubts:
        layout.note(doubt)
    layout.cards(cards.drawn(card, size=FIGURE) for card in account.cards)


def prices(own: Own | None, account: Account) -> None:
    """The two weekly prices, with the words of the source on what each holds."""
    layout.shape(price_chart(account), "oekonomi", right=_right(own))
    quotes = "".join(f"<h3>{name}</h3><blockquote>»{drawing.text(quote)}«</blockquote>" for name, quote in QUOTES)
    st.html(drawing.folded("Hvad priserne rummer, med kildens egne ord", f'<div class="fd-prose">{quotes}</div>'))


def parts(account: Account) -> None:
    """What the price consists of."""
    layout.finding("Hvad pladserne koster")
    table = pd.DataFrame([(part.name, part.year, part.week) for part in account.parts],
                         columns=["Udgift", "Om året", "Pr. plads om ugen"])
    layout.table(table, alt="Tabel: udgifter om året og pr. plads om ugen", numbers=("Om året", "Pr. plads om ugen"))


def budget(account: Account) -> None:
    """What the calculation means for the budget, and what it does not say."""
    st.html(drawing.listing(account.budget))


def own_figures(own: Own | None, account: Account) -> None:
    """What is known of the chosen jobcenter."""
    if own is not None:
        st.html(drawing.folded(f"Kendte tal fra {own.name}", drawing.listing(account.own)))


def sheet(own: Own | None, account: Account, *, day: date, sample: bool) -> None:
    """The calculation as a sheet of paper, made on the click."""
    downloads.file_button("Hent som ark (PDF)", lambda: _sheet(account, day=day, sample=sample),
                          file_names.economy_sheet(own.name if own is not None else ""), PDF,
                          right=_right(own))


def _right(own: Own | None) -> export.Right | None:
    """Of nobody's figures the calculation is everybody's: it rests on the example and what its reader has written."""
    return export.FOR_ANYBODY if own is None else export.of(own.code)


def _sheet(account: Account, *, day: date, sample: bool) -> bytes:
    from model.documents import economy_sheet  # what sets paper is loaded when somebody asks for it

    return economy_sheet.economy_pdf(account, made=day, sample=sample)
