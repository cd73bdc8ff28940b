"""Records under the common English headings: an enquiry log, a register of centres, counselling, occupancy, courses."""

import pytest

from tests.model.intake.records.street import check

LOG = "02-11-2009;Skive;Må en borger være i to centre?;Ja\n03-11-2009;Viborg;Hvem tæller med?;Alle\n"
REGISTER = "Opdigtet A;Skive;01-10-2009;\nOpdigtet B;Viborg;01-11-2009;01-02-2010\n"
OCCUPANCY = "Skive;Opdigtet A;2010-03;6;4\nViborg;Opdigtet B;2010-03;8;5\n"
COURSE = "26-01-2010;Skive;Jobkonsulent;3;2\n26-01-2010;Viborg;Jobkonsulent;2;2\n"
ADVICE = "Skive;holdt;02-11-2009;05-12-2009\nViborg;tilbudt;03-11-2009;\n"


@pytest.mark.parametrize(("headings", "rows", "dataset"), [
    ("Date;Jobcenter;Question;Answer", LOG, "hotline"),
    ("Date;Job centre;Question;Reply", LOG, "hotline"),
    ("Received;Municipality;Question;Response", LOG, "hotline"),
    ("Company;Jobcenter;Opened;Closed", REGISTER, "centre"),
    ("Centre name;Job center;Opening date;Closing date", REGISTER, "centre"),
    ("Employer;Municipality;Start date;End date", REGISTER, "centre"),
    ("Jobcenter;Company;Month;Places;Occupied", OCCUPANCY, "centermaaned"),
    ("Municipality;Centre;Month;Number of places;Occupied places", OCCUPANCY, "centermaaned"),
    ("Date;Jobcenter;Role;Registered;Attended", COURSE, "kursusdeltagelse"),
    ("Course day;Municipality;Role;Signed up;Attended", COURSE, "kursusdeltagelse"),
    ("Jobcenter;Status;Offered on;Held on", ADVICE, "raadgivning"),
    ("Course date;Sent;Answered;Satisfaction 1;Satisfaction 5", "26-01-2010;20;12;2;10\n", "kursusevaluering"),
])
def test_a_file_with_english_headings_is_of_the_dataset_they_speak_of(engine, headings, rows, dataset):
    report = check(engine, f"{headings}\n{rows}", name="export.csv")
    assert (report.dataset, [p for p in report.errors if p.gate == 2]) == (dataset, [])


def test_what_an_english_register_calls_only_a_name_is_asked_about_as_a_centre_s(engine):
    report = check(engine, f"Name;Jobcenter;Opened;Closed\n{REGISTER}", name="export.csv")
    assert report.dataset == "centre"
    assert report.question is not None
    assert [heading.heading for heading in report.question.headings if heading.index in report.question.asked] == [
        "Name"]


def test_english_headings_of_figures_are_still_those_of_figures(engine):
    report = check(engine, "Month;Jobcenter;Measure;Value\n2010-03;Skive;match 4;416\n", name="export.csv")
    assert report.dataset == "maanedstal"
