"""An empty deck of our own: 16:9, one layout with a title, Arial, our colours, and Danish throughout."""

from datetime import datetime, time
from typing import Any

from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from model.documents import underneath
from model.documents.letters import LONGEST_PROPERTY
from model.documents.marks import loud_marks
from model.documents.slides.page import FONT, HEIGHT, MARGIN, WIDTH
from model.documents.slides.shapes import LANGUAGE
from model.drawing.theme import LIGHT
from model.snapshot.snapshot import Snapshot

LAYOUT = "Title Only"  # its name in python-pptx' own template
NAMES = {"title": "Klik for at skrive titlen", "body": "Klik for at skrive"}
LEVELS = ("", "Andet niveau", "Tredje niveau", "Fjerde niveau", "Femte niveau")
KEPT = ("title", "body")  # of the master's and the layout's fields: no date, footer or number
NOTES_KEPT = ("sldImg", "body")


def empty() -> Deck:
    """The deck without slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in [layout for layout in deck.slide_layouts if layout.name != LAYOUT]:
        deck.slide_layouts.remove(layout)
    layout = deck.slide_layouts[0]
    layout.name = "Titel og figur"
    _placed(deck.slide_master)
    for shown in (deck.slide_master, layout):
        _danish_fields(shown, KEPT)
    _theme(deck.slide_master, "Fremdrift")
    _danish_fields(deck.notes_master, NOTES_KEPT)
    _theme(deck.notes_master, "Noter")
    _left_behind(deck)
    return deck


def describe(deck: Deck, snapshot: Snapshot, title: str) -> None:
    """What the file says of itself; made on the day its figures are told as of."""
    about, made = deck.core_properties, datetime.combine(snapshot.data_date, time(12))
    about.title, about.language = title[:LONGEST_PROPERTY], LANGUAGE
    about.author = about.last_modified_by = "Fremdrift"
    about.subject, about.keywords, about.comments = " · ".join(loud_marks(snapshot)), "", ""
    about.created, about.modified, about.revision = made, made, 1


def in_danish(deck: Deck) -> None:
    """Mark every text in slides, notes, masters and charts as Danish, so that it is spelt and read aloud as that."""
    shown = [deck.slide_master, *deck.slide_layouts, deck.notes_master, *deck.slides,
             *(slide.notes_slide for slide in deck.slides)]
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    for chart in charts:
        _in_danish(chart)
    for element in [underneath.element(deck.part), *(underneath.element(one) for one in (*shown, *charts))]:
        for run in element.iter(qn("a:r")):
            run.get_or_add_rPr()
        for name in ("a:rPr", "a:endParaRPr", "a:defRPr"):
            for found in element.iter(qn(name)):
                found.set("lang", LANGUAGE)


def _in_danish(chart: Chart) -> None:
    language = parse_xml(f'<c:lang {nsdecls("c")} val="{LANGUAGE}"/>')
    before = underneath.chart_space(chart).find(qn("c:date1904"))
    if before is None:  # a chart of points is made without
        underneath.chart_space(chart).insert(0, language)
        language.addnext(parse_xml(f'<c:roundedCorners {nsdecls("c")} val="0"/>'))
    else:
        before.addnext(language)


def _placed(master: Any) -> None:
    """The title where the slides have it, to the left and at the size they have."""
    for shape in master.placeholders:
        kind = underneath.element(shape).ph.get("type")
        shape.left, shape.width = Pt(MARGIN), Pt(WIDTH - 2 * MARGIN)
        shape.top, shape.height = (Pt(22), Pt(80)) if kind == "title" else (Pt(140), Pt(340))
    title = underneath.element(master).find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", "3200")


def _danish_fields(shown: Any, kept: tuple[str, ...]) -> None:
    """Keep the fields in use, named and worded in Danish."""
    for shape in list(shown.placeholders):
        kind = underneath.element(shape).ph.get("type", "body")
        if kind not in kept:
            underneath.element(shape).getparent().remove(underneath.element(shape))
            continue
        shape.name = {"title": "Titel", "body": "Tekst"}.get(kind, "Dias")
        if shape.has_text_frame:
            for level, paragraph in enumerate(shape.text_frame.paragraphs):
                for run in paragraph.runs:
                    run.text = LEVELS[level] or NAMES[kind]


def _theme(master: Any, name: str) -> None:
    """Arial and our own colours, for whoever goes on working in the deck."""
    part = master.part.part_related_by(RT.THEME)
    own = isinstance(part, XmlPart)  # what the library made itself it holds as elements, the template's as bytes
    theme: Any = underneath.element(part) if own else parse_xml(part.blob)
    theme.set("name", name)
    for scheme in theme.iterfind(f".//{qn('a:themeElements')}/*"):
        scheme.set("name", name)
    for font in theme.iterfind(f".//{qn('a:fontScheme')}/*/{qn('a:latin')}"):
        font.set("typeface", FONT)
    inks = (LIGHT.main, LIGHT.signal, LIGHT.context, LIGHT.edge, LIGHT.spare_one, LIGHT.spare_two)
    for at, ink in enumerate(inks, start=1):
        accent = theme.find(f".//{qn(f'a:accent{at}')}")
        accent[:] = [parse_xml(f'<a:srgbClr {nsdecls("a")} val="{ink[1:]}"/>')]
    if not own:
        underneath.set_bytes(part, serialize_part_xml(theme))


def _left_behind(deck: Deck) -> None:
    """Drop the template's picture of itself, its printer and what it says of its own program, in English."""
    package = deck.part.package
    for holder, kinds in ((package, (RT.THUMBNAIL, RT.EXTENDED_PROPERTIES)), (deck.part, (RT.PRINTER_SETTINGS,))):
        for key, relation in list(underneath.relations(holder).items()):
            if relation.reltype in kinds:
                underneath.relations(holder).pop(key)
