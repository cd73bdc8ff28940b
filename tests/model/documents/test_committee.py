"""The paper for a committee read back: half a page in Danish with the verdict, what is missing and what is asked."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pandas as pd
import pytest
from docx import Document
from docx.oxml.ns import qn

from model.documents import agreed, committee
from model.documents.marks import INVENTED, InternalDocument
from model.documents.slides.page import wrapped
from model.store.meeting_facts import STATUSES, Written
from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.figures.pace import pace
from model.subjects.goals.words.lines import source_line
from model.subjects.goals.words.sentences import pace_sentence
from model.subjects.goals.words.titles import goal1_title, verdict_sentence
from tests.model.documents.conftest import LONGEST_NAME, WORST
from tests.model.empty_worlds import WORLDS
from tests.model.publishing.first import published

FEBRUARY, MARCH = date(2011, 2, 1), date(2011, 3, 1)
VIBORG, SKIVE = "791", "779"
HALF = 297 / 2 * 72 / 25.4  # points
BULLET = 18  # points that a list's lines are set in


def read(found, code=VIBORG, month=FEBRUARY):
    return Document(BytesIO(committee.committee_docx(found, code, month)))


@pytest.fixture(scope="module")
def worst_open(worst):
    """The worst figures, with every agreement open and past its day."""
    return replace(worst, written=replace(worst.written, statuses=STATUSES.empty()))


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def height(document):
    """How far down the page it reaches, in points: its lines are exactly as high as they say they are."""
    section = document.sections[0]
    room = section.page_width.pt - section.left_margin.pt - section.right_margin.pt
    down = section.top_margin.pt
    for paragraph in document.paragraphs:
        form, (run, *_) = paragraph.paragraph_format, paragraph.runs
        inset = BULLET if paragraph.style.name == "List Bullet" else 0
        lines = wrapped(paragraph.text.replace("\u200b", ""), run.font.size.pt, room - inset, bold=True)  # the widest
        down += form.space_before.pt + form.space_after.pt + len(lines) * form.line_spacing.pt
    return down


def test_it_tells_the_verdict_what_is_missing_what_is_asked_and_where_it_is_from(sampled):
    goal = goal1(sampled, SKIVE, FEBRUARY)
    said = texts(read(sampled, SKIVE))
    assert said[0] == "Jobcenter Skive: status for februar 2011"
    assert said[1].startswith("Mål 1: Hvert jobcenter skal have mindst 16")
    assert "Mål 2: Mindst 20\u00a0% skal være selvforsørgende 4 uger efter, at et forløb er slut." in said[1]
    assert said[2] == f"{goal1_title(goal)}."
    assert f"{verdict_sentence(goal, spoken=True)}." in said
    assert pace_sentence(pace(sampled, SKIVE, FEBRUARY)) in said
    assert said[-1].startswith(source_line(sampled, FEBRUARY)) and "endelig" in said[-1]
    assert "tallene pr. " in said[-1]


def test_open_agreements_are_told_and_the_closed_are_not(worst, worst_open):
    assert committee.NOTHING_AGREED in texts(read(worst, WORST))
    lines = texts(read(worst_open, WORST))
    assert sum(line.endswith(", over fristen)") for line in lines) == agreed.MOST
    assert "og 5 åbne aftaler mere" in lines


def with_agreement(found, text):
    """The world with one open agreement of Viborg's alone."""
    row = {"id": 1, "meeting_id": 1, "unit": VIBORG, "held_on": date(2011, 1, 5), "stated_on": date(2011, 1, 5),
           "text": text, "responsible": "Jobcentrets leder og virksomhedskonsulenterne", "due": date(2011, 6, 1),
           "recorded_by": "BRM"}
    return replace(found, written=Written(agreements=pd.DataFrame([row])))


def test_an_agreement_is_told_whole_where_there_is_room(sampled):
    long = "Kontakte de 12 virksomheder i området, som har haft borgere i praktik før, og aftale mindst 20 nye pladser"
    lines = texts(read(with_agreement(sampled, long)))
    assert any(line.startswith(f"{long} (") for line in lines) and committee.IN_MINUTES not in lines


def test_what_there_is_no_room_for_is_cut_between_words_and_said_to_stand_in_the_minutes(worst_open):
    document = read(worst_open, WORST)
    whole = worst_open.written.agreements["text"].tolist()
    cut = [line for line in texts(document) if " … (" in line]
    assert committee.IN_MINUTES in texts(document) and height(document) <= HALF
    for line in cut:
        begun = line.partition(" … (")[0]
        assert any(text.startswith(f"{begun} ") for text in whole)


def test_it_is_danish_on_a4_named_and_dated(sampled):
    document = read(sampled)
    assert {mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))} == {"da-DK"}
    about = document.core_properties
    assert (about.language, about.author, about.comments) == ("da-DK", "Fremdrift", "")
    assert about.title == "Jobcenter Viborg: status for februar 2011"
    assert about.created.date() == sampled.data_date
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert document.paragraphs[0].style.name == "Title"
    assert [p.style.name for p in document.paragraphs].count("Heading 1") == 2


def test_the_worst_figures_and_the_longest_name_fit_on_half_a_page(worst_open):
    for month in (FEBRUARY, MARCH, date(2010, 6, 1), date(2010, 7, 1)):
        document = read(worst_open, WORST, month)
        assert LONGEST_NAME in document.paragraphs[0].text
        assert height(document) <= HALF


def test_every_jobcenter_fits_on_half_a_page(sampled):
    assert max(height(read(sampled, code, month)) for code in sampled.jobcenters.index
               for month in (FEBRUARY, MARCH)) <= HALF


@pytest.mark.parametrize("name", ["nothing", "the baseline only", "all hidden", "after the end"])
def test_worlds_with_nothing_in_them_have_a_paper_that_says_so(name):
    world = WORLDS[name]()
    document = read(world, VIBORG, date(2010, 3, 1))
    assert height(document) <= HALF
    assert committee.NOTHING_AGREED in texts(document)


def test_invented_figures_are_marked_and_real_ones_are_not(sampled):
    assert INVENTED in read(sampled).sections[0].header.paragraphs[0].text
    real = replace(sampled, uploads=sampled.uploads.assign(source="file"), written=Written(), beside={})
    assert INVENTED not in read(real).sections[0].header.paragraphs[0].text


def test_it_is_not_for_the_public_to_fetch(sampled):
    with pytest.raises(InternalDocument, match="kun til internt brug"):
        committee.committee_docx(published(sampled), VIBORG, FEBRUARY)


def test_the_same_figures_say_the_same(sampled):
    assert texts(read(sampled)) == texts(read(sampled))
