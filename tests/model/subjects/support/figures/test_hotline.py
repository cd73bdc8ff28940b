"""The hotline: who answers for it when, what is counted where, what is open, and what was open at the handover."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.subjects.support.figures import hotline
from model.subjects.support.words import hotline as findings
from tests.model.subjects.builders import snapshot
from tests.model.subjects.support_builders import LEMVIG, SKIVE, VIBORG, asked, loaded, said


@pytest.mark.parametrize(("day", "who"), [
    (date(2009, 11, 2), "DISCUS"), (date(2010, 1, 31), "DISCUS"), (date(2010, 2, 1), "BRM"), (date(2011, 6, 1), "BRM")])
def test_discus_answers_for_three_months_and_brm_after(day, who):
    assert hotline.responsible(day) == who


def test_who_answered_follows_the_date_of_the_answer_where_it_is_not_said(engine):
    said(engine, "hotline", asked(1, "2010-01-28", answered="2010-01-31"),
         asked(2, "2010-01-28", answered="2010-02-01"),
         asked(3, "2010-01-28", answered="2010-02-05", by="DISCUS"), asked(4, "2010-01-28"))
    found = hotline.enquiries(loaded(engine)).set_index("number")["answered_by"]
    assert found.tolist() == ["DISCUS", "BRM", "DISCUS", None]
    assert loaded(engine).records["hotline"]["answered_by"].tolist() == [None, None, "DISCUS", None]  # never stored


def test_what_is_open_is_told_oldest_first_with_days_to_the_data_date(engine):
    said(engine, "hotline", asked(1, "2010-02-20"), asked(2, "2010-02-10", VIBORG, "Visitation"),
         asked(3, "2010-02-11", answered="2010-02-12"))
    waiting = hotline.unanswered(loaded(engine))
    assert waiting[["number", "place", "days"]].to_numpy().tolist() == [[2, "Viborg", 19], [1, "Skive", 9]]
    assert findings.open_title(loaded(engine)) == "2 henvendelser venter på svar, den ældste siden 10. feb. 2010"


def test_waiting_ends_with_the_campaign(engine):
    said(engine, "hotline", asked(1, "2011-06-20"), received="2011-07-25")
    found = replace(loaded(engine, as_of="2011-07-25"), data_date=date(2012, 3, 1))
    assert hotline.unanswered(found)["days"].tolist() == [10]
    assert "talt til 30. jun. 2011, hvor kampagnen og hotlinen sluttede" in findings.waiting_note(found)


def test_waiting_is_counted_to_the_newest_list_since_nobody_knows_what_was_answered_later(engine):
    said(engine, "hotline", asked(1, "2010-02-20"), received="2010-02-25")
    found = replace(loaded(engine), data_date=date(2010, 6, 1))
    assert hotline.unanswered(found)["days"].tolist() == [5]
    assert "talt til 25. feb. 2010, da den nyeste liste kom" in findings.waiting_note(found)


def test_an_answer_closes_the_enquiry_and_an_earlier_day_still_has_it_open(engine):
    said(engine, "hotline", asked(1, "2010-02-20"), received="2010-02-21")
    said(engine, "hotline", {"henvendelse": 1, "besvaret": date(2010, 2, 24)}, received="2010-02-25")
    assert hotline.unanswered(loaded(engine)).empty
    assert findings.open_title(loaded(engine)) == "Alle henvendelser er besvaret"
    assert hotline.unanswered(loaded(engine, as_of="2010-02-22"))["days"].tolist() == [1]


def test_an_answer_that_is_taken_back_opens_the_enquiry_again(engine):
    said(engine, "hotline", asked(1, "2010-02-20", answered="2010-02-21"), received="2010-02-22")
    said(engine, "hotline", {"henvendelse": 1, "besvaret": ".."}, received="2010-02-23")
    assert hotline.unanswered(loaded(engine))["number"].tolist() == [1]


def test_months_without_an_enquiry_are_nought_and_months_no_list_knows_of_are_not_there(engine):
    said(engine, "hotline", asked(1, "2009-11-05"), asked(2, "2010-01-07"), received="2010-02-03")
    months = hotline.by_month(loaded(engine, as_of="2010-06-01"))
    assert [f"{m:%Y-%m}" for m in months.index] == ["2009-11", "2009-12", "2010-01", "2010-02"]
    assert months.tolist() == [1, 0, 1, 0]


def test_answers_are_counted_in_steps_and_those_within_two_days_of_all_answered(engine):
    said(engine, "hotline", *(asked(n, "2010-02-01", answered=str(date(2010, 2, 1) + timedelta(days=days)))
                              for n, days in enumerate([0, 1, 2, 3, 9, 12], start=1)), asked(9, "2010-02-01"))
    assert hotline.answer_times(loaded(engine)).tolist() == [1, 2, 1, 1, 1]
    assert findings.answer_sentence(loaded(engine)) == "3 af 6 besvaret inden for 2 dage"


def test_the_handover_counts_what_was_open_that_day_and_what_became_of_it(engine):
    said(engine, "hotline", asked(1, "2010-01-20", answered="2010-01-31"),
         asked(2, "2010-01-29", answered="2010-02-01"),
         asked(3, "2010-01-29", answered="2010-02-03", by="DISCUS"), asked(4, "2010-01-30"), asked(5, "2010-02-01"))
    found = hotline.handover(loaded(engine))
    assert (found.open, found.answered, found.still_open, found.by) == (3, 2, 1, {"BRM": 1, "DISCUS": 1})
    assert findings.handover_sentence(loaded(engine)) == (
        "BRM overtog hotlinen fra DISCUS 1. feb. 2010. 3 henvendelser var åbne den dag: 2 er besvaret siden, 1 venter "
        "endnu (1 af BRM og 1 af DISCUS).")


def test_before_the_handover_nothing_is_said_to_have_been_handed_over(engine):
    said(engine, "hotline", asked(1, "2010-01-20"), received="2010-01-21")
    early = loaded(engine, as_of="2010-01-25")
    assert hotline.handover(early) is None
    assert findings.handover_sentence(early) == (
        "DISCUS har ansvaret til og med januar 2010. BRM overtager 1. feb. 2010.")
    assert findings.months_title(early) == "1 henvendelse, siden hotlinen åbnede 2. nov. 2009"


def test_who_has_never_asked_is_named(engine):
    said(engine, "hotline", asked(1, "2010-02-01"))
    silent = hotline.never_asked(loaded(engine))
    assert len(silent) == 18
    assert "Skive" not in silent
    assert silent[-1] == "Aarhus"
    assert findings.jobcenters_title(loaded(engine)) == "18 af 19 jobcentre har aldrig spurgt"


def test_the_commonest_theme_is_the_title_and_a_tie_is_told(engine):
    said(engine, "hotline", asked(1, "2010-02-01"), asked(2, "2010-02-01", theme="Visitation"),
         asked(3, "2010-02-01", theme=None))
    assert findings.themes_title(loaded(engine)) == "Flest spørger om »Mentor« og »Visitation«: 1 af 3 hver"
    said(engine, "hotline", asked(4, "2010-02-02"))
    assert findings.themes_title(loaded(engine)) == "Flest spørger om »Mentor«: 2 af 4"


def test_the_next_number_follows_the_highest(engine):
    assert hotline.next_number(loaded(engine)) == 1
    said(engine, "hotline", asked(7, "2010-02-01"), asked(3, "2010-02-01"))
    assert hotline.next_number(loaded(engine)) == 8


def test_an_empty_hotline_has_an_answer_to_everything(engine):
    empty = loaded(engine)
    assert hotline.by_month(empty).empty
    assert hotline.handover(empty) is None
    assert hotline.answered_within(empty) == (0, 0)
    assert len(hotline.never_asked(empty)) == 19


DAYS = st.dates(date(2009, 11, 2), date(2010, 5, 31))
ROWS = st.lists(st.tuples(st.none() | DAYS, st.none() | st.integers(0, 40), st.sampled_from([None, SKIVE, LEMVIG]),
                          st.sampled_from([None, "Mentor", "Visitation"])), max_size=25)


@given(ROWS)
def test_every_way_of_counting_adds_up_to_all_enquiries(rows):
    """By month and undated, by theme, by jobcenter, and answered, of unknown time and open: one and the same total."""
    found = replace(snapshot(), records={"hotline": records(rows)}, uploads=UPLOADS)
    dated = sum(day is not None for day, *_ in rows)
    assert int(hotline.by_month(found).sum()) == dated
    for counts in (hotline.by_theme(found), hotline.by_jobcenter(found)):
        assert int(counts["asked"].sum()) == len(rows)
        assert int(counts["open"].sum()) == len(hotline.unanswered(found))
    timed = sum(day is not None and took is not None for day, took, *_ in rows)
    assert int(hotline.answer_times(found).sum()) == timed
    asked_by = set(hotline.by_jobcenter(found).index.dropna())
    assert len(asked_by) + len(hotline.never_asked(found)) == 19


UPLOADS = pd.DataFrame({"id": pd.Series([1], dtype="int64"), "received_at": [pd.Timestamp("2010-06-01 12:00")],
                        "source": "file", "stands": True})


def records(rows: list) -> pd.DataFrame:
    """A frame of records as the snapshot holds it."""
    asked_on = [pd.Timestamp(day) if day else pd.NaT for day, *_ in rows]
    answered = [pd.NaT if took is None else pd.Timestamp(day or date(2010, 1, 1)) + pd.Timedelta(days=took)
                for day, took, *_ in rows]
    texts = {"jobcenter": [row[2] for row in rows], "theme": [row[3] for row in rows]}
    empty = {name: [None] * len(rows) for name in ("question", "answered_by", "answer")}
    return pd.DataFrame({
        "number": pd.array(range(1, len(rows) + 1), dtype="Int64"),
        "upload_id": pd.Series([1] * len(rows), dtype="int64"),
        "asked_on": pd.Series(asked_on, dtype="datetime64[us]"),
        "answered_on": pd.Series(answered, dtype="datetime64[us]"),
        **{name: pd.Series(cells, dtype=object) for name, cells in (texts | empty).items()}})
