"""Rules for virksomhedscentre. Each file tests/files/records/centre_* fails the check of its name."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from model.intake.examine import examine
from model.intake.rules.centres import Span
from model.store import record_facts
from model.store.tables.activities import CentrePeriod
from model.subjects.centres.figures.periods import clashes
from tests.model.intake.gates import FILES, REMEDY, Case
from tests.model.intake.records.centre_files import HEADINGS, STANDING, TODAY, load, with_centres

FOLDER = FILES / "records"


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
    case("generation_2_before_it_opened", "generation 2 fra 1. sep. 2009, før det åbnede 1. okt. 2009",
         column="Generation 2 fra"),
    case("generation_2_after_it_closed", "generation 2 fra 1. feb. 2010, men lukkede 15. jan. 2010",
         column="Generation 2 fra"),
    case("generation_1_and_2", "generation 1, men centret er generation 2 fra 1. dec. 2009", column="Generation",
         severity="advarsel"),
    case("month_of_unknown_centre", "centret findes ikke. Mente du »Hejrehyld Lager«?", column="Virksomhedscenter"),
]


@pytest.fixture
def known(engine):
    return with_centres(engine)


@pytest.mark.every
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


def test_a_month_is_not_touched_by_a_period_that_closed_on_its_first_day():
    february = date(2010, 2, 1)
    assert not Span(date(2009, 10, 1), february, 6).touches(february)
    assert Span(date(2009, 10, 1), date(2010, 2, 2), 6).touches(february)


DAYS = st.dates(date(2009, 10, 1), date(2010, 3, 31))
PERIODS = st.lists(st.tuples(DAYS, st.none() | DAYS), min_size=1, max_size=5, unique_by=lambda period: period[0])


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(periods=PERIODS)
def test_a_load_is_stopped_exactly_when_opened_and_closed_would_not_add_up(engine, periods):
    is_stopped_when_they_clash(engine, periods)


@pytest.mark.long
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(periods=PERIODS)
def test_many_a_load_is_stopped_exactly_when_opened_and_closed_would_not_add_up(engine, periods):
    is_stopped_when_they_clash(engine, periods)


def is_stopped_when_they_clash(engine, periods) -> None:
    """Check a file of one centre's periods: it is refused exactly where they cannot all be so."""
    lines = [f"Skive;Ugletjørn Møbler;{opened:%d-%m-%Y};{f'{closed:%d-%m-%Y}' if closed else ''}"
             for opened, closed in periods]
    content = "\r\n".join(["Jobcenter;Virksomhedscenter;Åbnet;Lukket", *lines, ""]).encode()
    report = examine(engine, "centre.csv", content, today=TODAY)  # checks only: the database stays empty
    assert (report.status == "refused") == clashes(periods), report.problems
    assert all(problem.row for problem in report.problems)
