"""Centres of one name, renamed, moved or opened twice: asked about, and never counted twice in silence."""

from dataclasses import replace

import pandas as pd
import pytest
from sqlmodel import Session

from model.intake.records import centre_names
from model.intake.report import Answers, Correction
from model.store import record_facts
from model.store.tables.activities import CentrePeriod
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import check, load
from tests.model.intake.sweeps import swept

FOLDER = FILES / "public_reports" / "records"
HEAD = "Jobcenter;Virksomhedscenter;Åbnet;Lukket;Sektor;Branche;Pladser\n"
MONTHS = "Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte pladser\n"
STANDS = HEAD + "Skive;Ulvespor Lager;01-03-2010;;privat;Lager;6\n"


def file(name):
    return next(FOLDER.glob(f"{name}*")).read_text()


def only(report):
    """The one question a refused file asks."""
    (problem,) = report.problems
    assert report.status == "refused" and problem.question, report.problems
    return problem


def words(problem):
    return {option.value: option.words for option in problem.options}


@pytest.fixture
def renamed(engine):
    """The question that was answered of a centre that has a new name."""
    load(engine, STANDS)
    settle(engine, file("06e_omdoebt_2"), "renamed")
    return centre_names.asked("779", "Nordlys Logistik", "Ulvespor Lager")


def answer(engine, text, value):
    """The answers to all that the file asks, and again what the file asks then."""
    asked = [p for p in check(engine, text).problems if p.question]
    return Answers(said={p.question: value for p in asked})


def settle(engine, text, value):
    load(engine, text, answers=answer(engine, text, value))


def centres(engine):
    """(jobcenter, name, day opened) -> places, of the periods that count."""
    with Session(engine) as session:
        frame = record_facts.records(session, CentrePeriod)
    counting = frame[frame["event"].ne("udgaar")]
    return {(row.jobcenter, row.name, f"{row.opened:%d-%m-%Y}"): row.places for row in counting.itertuples(index=False)}


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


class TestRenamed:
    NEW = file("06e_omdoebt_2")

    def test_a_name_that_says_its_old_one_is_asked_about(self, engine):
        load(engine, STANDS)
        told = words(only(check(engine, self.NEW)))
        assert "1 aktivt center med 6 pladser" in told["renamed"]
        assert "2 aktive centre med 6 og 6 pladser" in told["another"]

    def test_a_renamed_centre_is_still_one_and_keeps_its_months(self, engine):
        load(engine, STANDS)
        load(engine, MONTHS + "Skive;Ulvespor Lager;2010-03;6;5\n")
        settle(engine, self.NEW, "renamed")
        assert len(centres(engine)) == 1
        assert check(engine, MONTHS + "Skive;Nordlys Logistik (tidl. Ulvespor Lager);2010-04;6;5\n").status == "ready"

    def test_the_next_file_is_not_asked_again(self, engine):
        load(engine, STANDS)
        settle(engine, self.NEW, "renamed")
        load(engine, self.NEW + "Skive;Ny Kro;01-04-2010;;privat;Hotel;6\n")
        assert len(centres(engine)) == 2

    @pytest.mark.parametrize("text", swept([
        HEAD + "Skive;Nordlys Logistik;01-03-2010;;privat;Lager;6\n",
        HEAD + "Skive;nordlys logistik;01-03-2010;;privat;Lager;9\n",
        HEAD + "Skive;Ulvespor Lager;01-03-2010;;privat;Lager;7\n",
        "Jobcenter;Centrets navn;Startdato;Pladser\nSkive;Nordlys Logistik;01-03-2010;6\n",
        "Jobcenter;Centrets navn;Startdato;Pladser\nSkive;Nordlys Logistik (tidl. Ulvespor Lager);01-03-2010;6\n"],
        1, 2, 4))
    def test_both_names_lead_to_it_from_then_on_whoever_sends_them(self, engine, text):
        load(engine, STANDS)
        settle(engine, self.NEW, "renamed")
        report = check(engine, text)
        assert report.status == "ready", report.problems
        assert "Ulvespor Lager" in text or any("er læst som »Ulvespor Lager«" in note for note in report.notes)
        load(engine, text)
        assert list(centres(engine)) == [("779", "Ulvespor Lager", "01-03-2010")]

    @pytest.mark.parametrize("months", [
        MONTHS + "Skive;Nordlys Logistik;2010-03;6;5\n", MONTHS + "Skive;Nordlys Logistik;2010-03;;5 af 6\n",
        "Jobcenter;Virksomhedscenter;Måned;Ledige pladser\nSkive;Nordlys Logistik;2010-03;1\n"])
    def test_its_months_are_read_under_the_new_name(self, engine, months):
        load(engine, STANDS)
        settle(engine, self.NEW, "renamed")
        report = check(engine, months)
        assert report.status == "ready", report.problems
        assert set(report.changes["said"]) == {"Skive, Ulvespor Lager, mar. 2010"}
        assert report.changes.set_index("measure")["value"]["besatte"] == 5

    def test_a_centre_of_the_new_name_elsewhere_is_its_own(self, engine):
        load(engine, STANDS)
        settle(engine, self.NEW, "renamed")
        load(engine, HEAD + "Viborg;Nordlys Logistik;01-04-2010;;privat;Lager;6\n")
        assert len(centres(engine)) == 2

    def test_a_name_after_the_new_one_is_asked_about_as_of_the_same_centre(self, engine):
        load(engine, STANDS)
        settle(engine, self.NEW, "renamed")
        asked = only(check(engine, HEAD + "Skive;Sydlys (tidl. Nordlys Logistik);01-03-2010;;privat;Lager;9\n"))
        assert "»Ulvespor Lager«" in asked.text

    def test_one_that_opens_again_under_the_new_name_is_the_same(self, engine):
        load(engine, STANDS)
        settle(engine, self.NEW, "renamed")
        load(engine, STANDS.replace("01-03-2010;;", "01-03-2010;01-04-2010;"))
        load(engine, HEAD + "Skive;Nordlys Logistik;15-04-2010;;privat;Lager;6\n")
        assert {name for _, name, _ in centres(engine)} == {"Ulvespor Lager"}

    def test_both_names_on_rows_that_say_other_things_are_told_of(self, engine):
        load(engine, STANDS)
        settle(engine, self.NEW, "renamed")
        text = STANDS + "Skive;Nordlys Logistik;01-03-2010;;privat;Lager;8\n"
        assert any("Række 2 og 3 er samme center" in note for note in check(engine, text).notes)
        load(engine, text)
        assert centres(engine) == {("779", "Ulvespor Lager", "01-03-2010"): 8}

    def test_an_answer_that_it_is_another_holds_for_later_files_too(self, engine):
        load(engine, STANDS)
        settle(engine, self.NEW, "another")
        text = HEAD + "Skive;Nordlys Logistik;01-03-2010;;privat;Lager;9\n"
        assert any("er læst som »Nordlys Logistik (tidl. Ulvespor Lager)«" in n for n in check(engine, text).notes)
        load(engine, text)
        assert sorted(centres(engine).values()) == [6, 9]

    def test_another_centre_is_one_more(self, engine):
        load(engine, STANDS)
        settle(engine, self.NEW, "another")
        assert len(centres(engine)) == 2

    @pytest.mark.parametrize("name", swept([
        "Nordlys Logistik (tidligere Ulvespor Lager)", "Nordlys Logistik (før Ulvespor Lager)",
        "Ulvespor Lager (nu Nordlys Logistik)", "Nordlys Logistik, tidl. Ulvespor Lager",
        "Nordlys Logistik omdøbt fra Ulvespor Lager", "Nordlys Logistik (tidl. kaldt ulvespor lager)",
        "Nordlys Logistik – ex. Ulvespor Lager", "Ulvespor Lager (omdøbt til Nordlys Logistik)"], 2, 4, 5, 6))
    def test_however_it_is_said(self, engine, name):
        load(engine, STANDS)
        assert "»Ulvespor Lager«" in only(check(engine, self.NEW.replace(
            "Nordlys Logistik (tidl. Ulvespor Lager)", name))).text

    def test_a_new_name_on_the_same_day_with_the_same_places_and_branch_is_asked_about(self, engine):
        load(engine, STANDS)
        only(check(engine, STANDS.replace("Ulvespor Lager", "Nordlys Logistik")))

    def test_both_names_in_one_file_are_never_counted_twice_in_silence(self, engine):
        text = STANDS + self.NEW.splitlines()[1] + "\n"
        only(check(engine, text))
        settle(engine, text, "renamed")
        assert centres(engine) == {("779", "Ulvespor Lager", "01-03-2010"): 6}

    def test_a_centre_that_closed_under_its_old_name_is_not_asked_about(self, engine):
        text = STANDS.replace("01-03-2010;;", "01-03-2010;01-04-2010;")
        row = self.NEW.splitlines()[1].replace("01-03-2010", "01-04-2010")
        assert check(engine, f"{text}{row}\n").status == "ready"

    @pytest.mark.parametrize("row", ["Skive;Nordlys;01-03-2010;;privat;Lager;8\n",
                                     "Skive;Nordlys;01-03-2010;;;Vask;6\n",
                                     "Skive;Nordlys;01-04-2010;;privat;Lager;6\n",
                                     "Viborg;Nordlys;01-03-2010;;;Lager;6\n",
                                     "Skive;Nordlys (tidl. Bjergby Vask);01-02-2010;;privat;Vask;6\n"])
    def test_what_differs_is_another_without_a_question(self, engine, row):
        load(engine, STANDS)
        assert check(engine, HEAD + row).status == "ready"

    def test_a_file_that_names_both_is_not_asked(self, engine):
        load(engine, STANDS)
        assert check(engine, STANDS + "Skive;Nordlys;01-03-2010;;privat;Lager;6\n").status == "ready"


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


class TestRemembered:
    """What was answered about a centre stands with the later files that rest on it, and can be answered anew."""

    RENAMED = HEAD + "Skive;Nordlys Logistik;01-04-2010;;privat;Lager;8\n"
    OTHERS = RENAMED.replace("Sektor", "Ejerforhold").replace("Pladser", "Antal pladser")
    DOUBLED = STANDS + "Skive;Ulvespor Lager;01-03-2010;;privat;Lager;8\n"
    NEXT = DOUBLED + "Viborg;Ny Kro;01-04-2010;;privat;Hotel;6\n"

    @pytest.mark.parametrize("text", [RENAMED, OTHERS])
    def test_an_answer_to_a_rename_is_told_whoever_gave_it(self, engine, renamed, text):
        (told,) = check(engine, text).answered
        assert (told.question, told.suggestion) == (renamed, "renamed") and "»Ulvespor Lager«" in told.text

    @pytest.mark.parametrize("text", [RENAMED, OTHERS])
    def test_a_rename_is_asked_about_again_and_answered_otherwise(self, engine, renamed, text):
        asked = only(check(engine, text, answers=Answers(anew=frozenset({renamed}))))
        assert asked.question == renamed and "2 aktive centre med 6 og 8 pladser" in words(asked)["another"]
        load(engine, text, answers=Answers(said={renamed: "another"}, anew=frozenset({renamed})))
        assert sorted(centres(engine).values()) == [6, 8]

    def test_months_are_not_asked_what_only_the_register_is(self, engine, renamed):
        report = check(engine, MONTHS + "Skive;Nordlys Logistik;2010-04;6;5\n")
        assert report.status == "ready" and not report.answered

    @pytest.mark.parametrize("headings", swept([HEAD, HEAD.replace("Sektor", "Ejerforhold")], 1))
    @pytest.mark.parametrize(("value", "other", "places"), [("later", "one", 14), ("one", "later", 8)])
    def test_doubled_rows_are_told_and_asked_about_again(self, engine, headings, value, other, places):
        settle(engine, self.DOUBLED, value)
        text = self.NEXT.replace(HEAD, headings)
        (told,) = check(engine, text).answered
        assert told.suggestion == value
        asked = only(check(engine, text, answers=Answers(anew=frozenset({told.question}))))
        load(engine, text, answers=Answers(said={asked.question: other}, anew=frozenset({asked.question})))
        assert centres(engine)["779", "Ulvespor Lager", "01-03-2010"] == places

    @pytest.mark.parametrize("text", swept([RENAMED, OTHERS, RENAMED.replace("Branche", "Branchen")], 1, 2))
    def test_the_newest_answer_holds_whatever_else_an_earlier_sender_answers_later(self, engine, renamed, text):
        load(engine, self.OTHERS, answers=Answers(said={renamed: "another"}))
        settle(engine, self.DOUBLED.replace("Skive;Ulvespor Lager", "Viborg;Rævehale"), "later")
        (told,) = check(engine, text.replace("Nordlys", "nordlys")).answered
        assert (told.question, told.suggestion) == (renamed, "another")
