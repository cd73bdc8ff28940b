"""The command line's shapes: these names, unrounded shares, null for the unknown."""

import json
from datetime import date

import pytest

from model.subjects.goals.words.status import figures_json, status
from tests.model.subjects.builders import said, snapshot, target

MARCH = date(2010, 3, 1)
FIGURES = [said("791", "2009-09", persons=300, total=30), said("791", "2010-03", persons=312, total=38),
           said("791", "2009-12", ended=118, good=26), said("741", "2010-03", persons=30, total="hidden", model="1-3"),
           said("779", "2010-03", persons="missing")]


SHARE = {"target": 16, "value": 100 * 38 / 312, "reached": False, "needed": 50, "missing": 12}
INCREASE = {"target": 15, "baseline": 30, "value": 8, "reached": False, "missing": 7}


def of(found, code):
    return next(row for row in found["jobcenters"] if row["code"] == code)


def test_the_verdicts_in_the_promised_shape():
    found = status(snapshot(*FIGURES), MARCH)
    assert list(found) == ["month", "programme", "region", "jobcenters"]
    assert (found["month"], found["programme"]) == ("2010-03", "virksomhedscenterkampagnen")
    assert len(found["jobcenters"]) == 19
    viborg = of(found, "791")
    assert {name: viborg[name] for name in viborg if name != "goals"} == {
        "code": "791", "name": "Viborg", "persons": 312, "activated": 38, "share": 100 * 38 / 312}
    assert viborg["goals"]["maal1"] == {"verdict": "ikke nået", "missing": 12,
                                        "parts": {"andel": SHARE, "foroegelse": INCREASE}}
    outcome = viborg["goals"]["maal2"]
    assert {name: outcome[name] for name in outcome if name not in ("low", "high")} == {
        "verdict": "kan ikke afgøres", "target": 20, "successes": 26, "ended": 118, "share": 100 * 26 / 118}
    assert outcome["low"] < 20 < outcome["high"]


@pytest.mark.parametrize(("total", "verdict", "reached"), [
    (50, "nået", (True, True)), (44, "delvist", (False, True)), (36, "ikke nået", (False, False))])
def test_a_goal_of_two_parts_is_reached_partly_or_not_and_the_parts_say_which(total, verdict, reached):
    found = status(snapshot(said("791", "2009-09", persons=300, total=28),
                            said("791", "2010-03", persons=312, total=total)), MARCH)
    goal = of(found, "791")["goals"]["maal1"]
    assert (goal["verdict"], tuple(part["reached"] for part in goal["parts"].values())) == (verdict, reached)


def test_the_region_in_the_promised_shape():
    found = status(snapshot(*FIGURES), MARCH)["region"]
    assert list(found) == ["persons", "activated", "share", "reporting", "of", "reached", "missing", "goals"]
    assert (found["persons"], found["activated"], found["reporting"], found["of"]) == (312, 38, 2, 19)
    assert (found["reached"], found["missing"], found["goals"]["maal2"]["ended"]) == (0, 12, 118)


def test_the_unknown_is_null():
    lemvig = of(status(snapshot(*FIGURES), MARCH), "665")
    assert [lemvig[name] for name in ("persons", "activated", "share")] == [None] * 3
    goal = lemvig["goals"]["maal1"]
    assert (goal["verdict"], goal["missing"]) == ("kan ikke opgøres", None)
    assert all(value is None for part in goal["parts"].values() for name, value in part.items() if name != "target")
    assert lemvig["goals"]["maal2"]["verdict"] == "ingen afsluttede forløb"


def test_a_changed_target_changes_no_name():
    changed = [target("share", value=18, valid_from=date(2010, 1, 1))]
    goal = of(status(snapshot(*FIGURES, targets=changed), MARCH), "791")["goals"]["maal1"]
    assert goal["parts"]["andel"] == SHARE | {"target": 18, "needed": 57, "missing": 19}


def test_everything_is_plain_json():
    found = status(snapshot(*FIGURES), MARCH)
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_the_figures_in_the_promised_shape():
    rows = figures_json(snapshot(*FIGURES), month=MARCH)
    assert rows[0] == {"jobcenter": "741", "month": "2010-03", "measure": "matchmodel", "value": None, "mark": None,
                       "text": "1-3"}
    found = {(row["jobcenter"], row["measure"]): (row["value"], row["mark"]) for row in rows}
    assert found["741", "virksomhedsaktivering_i_alt"] == (None, "hidden")
    assert found["791", "personer_match4"] == (312, None)
    assert not any(code == "779" for code, _ in found)
    assert json.loads(json.dumps(rows, allow_nan=False)) == rows


def test_the_figures_can_be_narrowed():
    found = snapshot(*FIGURES)
    assert len(figures_json(found)) == len(figures_json(found, jobcenter="791")) + 3
    assert {row["month"] for row in figures_json(found, jobcenter="791", month=date(2009, 12, 1))} == {"2009-12"}
    assert figures_json(snapshot()) == []
