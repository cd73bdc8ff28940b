"""What the document libraries give no public name to is asked for in one module, and is where it is expected."""

import ast
from pathlib import Path

import docx
import pptx
from docx.oxml import OxmlElement
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Pt

from model.documents import underneath

ROOT = Path(__file__).parents[3]


def test_every_part_of_a_deck_is_where_it_is_expected():
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    data = CategoryChartData()
    data.categories, _ = ["jan."], data.add_series("Andel", (0.16,))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Pt(100), Pt(100), data)
    chart, box = frame.chart, slide.shapes.add_textbox(0, 0, Pt(9), Pt(9))
    table = slide.shapes.add_table(1, 1, 0, 0, Pt(9), Pt(9)).table
    chart.has_legend = True
    series = chart.plots[0].series[0]
    made = {"c:chartSpace": underneath.chart_space(chart), "p:txBody": underneath.text_body(box.text_frame),
            "a:ln": underneath.outline(box.line), "a:tbl": underneath.table(table),
            "c:dLbl": underneath.data_label(series.points[0].data_label), "p:sp": underneath.element(box),
            "c:catAx": underneath.element(chart.category_axis), "c:ser": underneath.element(series),
            "c:legend": underneath.element(chart.legend), "p:presentation": underneath.element(deck.part),
            "p:sldMaster": underneath.element(deck.slide_master)}
    assert [name for name, part in made.items() if part.tag != qn(name)] == []


def test_a_relationship_is_taken_out_and_a_part_is_given_other_bytes():
    deck = pptx.Presentation()
    relations = underneath.relations(deck.part.package)
    key = next(key for key, relation in relations.items() if relation.reltype == RT.THUMBNAIL)
    relations.pop(key)
    assert RT.THUMBNAIL not in {relation.reltype for relation in underneath.relations(deck.part.package).values()}
    theme = deck.slide_master.part.part_related_by(RT.THEME)
    underneath.set_bytes(theme, b"<a/>")
    assert theme.blob == b"<a/>"


def test_every_part_of_a_document_is_where_it_is_expected():
    document = docx.Document()
    table = document.add_table(rows=1, cols=1)
    made = {"w:tbl": underneath.table(table), "w:tr": underneath.table_row(table.rows[0]),
            "w:p": underneath.paragraph(document.add_paragraph("x"))}
    assert [name for name, part in made.items() if part.tag != OxmlElement(name).tag] == []


def privates(path: Path) -> list[str]:
    """Where a module uses the private part of something that is not itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [f"{path.relative_to(ROOT)}:{node.lineno} {node.attr}" for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.endswith("__")
            and not (isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"))]


def test_nothing_else_uses_what_has_no_public_name():
    modules = [path for room in ("model", "pages", "sample_data") for path in (ROOT / room).rglob("*.py")]
    used = {path: privates(path) for path in modules}
    assert used.pop(ROOT / "model/documents/underneath.py"), "the one place is seen"
    assert [place for places in used.values() for place in places] == []
