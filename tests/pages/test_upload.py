"""»Indlæs tal«: check, answers, save, and everything that can come between."""

import pytest
from sqlalchemy import func, select
from sqlmodel import Session

from model.store.tables.base import Figure
from tests.pages.data_pages import (
    CPR,
    LEMVIG,
    SKIVE,
    WRONG_SKIVE,
    csv,
    has,
    history,
    kept,
    loaded,
    said,
    stored,
    unfolded,
    uploaded,
    uploads,
)
from tests.pages.opening import field


def test_a_good_file_is_checked_saved_seen_and_undone(engine):
    app = uploaded(csv(SKIVE, LEMVIG))
    assert "Filen kan gemmes: 6 tal er nye" in said(app)
    assert uploads(engine) == 0
    app.button(key="apply").click().run()
    assert "Filen er gemt" in said(app)
    assert "Marts 2010, 2 jobcentre." in said(app)
    assert stored(engine)["779", "2010-03", "personer_match4"] == 414
    history(app)
    unfolded(app, "undo_panel")
    field(app, "text_input", "undo_reason").set_value("forkert måned").run()
    field(app, "button", "undo_save").click().run()
    assert "er fortrudt" in said(app)
    assert stored(engine) == {}


def test_changed_figures_stand_old_beside_new(engine):
    loaded(engine, SKIVE)
    app = uploaded(csv(SKIVE.replace(";61;", ";64;")))
    assert "Filen kan gemmes: 1 tal ændres, 2 er som før" in said(app)
    assert "Skive mar. 2010 Heraf i virksomhedspraktik 61 64" in said(app)


def test_what_becomes_of_every_number_stands_under_the_verdict_with_the_reasons_folded(engine):
    app = uploaded(csv(SKIVE.replace("414", "ca. 414"), LEMVIG))
    assert "tal: 2 er nøgler" in said(app) and "venter på, at fejlene rettes." in said(app)
    folded = next(found for found in app.expander if found.label == "Se hvorfor")
    assert "Nøgler, der siger, hvem og hvornår rækkerne handler om: 2 tal (B2:B3)" in said(folded)


def test_the_effect_on_the_goals_is_told_before_anything_is_saved(engine):
    loaded(engine, "2009-09;779;Skive;414;40;12", SKIVE)
    app = uploaded(csv("2010-03;779;Skive;600;61;12"))
    assert "ændrer Mål 1-status for 1 jobcenter: Skive" in said(app)


def test_nobody_can_save_without_saying_who_they_are(engine):
    app = uploaded(csv(SKIVE), by="")
    assert app.button(key="apply").disabled
    assert "hvem du er" in said(app)
    app.text_input(key="uploaded_by").set_value("konsulent").run()
    assert not app.button(key="apply").disabled


def test_who_uploads_is_remembered_to_the_next_page_and_file(engine):
    app = uploaded(csv(SKIVE), by="konsulent i BRM")
    app.button(key="apply").click().run()
    app.switch_page("pages/reporting/page.py").run()
    app.switch_page("pages/upload/page.py").run()
    assert app.text_input(key="uploaded_by").value == "konsulent i BRM"


def test_a_file_with_errors_is_refused_with_every_problem_and_stores_nothing(engine):
    app = uploaded(csv(WRONG_SKIVE, "2010-03;665;Lemvig;20;21;6"))
    assert "Filen kan ikke gemmes endnu: 2 celler skal rettes" in said(app)
    assert "Skive" in said(app) and "Lemvig" in said(app)
    assert not has(app, "button", "apply")
    assert uploads(engine) == 0
    assert {b.label for b in app.get("download_button")} >= {"Hent som Excel", "Hent som CSV"}


def test_named_jobcenters_can_be_left_out_and_the_upload_says_so(engine):
    app = uploaded(csv(WRONG_SKIVE, LEMVIG))
    assert app.multiselect(key="without").value == ["779"]
    app.button(key="check_without").click().run()
    assert "Filen kan gemmes: 3 tal er nye" in said(app)
    app.button(key="apply").click().run()
    assert "Gemt: 3 nye tal 18 jobcentre mangler tal for marts 2010. 1 af 19 er inde." in said(app)
    assert "Uden Skive" in said(app)
    assert {code for code, *_ in stored(engine)} == {"665"}


def test_a_warning_asks_for_a_reason_that_is_kept(engine):
    loaded(engine, "2010-02;779;Skive;414;61;12")
    app = uploaded(csv("2010-03;779;Skive;414;130;12"))
    assert "skal begrundes" in said(app)
    assert app.button(key="apply").disabled
    app.text_input(key="reason").set_value("bekræftet pr. telefon").run()
    app.button(key="apply").click().run()
    assert "Filen er gemt" in said(app)
    history(app)
    assert "bekræftet pr. telefon" in said(app)


def test_a_cpr_number_leaves_no_trace_in_the_session_or_the_database(engine, tmp_path):
    app = uploaded(csv(SKIVE, f"2010-03;665;Lemvig {CPR};195;21;6"), name=f"{CPR}.csv")
    assert "Filen blev afvist" in said(app)
    assert "CPR" in said(app)
    app.run()
    assert CPR not in said(app)
    assert CPR not in kept(app.session_state.to_dict())
    assert uploads(engine) == 0
    assert all(CPR.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_a_reason_with_a_cpr_number_is_refused_and_nothing_is_stored(engine, tmp_path):
    loaded(engine, "2010-02;779;Skive;414;61;12")
    app = uploaded(csv("2010-03;779;Skive;414;130;12"))
    app.text_input(key="reason").set_value(f"gælder {CPR}").run()
    app.button(key="apply").click().run()
    assert "ligner et CPR-nummer" in said(app)
    assert uploads(engine) == 1
    assert all(CPR.encode() not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_a_file_that_already_stands_is_recognised(engine):
    first = uploaded(csv(SKIVE))
    first.button(key="apply").click().run()
    again = uploaded(csv(SKIVE))
    assert "Filen er allerede indlæst den" in said(again)
    assert not has(again, "button", "apply")


def test_a_file_that_stands_without_somebody_says_so_and_leads_to_the_upload(engine):
    app = uploaded(csv(WRONG_SKIVE, LEMVIG))
    app.button(key="check_without").click().run()
    app.button(key="apply").click().run()
    again = uploaded(csv(WRONG_SKIVE, LEMVIG))
    assert "Filen er allerede indlæst den" in said(again) and "blev afvist" not in said(again)
    assert "uden Skive. Fortryd den indlæsning under »Historik« først" in said(again)
    assert "Se indlæsningen i Historik" in [link.proto.label for link in again.get("page_link")]


def test_another_upload_between_check_and_save_asks_for_a_new_check(engine):
    app = uploaded(csv(SKIVE))
    loaded(engine, LEMVIG)
    app.button(key="apply").click().run()
    assert "Indlæst af en anden, mens du kontrollerede filen" in said(app)
    assert ("779", "2010-03", "personer_match4") not in stored(engine)
    app.button(key="recheck").click().run()
    app.button(key="apply").click().run()
    assert "Filen er gemt" in said(app)
    assert stored(engine)["779", "2010-03", "personer_match4"] == 414


def test_a_file_can_be_put_away(engine):
    app = uploaded(csv(WRONG_SKIVE))
    app.button(key="discard").click().run()
    assert "Filen kan ikke gemmes endnu" not in said(app)
    assert "tal.csv" not in kept(app.session_state.to_dict())


@pytest.mark.parametrize(("content", "verdict"), [
    (b"", "Filen blev afvist"), (b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "Filen blev afvist"),
    (b"\0" * 1000, "Filen blev afvist"), (b"a;b\n", "Filen kan ikke gemmes endnu: 1 fejl skal rettes")])
def test_any_file_at_all_gets_a_danish_refusal(engine, content, verdict):
    app = uploaded(content)
    assert verdict in said(app)
    assert uploads(engine) == 0


def test_a_check_that_breaks_off_leaves_a_page_that_works(engine, monkeypatch):
    def broken(*_, **__):
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr("model.intake.examine.examine", broken)
        app = uploaded(csv(SKIVE))
    assert "Siden kan ikke vises" in said(app)
    assert "Filen kunne ikke kontrolleres" in said(app.run())
    app.button(key="recheck").click().run()
    assert "Filen kan gemmes: 3 tal er nye" in said(app)


def test_no_figures_are_stored_by_looking(engine):
    uploaded(csv(SKIVE))
    with Session(engine) as session:
        assert session.execute(select(func.count()).select_from(Figure)).scalar_one() == 0
