"""Goal 2's trend: the running total behind the verdict, hollow where courses are young, counts where they are few."""

import re
from datetime import date

import pytest

from model.basics.months import span
from model.drawing import line_layout
from model.drawing.plotly.lines import figure
from model.drawing.svg import chart_svg
from model.programmes.words import ITS
from model.subjects.goals.charts.outcome import outcome_chart
from model.subjects.goals.figures.goals import goal2
from tests.model.publishing.first import published
from tests.model.publishing.nine import LARGE, nine
from tests.model.subjects.builders import said, snapshot

MARCH, FEBRUARY = date(2010, 3, 1), date(2011, 2, 1)
VIBORG, SKIVE = "791", "779"
COHORTS = {"2009-10": (30, 9), "2009-11": (20, 2), "2009-12": (25, 6), "2010-01": (40, 5)}
LATER = "2010-04-10"  # too early for courses that ended in February or March


def courses(code=VIBORG, *, received="2010-04-05", **changed):
    """One mature cohort a month from October to January; ``changed`` by month as ``m2009_12=(ended, good)``."""
    counts = COHORTS | {name[1:].replace("_", "-"): found for name, found in changed.items()}
    return [said(code, month, received, ended=found[0], good=found[1]) for month, found in counts.items() if found]


def shown(*rows, codes=(VIBORG, SKIVE), month=MARCH, code=VIBORG):
    return outcome_chart(snapshot(*rows, data_date="2010-04-15", codes=codes), code, month)


def line(chart):
    return next(series for series in chart.series if series.role == "main")


def by_month(chart):
    main = line(chart)
    return dict(zip([f"{m:%Y-%m}" for m in main.months], main.values, strict=True))


def test_each_point_is_the_sum_over_the_sum_since_the_campaign_began():
    ended = good = 0
    points = by_month(shown(*courses()))
    for month, (n, x) in COHORTS.items():
        ended, good = ended + n, good + x
        assert points[month] == pytest.approx(100 * good / ended)
    mean_of_shares = sum(100 * x / n for n, x in COHORTS.values()) / len(COHORTS)
    assert points["2010-01"] != pytest.approx(mean_of_shares)


def test_the_last_filled_point_is_the_share_and_verdict_of_goal_2():
    found = snapshot(*courses(), *courses(SKIVE), said(VIBORG, "2010-02", LATER, ended=50, good=50),
                     data_date="2010-04-15", codes=(VIBORG, SKIVE))
    for code, name in ((VIBORG, "Viborg"), (None, "Regionen")):
        chart, goal = outcome_chart(found, code, MARCH), goal2(found, code, MARCH)
        main = line(chart)
        filled = [v for v, hollow in zip(main.values, main.provisional, strict=True) if v is not None and not hollow]
        assert filled[-1] == pytest.approx(goal.share)
        assert chart.title.startswith(f"{name} ligger under 20")
        assert f"{goal.successes} af {goal.ended}" in chart.title


def test_a_month_too_young_to_measure_is_hollow_and_outside_the_label_and_the_title():
    chart = shown(*courses(), said(VIBORG, "2010-02", LATER, ended=50, good=50))
    main = line(chart)
    at = main.months.index(date(2010, 2, 1))
    assert main.provisional[at]
    assert main.values[at] == pytest.approx(100 * (22 + 50) / (115 + 50))
    assert (main.label_last, main.label_at) == ("19,1\u00a0% (jan.)", date(2010, 1, 1))
    assert "22 af 115" in chart.title
    assert chart.source.endswith("målbar til og med jan. 2010, feb. 2010 og mar. 2010 endnu ikke målbar")
    row = chart.table.set_index("Måned").loc["februar 2010"]
    assert row[["Afsluttede forløb", "Selvforsørgende", "Status"]].tolist() == ["50", "50", "endnu ikke målbar"]


def test_a_month_without_figures_is_a_gap_and_named():
    chart = shown(*courses(m2009_11=None))
    assert by_month(chart)["2009-11"] is None
    assert by_month(chart)["2009-12"] == pytest.approx(100 * (9 + 6) / (30 + 25))
    assert chart.note.endswith("Mangler: nov. 2009.")
    assert chart.table.set_index("Måned").loc["november 2009", "Siden kampagnens start"] == "m"
    assert "mangler" in [annotation.text for annotation in figure(chart).layout.annotations]


def test_a_withheld_figure_leaves_the_total_unknown_from_there_on_but_not_the_regions():
    rows = [*courses(), said(VIBORG, "2009-12", "2010-04-06", good="hidden"), *courses(SKIVE)]
    chart = shown(*rows)
    assert [month for month, value in by_month(chart).items() if value is not None] == ["2009-10", "2009-11"]
    assert "Skjult af afsenderen fra dec. 2009." in chart.note
    assert "kan ikke opgøres" in chart.title
    assert chart.table.set_index("Måned").loc["december 2009", "Siden kampagnens start"] == "d"
    whole = shown(*rows, code=None)
    assert by_month(whole)["2009-12"] == pytest.approx(100 * (9 + 2 + 9 + 2 + 6) / (30 + 20 + 30 + 20 + 25))


def test_under_twenty_courses_there_is_a_count_and_no_point():
    chart = shown(*courses(m2009_10=(6, 2), m2009_11=(13, 3), m2009_12=(1, 0)))
    points = by_month(chart)
    assert (points["2009-10"], points["2009-11"]) == (None, None)
    assert points["2009-12"] == pytest.approx(25.0)
    totals = chart.table.set_index("Måned")["Siden kampagnens start"]
    assert totals[["oktober 2009", "november 2009"]].tolist() == ["2 af 6", "5 af 19"]
    few = shown(*courses(m2009_10=(6, 2), m2009_11=(7, 1), m2009_12=None, m2010_01=None))
    assert few.title == "Viborg har 13 afsluttede forløb – for få til en vurdering"
    assert line(few).label_last is None


def test_the_last_months_stand_beside_the_total_as_plain_counts():
    assert shown(*courses()).note == "De seneste målbare måneder (nov. 2009–jan. 2010): 13 af 85 er selvforsørgende."


def test_the_target_is_drawn_and_the_region_is_a_quiet_line_behind_a_jobcenter():
    chart = shown(*courses(), *courses(SKIVE))
    assert (chart.target, chart.target_label) == (20, "Mål 20\u00a0%")
    assert [(series.role, series.name) for series in chart.series] == [("context", "Hele regionen"), ("main", "Viborg")]
    assert any(shape.y0 == shape.y1 == 20 for shape in figure(chart).layout.shapes)


def test_the_axis_runs_to_the_campaigns_last_month_and_nothing_is_drawn_ahead():
    main = line(shown(*courses(), *courses(SKIVE)))
    assert (main.months[0], main.months[-1]) == (date(2009, 10, 1), date(2011, 6, 1))
    assert {value for month, value in zip(main.months, main.values, strict=True) if month > MARCH} == {None}
    assert len(main.months) == len(main.values) == len(main.labels) == len(main.provisional) == len(main.gaps)


def test_the_targets_name_stands_over_the_empty_end_when_the_line_runs_along_it():
    found = shown(*courses(m2009_10=(100, 20), m2009_11=(100, 21), m2009_12=(100, 18), m2010_01=(100, 20)))
    named = next(note for note in figure(found).layout.annotations if "Mål 20" in note.text)
    assert (named.xanchor, named.yanchor) == ("right", "bottom")


def test_the_file_holds_the_months_and_the_totals_as_numbers():
    data = shown(*courses()).data.set_index("maaned")
    assert data.loc["2010-01", ["afsluttede", "selvforsoergende"]].tolist() == [40, 5]
    assert data.loc["2010-01", ["afsluttede_i_alt", "selvforsoergende_i_alt"]].tolist() == [115, 22]
    assert data["andel_procent"].dropna().tolist() == [v for v in by_month(shown(*courses())).values() if v is not None]


def test_a_month_before_the_campaign_has_a_chart_without_points():
    chart = shown(*courses(), month=date(2009, 9, 1))
    assert set(line(chart).values) == {None}
    assert chart.data["maaned"].tolist() == ["2009-10"]
    assert chart.title == "Viborg har ingen afsluttede forløb, der kan måles endnu"


def test_alt_text_names_the_finding_the_target_and_the_period():
    alt = shown(*courses(), *courses(SKIVE), code=None).alt.replace("\u00a0", " ")
    assert alt == ("Linjediagram. Regionen ligger under 20 %, men det kan være tilfældigt: 44 af 230 er "
                   "selvforsørgende. Mål 20 %, målbare forløb okt. 2009–mar. 2010.")


def at_half_years(*rows):
    """Viborg's line in an edition of February 2011, when every course but the rows' is told."""
    months = [f"{month:%Y-%m}" for month in span(date(2009, 10, 1), date(2010, 12, 1))]
    every = [said(code, month, "2011-03-20", ended=20, good=5) for code in LARGE for month in months]
    return outcome_chart(published(nine(*every, *rows, data_date="2011-03-25"), FEBRUARY), VIBORG, FEBRUARY)


def test_what_is_told_at_half_years_goes_from_one_to_the_next_and_the_months_between_are_no_gaps():
    chart = at_half_years()
    points = {month: value for month, value in by_month(chart).items() if value is not None}
    assert points == {"2010-03": 25, "2010-09": 25}
    months = list(by_month(chart))
    assert months[months.index("2010-03") + 1] == "2010-09" and months[-1] == "2011-06"
    assert line_layout.gaps(chart) == [] and "<text" in chart_svg(chart, name="x", height=600)
    assert not re.search(r"<text[^>]*>\s*</text>|<text[^>]*/>", chart_svg(chart, name="x", height=600))


def test_the_table_of_half_years_has_no_month_s_own_courses_and_the_chart_says_how_it_is_told():
    chart = at_half_years()
    assert list(chart.table) == ["Måned", f"Siden {ITS} start", "Status"]
    assert chart.table["Måned"].tolist() == ["marts 2010", "september 2010"]
    assert "hvert halve år" in chart.how_to_read and "hult punkt" not in chart.how_to_read


def test_a_half_year_that_is_withheld_is_a_gap_that_is_called_so():
    few = [said(VIBORG, f"2010-{month:02d}", "2011-03-20", ended=2, good=1) for month in range(4, 10)]
    chart = at_half_years(*few)
    assert by_month(chart)["2010-03"] == 25 and by_month(chart)["2010-09"] is None
    assert chart.hidden and "Udeladt, så små tal ikke kan regnes ud: sep. 2010." in chart.note
