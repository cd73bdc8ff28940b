"""The tabs of »Virksomhedscentre«: how it stands, how it went, what comes of it, what it costs, and each centre."""

from collections.abc import Callable
from datetime import date
from functools import partial

from model.basics.formatting import capital
from model.programmes.current import PRICES
from model.programmes.words import ACTIVATION, SUPPORTED_AFTER
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.charts.centre_occupancy import occupancy_chart
from model.subjects.centres.charts.centre_outcomes import centre_outcome_chart
from model.subjects.centres.charts.centre_trials import self_support_chart, turnover_chart
from model.subjects.centres.charts.centres import movement_chart, places_chart
from model.subjects.centres.figures import periods
from model.subjects.centres.words import centre_page as findings
from model.subjects.economy.words.calculation import NO_EXAMPLE
from pages.centres import calculation, centre_forms, centre_register, centre_view
from pages.shared import address, export, layout

PRICE, REGISTER = "Pris", "Register"


def _status(snapshot: Snapshot, code: str | None, month: date) -> None:
    if _none(snapshot, code):
        return
    layout.cards(centre_view.cards(snapshot, code, month))
    layout.shape(places_chart(snapshot, code, month), "pladser", link=address.link("centre", jobcenter="{code}"),
                 right=export.BY_UNIT)


def _movement(snapshot: Snapshot, code: str | None, month: date) -> None:
    if _none(snapshot, code):
        return
    layout.shape(movement_chart(snapshot, code, month), "centre", right=export.of_place(code))
    if (monthly := occupancy_chart(snapshot, code, month)) is not None:
        layout.chart(monthly, "belaegning", right=export.of_place(code))
    layout.folded("Hvorfor centre lukkede", "centre_closures", partial(centre_view.closures, snapshot, code, month))
    layout.folded("Sektor, branche og generation", "centre_kinds", partial(centre_view.kinds, snapshot, code, month))


def _outcome(snapshot: Snapshot, code: str | None, month: date) -> None:
    if _none(snapshot, code):
        return
    link = address.link("centre", jobcenter="{code}")
    layout.shape(centre_outcome_chart(snapshot, code, month), "centerudfald", link=link,
                 right=export.BY_UNIT)
    layout.folded(f"{capital(SUPPORTED_AFTER)} {ACTIVATION}", "centre_self_support",
                  lambda: layout.shape(self_support_chart(snapshot, code, month), "selvforsoergelse",
                                       right=export.BY_UNIT))
    if (turnover := turnover_chart(snapshot, code, month)) is not None:
        layout.folded("Forløb pr. plads på et år", "centre_turnover",
                      partial(layout.shape, turnover, "forloebprplads", link=link, right=export.BY_UNIT))
    centre_view.trials()


def _price(snapshot: Snapshot, code: str | None, month: date) -> None:
    if PRICES is None:
        layout.finding(*NO_EXAMPLE)
    else:
        calculation.show(snapshot, code)


def _register(snapshot: Snapshot, code: str | None, month: date) -> None:
    chosen = None if _none(snapshot, code) else centre_register.show(snapshot, code, month)
    centre_forms.show(snapshot, code, chosen)


def _none(snapshot: Snapshot, code: str | None) -> bool:
    """Whether no centre is known; says so."""
    if periods.has_any(snapshot, code):
        return False
    layout.empty(findings.nothing(snapshot, code))
    return True


PARTS: dict[str, Callable[[Snapshot, str | None, date], None]] = {
    "Status": _status, "Udvikling": _movement, "Effekt": _outcome, PRICE: _price, REGISTER: _register}
