"""What stands round the picture on every slide: the finding as title, what is shown, and where it comes from."""

from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR
from pptx.slide import Slide
from pptx.util import Pt

from model.basics.spaces import numbers_held
from model.documents.screens import Screen
from model.documents.slides import shapes
from model.documents.slides.page import HEIGHT, LINE, MARGIN, WIDTH, Area, fitting, wrapped
from model.documents.slides.shapes import Run
from model.drawing.theme import LIGHT

ONE_LINE = (36, 34, 32)  # points
TWO_LINES = (32, 30, 28, 26, 24)  # under 32 only for titles that people have written themselves
SUBTITLE = 18
NOTE, NOTE_LINES = 18, 2  # a longer note is in the speaker's notes alone
SOURCE = 14
TOP, BOTTOM, AIR = 22.0, 14.0, 7.0
ABOVE = 14  # what stands over everything, in the margin
WITH_NOTE = ("line", "bars", "columns")
WIDE = WIDTH - 2 * MARGIN


@dataclass(frozen=True)
class Frame:
    """The texts round a picture with their sizes and places; ``body`` is what is left for the picture. above: what
    nobody may overlook, over the title.
    """

    title: str
    title_size: int
    title_area: Area
    subtitle: str
    subtitle_area: Area
    note: str
    note_area: Area
    source: tuple[str, ...]
    source_area: Area
    above: str = ""

    @property
    def body(self) -> Area:
        """Between the subtitle and what stands at the foot."""
        top = self.subtitle_area.bottom + AIR
        return Area(MARGIN, top, WIDE, self.note_area.top - AIR - top)


def frame(screen: Screen, marks: list[str], *, title: str, above: str = "") -> Frame:
    """Everything measured; ``marks``: what the slide says of its figures besides their source."""
    title, subtitle = numbers_held(title), numbers_held(screen.subtitle)
    size = _title_size(title)
    title_area = Area(MARGIN, TOP, WIDE, len(wrapped(title, size, WIDE, bold=True)) * size * LINE + 2)
    under = len(wrapped(subtitle, SUBTITLE, WIDE)) * SUBTITLE * LINE if subtitle else 0
    source = _source(screen.source, marks)
    foot = len(source) * SOURCE * LINE
    source_area = Area(MARGIN, HEIGHT - BOTTOM - foot, WIDE, foot)
    note = _note(screen)
    high = len(wrapped(note, NOTE, WIDE)) * NOTE * LINE + 4 if note else 0
    return Frame(title, size, title_area, subtitle, Area(MARGIN, title_area.bottom + 2, WIDE, under),
                 note, Area(MARGIN, source_area.top - high, WIDE, high), source, source_area, above)


def draw(slide: Slide, framed: Frame) -> None:
    """Set the frame's texts; the title in the slide's own title, so that outlines and screen readers find it."""
    title = slide.shapes.title
    assert title is not None  # the deck's one layout has it
    title.left, title.top = Pt(framed.title_area.left), Pt(framed.title_area.top)
    title.width, title.height = Pt(framed.title_area.width), Pt(framed.title_area.height)
    title.name = "Titel"
    shapes.fill(title.text_frame, [[Run(framed.title, framed.title_size, True)]], anchor=MSO_ANCHOR.TOP)
    if framed.subtitle:
        shapes.write(slide.shapes, framed.subtitle_area, [[Run(framed.subtitle, SUBTITLE, ink=LIGHT.quiet)]],
                     name="Undertitel")


def draw_above(slide: Slide, framed: Frame) -> None:
    """Set what nobody may overlook; first, so that it is read first after the title."""
    if framed.above:
        area = Area(MARGIN, 3, WIDE, ABOVE * LINE)
        shapes.write(slide.shapes, area, [[Run(framed.above, ABOVE, True, LIGHT.signal)]], name="Mærke")


def draw_foot(slide: Slide, framed: Frame) -> None:
    """Set what stands under the picture; last, so that it is read last."""
    if framed.note:
        shapes.write(slide.shapes, framed.note_area, [[Run(framed.note, NOTE)]], name="Bemærkning")
    shapes.write(slide.shapes, framed.source_area, [[Run(line, SOURCE, ink=LIGHT.quiet)] for line in framed.source],
                 name="Kilde")


def _title_size(title: str) -> int:
    """On one line if it can be; else on two, with the rest of the room for the picture."""
    one = fitting(title, ONE_LINE, WIDE, lines=1, bold=True)
    alone = len(wrapped(title, one, WIDE, bold=True)) == 1
    return one if alone else fitting(title, TWO_LINES, WIDE, lines=2, bold=True)


def _note(screen: Screen) -> str:
    chart = screen.chart
    if chart is None or chart.kind not in WITH_NOTE:
        return ""
    return chart.note if len(wrapped(chart.note, NOTE, WIDE)) <= NOTE_LINES else ""


def _source(source: str, marks: list[str]) -> tuple[str, ...]:
    """The source, and what is said of the figures, on one line where there is room for both."""
    said = " · ".join(marks)
    whole = " · ".join(part for part in (source, said) if part)
    if len(wrapped(whole, SOURCE, WIDE)) == 1:
        return (whole,)
    return tuple(line for part in (source, said) for line in (wrapped(part, SOURCE, WIDE) if part else []))
