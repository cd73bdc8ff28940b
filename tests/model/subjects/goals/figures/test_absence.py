"""Why a figure is not there: what the sender hid and what is missing are never said for one another."""

from datetime import date
from functools import cache
from itertools import product

import pytest

from model.subjects.comparison.charts.goal1_dots import goal1_dots
from model.subjects.comparison.figures.peers import everyone
from model.subjects.courses.charts.course_evaluations import evaluation_chart
from model.subjects.courses.charts.course_matrix import matrix_chart
from model.subjects.courses.charts.courses import runs_chart
from model.subjects.goals.charts.tiles import verdict_table, verdict_tiles
from model.subjects.goals.figures.goals import goal1, goal2
from model.subjects.goals.figures.pace import pace
from model.subjects.goals.words.sentences import pace_sentence
from model.subjects.goals.words.titles import goal1_title, verdict_sentence
from model.subjects.goals.words.wording import goal2_words
from model.subjects.meetings.words.jobcenter import headline
from model.subjects.reporting.words.talking import talking_points
from model.subjects.support.figures.counselling import untold
from model.subjects.support.words.support import reason
from tests.model.subjects.builders import said, snapshot
from tests.model.subjects.course_builders import LEMVIG, SKIVE, VIBORG, came, courses, everybody, forms

MARCH = date(2010, 3, 1)
STATES = (40, "hidden", "missing")
ALL = list(product(STATES, STATES, STATES))


def why(*parts):
    """The rule: what is made of a missing figure is missing, and of a hidden one hidden."""
    return "missing" if "missing" in parts else "hidden" if "hidden" in parts else None


@cache
def viborg(persons, activated, baseline):
    return snapshot(said("791", "2009-09", persons=100, total=baseline),
                    said("791", "2010-03", persons=persons, total=activated), codes=["791"])


@pytest.mark.parametrize(("persons", "activated", "baseline"), ALL)
def test_what_a_figure_rests_on_decides_why_it_is_not_there(persons, activated, baseline):
    found = goal1(viborg(persons, activated, baseline), "791", MARCH)
    assert (found.persons_absent, found.activated_absent) == (why(persons), why(activated))
    assert found.share_absent == why(persons, activated)
    assert found.increase_absent == why(activated, baseline)


@pytest.mark.parametrize(("persons", "activated", "baseline"), ALL)
def test_the_halves_of_goal_1_say_hidden_where_the_sender_hid_and_nothing_is_missing(persons, activated, baseline):
    found = viborg(persons, activated, baseline)
    goal = goal1(found, "791", MARCH)
    share, increase = verdict_sentence(goal).split(": ", 1)[1].split(" · ")
    row = verdict_table([goal], [goal2(found, "791", MARCH)]).iloc[0]
    dots = goal1_dots(found, MARCH, everyone(found)).shape.groups[0].rows[0].dots
    words = dict(headline(found, "791", MARCH))
    for reason_, texts in (
            (why(persons), (row["Målgruppe"], words["Målgruppe"])),
            (why(activated), (row["I\u00a0aktivering"], words["I virksomhedsaktivering"])),
            (why(persons, activated), (share, row["Andel"], dots[0].label, words["Andel i virksomhedsaktivering"])),
            (why(activated, baseline), (increase, row["Forøgelse"], dots[1].label,
                                        words["Forøgelse siden udgangspunktet"]))):
        assert [("skjult" in text) for text in texts] == [reason_ == "hidden"] * len(texts), texts


@pytest.mark.parametrize(("persons", "activated", "baseline"), ALL)
def test_the_verdict_says_hidden_only_where_a_half_is(persons, activated, baseline):
    found = viborg(persons, activated, baseline)
    goal = goal1(found, "791", MARCH)
    row = verdict_table([goal], [goal2(found, "791", MARCH)]).iloc[0]
    month, halves = why(persons, activated), {why(persons, activated), why(activated, baseline)}
    hides = month != "missing" and "hidden" in halves
    told = (goal1_title(goal), pace_sentence(pace(found, "791", MARCH)), *talking_points(found, MARCH))
    assert [("skjult" in text) for text in (*told[:2], row["Mangler"])] == [hides] * 3, told
    assert any("skjult" in text for text in told[2:]) == hides
    assert (month == "missing") == ("mangler tal for marts 2010" in goal1_title(goal))
    assert verdict_tiles(found, MARCH).tiles[0].figure == {
        "hidden": "skjult", "missing": "ingen tal", None: "100\u00a0%"}[month]


def test_a_hidden_baseline_is_named_as_what_is_hidden():
    title = goal1_title(goal1(viborg(100, 40, "hidden"), "791", MARCH))
    assert title == "Viborg: Mål 1 kan ikke opgøres, da et tal for september 2009 er skjult"


@pytest.mark.parametrize(("persons", "activated"), list(product(("hidden", "missing"), (40, "hidden", "missing"))))
def test_the_distance_at_the_baseline_says_why_it_is_not_known(persons, activated):
    found = snapshot(said("791", "2009-09", persons=persons, total=activated), codes=["791"])
    assert ("skjult" in reason(untold(found)[0])) == (why(persons, activated) == "hidden")


@pytest.mark.parametrize(("ended", "good", "received"), list(product(
    (9, "hidden", "missing"), (3, "hidden", "missing"), ("2010-07-20", "2010-04-10"))))
def test_goal_2_is_hidden_only_by_a_figure_that_could_be_measured(ended, good, received):
    stated = said("791", "2010-03", received, ended=ended, good=good)
    found = goal2(snapshot(stated, data_date="2010-08-15"), "791", MARCH)
    early = received == "2010-04-10"
    assert ("skjult" in goal2_words(found)) == (why(ended, good) == "hidden" and not early)
    assert (MARCH in found.absent) == (why(ended, good) == "missing")
    assert (MARCH in found.immature) == (why(ended, good) != "missing" and early)


ROLES = (3, "hidden", "missing")


@pytest.mark.parametrize(("first", "second"), list(product(ROLES, ROLES)))
def test_a_course_day_of_two_roles_says_which_kind_of_unknown_it_is(first, second):
    found = courses(*everybody("K1", {VIBORG: 2, LEMVIG: 2}), came("K1", SKIVE, first),
                    came("K1", SKIVE, second, role="tovholder"))
    chart = matrix_chart(found)
    cell = next(row for row in chart.shape.rows if row.code == SKIVE).cells[0]
    known = {mark for mark in (first, second) if mark == 3}
    assert cell.text == ("6" if (first, second) == (3, 3) else "3*" if known else
                         {"hidden": "d", "missing": "m"}[why(first, second)])
    partly = [words for _, text, words in chart.shape.legend if text == "3*"]
    assert partly == ([] if cell.text != "3*" else [
        f"mindst 3: en rolle er {'skjult' if 'hidden' in (first, second) else 'ikke oplyst'}"])


@pytest.mark.parametrize("marks", list(product((4, "hidden", "missing"), repeat=2)))
def test_a_day_s_sum_and_its_lacking_tell_the_hidden_from_the_silent(marks):
    found = courses(came("K1", VIBORG, marks[0]), came("K1", SKIVE, marks[1]), came("K1", LEMVIG, "hidden"),
                    data_date="2010-05-10")
    row = runs_chart(found).table.iloc[0]
    assert ("skjult" in row["Mangler"]) and ("Lemvig" in row["Mangler"].split("skjult: ")[1])
    for name, mark in zip(("Viborg", "Skive"), marks, strict=True):
        silent, _, hidden = row["Mangler"].partition("skjult: ")
        assert (name in silent, name in hidden) == (mark == "missing", mark == "hidden")
    assert row["Mødte"] == (f"mindst {sum(mark for mark in marks if mark == 4)}" if 4 in marks else
                            "m" if "missing" in marks else "d")


@pytest.mark.parametrize(("sent", "answered"), list(product((24, "hidden", None), (20, "hidden", None))))
def test_evaluation_forms_say_which_of_their_numbers_is_hidden(sent, answered):
    row = evaluation_chart(courses(evaluations=[forms("K1", sent, answered)])).table.iloc[0]
    assert [row["Udsendt"] == "d", row["Besvaret"] == "d"] == [sent == "hidden", answered == "hidden"]
