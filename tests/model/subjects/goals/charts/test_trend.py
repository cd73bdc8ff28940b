"""The trend's words about months that are provisional, hidden or not there: said, never counted as something else."""

from datetime import date

import pytest

from model.drawing.plotly.lines import figure
from model.subjects.goals.charts.progress import progress_chart
from tests.model.subjects.builders import said, snapshot

JANUARY, FEBRUARY, MARCH = date(2010, 1, 1), date(2010, 2, 1), date(2010, 3, 1)
CODES = ("791", "779", "741")


def plain(text):
    return text.replace("\u00a0", " ")


def three(*march, hidden=()):
    """Three jobcenters of 400 with 40, 44, 48 … from September to February; in March only those named."""
    months = ["2009-09", "2009-10", "2009-11", "2009-12", "2010-01", "2010-02"]
    rows = [said(code, month, "2010-03-09", persons=400, total="hidden" if (code, month) in hidden else 40 + 4 * i)
            for code in CODES for i, month in enumerate(months)]
    rows += [said(code, "2010-03", "2010-04-10", persons=400, total=total) for code, total in march]
    return snapshot(*rows, data_date="2010-04-15", codes=CODES)


def main(chart):
    return next(series for series in chart.series if series.role == "main")


@pytest.mark.parametrize(("total", "words"), [(84, "steget"), (20, "faldet"), (40, "uændret")])
def test_a_provisional_month_of_the_region_is_told_on_those_that_are_in_both(total, words):
    chart = progress_chart(three(("791", total)), None, MARCH)
    begun, ended = 100 * 40 / 400, 100 * total / 400
    assert plain(chart.title) == (f"Foreløbigt {words} fra {begun:.1f} % i sep. 2009 til {ended:.1f} % i mar. 2010 "
                                  "for det ene jobcenter, der har indberettet begge måneder").replace(".0 %", ",0 %")
    assert main(chart).label_last == f"{ended:.1f}\u00a0% (foreløbig)".replace(".0", ",0")


def test_two_provisional_jobcenters_are_summed_and_counted_in_the_title():
    chart = progress_chart(three(("791", 84), ("779", 44)), None, MARCH)
    assert "til 16,0 % i mar. 2010 for de 2, der har indberettet begge måneder" in plain(chart.title)
    row = chart.table.set_index("Måned").loc["marts 2010"]
    assert (row["Jobcentre"], row["Status"]) == ("2", "foreløbig")


def test_a_provisional_point_says_so_to_the_pointer_and_in_the_table():
    chart = progress_chart(three(("791", 84)), "791", FEBRUARY)
    series = main(chart)
    at = series.months.index(MARCH)
    assert plain(series.labels[at]) == "Viborg, marts 2010<br>21,0 % (84 af 400) · foreløbig"
    assert series.provisional[at]
    assert chart.table.set_index("Måned").loc["marts 2010", "Status"] == "foreløbig"
    assert plain(chart.title).endswith("til 15,0 % i feb. 2010")


def test_a_newer_month_that_a_jobcenter_has_not_sent_is_no_gap_before_it_is_chosen():
    found = three(("791", 84))
    before = progress_chart(found, "779", FEBRUARY)
    assert before.note == ""
    assert "mar. 2010" not in before.alt
    assert "foreløbig" not in before.source
    assert list(before.table["Måned"])[-1] == "februar 2010"
    assert list(before.data["maaned"])[-1] == "2010-02"
    chosen = progress_chart(found, "779", MARCH)
    assert chosen.note == "Mangler: mar. 2010"
    assert list(chosen.table["Måned"])[-1] == "marts 2010"


def test_only_gaps_up_to_the_chosen_month_are_listed():
    rows = [said("791", month, persons=400, total=40) for month in ("2009-09", "2009-10", "2009-12", "2010-02")]
    found = snapshot(*rows, data_date="2010-04-15", codes=("791",))
    notes = {month: progress_chart(found, "791", month).note for month in (date(2009, 12, 1), JANUARY, FEBRUARY)}
    assert list(notes.values()) == ["Mangler: nov. 2009", "Mangler: nov. 2009, jan. 2010",
                                    "Mangler: nov. 2009, jan. 2010"]


def test_a_hidden_month_is_called_hidden_everywhere_and_never_missing_or_zero():
    chart = progress_chart(three(hidden=[("741", "2009-12")]), "741", FEBRUARY)
    series, december = main(chart), date(2009, 12, 1)
    at = series.months.index(december)
    assert (series.values[at], series.gaps[at]) == (None, "skjult")
    assert series.labels[at] == "Samsø, december 2009: skjult af afsenderen"
    assert chart.note == "Skjult af afsenderen: dec. 2009"
    assert "mangler" not in (chart.note + chart.alt).lower()
    row = chart.table.set_index("Måned").loc["december 2009"]
    assert (row["Andel"], row["I virksomhedsaktivering"], row["Status"]) == ("d", "d", "skjult af afsenderen")
    assert "skjult" in [note.text for note in figure(chart).layout.annotations]
    assert chart.data.set_index("maaned").loc["2009-12", "andel_procent"] != 0


def test_the_region_says_how_many_jobcenters_a_month_with_a_hidden_figure_rests_on():
    table = progress_chart(three(hidden=[("741", "2009-12")]), None, FEBRUARY).table.set_index("Måned")
    assert table["Jobcentre"][["november 2009", "december 2009"]].tolist() == ["3", "2"]
    assert plain(table.loc["december 2009", "Andel"]) == "13,0 %"  # (52 + 52) of 800
