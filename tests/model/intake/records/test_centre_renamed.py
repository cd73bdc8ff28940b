"""A centre under a new name: asked about, one and the same from then on, and asked about again where somebody wants."""


import pytest

from model.intake.records import centre_names
from model.intake.report import Answers
from tests.model.intake.records.identity_files import HEAD, MONTHS, STANDS, centres, file, only, settle, words
from tests.model.intake.records.street import check, load
from tests.sweeps import swept


@pytest.fixture
def renamed(engine):
    """The question that was answered of a centre that has a new name."""
    load(engine, STANDS)
    settle(engine, file("06e_omdoebt_2"), "renamed")
    return centre_names.asked("779", "Nordlys Logistik", "Ulvespor Lager")


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
