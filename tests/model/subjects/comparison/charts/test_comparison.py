"""The comparison's charts carry the indicator's numbers, keep small units apart, and never show what they may not."""

from dataclasses import replace
from datetime import date

import pytest

from model.drawing.chart import Chart
from model.drawing.dots import Dots, Funnel, Scale
from model.drawing.plotly.funnel import funnel_figure
from model.statistics.funnel import limits
from model.statistics.intervals import Z95
from model.subjects.comparison.charts import comparison as charts
from model.subjects.comparison.charts.comparison import funnel_chart, goal2_dots
from model.subjects.comparison.charts.goal1_dots import goal1_dots
from model.subjects.comparison.figures.comparison import comparison
from model.subjects.comparison.figures.peers import Peers
from tests.model.subjects.builders import said, snapshot

MARCH = date(2010, 3, 1)
LATE = "2010-06-20"
COUNTS = {"615": (40, 100), "657": (205, 1000), "661": (12, 100), "665": (5, 6), "671": ("hidden", 30)}
CODES = tuple(COUNTS)
EVERYONE = Peers("", "Hele regionen", "everyone", CODES)


@pytest.fixture
def found():
    return snapshot(*(said(code, "2010-03", received=LATE, good=x, ended=n) for code, (x, n) in COUNTS.items()),
                    codes=CODES, data_date="2010-07-01")


def dots(chart: Chart) -> Dots:
    assert isinstance(chart.shape, Dots)
    return chart.shape


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_rows_are_sorted_by_share_with_the_small_and_the_unknown_in_groups_of_their_own(found):
    drawn = dots(goal2_dots(found, MARCH, EVERYONE))
    assert [(g.title, [row.code for row in g.rows]) for g in drawn.groups] == [
        ("", ["615", "657", "661"]), ("Under 20 forløb: vurderes ikke", ["665"]), ("Kan ikke opgøres", ["671"])]


def test_the_count_stands_beside_every_share_and_alone_under_twenty(found):
    drawn = dots(goal2_dots(found, MARCH, EVERYONE))
    labels = {row.code: plain(row.dots[0].label) for group in drawn.groups for row in group.rows}
    assert labels == {"615": "40,0 % (40 af 100)", "657": "20,5 % (205 af 1.000)", "661": "12,0 % (12 af 100)",
                      "665": "for få (6)", "671": "skjult"}
    assert "%" not in drawn.groups[1].rows[0].said


def test_the_mark_and_the_whisker_are_of_the_same_interval(found):
    rows = {row.code: row.dots[0] for group in dots(goal2_dots(found, MARCH, EVERYONE)).groups for row in group.rows}
    assert rows["615"].mark == "reached" and rows["615"].low >= 20
    assert rows["661"].mark == "not_reached" and rows["661"].high < 20
    assert rows["657"].mark == "unsettled" and rows["657"].low < 20 <= rows["657"].high
    assert rows["665"].mark == "too_few"
    assert rows["671"].value is None


def test_target_and_region_are_drawn_and_named(found):
    lines = {line.role: line for line in dots(goal2_dots(found, MARCH, EVERYONE)).scales[0].lines}
    assert (plain(lines["target"].label), lines["target"].value) == ("Mål 20 %", 20)
    assert lines["context"].value == pytest.approx(100 * (40 + 205 + 12 + 5) / (100 + 1000 + 100 + 6))
    assert plain(lines["context"].label) == "Hele regionen 21,7 %"


def test_the_table_has_the_form_of_a_clinical_register(found):
    table = goal2_dots(found, MARCH, EVERYONE).table
    assert table.columns.tolist() == [
        "Jobcenter", "Tæller/nævner", "Uoplyst", "Andel", "Statistisk usikkerhed", "Vurdering", "Året før"]
    rows = {row[0]: [plain(cell) for cell in row[1:]] for row in table.itertuples(index=False)}
    assert rows["Horsens"] == ["40/100", "0 + 5 md.", "40,0 %", "30,9–49,8 %",
                               "klart over 20 %, afviger (over) fra regionen", "før kampagnen"]
    assert rows["Lemvig"][:4] == ["5/6", "0 + 5 md.", "for få", "for få"]
    assert rows["Struer"][:1] + rows["Struer"][2:4] == ["d", "d", "d"]
    assert rows["Hele regionen"][0] == "262/1.206"


def test_the_file_holds_the_counts_but_no_share_under_twenty(found):
    data = goal2_dots(found, MARCH, EVERYONE).data.set_index("kommunekode")
    assert data.loc["665", ["taeller", "naevner"]].tolist() == [5, 6]
    assert data.loc["665", ["andel_procent", "nedre_procent", "oevre_procent"]].isna().all()
    assert data.loc["615", "andel_procent"] == 40


def test_the_funnel_lies_round_the_regions_share_with_the_published_limits(found):
    chart = funnel_chart(found, MARCH, EVERYONE)
    drawn = chart.shape
    assert isinstance(drawn, Funnel)
    at = len(drawn.sizes) // 2
    low, high = limits(262 / 1206, drawn.sizes[at], z=Z95)
    assert drawn.near[at] == pytest.approx((100 * float(low), 100 * float(high)))
    assert drawn.level.value == pytest.approx(100 * 262 / 1206)
    assert {p.name: (p.judged, p.outside) for p in drawn.points} == {
        "Horsens": (True, True), "Herning": (True, False), "Holstebro": (True, False), "Lemvig": (False, False)}


def test_only_outside_998_is_called_deviating(found):
    table = funnel_chart(found, MARCH, EVERYONE).table.set_index("Jobcenter")["Vurdering"]
    assert table.to_dict() == {"Horsens": "afviger (over)", "Herning": "inden for det tilfældige",
                               "Holstebro": "værd at spørge til (under)", "Lemvig": "vurderes ikke"}


def test_the_funnel_is_drawn_on_a_square_root_axis_with_danish_ticks(found):
    figure = funnel_figure(funnel_chart(found, MARCH, EVERYONE).shape)
    ticks = dict(zip(figure.layout.xaxis.ticktext, figure.layout.xaxis.tickvals, strict=True))
    assert ticks["400"] == pytest.approx(2 * ticks["100"])
    assert {len(trace.x) for trace in figure.data if trace.mode == "markers+text"} == {1, 2}
    assert len(figure.data) <= 10


def test_nothing_to_measure_has_no_funnel_and_is_said():
    none = snapshot(said("615", "2010-03", persons=100, total=10), codes=("615",), data_date="2010-07-01")
    assert funnel_chart(none, MARCH, Peers("", "Hele regionen", "everyone", ("615",))) is None
    drawn = dots(goal2_dots(none, MARCH, Peers("", "Hele regionen", "everyone", ("615",))))
    assert [row.dots[0].label for row in drawn.groups[0].rows] == ["ingen målbare"]


@pytest.fixture
def goal1():
    def both(code, before, now, persons):
        return [said(code, "2009-09", persons=persons, total=before), said(code, "2010-03", persons=persons, total=now)]
    return snapshot(*both("615", 20, 40, 200), *both("657", 20, 25, 100), *both("661", 20, 22, 200),
                    *both("665", 4, 3, 15), said("671", "2010-03", persons=100), codes=CODES)


def test_goal_1_is_two_aligned_scales_without_intervals_by_which_halves_are_reached(goal1):
    chart = goal1_dots(goal1, MARCH, EVERYONE)
    drawn = dots(chart)
    assert [plain(line.label) for scale in drawn.scales for line in scale.lines if line.role == "target"] == [
        "Mål 16 %", "Mål +15"]
    assert {g.title: [row.code for row in g.rows] for g in drawn.groups} == {
        "Begge dele nået (1)": ["615"], "Kun den ene del nået (2)": ["657", "665"],
        "Ingen af delene nået (1)": ["661"], "Kan ikke opgøres (1)": ["671"]}
    assert all(dot.low is None for group in drawn.groups for row in group.rows for dot in row.dots)
    assert chart.title == "1 har nået begge dele af Mål 1, 2 kun den ene, 1 ingen af dem og 1 kan ikke opgøres"


def test_goal_1_shows_counts_and_increases_as_they_are(goal1):
    rows = {row.code: [plain(dot.label) for dot in row.dots]
            for group in dots(goal1_dots(goal1, MARCH, EVERYONE)).groups for row in group.rows}
    assert rows == {"615": ["20,0 % (40 af 200)", "+20"], "657": ["25,0 % (25 af 100)", "+5"],
                    "661": ["11,0 % (22 af 200)", "+2"], "665": ["3 af 15", "\u22121"], "671": ["ingen tal", "ukendt"]}


def test_a_share_of_under_twenty_persons_is_not_placed_on_the_scale(goal1):
    rows = {row.code: row.dots[0].value for group in dots(goal1_dots(goal1, MARCH, EVERYONE)).groups
            for row in group.rows}
    assert rows["665"] is None
    assert rows["615"] == 20


def test_a_group_shows_its_own_and_keeps_the_whole_region_as_the_line(found):
    two = Peers("klynge-1", "Kysten", "klynge", ("657", "661"), 1)
    chart = goal2_dots(found, MARCH, two)
    assert [row.code for row in dots(chart).groups[0].rows] == ["657", "661"]
    assert "Kysten" in chart.subtitle
    assert plain(dots(chart).scales[0].lines[1].label) == "Hele regionen 21,7 %"


@pytest.mark.parametrize("make", [goal2_dots, funnel_chart, goal1_dots])
def test_titles_and_alt_texts_are_short_enough(found, make):
    chart = make(found, MARCH, EVERYONE)
    assert len(chart.alt) <= 250
    assert len(chart.title) <= 85
    assert "opgjort 20. jun. 2010" in chart.source


@pytest.mark.parametrize(("stops", "words"), [
    ({}, "afsluttet okt. 2009–mar. 2010, hele"),
    ({"615": 1}, "afsluttet okt. 2009–mar. 2010 (for 1 jobcenter kun til og med jan. 2010), hele"),
    ({"615": 1, "657": 2}, "(for 2 jobcentre kortere, tidligst til og med jan. 2010), hele")])
def test_whose_months_end_earlier_is_told_as_one_period_and_who_is_not_in_all_of_it(found, monkeypatch, stops, words):
    compared = comparison(found, MARCH, EVERYONE)
    units = tuple(replace(unit, goal=replace(unit.goal, last=date(2010, stops.get(unit.code, 3), 1)))
                  for unit in compared.units)
    region = replace(compared.region, immature=(), absent=(), withheld=())
    monkeypatch.setattr(charts, "comparison", lambda *_: replace(compared, units=units, region=region))
    assert words in goal2_dots(found, MARCH, EVERYONE).subtitle


def test_a_scale_holds_every_value_within_it():
    scale = Scale("", low=-15, high=60, ticks=())
    assert [scale.at(value) for value in (-100, -15, 22.5, 60, 999)] == [0, 0, 0.5, 1, 1]
