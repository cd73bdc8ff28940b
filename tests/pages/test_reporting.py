"""»Indberetning«: who has reported, who must be and has been reminded, and which figures are worth a call."""

from datetime import date

import pytest
from sqlmodel import Session, select

from model.basics import settings
from model.basics.formatting import day, today
from model.intake.examine import examine
from model.intake.saving import apply
from model.store import approval_facts
from model.store.tables.base import Jobcenter
from model.store.tables.reminders import Reminder
from model.writing.approving import approve
from model.writing.reminders import record_reminder
from pages.reporting import reminders
from tests.pages.data_pages import csv, has, loaded, opened, said, unfolded
from tests.pages.opening import field
from tests.pages.opening import opened as everywhere
from tests.viewers import named
from tests.worlds import kept


@kept
def reported(engine, month, *, without=()):
    """A month that every jobcenter but those has reported."""
    with Session(engine) as session:
        codes = [code for code in session.exec(select(Jobcenter.code)) if code not in without]
    content = csv(*(f"{month};{code};;100;10;5" for code in codes))
    report = examine(engine, f"{month}.csv", content)
    apply(engine, report, content=content, viewer=named("konsulent"), reason="til prøven")


def test_the_page_opens_on_the_newest_month_with_gaps_and_the_address_still_wins(engine):
    reported(engine, "2010-02", without=("779",))
    reported(engine, "2010-03")
    app = opened("reporting")
    assert "Skive mangler tal for februar 2010" in said(app)
    assert app.selectbox(key="maaned").value == "2010-02"
    assert "maaned" not in app.query_params
    assert "Alle 19 jobcentre har indberettet for marts 2010" in said(opened("reporting", maaned="2010-03"))


def test_one_file_for_a_month_ahead_leaves_the_pages_on_the_month_the_others_report(engine):
    reported(engine, "2010-02")
    reported(engine, "2010-03", without=("779", "665"))
    loaded(engine, "2010-04;791;Viborg;800;100;12")
    assert [opened(page).selectbox(key="maaned").value for page in ("upload", "reporting")] == ["2010-03"] * 2


def grid(app):
    """The grid's own HTML."""
    return next(part.proto.body for part in app.get("html") if "fi-months" in part.proto.body)


def test_without_data_everybody_is_missing_and_the_page_stands(engine):
    text = said(opened("reporting", maaned="2010-03"))
    assert "19 jobcentre mangler tal for marts 2010" in text
    assert "Indberettet: 0 af 19." in text


def test_the_title_counts_who_is_missing_and_the_line_how_much_is_in(engine):
    reported(engine, "2010-02")
    reported(engine, "2010-03", without=("779", "665"))
    text = said(opened("reporting", maaned="2010-03"))
    assert "Lemvig og Skive mangler tal for marts 2010" in text
    assert "Indberettet: 17 af 19. De 17 dækker 89 % af målgruppen." in text


def test_a_jobcenter_that_never_reported_is_reminded_of_everything(engine):
    reported(engine, "2010-03", without=("779",))
    app = unfolded(opened("reporting", maaned="2010-03"), "reminder_text")
    assert app.selectbox(key="reminder_to").options == ["Skive (intet modtaget)"]
    assert "Kære kollega i Jobcenter Skive" in app.code[0].value
    assert "marts 2010" in app.code[0].value


def test_when_the_month_is_in_the_way_leads_to_the_one_with_gaps(engine):
    reported(engine, "2010-02", without=("665",))
    reported(engine, "2010-03")
    app = opened("reporting", maaned="2010-03")
    assert "Der er ingen at rykke for marts 2010." in said(app)
    assert not has(app, "expander", "reminder_text")
    app.button(key="month_with_gaps").click().run()
    assert app.query_params["maaned"] == "2010-02"
    assert "Rykkere for februar 2010: 0 af 1 er sendt" in said(app) and "Lemvig (intet modtaget)" in said(app)


def html(app, part):
    """The page's own HTML that holds a class."""
    return [each.proto.body for each in app.get("html") if part in each.proto.body]


def sent(engine):
    """What is stored of reminders: jobcenter, month, by whom, and what it takes back."""
    with Session(engine) as session:
        return [(row.jobcenter, row.month, row.recorded_by, row.withdraws) for row in session.exec(select(Reminder))]


def test_each_jobcenter_that_lacks_figures_has_a_mail_that_is_ready_to_send(engine):
    reported(engine, "2010-03", without=("779", "665"))
    rows = html(opened("reporting"), 'class="fi-remind"')
    assert len(rows) == 2
    for name, row in zip(("Lemvig", "Skive"), rows, strict=True):
        assert f'href="mailto:?subject=M%C3%A5nedstal%20for%20marts%202010%20fra%20Jobcenter%20{name}&amp;body=' in row
        assert "Ikke rykket endnu" in row


def test_that_a_mail_was_sent_is_noted_with_day_and_name_and_taken_back_by_a_line(engine):
    reported(engine, "2010-03", without=("779",))
    app = opened("reporting")
    assert field(app, "button", "reminder_save_779").disabled and "Skriv først, hvem du er." in said(app)
    app.text_input(key="uploaded_by").set_value("konsulent i BRM").run()
    field(app, "button", "reminder_save_779").click().run()
    assert "Noteret: Skive er rykket for marts 2010." in said(app)
    assert f"Rykket den {day(today())} af konsulent i BRM" in said(app)
    assert "Rykkere for marts 2010: 1 af 1 er sendt" in said(app)
    assert "reminder_save" not in " ".join(str(button.key) for button in app.button)
    field(app, "button", "unsent_save").click().run()
    assert "Noteret: Skive blev ikke rykket den dag." in said(app) and "Ikke rykket endnu" in said(app)
    assert sent(engine) == [("779", date(2010, 3, 1), "konsulent i BRM", None),
                            ("779", date(2010, 3, 1), "konsulent i BRM", 1)]


def test_two_who_note_the_same_reminder_write_it_once(engine):
    reported(engine, "2010-03", without=("779",))
    app = everywhere("reporting", {"uploaded_by": "konsulent i BRM"})
    record_reminder(engine, jobcenter="779", month=date(2010, 3, 1), viewer=named("en anden"))
    field(app, "button", "reminder_save_779").click().run()
    assert len(sent(engine)) == 1


def test_of_very_many_the_first_are_shown_and_all_when_asked_for(engine):
    app = opened("reporting", maaned="2010-03")
    assert len(html(app, 'class="fi-remind"')) == reminders.SHOWN
    app.toggle(key="all_to_remind").set_value(True).run()
    assert len(html(app, 'class="fi-remind"')) == 19


def test_an_earlier_day_shows_what_had_been_sent_by_then_and_nothing_is_written(engine):
    reported(engine, "2010-03", without=("779",))
    record_reminder(engine, jobcenter="779", month=date(2010, 3, 1), viewer=named("BRM"))
    app = opened("reporting", pr="2030-01-01")  # a day to come is now
    assert "Rykket den" in said(app)
    app = opened("reporting", maaned="2010-03", pr="2011-01-01")
    assert "Ikke rykket endnu" in said(app)
    assert not has(app, "text_input", "uploaded_by")
    assert not [button for button in app.button if "reminder" in str(button.key) or "unsent" in str(button.key)]


def test_the_grid_says_every_state_with_a_letter_and_a_word(engine):
    reported(engine, "2010-03", without=("779",))
    html = grid(opened("reporting", maaned="2010-03"))
    assert html.count('<th scope="row"') == 19
    for letter, word in (("✓", "indberettet"), ("m", "mangler")):
        assert f">{letter}</span><span class=\"fi-sr\">{word}</span>" in html


def test_with_a_deadline_a_late_delivery_is_marked(engine, monkeypatch):
    reported(engine, "2010-03")
    assert "for sent" not in said(opened("reporting", maaned="2010-03"))
    monkeypatch.setenv("FREMDRIFT_DEADLINE_DAYS", "15")
    settings.load.cache_clear()
    app = opened("reporting", maaned="2010-03")
    assert "indberettet, for sent" in said(app)
    assert "Fristen er 15 dage efter månedens udgang." in said(opened("reporting", maaned="2010-02"))


def test_figures_that_contradict_each_other_are_listed_with_what_to_do(engine):
    reported(engine, "2010-03")
    assert "Ingen af de gemte tal strider mod hinanden" in said(opened("reporting", maaned="2010-03"))


@pytest.mark.parametrize("day", ["2009-01-01", "2030-01-01"])
def test_a_past_day_shows_the_grid_as_it_looked(engine, day):
    reported(engine, "2010-03")
    assert "jobcentre" in said(opened("reporting", maaned="2010-03", pr=day))


def test_who_has_approved_the_month_stands_beside_who_has_reported_it(engine):
    reported(engine, "2010-03")
    assert "fi-approved" not in grid(opened("reporting", maaned="2010-03"))
    with Session(engine) as session:
        shown = approval_facts.digest(approval_facts.stands(session, "791", date(2010, 3, 1)))
    approve(engine, viewer=named("jobcenterchefen"), jobcenter="791", month=date(2010, 3, 1), seen=shown)
    app = opened("reporting", maaned="2010-03")
    assert f'<td class="fi-approved">{day(today())}</td>' in grid(app) and "Set og godkendt mar. 2010" in said(app)
    loaded(engine, "2010-03;791;Viborg;101;10;5")
    assert '<td class="fi-approved">1 tal ændret</td>' in grid(opened("reporting", maaned="2010-03"))
    assert "fi-approved" not in grid(opened("reporting", maaned="2010-02"))
