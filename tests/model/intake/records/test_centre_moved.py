"""A centre that stands elsewhere already, and one that is open in one row and closed in another."""

from dataclasses import replace

import pandas as pd
import pytest
from sqlmodel import Session

from model.intake.report import Correction
from model.store import record_facts
from model.store.tables.activities import CentrePeriod
from tests.model.intake.records.identity_files import (
    HEAD,
    MONTHS,
    STANDS,
    answer,
    centres,
    file,
    only,
    settle,
    words,
)
from tests.model.intake.records.street import check, load
from tests.sweeps import swept


class TestMoved:
    NEW = file("06f")

    def test_a_centre_that_stands_in_another_jobcenter_is_asked_about(self, engine):
        load(engine, STANDS)
        asked = only(check(engine, self.NEW))
        told = words(asked)
        assert "står allerede under Skive" in asked.text
        assert "Skive får 1 aktivt center mindre (6 pladser), og Viborg får 1 aktivt center mere" in told["moved"]
        assert "Skive beholder sit, og Viborg får 1 aktivt center mere (6 pladser)" in told["another"]

    @pytest.mark.parametrize(("value", "places"), [("moved", {"791"}), ("another", {"779", "791"})])
    def test_it_is_where_the_answer_says(self, engine, value, places):
        load(engine, STANDS)
        settle(engine, self.NEW, value)
        assert {code for code, *_ in centres(engine)} == places
        assert check(engine, self.NEW + "Skive;Ny;01-04-2010;;privat;Hotel;6\n").status == "ready"

    def test_months_are_never_left_without_their_centre(self, engine):
        load(engine, STANDS)
        load(engine, MONTHS + "Skive;Ulvespor Lager;2010-03;6;5\n")
        assert set(words(only(check(engine, self.NEW)))) == {"closed", "another"}

    def test_one_that_moved_on_a_day_is_to_be_written_with_it(self, engine):
        load(engine, STANDS)
        (problem,) = check(engine, self.NEW, answers=answer(engine, self.NEW, "closed")).problems
        assert "skriv en række for Skive med datoen under »Lukket«" in problem.text and not problem.question

    def test_a_chain_with_a_centre_in_each_is_not_asked(self, engine):
        load(engine, STANDS)
        assert check(engine, STANDS + "Viborg;Ulvespor Lager;01-03-2010;;privat;Lager;6\n").status == "ready"
        assert check(engine, HEAD + "Viborg;Ulvespor Lager;01-04-2010;;privat;Lager;6\n").status == "ready"


class TestOpenAndClosed:
    SHUT = "Skive;Ulvespor Lager;01-10-2009;15-01-2010;;Lager;6\n"
    LIVE = "Skive;Ulvespor Lager;01-10-2009;;privat;Lager;8\n"
    TEXT = HEAD + SHUT + LIVE

    def test_each_answer_says_what_it_does_to_active_centres_and_places(self, engine):
        told = words(only(check(engine, self.TEXT)))
        assert list(told) == ["several", "closed", "open", "again", "wrong"]
        assert "1 center med 6 pladser, der lukkede 15. jan. 2010" in told["closed"]
        assert "1 aktivt center med 8 pladser" in told["open"] and "1 aktivt center med 8 pladser" in told["again"]
        assert "der lukkede 15. jan. 2010 og 1 aktivt center med 8 pladser" in told["several"]

    @pytest.mark.parametrize("text", swept([TEXT, HEAD + LIVE + SHUT], 1))
    @pytest.mark.parametrize(("value", "places", "closed"), [("closed", 6, True), ("open", 8, False)])
    def test_the_row_that_is_chosen_holds_and_is_not_asked_about_again(self, engine, text, value, places, closed):
        report = check(engine, text, answers=answer(engine, text, value))
        assert {group.why for group in report.account.groups} <= {"Gemmes", "Gemmes som en del af en anden rækkes "
                                                                            "oplysninger"}
        settle(engine, text, value)
        assert centres(engine) == {("779", "Ulvespor Lager", "01-10-2009"): places}
        with Session(engine) as session:
            frame = record_facts.records(session, CentrePeriod)
        assert bool(frame["closed"].notna().iloc[0]) == closed and frame["sector"].iloc[0] == "privat"
        load(engine, text + "Viborg;Ny Kro;01-04-2010;;privat;Hotel;6\n")
        assert centres(engine)["779", "Ulvespor Lager", "01-10-2009"] == places

    @pytest.mark.parametrize("live", [LIVE, LIVE.replace("01-10-2009;;", "01-10-2009;åben;")])
    def test_one_that_is_still_open_takes_back_the_closing_that_stands(self, engine, live):
        load(engine, HEAD.replace("Sektor", "Lukkeårsag;Sektor") + self.SHUT.replace(";;Lager", ";Andet;privat;Lager"))
        text = HEAD + self.SHUT + live
        assert words(only(check(engine, text)))["open"].endswith(
            "1 aktivt center med 8 pladser. Lukkedatoen bruges ikke, og 15. jan. 2010, der står fra tidligere, tages "
            "tilbage")
        warned = check(engine, text, answers=answer(engine, text, "open")).warnings
        assert [problem.column for problem in warned] == ["Lukket", "Lukkeårsag"]
        assert "15. jan. 2010 bliver taget tilbage" in warned[0].text and "svar noget andet" in warned[0].text
        settle(engine, text, "open")
        with Session(engine) as session:
            (period,) = record_facts.records(session, CentrePeriod).itertuples(index=False)
        assert (period.places, pd.isna(period.closed), period.reason) == (8, True, None)
        assert not check(engine, text + "Viborg;Ny Kro;01-04-2010;;privat;Hotel;6\n").warnings

    @pytest.mark.parametrize(("value", "says"), [
        ("later", "1 center med 8 pladser, der lukkede 15. jan. 2010"),
        ("one", "1 center med 14 pladser, der lukkede 15. jan. 2010"),
        ("several", "1 center med 6 pladser, der lukkede 15. jan. 2010 og 1 aktivt center med 8 pladser")])
    def test_rows_without_a_closing_say_what_stands_of_it(self, engine, value, says):
        load(engine, HEAD + self.SHUT)
        text = HEAD + self.LIVE.replace(";8", ";6") + self.LIVE
        assert says in words(only(check(engine, text)))[value]
        assert not check(engine, text, answers=answer(engine, text, value)).warnings

    def test_one_that_opened_again_must_say_when(self, engine):
        again = answer(engine, self.TEXT, "again")
        (problem,) = check(engine, self.TEXT, answers=again).problems
        assert problem.row == 3 and problem.column == "Åbnet" and problem.question is None
        assert "hvornår centret åbnede igen" in problem.text
        load(engine, self.TEXT, answers=replace(again, corrections=(Correction("", "C3", "01-03-2010"),)))
        assert len(centres(engine)) == 2
        only(check(engine, self.TEXT + "Viborg;Ny Kro;01-04-2010;;privat;Hotel;6\n"))

    def test_other_rows_are_asked_about_anew(self, engine):
        settle(engine, self.TEXT, "open")
        only(check(engine, self.TEXT.replace(";Lager;8", ";Lager;9")))

    def test_the_last_of_two_open_rows_may_hold(self, engine):
        text = HEAD + self.LIVE.replace(";8", ";6") + self.LIVE
        assert "(række 3) gælder: 1 aktivt center med 8 pladser" in words(only(check(engine, text)))["later"]
        settle(engine, text, "later")
        assert centres(engine) == {("779", "Ulvespor Lager", "01-10-2009"): 8}
        assert check(engine, text + "Viborg;Ny Kro;01-04-2010;;privat;Hotel;6\n").status == "ready"
