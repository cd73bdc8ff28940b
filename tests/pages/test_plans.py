"""A project's plan is changed in the app: a dated row with a reason beside what was declared, told with what it was."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, select

from model.basics.free_text import RecordRefused
from model.store.tables.plans import PlanChange
from model.writing.plans import change_plan
from tests.model.subjects.projects.reports import COPENHAGEN, MIDDELFART, PLATFORM, result, send
from tests.pages.data_pages import said
from tests.pages.opening import field, opened
from tests.viewers import named

OCTOBER = date(2014, 10, 1)
WHY = {"reason": "Aftalt på mødet", "viewer": named("projektleder")}
THEN = datetime(2014, 6, 2, 10, tzinfo=UTC)


@pytest.fixture
def reported(engine):
    send(engine, result(MIDDELFART, ("01-10-2014", "Visiterede i alt", "46"), ("01-10-2014", "Begyndt i alt", "38")))
    return engine


def lowered(engine, **more):
    return change_plan(engine, project=MIDDELFART, part="milestone", about="visiterede", on=OCTOBER, value=45, **WHY,
                       **more)


def test_a_milestone_is_judged_by_the_plan_as_it_is_and_the_change_is_told(reported):
    assert "46/50" in said(opened("project"))
    lowered(reported, at=THEN)
    words = said(opened("project"))
    assert "46/45" in words and "46/50" not in words
    assert "Planen er ændret den 2. jun. 2014: Milepæl: Visiterede i alt den 1. okt. 2014 fra 50 til 45." in words


def test_an_earlier_day_shows_the_plan_as_it_was(reported):
    lowered(reported)
    assert "Planen er ændret" not in said(opened("project", None, pr="2014-10-02"))


def test_it_is_changed_in_the_form_and_changed_back(reported):
    app = opened("project", {"project_plan_panel": True, "uploaded_by": "projektleder"}, fane="Planen")
    field(app, "date_input", "project_plan_day").set_value(OCTOBER).run()
    value = field(app, "number_input", "project_plan_value")
    assert value.value == 50
    value.set_value(45).run()
    field(app, "text_input", "project_plan_reason").set_value("Aftalt på mødet").run()
    field(app, "button", "project_plan_save").click().run()
    words = said(app)
    assert "Ændringen er gemt." in words and "Aftalt på mødet" in words and "projektleder" in words
    change_plan(reported, project=MIDDELFART, part="milestone", about="visiterede", on=OCTOBER, value=50, **WHY)
    words = said(opened("project", None, fane="Planen"))
    assert "Planen er ændret 2 gange" in words and "fra 45 til 50" in words


def test_a_minimum_is_told_by_its_own_number_everywhere(reported):
    change_plan(reported, project=MIDDELFART, part="minimum", about="begyndt", value=30, **WHY)
    words = said(opened("project"))
    assert "Mindst 30 begynder" in words and "38 af 30" in words and "Mindst 100" not in words
    words = said(opened("projects"))
    assert "det minimum, hvert af dem har" in words and "mindst 100" not in words


def test_a_project_without_milestones_may_get_one(engine):
    change_plan(engine, project=COPENHAGEN, part="milestone", about="visiterede", on=OCTOBER, value=20, **WHY)
    words = said(opened("project", None, projekt=COPENHAGEN))
    assert "har ingen milepæle" not in words and "m/20" in words


def test_a_point_and_a_rows_requirement_are_changed_too(engine):
    change_plan(engine, project=MIDDELFART, part="point", about="9", text="Der evalueres hvert år.", **WHY)
    assert "Der evalueres hvert år." in said(opened("project", None, fane="Holdepunkter"))
    change_plan(engine, project=PLATFORM, part="row", about="1", text="Fem kommuner i vest støtter.", **WHY)
    assert "Fem kommuner i vest støtter." in said(opened("contract"))
    assert "Resultatkrav til mål 1 har fået en ny tekst" in said(opened("contract", None, fane="Kontrakten"))


@pytest.mark.parametrize(("wrong", "told"), [
    ({"value": 50}, "Det står allerede sådan"), ({"value": 45, "on": date(2019, 1, 1)}, "skal ligge mellem"),
    ({"value": 45, "about": "nix"}, "ikke det nøgletal"), ({"value": 45, "reason": " "}, "hvorfor planen ændres"),
    ({"value": -1}, "helt tal"), ({"value": None, "text": "x"}, "nye tal"),
    ({"part": "minimum", "about": "begyndt", "on": None, "value": None}, "nye tal"),
    ({"part": "point", "about": "99", "on": None, "text": "x", "value": None}, "Vælg noget på listen"),
    ({"project": "Nix", "value": 45}, "findes ikke"), ({"value": 45, "reason": "for 251248-4916"}, "CPR")])
def test_what_cannot_be_is_refused(engine, wrong, told):
    given = {"project": MIDDELFART, "part": "milestone", "about": "visiterede", "on": OCTOBER, **WHY} | wrong
    with pytest.raises(RecordRefused, match=told):
        change_plan(engine, **given)
    with Session(engine) as session:
        assert session.exec(select(PlanChange)).all() == []
