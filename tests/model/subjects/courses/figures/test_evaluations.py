"""Evaluation forms: the response as sums over sums, scores as counts, and what is not known."""

from hypothesis import given
from hypothesis import strategies as st

from model.subjects.courses.figures.evaluations import any_answer, evaluations, response
from tests.model.subjects.course_builders import courses, forms


def test_every_held_course_day_is_listed_also_without_forms():
    found = evaluations(courses(evaluations=[forms("K1", 40, 30, 0, 1, 4, 15, 10)], data_date="2010-02-01"))
    assert [one.code for one in found] == ["K1", "K2", "K3"]
    assert (found[0].sent, found[0].answered, found[0].scores) == (40, 30, (0, 1, 4, 15, 10))
    assert (found[1].sent, found[1].scores) == (None, (None,) * 5)


def test_a_mentor_run_that_is_over_is_listed_once_after_the_course_days_also_without_forms():
    found = evaluations(courses(evaluations=[forms("M1-3", 20, 9)]))
    assert [one.code for one in found] == ["K1", "K2", "K3", "K4", "K5", "K6", "M1-3", "M2-3"]
    assert (found[-2].sent, found[-1].sent, found[-1].held) == (20, None, True)
    early = evaluations(courses(data_date="2010-04-12"))
    assert [one.code for one in early if one.code.startswith("M")] == ["M1-3"]


def test_the_response_is_a_sum_over_a_sum_of_the_days_where_both_are_known():
    snapshot = courses(evaluations=[forms("K1", 40, 30), forms("K2", 60), forms("K3", 10, 2)])
    assert response(snapshot) == (32, 50)


def test_without_both_counts_there_is_no_response():
    assert response(courses(evaluations=[forms("K1", 40)])) is None
    assert response(courses()) is None
    assert not any_answer(courses())


def test_answers_without_a_score_are_told_only_when_every_score_is_known():
    whole, partly = evaluations(courses(evaluations=[forms("K1", 40, 30, 0, 1, 4, 15, 8),
                                                     forms("K2", 40, 30, "hidden", 1, 4, 15, 8)]))[:2]
    assert whole.without_score == 2
    assert partly.without_score is None
    assert partly.marks[0] == "hidden"


@given(st.dictionaries(st.sampled_from(["K1", "K2", "K3", "K4"]), st.tuples(st.integers(0, 80), st.integers(0, 80))))
def test_the_response_adds_up(stated):
    snapshot = courses(evaluations=[forms(code, pair[0], min(pair)) for code, pair in stated.items()])
    wanted = (sum(min(pair) for pair in stated.values()), sum(sent for sent, _ in stated.values()))
    assert response(snapshot) == (wanted if stated else None)
