"""The words of *Historik*: the list, one upload's facts, and what taking one back would do."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from model.intake import history

NAMES = {"779": "Skive", "665": "Lemvig"}


def uploads(*changes):
    """Uploads as ``facts.uploads`` gives them, newest first; each differs from a plain one by ``changes``."""
    plain = {"dataset": "maanedstal", "source": "file", "file_name": "tal.csv", "received_by": "konsulent",
             "received_at": datetime(2010, 4, 12, 12, 5, tzinfo=UTC), "counts": {"new": 3}, "reasons": "",
             "problems": [], "without": [], "corrections": [], "undone_at": None, "undone_by": None,
             "undone_reason": None, "stands": True}
    rows = [plain | {"id": len(changes) - place} | change for place, change in enumerate(changes)]
    return pd.DataFrame(rows).astype({"undone_at": object})


UNDONE = {"undone_at": datetime(2010, 5, 1, 8, tzinfo=UTC), "undone_by": "leder", "undone_reason": "forkert fil",
          "stands": False}


def test_the_title_counts_uploads_and_says_when_the_newest_came():
    title, line = history.title(uploads({}, UNDONE))
    assert title == "2 indlæsninger, senest den 12. apr. 2010"
    assert line.endswith("Intet slettes. 1 er fortrudt.")
    assert history.title(uploads({}).iloc[:0])[0] == "Der er ikke indlæst noget endnu"


def test_the_list_tells_who_when_what_and_whether_it_stands():
    table = history.upload_table(uploads({"without": ["779"]}, UNDONE), NAMES)
    assert table["Status"].tolist() == ["Gælder", "Fortrudt 1. maj 2010"]
    assert table["Udeladt"].tolist() == ["Skive", ""]
    assert table["Indhold"].tolist() == ["3 nye tal", "3 nye tal"]
    assert "Udeladt" not in history.upload_table(uploads({}), NAMES)


def test_an_uploads_facts_leave_out_what_there_is_none_of():
    plain = dict(history.facts_of(uploads({}).iloc[0], NAMES))
    assert list(plain) == ["Fil", "Slags", "Kilde", "Modtaget", "Hvem", "Indhold"]
    assert plain["Modtaget"] == "12. apr. 2010 kl. 14.05"
    undone = dict(history.facts_of(uploads(UNDONE | {"reasons": "bekræftet"}).iloc[0], NAMES))
    assert undone["Fortrudt"] == "1. maj 2010 kl. 10.00 af leder: forkert fil"
    assert undone["Begrundelse"] == "bekræftet"


def test_what_was_changed_in_the_file_is_told_beside_the_original():
    upload = uploads({"corrections": [{"sheet": "", "cell": "B8", "value": "61", "was": "6l"}]}).iloc[0]
    assert dict(history.facts_of(upload, NAMES))["Rettet i filen"] == "1 rettelse"
    assert history.corrections_of(upload) == ["Celle B8: »6l« er rettet til »61«"]


def test_accepted_warnings_come_back_as_they_were_told():
    kept = {"severity": "advarsel", "gate": 4, "text": "Halveret.", "sheet": None, "row": 3, "column": "Praktik",
            "jobcenter": "779", "month": "2010-03-01"}
    table = history.warnings_of(uploads({"problems": [kept]}).iloc[0], NAMES)
    assert table.to_dict("records") == [{"Jobcenter": "Skive", "Måned": "mar.\u00a02010", "Række": "3",
                                         "Kolonne": "Praktik", "Hvad er galt, og hvad kan du gøre": "Halveret."}]


@pytest.mark.parametrize(("kinds", "text"), [
    (["removed", "removed", "changed"], "2 tal forsvinder, og 1 tal får den værdi, det havde før."),
    (["removed"], "1 tal forsvinder."),
    ([], "Ingen tal ændres: senere indlæsninger har givet de samme tal igen."),
])
def test_what_an_undo_does_is_counted(kinds, text):
    assert history.undo_verdict(pd.DataFrame({"kind": pd.Series(kinds, dtype=object)}), "maanedstal") == text


@pytest.mark.parametrize(("kinds", "text"), [
    (["removed", "changed"], "1 oplysning forsvinder, og 1 oplysning får den værdi, den havde før."),
    (["changed", "changed"], "2 oplysninger får den værdi, de havde før."),
    ([], "Ingen oplysninger ændres: senere indlæsninger har givet de samme oplysninger igen.")])
def test_what_an_undo_of_records_does_is_told_in_their_own_words(kinds, text):
    assert history.undo_verdict(pd.DataFrame({"kind": pd.Series(kinds, dtype=object)}), "hotline") == text


def test_the_list_tells_which_kind_each_upload_is_and_counts_it_so():
    table = history.upload_table(uploads({"dataset": "kursusdeltagelse"}, {}), NAMES)
    assert table["Slags"].tolist() == ["Kursusdeltagelse", "Månedstal"]
    assert table["Indhold"].tolist() == ["3 nye oplysninger", "3 nye tal"]


@pytest.mark.parametrize(("source", "dataset", "text"), [
    ("form", "maanedstal", "Rettelse i appen"), ("form", "hotline", "Skrevet i appen"), ("file", "hotline", "Fil"),
    ("sample", "centre", "Eksempeldata")])
def test_a_form_corrects_figures_and_writes_records(source, dataset, text):
    assert history.source(uploads({"source": source, "dataset": dataset}).iloc[0]) == text


def test_what_was_typed_is_fetched_again_as_json():
    typed = uploads({"source": "form", "file_name": "Fremmøde, kursusdag 3"}).iloc[0]
    assert history.original_name(typed) == "Fremmøde, kursusdag 3.json"
    assert history.original_name(uploads({}).iloc[0]) == "tal.csv"


def test_the_headings_of_an_uploads_changes_use_its_own_words():
    changed = {"counts": {"new": 1, "changed": 2, "unchanged": 4}}
    assert history.changes_title(uploads(changed).iloc[0]) == (
        "Tal, som indlæsningen ændrede: 1 nyt tal og 2 ændrede tal")
    records = uploads(changed | {"dataset": "centre"}).iloc[0]
    assert history.changes_title(records) == (
        "Oplysninger, som indlæsningen ændrede: 1 ny oplysning og 2 ændrede oplysninger")
    assert history.nothing_changed(records).startswith("Indlæsningen ændrede ingen oplysninger")


def test_only_sample_uploads_that_stand_are_removed_with_the_sample():
    rows = uploads({"source": "sample"}, {}, {"source": "sample"} | UNDONE)
    assert history.sample_ids(rows) == [3]


@pytest.mark.parametrize(("rows", "loaded"), [
    ([{"source": "form"}], False), ([{"source": "form"}, {"source": "file"} | UNDONE], False),
    ([{"source": "form"}, {"source": "file"}], True), ([{"source": "sample"}], True),
    ([{"source": "file", "dataset": "hotline"}], False)])
def test_a_correction_or_a_file_of_records_alone_is_no_months_file(rows, loaded):
    assert history.any_file(uploads(*rows)) is loaded


@pytest.mark.parametrize(("count", "text"), [
    (1, "Fortryd også 1 rettelse i appen, der kun retter eksempeldata"),
    (3, "Fortryd også 3 rettelser i appen, der kun retter eksempeldata")])
def test_the_corrections_that_go_with_the_sample_are_counted(count, text):
    assert history.with_corrections(count) == text


@pytest.mark.parametrize(("count", "written", "there"), [
    (70, True, "70 indlæsninger med opdigtede tal og opdigtede dialogmøder og historier"),
    (1, False, "1 indlæsning med opdigtede tal"), (0, True, "opdigtede dialogmøder og historier")])
def test_what_stands_of_the_sample_is_told_before_it_is_removed(count, written, there):
    told = history.about_sample(count, written=written)
    assert told.startswith(f"Der står {there}. ")
    assert ("følger med" in told) == written


def test_the_day_before_an_upload_shows_the_figures_without_it():
    late = uploads({"received_at": datetime(2010, 4, 11, 22, 30, tzinfo=UTC)}).iloc[0]
    assert history.evening_before(late) == date(2010, 4, 11)
    assert history.look_back(late, "siden »Kurser«") == "Se siden »Kurser«, som den så ud 11. apr. 2010"
