"""»Pris«: the example at first sight, a jobcenter's own figures when there are any, everything in the address."""

import re
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from model.store import database
from model.store.tables.activities import CentreMonth, CentrePeriod
from model.store.tables.base import Upload
from pages.shared import downloads
from tests.pages import opening
from tests.pages.data_pages import said, unfolded
from tests.pages.opening import SKIVE, VIBORG


def opened(**address: str) -> AppTest:
    return opening.opened("centres", fane="Pris", **address)


def words(app: AppTest) -> str:
    return said(app).replace("\u00a0", " ")


def field(app: AppTest, name: str):
    return app.text_input(key=f"economy_{name}")


@pytest.fixture
def centres(engine):
    """Viborg has two centres with 40 places, 30 of them in use in March 2010, received on 12 April 2010."""
    with database.write(engine) as session:
        for number, dataset in enumerate(("centre", "centermaaned")):
            upload = _upload(session, dataset, number)
            for name, places, occupied in (("Prøvecenter A", 25, 20), ("Prøvecenter B", 15, 10)):
                session.add(CentrePeriod(jobcenter=VIBORG, name=name, opened=date(2009, 11, 1), places=places,
                                         upload_id=upload, marks={}) if dataset == "centre" else
                            CentreMonth(jobcenter=VIBORG, name=name, month=date(2010, 3, 1), places=places,
                                        occupied=occupied, upload_id=upload, marks={}))
    return engine


def _upload(session: Session, dataset: str, number: int) -> int:
    row = Upload(dataset=dataset, source="file", file_name=f"{dataset}.csv", sha256=f"{number:064d}", content=b"",
                 received_at=datetime(2010, 4, 12, 9, tzinfo=UTC), received_by="prøve", counts={}, problems=[],
                 without=[])
    session.add(row)
    session.flush()
    return int(row.id or 0)


def test_an_empty_database_still_shows_the_price_example(engine):
    text = words(opened())
    assert "En plads koster ca. 580 kr. om ugen, 35 pladser ca. 1.055.000 kr. om året" in text
    assert "ca. 10.550–11.722 kr." in text
    assert "ca. 450.000–525.000 kr." in text
    assert "Eksempeldata" not in text


def test_both_caveats_stand_where_the_numbers_stand(engine):
    text = words(unfolded(opened(), "economy_prices"))
    assert text.count("Uden husleje, administration og ledelse. Støtteaktiviteter er ikke med.") == 3
    assert "ca. 580 kr. uden husleje, administration og ledelse" in text
    assert "ca. 1.100 kr. med husleje, administration og ledelse" in text


def test_every_field_is_filled_in_danish_and_quotes_its_source(engine):
    app = opened()
    assert [field.value for field in app.text_input if str(field.key).startswith("economy_")] == [
        "35", "", "52", "1", "375.000", "1.500", "50.000", "90–100", "15", "30.000–35.000", "1.100", ""]
    assert "»lønudgift ca. kr. 375.000 årligt«" in words(app)
    assert "»Mentorkurser: I alt ca. kr. 50.000 årligt«" in words(app)


def test_what_is_written_changes_the_answer_and_stands_in_the_address(engine):
    app = opened()
    field(app, "mentor").set_value("2.000-2.500").run()
    assert app.query_params["mentor"] == "2000-2500"
    assert field(app, "mentor").value == "2.000–2.500"
    assert "35 pladser ca. 1.265.000–1.475.000 kr. om året" in words(app)
    again = opened(mentor="2000-2500")
    assert "35 pladser ca. 1.265.000–1.475.000 kr. om året" in words(again)
    again.button(key="economy_reset").click().run()
    assert "mentor" not in again.query_params
    assert "35 pladser ca. 1.055.000 kr. om året" in words(again)


def test_the_example_s_own_number_leaves_the_address_again(engine):
    app = opened(pladser="40")
    field(app, "places").set_value("35").run()
    assert "pladser" not in app.query_params
    assert app.button(key="economy_reset").disabled


def test_a_number_that_cannot_be_read_is_explained_and_not_used(engine):
    app = opened()
    field(app, "salary").set_value("mange").run()
    assert "»mange« kan ikke læses." in words(app)
    assert "Der regnes med 375.000." in words(app)
    assert field(app, "salary").value == "mange"
    assert "35 pladser ca. 1.055.000 kr. om året" in words(app)
    field(app, "salary").set_value("400.000").run()
    assert "kan ikke læses" not in words(app)
    assert "35 pladser ca. 1.080.000 kr. om året" in words(app)


def test_an_address_that_makes_no_sense_is_told(engine):
    text = words(opened(pladser="<b>0</b>", jobcenter="999"))
    assert "Adressens tal for »Faste pladser« kan ikke bruges. Der regnes med 35." in text
    assert "Adressen nævner et jobcenter, som ikke findes, så siden vises uden det." in text


def test_a_jobcenter_s_own_places_and_occupancy_are_filled_in(centres):
    app = opened(jobcenter=VIBORG)
    assert (field(app, "places").value, field(app, "occupied").value) == ("40", "30")
    assert field(app, "consultants").value == "2"
    text = words(app)
    assert "2 virksomhedscentre har 40 pladser i Viborg i marts 2010. Besatte pladser: 75 % (30 af 40)." in text
    assert "når 30 af 40 pladser er besat" in text
    assert "Viborgs egne tal" in text


def test_a_jobcenter_without_figures_is_told_so_and_gets_the_example(centres):
    app = opened(jobcenter=SKIVE)
    assert field(app, "places").value == "35"
    assert "Skive har ingen kendte pladser i virksomhedscentre." in words(app)


def test_an_earlier_day_knows_only_what_was_received_by_then(centres):
    assert field(opened(jobcenter=VIBORG, pr="2010-04-12"), "places").value == "40"
    earlier = opened(jobcenter=VIBORG, pr="2010-04-11")
    assert field(earlier, "places").value == "35"
    assert "Viborg har ingen kendte pladser" in words(earlier)


def test_a_jobcenter_is_chosen_and_left_again(centres):
    app = opened()
    app.selectbox(key="jobcenter").set_value(VIBORG).run()
    assert app.query_params["jobcenter"] == VIBORG
    assert field(app, "places").value == "40"
    app.selectbox(key="jobcenter").set_value("").run()
    assert "jobcenter" not in app.query_params
    assert field(app, "places").value == "35"


def test_the_sheet_says_what_the_page_says(centres, monkeypatch):
    offered = {}
    monkeypatch.setattr(downloads, "file_button", lambda label, make, name, kind,
                        **_: offered.update({label: (make, name)}))
    titles = re.findall("<h[12]>(.*?)</h[12]>", html(opened(jobcenter=VIBORG, mentor="1600")))
    make, name = offered["Hent som ark (PDF)"]
    assert name == "oekonomi_viborg.pdf"
    text = PdfReader(BytesIO(make())).pages[0].extract_text()
    assert "".join(next(each for each in titles if "koster" in each).split()) in "".join(text.split())
    assert "Viborgs egne tal" in text


def html(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def test_a_field_that_starts_with_own_figures_can_be_emptied(centres):
    app = opened(jobcenter=VIBORG)
    assert field(app, "occupied").value == "30"
    field(app, "occupied").set_value("").run()
    assert field(app, "occupied").value == ""
    assert app.query_params["besatte"] in ("ingen", ["ingen"])
