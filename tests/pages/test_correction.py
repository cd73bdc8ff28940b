"""»Ret et tal«: figures that hang together corrected in one form, through the checks of a file."""

from sqlmodel import Session, select

from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.store.tables.base import Upload
from pages.shared import navigation
from tests.pages.data_pages import SKIVE, loaded, opened, said, stored
from tests.pages.opening import field

CORRECTION = {navigation.TAB: navigation.CORRECTION}
PRACTICE, SUBSIDY, TOTAL = "Heraf i virksomhedspraktik", "Heraf i løntilskud", "Virksomhedsaktivering i alt"


def figure(app, heading):
    """The field of a figure in the form that corrects."""
    return next(box for box in app.text_input if box.label.startswith(f"{heading}, "))


def correcting(engine, **typed):
    """»Ret et tal« on Skive's March with the headings' fields filled in, and checked."""
    app = opened("reporting", **CORRECTION, jobcenter="779", maaned="2010-03")
    app.text_input(key="uploaded_by").set_value("konsulent i BRM")
    for heading, text in typed.items():
        figure(app, heading).set_value(text)
    return app.run()


def test_a_figure_is_corrected_through_the_same_checks(engine):
    loaded(engine, SKIVE)
    app = correcting(engine, **{PRACTICE: "64"})
    assert "Rettelsen kan gemmes: 1 tal ændres" in said(app) and "61 64" in said(app)
    assert field(app, "button", "fix_save").disabled
    field(app, "text_input", "fix_reason").set_value("rettet efter opringning").run()
    field(app, "button", "fix_save").click().run()
    assert stored(engine)["779", "2010-03", "heraf_virksomhedspraktik"] == 64
    with Session(engine) as session:
        newest = session.exec(select(Upload).order_by(Upload.id.desc())).first()
    assert (newest.source, newest.received_by, newest.reasons) == ("form", "konsulent i BRM", "rettet efter opringning")


def test_figures_that_hang_together_are_corrected_in_one_form_that_is_empty_afterwards(engine):
    loaded(engine, SKIVE)
    app = correcting(engine, **{PRACTICE: "30", SUBSIDY: "skjult", TOTAL: "40"})
    assert "Rettelsen kan gemmes: 1 tal er nyt, 2 ændres" in said(app)
    field(app, "text_input", "fix_reason").set_value("rettet efter opringning").run()
    field(app, "button", "fix_save").click().run()
    now = stored(engine)
    assert now["779", "2010-03", "heraf_virksomhedspraktik"] == 30
    assert now["779", "2010-03", "virksomhedsaktivering_i_alt"] == 40
    assert ("779", "2010-03", "heraf_loentilskud") not in now
    assert [figure(app, heading).value for heading in (PRACTICE, SUBSIDY, TOTAL)] == ["", "", ""]
    assert "Står nu som skjult" in said(app) and "Står nu som 40" in said(app)


def test_what_is_typed_for_one_month_is_not_another_months(engine):
    loaded(engine, SKIVE)
    app = correcting(engine, **{PRACTICE: "64"})
    app.selectbox(key="jobcenter").select("665").run()
    assert figure(app, PRACTICE).value == ""
    assert "Ret tal for Lemvig i marts 2010" in said(app)


def test_a_correction_that_breaks_a_rule_is_refused(engine):
    loaded(engine, SKIVE)
    app = correcting(engine, **{PRACTICE: "900"})
    assert "Rettelsen kan ikke gemmes" in said(app)
    field(app, "text_input", "fix_reason").set_value("rettet efter opringning").run()
    assert field(app, "button", "fix_save").disabled


def test_parts_that_are_more_than_the_whole_are_refused_before_anything_is_saved(engine):
    loaded(engine, SKIVE)
    app = correcting(engine, **{PRACTICE: "30", SUBSIDY: "12", TOTAL: "50"})
    assert "Rettelsen kan ikke gemmes" in said(app)
    assert (stored(engine)["779", "2010-03", "heraf_virksomhedspraktik"], len(stored(engine))) == (61, 3)


def test_all_figures_of_the_month_are_in_one_form(engine):
    app = correcting(engine)
    assert [box.label for box in app.text_input if box.label.endswith("nyt tal")] == [
        f"{field.heading}, nyt tal" for field in MAANEDSTAL.fields if field.kind == "count"]
    assert "Skriv først et nyt tal." in said(app) and field(app, "button", "fix_save").disabled
