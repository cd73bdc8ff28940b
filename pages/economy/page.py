"""Økonomi: hvad koster en plads, og hvad spares?"""

from model.programmes.current import PRICES
from model.subjects.economy.words.calculation import NO_EXAMPLE
from pages.economy import calculation
from pages.shared import address, data, layout

snapshot = data.snapshot(as_of=address.as_of())
if PRICES is None:
    layout.header(*NO_EXAMPLE)
else:
    calculation.show(snapshot)
