"""The calendar as a chart: a finding, every entry on its lane and in the table, and where visits come from."""

from datetime import date

from model.subjects.calendar.charts.calendar import calendar_chart
from model.subjects.calendar.figures import calendar
from tests.model.subjects.planned import planned, visit

HELD = visit("779", "afholdt", agreed_for="2009-12-10", held_on="2009-12-11")
LATE = visit("665", "aftalt", agreed_for="2010-01-12")


def test_every_entry_is_drawn_told_in_the_table_and_in_the_file():
    seen = planned("2010-02-15", HELD, LATE)
    chart = calendar_chart(seen)
    assert len(chart.shape.events) == len(chart.table) == len(chart.data) == len(calendar.events(seen)) == 21
    assert {event.lane for event in chart.shape.events} == set(chart.shape.lanes)
    row = chart.table[chart.table["Hvad"].eq("Rådgivningsbesøg i Skive")].iloc[0]
    assert (row["Dato"], row["Sted"], row["Status"]) == ("11. dec. 2009", "Jobcenter Skive", "afholdt")


def test_the_lanes_run_from_the_campaigns_first_day_to_its_last():
    drawn = calendar_chart(planned("2010-02-15")).shape
    assert (drawn.first, drawn.last, drawn.now) == (date(2009, 10, 1), date(2011, 6, 30), date(2010, 2, 15))


def test_what_lies_outside_the_campaign_makes_the_lanes_longer():
    drawn = calendar_chart(planned("2010-02-15", starts=date(2009, 8, 20), ends=date(2011, 9, 5))).shape
    assert (drawn.first, drawn.last) == (date(2009, 8, 1), date(2011, 9, 30))


def test_a_mistyped_year_does_not_stretch_the_lanes_out_of_sight():
    chart = calendar_chart(planned("2010-02-15", visit("779", "aftalt", agreed_for="2091-01-12"),
                                   visit("665", "afholdt", held_on="1999-01-12")))
    assert (chart.shape.first, chart.shape.last) == (date(2008, 9, 1), date(2012, 6, 30))
    assert {"12. jan. 2091", "12. jan. 1999"} <= set(chart.table["Dato"])


def test_the_title_names_the_busiest_month_or_none_when_there_are_many():
    assert calendar_chart(planned("2010-02-15")).title == "Marts 2010 er den travleste måned med 4 datoer"
    more = visit("791", "aftalt", agreed_for="2010-02-03")
    assert calendar_chart(planned("2010-02-15", more)).title == (
        "Februar 2010 og marts 2010 er de travleste måneder med hver 4 datoer")
    april = visit("779", "aftalt", agreed_for="2010-04-21")
    assert calendar_chart(planned("2010-02-15", more, april)).title == "Ingen måned har mere end 4 datoer"


def test_the_alternative_text_is_short_and_ends_in_the_period():
    alt = calendar_chart(planned("2010-02-15", HELD)).alt
    assert len(alt) <= 250
    assert alt.endswith("10 af 17 datoer ligger forude. Fra oktober 2009 til juni 2011.")


def test_a_visit_nobody_reported_as_held_is_named_under_the_timeline():
    assert calendar_chart(planned("2010-01-12", LATE)).note == ""
    assert calendar_chart(planned("2010-01-13", LATE)).note == (
        "Aftalt, men ikke meldt afholdt: Rådgivningsbesøg i Lemvig (12. jan. 2010).")


def test_the_source_says_whose_the_visits_are_and_how_old():
    assert "ingen rådgivningsbesøg er indlæst" in calendar_chart(planned("2010-02-15")).source
    assert calendar_chart(planned("2010-02-15", HELD)).source.endswith(
        "rådgivningsbesøg: oplyst af BRM · opgjort 20. dec. 2009 · foreløbig")
    assert "eksempeldata, opdigtede tal" in calendar_chart(planned("2010-02-15", HELD, source="sample")).source
    assert calendar_chart(planned("2011-07-01", HELD)).source.endswith("endelig")
