"""Two jobcenters in a cell, two centres in a name: asked about, never read as one of them in silence."""

import pytest

from model.intake.report import Answers, Correction
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import HEAD, check, load
from tests.sweeps import swept

FOLDER = FILES / "public_reports" / "records"
LOG = "Nr.;Dato;Jobcenter;Emne\n108;02-03-2010;{};Mentor\n"
CENTRES = "Jobcenter;Virksomhedscenter;Åbnet;Pladser\n"


def words(problem):
    return {option.value: option.words for option in problem.options}


def test_an_enquiry_of_two_jobcenters_is_asked_about_naming_both(engine):
    report = check(engine, (FOLDER / "05g_flere_jobcentre.csv").read_text())
    assert [p.cell for p in report.problems] == ["C2", "C3", "C4"]
    assert all(p.question and p.suggestion is None and "Mente du" not in p.text for p in report.problems)
    assert list(words(report.problems[0])) == ["empty", "779", "791", "wrong"]
    assert "nævner Skive og Viborg" in report.problems[0].text
    assert list(words(report.problems[2])) == ["empty", "wrong"]


@pytest.mark.parametrize(("answer", "place"), [("empty", None), ("779", "779")])
def test_the_answer_is_told_and_holds_for_every_such_cell(engine, answer, place):
    text = LOG.format("Skive, Viborg") + "109;03-03-2010;Skive/Viborg;Mentor\n"
    (asked,) = {p.question for p in check(engine, text).problems}
    report = check(engine, text, answers=Answers(said={asked: answer}))
    assert report.status == "ready" and len(set(report.changes["jobcenter"])) == 1
    assert report.changes["jobcenter"].iloc[0] == place
    assert sum("»Skive, Viborg« (celle C2)" in note for note in report.notes) == 1


@pytest.mark.parametrize("text", swept(["Skive og Viborg", "Skive & Viborg", "779/791",
                                        "Jobcenter Skive; Jobcenter Viborg", "Skive - Viborg", "Skive + Viborg",
                                        "Skive samt Viborg"], 0, 2, 3, 4))
def test_two_jobcenters_are_known_however_they_are_joined(engine, text):
    (problem,) = check(engine, LOG.format(f'"{text}"')).problems
    assert "Skive og Viborg" in problem.text


@pytest.mark.parametrize("text", ["Ringkøbing/Skjern", "Ikast, Brande", "Ikast & Brande"])
def test_one_jobcenter_of_two_towns_is_one(engine, text):
    assert check(engine, LOG.format(text)).status == "ready"


@pytest.mark.parametrize("text", [
    HEAD + "K1;Skive, Viborg;tovholder;2;2\n", CENTRES + "Skive/Viborg;Lysthuset;01-10-2009;6\n",
    "Jobcenter;Status;Tilbudt den\nSkive og Viborg;tilbudt;01-12-2009\n",
    "maaned;jobcenter;personer_match4\n2010-03;Skive, Viborg;400\n2010-03;Lemvig;400\n"])
def test_where_a_row_is_a_jobcenters_each_must_have_its_own(engine, text):
    (problem,) = check(engine, text).errors
    assert "er flere jobcentre: Skive og Viborg. Skriv en række for hvert." in problem.text
    assert problem.suggestion is None


def test_two_centres_in_a_cell_are_never_counted_once_in_silence(engine):
    report = check(engine, (FOLDER / "06i_flere_afdelinger_i_celle.csv").read_text())
    assert [p.cell for p in report.problems] == ["B2", "B3"]
    assert "tæller som 1 center med 18 pladser" in words(report.problems[0])["one"]


@pytest.mark.parametrize("answer", ["one", "several"])
def test_one_centre_is_read_and_several_are_to_be_written_apart(engine, answer):
    text = CENTRES + 'Skive;"Rævehale Kantine\nHjorteløb Gartneri";01-03-2010;12\n'
    (asked,) = check(engine, text).problems
    report = check(engine, text, answers=Answers(said={asked.question: answer}))
    if answer == "one":
        assert report.status == "ready"
        load(engine, text, answers=Answers(said={asked.question: answer}))
        assert check(engine, text + "Skive;Ny;01-04-2010;6\n").status == "ready"  # and is not asked again
    else:
        assert "Skriv hvert center på sin egen række" in report.problems[0].text and not report.problems[0].question


@pytest.mark.parametrize("name", ["Bageri og Konditori", "Ulvespor A/S", "Hansen & Søn", "Ulvespor Lager (Nørregade)",
                                  "Hotel Nord, køkken og reception", "Kro/hotel", "Plejecenter Nord (køkken og vask)"])
def test_a_name_is_a_name(engine, name):
    assert check(engine, f"{CENTRES}Skive;{name};01-03-2010;8\n").status == "ready"
    assert check(engine, f"{CENTRES}Skive;Bageri og Konditori;01-03-2010;20\n").status == "ready"


@pytest.mark.parametrize("name", ['"Rævehale Kantine; Hjorteløb Gartneri"', "Rævehale Kantine / Hjorteløb Gartneri",
                                  "Rævehale Kantine/Hjorteløb Gartneri", "Ulvespor Lager (3 afdelinger)",
                                  "Rævehale Kantine + Hjorteløb Gartneri"])
def test_names_that_are_joined_are_asked_about(engine, name):
    (problem,) = check(engine, f"{CENTRES}Skive;{name};01-03-2010;8\n").problems
    assert problem.question


class TestEverybody:
    TEXT = LOG.format("alle")

    @pytest.mark.parametrize("text", swept(["alle", "Hele regionen", "samtlige jobcentre", "Alle kommuner",
                                            "tværgående", "Alle 19 jobcentre", "hele Midtjylland"], 0, 4, 5))
    def test_the_word_is_asked_about_once_and_remembered_of_the_sender(self, engine, text):
        log = LOG.format(text)
        (asked,) = check(engine, log).problems
        assert asked.question.startswith("words.jobcenter.") and list(words(asked)) == ["empty", "wrong"]
        assert "huskes" in asked.text
        load(engine, log, answers=Answers(said={asked.question: "empty"}))
        later = check(engine, log.replace("108", "109") + "110;04-03-2010;Skive;Mentor\n")
        assert later.status == "ready", later.problems
        assert any(f"»{text}« (celle C2): jobcentret er ikke skrevet på henvendelsen" in n for n in later.notes)

    def test_another_word_is_asked_about_by_itself(self, engine):
        load(engine, self.TEXT, answers=Answers(said={"words.jobcenter.alle": "empty"}))
        (asked,) = check(engine, self.TEXT.replace("alle", "samtlige")).problems
        assert asked.question == "words.jobcenter.samtlige"

    def test_that_a_cell_is_to_be_mended_holds_for_its_file_alone(self, engine):
        wrong = {"words.jobcenter.alle": "wrong"}
        (told,) = check(engine, self.TEXT, answers=Answers(said=wrong)).problems
        assert told.question is None and told.cell == "C2"
        load(engine, self.TEXT, answers=Answers(said=wrong, corrections=(Correction("", "C2", "Skive"),)))
        (asked,) = check(engine, self.TEXT.replace("108", "109")).problems
        assert asked.question == "words.jobcenter.alle"

    def test_two_jobcenters_in_a_cell_are_of_that_enquiry(self, engine):
        (asked,) = check(engine, LOG.format("Skive, Viborg")).problems
        assert asked.question.startswith("identity.")
