"""``python -m model import``: options, exit statuses and the JSON shape other programs rely on."""

from datetime import date, timedelta

import pytest

from tests.model.commands.files import BASELINE, CONSULTANT, FILES, HEAD, MARCH


def test_import_prints_one_object_per_file_with_the_agreed_names(lines, file):
    status, found = lines("import", file(BASELINE, "a.csv"), file(MARCH, "b.csv"))
    assert status == 0
    assert [f["file"] for f in found] == ["a.csv", "b.csv"]
    assert list(found[0]) == ["file", "dataset", "status", "new", "changed", "unchanged", "problems", "goal_changes",
                              "upload", "notes", "corrections", "answers", "account", "countable"]
    assert (found[0]["dataset"], found[0]["status"], found[0]["new"], found[0]["upload"]) == ("maanedstal", "applied",
                                                                                              8, 1)


def test_import_says_what_it_does_to_the_goals(lines, file):
    lines("import", file(BASELINE))
    _, [found] = lines("import", file(MARCH))
    assert found["goal_changes"] == [
        {"jobcenter": "779", "month": "2010-03", "from": "kan ikke opgøres", "to": "nået"},
        {"jobcenter": "791", "month": "2010-03", "from": "kan ikke opgøres", "to": "nået"}]


def test_import_counts_figures_and_keeps_the_problems(lines, file):
    lines("import", file(BASELINE))
    status, [found] = lines("import", file(BASELINE.replace("790;80", "791;<5").replace(";100", ";")), "--reason", "ok")
    assert (status, found["new"], found["changed"], found["unchanged"]) == (0, 0, 2, 5)
    status, [found] = lines("import", file(HEAD + "2010-03;779;58;61;12;\n"))
    assert (status, found["status"], found["upload"]) == (1, "refused", None)
    assert found["problems"][0] == {
        "severity": "fejl", "gate": 4, "sheet": None, "row": 2, "column": "heraf_virksomhedspraktik",
        "text": "Skive, marts 2010 (række 2): 61 i virksomhedspraktik er flere end målgruppens 58. "
                "Ret det tal, der er forkert.",
        "cell": "D2", "suggestion": None, "question": None, "options": []}


def test_a_refused_file_does_not_stop_the_next_and_the_status_is_1(lines, file):
    status, found = lines("import", file("hej", "a.csv"), file(MARCH, "b.csv"))
    assert (status, [f["status"] for f in found]) == (1, ["refused", "applied"])


def test_a_file_that_is_not_there_is_refused_in_danish(lines, tmp_path):
    status, [found] = lines("import", tmp_path / "væk.csv")
    assert (status, found["status"]) == (1, "refused")
    assert "findes ikke" in found["problems"][0]["text"]
    status, [found] = lines("import", tmp_path)
    assert status == 1 and found["problems"]


def test_a_dry_run_checks_and_stores_nothing(lines, file):
    status, [found] = lines("import", file(MARCH), "--dry-run")
    assert (status, found["status"], found["new"], found["upload"]) == (0, "checked", 8, None)
    assert lines("uploads")[1] == [[]]


def test_a_warning_needs_a_reason(lines, file):
    odd = file(HEAD + "2010-03;791;795;-;32;\n")
    status, [found] = lines("import", odd)
    assert (status, found["status"]) == (1, "refused")
    assert any(p["severity"] == "advarsel" for p in found["problems"])
    assert any("--reason" in p["text"] for p in found["problems"] if p["severity"] == "fejl")
    assert lines("import", odd, "--dry-run")[1][0]["status"] == "checked"
    assert lines("import", odd, "--reason", "stregen er ukendt")[1][0]["status"] == "applied"


def test_the_same_file_again_changes_nothing_and_is_no_error(lines, file):
    lines("import", file(MARCH))
    status, [found] = lines("import", file(MARCH))
    assert (status, found["status"], found["new"], found["changed"], found["unchanged"]) == (0, "unchanged", 0, 0, 8)
    assert len(lines("uploads")[1][0]) == 1


def test_jobcenters_can_be_left_out(lines, file):
    status, [found] = lines("import", file(MARCH + "2010-03;766;1;2;3;\n"), "--without", "766,779")
    assert (status, found["new"]) == (0, 4)
    assert {row["jobcenter"] for row in lines("figures")[1][0]} == {"791"}


def test_the_consultants_file_goes_through_with_a_reason(lines):
    assert lines("import", CONSULTANT)[0] == 1
    status, [found] = lines("import", CONSULTANT, "--reason", "fælles postkasse")
    assert (status, found["status"], found["new"]) == (0, "applied", 129)
    rows = lines("figures", "--jobcenter", "741")[1][0]
    assert {"jobcenter": "741", "month": "2010-03", "measure": "heraf_virksomhedspraktik", "value": None,
            "mark": "hidden"} in rows
    assert {row["month"] for row in lines("figures")[1][0]} == {"2010-01", "2010-03"}


def test_unknown_headings_are_refused_by_name(lines):
    status, [found] = lines("import", FILES / "gate2" / "unknown_headings.csv")
    assert status == 1
    assert [p["column"] for p in found["problems"]] == ["Center", "Antal i alt", "Prakt", "Lønt"]
    assert all(p["gate"] == 2 for p in found["problems"])


def test_a_month_that_is_only_a_guess_must_be_given(lines, file):
    path = file("Jobcenter;Personer\nViborg;795\n", "VC marts 2010.csv")
    status, [found] = lines("import", path)
    assert status == 1 and "--month 2010-03" in found["problems"][0]["text"]
    status, [found] = lines("import", path, "--month", "2010-03")
    assert (status, found["new"]) == (0, 1)


@pytest.mark.parametrize(("text", "name"), [
    ("Tal for marts 2010;\nJobcenter;Personer\nViborg;795\n", "tal.csv"),
    ("Jobcenter;Personer\nViborg;795\n", "VC marts 2010.csv")])
def test_another_month_than_the_title_or_the_name_says_needs_a_reason(lines, file, text, name):
    status, [found] = lines("import", file(text, name), "--month", "2010-04")
    assert (status, found["status"]) == (1, "refused")
    warning, missing = found["problems"]
    assert (warning["severity"], warning["gate"]) == ("advarsel", 2) and "siger marts 2010" in warning["text"]
    assert missing["severity"] == "fejl" and "--reason" in missing["text"]
    status, [found] = lines("import", file(text, name), "--month", "2010-04", "--reason", "titlen er fra sidst")
    assert (status, found["status"], found["new"]) == (0, "applied", 1)
    assert {row["month"] for row in lines("figures")[1][0]} == {"2010-04"}


def test_a_later_match_group_in_an_earlier_month_needs_a_reason(lines, file):
    early = file("maaned;kommunekode;Match 2\n2010-03;791;795\n")
    status, [found] = lines("import", early)
    assert status == 1 and "»Match 2«" in found["problems"][0]["text"] and "marts 2010" in found["problems"][0]["text"]
    assert [p["severity"] for p in found["problems"]] == ["advarsel", "fejl"]
    status, [found] = lines("import", early, "--reason", "regnet tilbage af Jobindsats")
    assert status == 0 and any("nye matchgrupper" in note for note in found["notes"])


def test_a_file_is_received_at_noon_of_the_day_given(lines, file):
    lines("import", file(BASELINE), "--received-at", "2009-10-12", "--by", "konsulent")
    [[found]] = lines("uploads")[1]
    assert (found["received_at"], found["received_by"]) == ("2009-10-12T10:00:00+00:00", "konsulent")


@pytest.mark.parametrize(("day", "told"), [(date(2009, 10, 11), "ikke være modtaget før"),
                                           (date.today() + timedelta(days=2), "fremtiden")])
def test_receipt_does_not_run_backwards_or_ahead(lines, file, day, told):
    lines("import", file(BASELINE), "--received-at", "2009-10-12")
    status, [found] = lines("import", file(MARCH.replace("2010-03", "2009-10")), "--received-at", day)
    assert status == 1 and any(told in p["text"] for p in found["problems"])
    assert len(lines("uploads")[1][0]) == 1


def test_a_month_after_the_day_of_receipt_is_in_the_future(lines, file):
    status, [found] = lines("import", file(MARCH), "--received-at", "2010-02-12")
    assert status == 1 and "fremtiden" in found["problems"][0]["text"]


WRONG = "Jobcenter;Måned;personer_match4;heraf_virksomhedspraktik\nHolstbro;2010-03;200;20\nSkive;2010-03;414;6l\n"


def test_a_fault_is_mended_where_it_is_told(lines, file):
    _, [found] = lines("import", file(WRONG))
    assert [(p["cell"], p["suggestion"]) for p in found["problems"] if p["cell"] == "A2"] == [("A2", "Holstebro")]
    status, [found] = lines("import", file(WRONG), "--fix", "A2=Holstebro", "--fix", "D3=61")
    assert (status, found["status"], found["new"]) == (0, "applied", 4)
    assert found["corrections"] == [{"sheet": "", "cell": "A2", "from": "Holstbro", "to": "Holstebro"},
                                    {"sheet": "", "cell": "D3", "from": "6l", "to": "61"}]


def test_all_suggestions_are_taken_at_once_and_written_down(lines, file, run):
    status, out, _ = run("import", file(WRONG), "--accept-suggestions", "--dry-run")
    assert status == 0 and "Rettet: Celle A2: »Holstbro« er rettet til »Holstebro«" in out
    status, [found] = lines("import", file(WRONG), "--accept-suggestions")
    assert (status, found["status"], [c["cell"] for c in found["corrections"]]) == (0, "applied", ["A2", "D3"])
    status, [found] = lines("import", file(WRONG), "--accept-suggestions")
    assert (status, found["status"]) == (0, "unchanged")


def test_a_row_is_left_out_on_purpose(lines, file):
    status, [found] = lines("import", file(WRONG), "--fix", "2=udelad", "--fix", "D3=61")
    assert (status, found["new"], found["corrections"][0]["to"]) == (0, 2, None)


def test_what_would_mend_a_file_stands_at_the_fault(run, file):
    _, out, _ = run("import", file(WRONG))
    assert '[--fix "A2=Holstebro"]' in out


def test_what_a_tick_means_is_answered_and_remembered(lines, file, run):
    text = "Fremmøde, kursusdag {}\nJobcenter;Rolle;Mødt\nSkive;tovholder;x\nViborg;tovholder;\n"
    status, [found] = lines("import", file(text.format(1)))
    [problem] = found["problems"]
    assert (status, problem["question"], problem["options"][0]["value"]) == (1, "words.moedt.x", "x=1,tom=0")
    _, out, _ = run("import", file(text.format(1)))
    assert "[--answer words.moedt.x=… (x=1,tom=0: »x« = 1 person, tom celle = 0 (mødte ikke);" in out
    status, [found] = lines("import", file(text.format(1)), "--answer", "words.moedt.x=x=1,tom=0")
    assert (status, found["status"], found["new"]) == (0, "applied", 2)
    status, [found] = lines("import", file(text.format(2)))
    assert (status, found["new"]) == (0, 2)


@pytest.mark.parametrize("options", [("--fix", "A2"), ("--fix", "2=Skive"), ("--answer", "period"), ("--answer", "=x")])
def test_a_correction_or_an_answer_that_is_none_is_wrong_usage(run, file, options):
    status, _, told = run("import", file(WRONG), *options)
    assert status == 2 and "er ikke e" in told


def test_corrections_are_of_one_file(run, file):
    status, _, told = run("import", file(WRONG, "a.csv"), file(MARCH, "b.csv"), "--fix", "A2=Holstebro")
    assert status == 2 and "én fil ad gangen" in told
