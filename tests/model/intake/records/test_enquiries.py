"""The hotline's log: enquiries that were reopened, logs numbered from 1 again, and logs without numbers."""

import pytest
from sqlmodel import Session

from model.intake.datasets.datasets import DATASETS
from model.intake.report import Answers
from model.store import record_facts
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import check, load

FOLDER = FILES / "public_reports" / "records"
HEAD = "Nr.;Dato;Jobcenter;Emne;Spørgsmål;Besvaret;Besvaret af;Svar\n"
LOG, NUMBERS = "identity.hotline", "column.henvendelse.numre"


def file(name):
    return next(FOLDER.glob(f"{name}_*")).read_text()


def answered(**said):
    return Answers(said={key.replace("__", "."): value for key, value in said.items()})


def only(report):
    """The one question a refused file asks."""
    (problem,) = report.problems
    assert report.status == "refused" and problem.question and problem.options, report.problems
    return problem


def words(problem):
    return {option.value: option.words for option in problem.options}


def standing(engine):
    """number -> (day asked, question, day answered) as they stand."""
    with Session(engine) as session:
        frame = record_facts.records(session, DATASETS["hotline"].table)
    return {int(row.number): (f"{row.asked_on:%d-%m-%Y}", row.question,
                              f"{row.answered_on:%d-%m-%Y}" if row.answered_on == row.answered_on else None)
            for row in frame.itertuples()}


class TestReopened:
    TEXT = HEAD + ("1;03-11-2009;Horsens;Løntilskud;Kan et forløb skifte?;03-11-2009;DISCUS;Ja\n"
                   "1;10-11-2009;Horsens;Løntilskud;Gælder det også fleksjob?;12-11-2009;DISCUS;Nej\n")

    def test_the_same_number_twice_is_asked_and_nobody_is_told_to_delete(self, engine):
        asked = only(check(engine, file("05a")))
        assert "Henvendelse nr. 1 står på 2 rækker (række 2 og 3)" in asked.text and "Slet" not in asked.text
        assert asked.question == "identity.genaabnet.1"
        told = words(asked)
        assert "kom 3. nov. 2009" in told["reopened"] and "svaret er det fra 12. nov. 2009" in told["reopened"]
        assert "Der bliver 1 henvendelse i alt" in told["reopened"]
        assert "får nr. 2. Der bliver 2 henvendelser i alt" in told["several"]

    def test_reopened_keeps_its_first_day_and_has_the_last_question_and_answer(self, engine):
        load(engine, self.TEXT, answers=answered(identity__genaabnet__1="reopened"))
        assert standing(engine) == {1: ("03-11-2009", "Gælder det også fleksjob?", "12-11-2009")}

    def test_it_is_told_and_every_number_of_the_file_is_accounted_for(self, engine):
        report = check(engine, self.TEXT, answers=answered(identity__genaabnet__1="reopened"))
        assert any("nr. 1 er genåbnet (række 2 og 3) og tæller én gang" in note for note in report.notes)
        assert sum(group.count for group in report.account.groups) == report.account.numbers
        assert not any("summer" in group.why for group in report.account.groups)

    def test_another_enquiry_gets_the_next_free_number(self, engine):
        load(engine, HEAD + "7;02-11-2009;Skive;Mentor;Hvem?;;;\n")
        report = check(engine, self.TEXT, answers=answered(identity__genaabnet__1="several"))
        assert any("række 3 → nr. 8" in note for note in report.notes)
        load(engine, self.TEXT, answers=answered(identity__genaabnet__1="several"))
        assert sorted(standing(engine)) == [1, 7, 8]

    @pytest.mark.parametrize("answer", ["reopened", "several"])
    def test_the_next_month_is_not_asked_again_and_changes_nothing(self, engine, answer):
        load(engine, self.TEXT, answers=answered(identity__genaabnet__1=answer))
        before = standing(engine)
        load(engine, self.TEXT + "3;20-11-2009;Skive;Mentor;Hvem?;;;\n")
        assert standing(engine) == before | {3: ("20-11-2009", "Hvem?", None)}

    def test_reopened_and_not_answered_again_is_open(self, engine):
        text = HEAD + "1;03-11-2009;Horsens;Emne;Kan det?;03-11-2009;DISCUS;Ja\n1;10-11-2009;Horsens;Emne;Igen?;;;\n"
        assert "ikke besvaret igen" in words(only(check(engine, text)))["reopened"]
        load(engine, text, answers=answered(identity__genaabnet__1="reopened"))
        assert standing(engine) == {1: ("03-11-2009", "Igen?", None)}

    def test_a_row_that_stands_twice_besides_is_one(self, engine):
        text = self.TEXT + self.TEXT.splitlines()[1] + "\n"
        asked = check(engine, text)
        assert "Der bliver 2 henvendelser" in words(only(asked))["several"]
        assert any("(række 4) står magen til på en anden række" in note for note in asked.notes)
        load(engine, text, answers=answered(identity__genaabnet__1="several"))
        assert sorted(standing(engine)) == [1, 2]

    def test_a_wrong_row_can_be_left_out(self, engine):
        report = check(engine, self.TEXT, answers=answered(identity__genaabnet__1="wrong"))
        (problem,) = report.problems
        assert problem.rows == (2, 3) and problem.question is None

    def test_many_numbers_are_one_question(self, engine):
        rows = "".join(f"{n};{day}-11-2009;Horsens;Emne;Spørgsmål {n} den {day}.;;;\n" for n in range(1, 9)
                       for day in ("03", "10"))
        asked = only(check(engine, HEAD + rows))
        assert asked.question == "identity.genaabnet" and "8 numre" in asked.text
        assert "får nr. 9–16. Der bliver 16 henvendelser" in words(asked)["several"]
        load(engine, HEAD + rows, answers=answered(identity__genaabnet="several"))
        assert len(standing(engine)) == 16


class TestAnotherLog:
    def test_a_log_numbered_from_1_again_never_overwrites_in_silence(self, engine):
        load(engine, file("05b1"))
        asked = only(check(engine, file("05b2")))
        assert asked.question == LOG and asked.text.startswith("Nr. 1 og 2 står allerede")
        assert "nr. 1 → 3, nr. 2 → 4" in words(asked)["another"] and "4 henvendelser" in words(asked)["another"]
        assert "nr. 1 og 2 bliver overskrevet" in words(asked)["same"] and "2 henvendelser" in words(asked)["same"]

    def test_another_log_goes_on_after_the_highest_that_stands(self, engine):
        load(engine, file("05b1"))
        before = standing(engine)
        report = check(engine, file("05b2"), answers=answered(identity__hotline="another"))
        assert any("nr. 1 → 3, nr. 2 → 4" in note for note in report.notes)
        load(engine, file("05b2"), answers=answered(identity__hotline="another"))
        assert standing(engine) == before | {3: ("02-03-2010", "Spørgsmål fra 2010 C", "02-03-2010"),
                                             4: ("04-03-2010", "Spørgsmål fra 2010 D", "05-03-2010")}

    def test_corrections_change_what_stands(self, engine):
        load(engine, file("05b1"))
        load(engine, file("05b2"), answers=answered(identity__hotline="same"))
        assert standing(engine)[1] == ("02-03-2010", "Spørgsmål fra 2010 C", "02-03-2010")

    def test_the_second_log_with_a_row_more_finds_its_numbers_again(self, engine):
        load(engine, file("05b1"))
        load(engine, file("05b2"), answers=answered(identity__hotline="another"))
        before = standing(engine)
        more = file("05b2") + "3;20-03-2010;Lemvig;Mentor;Spørgsmål fra 2010 E;;;\n"
        report = check(engine, more)
        assert report.status == "ready" and report.counts["changed"] == 0, report.problems
        load(engine, more)
        assert standing(engine) == before | {5: ("20-03-2010", "Spørgsmål fra 2010 E", None)}

    def test_a_row_of_the_second_log_that_was_corrected_is_still_itself(self, engine):
        load(engine, file("05b1"))
        load(engine, file("05b2"), answers=answered(identity__hotline="another"))
        load(engine, file("05b2").replace("2010 C", "2010 Cc"))
        assert len(standing(engine)) == 4 and standing(engine)[3][1] == "Spørgsmål fra 2010 Cc"

    def test_a_row_that_shares_a_jobcenter_by_chance_goes_with_its_log(self, engine):
        load(engine, file("05b1"))
        second = file("05b2").replace(";Skive;", ";Silkeborg;")
        load(engine, second, answers=answered(identity__hotline="another"))
        assert len(standing(engine)) == 4

    @pytest.mark.parametrize("row", ["1;03-11-2009;Skive;Mentor;Et andet spørgsmål;;;\n",
                                     "1;02-11-2009;Horsens;Mentor;Et andet spørgsmål;;;\n",
                                     "1;02-11-2009;Skive;Løntilskud;Spørgsmål fra 2009 A;;;\n"])
    def test_what_has_something_in_common_is_a_correction_as_before(self, engine, row):
        load(engine, file("05b1"))
        assert check(engine, HEAD + row).status == "ready"

    def test_a_new_number_is_a_new_enquiry_however_like_another_it_is(self, engine):
        load(engine, "Nr.;Dato;Jobcenter;Emne\n64;03-11-2009;Skive;Mentor\n")
        load(engine, "Nr.;Dato;Jobcenter;Emne\n65;03-11-2009;Skive;Mentor\n66;04-11-2009;Skive;Mentor\n")
        assert sorted(standing(engine)) == [64, 65, 66]

    def test_what_was_empty_differs_from_nothing(self, engine):
        load(engine, "Nr.;Dato;Emne\n1;03-11-2009;Mentor\n")
        assert check(engine, HEAD + "1;05-11-2009;Skive;Visitation;Et andet spørgsmål;;;\n").status == "ready"


class TestWithoutNumbers:
    FIRST = ("Emne,Brødtekst,Fra: (navn),Modtaget,Kategorier\nSV: mentor,Kan en mentor?,Opdigtet Prøvesen,"
             "02-03-2010 09:15,Skive\nTakster,Hvad koster det?,Fiktiv Testsen,03-03-2010 11:20,Viborg\n")

    def given(self, **said):
        columns = {0: "tema", 1: "ignore", 2: "ignore", 3: "dato", 4: "jobcenter"}
        return Answers(columns=columns, approved=True, said={key.replace("__", "."): v for key, v in said.items()})

    def test_an_outlook_export_is_the_hotlines_and_asks_what_its_columns_are(self, engine):
        report = check(engine, self.FIRST)
        assert (report.dataset, report.status) == ("hotline", "question"), report.problems

    def test_numbers_are_asked_about_and_given_in_the_order_of_the_days(self, engine):
        load(engine, HEAD + "64;02-02-2010;Horsens;Mentor;Hvem?;;;\n")
        newest_first = self.FIRST.splitlines()
        text = "\n".join([newest_first[0], newest_first[2], newest_first[1]]) + "\n"
        asked = only(check(engine, text, answers=self.given()))
        assert asked.question == NUMBERS
        assert "2 nye henvendelser får nr. 65–66" in words(asked)["given"] and "3 henvendelser i alt" in words(
            asked)["given"]
        load(engine, text, answers=self.given(column__henvendelse__numre="given"))
        assert [standing(engine)[n][0] for n in (65, 66)] == ["02-03-2010", "03-03-2010"]

    def test_the_next_export_keeps_the_numbers_and_is_not_asked(self, engine):
        load(engine, self.FIRST, answers=self.given(column__henvendelse__numre="given"))
        more = self.FIRST + "Mentor igen,Og?,Fiktiv Testsen,09-03-2010 08:00,Lemvig\n"
        report = check(engine, more)
        assert report.status == "ready", (report.problems, report.question)
        assert any("2 henvendelser uden nummer står allerede og har beholdt nr. 1 og 2" in n for n in report.notes)
        load(engine, more)
        assert sorted(standing(engine)) == [1, 2, 3]

    def test_an_enquiry_that_stands_with_its_question_is_known_by_its_theme(self, engine):
        load(engine, HEAD + "7;02-03-2010;Skive;SV: mentor;Kan en mentor?;;;\n")
        text = "\n".join(self.FIRST.splitlines()[:2]) + "\n"
        report = check(engine, text, answers=self.given())
        assert any("står allerede og har beholdt nr. 7" in note for note in report.notes), report.problems

    def test_nothing_of_the_senders_is_told(self, engine):
        report = check(engine, file("05e"), dataset="hotline", answers=Answers(
            columns={0: "tema", 1: "ignore", 2: "ignore", 3: "ignore", 4: "ignore", 5: "dato", 6: "jobcenter"},
            approved=True, said={NUMBERS: "given"}))
        assert report.status == "ready", (report.problems, report.question)
        said = " ".join((*report.notes, *(p.text for p in report.problems), report.changes.to_csv()))
        assert not any(name in said for name in ("Prøvesen", "Testsen", "example.dk"))

    def test_who_will_write_the_numbers_is_told_to(self, engine):
        (problem,) = check(engine, self.FIRST, answers=self.given(column__henvendelse__numre="written")).problems
        assert problem.question is None and "Tilføj en kolonne med »Henvendelse nr.«" in problem.text
