"""What a form lets one choose is what one may write of, on every page and for every role; the rest is not offered."""

import re

import pytest

from model.access import users
from model.access.rights import may_somewhere
from model.access.users import User
from model.access.viewer import Role
from pages.shared import navigation, reach
from tests.pages import offered
from tests.pages.data_pages import has, said
from tests.pages.offered import PAGES, WRITES, faults
from tests.pages.opening import SKIVE, VIBORG, field
from tests.pages.test_roles import signed_in
from tests.viewers import CONSULTANT, EVERYBODY, ROLES

GENERATION_2 = "vc_generation_2"
ROLES_THAT_WRITE = (Role.JOBCENTER, Role.CONSULTANT, Role.OPERATIONS)
FORMS = {"raadgivning": ("Ny henvendelse", "Svar på en henvendelse", "Rådgivning")}  # the choices of a page's forms


@pytest.fixture
def people(sample_engine):
    """The sample, and a user of each role."""
    for viewer in ROLES.values():
        if viewer.subject:
            users.record(sample_engine, EVERYBODY, User(viewer.subject, viewer.function, viewer.role, viewer.units),
                         reason="prøve")
    return sample_engine


def sessions(page):
    return [{"support_form": form} for form in FORMS.get(page, ())] or [{}]


def of_all(page):
    """What there is to choose for who may do everything, by the page's choice of form."""
    return [(session, offered.offered(Role.REGION, page, **session)) for session in sessions(page)]


@pytest.mark.parametrize("page", PAGES)
def test_a_form_offers_exactly_those_of_whom_one_may_write(people, page):
    for session, whole in of_all(page):
        for role in ROLES_THAT_WRITE:
            assert faults(role, page, whole, **session) == []


def test_every_form_is_there_to_be_looked_at(people):
    """Else the test above says nothing of it."""
    seen = {(page, key) for page in PAGES for _, whole in of_all(page) for key, _ in whole}
    assert {(page, start) for page, start, _ in WRITES} - seen <= {("indberetning", "reminder_")}


def test_a_form_that_offers_all_is_found(people, monkeypatch):
    monkeypatch.setattr(reach, "current", lambda: EVERYBODY)
    wrong = "\n".join(fault for page in PAGES for session, whole in of_all(page)
                      for fault in faults(Role.JOBCENTER, page, whole, **session))
    for page, start, _ in WRITES:
        elsewhere = page == "brugere" or start in ("reminder_", "status_agreement")  # cut by the menu and what is read
        assert elsewhere or f"jobcenter {page} {start}: " in wrong, (page, start)


def test_a_single_jobcenter_of_ones_own_is_chosen_beforehand(people):
    for page, panel, form, start in (
            ("kurser", "network_panel", None, "network_jobcenter"),
            ("raadgivning", "support_panel", "Ny henvendelse", "enquiry_jobcenter"),
            ("raadgivning", "support_panel", "Rådgivning", "counselled"),
            ("centre", "", None, "centre_new_place"), ("historier", "story_panel", None, "story_place")):
        session = {panel: True, "support_form": form} if form else {panel: True} if panel else {}
        query = {"fane": "Mentornetværk"} if page == "kurser" else {"fane": "Register"} if page == "centre" else {}
        for role, chosen in ((Role.JOBCENTER, VIBORG), (Role.CONSULTANT, "661" if start == "story_place" else None)):
            app = signed_in(role, page, session, **query)
            assert field(app, "selectbox", start).value == chosen, (page, start, role)


@pytest.mark.parametrize(("page", "query", "panels", "line"), [
    ("projekt", {"indsats": GENERATION_2}, ("result_panel",), "Kun BRM kan indberette projektets resultater."),
    ("projekt", {"indsats": GENERATION_2, "fane": "Holdepunkter"}, ("point_panel",), "Kun BRM kan følge op"),
    ("projekt", {"indsats": GENERATION_2, "fane": "Planen"}, ("project_plan_panel",), "Kun BRM kan rette projektets"),
    ("historier", {"indsats": GENERATION_2}, ("story_panel",), "Kun BRM kan skrive historier om projekterne."),
    ("sammenligning", {}, ("peers_panel",), "Kun BRM kan lave og rette klynger."),
    ("metode", {}, ("target_panel",), "Kun BRM kan rette et mål eller et udgangspunkt."),
    ("kalender", {"fane": "Aktivitetsplan"}, ("plan_panel",), "Kun BRM kan rette aktivitetsplanen."),
    ("kurser", {}, ("cancel_fold",), "Kun BRM kan melde en kursusdag aflyst."),
    ("indberetning", {}, ("reminder_text",), "Ingen af de jobcentre, der mangler tal, er blandt dem")])
def test_where_there_is_nothing_to_choose_it_is_said_who_can(people, page, query, panels, line):
    session = {"course_form_panel": True}
    app = signed_in(Role.JOBCENTER, page, session, **query)
    assert line in said(app)
    assert not [key for key in panels if key in _folds(app)]
    app = signed_in(Role.REGION, page, session, **query)
    assert line not in said(app) and [key for key in panels if key in _folds(app)]


def _folds(app):
    return [fold.proto.id.rpartition("-")[2] for fold in app.get("expander")]


def test_a_centre_of_anothers_is_looked_at_and_not_changed(people):
    register = signed_in(Role.REGION, "centre", fane="Register", jobcenter=SKIVE)
    centre = field(register, "selectbox", "center").options[0].removesuffix(" (Skive)")
    for role, offered_to in ((Role.JOBCENTER, False), (Role.REGION, True)):
        words = said(signed_in(role, "centre", fane="Register", center=f"{SKIVE} {centre}"))
        assert (f"Kun BRM og de, hvis adgang gælder Skive, kan rette {centre}." not in words) is offered_to
        assert "Hvad er der sket?" not in words or offered_to


def test_an_enquiry_of_ones_own_is_answered_and_not_anothers(people):
    users.record(people, EVERYBODY, User(CONSULTANT.subject, CONSULTANT.function, Role.CONSULTANT, frozenset({"710"})),
                 reason="prøve")
    session = {"support_panel": True, "support_form": "Svar på en henvendelse"}
    app = signed_in(Role.CONSULTANT, "raadgivning", session)
    assert all("Favrskov" in option for option in field(app, "selectbox", "answer_enquiry").options)
    words = said(field(app, "button", "answer_save").click().run())
    assert "Svaret på henvendelse nr." in words and "er gemt" in words
    app = signed_in(Role.JOBCENTER, "raadgivning", session)
    assert "Ingen af de henvendelser, der venter på svar, er fra dem, din adgang gælder." in said(app)
    assert not has(app, "button", "answer_save")


def test_a_published_story_of_ones_own_is_not_offered_and_it_is_said_how_it_is_mended(people):
    app = signed_in(Role.JOBCENTER, "historier", {"story_panel": True})
    assert not [option for option in field(app, "selectbox", "story_number").options if "udgivet" in option]
    assert "Skal en historie, der er udgivet, rettes, så bed BRM trække den tilbage" in said(app)
    assert not has(app, "checkbox", "story_read_new")


def test_a_template_has_the_rows_of_ones_own_and_is_of_what_one_may_report(people, fetched):
    app = signed_in(Role.JOBCENTER, "indlaes", {"template": True})
    kinds = field(app, "selectbox", "template_kind").options
    assert set(kinds) == {"Månedstal", "Kursusdeltagelse", "Henvendelser til hotlinen", "Særlig individuel rådgivning",
                          "Virksomhedscentre", "Virksomhedscentre, måned for måned", "Mentornetværk"}
    files = {}
    for role in (Role.JOBCENTER, Role.REGION):
        app = signed_in(role, "indlaes", {"template": True})
        field(app, "selectbox", "template_kind").set_value("raadgivning").run()
        files[role] = fetched("raadgivning.csv").decode("utf-8-sig")
    assert "Viborg" in files[Role.JOBCENTER] and "Skive" not in files[Role.JOBCENTER]
    assert "Skive" in files[Role.REGION]


def test_the_figures_of_projects_are_handed_in_by_who_may(people):
    for role, line in ((Role.JOBCENTER, True), (Role.REGION, False)):
        app = signed_in(role, "indlaes", {"template": True}, indsats=GENERATION_2)
        assert ("Kun BRM kan indlæse tal for" in said(app)) is line
        assert bool(app.get("file_uploader")) is not line and has(app, "selectbox", "template_kind") is not line


def test_how_what_is_saved_is_taken_back_is_said_by_who_may(people):
    for role, words in ((Role.REGION, "Det kan fortrydes under Historik."),
                        (Role.JOBCENTER, "BRM kan fortryde det under Historik.")):
        assert words in said(signed_in(role, "centre", fane="Register"))
    assert "kan ses, hentes og fortrydes" not in said(signed_in(Role.JOBCENTER, "indberetning", fane="Historik"))


@pytest.mark.parametrize("role", [Role.JOBCENTER, pytest.param(Role.CONSULTANT, marks=pytest.mark.long)])
def test_nothing_leads_to_a_page_that_is_not_theirs(people, role):
    """By a link or a button; what the menu leaves out is not offered elsewhere either."""
    closed = [entry for entry in navigation.SHOWN if entry.address and not may_somewhere(ROLES[role], entry.right)]
    assert {entry.address for entry in closed} == {"udgivelse", "brugere"}
    for page in ("", *PAGES):
        for app in offered.drawn(role, page):
            drawn = " ".join(part.proto.body for part in app.get("html"))
            assert not re.findall(r'href="\./(?:udgivelse|brugere)\b[^"]*"', drawn), page
