"""What is no list of people or of answers is refused by name where somebody asks to have it counted."""

import pytest

from model.intake.examine import examine
from tests.model.intake.counting.lists import K3, SKIVE, TODAY, content, listed, questions, table

LOG = "1;02-11-2009;Skive;Må en borger være to steder?;04-11-2009\n2;03-11-2009;Viborg;Hvem tæller med?;\n"
REGISTER = "Skive;Opdigtet A;01-10-2009;;6\nViborg;Opdigtet B;01-11-2009;01-02-2010;4\n"
OCCUPANCY = "Skive;Opdigtet A;2010-03;6;4\nViborg;Opdigtet B;2010-03;8;5\n"
SAYS = "Filen ligner »{}« og er hverken en deltagerliste eller svar på et skema. Indlæs den uden at tælle den."
KINDS = [
    ("Nr.;Dato;Jobcenter;Spørgsmål;Besvaret", LOG, "Henvendelser til hotlinen"),
    ("No.;Date;Jobcenter;Question;Answered", LOG, "Henvendelser til hotlinen"),
    ("Jobcenter;Virksomhedscenter;Åbnet;Lukket;Pladser", REGISTER, "Virksomhedscentre"),
    ("Municipality;Company;Opened;Closed;Places", REGISTER, "Virksomhedscentre"),
    ("Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte", OCCUPANCY, "Virksomhedscentre, måned for måned"),
    ("Jobcenter;Virksomhedscenter;jan 2010;feb 2010;mar 2010", "Skive;A;4;5;6\nViborg;B;3;4;5\n",
     "Virksomhedscentre, måned for måned"),
    ("Jobcenter;Status;Tilbudt den;Afholdt den", "Skive;gennemført;02-11-2009;05-12-2009\nViborg;tilbudt;03-11-2009;\n",
     "Særlig individuel rådgivning"),
    ("Måned;Jobcenter;personer_match4;heraf_virksomhedspraktik", "2010-03;Skive;100;10\n2010-03;Viborg;200;20\n",
     "Månedstal"),
    ("Jobcenter;jan 2010;feb 2010;mar 2010", "Skive;400;410;411\nViborg;700;720;730\n", "Månedstal"),
]


@pytest.mark.parametrize(("headings", "rows", "title"), KINDS)
def test_a_table_of_something_else_is_refused_by_what_it_looks_like(engine, headings, rows, title):
    report = listed(engine, f"{headings}\n{rows}", name="fil.csv")
    assert report.status == "refused" and [p.text for p in report.errors] == [SAYS.format(title)]


@pytest.mark.parametrize("name", ["05e", "05b1", "05c2", "06g", "07_0", "07a"])
def test_the_logs_and_registers_that_people_send_are_no_lists(engine, name):
    file_name, raw = content(name)
    [error] = listed(engine, raw, name=file_name).errors
    assert error.text.startswith("Filen ligner »") and error.question is None


@pytest.mark.parametrize("headings", ["Navn;Jobcenter;Dato", "Navn;Jobcenter;Tilmeldingsdato", "Deltager;Kommune;Emne",
                                      "Name;Municipality;Received", "Navn;Kommune;Virksomhed"])
def test_a_list_of_names_is_a_list_whatever_else_it_says_of_them(engine, headings):
    text = f"{K3}{headings}\nOpdigtet A;Skive;02-12-2009\nOpdigtet B;Viborg;03-12-2009\n"
    assert "count.hvem.1" in questions(listed(engine, text))


def test_a_list_that_says_who_came_is_a_list_beside_columns_of_a_register(engine):
    text = (K3 + "Navn;Jobcenter;Rolle;Virksomhed;Startdato;Mødt\nOpdigtet A;Skive;Konsulent;Bageri;01-03-2009;x\n"
            "Opdigtet B;Skive;Konsulent;Butik;01-04-2009;x\n")
    assert table(listed(engine, text)) == [[*SKIVE, 2, 2]]


@pytest.mark.parametrize("title", ["Kursusdag 3", "Course day 3", "Course day no. 3"])
@pytest.mark.parametrize(("headings", "role"), [
    ("Nr;Modtaget;Kommune;Navn;Rolle", "jobkonsulent"), ("No;Date received;Municipality;Name;Role", "jobkonsulent"),
    ("No;Date received;Municipality;Name;Role", "Consultant"), ("No;Date;Municipality;Name;Role", "Coordinator")])
def test_people_in_english_may_be_no_enquiries_either(engine, title, headings, role):
    rows = "".join(f"{at};0{at}-01-2010;Skive;Opdigtet {at};{role}\n" for at in (5, 6))
    report = examine(engine, "liste.csv", f"{title};;;;\n{headings}\n{rows}".encode(), today=TODAY)
    assert "dataset" in [problem.question for problem in report.errors] and report.status == "question"
