"""A story's paragraphs in large type, on as many slides as they take."""

from collections.abc import Sequence

from pptx.slide import Slide

from model.documents.slides import shapes
from model.documents.slides.page import LINE, Area, lines_of
from model.documents.slides.shapes import Run

SIZE, GAP = 24, 10.0  # points


def pages(paragraphs: Sequence[str], area: Area) -> list[tuple[str, ...]]:
    """The paragraphs divided over slides; one that is longer than a slide goes on over the next at a line's end."""
    found: list[list[str]] = [[]]
    left = area.height
    for paragraph in paragraphs:
        lines = lines_of(paragraph, SIZE, area.width)
        while lines:
            room = int((left - (GAP if found[-1] else 0)) // (SIZE * LINE))
            fits = len(lines) <= room or (not found[-1] and room > 0)
            if not fits:
                found.append([])
                left = area.height
                continue
            taken, lines = lines[:room], lines[room:]
            left -= len(taken) * SIZE * LINE + (GAP if found[-1] else 0)
            found[-1].append("".join(taken).removesuffix(" "))
    return [tuple(page) for page in found if page]


def draw(slide: Slide, area: Area, paragraphs: Sequence[str]) -> None:
    """The paragraphs of one slide."""
    shapes.write(slide.shapes, area, [[Run(text, SIZE)] for text in paragraphs], name="Historie", gap=GAP)
