"""The way from a shortfall to what places cost."""

from model.programmes.current import PRICES
from pages.shared import address, drawing, navigation


def price_link(code: str) -> str:
    """A link to what places cost a jobcenter, as HTML; nothing where there is no price to reckon with."""
    href = address.link("centre", jobcenter=code, **{navigation.TAB: "Pris"})
    return f'<a href="{drawing.text(href)}">Se, hvad pladser koster</a>' if PRICES else ""
