"""The trials' numbers as printed, and what is computed from them."""

import pytest

from model.programmes import trials


def test_the_trials_are_as_printed():
    assert {t.name: (t.jobcenters, t.enterprises, t.places, t.persons) for t in trials.TRIALS} == {
        "Pilotforsøg": (6, (37, 37), 200, 600), "Hovedforsøg": (13, (88, 88), 400, 1480),
        "Virksomhedsindsats": (7, (35, 40), 182, None), "4K": (2, (8, 8), 32, None)}


@pytest.mark.parametrize(("trial", "rate"), [(trials.PILOT, 3.6), (trials.MAIN, 2.47)])
def test_persons_per_place_are_counted_by_the_year(trial, rate):
    assert trial.persons_per_place_and_year == pytest.approx(rate, abs=0.005)


def test_what_the_source_does_not_say_is_not_computed():
    assert trials.COMPANY_EFFORT.persons_per_place_and_year is None
    assert trials.FOUR_K.persons_per_place_and_year is None


def test_a_fifth_is_nineteen_percent_and_keeps_its_words():
    assert (trials.JOB_OR_EDUCATION.percent, trials.JOB_OR_EDUCATION.quote) == (19, "1/5")
    assert (trials.SELF_SUPPORTING.percent, trials.SELF_SUPPORTING_OTHERWISE.percent) == (20, 13)
