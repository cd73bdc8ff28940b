"""What an answer or a sum settles is what is said of it: the question with its answer, each text, each part."""

from model.intake.report import Answers
from tests.model.intake.records.street import check

LOG = ("Nr.;Dato;Jobcenter;Emne;Spørgsmål;Besvaret;Besvaret af;Svar\n"
       "1;03-11-2009;Horsens;Løntilskud;Kan et forløb skifte?;03-11-2009;DISCUS;Ja\n"
       "1;10-11-2009;Horsens;Løntilskud;Gælder det også fleksjob?;12-11-2009;DISCUS;Nej\n")


def test_the_answer_of_a_reopened_enquiry_stands_with_its_own_question(engine):
    (asked,) = check(engine, LOG).errors
    assert "spørgsmålet er det fra række 3" in asked.options[0].words
    report = check(engine, LOG, answers=Answers(said={asked.question: "reopened"}))
    said = {change.measure: change.text for change in report.changes.itertuples()}
    assert (said["dato"], said["spoergsmaal"], said["svar"]) == ("2009-11-03", "Gælder det også fleksjob?", "Nej")
    assert any("spørgsmålet er det fra række 3" in note for note in report.notes)


def test_a_sum_with_a_word_among_its_parts_is_not_held_up(engine):
    text = ("Belægning 2010, besatte pladser\nJobcenter;Virksomhedscenter;Pladser;jan 2010;feb 2010;mar 2010;"
            "1. kvt. 2010\nSkive;Ulvespor Lager;8;fuld;7;8;23\n")
    notes = check(engine, text).notes
    assert not any("0 af 1" in note for note in notes)
    assert any("1 sum kan ikke kontrolleres" in note for note in notes)


def test_one_answer_names_every_text_it_settles(engine):
    text = ("Nr.;Dato;Jobcenter;Emne\n108;02-03-2010;Skive, Viborg;Mentor\n109;03-03-2010;Skive/Viborg;Mentor\n"
            "110;03-03-2010;alle;Mentor\n")
    first, second, third = check(engine, text).errors
    assert first.question == second.question != third.question
    assert "Svaret gælder også »Skive/Viborg« (celle C3)." in first.text
    assert "Svaret gælder også »Skive, Viborg« (celle C2)." in second.text
    assert "Svaret gælder også" not in third.text
