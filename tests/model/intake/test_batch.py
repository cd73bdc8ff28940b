"""Nineteen files at once: one verdict, one click, each saved as it was shown or not at all."""

from dataclasses import replace

import pytest
from sqlmodel import Session, func, select

from model.intake import batch, batch_words, undoing, verdicts
from model.intake.batch import File, Need
from model.store.tables.base import Upload
from tests.model.intake.filing import HEAD, check, load, stored
from tests.viewers import named

NAMES = {"779": "Skive", "791": "Viborg", "727": "Odder"}
GROUPS = {"779": 414, "791": 795, "727": 205, "661": 200, "665": 195, "615": 500}


def figures(code, persons, *, practice=20, month="2010-03"):
    return HEAD + f"{month};{code};{persons};{practice};5\n"


def files(engine, *texts):
    return [File(text.encode(), check(engine, text, name=f"{at}.csv"),
                 lambda text=text, at=at: check(engine, text, name=f"{at}.csv")) for at, text in enumerate(texts)]


def saved(engine, *texts, reason=""):
    return list(batch.one_by_one(engine, files(engine, *texts), viewer=named("test"), reason=reason))


def test_one_verdict_over_all_files(engine):
    load(engine, figures("615", 500))
    texts = [figures(code, persons) for code, persons in GROUPS.items()]
    reports = [check(engine, text) for text in (*texts, figures("999", 4), HEAD + "2010-03;779;414;6l;12\n",
                                                "Jobcenter;Antal mærkeligt;Xyz\nSkive;1;2\n")]
    assert batch_words.verdict(reports) == "9 filer: 5 er klar, 2 skal rettes, 1 venter på svar, 1 er indlæst før"
    assert batch_words.button(5) == "Gem de 5" and batch_words.button(1) == "Gem den ene"


def test_a_file_that_only_must_be_answered_is_not_said_to_be_refused(engine):
    report = check(engine, "År til dato\n" + figures("779", 414))
    assert batch.need(report) is Need.EXPLAINING
    assert verdicts.verdict(report) == "Filen venter på et svar"
    assert verdicts.to_mend(report) == "Svar herunder. Der er ikke gemt noget."


def test_all_that_are_ready_are_saved_each_as_an_upload_of_its_own(any_engine):
    result = saved(any_engine, *(figures(code, persons) for code, persons in GROUPS.items()))
    assert len({each.upload for each in result}) == 6 and not any(each.trouble for each in result)
    assert {code: stored(any_engine)[code, "2010-03", "personer_match4"] for code in GROUPS} == GROUPS


def test_saving_again_writes_nothing(engine):
    first = saved(engine, figures("779", 414), figures("791", 795))
    assert saved(engine, figures("779", 414), figures("791", 795)) == first
    with Session(engine) as session:
        assert session.exec(select(func.count()).select_from(Upload)).one() == 2


def test_a_file_that_another_of_them_makes_odd_is_left(engine):
    odd = saved(engine, figures("779", 100, practice=20, month="2010-02"), figures("779", 400, practice=20))
    assert (odd[0].upload is not None, odd[1].upload) == (True, None)
    assert "for sig" in odd[1].trouble
    assert ("779", "2010-03", "personer_match4") not in stored(engine)


def test_a_reason_is_kept_with_the_files_that_need_one(engine):
    load(engine, figures("779", 100, month="2010-02"))
    result = saved(engine, figures("779", 400), figures("791", 795), reason="bekræftet")
    with Session(engine) as session:
        assert [session.get_one(Upload, each.upload).reasons for each in result] == ["bekræftet", ""]


def test_a_refused_file_is_never_saved(engine):
    good, = files(engine, figures("779", 414))
    bad = check(engine, figures("999", 4))
    [result] = batch.one_by_one(engine, [replace(good, report=bad)], viewer=named("test"), reason="")
    assert result.upload is None


def test_a_jobcenter_in_two_files_of_a_month_is_asked_about(engine):
    texts = (figures("779", 414), figures("779", 415), figures("791", 795), figures("779", 414, month="2010-02"))
    found = batch.overlaps([check(engine, text) for text in texts])
    assert [(each.jobcenter, each.month.month, each.files) for each in found] == [("779", 3, (0, 1))]
    assert batch_words.overlap(found[0], NAMES, ["a.csv", "b.csv", "c.csv"]) == (
        "Skive, marts 2010, står med forskellige tal i »a.csv« og »b.csv«. Hvilken gælder?")


def test_what_is_left_out_is_just_what_the_files_disagree_about(engine):
    several = figures("779", 410, month="2010-01") + "2010-02;779;412;20;5\n2010-03;779;415;20;5\n2010-03;671;90;9;1\n"
    reports = [check(engine, text) for text in (figures("779", 414), several)]
    found, = batch.overlaps(reports)
    left = check(engine, several, answers=replace(reports[1].answers, corrections=found.without(1)))
    assert [(c.cell, c.was, c.value) for c in left.corrections] == [("C4", "415", "")]
    assert len(left.changes) == len(reports[1].changes) - 1 and batch.overlaps([reports[0], left]) == []


HOTLINE = "henvendelse;dato;jobcenter;tema\n"


@pytest.mark.parametrize("other", ["2;04-03-2010;Skive;andet", "2;02-03-2010;Struer;andet"])
def test_records_without_a_month_contradict_each_other_too(engine, other):
    texts = (HOTLINE + "2;02-03-2010;Skive;andet\n", HOTLINE + other + "\n")
    reports = [check(engine, text, answers=None, dataset="hotline") for text in texts]
    assert [report.status for report in reports] == ["ready", "ready"], [report.problems for report in reports]
    found, = batch.overlaps(reports)
    assert found.files == (0, 1) and "2" in batch_words.overlap(found, NAMES, ["a.csv", "b.csv"])


def test_what_another_has_saved_meanwhile_is_not_overwritten(engine):
    waiting = files(engine, figures("779", 414), figures("791", 795))
    load(engine, figures("779", 420))
    skive, viborg = batch.one_by_one(engine, waiting, viewer=named("test"), reason="")
    assert skive.upload is None and "af en anden" in skive.trouble and viborg.upload
    assert stored(engine)["779", "2010-03", "personer_match4"] == 420


def test_files_that_say_the_same_are_both_saved(engine):
    twice = saved(engine, figures("779", 414), figures("779", 414) + "2010-03;791;795;20;5\n")
    assert all(each.upload for each in twice) and not any(each.trouble for each in twice)


def test_what_two_files_say_alike_or_of_other_figures_is_no_contradiction(engine):
    outcomes = "maaned;kommunekode;afsluttede_forloeb\n2010-03;779;4\n"
    texts = (figures("779", 414), figures("779", 414) + "2010-03;791;795;20;5\n", outcomes)
    assert batch.overlaps([check(engine, text) for text in texts]) == []


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_compare_is_no_contradiction(engine, count):
    assert batch.overlaps([check(engine, figures("779", 414))] * count) == []


ROLE = "kursusdag;jobcenter;rolle;tilmeldt;moedt\n"


def test_records_may_be_among_the_files_and_contradict_each_other(engine):
    texts = (figures("779", 414), ROLE + "K1;779;jobkonsulent;2;1\n", ROLE + "K1;779;jobkonsulent;3;1\n")
    reports = [check(engine, text, answers=None) for text in texts]
    assert [batch.need(report) for report in reports] == [Need.NOTHING] * 3
    assert [(each.dataset, each.jobcenter, each.files) for each in batch.overlaps(reports)] == [
        ("kursusdeltagelse", "779", (1, 2))]


def test_files_saved_together_are_undone_one_by_one(engine):
    first, second = saved(engine, figures("779", 414), figures("791", 795))
    undoing.undo(engine, first.upload, reason="prøve", viewer=named("test"))
    assert {code for code, *_ in stored(engine)} == {"791"} and second.upload
