"""The two weekly prices: the calculation's own numbers, and beside each what it holds."""

from model.drawing.shapes import Bars
from model.subjects.economy.charts.economy import price_chart
from model.subjects.economy.figures.inputs import EXAMPLE, between, exactly, with_changes
from model.subjects.economy.words.calculation import account


def drawn(**changes):
    chart = price_chart(account(with_changes(EXAMPLE, changes)))
    assert isinstance(chart.shape, Bars)
    return chart, chart.shape.bars


def test_the_prices_are_never_shown_without_what_they_hold():
    chart, (here, municipal) = drawn()
    assert (round(here.value, 2), municipal.value) == (579.67, 1100)
    assert here.label.endswith("uden husleje, administration og ledelse")
    assert municipal.label.endswith("med husleje, administration og ledelse")
    assert "Ingen af priserne indeholder støtteaktiviteter." in chart.subtitle
    assert "kan ikke trækkes fra hinanden" in chart.subtitle
    assert len(chart.alt) <= 250


def test_with_overhead_both_prices_hold_the_same():
    chart, (here, _) = drawn(overhead=exactly(100))
    assert here.label.endswith("kr. med husleje, administration og ledelse")
    assert round(here.value, 2) == 679.67
    assert "trækkes fra" not in chart.subtitle


def test_a_range_is_framed_up_to_its_highest_number():
    chart, (_, municipal) = drawn(municipal=between(1000, 1200))
    assert (municipal.value, municipal.outline) == (1000, 1200)
    assert isinstance(chart.shape, Bars)
    assert chart.shape.maximum == 1200


def test_without_participants_there_is_no_bar():
    chart, (here, _) = drawn(occupied=exactly(0))
    assert (here.value, here.label) == (None, "kan ikke beregnes")
    assert chart.title == "Uden besatte pladser er der ingen pris for en deltager"


def test_the_file_holds_every_assumption_and_every_part():
    data = drawn()[0].data
    assert data["Slags"].value_counts().to_dict() == {
        "Forudsætning": 12, "Udgift om året": 4, "Udgift pr. plads om ugen": 4, "Besparelse om året": 1}
