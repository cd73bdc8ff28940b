"""What is typed on »Indlæs tal« stands there after a look at another page, and never follows to another file."""

from pathlib import Path

from tests.pages.data_pages import csv, loaded, said, stored, uploaded
from tests.pages.test_upload_many import dropped

FILES = Path(__file__).parents[1] / "files"
BEFORE = "2010-02;779;Skive;414;61;12", "2010-02;665;Lemvig;195;21;6"
MANY_MORE, MORE_IN_LEMVIG = "2010-03;779;Skive;414;130;12", "2010-03;665;Lemvig;195;60;6"
BECAUSE = "Skive har bekræftet det"


def looked_elsewhere(app):
    """The page after a visit to another one."""
    app.switch_page("pages/reporting/page.py").run()
    return app.switch_page("pages/upload/page.py").run()


def field(app, key):
    [found] = [each for each in app.text_input if each.key == key]
    return found


def test_a_reason_stands_after_a_visit_to_another_page_and_the_file_can_be_saved(engine):
    loaded(engine, *BEFORE)
    app = uploaded(csv(MANY_MORE))
    field(app, "reason").set_value(BECAUSE).run()
    app = looked_elsewhere(app)
    assert field(app, "reason").value == BECAUSE
    app.button(key="apply").click().run()
    assert stored(engine)["779", "2010-03", "heraf_virksomhedspraktik"] == 130


def test_a_reason_is_of_its_own_file_alone(engine):
    loaded(engine, *BEFORE)
    app = uploaded(csv(MANY_MORE))
    field(app, "reason").set_value(BECAUSE).run()
    app.button(key="apply").click().run()
    app = app.file_uploader[0].upload("lemvig.csv", csv(MORE_IN_LEMVIG)).run()
    assert "skal begrundes" in said(app) and field(app, "reason").value == ""


def test_a_reason_for_many_files_stands_after_a_visit_and_is_gone_when_they_are_saved(engine):
    loaded(engine, *BEFORE)
    app = dropped(csv(MANY_MORE), csv(MORE_IN_LEMVIG))
    field(app, "batch_reason").set_value(BECAUSE).run()
    app = looked_elsewhere(app)
    assert field(app, "batch_reason").value == BECAUSE
    next(b for b in app.button if str(b.key).startswith("apply_all")).click().run()
    assert "2 filer er gemt" in said(app)
    more = [(f"{code}.csv", csv(f"2010-04;{code};;414;{count};12"), "text/csv") for code, count in
            (("779", 300), ("665", 180))]
    app = app.file_uploader[0].set_value(more).run()
    assert field(app, "batch_reason").value == ""


def test_the_name_that_the_answers_are_remembered_under_stands_after_a_visit(engine):
    app = uploaded((FILES / "1_VC-opfoelgning_marts10_ENDELIG_v2.csv").read_bytes(), "opfølgning.csv")
    field(app, "profile_name").set_value("Opfølgning").run()
    assert field(looked_elsewhere(app), "profile_name").value == "Opfølgning"
