"""»Indlæs tal« with many files: one verdict, one click, and the ones that need something taken one by one."""

import pytest

from tests.pages.data_pages import (
    CPR,
    LEMVIG,
    SKIVE,
    WRONG_SKIVE,
    csv,
    has,
    kept,
    loaded,
    opened,
    said,
    stored,
    uploads,
)
from tests.pages.opening import field

VIBORG = "2010-03;791;Viborg;795;102;32"
ROLES = b"kursusdag;jobcenter;rolle;tilmeldt;moedt\r\nK1;Skive;jobkonsulent;2;1\r\n"


def dropped(*files, by="konsulent"):
    """The page with these files dropped in the box at once."""
    app = opened("upload")
    if by:
        app.text_input(key="uploaded_by").set_value(by)
    named = [(f"{chr(97 + at)}.csv", content, "text/csv") for at, content in enumerate(files)]
    return app.file_uploader[0].set_value(named).run()


def test_all_files_are_checked_when_they_come_and_saved_by_one_click(engine):
    app = dropped(csv(SKIVE), csv(LEMVIG), csv(VIBORG), ROLES)
    assert "4 filer: 4 er klar" in said(app) and uploads(engine) == 0
    button = field(app, "button", "apply_all")
    assert button.label == "Gem de 4"
    button.click().run()
    assert "4 filer er gemt" in said(app) and uploads(engine) == 4
    assert {code for code, *_ in stored(engine)} == {"779", "665", "791"}


def test_those_that_need_something_are_left_to_be_mended(engine):
    app = dropped(csv(SKIVE), csv("2010-03;999;Holstbro;200;20;5"), csv(LEMVIG))
    assert "3 filer: 2 er klar, 1 skal rettes" in said(app)
    field(app, "button", "apply_all").click().run()
    assert uploads(engine) == 2
    assert "Filen kan ikke gemmes endnu" in said(app) and "b.csv" in said(app)
    assert has(app, "file_uploader", "upload_file_1") or app.file_uploader


def test_the_file_that_needs_something_is_shown_and_another_can_be_chosen(engine):
    app = dropped(csv(SKIVE), csv(WRONG_SKIVE.replace("779;Skive", "791;Viborg")))
    assert "Filen kan ikke gemmes endnu" in said(app)
    shown = app.selectbox(key="file_shown")
    assert shown.options == ["b.csv", "a.csv"]
    shown.set_value(1).run()
    assert "Filen kan gemmes: 3 tal er nye" in said(app)
    assert not has(app, "button", "apply"), "it is saved with the others"


def test_a_jobcenter_in_two_files_of_a_month_is_asked_about(engine):
    app = dropped(csv(SKIVE), csv(SKIVE.replace("414", "415"), LEMVIG))
    assert not [b for b in app.button if str(b.key).startswith("apply_all")], "neither is saved before it is answered"
    assert "2 filer: 2 siger hver sit" in said(app)
    asked = app.radio[0]
    assert "Skive, marts 2010, står med forskellige tal i »a.csv« og »b.csv«" in asked.label
    asked.set_value(0)
    next(b for b in app.button if str(b.key).startswith("FormSubmitter:overlap") or str(b.key).startswith("overlap")
         ).click().run()
    field(app, "button", "apply_all").click().run()
    assert stored(engine)["779", "2010-03", "personer_match4"] == 414
    assert stored(engine)["665", "2010-03", "personer_match4"] == 195


def test_a_file_left_with_nothing_waits_to_be_put_away(engine):
    app = dropped(csv(SKIVE), csv(SKIVE.replace("414", "415").replace(";61;12", ";;")))
    app.radio[0].set_value(0)
    next(b for b in app.button if "overlap" in str(b.key)).click().run()
    assert "2 filer: 1 er klar, 1 skal rettes" in said(app)
    app.selectbox(key="file_shown").set_value(2).run()
    assert "»415« er rettet til en tom celle" in said(app)
    field(app, "button", "apply_all").click().run()
    assert stored(engine)["779", "2010-03", "personer_match4"] == 414 and uploads(engine) == 1


def test_the_same_file_dropped_twice_is_taken_once(engine):
    app = dropped(csv(SKIVE), csv(LEMVIG), csv(SKIVE))
    assert "2 filer: 2 er klar" in said(app) and "»c.csv« er den samme fil" in said(app)


def test_warnings_need_one_reason_for_them_all_and_the_rest_is_saved_without(engine):
    loaded(engine, "2010-02;779;Skive;414;61;12")
    odd, fine = csv("2010-03;779;Skive;414;130;12"), csv(LEMVIG)
    app = dropped(odd, fine)
    assert "2 filer: 1 er klar, 1 kræver en begrundelse" in said(app)
    assert field(app, "button", "apply_all").label == "Gem den ene"
    app.text_input(key="batch_reason").set_value("bekræftet").run()
    assert field(app, "button", "apply_all").label == "Gem de 2"
    field(app, "button", "apply_all").click().run()
    assert uploads(engine) == 3


def test_nobody_saves_many_files_without_saying_who_they_are(engine):
    app = dropped(csv(SKIVE), csv(LEMVIG), by="")
    assert field(app, "button", "apply_all").disabled and "hvem du er" in said(app)


def test_a_file_loaded_before_is_counted_as_such(engine):
    app = dropped(csv(SKIVE), csv(LEMVIG))
    field(app, "button", "apply_all").click().run()
    app.file_uploader[0].set_value([("a.csv", csv(SKIVE), "text/csv"), ("d.csv", csv(VIBORG), "text/csv")]).run()
    assert "2 filer: 1 er klar, 1 er indlæst før" in said(app)


def test_a_file_that_changes_nothing_is_not_saved_with_the_others(engine):
    loaded(engine, SKIVE)
    app = dropped(csv(SKIVE) + b"\r\n", csv(VIBORG))
    assert "2 filer: 1 er klar, 1 ændrer ingenting" in said(app)
    assert "a.csv Som før Marts 2010, Skive: 3 tal er som før" in said(app)
    field(app, "button", "apply_all").click().run()
    assert uploads(engine) == 2 and "Filen ændrer ingenting: 3 tal er som før" in said(app)


def test_a_file_with_a_cpr_number_among_many_leaves_no_trace(engine, tmp_path):
    app = dropped(csv(SKIVE), csv(f"2010-03;665;Lemvig {CPR};195;21;6"))
    assert "2 filer: 1 er klar, 1 skal rettes" in said(app)
    field(app, "button", "apply_all").click().run()
    assert CPR not in said(app) and CPR not in kept(app.session_state.to_dict())
    assert all(CPR.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize("clicks", [2, 3])
def test_a_second_click_writes_nothing_more(engine, clicks):
    app = dropped(csv(SKIVE), csv(LEMVIG))
    button = field(app, "button", "apply_all")
    button.click().run()
    assert uploads(engine) == 2
    assert not [b for b in app.button if b.key == button.key]
