"""One figure corrected by form: the same checks, an upload of its own, the same undo."""

from datetime import date

import pytest
from sqlmodel import Session

from model.importing import saving, undoing
from model.importing.correcting import correct
from model.importing.saving import apply
from tests.model.importing.filing import HEAD, TODAY, load, stored

MARCH = date(2010, 3, 1)


@pytest.fixture
def viborg(engine):
    load(engine, HEAD + "2010-03;791;795;102;32\n")
    return engine


def wish(engine, **given):
    return correct(engine, **({"jobcenter": "791", "month": MARCH, "measure": "heraf_virksomhedspraktik",
                               "today": TODAY} | given))


def test_a_correction_is_an_upload_of_its_own_and_can_be_undone(viborg):
    report, content = wish(viborg, value="104")
    assert report.counts == {"new": 0, "changed": 1, "unchanged": 0}
    upload = apply(viborg, report, content=content, by="konsulent", reason="talt dobbelt", source="form")
    assert stored(viborg)["791", "2010-03", "heraf_virksomhedspraktik"] == 104
    with Session(viborg) as session:
        name, kept = saving.original(session, upload)
    assert name == "Rettelse: Viborg, marts 2010, Heraf i virksomhedspraktik" and b'"104"' in kept
    undoing.undo(viborg, upload, reason="alligevel ikke", by="konsulent")
    assert stored(viborg)["791", "2010-03", "heraf_virksomhedspraktik"] == 102


@pytest.mark.parametrize(("mark", "kept"), [("hidden", "hidden"), ("missing", "missing")])
def test_a_figure_can_be_marked(viborg, mark, kept):
    report, content = wish(viborg, mark=mark)
    assert report.status == "ready"
    apply(viborg, report, content=content, by="test", reason="prøve", source="form")
    assert stored(viborg)["791", "2010-03", "heraf_virksomhedspraktik"] == kept


def test_taking_a_figure_back_asks_for_a_reason(viborg):
    report, _ = wish(viborg, mark="missing")
    assert [p.severity for p in report.problems] == ["advarsel"] and "taget tilbage" in report.problems[0].text


@pytest.mark.parametrize(("given", "told"), [
    ({"value": "900"}, "900 i virksomhedspraktik er flere end målgruppens 795"),
    ({"value": "ca. 100"}, "»ca. 100«"),
    ({"value": "<0"}, "under 0"),
    ({"value": "<100"}, "højst »<10«"),
    ({"value": "2 5 1 2 4 8 4 9 1 6"}, "CPR-nummer"),
    ({"value": ""}, "Skriv det nye tal"),
    ({"value": "102"}, "står allerede"),
    ({"value": "5", "month": date(2011, 1, 1)}, "ligger i fremtiden"),
    ({"value": "5", "jobcenter": "999"}, "999 findes ikke"),
])
def test_a_correction_that_is_refused(viborg, given, told):
    report, _ = wish(viborg, **given)
    assert report.status == "refused"
    assert told in report.problems[0].text and "række" not in report.problems[0].text
    assert report.problems[0].row is None


def test_the_same_correction_twice_is_two_uploads(viborg):
    for value in ("104", "102", "104"):
        report, content = wish(viborg, value=value)
        apply(viborg, report, content=content, by="test", reason="frem og tilbage", source="form")
    assert stored(viborg)["791", "2010-03", "heraf_virksomhedspraktik"] == 104
