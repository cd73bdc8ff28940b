"""The minimum, how centres divide, courses and networks held, points and a contract's rows."""

from datetime import date, timedelta

import pytest

from model.programmes import programmes
from model.programmes.kinds import Events
from model.subjects.projects.figures.events import due, held, networks
from model.subjects.projects.figures.points import counts, points
from model.subjects.projects.figures.rows import contract_rows
from model.subjects.projects.figures.volume import divisions, minimum
from model.subjects.projects.words.cards import project_cards
from model.subjects.projects.words.projects import overview_title
from tests.model.subjects.projects.reports import COPENHAGEN, FOLLOWED, LATER, MIDDELFART, PLATFORM, as_on, result, send

WHOLE, FIRST, SECOND = "Begyndt i alt", "Heraf i ressourceforløb", "Heraf med mindst 2 år på kontanthjælp"


def started(engine, *cells):
    send(engine, result(COPENHAGEN, *cells))
    return minimum(as_on(engine, LATER), COPENHAGEN)


def test_nothing_reported_is_not_zero(engine):
    least = minimum(as_on(engine, LATER), MIDDELFART)
    assert (least.whole.started, least.whole.left, least.reached, least.on) == (None, None, None, None)


def test_the_newest_day_counts_with_its_parts(engine):
    least = started(engine, ("01-05-2014", WHOLE, "20"), ("01-10-2014", WHOLE, "42"), ("01-10-2014", FIRST, "9"),
                    ("01-10-2014", SECOND, "33"))
    assert (least.whole.started, least.whole.left) == (42, 58)
    assert [(part.started, part.left) for part in least.parts] == [(9, 11), (33, 47)]
    assert least.reached is False and least.on == date(2014, 10, 1)


def test_what_is_left_is_said_in_the_past_once_the_programme_is_over(engine):
    started(engine, ("01-10-2014", WHOLE, "42"))
    during, after = (project_cards(as_on(engine, day), COPENHAGEN)[0].sentences
                     for day in (date(2015, 12, 31), date(2016, 1, 1)))
    assert "Der mangler 58 borgere, og der er tid til og med den 31. dec. 2015." in during
    assert "Der manglede 58 borgere, da det sidst blev opgjort." in after


def test_a_whole_that_was_told_is_not_forgotten_for_a_part_that_comes_later(engine):
    least = started(engine, ("01-05-2014", WHOLE, "84"), ("01-10-2014", FIRST, "9"))
    assert (least.whole.started, least.on) == (84, date(2014, 5, 1))
    assert [part.started for part in least.parts] == [None, None]


@pytest.mark.parametrize(("cells", "words"), [
    ((), "Ingen af projekterne har oplyst, hvor mange der er begyndt"),
    (((WHOLE, "150"),), "Det kan ikke opgøres, om projekterne har nået minimum på 100 borgere i alt og i hver gruppe"),
    (((WHOLE, "150"), (FIRST, "10"), (SECOND, "140")),
     "1 projekt har ikke nået minimum på 100 borgere i alt og i hver gruppe, og 1 kan ikke opgøres"),
    (((WHOLE, "90"), (FIRST, "20"), (SECOND, "70")),
     "1 projekt har ikke nået minimum på 100 borgere, og 1 kan ikke opgøres"),
    (((WHOLE, "100"), (FIRST, "20"), (SECOND, "80")),
     "1 af 2 projekter har nået minimum på 100 borgere, og 1 kan ikke opgøres")])
def test_the_heading_of_all_never_contradicts_the_numbers_under_it(engine, cells, words):
    if cells:
        send(engine, result(COPENHAGEN, *(("01-10-2015", *cell) for cell in cells)))
    assert overview_title(as_on(engine, LATER), "vc_generation_2") == words


def test_a_whole_that_nobody_has_told_is_the_sum_of_its_parts_when_all_are_known(engine):
    assert started(engine, ("01-10-2014", FIRST, "9")).whole.started is None
    least = started(engine, ("01-10-2014", SECOND, "33"))
    assert (least.whole.started, least.summed) == (42, True)


@pytest.mark.parametrize(("whole", "first", "second", "reached"), [
    ("100", "20", "80", True), ("100", "19", "81", False), ("99", "20", "79", False), ("120", "20", "80", True)])
def test_it_is_reached_with_every_part_alone(engine, whole, first, second, reached):
    day = "01-10-2015"
    assert started(engine, (day, WHOLE, whole), (day, FIRST, first), (day, SECOND, second)).reached is reached


def test_centres_divide_where_both_kinds_are_known_on_one_day(engine):
    send(engine, result(MIDDELFART, ("01-05-2014", "Heraf private", "9"), ("01-05-2014", "Heraf offentlige", "4"),
                        ("01-10-2014", "Heraf private", "13")))
    [division] = divisions(as_on(engine, LATER), MIDDELFART)
    assert [(measure.name, count, percent) for measure, count, percent in division.parts] == [
        ("centre_private", 9, 75), ("centre_offentlige", 4, 25)]
    assert divisions(as_on(engine, LATER), COPENHAGEN) == ()


def test_a_course_a_month_but_none_in_june_and_july():
    goal = next(goal for goal in programmes.programmes()["vc_generation_2"].aims(Events))
    day, counted = date(2014, 1, 1), 0
    while day <= date(2016, 3, 1):  # counted day by day: one is due when its month has ended
        assert due(goal, day) == min(20, counted), day
        tomorrow = day + timedelta(days=1)
        counted += tomorrow.month != day.month and day.month not in (6, 7)
        day = tomorrow


def test_courses_and_networks_held_of_those_planned(engine):
    send(engine, result(MIDDELFART, ("01-10-2014", "Mentorkurser holdt i alt", "6"),
                        ("01-10-2014", "Deltagere på mentorkurserne i alt", "81"),
                        ("01-10-2014", "ERFA-møder holdt", "5"), ("01-10-2014", "Store arrangementer holdt", "1")))
    shot = as_on(engine, date(2014, 10, 20))
    [courses] = held(shot, MIDDELFART)
    assert (courses.held, courses.due, courses.goal.planned) == (6, 7, 20)
    assert (courses.came, courses.expected, courses.expected_in_all) == (81, 90, 300)
    assert [(each.held, each.planned) for each in networks(shot, MIDDELFART)] == [
        (1, 2), (None, 8), (None, 12), (5, None)]


def test_who_came_is_held_against_the_courses_of_the_same_day_alone(engine):
    send(engine, result(MIDDELFART, ("01-05-2014", "Mentorkurser holdt i alt", "2"),
                        ("01-05-2014", "Deltagere på mentorkurserne i alt", "30"),
                        ("01-10-2014", "Mentorkurser holdt i alt", "6")))
    [courses] = held(as_on(engine, date(2014, 10, 20)), MIDDELFART)
    assert (courses.held, courses.came) == (6, None)


def test_points_are_counted_by_their_newest_status(engine):
    send(engine, FOLLOWED + f"{MIDDELFART};1. Virksomhedscenterplads;01-05-2014;i gang;Projektleder;;;\n"
         f"{MIDDELFART};1. Virksomhedscenterplads;01-10-2014;på plads;Projektleder;;;\n"
         f"{MIDDELFART};Evaluering;01-10-2014;hindret;Projektleder;Skemaer mangler;Der rykkes;\n")
    stands = points(as_on(engine, LATER), MIDDELFART)
    assert dict(counts(stands)) == {"på plads": 1, "hindret": 1, None: 7}
    assert stands[8].newest.counter_measure == "Der rykkes"
    assert points(as_on(engine, date(2014, 6, 1)), MIDDELFART)[0].status == "i gang"


def test_the_contract_stands_as_it_was_followed_up_and_later_word_goes_on(engine):
    assert [each.status for each in contract_rows(as_on(engine, date(2009, 2, 28)), PLATFORM)] == ["ikke vurderet"] * 2
    first, second = contract_rows(as_on(engine, date(2009, 3, 1)), PLATFORM)
    assert (first.status, second.status, first.has_method) == ("delvist", "ikke opfyldt", False)
    assert [(one.count, one.counter.of, one.reached) for one in second.counted] == [(0, 7, False), (0, 7, False)]
    send(engine, FOLLOWED + f"{PLATFORM};Mål 1;15-04-2009;opfyldt;;;;Rapporten\n")
    send(engine, result(PLATFORM, ("15-04-2009", "Støtteerklæringer i vest", "7")))
    first, second = contract_rows(as_on(engine, date(2009, 4, 20)), PLATFORM)
    assert (first.status, first.on, first.evidence) == ("opfyldt", date(2009, 4, 15), "Rapporten")
    assert [(one.count, one.reached) for one in second.counted] == [(7, True), (0, False)]
