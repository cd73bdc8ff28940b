"""The speaker's notes: the finding, what it rests on, its source and day, what is measured, and the table as text."""

from typing import Any

import pandas as pd
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.slide import Slide

from model.documents.marks import footer, hidden_mark, loud_marks, other_mark
from model.documents.screens import Screen
from model.snapshot.snapshot import Snapshot

MOST_ROWS = 25  # a longer table is no longer read in notes


def text(snapshot: Snapshot, screen: Screen) -> str:
    """The notes of a screen's slide, a paragraph a line."""
    chart = screen.chart
    lines = [screen.title, screen.subtitle]
    for figure in screen.figures:
        lines += [f"{figure.title}: {figure.figure} {figure.words}".strip(), *figure.sentences]
    if chart is not None:
        lines += [chart.note, f"Sådan læses figuren: {chart.how_to_read}" if chart.how_to_read else ""]
    lines += [screen.source, f"{footer(snapshot, 'dias')}.", *marks(snapshot, screen)]
    lines += [f"Definition: {said}" for said in screen.definitions]
    if chart is not None and 0 < len(chart.table) <= MOST_ROWS:
        lines += ["Tallene i figuren:", *_rows(chart.table)]
    return "\n".join(line for line in lines if line)


def write(slide: Slide, words: str) -> None:
    """Set the notes of a slide."""
    page: Any = slide.notes_slide
    for field, name in ((PP_PLACEHOLDER.SLIDE_IMAGE, "Dias"), (PP_PLACEHOLDER.BODY, "Noter")):
        for shape in page.placeholders:
            if shape.placeholder_format.type == field:
                shape.name = name
    page.notes_text_frame.text = words


def marks(snapshot: Snapshot, screen: Screen) -> list[str]:
    """What a slide says besides its source: whom it is for, and that figures are invented, unpublished or left out."""
    return [said for said in (screen.reach, *loud_marks(snapshot), hidden_mark(snapshot), other_mark(snapshot)) if said]


def _rows(table: pd.DataFrame) -> list[str]:
    """The table's headings and rows, cells parted by tabs so that they can be pasted into a table again."""
    return ["\t".join(str(name) for name in table.columns),
            *("\t".join(str(cell) for cell in row) for row in table.itertuples(index=False))]
