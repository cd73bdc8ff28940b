"""The follow-up of a contract read back as Word and as PDF: the contract's own order, what it lacks, its own words."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from model.basics.formatting import day
from model.documents import contract_report
from model.documents.marks import INTERNAL, INVENTED, InternalDocument
from model.programmes.kinds import Contract
from model.programmes.projects import PROJECTS
from model.subjects.projects.words import contract as contract_words
from tests.model.documents.reading import read, squeezed, told, words
from tests.model.publishing.first import published
from tests.model.subjects.projects.reports import FOLLOWED, PLATFORM, as_on, send

DAY = date(2009, 3, 10)
[CONTRACT] = PROJECTS[PLATFORM].programme.aims(Contract)


def pdf(shot):
    return words(read(contract_report.contract_pdf(shot, PLATFORM)))


def docx(shot):
    document = Document(BytesIO(contract_report.contract_docx(shot, PLATFORM)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    parts = [*(paragraph.text for paragraph in document.paragraphs), *cells,
             *(paragraph.text for section in document.sections for paragraph in section.footer.paragraphs),
             *(paragraph.text for section in document.sections for paragraph in section.header.paragraphs)]
    return squeezed(" ".join(parts))


@pytest.mark.parametrize("made", [pdf, docx])
def test_every_word_is_in_it_in_the_contract_s_own_order(engine, made):
    shot = as_on(engine, DAY)
    text = made(shot)
    assert [said for said in told(contract_report.content(shot, PLATFORM)) if squeezed(said) not in text] == []
    order = [CONTRACT.journal, *(party.name for party in CONTRACT.parties), CONTRACT.summary, *CONTRACT.account]
    for row in CONTRACT.rows:
        order += [row.goal, "Resultatkrav", row.requirement, "Målemetode", contract_words.NO_METHOD, "Opfølgning",
                  row.follow_up, "Status"]
    at = 0
    for part in order:
        assert squeezed(part) in text[at:], part
        at = text.index(squeezed(part), at)
    assert text.index(squeezed(day(CONTRACT.next_meeting))) > at or made is docx
    assert text.count(squeezed(contract_words.NO_METHOD)) == 2


@pytest.mark.parametrize("made", [pdf, docx])
def test_it_says_how_each_goal_is_read_with_counts_evidence_facts_and_models(engine, made):
    text = made(as_on(engine, DAY))
    for said in ("delvist opfyldt", "ikke opfyldt", "0 af 7 støtteerklæringer i vest", "0 af 7 støtteerklæringer i øst",
                 "Ingen underskrevne støtteerklæringer.", "10 af 19", "Model 3, Fleksmodellen (anbefalet)",
                 "Af 2 mål i kontrakten er 1 delvist opfyldt og 1 ikke opfyldt", INTERNAL, "tallene pr. 10. mar. 2009"):
        assert squeezed(said) in text, said


@pytest.mark.parametrize("made", [pdf, docx])
def test_a_later_word_on_a_row_goes_on_with_its_evidence_and_day(engine, made):
    send(engine, FOLLOWED + f"{PLATFORM};Mål 1;15-04-2009;opfyldt;;;;Rapporten\n")
    text = made(as_on(engine, date(2009, 4, 20)))
    assert "Rapporten" in text and "15.apr.2009" in text and "1opfyldtog1ikkeopfyldt" in text


def test_the_pdf_is_tagged_danish_and_says_how_many_pages(engine):
    found = read(contract_report.contract_pdf(as_on(engine, DAY), PLATFORM))
    root = found.trailer["/Root"]
    assert root["/Lang"] == "da" and root["/MarkInfo"]["/Marked"].value is True and root["/StructTreeRoot"]
    assert found.metadata.title.startswith("Opfølgning på resultatkontrakt")
    assert words(found).endswith(f"side{len(found.pages)}af{len(found.pages)}")


def test_the_word_document_has_headings_a_table_that_heads_its_columns_and_danish(engine):
    document = Document(BytesIO(contract_report.contract_docx(as_on(engine, DAY), PLATFORM)))
    assert {mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))} == {"da-DK"}
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert [text for text in headings if text in ("Mål 1", "Mål 2")] == ["Mål 1", "Mål 2"]
    [table] = document.tables
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_invented_figures_are_marked_and_real_ones_are_not(engine, sampled):
    for made in (pdf, docx):
        assert squeezed(INVENTED) in made(sampled)
        assert squeezed(INVENTED) not in made(as_on(engine, DAY))


def test_it_is_never_made_for_the_public(sampled):
    for made in (contract_report.contract_pdf, contract_report.contract_docx):
        with pytest.raises(InternalDocument):
            made(published(sampled), PLATFORM)


def test_a_long_word_in_what_people_write_stops_nothing(engine):
    send(engine, FOLLOWED + f"{PLATFORM};Mål 1;15-04-2009;opfyldt;;;;{'Virksomhedssamarbejde' * 20}\n")
    shot = as_on(engine, date(2009, 4, 20))
    assert "Virksomhedssamarbejde" * 20 in pdf(shot) and "Virksomhedssamarbejde" * 20 in docx(shot)
