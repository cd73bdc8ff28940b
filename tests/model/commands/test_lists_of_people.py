"""``import --count``: a list with one row a person becomes counts, without a page."""

import json

import pytest

from tests.model.intake.counting.lists import RECORDS

NAMES = ("Opdigtet", "Prøvesen", "Fiktiv", "Testsen", "Påhit", "Eksempelsen", "example.dk")


@pytest.fixture
def path():
    """Where the file lies whose name begins so."""
    def path(name):
        [found] = RECORDS.glob(f"{name}*")
        return found
    return path


def test_a_refused_list_says_that_it_can_be_counted(run, lines, path):
    status, out, _ = run("import", path("01a"))
    assert (status, "Filen ligner en deltagerliste: 3 rækker med én person på hver. Tæl den med --count." in out) == (
        1, True)
    assert lines("import", path("01a"))[1][0]["countable"] is True


def test_what_the_list_does_not_say_is_asked_and_answered_by_id(run, lines, path):
    status, [asked] = lines("import", path("01a"), "--count")
    assert (status, asked["status"]) == (1, "refused")
    [problem] = asked["problems"]
    assert (problem["question"], problem["options"][0]["value"]) == ("count.kursusdag.1", "K1")
    status, [counted] = lines("import", path("01a"), "--count", "--answer", "count.kursusdag.1=K3")
    assert (status, counted["status"], counted["new"]) == (0, "applied", 4)
    assert counted["notes"][0] == "3 rækker → 4 tal. Kolonnerne A–C er ikke læst og gemmes ikke."
    assert not any(name in json.dumps([asked, counted], ensure_ascii=False) for name in NAMES)
    assert not any(name in run("import", path("01a"))[1] for name in NAMES)


def test_the_same_list_is_recognised_however_it_is_counted(lines, path):
    assert lines("import", path("01d"), "--count")[1][0]["status"] == "applied"
    assert lines("import", path("01d"), "--count")[1][0]["status"] == "unchanged"
    assert lines("import", path("01d"))[1][0]["status"] == "unchanged"


def test_answers_about_words_are_remembered(lines, path, file):
    assert lines("import", path("01b"), "--count", "--answer", "words.kom.tom=udeblev")[1][0]["status"] == "applied"
    text = path("01b").read_text(encoding="utf-8-sig")
    again = text.replace("kursusdag 3 (26. jan. 2010)", "kursusdag 2 (9. dec. 2009)")
    assert lines("import", file(again), "--count")[1][0]["status"] == "applied"


def test_a_table_of_answers_needs_nobody_to_say_that_it_is_one(lines, path):
    status, [evaluation] = lines("import", path("04l"))
    assert (status, evaluation["dataset"], evaluation["new"]) == (0, "kursusevaluering", 6)
