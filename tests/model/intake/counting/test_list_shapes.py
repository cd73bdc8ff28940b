"""The shapes that lists of people come in: days across or a sheet each, roles to tick, lines between, English words."""

import pytest

from tests.model.intake.counting.lists import K3, SKIVE, listed, people, questions, table
from tests.model.intake.filing import workbook


def test_a_sign_up_program_s_list_is_counted_in_english_too(engine):
    text = ("First Name,Last Name,Email,Company,Ticket Type,Attendee Status,Event Date\n"
            "A,Opdigtet,a@example.dk,Jobcenter Skive,Konsulent,Checked In,2010-01-26\n"
            "B,Opdigtet,b@example.dk,Skive Kommune,Konsulent,Attending,2010-01-26\n"
            "C,Opdigtet,c@example.dk,Skive,Konsulent,Not Attending,2010-01-26\n")
    report = listed(engine, text)
    assert table(report) == [[*SKIVE, 3]]  # »Attending« has said yes, and not come yet
    assert table(listed(engine, text.replace("Attending,2010", "Checked In,2010"))) == [[*SKIVE, 3, 2]]


def test_registered_and_came_may_stand_under_each_day(engine):
    rows = [["Navn", "Jobcenter", "Rolle", "Kursusdag 1", None, "Kursusdag 2", None],
            [None, None, None, "Tilmeldt", "Mødt", "Tilmeldt", "Mødt"],
            ["Opdigtet A", "Skive", "Konsulent", "x", "x", "x", None],
            ["Opdigtet B", "Skive", "Konsulent", "x", None, "x", "x"]]
    report = listed(engine, workbook({"Ark1": rows}), {"words.dage.tom": "udeblev"}, name="liste.xlsx")
    assert table(report) == [["19-11-2009", *SKIVE[1:], 2, 1], ["09-12-2009", *SKIVE[1:], 2, 1]]


def test_a_role_may_be_ticked_in_a_column_of_its_own(engine):
    text = K3 + "Navn;Jobcenter;Konsulent;Tovholder;Mødt\nOpdigtet A;Skive;x;;x\nOpdigtet B;Skive;;x;x\n"
    assert table(listed(engine, text)) == [[*SKIVE, 1, 1], ["26-01-2010", "Skive", "tovholder", 1, 1]]


@pytest.mark.parametrize(("title", "said", "first"), [
    ("Mentorkursus 1", {}, "24-02-2010"), ("Kursusrækken", {}, "19-11-2009"),
    ("Mødeprotokol", {"count.forloeb.1": "M2"}, "25-03-2010")])
def test_day_one_is_of_the_course_that_the_list_is_of(engine, title, said, first):
    text = f"{title};;;\nNavn;Jobcenter;Rolle;Dag 1\nOpdigtet A;Skive;Mentor;x\nOpdigtet B;Skive;Mentor;x\n"
    assert questions(listed(engine, text)) == list(said)
    assert table(listed(engine, text, said)) == [[first, "Skive", "virksomhedsmentor", 2, 2]]


def test_the_jobcenter_may_stand_over_the_list(engine):
    text = "Kursusdag 3, deltagere fra Jobcenter Skive;;\nNavn;Rolle;Status\nOpdigtet A;Konsulent;mødt\n"
    assert table(listed(engine, text)) == [[*SKIVE, 1, 1]]


@pytest.mark.parametrize("days", ["19/11;9/12;26/1", "19. nov.;9. dec.;26. jan.", "19/11-09;9/12-09;26/1-10"])
def test_course_days_across_may_lack_their_year(engine, days):
    rows = "Opdigtet A;Skive;Konsulent;x;syg;x\nOpdigtet B;Skive;Konsulent;x;x;x\n"
    text = f"Mødeprotokol;;;;;\nNavn;Jobcenter;Rolle;{days}\n{rows}"
    assert table(listed(engine, text)) == [["19-11-2009", *SKIVE[1:], 2, 2], ["09-12-2009", *SKIVE[1:], 2, 1],
                                           ["26-01-2010", *SKIVE[1:], 2, 2]]


def test_every_course_day_of_a_list_is_counted_or_asked_about(engine):
    rows = "Opdigtet A;Skive;Konsulent;x;??\nOpdigtet B;Skive;Konsulent;x;!!\n"
    text = f"Mødeprotokol;;;;\nNavn;Jobcenter;Rolle;K1;K2\n{rows}"
    assert len(questions(listed(engine, text))) == 2


def test_a_day_that_the_course_does_not_have_is_told(engine):
    text = "Mentorkursus 1;;;;\nNavn;Jobcenter;Rolle;Dag 1;Dag 4\nOpdigtet A;Skive;Mentor;x;x\n"
    assert [p.text for p in listed(engine, text).errors] == [
        "Kurset har ingen dag 4. Ret overskriften eller linjen over listen, eller slet kolonnen."]


@pytest.mark.parametrize("between", ["Kursusdag 4;;;", "Viborg;;;", "Jobcenter Viborg;;;"])
def test_a_row_about_another_day_or_jobcenter_ends_the_list(engine, between):
    text = people("Skive;Konsulent;Deltog") + f"\n{between}\nOpdigtet B;Skive;Konsulent;Deltog\n"
    assert "Række 4 står alene" in listed(engine, text).errors[0].text


def test_the_same_person_on_two_sheets_of_one_day_is_asked_about(engine):
    rows = [["Kursusdag 3"], ["Navn", "Jobcenter", "Rolle", "Status"], ["Opdigtet A", "Skive", "Konsulent", "Deltog"]]
    report = listed(engine, workbook({"Alle": rows, "Skive": rows}), name="liste.xlsx")
    assert questions(report) == ["count.ens.2"]
    assert table(listed(engine, workbook({"Alle": rows, "Skive": rows}), {"count.ens.2": "ja"}, name="liste.xlsx")) == [
        [*SKIVE, 1, 1]]


def test_a_sheet_that_is_no_list_is_told_of(engine):
    rows = [["Kursusdag 3"], ["Navn", "Jobcenter", "Rolle", "Status"], ["Opdigtet A", "Skive", "Konsulent", "Deltog"]]
    report = listed(engine, workbook({"Deltagere": rows, "Noter": [["Husk kaffe"]]}), name="liste.xlsx")
    assert "Ark nr. 2 er ikke en liste af den slags og er ikke talt med." in report.notes


def test_roles_in_words_nobody_knows_are_asked_about_each(engine):
    rows = "Opdigtet A;Skive;Caseworker;Attended\nOpdigtet B;Skive;Boss;Attended\n"
    text = f"{K3}Name;Job centre;Role;Status\n{rows}"
    assert len(questions(listed(engine, text))) == 2
