"""Charts of virksomhedscentre: both directions of change, places round occupied, and gaps that stay gaps."""

from datetime import date

from model.drawing.plotly.columns import columns_figure
from model.drawing.theme import LIGHT
from model.programmes.current import FINDINGS
from model.subjects.centres.charts import centre_life
from model.subjects.centres.charts.centre_words import TOLD
from model.subjects.centres.charts.centres import movement_chart, places_chart, reasons_chart
from model.subjects.centres.figures import activity, register
from tests.model.subjects.centres.figures.builders import SAMSOE, SKIVE, VIBORG, snapshot, stay, told

MARCH = date(2010, 3, 1)
STAYS = [stay("A", "2009-10-01", places=20), stay("B", "2009-12-01", "2010-02-05", reason="Markedet"),
         stay("B", "2010-03-10", places=18), stay("C", "2009-11-02", code=VIBORG, places=None)]
MONTHS = [told("A", "2010-01", 9, 20), told("A", "2010-03", 12, 20), told("B", "2010-03", 10, 18)]


def found(*statements):
    return snapshot(STAYS, MONTHS, *statements, codes=(SKIVE, VIBORG, SAMSOE))


def plain(text):
    return text.replace("\u00a0", " ")


def test_opened_stand_over_the_axis_closed_under_it_and_active_below_on_the_same_months():
    chart = movement_chart(found(), None, MARCH)
    opened, closed = chart.shape.series
    assert (opened.fill, closed.fill) == ("solid", "hatched")
    assert (opened.values[-6:], closed.values[-6:]) == ((1, 1, 1, 0, 0, 1), (0, 0, 0, 0, -1, 0))
    assert chart.shape.line.values[-6:] == (1, 2, 3, 3, 2, 3)
    assert len(chart.shape.months) == len(opened.values) == len(chart.shape.line.values) == 12
    assert (opened.texts[-1], closed.texts[-2]) == ("+1", "\u22121")


def test_the_title_and_the_table_hold_both_parts_of_the_change():
    chart = movement_chart(found(), None, MARCH)
    assert chart.title == "4 centre åbnede og 1 lukkede på et år: 3 flere aktive"
    assert chart.table.iloc[-1].tolist() == ["marts 2010", "2", "1", "1", "0", "0", "3", "går op"]
    assert chart.data["aktive"].tolist()[-1] == 3
    assert len(chart.alt) <= 250


def test_a_month_in_which_the_parts_do_not_make_the_whole_says_so():
    twice = snapshot([stay("A", "2009-10-01"), stay("A", "2010-01-01")])
    status = movement_chart(twice, None, MARCH).table.set_index("Måned")["Status"]
    assert [month for month, said_ in status.items() if said_ == "går ikke op"] == ["januar 2010"]


def test_nothing_opened_draws_no_edge():
    drawn = columns_figure(movement_chart(found(), None, MARCH).shape)
    opened, closed = drawn.data[:2]
    assert opened.text[-1] == "+1"
    assert [bool(width) for width in closed.marker.line.width] == [value != 0 for value in closed.y]


def test_places_are_the_frame_and_occupied_fill_it_where_both_are_known():
    chart = places_chart(found(), None, MARCH)
    bars = {bar.name: bar for bar in chart.shape.bars}
    assert set(bars) == {"Skive", "Viborg"}, "a jobcenter without a centre has no bar"
    assert (bars["Skive"].value, bars["Skive"].outline, plain(bars["Skive"].label)) == (22, 38, "22 af 38 (58 %)")
    assert (bars["Viborg"].value, bars["Viborg"].outline) == (None, None)
    assert bars["Viborg"].label == "pladser ikke oplyst, belægning ikke oplyst"


def test_the_table_tells_the_unknown_from_nought_and_from_no_centre():
    table = places_chart(found(), None, MARCH).table.set_index("Jobcenter")
    assert table.loc["Viborg", ["Pladser", TOLD]].tolist() == ["m", "m"]
    assert table.loc["Samsø", ["Aktive centre", "Pladser", TOLD]].tolist() == ["0", "–", "–"]


def test_the_trials_occupancy_stands_beside_with_its_label():
    assert FINDINGS.label in places_chart(found(), None, MARCH).note


def test_reasons_add_up_to_the_closures_of_the_year():
    chart = reasons_chart(found(), None, MARCH)
    assert sum(bar.value for bar in chart.shape.bars) == activity.year(found(), None, MARCH).closed
    assert chart.title == "1 af 1 lukning på et år har årsagen »Markedet«"


def test_a_months_unknown_occupancy_is_no_empty_place_in_a_centres_life():
    chart = centre_life.life_chart(found(), SKIVE, "A", MARCH)
    taken, free, untold = chart.shape.series
    assert taken.values == (None, None, None, 9, None, 12)
    assert free.values == (None, None, None, 11, None, 8)
    assert untold.values == (20, 20, 20, None, 20, None)
    assert {bar.marker.line.color for bar in columns_figure(chart.shape, LIGHT).data} == {LIGHT.main, LIGHT.edge}
    assert taken.labels[4] == "februar 2010: 20 pladser, belægning ikke oplyst"


def test_a_centres_life_shows_when_it_was_shut():
    chart = centre_life.life_chart(found(), SKIVE, "B", MARCH)
    assert chart.shape.marks == ((date(2010, 3, 1), "lukket"), (date(2010, 3, 1), "åbnet igen"))
    assert centre_life.stay_lines(found(), SKIVE, "B") == [
        "1. dec. 2009 – 5. feb. 2010: Markedet", "10. mar. 2010 – nu"]
    assert "Internt" in chart.note


def test_the_register_reads_like_a_list_of_centres():
    rows = register.register(found(), MARCH)
    table = centre_life.register_table(rows, MARCH).set_index("Center")
    assert table.loc["A", ["Jobcenter", "Status", "Pladser", "Besatte mar. 2010"]].tolist() == [
        "Skive", "åbent", "20", "12"]
    assert table.loc["C", ["Pladser", "Besatte mar. 2010"]].tolist() == ["m", "m"]
    assert plain(table.loc["B", "Lukket"]) == "–"
    assert len(centre_life.register_data(rows)) == len(rows)


def test_the_trials_say_what_the_source_does_not():
    table = centre_life.trials_table().set_index("Forsøg")
    assert table.loc["Hovedforsøg 2008–09", "Personer pr. plads og år"] == "2,5"
    assert table.loc["4K 2008–09", "Personer"] == "ikke oplyst"
    assert "»1/5«" in centre_life.references_table()["Trykt som"].tolist()
