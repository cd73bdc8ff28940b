"""Setting a Typst template with finished texts: a tagged PDF (PDF/UA-1), the same bytes for the same content."""

import json
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from model.documents import letters
from model.drawing.signs import STROKES, WEIGHT

FOLDER = Path(__file__).parent
SIGNS = json.dumps({"weight": WEIGHT, "strokes": STROKES})
ONE_AT_A_TIME = Lock()  # a compiler serves one document at a time, and readers click from several threads


def pdf(template: str, content: dict[str, Any], *, made: date) -> bytes:
    """The PDF of ``template`` (a file beside this one) with ``content`` in letters that its font has.

    ``made``: the day it says it was made.

    Raises typst.TypstError when the template cannot be set.
    """
    data = json.dumps(letters.throughout(content, letters.on_paper), ensure_ascii=False, allow_nan=False)
    stamp = datetime.combine(made, time(12), UTC)
    with ONE_AT_A_TIME:
        found = _compiler(template).compile(sys_inputs={"data": data, "signs": SIGNS}, pdf_standards=["ua-1"],
                                            timestamp=stamp)
    assert isinstance(found, bytes)  # a PDF is one file, and none is written to a path
    return found


@lru_cache
def _compiler(template: str) -> typst.Compiler:
    """Kept, since reading the fonts takes as long as setting a page. The project's own alone, so that every machine
    makes the same sheet.
    """
    return typst.Compiler(str(FOLDER / template), font_paths=[str(letters.FONTS)], ignore_system_fonts=True)
