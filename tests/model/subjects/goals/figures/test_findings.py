"""Titles and verdicts word for word, singular and plural, and no word of cause, praise or significance."""

from dataclasses import replace
from datetime import date

import pytest

from model.subjects.goals.figures.goals import goal1, goal2
from model.subjects.goals.figures.region import region
from model.subjects.goals.figures.verdicts import Verdict
from model.subjects.goals.words.region import missing_title, region_sentence, region_title
from model.subjects.goals.words.titles import (
    goal1_title,
    goal2_sentence,
    goal2_title,
    verdict_label,
    verdict_sentence,
    verdict_words,
)
from model.subjects.reporting.words.talking import talking_points
from tests.model.subjects.builders import said, snapshot, target

MARCH = date(2010, 3, 1)


def plain(text):
    return text.replace("\u00a0", " ")


def viborg(base=30, *, targets=(), **march):
    rows = [said("791", "2009-09", persons=300, total=base), said("791", "2010-03", **march)]
    return goal1(snapshot(*rows, targets=targets), "791", MARCH)


@pytest.mark.parametrize(("figures", "title"), [
    ({"persons": 312, "total": 53}, "Viborg har nået Mål 1: 17,0 % og 23 flere end i september 2009"),
    ({"persons": 200, "total": 42}, "Viborg er over 16 %, men mangler 3 personer i forøgelsen på 15"),
    ({"persons": 200, "total": 44}, "Viborg er over 16 %, men mangler 1 person i forøgelsen på 15"),
    ({"persons": 250, "total": 40}, "Viborg er på 16 %, men mangler 5 personer i forøgelsen på 15"),
    ({"persons": 312, "total": 47}, "Viborg har 17 flere i gang, men mangler 3 personer i at nå 16 %"),
    ({"persons": 312, "total": 38}, "Viborg mangler 12 personer i at nå Mål 1"),
    ({"persons": 276, "total": 44}, "Viborg mangler 1 person i at nå Mål 1"),
    ({}, "Viborg mangler tal for marts 2010"),
    ({"persons": 312}, "Viborg mangler tal for marts 2010"),
    ({"persons": 312, "total": "hidden"}, "Viborg: Mål 1 kan ikke opgøres, da et tal for marts 2010 er skjult"),
    ({"persons": 0, "total": 0}, "Viborg har ingen i målgruppen i marts 2010")])
def test_the_title_of_goal_1(figures, title):
    assert plain(goal1_title(viborg(**figures))) == title


def test_a_baseline_that_is_not_there_is_the_reason_given():
    found = viborg("hidden", persons=312, total=53)
    assert goal1_title(found) == "Viborg: Mål 1 kan ikke opgøres, da et tal for september 2009 er skjult"
    typed = viborg(persons=312, total=53, targets=[target("baseline_value", value=30, jobcenter="791")])
    assert plain(goal1_title(typed)) == "Viborg har nået Mål 1: 17,0 % og 23 flere end ved udgangspunktet"


@pytest.mark.parametrize(("figures", "sentence"), [
    ({"persons": 250, "total": 42}, "Mål 1 ikke nået: 16,8 % ✓ · +12 personer ✗, mangler 3"),
    ({"persons": 312, "total": 53}, "Mål 1 nået: 17,0 % ✓ · +23 personer ✓"),
    ({"persons": 312, "total": 31}, "Mål 1 ikke nået: 9,9 % ✗ · +1 person ✗, mangler 19"),
    ({"persons": 312, "total": 28}, "Mål 1 ikke nået: 9,0 % ✗ · −2 personer ✗, mangler 22"),
    ({"persons": 15, "total": 2}, "Mål 1 ikke nået: 2 af 15 ✗ · −28 personer ✗, mangler 43"),
    ({"persons": 94, "total": 15}, "Mål 1 ikke nået: 15,96 % ✗ · −15 personer ✗, mangler 30"),
    ({"persons": 31, "total": "hidden"}, "Mål 1 kan ikke opgøres: andelen er skjult · forøgelsen er skjult"),
    ({}, "Mål 1 kan ikke opgøres: andelen er ukendt · forøgelsen er ukendt"),
    ({"total": 53}, "Mål 1 kan ikke opgøres: andelen er ukendt · +23 personer ✓"),
    ({"persons": 0, "total": 0}, "Mål 1 kan ikke opgøres: ingen i målgruppen · −30 personer ✗")])
def test_the_verdict_says_both_halves_and_the_persons_missing(figures, sentence):
    assert plain(verdict_sentence(viborg(**figures))) == sentence


def test_the_verdict_can_be_read_aloud_and_says_when_it_is_provisional_or_indicative():
    found = replace(viborg(persons=250, total=42), indicative=True)
    assert plain(verdict_sentence(found, spoken=True, provisional=True)) == (
        "Mål 1 ikke nået (foreløbig): 16,8 % (nået) · +12 personer (ikke nået) (med forbehold), mangler 3")


@pytest.mark.parametrize(("total", "verdict", "words", "label"), [
    (60, Verdict.REACHED, "nået", "Begge dele er nået"), (44, Verdict.PARTLY, "kun 14 %", "Kun 14 % er nået"),
    (41, Verdict.PARTLY, "kun 10 flere", "Kun 10 flere er nået"), (33, Verdict.NOT_REACHED, "ikke nået", "Ikke nået"),
    ("hidden", Verdict.UNKNOWN, "kan ikke opgøres", "Kan ikke opgøres")])
def test_the_verdict_is_shown_with_the_targets_that_apply_and_held_without(total, verdict, words, label):
    changed = [target("share", value=14, recorded="2010-02-01"), target("increase", value=10, recorded="2010-02-01")]
    base, persons = (35, 300) if total == 44 else (30, 300)
    found = viborg(base, targets=changed, persons=persons, total=total)
    assert (found.verdict, plain(verdict_words(found)), plain(verdict_label(found))) == (verdict, words, label)


def test_the_verdict_takes_its_words_from_the_plan_when_nothing_else_is_said():
    shown = [plain(verdict_words(viborg(base, persons=312, total=total))) for base, total in ((36, 50), (34, 49))]
    assert shown == ["kun 16 %", "kun 15 flere"]
    shown = [verdict_words(viborg(persons=312, total=total)) for total in (53, 31, "hidden")]
    assert shown == ["nået", "ikke nået", "kan ikke opgøres"]


def test_one_half_is_told_with_each_jobcenters_own_target():
    rows = [said(code, "2009-09", persons=300, total=70) for code in ("791", "779")]
    rows += [said(code, "2010-03", persons=300, total=72) for code in ("791", "779")]
    own = target("share", value=20, jobcenter="779", recorded="2010-02-01")
    points = talking_points(snapshot(*rows, targets=[own], codes=("791", "779")), MARCH)
    assert "Kun den ene del af Mål 1 er nået. 16 %: Viborg. 20 %: Skive." in [plain(p) for p in points]


@pytest.mark.parametrize(("good", "ended", "title"), [
    (52, 200, "Viborg ligger klart over 20 %: 52 af 200 er selvforsørgende"),
    (28, 200, "Viborg ligger klart under 20 %: 28 af 200 er selvforsørgende"),
    (26, 118, "Viborg ligger over 20 %, men det kan være tilfældigt: 26 af 118 er selvforsørgende"),
    (14, 95, "Viborg ligger under 20 %, men det kan være tilfældigt: 14 af 95 er selvforsørgende"),
    (12, 60, "Viborg ligger på 20 %, men det kan være tilfældigt: 12 af 60 er selvforsørgende"),
    (2, 6, "Viborg har 6 afsluttede forløb – for få til en vurdering"),
    (0, 1, "Viborg har 1 afsluttet forløb – for få til en vurdering"),
    (0, 0, "Viborg har ingen afsluttede forløb, der kan måles endnu"),
    ("hidden", 9, "Viborg: Mål 2 kan ikke opgøres, da et tal er skjult")])
def test_the_title_of_goal_2(good, ended, title):
    found = goal2(snapshot(said("791", "2009-12", good=good, ended=ended)), "791", MARCH)
    assert plain(goal2_title(found, name="Viborg")) == title


def test_goal_2_says_what_it_rests_on():
    rows = [said("791", "2009-11", good=5, ended=30), said("791", "2009-12", good=5, ended=30),
            said("741", "2009-12", good="hidden", ended=4)]
    found = snapshot(*rows, data_date="2010-04-20")
    assert goal2_sentence(goal2(found, "791", MARCH)) == (
        "Forløb afsluttet okt. 2009–mar. 2010: 2 måneder kan måles. Endnu ikke målbare: feb. 2010 og mar. 2010. "
        "Uden tal: okt. 2009 og jan. 2010.")
    assert goal2_sentence(goal2(found, None, MARCH)).endswith("Skjulte tal fra 1 jobcenter er ikke med.")


def region_of(*march, data_date="2010-06-15", codes=("791", "779", "741")):
    rows = [said(code, "2009-09", persons=300, total=30) for code in codes]
    rows += [said(code, "2010-03", **figures) for code, figures in zip(codes, march, strict=True)]
    return region(snapshot(*rows, codes=codes, data_date=data_date), MARCH)


REACHED, NEAR, FAR = ({"persons": 300, "total": x} for x in (60, 47, 30))


@pytest.mark.parametrize(("march", "sentence"), [
    ((REACHED, REACHED, REACHED), "Alle 3 jobcentre har nået Mål 1"),
    ((REACHED, FAR, NEAR), "1 af 3 jobcentre har nået Mål 1. De øvrige mangler tilsammen 19 personer"),
    ((REACHED, REACHED, NEAR), "2 af 3 jobcentre har nået Mål 1. Det sidste mangler 1 person"),
    ((FAR, FAR, FAR), "Ingen af 3 jobcentre har nået Mål 1. De mangler tilsammen 54 personer"),
    ((REACHED, FAR, {"persons": 30, "total": "hidden"}),
     "1 af 3 jobcentre har nået Mål 1. 1 mangler 18 personer, og 1 kan ikke opgøres"),
    ((FAR, FAR, {"persons": 30, "total": "hidden"}),
     "Ingen af 3 jobcentre har nået Mål 1. 2 mangler tilsammen 36 personer, og 1 kan ikke opgøres"),
    ((REACHED, REACHED, {"persons": 30, "total": "hidden"}), "2 af 3 jobcentre har nået Mål 1. 1 kan ikke opgøres"),
    (({}, {}, {}), "Mål 1 kan ikke opgøres for noget jobcenter i marts 2010")])
def test_what_is_said_of_the_region(march, sentence):
    found = region_of(*march)
    assert region_sentence(found) == sentence
    known = [g for g in found.goals if g.missing is not None]
    assert found.missing == (sum(max(0, 48 - g.activated, 45 - g.activated) for g in known) if known else None)


def test_who_is_missing_takes_precedence_over_every_other_title():
    one = region_of(REACHED, FAR, {})
    assert missing_title(one.coverage) == "Samsø mangler tal for marts 2010"
    assert region_title(one) == "1 jobcenter mangler tal for marts 2010"
    two = region_of(REACHED, {"persons": 3}, {})
    assert missing_title(two.coverage) == "Samsø og Skive mangler tal for marts 2010"
    assert region_title(two) == "2 jobcentre mangler tal for marts 2010"
    nobody = region_of(REACHED, REACHED, REACHED)
    assert (missing_title(nobody.coverage), region_title(nobody)) == (None, region_sentence(nobody))


@pytest.mark.parametrize(("silent", "title"), [
    (("665", "751", "779", "741"), "Lemvig, Samsø, Skive og Aarhus mangler tal for marts 2010"),
    (("665", "751", "779", "741", "791"), "5 jobcentre mangler tal for marts 2010")])
def test_at_most_four_that_are_missing_are_named_in_danish_order(silent, title):
    codes = snapshot().jobcenters.index
    rows = [said(code, "2010-03", persons=300, total=30) for code in codes if code not in silent]
    assert missing_title(region(snapshot(*rows), MARCH).coverage) == title


def test_titles_are_short_and_say_no_cause_praise_or_significance():
    counts = [(n, x) for n in (0, 90, 312, 2000) for x in (0, 31, 46, 60, 400) if x <= n]
    titles = [goal1_title(viborg(persons=n, total=x)) for n, x in counts]
    titles += [region_title(region_of(REACHED, FAR, NEAR)), region_title(region_of(FAR, FAR, {}))]
    for title in titles:
        assert len(title) <= 75, title
        assert not any(word in title.lower() for word in ("skyldes", "effekt", "signifikant", "flot", "desværre"))
