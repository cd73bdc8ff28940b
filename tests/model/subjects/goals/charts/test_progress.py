"""The trend: the indicator's own numbers, gaps that stay gaps, hollow provisional months, a title that is a finding."""

from datetime import date

import pytest

from model.basics.months import span
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.figures.progress import progress
from tests.model.subjects.builders import said, snapshot

MARCH = date(2010, 3, 1)
VIBORG, SKIVE = "791", "779"


def months_of(code: str, first: str, last: str, *, without: tuple[str, ...] = (), persons: int = 300, start: int = 30):
    """One statement a month, one more in praktik each month."""
    wanted = span(date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last}-01"))
    return [said(code, f"{m:%Y-%m}", praktik=start + i, loentilskud=0, total=start + i, persons=persons)
            for i, m in enumerate(wanted) if f"{m:%Y-%m}" not in without]


@pytest.fixture
def two():
    return snapshot(*months_of(VIBORG, "2009-09", "2010-03", without=("2009-12",)),
                    *months_of(SKIVE, "2009-09", "2010-03", persons=100, start=10),
                    data_date="2010-04-15", codes=(VIBORG, SKIVE))


def test_the_main_line_carries_the_indicators_numbers(two):
    chart = progress_chart(two, VIBORG, MARCH)
    main = next(s for s in chart.series if s.role == "main")
    assert progress(two, VIBORG)["share"].dropna().tolist() == [value for value in main.values if value is not None]
    assert main.values[main.months.index(MARCH)] == pytest.approx(12.0)


def test_a_month_without_figures_is_none_and_said_under_the_chart(two):
    chart = progress_chart(two, VIBORG, MARCH)
    main = next(s for s in chart.series if s.role == "main")
    assert main.values[main.months.index(date(2009, 12, 1))] is None
    assert chart.note == "Mangler: dec. 2009"
    assert "dec. 2009" in chart.alt


def test_the_table_and_the_file_say_the_same_as_the_line(two):
    chart = progress_chart(two, VIBORG, MARCH)
    main = next(s for s in chart.series if s.role == "main")
    drawn = {f"{m:%Y-%m}": v for m, v in zip(main.months, main.values, strict=True) if v is not None}
    assert chart.data.set_index("maaned")["andel_procent"].dropna().to_dict() == drawn
    row = chart.table.set_index("Måned").loc["marts 2010"]
    assert (row["Målgruppe"], row["I virksomhedsaktivering"], row["Andel"], row["Status"]) == (
        "300", "36", "12,0\u00a0%", "endelig")
    assert chart.table.set_index("Måned").loc["december 2009", "Andel"] == "m"


def test_the_title_tells_the_way_from_the_first_to_the_chosen_month(two):
    title = progress_chart(two, VIBORG, MARCH).title
    assert title == "Andelen steg fra 10,0\u00a0% i sep. 2009 til 12,0\u00a0% i mar. 2010"
    assert len(title) <= 75


def test_the_region_is_a_quiet_line_behind_a_jobcenter_and_alone_on_its_own_page(two):
    assert [s.role for s in progress_chart(two, VIBORG, MARCH).series] == ["context", "main", "required"]
    assert [s.name for s in progress_chart(two, None, MARCH).series if s.role == "main"] == ["Hele regionen"]


def test_the_required_path_runs_from_today_to_what_both_halves_ask_for_in_the_last_month(two):
    path = next(s for s in progress_chart(two, VIBORG, MARCH).series if s.role == "required")
    assert path.months[0] == MARCH
    assert path.months[-1] == date(2011, 6, 1)
    assert path.values[0] == pytest.approx(12.0)
    assert path.values[-1] == pytest.approx(100 * 48 / 300)  # 16 % of 300 is 48, more than 30 + 15


def test_nothing_is_required_when_the_goal_is_reached():
    reached = snapshot(said(VIBORG, "2009-09", persons=100, total=5), said(VIBORG, "2010-03", persons=100, total=30),
                       data_date="2010-04-15", codes=(VIBORG,))
    assert [s.role for s in progress_chart(reached, VIBORG, MARCH).series] == ["context", "main"]


def test_months_after_the_chosen_one_are_not_drawn_when_a_newer_is_final(two):
    main = next(s for s in progress_chart(two, VIBORG, date(2010, 1, 1)).series if s.role == "main")
    assert main.values[main.months.index(MARCH)] is None


def test_a_newer_month_that_is_not_whole_is_hollow():
    newer = snapshot(*months_of(VIBORG, "2009-09", "2010-03"), *months_of(SKIVE, "2009-09", "2010-02"),
                     data_date="2010-04-05", codes=(VIBORG, SKIVE))
    main = next(s for s in progress_chart(newer, VIBORG, date(2010, 2, 1)).series if s.role == "main")
    assert main.provisional[main.months.index(MARCH)]
    assert not main.provisional[main.months.index(date(2010, 2, 1))]
    assert (main.label_last, main.label_at) == ("11,7\u00a0% (feb.)", date(2010, 2, 1))


def test_a_jobcenter_that_never_reported_has_a_chart_that_says_so(two):
    silent = snapshot(*months_of(VIBORG, "2009-09", "2010-03"), data_date="2010-04-15", codes=(VIBORG, SKIVE))
    chart = progress_chart(silent, SKIVE, MARCH)
    assert chart.title == "Der er endnu ingen andel at vise"
    assert all(v is None for s in chart.series if s.role == "main" for v in s.values)


def test_the_rounding_never_shows_a_target_reached_that_is_not():
    near = snapshot(said(VIBORG, "2009-09", persons=10_000, total=1_000),
                    said(VIBORG, "2010-03", persons=10_000, total=1_596), data_date="2010-04-15", codes=(VIBORG,))
    chart = progress_chart(near, VIBORG, MARCH)
    assert "15,96\u00a0%" in chart.title
    assert chart.table.set_index("Måned").loc["marts 2010", "Andel"] == "15,96\u00a0%"


def test_a_group_under_twenty_is_told_as_a_count():
    few = snapshot(said(VIBORG, "2010-03", persons=12, total=2), data_date="2010-04-15", codes=(VIBORG,))
    assert progress_chart(few, VIBORG, MARCH).title == "Andelen var 2 af 12 i marts 2010"


def test_alt_text_fits_a_screen_reader(two):
    chart = progress_chart(two, VIBORG, MARCH)
    assert len(chart.alt) <= 250
    assert chart.alt.startswith("Linjediagram. Viborg: andelen steg fra")
