"""The answers about a file, told when it is imported and listed with its upload."""

HEAD = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\n"
TICKS = HEAD + "K1;Skive;jobkonsulent;1;x\nK1;Lemvig;jobkonsulent;2;2\n"


def test_an_answer_is_told_and_stands_with_the_upload(run, lines, file):
    status, [found] = lines("import", file(TICKS), "--answer", "words.moedt.x=1")
    assert status == 0
    assert [(each["question"], each["value"], each["answer"]) for each in found["answers"]] == [
        ("words.moedt.x", "1", "»x« = 1 person")]
    assert lines("uploads")[1][0][0]["answers"] == found["answers"]


def test_an_answer_that_is_remembered_is_told_too(run, lines, file):
    lines("import", file(TICKS), "--answer", "words.moedt.x=1")
    status, out, _ = run("import", file(TICKS.replace("K1", "K2")), "--dry-run")
    assert status == 0 and "  Besvaret: Under »Mødt« står »x« i 1 celle. Hvad betyder det?" in out


def test_a_file_without_questions_has_no_answers(lines, file):
    assert lines("import", file(HEAD + "K1;Skive;jobkonsulent;2;1\n"))[1][0]["answers"] == []
    assert lines("uploads")[1][0][0]["answers"] == []
