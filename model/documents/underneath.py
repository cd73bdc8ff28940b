"""What python-pptx and python-docx give no public name to. Nothing else in the project touches their private parts.

Native charts and tagged tables need it: the place of a plot, the language of a text, an alternative text. A test makes
one of each thing and asks for every part, so a library that has moved one is noticed there.
"""

from typing import Any


def element(proxy: Any) -> Any:
    """The XML element behind a shape, a slide, an axis, a series, a legend or the part of a presentation."""
    return proxy._element


def chart_space(chart: Any) -> Any:
    """The ``c:chartSpace`` of a chart."""
    return chart._chartSpace


def text_body(frame: Any) -> Any:
    """The ``p:txBody`` of a text frame."""
    return frame._txBody


def outline(line: Any) -> Any:
    """The ``a:ln`` of a line's format, made where there is none."""
    return line._get_or_add_ln()


def data_label(label: Any) -> Any:
    """The ``c:dLbl`` of one point's label, made where there is none."""
    return label._get_or_add_dLbl()


def table(made: Any) -> Any:
    """The ``a:tbl`` of a slide's table, the ``w:tbl`` of a document's."""
    return made._tbl


def table_row(row: Any) -> Any:
    """The ``w:tr`` of a row of a document's table."""
    return row._tr


def paragraph(made: Any) -> Any:
    """The ``w:p`` of a document's paragraph."""
    return made._p


def relations(holder: Any) -> Any:
    """The relationships of a part or of the package, by their id; one can be taken out."""
    return holder._rels


def set_bytes(part: Any, content: bytes) -> None:
    """Let a part that is held as bytes be these."""
    part._blob = content
