"""A file that does not follow the template: explained once in »Indlæs tal«, shown for approval, remembered."""

from pathlib import Path

from tests.pages.data_pages import HEADINGS, SKIVE, csv, has, said, stored, uploaded, uploads

FILES = Path(__file__).parents[1] / "files"
CONSULTANT = FILES / "1_VC-opfoelgning_marts10_ENDELIG_v2.csv"
NORDDJURS = FILES / "3_norddjurs_marts.txt"


def test_unknown_headings_are_asked_about_once_and_remembered(engine):
    own = b"maaned;kommunekode;jobcenter;Borgere hos os;Ude hos en arbejdsgiver;Med tilskud"
    content = csv(SKIVE).replace(HEADINGS.encode(), own)
    app = uploaded(content)
    assert "Filen skal forklares" in said(app)
    app.button(key="recheck").click().run()
    assert "Der mangler et svar" in said(app)
    for heading, measure in (("Borgere hos os", "personer_match4"), ("Med tilskud", "heraf_loentilskud"),
                             ("Ude hos en arbejdsgiver", "heraf_virksomhedspraktik")):
        next(box for box in app.selectbox if box.label == f"»{heading}« er").select(measure)
    app.button(key="recheck").click().run()
    app.button(key="apply").click().run()
    assert stored(engine)["779", "2010-03", "personer_match4"] == 414
    assert "Filen kan gemmes" in said(uploaded(content.replace(b"414", b"420")))


def test_the_consultants_own_sheet_is_mapped_approved_and_saved_on_two_months(engine):
    app = uploaded(CONSULTANT.read_bytes(), name=CONSULTANT.name)
    for key in ("recheck", "approve"):
        if has(app, "button", key):
            app.button(key=key).click().run()
    if has(app, "text_input", "reason"):
        app.text_input(key="reason").set_value("tallene er bekræftet").run()
    app.button(key="apply").click().run()
    figures = stored(engine)
    assert figures["779", "2010-03", "personer_match4"] == 414
    assert figures["779", "2010-01", "afsluttede_forloeb"] == 13
    assert ("779", "2010-03", "afsluttede_forloeb") not in figures


def test_the_form_on_end_is_refused_with_the_very_cells_that_are_no_numbers(engine):
    app = uploaded(NORDDJURS.read_bytes(), name=NORDDJURS.name)
    for key in ("recheck", "approve"):
        if has(app, "button", key):
            app.button(key=key).click().run()
    assert "Filen kan ikke gemmes endnu" in said(app)
    for cell in ("38 (var 41)", "ca. 10", "10 heraf 2 fleks"):
        assert cell in said(app)
    assert uploads(engine) == 0


def test_text_from_a_file_never_becomes_markup(engine):
    app = uploaded(csv("2010-03;779;<img src=x onerror=alert(1)>;414;61;12"))
    raw = " ".join(part.proto.body for part in app.get("html"))
    assert "<img" not in raw


def test_a_column_without_a_heading_is_named_by_its_letter_wherever_it_is_asked_about(engine):
    app = uploaded(b"Felt a;Felt b;;Felt d\nNord;414;7;8\nSyd;12;6;5\n", name="ukendt.csv")
    words = said(app.button(key="recheck").click().run())
    assert "Kolonne C uden overskrift" in words and "»«" not in words
