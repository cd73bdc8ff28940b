"""The command line's shapes: these names, unrounded shares, null for the unknown."""

import json
from datetime import date

from model.subjects.goals.words.status import figures_json, status
from tests.model.subjects.builders import said, snapshot

MARCH = date(2010, 3, 1)
FIGURES = [said("791", "2009-09", persons=300, total=30), said("791", "2010-03", persons=312, total=38),
           said("791", "2009-12", ended=118, good=26), said("741", "2010-03", persons=30, total="hidden", model="1-3"),
           said("779", "2010-03", persons="missing")]


def test_the_verdicts_in_the_promised_shape():
    found = status(snapshot(*FIGURES), MARCH)
    assert list(found) == ["month", "region", "jobcenters"]
    assert found["month"] == "2010-03"
    assert len(found["jobcenters"]) == 19
    viborg = next(row for row in found["jobcenters"] if row["code"] == "791")
    assert {k: v for k, v in viborg.items() if k not in ("share", "goal2")} == {
        "code": "791", "name": "Viborg", "persons": 312, "activated": 38, "needed_16": 50, "missing_16": 12,
        "reached_16": False, "baseline": 30, "increase": 8, "missing_15": 7, "reached_15": False, "goal1": "ikke nået",
        "missing": 12}
    assert viborg["share"] == 100 * 38 / 312
    assert list(viborg["goal2"]) == ["successes", "ended", "share", "low", "high", "status"]
    assert (viborg["goal2"]["share"], viborg["goal2"]["status"]) == (100 * 26 / 118, "kan ikke siges endnu")
    assert viborg["goal2"]["low"] < 20 < viborg["goal2"]["high"]


def test_the_region_in_the_promised_shape():
    found = status(snapshot(*FIGURES), MARCH)["region"]
    assert list(found) == ["persons", "activated", "share", "reporting", "of", "reached", "missing", "goal2"]
    assert (found["persons"], found["activated"], found["reporting"], found["of"]) == (312, 38, 2, 19)
    assert (found["reached"], found["missing"], found["goal2"]["ended"]) == (0, 12, 118)


def test_the_unknown_is_null():
    lemvig = next(r for r in status(snapshot(*FIGURES), MARCH)["jobcenters"] if r["code"] == "665")
    unknown = ("persons", "activated", "share", "needed_16", "missing_16", "reached_16", "baseline", "increase",
               "missing_15", "reached_15", "missing")
    assert {name: lemvig[name] for name in unknown} == dict.fromkeys(unknown)
    assert (lemvig["goal1"], lemvig["goal2"]["status"]) == ("kan ikke opgøres", "ingen afsluttede forløb")


def test_everything_is_plain_json():
    found = status(snapshot(*FIGURES), MARCH)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert list(found["region"]) == ["persons", "activated", "share", "reporting", "of", "reached", "missing", "goal2"]


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
