"""»Kan tallet bruges?«: every reservation is found by a rule, and nothing is said where nothing stands in the way."""

from datetime import date

from model.basics.months import span
from model.subjects.goals.figures.usable import reservations
from tests.model.subjects.builders import said, snapshot

MARCH = date(2010, 3, 1)


def whole(**last: int | str):
    """Viborg, every month from the baseline, with a mature cohort of thirty; ``last`` changes March."""
    months = [f"{m:%Y-%m}" for m in span(date(2009, 9, 1), MARCH)]
    rows = [said("791", m, persons=300, total=30 + i, **(last if m == "2010-03" else {})) for i, m in enumerate(months)]
    return [*rows, *(said("791", m, received="2010-06-10", ended=10, good=2) for m in months[1:])]


def found(*more, statements=None):
    rows = whole() if statements is None else statements
    return snapshot(*rows, *more, data_date="2010-06-15", codes=("791",))


def test_nothing_is_said_of_figures_that_are_whole():
    assert reservations(found(), "791", MARCH) == []


def test_a_missing_month_is_named():
    rows = [s for s in whole() if s.month != date(2009, 12, 1)]
    assert "Der mangler tal for dec. 2009." in reservations(found(statements=rows), "791", MARCH)


def test_hidden_months_are_not_called_missing():
    rows = [s for s in whole() if s.month != date(2009, 12, 1)] + [said("791", "2009-12", persons=300, total="hidden")]
    said_of_it = reservations(found(statements=rows), "791", MARCH)
    assert "Afsenderen har skjult tal for dec. 2009." in said_of_it
    assert not any("mangler tal" in line for line in said_of_it)


def test_a_correction_is_counted_with_its_month():
    assert "1 tal er rettet siden første indberetning: mar. 2010." in reservations(
        found(said("791", "2010-03", received="2010-06-12", total=40)), "791", MARCH)


def test_young_courses_are_left_out_of_goal_2_and_said():
    rows = [s for s in whole() if "afsluttede_forloeb" not in s.figures or s.month != MARCH]
    rows.append(said("791", "2010-03", received="2010-04-10", ended=10, good=2))
    assert any("kan endnu ikke måles" in line for line in reservations(found(statements=rows), "791", MARCH))


def test_small_numbers_ask_for_counts_instead_of_percent():
    rows = [said("791", "2009-09", persons=12, total=1), said("791", "2010-03", persons=12, total=2)]
    assert any(line.startswith("Små tal: målgruppen er 12 personer og Mål 2 bygger på 0 forløb")
               for line in reservations(found(statements=rows), "791", MARCH))


def test_a_total_made_of_parts_is_said_to_be_so():
    rows = [*whole(), said("791", "2010-03", received="2010-06-11", total="missing", praktik=30, loentilskud=6)]
    assert any("summeret" in line for line in reservations(found(statements=rows), "791", MARCH))


def test_a_break_in_the_series_is_named_once_it_has_come():
    rows = found(said("791", "2010-02", received="2010-06-11", model="1-3"))
    assert any(line.startswith("Nye matchgrupper (databrud) fra februar 2010: ")
               for line in reservations(rows, "791", MARCH))
    assert reservations(rows, "791", date(2010, 1, 1)) == []


def test_a_month_that_is_not_whole_is_provisional():
    rows = snapshot(*whole(), said("779", "2010-02", persons=300, total=30), data_date="2010-06-15",
                    codes=("791", "779"))
    assert reservations(rows, "791", MARCH)[0] == (
        "Tallene for marts 2010 er foreløbige: ikke alle jobcentre har indberettet.")
