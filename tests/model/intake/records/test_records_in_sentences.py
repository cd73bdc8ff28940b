"""A record that a sentence begins with has the capital letter that every sentence has."""

import pytest

from model.intake import batch, batch_words
from tests.model.intake.records.street import check, load

HOTLINE = "Henvendelse nr.;Dato;Jobcenter;Spørgsmål;Besvaret den\n"
FULL = HOTLINE + "1;03-11-2009;Skive;Kan det?;05-11-2009\n"


@pytest.mark.parametrize("rows", [
    "1;03-11-2009;Skive;Kan det?;02-11-2009\n",
    "1;03-11-2009;Skivee;Kan det?;\n",
    "1;03-11-2009;Skive;Kan det?;\n1;10-11-2009;Skive;Igen?;\n",
    "1;..;Skive;Kan det?;\n",
    "første;03-11-2009;Skive;Kan det?;\n",
    ";03-11-2009;Skive;Kan det?;\n2;03-11-2009;Skive;Og det?;\n"])
def test_whatever_is_wrong_with_a_numbered_record(engine, rows):
    problems = check(engine, HOTLINE + rows).problems
    assert problems and all(p.text == p.text.strip() and p.text[0].isupper() for p in problems), problems


def test_what_is_taken_back(engine):
    load(engine, FULL)
    (warning,) = check(engine, FULL.replace("05-11-2009", "..")).problems
    assert warning.text.startswith("Henvendelse nr. 1: »Besvaret den« er nu meldt som ikke oplyst")


def test_a_key_that_is_written_small_where_the_first_one_is_lacking(engine):
    problems = check(engine, "Kursusdag;Jobcenter;Rolle;Mødt\nK9;Skivee;jobkonsulent;3\n").problems
    assert all(p.text.startswith("Jobkonsulent (række 2): ") for p in problems), problems


def test_two_files_that_contradict_each_other(engine):
    reports = [check(engine, FULL), check(engine, FULL.replace("Kan det?", "Kan det så?"))]
    (overlap,) = batch.overlaps(reports)
    assert batch_words.overlap(overlap, {}, ["a.csv", "b.csv"]).startswith("Henvendelse nr. 1 står med forskellige")
