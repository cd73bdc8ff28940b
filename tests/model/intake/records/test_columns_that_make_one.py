"""Columns that make one, keys written once a block, and free places: read together or carried down, and told."""

from model.intake.examine import examine
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import TODAY, attendance, check, load

HERE = FILES / "public_reports" / "records"
BOTH = "Kursus;Dato;Jobcenter;Rolle;Mødt\n"
LIST = "Jobcenter;Virksomhedscenter;Åbnet;Privat;Offentlig;Pladser\n"
FREE = "Jobcenter;Virksomhedscenter;Måned;Pladser;Ledige pladser\nSkive;Ulvespor Lager;2010-03;"


def text_of(report):
    return {(c.said.split(",")[1].strip(), c.measure): c.text for c in report.changes.itertuples() if c.text}


def test_a_course_and_its_date_are_read_together(engine):
    load(engine, (HERE / "03g_kursus_og_dato.csv").read_text())
    load(engine, f"{BOTH}Dag om samarbejde;09-12-2009;Skive;Konsulent;3\n")
    assert {code for code, _, _ in attendance(engine)} == {"K1", "K2"}


def test_a_course_and_a_date_that_disagree_are_an_error_on_the_row(engine):
    (fault,) = check(engine, f"{BOTH}Virksomhedssamarbejde I;19-11-2009;Skive;Konsulent;3\n").problems
    assert (fault.row, fault.cell) == (2, "B2") and "siger hver sin kursusdag" in fault.text


def test_ticks_under_the_two_choices_of_a_column_make_it(engine):
    report = check(engine, (HERE / "06j_sektor_kryds.csv").read_text())
    assert text_of(report) == {("Ulvespor Lager", "sektor"): "privat", ("Rævehale Kantine", "sektor"): "offentlig"}
    assert "Kolonnerne »Privat« og »Offentlig« er læst sammen som »Sektor«." in report.notes


def test_both_ticked_is_an_error_none_says_nothing_and_words_count(engine):
    report = check(engine, f"{LIST}Skive;Ulv;01-03-2010;x;x;6\nSkive;Ræv;01-03-2010;;;6\n")
    assert [(problem.row, "kryds i både" in problem.text) for problem in report.problems] == [(2, True)]
    assert text_of(check(engine, f"{LIST}Skive;Ulv;01-03-2010;ja;nej;6\nSkive;Ræv;01-03-2010;;;6\n")) == {
        ("Ulv", "sektor"): "privat"}
    (fault,) = check(engine, f"{LIST}Skive;Ulv;01-03-2010;x;;6\nSkive;Ræv;01-03-2010;måske;;6\n").problems
    assert fault.cell == "D3"


def test_a_merged_jobcenter_is_each_row_s_also_where_it_is_no_key(engine):
    for name, places in (("05c2_jobcenter_flettet.xlsx", {"101": "779", "102": "779"}),
                         ("06g_jobcenter_flettet.xlsx", {"Ulvespor Lager": "779", "Rævehale Kantine": "779"})):
        report = examine(engine, name, (HERE / name).read_bytes(), today=TODAY)
        assert report.status == "ready"
        for who, place in places.items():
            assert {c.jobcenter for c in report.changes.itertuples() if who in c.said} == {place}
        assert any("Flettede celler i »Jobcenter«" in note for note in report.notes)


def test_a_key_written_once_a_block_is_carried_down_and_told(engine):
    report = check(engine, "Jobcenter;Virksomhedscenter;Åbnet;Pladser\nSkive;Ulv;01-01-2010;6\n;Ræv;01-02-2010;8\n"
                           "Viborg;Elg;01-03-2010;5\n;Los;01-03-2010;5\nI alt;;;24\n")
    assert report.status == "ready" and set(report.changes["jobcenter"]) == {"779", "791"}
    assert any("»Jobcenter« står kun på den første række i hver blok" in note for note in report.notes)


def test_an_empty_key_that_may_be_forgotten_is_an_error_with_the_row_above_as_a_suggestion(engine):
    (fault,) = check(engine, "Jobcenter;Virksomhedscenter;Åbnet;Pladser\nSkive;Ulv;01-01-2010;6\n;Ræv;01-02-2010;8\n"
                             "Viborg;Elg;01-03-2010;5\n").problems
    assert (fault.cell, fault.suggestion) == ("A3", "Skive")
    repeated = check(engine, "Jobcenter;Virksomhedscenter;Åbnet;Pladser\nSkive;Ulv;01-01-2010;6\n"
                             "Skive;Ræv;01-02-2010;8\n;Elg;01-03-2010;5\n;Los;01-03-2010;5\n").problems
    assert [(problem.cell, problem.suggestion) for problem in repeated] == [("A4", None), ("A5", None)]


class TestFreePlaces:
    def test_free_places_are_taken_from_the_places(self, engine):
        load(engine, (HERE / "07_0_centre.csv").read_text())
        report = check(engine, (HERE / "07h_ledige_pladser.csv").read_text())
        assert report.status == "ready"
        assert {c.measure: (c.value, c.position) for c in report.changes.itertuples()} == {
            "pladser": (8, 3), "besatte": (6, 4)}
        assert any("»Ledige pladser« er trukket fra pladserne" in note for note in report.notes)
        assert report.account.counts["stored"] == 2

    def test_the_places_may_be_the_centre_s_own(self, engine):
        load(engine, (HERE / "07_0_centre.csv").read_text())
        assert {c.measure: c.value for c in check(engine, f"{FREE};3\n").changes.itertuples()} == {"besatte": 5}

    def test_more_free_than_there_are_or_unknown_places_are_errors(self, engine):
        unknown = check(engine, f"{FREE};3\n").problems
        assert any(problem.cell == "E2" and "hvor mange pladser" in problem.text for problem in unknown)
        load(engine, (HERE / "07_0_centre.csv").read_text())
        (fault,) = check(engine, f"{FREE}8;9\n").problems
        assert fault.cell == "E2" and "9 ledige er flere end centrets 8 pladser" in fault.text

    def test_free_places_across(self, engine):
        load(engine, (HERE / "07_0_centre.csv").read_text())
        report = check(engine, "Ledige pladser\nJobcenter;Virksomhedscenter;Pladser;jan 2010;feb 2010\n"
                               "Skive;Ulvespor Lager;8;2;1\n")
        assert [c.value for c in report.changes.itertuples() if c.measure == "besatte"] == [6, 7]
