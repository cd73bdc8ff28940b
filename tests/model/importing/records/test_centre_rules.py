"""Rules for virksomhedscentre. Each file tests/files/records/centre_* fails the check of its name."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from model import record_facts
from model.activity_tables import CentrePeriod
from model.importing.examine import examine
from model.importing.records import centre_statements as statements
from model.importing.records.centre_rules import Span
from model.importing.records.form import state
from model.importing.saving import apply
from model.indicators.centres.periods import clashes
from tests.model.importing.gates import FILES, REMEDY, Case

TODAY = date(2010, 4, 20)
FOLDER = FILES / "records"
HEADINGS = "Jobcenter;Virksomhedscenter;Åbnet;Lukket;Lukkeårsag;Sektor;Branche;Pladser;Generation"
STANDING = (f"{HEADINGS}\r\nSkive;Hejrehyld Lager;01-10-2009;;;privat;Transport;10;1\r\n"
            "Skive;Gøgerøn Kro;01-10-2009;15-01-2010;Markedet;privat;Hotel;6;1\r\n")
MONTHS = ("Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte pladser\r\nSkive;Hejrehyld Lager;2010-02;10;7\r\n")


def case(name: str, *texts: str, row: int = 2, column: str | None = "Åbnet", **more: object) -> Case:
    return Case(f"centre_{name}", texts, row=row, column=column, jobcenter="779", **more)


CASES = [
    case("overlapping_periods", "åbnede 1. okt. 2009 til 1. feb. 2010", "kan ikke åbne 15. jan. 2010", "går da ikke op",
         row=3),
    case("opened_while_open", "og er ikke lukket", "kan ikke åbne 15. jan. 2010", row=3),
    case("closed_before_opened", "lukket 15. jan. 2010, før det åbnede 1. feb. 2010", column="Lukket"),
    case("few_places", "mindst 4 pladser, og her står 3", column="Pladser", severity="advarsel"),
    case("name_nearly_alike", "»Ugletjorn Møbler« ligner »Ugletjørn Møbler«", "ret navnet", row=3,
         column="Virksomhedscenter", severity="advarsel"),
    case("american_date", "»01-25-2010«", "Skriv dag, måned og år"),
    case("impossible_date", "»30-02-2010« findes ikke i kalenderen"),
    case("opened_in_the_future", "»01-10-2010« ligger efter 20. apr. 2010"),
    case("doubled_row", "står på 2 rækker (række 2 og 3)", row=3, column=None),
    case("closed_before_occupied_month", "7 besatte pladser i februar 2010, hvor centret ikke er åbent",
         column="Lukket"),
    case("withdrawn_with_occupied_month", "7 besatte pladser i februar 2010", column=None),
    case("month_occupied_after_closing", "var ikke åbent i februar 2010, men har 3 besatte pladser",
         column="Besatte pladser"),
    case("month_crowded", "13 besatte er over 120\u00a0% af centrets 10 pladser", column="Besatte pladser",
         severity="advarsel"),
    case("month_crowded_by_own_places", "13 besatte er over 120\u00a0% af centrets 10 pladser",
         column="Besatte pladser", severity="advarsel"),
    case("month_occupied_without_places", "5 besatte er over 120\u00a0% af centrets 0 pladser",
         column="Besatte pladser", severity="advarsel"),
    case("nothing_to_withdraw", "intet at lade udgå: centret åbnede 1. okt. 2009", column="Hændelse"),
    case("opened_long_ago", "åbnet 1. okt. 1909", "åbnede i 2006", severity="advarsel"),
    case("month_of_unknown_centre", "centret findes ikke. Mente du »Hejrehyld Lager«?", column="Virksomhedscenter"),
]


def load(engine, text, name="tal.csv", reason="prøve"):
    content = text.encode()
    report = examine(engine, name, content, today=TODAY)
    return apply(engine, report, content=content, by="prøve", reason=reason)


@pytest.fixture
def known(engine):
    """A centre that is open with an occupied month, and one that has closed."""
    load(engine, STANDING, "centre.csv")
    load(engine, MONTHS, "maaneder.csv")
    return engine


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_centre_rules(known, case):
    file = FOLDER / f"{case.name}.csv"
    report = examine(known, file.name, file.read_bytes(), today=TODAY)
    assert report.status == ("refused" if case.severity == "fejl" else "ready"), report.problems
    assert len(report.problems) == case.times, report.problems
    problem = report.problems[0]
    assert all(text in problem.text for text in case.texts), problem.text
    assert (problem.severity, problem.row, problem.column) == (case.severity, case.row, case.column)
    assert REMEDY.search(problem.text), problem.text


def test_every_file_about_centres_has_a_test():
    assert {path.stem for path in FOLDER.glob("centre_*")} == {case.name for case in CASES}


def test_every_overlap_is_told_at_once(known):
    rows = [f"Skive;Ugletjørn Møbler;{day}" for day in ("01-10-2009;01-04-2010", "01-12-2009;01-01-2010",
                                                        "01-02-2010;01-03-2010")]
    content = "\r\n".join(["Jobcenter;Virksomhedscenter;Åbnet;Lukket", *rows, ""]).encode()
    report = examine(known, "centre.csv", content, today=TODAY)
    assert [problem.row for problem in report.problems] == [3, 4]


def test_a_near_name_is_offered_and_never_merged(known):
    load(known, f"{HEADINGS}\r\nSkive;Hejrehyld lagr;01-02-2010;;;privat;Transport;8;1\r\n")
    with Session(known) as session:
        names = set(record_facts.records(session, CentrePeriod)["name"])
    assert names == {"Hejrehyld Lager", "Hejrehyld lagr", "Gøgerøn Kro"}


def test_a_file_that_restates_two_near_names_that_stand_is_not_asked_again(known):
    load(known, f"{HEADINGS}\r\nSkive;Hejrehyld Lage;01-02-2010;;;privat;Transport;8;1\r\n")
    again = STANDING.replace("Transport;10", "Transport;12") + "Skive;Hejrehyld Lage;01-02-2010;;;privat;Lager;8;1\r\n"
    report = examine(known, "centre.csv", again.encode(), today=TODAY)
    assert (report.status, report.problems) == ("ready", ())


def test_a_wrong_opening_date_is_withdrawn_and_written_anew_with_all_it_said(known):
    with Session(known) as session:
        period = record_facts.records(session, CentrePeriod).set_index("name", drop=False).loc["Gøgerøn Kro"].to_dict()
    report, content = state(known, "centre", statements.moved(period, date(2009, 10, 12)), name="Ret", today=TODAY)
    apply(known, report, content=content, by="prøve", source="form")
    with Session(known) as session:
        rows = record_facts.records(session, CentrePeriod).query("name == 'Gøgerøn Kro'").set_index("opened")
    old, new = rows.loc["2009-10-01"], rows.loc["2009-10-12"]
    assert (old["event"], new["event"]) == ("udgaar", "gaelder")
    assert (new["closed"].date(), new["reason"], new["sector"], new["industry"], new["places"]) == (
        date(2010, 1, 15), "Markedet", "privat", "Hotel", 6)


def test_a_centre_opens_again_with_what_it_had(known):
    with Session(known) as session:
        period = record_facts.records(session, CentrePeriod).set_index("name", drop=False).loc["Gøgerøn Kro"].to_dict()
    report, content = state(known, "centre", statements.reopened(period, date(2010, 3, 1)), name="Igen", today=TODAY)
    apply(known, report, content=content, by="prøve", source="form")
    with Session(known) as session:
        rows = record_facts.records(session, CentrePeriod).query("name == 'Gøgerøn Kro'")
    assert rows["closed"].isna().tolist() == [False, True]
    assert rows["places"].tolist() == [6, 6]


def stated(engine, rows):
    report, content = state(engine, "centre", rows, name="Ret", today=TODAY)
    assert report.status == "ready", report.problems
    apply(engine, report, content=content, by="prøve", reason="prøve", source="form")


def kept(engine, name="Gøgerøn Kro"):
    """The centre's rows by the day they opened, and those that are withdrawn."""
    with Session(engine) as session:
        rows = record_facts.records(session, CentrePeriod)
    rows = rows[rows["name"].eq(name)].set_index("opened", drop=False)
    return rows, rows[rows["event"].eq("udgaar")].to_dict("records")


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


def test_a_month_is_not_touched_by_a_period_that_closed_on_its_first_day():
    february = date(2010, 2, 1)
    assert not Span(date(2009, 10, 1), february, 6).touches(february)
    assert Span(date(2009, 10, 1), date(2010, 2, 2), 6).touches(february)


DAYS = st.dates(date(2009, 10, 1), date(2010, 3, 31))
PERIODS = st.lists(st.tuples(DAYS, st.none() | DAYS), min_size=1, max_size=5, unique_by=lambda period: period[0])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(periods=PERIODS)
def test_a_load_is_stopped_exactly_when_opened_and_closed_would_not_add_up(engine, periods):
    lines = [f"Skive;Ugletjørn Møbler;{opened:%d-%m-%Y};{f'{closed:%d-%m-%Y}' if closed else ''}"
             for opened, closed in periods]
    content = "\r\n".join(["Jobcenter;Virksomhedscenter;Åbnet;Lukket", *lines, ""]).encode()
    report = examine(engine, "centre.csv", content, today=TODAY)  # checks only: the database stays empty
    assert (report.status == "refused") == clashes(periods), report.problems
    assert all(problem.row for problem in report.problems)
