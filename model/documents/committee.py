"""Half a page in Word for a jobcenter's committee and LBR: the verdict, what is missing and what is asked of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
from docx.document import Document as WordDocument
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Mm, Pt

from model.basics.formatting import day, month_long, plural, shortened
from model.basics.shares import percent
from model.documents import letters, word
from model.documents.agreed import MOST, shortlist
from model.documents.marks import only_internal
from model.documents.slides.page import wrapped
from model.programmes.words import GOAL_1, GOAL_2, SUPPORTED, WEEKS
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.coverage import coverage
from model.subjects.goals.figures.goals import Goal2, goal1, goal2
from model.subjects.goals.figures.pace import pace
from model.subjects.goals.words.lines import source_line
from model.subjects.goals.words.region import asked_sentence
from model.subjects.goals.words.sentences import pace_sentence
from model.subjects.goals.words.titles import goal1_title, goal2_title, verdict_sentence
from model.subjects.meetings.figures.agreements import OVERDUE, agreements

HALF = Mm(297).pt / 2  # points down the page, its margin among them
ACROSS = Mm(210 - 2 * word.MARGIN).pt  # points across it
BULLET = 18.0  # points that a list's lines are set in
LEAST, STEP = 40, 10  # letters of an agreement that are always told, and how many fewer are tried at a time
IN_MINUTES = "Hele teksten står i referatet."
ASKED = {False: f"Hvad skal der til for at nå {GOAL_1}?", True: f"Hvad manglede der i at nå {GOAL_1}?"}  # by over
NOTHING_AGREED = "Der er ingen åbne aftaler."
OWN_FIGURES = "Tallene er jobcentrets egne, også de små. Se efter, om de kan stå på en åben dagsorden."


@dataclass(frozen=True)
class Look:
    """How a paragraph stands, in points; its lines are exactly so high, so that what fits is known."""

    style: str
    size: float
    line: float
    before: float = 0
    after: float = 4
    bold: bool = False


TITLE, HEADING, LEAD, TEXT_LOOK, ITEM, SMALL = (
    Look("Title", 15, 18, after=6), Look("Heading 1", 11, 14, before=6, after=2), Look("Normal", 11, 14, bold=True),
    Look("Normal", 10, 13), Look("List Bullet", 10, 13, after=1), Look("Normal", 9, 11.5, before=4, after=0))
Paragraph = tuple[Look, str]


def committee_docx(snapshot: Snapshot, code: str, month: date) -> bytes:
    """The paper. Raises KeyError for an unknown code or month, InternalDocument for the public."""
    only_internal(snapshot)
    title, *rest = letters.throughout(content(snapshot, code, month), letters.plain)
    document = word.begun(title[1], made=snapshot.data_date, sample=snapshot.sample)
    _set(document.paragraphs[0], title[0])
    for look, text in rest:
        _add(document, look, text)
    return word.saved(document)


def content(snapshot: Snapshot, code: str, month: date) -> Sequence[Paragraph]:
    """Every paragraph in its order, its title first."""
    goal, second = goal1(snapshot, code, month), goal2(snapshot, code, month)
    provisional = not coverage(snapshot, month).final
    before = [
        (TITLE, f"Jobcenter {goal.name}: status for {month_long(month)}"),
        (SMALL, " ".join(filter(None, (asked_sentence(snapshot, month), _outcome_asked(second, over=goal.over))))),
        (LEAD, f"{goal1_title(goal)}."),
        (TEXT_LOOK, f"{verdict_sentence(goal, provisional=provisional, spoken=True)}."),
        (TEXT_LOOK, f"{goal2_title(second, name=goal.name)}."),
        (HEADING, ASKED[goal.over]), (TEXT_LOOK, pace_sentence(pace(snapshot, code, month))),
        (HEADING, "Åbne aftaler")]
    after = [(SMALL, f"{source_line(snapshot, month)} · tallene pr. {day(snapshot.data_date)}. {OWN_FIGURES}")]
    room = HALF - Mm(word.MARGIN).pt - _height([*before, *after])
    return [*before, *_agreed(snapshot, code, room=room), *after]


def _outcome_asked(second: Goal2, *, over: bool) -> str:
    """What goal 2 asks, for somebody who was never told."""
    must = "skulle" if over else "skal"
    return f"{GOAL_2}: Mindst {percent(second.target)} {must} være {SUPPORTED} {WEEKS} efter, at et forløb er slut."


def _height(paragraphs: Sequence[Paragraph]) -> float:
    """How high they stand at the most, in points: no letters are wider than bold ones."""
    return sum(look.before + look.after + look.line * len(
        wrapped(text, look.size, ACROSS - (BULLET if look is ITEM else 0), bold=True)) for look, text in paragraphs)


def _agreed(snapshot: Snapshot, code: str, *, room: float) -> list[Paragraph]:
    """The open agreements, the first due first, as many as there is room for and how many more there are.

    room: points down the page. What there is no room for is cut between words, and where it stands is told.
    """
    rows = agreements(snapshot.written, snapshot.data_date, unit=code)
    rows = rows[rows["open"]]
    if rows.empty:
        return [(TEXT_LOOK, NOTHING_AGREED)]
    longest = max(LEAST, *(len(text) for text in (*rows["text"], *rows["responsible"])))
    tried = (_listed(rows, most) for most in range(longest, LEAST, -STEP))
    return next((listed for listed in tried if _height(listed) <= room), None) or _listed(rows, LEAST)


def _listed(rows: pd.DataFrame, longest: int) -> list[Paragraph]:
    """The agreements, each part of at most ``longest`` letters, and where the rest of them is."""
    lines = shortlist(rows, partial(_line, longest=longest),
                      more=lambda rest: f"og {plural(rest, 'åben aftale', 'åbne aftaler')} mere")
    whole = shortlist(rows, partial(_line, longest=None), more=str)
    cut = lines[:MOST] != whole[:MOST]
    return [*((ITEM, line) for line in lines), *([(SMALL, IN_MINUTES)] if cut else [])]


def _line(row: dict[Any, Any], *, longest: int | None) -> str:
    text, who = (" ".join(row[part].split()) if longest is None else shortened(row[part], longest)
                 for part in ("text", "responsible"))
    return f"{text} ({who}, frist {day(row['due'])}{OVERDUE if row['overdue'] else ''})"


def _add(document: WordDocument, look: Look, text: str) -> None:
    paragraph = document.add_paragraph(style=look.style)
    paragraph.add_run(letters.breakable(text))
    _set(paragraph, look)


def _set(paragraph: Any, look: Look) -> None:
    """The paragraph as it is to look."""
    spacing = paragraph.paragraph_format
    spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)
    spacing.space_before, spacing.space_after = Pt(look.before), Pt(look.after)
    for run in paragraph.runs:
        run.font.size = Pt(look.size)
        run.bold = look.bold or None
