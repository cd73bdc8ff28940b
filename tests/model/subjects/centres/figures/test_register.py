"""The register, the months it can show, what kinds of centres there are and why they closed."""

from datetime import date

import pandas as pd

from model.subjects.centres.charts.centre_life import (
    life_chart,
    makeup_table,
    register_data,
    register_table,
    stay_lines,
)
from model.subjects.centres.figures import makeup, periods, register
from model.subjects.centres.figures.register import CentreStatus, withdrawn
from model.subjects.centres.words import centre_page
from tests.model.subjects.centres.figures.builders import SKIVE, VIBORG, snapshot, stay, told

MARCH = date(2010, 3, 1)
ROWS = [
    stay("Ørnelyng Kro", "2009-10-05", sector="privat", industry="Hotel og restauration", places=5),
    stay("Hejrehyld Lager", "2009-10-05", "2010-01-10", reason="Markedet", sector="privat", industry="Transport"),
    stay("Ugletjørn Møbler", "2009-09-01", "2010-02-01", reason="markedet.", code=VIBORG, industry="Industri"),
    stay("Ugletjørn Møbler", "2010-03-15", code=VIBORG, industry="Industri"),
    stay("Svalerøn Plejecenter", "2009-12-01", "2010-02-11", reason="Pause: ombygning", sector="offentlig"),
]


def found():
    return snapshot(ROWS, [told("Ørnelyng Kro", "2010-03", 3, 5)])


def test_one_row_per_centre_by_jobcenter_and_name_with_its_status_today():
    rows = register.register(found(), MARCH)
    assert list(zip(rows["place"], rows["name"], rows["status"], strict=True)) == [
        ("Skive", "Hejrehyld Lager", CentreStatus.CLOSED), ("Skive", "Svalerøn Plejecenter", CentreStatus.PAUSED),
        ("Skive", "Ørnelyng Kro", CentreStatus.OPEN), ("Viborg", "Ugletjørn Møbler", CentreStatus.OPEN)]
    reopened = rows.iloc[-1]
    assert (reopened["periods"], reopened["first"].date()) == (2, date(2009, 9, 1))


def test_the_register_is_searched_in_name_jobcenter_and_branch_and_filtered():
    rows = register.register(found(), MARCH)
    assert register.matching(rows, text="ørnelyng")["name"].tolist() == ["Ørnelyng Kro"]
    assert register.matching(rows, text="viborg")["name"].tolist() == ["Ugletjørn Møbler"]
    assert register.matching(rows, text="TRANSPORT")["name"].tolist() == ["Hejrehyld Lager"]
    assert register.matching(rows, code=SKIVE, status=CentreStatus.CLOSED)["name"].tolist() == ["Hejrehyld Lager"]
    assert register.matching(rows, sector="offentlig")["name"].tolist() == ["Svalerøn Plejecenter"]
    assert register.matching(rows, text="findes ikke").empty


def test_one_centres_life_has_its_months_and_leaves_those_in_which_it_was_shut_empty():
    rows = register.life(found(), VIBORG, "Ugletjørn Møbler", MARCH)
    assert [f"{month:%Y-%m}" for month in rows["month"]] == [
        "2009-09", "2009-10", "2009-11", "2009-12", "2010-01", "2010-02", "2010-03"]
    assert rows["open"].tolist() == [True] * 5 + [False, True]  # shut from the first of February to mid-March
    later = register.life(found(), SKIVE, "Hejrehyld Lager", MARCH)
    assert later["open"].tolist() == [True, True, True, True, False, False]
    assert later["places"].isna().tolist() == [False, False, False, False, True, True]


def test_withheld_places_are_not_replaced_and_a_centre_that_is_shut_has_those_last_stated():
    rows = register.register(snapshot(
        [stay("A", "2009-10-01", places=9), stay("B", "2009-10-01", "2010-02-10", places=7)],
        [told("A", "2010-03", 4, places_mark="hidden")]), MARCH).set_index("name")
    assert (rows["places"].isna().to_dict(), rows.loc["B", "places"]) == ({"A": True, "B": False}, 7)


def test_the_withdrawn_rows_of_a_centre_are_known_and_are_no_stays():
    here = snapshot([stay("A", "2009-10-01", event="udgaar"), stay("A", "2009-11-01"), stay("B", "2009-10-01")])
    assert [day.date() for day in withdrawn(here, SKIVE, "A")["opened"]] == [date(2009, 10, 1)]
    assert [day.date() for day in register.stays(here, SKIVE, "A")["opened"]] == [date(2009, 11, 1)]


def test_reasons_that_differ_in_capitals_and_points_are_one():
    rows = makeup.closing_reasons(found(), None, date(2010, 1, 1), MARCH)
    assert list(zip(rows["reason"], rows["closed"], strict=True)) == [("Markedet", 2), ("Pause: ombygning", 1)]


def test_a_closure_without_a_reason_is_told_as_such():
    rows = makeup.closing_reasons(snapshot([stay("A", "2009-10-01", "2010-01-05")]), None, date(2010, 1, 1), MARCH)
    assert rows["reason"].tolist() == ["ikke oplyst"]


def test_sectors_of_the_active_centres_add_up_to_all_of_them():
    rows = makeup.makeup(found(), None, MARCH, "sector").set_index("what")
    assert rows["centres"].to_dict() == {"privat": 1, "ikke oplyst": 1}
    assert rows["places"].to_dict() == {"privat": 5, "ikke oplyst": 6}


SECOND = [stay("A", "2009-10-05", industry="Handel", generation=1, generation_2_from=date(2010, 2, 10)),
          stay("B", "2009-10-05", "2010-01-01", industry="handel", generation_2_from=date(2010, 4, 1)),
          stay("B", "2010-02-01", industry="handel"), stay("C", "2009-10-05", industry="Industri")]


def test_a_centre_is_of_the_second_generation_from_its_day_in_all_of_its_periods_and_unknown_is_no_no():
    found = snapshot(SECOND)
    assert makeup.makeup(found, None, MARCH, "industry")["second"].tolist() == [1, pd.NA]
    assert makeup.makeup(found, None, date(2010, 4, 1), "industry")["second"].tolist() == [2, pd.NA]
    rows = register.register(found, MARCH)
    assert rows["generation"].tolist() == [2, 2, pd.NA]
    assert register_data(rows)["generation_2_fra"].dt.strftime("%d-%m").fillna("").tolist() == [
        "10-02", "01-04", ""]
    assert centre_page.generations_line(found, None, MARCH) == (
        "1 af 3 aktive centre er generation 2, fra 10. feb. 2010. Af 1 er generationen ikke oplyst.")
    assert makeup_table(found, None, MARCH, "industry")["Heraf generation\u00a02"].tolist() == ["1", "ikke oplyst"]
    assert stay_lines(found, SKIVE, "B")[-1] == "Generation 2 fra 1. apr. 2010"
    marks = life_chart(found, SKIVE, "A", MARCH).shape.marks
    assert marks == ((date(2010, 2, 1), "generation 2"),)


def test_while_no_centre_is_of_the_second_generation_nothing_is_said_of_it():
    found = snapshot([stay("A", "2009-10-05", generation=1), stay("B", "2009-10-05")])
    assert centre_page.generations_line(found, None, MARCH) == ""
    assert "Heraf generation\u00a02" not in makeup_table(found, None, MARCH, "sector")
    assert "Generation 2 fra" not in register_table(register.register(found, MARCH), MARCH)


def test_months_go_from_the_first_opening_to_the_newest_known_and_never_past_today():
    assert periods.months(found())[0] == MARCH
    assert periods.months(found())[-1] == date(2009, 9, 1)
    assert periods.default_month(found()) == MARCH
    early = snapshot([stay("A", "2010-02-01"), stay("B", "2010-06-10")], [told("A", "2010-03", 3)])
    assert (periods.default_month(early), periods.months(early)[0]) == (MARCH, date(2010, 6, 1))


def test_without_centres_there_are_no_months_and_the_campaigns_first_is_the_default():
    nothing = snapshot([])
    assert (periods.months(nothing), periods.default_month(nothing)) == ((), nothing.starts)
    assert register.register(nothing, MARCH).empty
