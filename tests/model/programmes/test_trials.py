"""The trials' numbers as printed, and what is computed from them."""

import pytest

from model.programmes.current import FINDINGS


def test_the_trials_are_as_printed():
    assert {t.name: (t.jobcenters, t.enterprises, t.places, t.persons) for t in FINDINGS.trials.values()} == {
        "Pilotforsøg": (6, (37, 37), 200, 600), "Hovedforsøg": (13, (88, 88), 400, 1480),
        "Virksomhedsindsats": (7, (35, 40), 182, None), "4K": (2, (8, 8), 32, None)}


@pytest.mark.parametrize(("trial", "rate"), [("pilot", 3.6), ("main", 2.47)])
def test_persons_per_place_are_counted_by_the_year(trial, rate):
    assert FINDINGS.trials[trial].persons_per_place_and_year == pytest.approx(rate, abs=0.005)


def test_what_the_source_does_not_say_is_not_computed():
    assert FINDINGS.trials["company_effort"].persons_per_place_and_year is None
    assert FINDINGS.trials["four_k"].persons_per_place_and_year is None


def test_a_fifth_is_nineteen_percent_and_keeps_its_words():
    assert (FINDINGS.references.job_or_education.percent, FINDINGS.references.job_or_education.quote) == (19, "1/5")
    beside = FINDINGS.references.self_supporting, FINDINGS.references.self_supporting_otherwise
    assert [each.percent for each in beside] == [20, 13]


def test_what_the_jobcenters_and_their_mentors_said_is_as_printed():
    survey = FINDINGS.survey
    assert (survey.asked, survey.satisfied, survey.better_effect, survey.go_on) == (13, 12, 12, 13)
    assert FINDINGS.mentors.candidates == (15, 35)
