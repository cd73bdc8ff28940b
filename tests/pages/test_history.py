"""»Historik«: what was changed, by whom, and how it is taken back."""

from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session, select

from model.intake import undoing
from model.intake.examine import examine
from model.intake.form import correct
from model.intake.saving import apply
from model.store import database
from model.store.tables.base import Upload
from model.store.tables.meetings import PUBLISHED
from model.writing.stories import write_story
from pages.shared import navigation
from tests.pages.data_pages import CPR, LEMVIG, SKIVE, csv, has, history, loaded, opened, said, stored, unfolded
from tests.pages.opening import at, field
from tests.viewers import named as viewer_of
from tests.worlds import kept

CORRECTION = {navigation.TAB: navigation.CORRECTION}
PRACTICE, SUBSIDY, TOTAL = "Heraf i virksomhedspraktik", "Heraf i løntilskud", "Virksomhedsaktivering i alt"


@kept
def sample_loaded(engine, *rows):
    """Rows that stand as invented sample data."""
    content = csv(*rows)
    report = examine(engine, "eksempel.csv", content, source="sample")
    return apply(engine, report, content=content, viewer=viewer_of("eksempel"), source="sample", reason="opdigtet",
                 received_at=datetime(2010, 4, 12, 10, tzinfo=UTC))


@kept
def corrected(engine, code, value):
    """One figure of March 2010 corrected in the form."""
    report, content = correct(engine, jobcenter=code, month=date(2010, 3, 1),
                              figures={"heraf_virksomhedspraktik": str(value)})
    apply(engine, report, content=content, viewer=viewer_of("en anden"), source="form", reason="rettet")


def upload(engine, upload_id):
    with Session(engine) as session:
        return session.exec(select(Upload).where(Upload.id == upload_id)).one()


def named(app, panel):
    app.text_input(key="uploaded_by").set_value("konsulent i BRM")
    return unfolded(app, panel)


def test_the_old_address_leads_to_the_tab_with_all_that_it_says(engine):
    first = loaded(engine, SKIVE)
    loaded(engine, LEMVIG)
    app = at("historik", indlaesning=str(first), pr="2030-01-01")
    assert app.selectbox(key="upload_choice").value == first
    assert app.query_params == {"fane": "Historik", "indlaesning": str(first), "pr": "2030-01-01"}


def test_without_data_the_page_says_so(engine):
    app = history()
    assert "Der er ikke indlæst noget endnu" in said(app)
    assert not has(app, "button", "undo")


def test_every_upload_is_listed_newest_first_with_who_and_what(engine):
    loaded(engine, SKIVE)
    loaded(engine, LEMVIG)
    text = said(history())
    assert "2 indlæsninger, senest den" in text
    assert text.index("2 ") < text.index("tidligere.csv")
    assert "3 nye tal" in text and "en anden" in text


def test_the_address_chooses_the_upload(engine):
    first = loaded(engine, SKIVE)
    loaded(engine, LEMVIG)
    app = history(indlaesning=str(first))
    assert app.selectbox(key="upload_choice").value == first
    assert "Skive mar. 2010" in said(unfolded(app, "changed_cells"))


def test_an_address_that_names_no_upload_shows_the_newest(engine):
    newest = loaded(engine, SKIVE)
    assert history(indlaesning="999").selectbox(key="upload_choice").value == newest


def test_undo_shows_its_effect_and_asks_for_a_reason(engine):
    loaded(engine, "2009-09;779;Skive;414;40;12", SKIVE)
    newer = loaded(engine, SKIVE.replace(";61;", ";20;"))
    app = named(history(indlaesning=str(newer)), "undo_panel")
    assert "1 tal får den værdi, det havde før" in said(app)
    assert "Mål 1-status for 1 jobcenter: Skive" in said(app)
    assert field(app, "button", "undo_save").disabled
    field(app, "text_input", "undo_reason").set_value("forkert fil").run()
    field(app, "button", "undo_save").click().run()
    assert stored(engine)["779", "2010-03", "heraf_virksomhedspraktik"] == 61
    kept = upload(engine, newer)
    assert (kept.undone_by, kept.undone_reason) == ("konsulent i BRM", "forkert fil")
    assert "forkert fil" in said(app)


def test_a_reason_for_an_undo_holds_no_cpr_number(engine):
    only = loaded(engine, SKIVE)
    app = named(history(), "undo_panel")
    field(app, "text_input", "undo_reason").set_value(f"gælder {CPR}").run()
    field(app, "button", "undo_save").click().run()
    assert "ligner et CPR-nummer" in said(app)
    assert upload(engine, only).undone_at is None


def test_an_upload_that_is_undone_cannot_be_undone_again(engine):
    only = loaded(engine, SKIVE)
    undoing.undo(engine, only, reason="prøve", viewer=viewer_of("en anden"))
    app = history()
    assert "Fortrudt" in said(app)
    assert not has(app, "button", "undo")


def test_an_undo_that_came_after_another_change_is_refused(engine):
    only = loaded(engine, SKIVE)
    app = named(history(), "undo_panel")
    field(app, "text_input", "undo_reason").set_value("forkert fil").run()
    undoing.undo(engine, only, reason="en anden var hurtigere", viewer=viewer_of("en anden"))
    field(app, "button", "undo_save").click().run()
    assert upload(engine, only).undone_reason == "en anden var hurtigere"


def test_the_sample_is_removed_in_one_go_and_what_was_loaded_stays(engine):
    sample_loaded(engine, SKIVE)
    loaded(engine, LEMVIG)
    app = named(history(), "sample_panel")
    assert field(app, "button", "sample_save").disabled
    field(app, "checkbox", "sample_sure").check().run()
    field(app, "button", "sample_save").click().run()
    assert {code for code, *_ in stored(engine)} == {"665"}
    assert "Fjern eksempeldata" not in [button.label for button in app.button]


def test_invented_meetings_and_stories_go_with_the_sample_and_real_ones_stay(sample_engine):
    write_story(sample_engine, title="Vores egen", description="Det gik godt.", state=PUBLISHED, read_through=True,
                viewer=viewer_of("BRM"))
    assert "6 gode historier" in said(opened("stories"))
    app = named(history(), "sample_panel")
    assert "opdigtede dialogmøder og historier" in " ".join(part.value for part in app.markdown)
    field(app, "checkbox", "sample_sure").check().run()
    field(app, "button", "sample_save").click().run()
    words = said(opened("stories"))
    assert "1 god historie" in words and "Vores egen" in words
    assert "Eksempeldata" not in words
    assert "Der er ikke ført noget dialogmøde endnu" in said(opened("dialogue"))


def test_a_correction_of_the_sample_goes_with_it_unless_it_is_kept(engine):
    sample_loaded(engine, SKIVE)
    corrected(engine, "779", 62)
    app = named(history(), "sample_panel")
    kept = app.checkbox(key="sample_corrections")
    assert kept.value and "1 rettelse i appen" in kept.label
    field(app, "checkbox", "sample_sure").check().run()
    field(app, "button", "sample_save").click().run()
    assert stored(engine) == {}
    with Session(engine) as session:
        assert {row.undone_by for row in session.exec(select(Upload))} == {"konsulent i BRM"}


def test_a_correction_that_is_kept_does_not_hide_where_to_begin(engine):
    sample_loaded(engine, SKIVE)
    corrected(engine, "779", 62)
    app = named(history(), "sample_panel")
    app.checkbox(key="sample_corrections").uncheck().run()
    field(app, "checkbox", "sample_sure").check().run()
    field(app, "button", "sample_save").click().run()
    assert stored(engine) == {("779", "2010-03", "heraf_virksomhedspraktik"): 62}
    assert "Den første fil indlæses på siden Indlæs tal." in said(app.switch_page("pages/region/page.py").run())


def test_without_such_a_correction_nothing_more_is_offered(engine):
    sample_loaded(engine, SKIVE)
    loaded(engine, LEMVIG)
    corrected(engine, "665", 22)
    assert not has(named(history(), "sample_panel"), "checkbox", "sample_corrections")


def test_a_past_day_shows_what_stood_then_and_cannot_be_changed(engine):
    sample_loaded(engine, SKIVE)
    loaded(engine, LEMVIG)
    app = history(pr="2010-04-20")
    assert "1 indlæsning, senest den 12. apr. 2010" in said(app)
    for key in ("undo_save", "sample_save"):
        assert not has(app, "button", key)
    assert "Mens du ser en tidligere dag" in said(opened("reporting", **CORRECTION, pr="2010-04-20"))


def test_of_very_many_the_newest_are_offered_and_the_one_in_the_address_and_all_when_asked_for(engine):
    with database.write(engine) as session:
        session.add_all(Upload(dataset="maanedstal", source="file", file_name=f"{at}.csv", sha256=f"{at:064d}",
                               content=b"x", received_at=datetime(2010, 1, 1, tzinfo=UTC) + timedelta(hours=at),
                               received_by="prøve", counts={"new": 1, "changed": 0, "unchanged": 0}, problems=[],
                               without=[]) for at in range(250))
    app = history(indlaesning="3")
    offered = app.selectbox(key="upload_choice")
    assert (len(offered.options), offered.value) == (201, 3)
    app.toggle(key="all_uploads").set_value(True).run()
    assert len(app.selectbox(key="upload_choice").options) == 250 and app.selectbox(key="upload_choice").value == 3
