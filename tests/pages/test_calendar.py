"""»Kalender og plan«: what comes next, the timeline with its files, and the plan that is changed only with a reason."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, select
from streamlit.testing.v1 import AppTest

from model.basics.formatting import day_long
from model.intake.examine import examine
from model.intake.saving import apply
from model.publishing import editions, updates
from model.store.tables.activities import Activity
from tests.pages.data_pages import CPR, said
from tests.pages.opening import field, fill, opened
from tests.viewers import named
from tests.worlds import kept

CALENDAR, PLAN = "calendar", "Aktivitetsplan"
VISITS = ("Jobcenter;Status;Tilbudt den;Aftalt til den;Afholdt den\n"
          "Skive;afholdt;01-12-2009;10-12-2009;10-12-2009\nLemvig;aftalt;02-12-2009;12-01-2010;\n")


@kept
def visits(engine) -> None:
    """Two jobcenters' counselling, received on 20 December 2009."""
    content = VISITS.encode()
    report = examine(engine, "raadgivning.csv", content, today=date(2009, 12, 20))
    apply(engine, report, content=content, viewer=named("konsulent"), reason="prøve",
          received_at=datetime(2009, 12, 20, 9, tzinfo=UTC))


def form(**address: str) -> AppTest:
    """The plan's tab with the form open."""
    return opened(CALENDAR, {"plan_panel": True}, fane=PLAN, **address)


def plan(engine) -> list[Activity]:
    with Session(engine) as session:
        return list(session.exec(select(Activity).order_by(Activity.id)))


def changed(app: AppTest, **fields: str) -> AppTest:
    """The form for the hotline filled in and sent."""
    app.selectbox(key="plan_number").set_value(2).run()
    for key, text in fields.items():
        field(app, "text_input", key).set_value(text)
    app.run()
    return field(app, "button", "plan_save").click().run()


def test_on_an_empty_database_the_plan_stands_and_says_that_no_visit_is_known(engine):
    words = said(opened(CALENDAR))
    assert "Alle datoer i kampagnens kalender er passeret" in words
    assert "Kursusdag 1 »Introduktion til virksomhedscenterkonceptet«" in words
    assert "ingen rådgivningsbesøg er indlæst" in words
    words = said(opened(CALENDAR, fane=PLAN))
    assert "6. Opdatering af hjemmesiden" in words
    assert "Planen er, som den blev trykt." in words


def test_as_of_a_day_the_next_event_stands_first_and_visits_are_as_they_were_known(engine):
    visits(engine)
    words = said(opened(CALENDAR, pr="2010-01-11"))
    assert "Næste: Rådgivningsbesøg i Lemvig, 12. jan. 2010" in words
    assert "10. dec. 2009 · Rådgivningsbesøg i Skive · afholdt" in words
    assert "Rådgivningsbesøg i Skive" not in said(opened(CALENDAR, pr="2009-12-19"))


def test_a_visit_nobody_reported_is_asked_about(engine):
    visits(engine)
    assert "Aftalt, men ikke meldt afholdt: Rådgivningsbesøg i Lemvig (12. jan. 2010)." in said(opened(CALENDAR))


def test_the_table_and_both_files_are_there(engine):
    app = opened(CALENDAR)
    assert "Tabel" in app.pills(key="tool_kalender").options
    assert [button.label for button in app.get("download_button")] == ["Hent CSV", "Hent til din kalender (.ics)"]


def test_each_activity_leads_to_the_page_that_shows_it_with_the_choices_kept(engine):
    fill(engine)
    app = opened(CALENDAR, pr="2010-04-11", fane=PLAN)
    html = " ".join(part.proto.body for part in app.get("html"))
    for address in ("./kurser?", "./raadgivning?", "./?"):
        assert f'href="{address}pr=2010-04-11"' in html


def test_a_change_needs_a_source_a_reason_and_a_name(engine):
    app = form()
    assert field(app, "button", "plan_save").disabled
    assert "Skriv først kilden, en begrundelse og hvem du er." in said(app)


def test_a_changed_activity_is_shown_with_what_it_was_and_why(engine):
    app = changed(form(), plan_schedule="Til nytår", plan_source="Møde", plan_reason="Få henvendelser",
                  uploaded_by="konsulent")
    words = said(app)
    assert "Ændringen er gemt." in words
    assert "1 oplysning i planen er ændret" in words
    for part in ("Til nytår", "1. november 2009 og formentlig til kampagnen slutter", "Få henvendelser (Møde)"):
        assert part in words
    assert [row.schedule for row in plan(engine) if row.number == 2][-1] == "Til nytår"
    assert field(app, "text_input", "plan_schedule").value == "Til nytår"
    assert field(app, "text_input", "plan_reason").value == ""


def test_a_new_end_moves_the_hotline_in_the_calendar(engine):
    app = form()
    app.selectbox(key="plan_number").set_value(2).run()
    field(app, "date_input", "plan_ends").set_value(date(2010, 12, 31))
    changed(app, plan_source="Møde", plan_reason="Få henvendelser", uploaded_by="konsulent")
    assert "1. feb. 2010 – 31. dec. 2010 · Hotline: BRM svarer" in said(opened(CALENDAR))


@pytest.mark.parametrize(("fields", "told"), [
    ({"plan_schedule_2": f"ring {CPR}"}, "ligner et CPR-nummer"), ({}, "ikke ændret noget"),
    ({"plan_title": " "}, "hvad aktiviteten hedder")])
def test_what_is_refused_is_told_and_not_saved(engine, fields, told):
    app = changed(form(), plan_source="Møde", plan_reason="prøve", uploaded_by="konsulent", **fields)
    assert "Ændringen er ikke gemt" in said(app)
    assert told in said(app)
    assert CPR not in said(app)
    assert len(plan(engine)) == 6


def test_nothing_is_changed_while_an_earlier_day_is_shown(engine):
    fill(engine)
    app = form(pr="2010-04-11")
    assert "Mens du ser en tidligere dag, kan der ikke skrives noget." in said(app)
    assert not [button for button in app.button if button.key == "plan_save"]


def test_the_activity_that_is_the_website_says_what_was_published_when(sample_engine):
    words = said(opened(CALENDAR, fane=PLAN))
    newest = log(sample_engine)[0]
    assert f"Sidst opdateret {day_long(newest.on)}, udgivelse {newest.number}." in words
    for entry in log(sample_engine):
        assert all(sentence in words for sentence in entry.sentences)
    assert "Gå til www.virksomhedscenter.dk" in words


def test_as_of_a_day_it_says_what_was_published_by_then(sample_engine):
    first = log(sample_engine)[-1]
    assert f"Sidst opdateret {day_long(first.on)}" in said(opened(CALENDAR, fane=PLAN, pr=first.on.isoformat()))
    before = (first.on - timedelta(days=1)).isoformat()
    assert "Der er ikke offentliggjort noget endnu." in said(opened(CALENDAR, fane=PLAN, pr=before))


def log(engine):
    with Session(engine) as session:
        return updates.log(tuple(editions.every(session)))
