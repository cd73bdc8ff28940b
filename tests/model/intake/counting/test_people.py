"""A list with one row a person becomes how many were registered and how many came."""

import pytest

from model.intake.examine import examine
from model.intake.saving import apply
from tests.model.intake.counting.lists import HEAD, K3, SKIVE, TODAY, content, listed, of_file, people, questions, table
from tests.model.intake.filing import workbook
from tests.sweeps import swept
from tests.viewers import named


@pytest.mark.parametrize(("name", "said", "counts"), [
    ("01a", {"count.kursusdag.1": "K3"}, [[*SKIVE, 2, 1], ["26-01-2010", "Viborg", "tovholder", 1, 0]]),
    ("01b", {"words.kom.tom": "udeblev"}, [[*SKIVE, 2, 1], ["26-01-2010", "Viborg", "tovholder", 1, 1]]),
    ("01c", {}, [[*SKIVE, 1, 1], ["26-01-2010", "Horsens", "jobkonsulent", 1, 0],
                 ["26-01-2010", "Viborg", "tovholder", 1, 1]]),
    ("01d", {}, [[*SKIVE, 3, 2], ["26-01-2010", "Viborg", "tovholder", 1, 1]]),
    ("01h", {}, [[*SKIVE, 1, 1], ["26-01-2010", "Viborg", "jobkonsulent", 1, 1]]),
    ("03b", {"words.dage.tom": "udeblev"},
     [[day, *who] for day, skive in (("19-11-2009", 2), ("09-12-2009", 1), ("26-01-2010", 1))
      for who in (["Skive", "jobkonsulent", 2, skive], ["Viborg", "tovholder", 1, 1])])])
def test_the_lists_people_send_are_counted(engine, name, said, counts):
    report = of_file(engine, name, said)
    assert (report.status, table(report)) == ("ready", counts)


@pytest.mark.parametrize(("rows", "counts"), [
    (["Skive;Konsulent;Deltog", "Skive;Konsulent;Afbud", "Skive;Konsulent;Venteliste"], [*SKIVE, 2, 1]),
    (["Skive;Konsulent;checked in", "Skive;Konsulent;Not attending"], [*SKIVE, 2, 1]),
    (["Skive;Konsulent;Mødt", "Skive;Konsulent;Afmeldt"], [*SKIVE, 1, 1]),
    (["Skive;Konsulent;Tilmeldt", "Skive;Konsulent;Tilmeldt"], [*SKIVE, 2]),  # whether they came is not said
    (["Skive;Konsulent;Tilmeldt", "Skive;Konsulent;Deltog"], [*SKIVE, 2])])
def test_words_of_a_status_say_who_is_counted(engine, rows, counts):
    assert table(listed(engine, people(*rows))) == [counts]


@pytest.mark.parametrize(("answer", "came"), [("udeblev", 1), ("ukendt", None), ("afmeldt", 1)])
def test_an_empty_cell_means_what_the_sender_says(engine, answer, came):
    text = people("Skive;Konsulent;Deltog", "Skive;Konsulent;")
    assert questions(listed(engine, text)) == ["words.kom.tom"]
    report = listed(engine, text, {"words.kom.tom": answer})
    registered = 1 if answer == "afmeldt" else 2
    assert table(report) == [[*SKIVE, registered] + ([came] if came is not None else [])]


@pytest.mark.parametrize("heading", ["Afbud", "Fravær", "Udeblevet"])
def test_a_tick_says_what_its_heading_says(engine, heading):
    text = people("Skive;Konsulent;x", "Skive;Konsulent;", "Skive;Konsulent;").replace("Status", heading)
    [asked] = questions(listed(engine, text))
    assert table(listed(engine, text, {asked: "kom"})) == [[*SKIVE, 3, 2]]


def test_a_word_nobody_knows_is_asked_about_once_and_not_told_in_its_id(engine):
    text = people("Skive;Konsulent;Deltog", "Skive;Konsulent;Gik kl. 11", "Skive;Konsulent;gik kl. 11")
    [problem] = listed(engine, text).errors
    assert "»Gik kl. 11« (2 rækker)" in problem.text
    assert "gik" not in problem.question.casefold()
    assert table(listed(engine, text, {problem.question: "kom"})) == [[*SKIVE, 3, 3]]
    assert table(listed(engine, text, {problem.question: "udelad"})) == [[*SKIVE, 1, 1]]


def test_a_misspelt_jobcenter_is_asked_about_with_the_likely_one_first_in_mind(engine):
    text = people("Holstbro;Konsulent;Deltog", "Holstebro;Konsulent;Deltog")
    [problem] = listed(engine, text).errors
    assert (problem.suggestion, len(problem.options)) == ("661", 20)
    counts = table(listed(engine, text, {problem.question: "661"}))
    assert counts == [["26-01-2010", "Holstebro", "jobkonsulent", 2, 2]]


def test_a_jobcenter_once_a_block_is_asked_about_and_carried_down(engine):
    text = people("Skive;Konsulent;Deltog", ";Konsulent;Afbud", "Viborg;Konsulent;Deltog")
    assert questions(listed(engine, text)) == ["words.jobcenter.tom"]
    counted = table(listed(engine, text, {"words.jobcenter.tom": "over"}))
    assert counted == [[*SKIVE, 2, 1], ["26-01-2010", "Viborg", "jobkonsulent", 1, 1]]


def test_a_list_that_says_no_role_asks_for_one(engine):
    text = "Kursusdag 3;;\nNavn;Jobcenter;Status\nOpdigtet A;Skive;Deltog\nOpdigtet B;Skive;Afbud\n"
    assert questions(listed(engine, text)) == ["count.rolle.1"]
    counts = table(listed(engine, text, {"count.rolle.1": "tovholder"}))
    assert counts == [["26-01-2010", "Skive", "tovholder", 2, 1]]


@pytest.mark.parametrize(("said", "counts"), [("tilmeldt", [2]), ("kom", [2]), ("begge", [2, 2])])
def test_a_list_that_only_names_people_asks_who_they_are(engine, said, counts):
    text = K3 + "Navn;Jobcenter;Rolle\nOpdigtet A;Skive;Konsulent\nOpdigtet B;Skive;Konsulent\n"
    [asked] = questions(listed(engine, text))
    report = listed(engine, text, {asked: said})
    assert (report.status, table(report)[0][3:]) == ("ready", counts)
    assert ("Mødt" in report.workbook.sheets[0].cells.iloc[0].tolist()) == (said != "tilmeldt")


def test_rows_that_are_wholly_alike_may_be_one_person_twice(engine):
    row = "Opdigtet A;Skive;Konsulent;Deltog\n"
    text = K3 + HEAD + row + row + "Opdigtet B;Skive;Konsulent;Deltog\n"
    [problem] = listed(engine, text).errors
    assert "1 række er helt ens" in problem.text and "række 4" in problem.text
    counts = {said: table(listed(engine, text, {problem.question: said}))[0][3:] for said in ("ja", "nej")}
    assert counts == {"ja": [2, 2], "nej": [3, 3]}


def test_without_names_rows_that_are_alike_are_so_many_people(engine):
    assert questions(of_file(engine, "01d")) == []


def test_a_row_that_says_both_is_asked_about(engine):
    text = K3 + "Navn;Jobcenter;Rolle;Mødt;Afbud\nOpdigtet A;Skive;Konsulent;x;x\nOpdigtet B;Skive;Konsulent;x;\n"
    assert questions(listed(engine, text)) == ["count.modstrid"]
    assert table(listed(engine, text, {"count.modstrid": "udeblev"})) == [[*SKIVE, 2, 1]]


def test_walk_ins_came_without_being_registered(engine):
    text = K3 + "Navn;Jobcenter;Rolle;Tilmeldt;Mødt\nOpdigtet A;Skive;Konsulent;0;1\nOpdigtet B;Skive;Konsulent;1;1\n"
    assert table(listed(engine, text)) == [[*SKIVE, 1, 2]]


def test_sums_repeated_headings_and_empty_rows_are_nobody(engine):
    text = people("Skive;Konsulent;Deltog", "Skive;Konsulent;Afbud") + f"\n{HEAD};;;\nI alt;2;;\n"
    report = listed(engine, text)
    assert table(report) == [[*SKIVE, 2, 1]]
    assert "1 række med summer er ikke talt med." in report.notes


def test_somebody_called_max_is_no_maximum(engine):
    text = K3 + HEAD + "Max Opdigtet;Skive;Konsulent;Deltog\nAlle Opdigtet;Skive;Konsulent;Deltog\n"
    assert table(listed(engine, text)) == [[*SKIVE, 2, 2]]


def test_each_sheet_may_be_a_course_day(engine):
    rows = [["Navn", "Jobcenter", "Rolle", "Status"], ["Opdigtet A", "Skive", "Konsulent", "Deltog"]]
    report = listed(engine, workbook({"Kursusdag 1": rows, "26-01-2010": rows}), name="liste.xlsx")
    assert [line[0] for line in table(report)] == ["19-11-2009", "26-01-2010"]


def test_the_account_holds_every_number_of_the_list(engine):
    report = of_file(engine, "01d")
    assert (report.account.numbers, report.account.counts["counted"]) == (8, 8)
    assert of_file(engine, "03b", {"words.dage.tom": "udeblev"}).account.counts["ignored"] == 6


@pytest.mark.parametrize("total", ["I alt", "Ialt", "Total (n)", "Grand total", "Tilsammen", "Deltagere i alt",
                                   "Skive i alt", "Kursusdag 3 i alt", "Total respondents", "Samlet antal svar",
                                   "Total participants", "TOTAL PARTICIPANTS", "I alt på listen", "I alt til stede",
                                   "I alt på listen: 2", "I alt fremmødte", "Total number of people present",
                                   "Samlet fremmøde på dagen"])
def test_a_row_that_adds_up_the_others_is_nobody(engine, total):
    report = listed(engine, people("Skive;Konsulent;Deltog") + f"\n{total};;;1\n")
    assert table(report) == [[*SKIVE, 1, 1]] and "1 række med summer er ikke talt med." in report.notes


@pytest.mark.parametrize("name", ["Sum Opdigtet", "Total Prøvesen", "Alle Testsen", "Opdigtet Sum", "Alle",
                                  "Sum opdigtet", "sum opdigtet", "Resultat"])
def test_somebody_whose_name_is_a_word_for_a_sum_is_counted(engine, name):
    text = people("Skive;Konsulent;Deltog") + f"\n{name};Skive;Konsulent;Deltog\n"
    assert table(listed(engine, text)) == [[*SKIVE, 2, 2]]


def test_a_person_of_every_jobcenter_is_no_sum(engine):
    text = "Deltagerliste, kursusdag 3 (26. jan. 2010);;\nJobcenter;Rolle;Status\nSkive;Konsulent;Deltog\n"
    report = listed(engine, f"{text}Alle;Konsulent;Deltog\n")
    [problem] = report.errors
    assert "»Alle« (1 række)" in problem.text


def test_what_is_no_list_is_told(engine):
    [problem] = listed(engine, "Sted;Bemærkning\nHer;Ja\nDer;Nej\n").errors
    assert problem.text.startswith("Filen kan ikke tælles som en liste.")


@pytest.mark.parametrize("many", swept([500, 5_000], 0))
def test_thousands_of_rows_are_counted_at_once(engine, many):
    rows = [f"{place};{role};{word}" for at in range(many)
            for place, role, word in [(("Skive", "Viborg", "Odder")[at % 3], ("Konsulent", "Tovholder")[at % 2],
                                       ("Deltog", "Afbud", "Udeblevet", "Venteliste")[at % 4])]]
    report = listed(engine, people(*rows))
    assert (sum(line[3] for line in table(report)), sum(line[4] for line in table(report))) == (many * 3 / 4, many / 4)


def test_a_row_of_several_people_is_no_person(engine):
    text = K3 + "Navn;Jobcenter;Rolle;Antal personer;Mødt\nOpdigtet A;Skive;Konsulent;2;x\n"
    assert listed(engine, text).errors[0].text.startswith("Filen kan ikke tælles som en liste.")


def test_yes_and_no_to_something_else_are_not_taken_for_having_come(engine):
    rows = "Opdigtet A;Skive;Konsulent;nej;ja\nOpdigtet B;Skive;Konsulent;x;x\n"
    text = f"{K3}Navn;Jobcenter;Rolle;Vegetar;Samtykke\n{rows}"
    assert questions(listed(engine, text)) == ["count.hvem.1"]


def test_a_log_with_senders_is_no_list_of_people(engine):
    text = ("Emne;Brødtekst;Fra: (navn);Til: (navn);Modtaget;Kategorier\n"
            "Mentor;Kan en mentor være på deltid?;Opdigtet A;Hotline;02-03-2010;Skive\n"
            "Takster;Hvad koster en plads?;Opdigtet B;Hotline;03-03-2010;Viborg\n")
    assert examine(engine, "log.csv", text.encode(), today=TODAY).listing is None


def test_a_list_whose_ticks_nobody_has_explained_is_never_to_lose_rows(engine):
    name, raw = content("01b")
    report = examine(engine, name, raw, today=TODAY)
    assert not any("Slet alle" in problem.text for problem in report.problems)
    assert any("Vælg »Tæl listen«" in problem.text for problem in report.errors)


def test_a_role_that_is_said_of_one_list_is_not_said_of_the_next(engine):
    text = "Kursusdag {};;\nNavn;Jobcenter;Status\nOpdigtet A;Skive;Deltog\nOpdigtet B;Skive;Afbud\n"
    first = listed(engine, text.format(3), {"count.rolle.1": "tovholder"})
    apply(engine, first, content=text.format(3).encode(), viewer=named("prøve"), reason="prøve")
    assert questions(listed(engine, text.format(2))) == ["count.rolle.1"]
