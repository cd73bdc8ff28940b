"""The trials beside the centres: occupancy by month, self-support and courses for each place, each labelled as such."""

from datetime import date

import pytest

from model.drawing.plotly.lines import figure
from model.drawing.theme import THEMED
from model.programmes.current import FINDINGS
from model.subjects.centres.charts.centre_occupancy import occupancy_chart
from model.subjects.centres.charts.centre_trials import self_support_chart, turnover_chart
from model.subjects.centres.charts.centre_words import TOLD
from model.subjects.goals.figures.goals import goal2
from tests.model.subjects.builders import said
from tests.model.subjects.centres.figures.builders import SAMSOE, SKIVE, VIBORG, snapshot, stay, told

MARCH = date(2010, 3, 1)
CODES = (SKIVE, VIBORG, SAMSOE)
STAYS = [stay("A", "2009-10-01", places=24), stay("B", "2009-10-01", places=30, code=VIBORG)]
MONTHS = [told("A", "2010-01", 12, 24), told("B", "2010-01", 15, 30, code=VIBORG), told("A", "2010-03", 18, 24),
          told("B", "2010-03", 27, 30, code=VIBORG)]


def plain(text):
    return text.replace("\u00a0", " ")


def occupied(code=None, months=MONTHS):
    return occupancy_chart(snapshot(STAYS, months, codes=CODES), code, MARCH)


def by_role(chart):
    return {series.role: series for series in chart.series}


class TestOccupancy:
    def test_it_is_sum_over_sum_and_a_month_that_is_not_told_is_a_gap(self):
        chart = occupied()
        assert by_role(chart)["main"].values[-3:] == (pytest.approx(50), None, pytest.approx(100 * 45 / 54))
        assert plain(chart.title) == "Belægningen har ligget mellem 50 % og 83 % på et år"
        assert by_role(chart)["main"].gaps[-2] == "mangler"

    def test_the_trials_words_stand_at_a_line_of_their_own_that_is_no_target(self):
        chart = occupied()
        line = by_role(chart)["benchmark"]
        assert set(line.values) == {100}
        assert plain(line.label_last) == f"»tæt på 100 %«, {FINDINGS.label}"
        assert chart.target is None
        drawn = next(trace for trace in figure(chart).data if trace.name == line.name)
        assert (drawn.line.dash, drawn.line.color) != ("dash", THEMED.target)
        assert drawn.line.color == THEMED.edge

    def test_a_jobcenter_stands_before_the_region(self):
        chart = occupied(SKIVE)
        assert by_role(chart)["main"].values[-1] == 75
        assert by_role(chart)["context"].label_last == "Hele regionen"

    def test_under_twenty_places_there_is_no_share_and_nothing_to_draw(self):
        few = [told("A", "2010-03", 9, 12)]
        assert occupied(SKIVE, few) is None
        assert occupied(SAMSOE) is None

    def test_the_table_has_every_month_with_its_counts(self):
        table = occupied().table.set_index("Måned")
        assert plain(table.loc["marts 2010", TOLD]) == "45 af 54 (83 %)"
        assert table.loc["februar 2010", TOLD] == "m"
        assert table.loc["april 2009", TOLD] == "–"


class TestSelfSupport:
    ROWS = (said(SKIVE, "2009-10", "2010-04-05", ended=60, good=15, job=9),
            said(VIBORG, "2009-10", "2010-04-05", ended=12, good=3, job=2))

    def drawn(self, code=None, rows=ROWS):
        snap = snapshot(STAYS, (), *rows, codes=CODES)
        chart = self_support_chart(snap, code, MARCH)
        return snap, chart, {row.name: row.dots[0] for group in chart.shape.groups for row in group.rows}

    def test_the_dot_and_its_whisker_are_goal_twos_own(self):
        snap, chart, dots = self.drawn()
        whole = goal2(snap, None, MARCH)
        assert (dots["Hele regionen"].value, dots["Hele regionen"].low) == (whole.share, whole.low)
        assert chart.title == "18 af 72 er selvforsørgende 4 uger efter virksomhedsaktivering"

    def test_twenty_and_thirteen_are_labelled_and_neither_target_nor_verdict_is_drawn(self):
        _, chart, dots = self.drawn()
        lines = chart.shape.scales[0].lines
        assert {(line.value, line.role) for line in lines} == {(20, "benchmark"), (13, "benchmark")}
        assert all(FINDINGS.label in line.label for line in lines)
        assert {dot.mark for dot in dots.values()} == {"plain"}
        assert "5, 13 og 26 uger" in chart.note and "ikke en målestok" in chart.note

    def test_a_jobcenter_with_few_courses_has_its_count_alone(self):
        _, _, dots = self.drawn(VIBORG)
        assert (dots["Viborg"].value, dots["Viborg"].label) == (None, "3 af 12")
        assert dots["Hele regionen"].value is not None

    def test_a_withheld_figure_is_said_to_be_and_not_drawn(self):
        rows = (said(SKIVE, "2009-10", "2010-04-05", ended=60, good="hidden"), self.ROWS[1])
        _, chart, dots = self.drawn(SKIVE, rows)
        assert (dots["Skive"].value, dots["Skive"].label) == (None, "skjult")
        assert chart.title == "Selvforsørgelsen kan ikke opgøres: et tal er skjult"


class TestTurnover:
    YEAR = tuple(f"2009-{month:02}" for month in range(1, 13))

    def drawn(self, code=None):
        rows = [said(place, month, "2010-04-05", centre_ended=count, centre_job=1) for month in self.YEAR
                for place, count in ((SKIVE, 5), (VIBORG, 2))]
        stays = [stay("A", "2008-10-01", places=24), stay("B", "2008-10-01", places=10, code=VIBORG)]
        return turnover_chart(snapshot(stays, (), *rows, codes=CODES), code, MARCH)

    def test_it_is_ended_courses_over_the_years_places(self):
        chart = self.drawn()
        rows = {row.name: row.dots[0] for group in chart.shape.groups for row in group.rows}
        assert rows["Skive"].value == 60 / 24
        assert plain(rows["Skive"].label) == "2,5 (60 på i snit 24 pladser)"
        assert (rows["Viborg"].value, rows["Viborg"].label) == (None, "24 på i snit 10 pladser")
        assert chart.title == "84 forløb på i snit 34 pladser på et år: 2,5 pr. plads"

    def test_both_trials_are_lines_with_their_label_and_the_region_has_its_own(self):
        lines = self.drawn().shape.scales[0].lines
        assert [(round(line.value, 2), line.label, line.role) for line in lines] == [
            (2.47, f"2,5 i hovedforsøget, {FINDINGS.label}", "benchmark"),
            (3.6, f"3,6 i pilotforsøget, {FINDINGS.label}", "benchmark"),
            (pytest.approx(84 / 34, abs=0.01), "Hele regionen 2,5", "context")]

    def test_a_course_is_never_called_a_person(self):
        chart = self.drawn()
        assert "en person med to forløb tæller to gange" in chart.note
        assert "forløb i virksomhedscentre pr. plads" in chart.subtitle

    def test_before_a_whole_year_there_is_nothing_to_draw(self):
        assert turnover_chart(snapshot(STAYS, MONTHS, codes=CODES), None, MARCH) is None
