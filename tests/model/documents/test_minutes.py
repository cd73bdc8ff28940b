"""The minutes read back: Danish, with headings and real tables, and the very texts and figures of the agenda."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from model.documents import minutes
from model.documents.marks import INVENTED
from model.writing import meetings
from tests.model.meetings import agenda, agreed, met
from tests.pages.opening import fill
from tests.viewers import named

MADE = date(2010, 4, 12)


@pytest.fixture
def found(engine):
    fill(engine)
    meeting = met(engine)
    agreed(engine, meeting)
    meetings.write_details(engine, meeting, participants="Bente Hansen, jobcenterchef\nKonsulent, BRM",
                           next_on=date(2010, 6, 14), viewer=named("BRM"))
    meetings.write_notes(engine, meeting, text="Vi mødes igen til juni.\nBRM ringer.", viewer=named("BRM"))
    return agenda(engine, meeting)


def read(found, status=minutes.DRAFT):
    return Document(BytesIO(minutes.minutes_docx(found, status=status, made=MADE)))


def test_every_part_is_a_heading_with_its_own_sentences(found):
    document = read(found)
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    *others, who = [part.title for part in found.parts]
    assert headings == [who, *others]
    assert document.paragraphs[0].style.name == "Title"
    assert document.paragraphs[0].text == "Referat af dialogmøde med Jobcenter Skive"
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert f"{found.title}." in texts
    for part in found.parts:
        assert set(part.lines) <= set(texts)


def test_the_tables_hold_the_very_figures_that_were_shown(found):
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in read(found).tables]
    assert tables == [[list(part.columns), *map(list, part.rows)] for part in found.parts if part.rows]
    assert ["Andel i virksomhedsaktivering", "10,0\u00a0% (40 af 400)"] in tables[0]


def test_a_tables_first_row_is_its_heading_and_it_has_a_name(found):
    for table in read(found).tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None


def test_it_is_danish_on_a4_and_says_what_it_is(found):
    document = read(found)
    languages = {mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"da-DK"}
    properties = document.core_properties
    assert (properties.language, properties.author, properties.comments) == ("da-DK", "Fremdrift", "")
    assert properties.title == "Referat af dialogmøde med Jobcenter Skive"
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_the_foot_says_how_far_the_figures_go_and_the_page(found):
    foot = read(found).sections[0].footer.paragraphs[0]
    assert foot.text.startswith(f"{found.line} · side ")
    fields = [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_draft_says_so_and_a_closed_meeting_who_closed_it(found):
    assert minutes.DRAFT in read(found).paragraphs[1].text
    closed = minutes.closing_line(MADE, "konsulent i BRM")
    assert "Lukket den 12. apr. 2010 af konsulent i BRM." in read(found, closed).paragraphs[1].text


def test_invented_figures_are_marked_and_real_ones_are_not(found):
    assert "Eksempeldata" not in read(found).sections[0].header.paragraphs[0].text
    invented = replace(found, sample=True)
    assert read(invented).sections[0].header.paragraphs[0].text == INVENTED


def test_it_tells_who_took_part_and_when_the_next_meeting_is(found):
    texts = [paragraph.text for paragraph in read(found).paragraphs]
    assert "Deltagere: Bente Hansen, jobcenterchef og Konsulent, BRM" in texts
    assert "Næste møde: 14. jun. 2010." in texts


def test_a_meeting_kept_before_there_were_participants_has_its_minutes_all_the_same(found):
    older = replace(found, parts=tuple(part for part in found.parts if part.key != "deltagere"))
    assert "Deltagere" not in " ".join(paragraph.text for paragraph in read(older).paragraphs)
