"""Files of records on the command line: the same shapes, and what only monthly figures have."""

import pytest

from model.intake.datasets.datasets import DATASETS

HEAD = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\n"
ATTENDANCE = HEAD + "K1;Skive;jobkonsulent;3;2\nK1;Lemvig;tovholder;1;1\n"
FILES = {
    "kursusdeltagelse": (ATTENDANCE, 4), "kursusevaluering": ("Kursusdag;Udsendte;Besvarede\nK1;40;20\n", 2),
    "hotline": ("Nr.;Dato;Jobcenter;Tema\n1;03-11-2009;Skive;Mentor\n", 3),
    "kursusdage": ("Kursusdag;Aflyst\nK3;ja\nK4;nej\n", 1),
    "raadgivning": ("Jobcenter;Status;Tilbudt den\nSkive;tilbudt;01-12-2009\n", 2),
    "centre": ("Jobcenter;Virksomhedscenter;Åbnet;Pladser\nSkive;Lysthuset;01-10-2009;6\n", 1)}
MONTHS = "Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte\nSkive;Lysthuset;2010-01;6;5\n"


@pytest.mark.parametrize("dataset", list(FILES))
def test_every_kind_is_recognised_and_told_in_the_promised_shape(lines, file, dataset):
    text, cells = FILES[dataset]
    status, [found] = lines("import", file(text))
    assert list(found) == ["file", "dataset", "status", "new", "changed", "unchanged", "problems", "goal_changes",
                           "upload", "notes", "corrections", "answers", "account", "countable"]
    assert (status, found["dataset"], found["status"], found["new"], found["upload"]) == (0, dataset, "applied", cells,
                                                                                          1)
    assert (found["goal_changes"], found["problems"]) == ([], [])
    assert lines("import", "--dataset", dataset, file(text, "igen.csv"))[1][0]["status"] == "unchanged"


def test_the_months_of_a_centre_follow_its_opening(lines, file):
    lines("import", file(FILES["centre"][0]))
    status, [found] = lines("import", file(MONTHS))
    assert (status, found["dataset"], found["new"]) == (0, "centermaaned", 2)


def test_cells_are_counted_as_new_changed_and_unchanged(lines, file):
    lines("import", file(ATTENDANCE))
    status, [found] = lines("import", file(ATTENDANCE.replace(";3;2", ";3;1") + "K2;Skive;tovholder;;1\n"))
    assert (status, found["new"], found["changed"], found["unchanged"]) == (0, 1, 1, 3)


def test_a_person_reads_what_was_loaded_and_nothing_of_goals(run, file):
    status, out, _ = run("import", file(ATTENDANCE, "fremmøde.csv"))
    assert status == 0
    assert "Filen er gemt som nr. 1. Kursusdeltagelse, 2 jobcentre: 4 nye oplysninger." in out
    assert "Mål 1" not in out
    assert "fremmøde.csv  Kursusdeltagelse, 4 oplysninger, kommandolinjen" in run("uploads")[1]


def test_a_dry_run_stores_nothing_and_an_undo_takes_it_back(run, lines, file):
    assert lines("import", file(ATTENDANCE), "--dry-run")[1][0]["status"] == "checked"
    assert lines("uploads")[1] == [[]]
    lines("import", file(ATTENDANCE))
    [[upload]] = lines("uploads")[1]
    assert (upload["dataset"], upload["figures"], upload["undone_at"]) == ("kursusdeltagelse", 4, None)
    assert run("undo", "1", "--reason", "forkert dag")[0] == 0
    assert lines("uploads")[1][0][0]["undone_at"]
    assert lines("import", file(ATTENDANCE))[1][0]["new"] == 4


def test_a_warning_needs_a_reason(lines, file):
    crowded = file(HEAD + "K1;Skive;jobkonsulent;5;5\n")
    status, [found] = lines("import", crowded)
    assert status == 1
    assert "hvorfor oplysningerne alligevel er rigtige" in found["problems"][-1]["text"]
    assert lines("import", crowded, "--reason", "den femte kom")[1][0]["status"] == "applied"


def test_figures_and_status_know_nothing_of_records(lines, file):
    before = lines("status")[1]
    lines("import", file(ATTENDANCE))
    assert lines("figures")[1] == [[]]
    assert lines("status")[1] == before


@pytest.mark.parametrize("text", [ATTENDANCE, FILES["hotline"][0], FILES["centre"][0]])
def test_a_month_that_is_not_used_is_said_to_be(lines, file, text):
    for expected in ("applied", "unchanged"):
        status, [found] = lines("import", file(text), "--month", "2009-11")
        assert (status, found["status"]) == (0, expected)
        assert any(note.startswith("--month bruges ikke") for note in found["notes"])


def test_a_month_that_the_rows_contradict_is_refused(lines, file):
    lines("import", file(FILES["centre"][0]))
    status, [found] = lines("import", file(MONTHS), "--month", "2010-02")
    assert (status, found["status"]) == (1, "refused")
    assert "--month siger februar 2010, men filen har januar 2010" in found["problems"][-1]["text"]
    assert lines("import", file(MONTHS), "--month", "2010-01")[1][0]["status"] == "applied"


def test_a_kind_can_be_named_and_one_that_does_not_fit_is_refused(lines, run, file):
    status, [found] = lines("import", file(ATTENDANCE), "--dataset", "centre")
    assert (status, found["dataset"], found["status"]) == (1, "centre", "refused")
    _, _, told = run("import", file(ATTENDANCE), "--dataset", "andet")
    assert all(name in told for name in DATASETS)


def test_jobcenters_can_be_left_out(lines, file):
    status, [found] = lines("import", file(ATTENDANCE), "--without", "665")
    assert (status, found["new"]) == (0, 2)
