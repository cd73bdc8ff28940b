"""Rows of one name in one jobcenter: one centre or two, and one that is opened twice; what either answer counts."""


import pytest

from tests.model.intake.records.identity_files import (
    HEAD,
    STANDS,
    answer,
    centres,
    file,
    only,
    settle,
    words,
)
from tests.model.intake.records.street import check, load


class TestOneName:
    TEXT = STANDS + "Skive;Ulvespor Lager;01-03-2010;;privat;Lager;8\n"

    def test_two_addresses_under_one_name_are_asked_about(self, engine):
        report = check(engine, file("06d"))
        assert len(report.problems) == 2 and all(p.question for p in report.problems)
        assert not any("Slet" in p.text for p in report.problems)
        told = words(report.problems[0])
        assert "2 aktive centre med 6 og 8 pladser" in told["several"]
        assert "Række 3 får navnet »Ulvespor Lager (2)«" in told["several"]
        assert "1 aktivt center med 14 pladser" in told["one"]

    def test_two_centres_have_a_name_each(self, engine):
        settle(engine, self.TEXT, "several")
        assert centres(engine) == {("779", "Ulvespor Lager", "01-03-2010"): 6,
                                   ("779", "Ulvespor Lager (2)", "01-03-2010"): 8}

    def test_one_centre_has_the_places_of_both_and_every_number_is_accounted_for(self, engine):
        report = check(engine, self.TEXT, answers=answer(engine, self.TEXT, "one"))
        assert any("1 aktivt center med 14 pladser" in note for note in report.notes)
        assert {group.why for group in report.account.groups} == {"Gemmes",
                                                                  "Gemmes som en del af en anden rækkes oplysninger"}
        settle(engine, self.TEXT, "one")
        assert centres(engine) == {("779", "Ulvespor Lager", "01-03-2010"): 14}

    @pytest.mark.parametrize("value", ["several", "one"])
    def test_the_next_month_is_not_asked_again(self, engine, value):
        settle(engine, self.TEXT, value)
        before = centres(engine)
        load(engine, self.TEXT + "Skive;Ny Kro;01-04-2010;;privat;Hotel;6\n")
        assert centres(engine) == before | {("779", "Ny Kro", "01-04-2010"): 6}

    def test_rows_in_another_order_are_known_by_their_places(self, engine):
        settle(engine, self.TEXT, "several")
        before = centres(engine)
        head, one, two = self.TEXT.splitlines()
        report = check(engine, "\n".join([head, two, one]) + "\n")
        assert report.counts["changed"] == report.counts["new"] == 0 and len(before) == 2

    def test_a_wrong_row_is_to_be_left_out(self, engine):
        (problem,) = check(engine, self.TEXT, answers=answer(engine, self.TEXT, "wrong")).problems
        assert problem.rows == (2, 3) and not problem.question

    def test_two_rows_that_say_the_very_same_may_still_be_two(self, engine):
        text = STANDS + STANDS.splitlines()[1] + "\n"
        told = words(only(check(engine, text)))
        assert "2 aktive centre med 6 og 6 pladser" in told["several"] and "1 aktivt center med 6" in told["same"]
        settle(engine, text, "same")
        assert centres(engine) == {("779", "Ulvespor Lager", "01-03-2010"): 6}


class TestOpenedTwice:
    TEXT = HEAD + ("Viborg;Rævehale Kantine;01-02-2010;;privat;Køkken;6\n"
                   "Viborg;Rævehale Kantine;01-04-2010;;privat;Køkken;5\n")
    FIRST = "".join(TEXT.splitlines(keepends=True)[:2])
    SECOND = HEAD + TEXT.splitlines()[2] + "\n"

    def test_each_answer_says_what_it_counts(self, engine):
        asked = only(check(engine, self.TEXT))
        assert "åbnede 1. feb. 2010 og er ikke lukket" in asked.text
        told = words(asked)
        assert "2 aktive centre med 6 og 5 pladser" in told["several"]
        assert "1 aktivt center med 5 pladser" in told["corrected"] and "pause" in told

    @pytest.mark.parametrize(("value", "left"), [
        ("several", {("791", "Rævehale Kantine", "01-02-2010"): 6, ("791", "Rævehale Kantine (2)", "01-04-2010"): 5}),
        ("corrected", {("791", "Rævehale Kantine", "01-04-2010"): 5})])
    def test_another_centre_or_another_date(self, engine, value, left):
        settle(engine, self.TEXT, value)
        assert centres(engine) == left

    @pytest.mark.parametrize(("value", "left"), [
        ("several", {("791", "Rævehale Kantine", "01-02-2010"): 6, ("791", "Rævehale Kantine (2)", "01-04-2010"): 5}),
        ("corrected", {("791", "Rævehale Kantine", "01-04-2010"): 5})])
    def test_the_same_of_one_that_stands(self, engine, value, left):
        load(engine, self.FIRST)
        settle(engine, self.SECOND, value)
        assert centres(engine) == left
        assert check(engine, self.SECOND + "Skive;Ny;01-04-2010;;privat;Hotel;6\n").status == "ready"

    def test_a_pause_needs_the_day_it_closed(self, engine):
        (problem,) = check(engine, self.TEXT, answers=answer(engine, self.TEXT, "pause")).problems
        assert "skriv på en række med åbningsdagen 1. feb. 2010, hvornår centret lukkede" in problem.text

    def test_a_file_that_withdraws_the_other_period_is_not_asked(self, engine):
        load(engine, self.FIRST)
        assert check(engine, "Jobcenter;Virksomhedscenter;Åbnet;Hændelse\nViborg;Rævehale Kantine;01-02-2010;udgår\n"
                     "Viborg;Rævehale Kantine;01-04-2010;\n").status == "ready"

    def test_a_centre_that_closed_first_opens_again_without_a_question(self, engine):
        assert check(engine, self.TEXT.replace("01-02-2010;;", "01-02-2010;01-03-2010;")).status == "ready"
