"""What a participant costs in a week, here and in municipal activation, with what each price holds beside it."""

from functools import partial

import pandas as pd

from model.basics.formatting import capital
from model.drawing.chart import Chart
from model.drawing.shapes import Bar, Bars
from model.drawing.words import alt_text
from model.subjects.economy.figures.inputs import Range
from model.subjects.economy.words.calculation import Account
from model.subjects.economy.words.wording import exact_kroner, kroner

HERE, MUNICIPAL = "Plads i center", "Plads i kommunalt tilbud"
WITHOUT, WITH = "uden husleje, administration og ledelse", "med husleje, administration og ledelse"
SUPPORT = "Kroner for en deltager om ugen. Ingen af priserne indeholder støtteaktiviteter."
APART = "De to tal kan ikke trækkes fra hinanden, som de står."
HOW = ("Den fyldte bjælke er prisen for en deltager om ugen. Er prisen et spænd, når rammen til det højeste tal. "
       "Priserne rummer ikke de samme udgifter; hvad der er med, står ved hver bjælke.")


def price_chart(account: Account) -> Chart:
    """Bars: kroner for a participant in a week, each with what its price holds."""
    here = account.outcome.full_week or account.outcome.participant_week
    held = WITH if account.outcome.full_week else WITHOUT
    prices = ((HERE, here, held), (MUNICIPAL, account.inputs.municipal, WITH))
    title = _title(here, account.inputs.municipal, same=held == WITH)
    bars = Bars(tuple(_bar(*price) for price in prices), maximum=_longest(here, account.inputs.municipal))
    return Chart(
        kind="bars", title=title, subtitle=SUPPORT if held == WITH else f"{SUPPORT} {APART}", source=account.source,
        alt=alt_text("Søjler", *(f"{name}: {exact_kroner(price)} {what}" for name, price, what in prices)),
        make_table=lambda: pd.DataFrame(
            [(name, exact_kroner(price), what.capitalize()) for name, price, what in prices],
            columns=["Plads", "En deltager om ugen", "Hvad prisen rummer"]),
        make_data=partial(_data, account), how_to_read=HOW, shape=bars)


def _title(here: Range | None, municipal: Range, *, same: bool) -> str:
    if here is None:
        return "Uden besatte pladser er der ingen pris for en deltager"
    if same:
        return f"En deltager koster {exact_kroner(here)} om ugen mod {exact_kroner(municipal)}"
    return f"{capital(exact_kroner(here))} uden og {exact_kroner(municipal)} med husleje, administration og ledelse"


def _bar(name: str, price: Range | None, held: str) -> Bar:
    if price is None:
        return Bar(name, None, f"{exact_kroner(price)}")
    outline = None if len(price.ends) == 1 else float(price.high)
    return Bar(name, float(price.low), f"{exact_kroner(price)} {held}", outline=outline)


def _longest(here: Range | None, municipal: Range) -> float:
    return float(max(municipal.high, here.high if here is not None else municipal.high))


def _data(account: Account) -> pd.DataFrame:
    """The whole calculation for a spreadsheet: its inputs and what the price consists of."""
    rows = [("Forudsætning", line.label, line.value, line.origin) for line in account.lines]
    rows += [("Udgift om året", part.name, part.year, "Beregnet") for part in account.parts]
    rows += [("Udgift pr. plads om ugen", part.name, part.week, "Beregnet") for part in account.parts]
    rows += [("Besparelse om året", "Mindre kontanthjælp", kroner(account.outcome.saved_year), "Beregnet")]
    return pd.DataFrame(rows, columns=["Slags", "Navn", "Værdi", "Hvorfra"])
