"""What the forms about a virksomhedscenter state, and what stands of it afterwards."""

from datetime import date

import pandas as pd
import pytest
from sqlmodel import Session

from model.intake import undoing
from model.intake.examine import examine
from model.intake.form import state
from model.intake.records import centre_statements as statements
from model.intake.saving import apply
from model.store import record_facts
from model.store.tables.activities import CentrePeriod
from tests.model.intake.records.centre_files import HEADINGS, TODAY, load, with_centres
from tests.viewers import named


@pytest.fixture
def known(engine):
    return with_centres(engine)


def stated(engine, rows):
    report, content = state(engine, "centre", rows, name="Ret", today=TODAY)
    assert report.status == "ready", report.problems
    apply(engine, report, content=content, viewer=named("prøve"), reason="prøve", source="form")


def kept(engine, name="Gøgerøn Kro"):
    """The centre's rows by the day they opened, and those that are withdrawn."""
    with Session(engine) as session:
        rows = record_facts.records(session, CentrePeriod)
    rows = rows[rows["name"].eq(name)].set_index("opened", drop=False)
    return rows, rows[rows["event"].eq("udgaar")].to_dict("records")


def test_a_wrong_opening_date_is_withdrawn_and_written_anew_with_all_it_said(known):
    period = kept(known)[0].iloc[0].to_dict()
    stated(known, statements.moved(period, date(2009, 10, 12)))
    rows, _ = kept(known)
    old, new = rows.loc["2009-10-01"], rows.loc["2009-10-12"]
    assert (old["event"], new["event"]) == ("udgaar", "gaelder")
    assert (new["closed"].date(), new["reason"], new["sector"], new["industry"], new["places"]) == (
        date(2010, 1, 15), "Markedet", "privat", "Hotel", 6)


def test_a_centre_opens_again_with_what_it_had(known):
    period = kept(known)[0].iloc[0].to_dict()
    stated(known, statements.reopened(period, date(2010, 3, 1)))
    rows, _ = kept(known)
    assert rows["closed"].isna().tolist() == [False, True]
    assert rows["places"].tolist() == [6, 6]


def test_an_opening_date_moved_away_and_back_says_only_what_the_last_row_said(known):
    stated(known, statements.moved(kept(known)[0].loc["2009-10-01"].to_dict(), date(2009, 10, 12)))
    stated(known, [{"jobcenter": "779", "virksomhedscenter": "Gøgerøn Kro", "aabnet": date(2009, 10, 12),
                    "lukket": "..", "lukkeaarsag": ".."}])
    rows, gone = kept(known)
    stated(known, statements.moved(rows.loc["2009-10-12"].to_dict(), date(2009, 10, 1), withdrawn=gone))
    back = kept(known)[0].loc["2009-10-01"]
    assert (back["event"], back["sector"], back["places"]) == ("gaelder", "privat", 6)
    assert back[["closed", "reason"]].isna().all()


@pytest.mark.parametrize("new", [False, True])
def test_a_centre_opens_on_a_day_whose_row_was_withdrawn(known, new):
    load(known, f"{HEADINGS}\r\nSkive;Gøgerøn Kro;01-03-2010;05-04-2010;Andet;privat;Hotel;8;2\r\n")
    stated(known, statements.mistaken(kept(known)[0].loc["2010-03-01"].to_dict()))
    rows, gone = kept(known)
    stated(known, statements.opened("779", "Gøgerøn Kro", date(2010, 3, 1), withdrawn=gone, pladser=5) if new else
           statements.reopened(rows.loc["2009-10-01"].to_dict(), date(2010, 3, 1), withdrawn=gone))
    again = kept(known)[0].loc["2010-03-01"]
    assert (again["event"], again["places"]) == ("gaelder", 5 if new else 6)
    assert again[["closed", "reason"]].isna().all()
    assert pd.isna(again["sector"]) == new


def test_a_day_on_which_the_centre_opened_already_is_refused_in_its_own_words(known):
    stays = kept(known)[0].to_dict("records")
    assert statements.already(stays, date(2009, 10, 1)) == (
        "Centret er allerede skrevet ind som åbnet 1. okt. 2009. Vælg en anden dag.")
    assert statements.already(stays, date(2009, 10, 2)) == ""


def described(engine, **said):
    """The rows of a form on the centre's kind, which is asked about as it stands but for ``said``."""
    rows, _ = kept(engine)
    last = rows.iloc[-1]
    wanted = {"sector": last["sector"], "industry": last["industry"], "generation": int(last["generation"]),
              "second_from": statements.plain(last["generation_2_from"])} | said
    return statements.described(rows.to_dict("records"), **wanted)


def test_another_sector_and_branch_hold_for_every_period_and_another_generation_for_the_last(known):
    stated(known, statements.reopened(kept(known)[0].iloc[0].to_dict(), date(2010, 3, 1)))
    stated(known, described(known, sector="offentlig", generation=2))
    rows, _ = kept(known)
    assert (rows["sector"].tolist(), rows["generation"].tolist()) == (["offentlig", "offentlig"], [1, 2])
    assert rows["industry"].tolist() == ["Hotel", "Hotel"]


def test_the_day_a_centre_became_generation_2_holds_for_every_period_and_its_upload_can_be_undone(known):
    stated(known, statements.reopened(kept(known)[0].iloc[0].to_dict(), date(2010, 3, 1)))
    rows = described(known, second_from=date(2009, 12, 1))
    report, content = state(known, "centre", rows, name="Ret", today=TODAY)
    assert report.changes["measure"].tolist() == ["generation_2_fra"] * 2
    upload = apply(known, report, content=content, viewer=named("prøve"), source="form")
    assert [day.date() for day in kept(known)[0]["generation_2_from"]] == [date(2009, 12, 1)] * 2
    undoing.undo(known, upload, viewer=named("prøve"), reason="alligevel ikke")
    assert kept(known)[0]["generation_2_from"].isna().all()


def test_what_stands_already_is_not_stated_again(known):
    assert described(known) == []
    assert [sorted(row) for row in described(known, industry="Café")] == [
        ["aabnet", "branche", "jobcenter", "virksomhedscenter"]]


def test_a_kind_that_is_taken_back_asks_for_a_reason_and_the_correction_can_be_undone(known):
    report, content = state(known, "centre", described(known, industry=None), name="Ret", today=TODAY)
    assert "»Branche« er nu meldt som ikke oplyst, og Hotel bliver taget tilbage" in report.warnings[0].text
    upload = apply(known, report, content=content, viewer=named("prøve"), reason="Det var et andet center",
                   source="form")
    assert kept(known)[0]["industry"].isna().all()
    undoing.undo(known, upload, viewer=named("prøve"), reason="alligevel ikke")
    assert kept(known)[0]["industry"].tolist() == ["Hotel"]


def test_who_writes_a_withdrawn_centre_in_anew_is_not_asked_about_what_the_withdrawn_row_said(known):
    stated(known, statements.mistaken(kept(known)[0].iloc[0].to_dict()))
    rows = statements.opened("779", "Gøgerøn Kro", date(2009, 10, 1), withdrawn=kept(known)[1], pladser=8)
    report, content = state(known, "centre", rows, name="Nyt", today=TODAY)
    assert (report.status, report.problems) == ("ready", ())
    apply(known, report, content=content, viewer=named("prøve"), source="form")
    again = kept(known)[0].iloc[0]
    assert (again["event"], again["places"]) == ("gaelder", 8)
    assert again[["closed", "reason", "sector", "industry", "generation"]].isna().all()


def test_a_file_that_takes_back_what_stands_is_still_asked_why(known):
    text = f"{HEADINGS}\r\nSkive;Gøgerøn Kro;01-10-2009;15-01-2010;Markedet;privat;Hotel;..;1\r\n"
    report = examine(known, "centre.csv", text.encode(), today=TODAY)
    assert ["6 bliver taget tilbage" in problem.text for problem in report.warnings] == [True]
