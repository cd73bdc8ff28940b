"""Rules on the file's rows laid over what is stored already."""

from datetime import date

import pytest

from tests.model.intake.filing import HEAD, check, load, stated


@pytest.fixture
def march(engine):
    """Viborg's and Skive's March, stored."""
    load(engine, HEAD + "2010-03;791;795;102;32\n2010-03;779;414;61;12\n")
    return engine


def texts(report):
    return [p.text for p in report.problems]


def test_a_part_is_held_against_the_stored_whole(march):
    report = check(march, "maaned;kommunekode;heraf_virksomhedspraktik\n2010-03;779;415\n")
    assert any("415 i virksomhedspraktik er flere end målgruppens 414 (indlæst tidligere)" in t for t in texts(report))


def test_a_whole_is_held_against_the_stored_parts(march):
    report = check(march, "maaned;kommunekode;personer_match4\n2010-03;779;60\n")
    assert any("61 i virksomhedspraktik er flere end målgruppens 60" in t for t in texts(report))
    assert report.errors[0].row == 2 and report.errors[0].column == "personer_match4"


def test_a_file_that_mends_both_sides_at_once_is_accepted(march):
    assert not check(march, "maaned;kommunekode;personer_match4;praktik\n2010-03;779;500;300\n").errors


def test_what_the_file_does_not_touch_is_not_judged(march):
    """Skive's March is broken by an undo elsewhere: that is not this file's problem."""
    report = check(march, "maaned;kommunekode;afsluttede_forloeb\n2010-03;779;13\n")
    assert not report.problems


def test_a_hidden_or_missing_number_is_never_compared(engine):
    for mark in ("<5", "..", "*"):
        report = check(engine, HEAD.strip()
                       + f";i virksomhedscenter\n2010-03;779;{mark};61;12;9\n2010-03;791;58;{mark};12;5\n")
        assert not report.problems, texts(report)


def test_the_stored_total_hidden_means_the_sum_is_not_used_in_its_place(engine):
    text = "maaned;kommunekode;personer_match4;praktik;løntilskud;virksomhedsaktivering\n2010-03;779;70;61;12;<5\n"
    assert not check(engine, text).errors


def test_everything_wrong_in_the_gate_is_told_at_once_in_the_order_of_the_rows(engine):
    report = check(engine, HEAD + "2010-03;791;ca. 10;1;1\n2010-03;779;58;61;x2\n2010-03;766;10;11;12\n")
    assert [(p.row, p.jobcenter) for p in report.errors] == [(2, "791"), (3, "779"), (3, "779"), (4, "766"), (4, "766")]


def test_a_large_change_from_the_stored_month_before_is_a_warning(march):
    report = check(march, "maaned;kommunekode;praktik\n2010-04;791;160\n2010-04;779;70\n")
    assert [(p.severity, p.jobcenter) for p in report.problems] == [("advarsel", "791")]
    assert "160 i virksomhedspraktik i april 2010 mod 102 måneden før" in report.problems[0].text


@pytest.mark.every
@pytest.mark.parametrize(("before", "after", "odd"), [
    (20, 30, False), (20, 31, True), (20, 10, False), (20, 9, True), (4, 13, False), (4, 14, True), (0, 10, True),
    (0, 9, False)])
def test_large_means_over_half_and_at_least_ten(engine, before, after, odd):
    report = check(engine, f"maaned;kommunekode;praktik\n2010-02;791;{before}\n2010-03;791;{after}\n")
    assert bool(report.warnings) is odd


def test_a_correction_that_makes_the_month_after_odd_is_a_warning(march):
    report = check(march, "maaned;kommunekode;praktik\n2010-02;791;40\n")
    assert "102 i virksomhedspraktik i marts 2010 mod 40 måneden før" in report.warnings[0].text
    assert report.warnings[0].row == 2


def test_what_was_accepted_before_is_not_warned_about_again(engine):
    text = "maaned;kommunekode;praktik\n2010-02;791;20\n2010-03;791;90\n"
    load(engine, text)
    assert not check(engine, text + "2010-03;779;5\n").warnings


def test_taking_back_a_figure_that_stands_is_a_warning(march):
    report = check(march, "maaned;kommunekode;praktik\n2010-03;779;..\n")
    assert [p.severity for p in report.problems] == ["advarsel"]
    assert "61" in report.problems[0].text and "taget tilbage" in report.problems[0].text
    assert stated(report) == {("779", "2010-03", "heraf_virksomhedspraktik"): "missing"}


def test_not_reported_where_nothing_stands_is_no_problem(engine):
    assert not check(engine, "maaned;kommunekode;praktik;personer\n2010-03;779;..;mangler\n").problems


def test_a_row_without_figures_is_fine(engine):
    report = check(engine, HEAD.strip() + ";bem.\n2010-03;791;795;;;\n2010-03;766;;;;ikke modtaget\n")
    assert report.status == "ready" and not report.problems


def test_the_campaigns_last_month_is_accepted_when_it_has_begun(engine):
    text = "maaned;kommunekode;praktik\n2011-06;791;20\n"
    assert check(engine, text, today=date(2011, 6, 1)).status == "ready"
    assert check(engine, text, today=date(2011, 5, 31)).status == "refused"


def test_the_day_a_file_was_received_is_the_day_that_counts(engine):
    text = "maaned;kommunekode;praktik\n2010-05;791;20\n"
    assert check(engine, text, today=date(2026, 1, 1), received_on=date(2010, 4, 12)).status == "refused"


def test_the_diff_tells_new_changed_and_unchanged(march):
    report = check(march, HEAD + "2010-03;791;795;103;32\n2010-04;791;796;103;32\n")
    assert report.counts == {"new": 3, "changed": 1, "unchanged": 2}
    changed = report.changes[report.changes["kind"] == "changed"].iloc[0]
    assert (changed["old_value"], changed["value"], changed["row"]) == (102, 103, 2)


def test_a_figure_that_becomes_hidden_is_changed(march):
    report = check(march, HEAD + "2010-03;791;795;<5;32\n")
    changed = report.changes[report.changes["kind"] == "changed"].iloc[0]
    assert (changed["old_value"], changed["mark"]) == (102, "hidden")


def test_a_very_long_list_of_problems_is_cut_short_and_counted(engine):
    many = "".join(f"2010-03;{code};1\n" for code in range(100, 600)) * 3
    report = check(engine, "maaned;kommunekode;praktik\n" + many)
    assert len(report.problems) < 1100
    assert any("steder mere med samme slags fejl" in p.text for p in report.problems)
