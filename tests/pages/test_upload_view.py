"""»Indlæs tal«: which month it opens on, and what stands where."""

import re
from pathlib import Path

from sqlmodel import Session, select

from model.store.tables.base import Jobcenter
from tests.pages.data_pages import SKIVE, csv, has, history, loaded, opened, said, unfolded, uploaded, uploads
from tests.pages.opening import field

FILES = Path(__file__).parents[1] / "files"


def codes(engine):
    """Every jobcenter's code."""
    with Session(engine) as session:
        return session.exec(select(Jobcenter.code)).all()


def heading(app):
    """The page's heading and the line under it."""
    html = next(part.proto.body for part in app.get("html") if '<header class="fd-head">' in part.proto.body)
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html)).strip()


def place(app, name):
    """How far down the page a widget with that key, or a table with that label, stands."""
    return next(at for at, part in enumerate(app.main) if getattr(part, "key", None) == name
                or f'aria-label="{name}"' in getattr(part.proto, "body", ""))


def test_without_data_the_page_says_where_the_month_stands_and_offers_the_file_box(engine):
    app = opened("upload", maaned="2010-03")
    assert "19 jobcentre mangler tal for marts 2010" in said(app)
    assert len(app.file_uploader) == 1
    assert not has(app, "button", "apply")


def test_with_data_the_page_begins_with_who_is_missing(engine):
    names = {"665": "Lemvig", "779": "Skive"}
    loaded(engine, *(f"2010-03;{code};;100;10;5" for code in codes(engine) if code not in names))
    assert "Lemvig og Skive mangler tal for marts 2010 17 af 19 er inde." in said(opened("upload", maaned="2010-03"))


def test_on_a_past_day_the_way_back_stands_where_the_file_box_was(engine):
    loaded(engine, SKIVE)
    app = opened("upload", pr="2010-04-12")
    assert "Der kan ikke indlæses, mens du ser en tidligere dag" in said(app)
    assert not app.file_uploader
    assert not has(app, "text_input", "uploaded_by")
    app.button(key="back_to_now").click().run()
    assert "pr" not in app.query_params
    assert len(app.file_uploader) == 1


def test_a_file_waits_while_a_past_day_is_looked_at(engine):
    app = uploaded(csv(SKIVE))
    app.query_params["pr"] = "2010-04-12"
    assert "Den fil, du har valgt, venter." in said(app.run())
    assert "Filen kan gemmes" not in said(app)
    app.button(key="back_to_now").click().run()
    assert "Filen kan gemmes: 3 tal er nye" in said(app)
    app.button(key="apply").click().run()
    assert uploads(engine) == 1


def test_the_page_opens_on_the_month_that_is_being_loaded(engine):
    loaded(engine, *(f"2010-02;{code};;100;10;5" for code in codes(engine)))
    assert "19 jobcentre mangler tal for marts 2010" in said(opened("upload"))
    loaded(engine, SKIVE)
    app = opened("upload")
    assert "18 jobcentre mangler tal for marts 2010 1 af 19 er inde." in said(app)
    assert "Alle 19 jobcentre har indberettet for februar 2010" in said(opened("upload", maaned="2010-02"))
    assert "maaned" not in app.query_params
    assert "tal til og med februar 2010" in said(app.switch_page("pages/region/page.py").run())


def test_after_saving_the_page_stays_with_the_month_and_says_what_happened(engine):
    everyone = [f"2010-03;{code};;100;10;5" for code in codes(engine)]
    loaded(engine, *everyone[1:])
    app = uploaded(csv(everyone[0]))
    app.button(key="apply").click().run()
    assert heading(app).startswith("Gemt: 3 nye tal Alle 19 jobcentre har indberettet for marts 2010.")
    assert app.selectbox(key="maaned").value == "2010-03"
    app.selectbox(key="maaned").set_value("2010-04").run()
    assert heading(app).startswith("19 jobcentre mangler tal for april 2010")
    again = uploaded(csv(SKIVE.replace("779", "665"), "2010-02;779;Skive;414;61;12"))
    assert heading(again).startswith("19 jobcentre mangler tal for april 2010")


def test_files_in_a_row_each_leave_the_page_on_their_own_month(engine):
    app = opened("upload", maaned="2010-01")
    app.text_input(key="uploaded_by").set_value("konsulent").run()
    files = [csv("2010-02;779;Skive;414;61;12"), csv("2009-12;779;Skive;414;61;12", "2009-11;779;Skive;414;61;12")]
    assert heading(app).startswith("19 jobcentre mangler tal for januar 2010")
    saved = (("2010-02", "Gemt: 3 nye tal 18 jobcentre mangler tal for februar 2010. 1 af 19 er inde."),
             ("2009-12", "Gemt: 6 nye tal 18 jobcentre mangler tal for december 2009. 1 af 19 er inde."))
    for at, (month, words) in enumerate(saved):
        app.file_uploader[0].set_value([(f"{at}.csv", files[at], "text/csv")]).run()
        field(app, "button", "apply").click().run()
        assert heading(app).startswith(words)
        assert app.selectbox(key="maaned").value == month
    history(app)
    unfolded(app, "undo_panel")
    field(app, "text_input", "undo_reason").set_value("forkert fil").run()
    field(app, "button", "undo_save").click().run()
    app.switch_page("pages/upload/page.py").run()
    assert "Gemt" not in said(app) and "Filen er gemt" not in said(app)


def test_a_month_the_reader_chose_follows_to_the_next_page(engine):
    loaded(engine, "2010-02;779;Skive;414;61;12", SKIVE)
    app = opened("upload")
    app.selectbox(key="maaned").set_value("2010-02").run()
    app.query_params.clear()  # Streamlit drops the address's parameters on the way to another page
    assert "Foreløbige tal for februar 2010" in said(app.switch_page("pages/region/page.py").run())


def test_what_a_file_does_is_said_in_the_verdict_and_the_changes_stand_under_the_button(engine):
    loaded(engine, "2009-09;779;Skive;414;40;12", SKIVE.replace("-03", "-02"), SKIVE)
    app = uploaded(csv("2010-03;779;Skive;900;130;12"))
    verdict = next(part.proto.body for part in app.get("html") if "fi-box fi-warn" in part.proto.body)
    assert "skal begrundes" in verdict and "Mål 1-status" in verdict
    parts = ["Fejl og advarsler i filen", "reason", "apply", "Tal, der ændres, før og nu"]
    assert sorted(parts, key=lambda part: place(app, part)) == parts


def test_a_long_list_of_changes_is_folded(engine):
    rows = [f"{month};{code};;100;10;5" for month in ("2010-02", "2010-03") for code in ("779", "665", "791", "751")]
    loaded(engine, *rows)
    app = uploaded(csv(*(row.replace(";10;5", ";11;6") for row in rows)))
    assert "Vis 16 tal, der ændres" in [folded.label for folded in app.expander]
    assert "Skive" not in said(app)
    assert "Lemvig feb. 2010 Heraf i virksomhedspraktik 10 11" in said(unfolded(app, "changed_figures"))


def test_the_yes_to_how_a_file_is_read_stands_above_the_long_table(engine):
    app = uploaded((FILES / "1_VC-opfoelgning_marts10_ENDELIG_v2.csv").read_bytes(),
                   "1_VC-opfoelgning_marts10_ENDELIG_v2.csv")
    assert app.text_input(key="profile_name").value == "VC-opfoelgning"
    assert place(app, "approve") < place(app, "Sådan er filen læst")


def test_a_row_s_number_carries_its_heading_where_a_phone_shows_none(engine):
    loaded(engine, "2010-02;779;Skive;414;61;12")
    app = uploaded(csv(SKIVE.replace("61", "130")))
    drawn = " ".join(part.proto.body for part in app.get("html"))
    assert re.search(r'<td[^>]* data-heading="Række">2</td>', drawn)
    assert 'data-heading="Jobcenter"' not in drawn, "a name says itself what it is"


def test_while_a_file_is_looked_at_its_verdict_stands_first_and_the_help_is_folded_under_it(engine):
    app = opened("upload")
    assert "Sådan vælger du filer" not in [folded.label for folded in app.expander]
    assert "Intet gemmes, før du har set, hvad den ændrer." in said(app)
    app = uploaded(csv(SKIVE))
    order = ["apply", "upload_file_1", "template"]
    assert sorted(order, key=lambda part: place(app, part)) == order
    assert "Intet gemmes" in said(next(folded for folded in app.expander if folded.label == "Sådan vælger du filer"))


def linked(app):
    """What the links under a saved file say."""
    return [link.proto.label for link in app.get("page_link")]


def test_after_a_save_links_lead_to_those_whose_verdict_changed(engine):
    loaded(engine, "2009-09;779;Skive;414;40;12", "2009-09;665;Lemvig;195;15;5", SKIVE,
           "2010-03;665;Lemvig;195;16;5")
    app = uploaded(csv("2010-03;779;Skive;600;61;12", "2010-03;665;Lemvig;196;16;5"))
    app.button(key="apply").click().run()
    assert linked(app) == ["Se Regionen, marts 2010", "Se Skive, marts 2010", "Fortryd indlæsningen"]


def test_after_many_are_saved_links_lead_to_those_whose_verdict_changed(engine):
    loaded(engine, "2009-09;779;Skive;414;40;12", "2009-09;665;Lemvig;195;15;5")
    app = opened("upload")
    app.text_input(key="uploaded_by").set_value("konsulent").run()
    files = [("a.csv", csv(SKIVE), "text/csv"), ("b.csv", csv("2010-03;665;Lemvig;195;21;6"), "text/csv")]
    app.file_uploader[0].set_value(files).run()
    field(app, "button", "apply_all").click().run()
    assert linked(app) == ["Se Regionen, marts 2010", "Se Lemvig, marts 2010", "Se Skive, marts 2010",
                           "Se dem i Historik"]


def test_a_file_that_changes_nothing_does_not_invite_to_save(engine):
    loaded(engine, SKIVE)
    app = uploaded(csv(SKIVE) + b"\r\n")
    assert "Filen ændrer ingenting: 3 tal er som før" in said(app)
    assert "Mål 1-status" not in said(app) and "3 står der i forvejen" in said(app)
    folded = next(folded for folded in app.expander if folded.label == "Gem filen alligevel, så den står i Historik")
    button = next(button for button in folded.button if button.key == "apply")
    assert button.proto.type == "secondary"
    button.click().run()
    assert uploads(engine) == 2 and heading(app).startswith("Gemt: 3 tal som før")
