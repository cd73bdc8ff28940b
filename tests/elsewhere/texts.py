"""Every text that a reader of a page or of a file can meet, by the place where it stands."""

import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any

from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from tests.model.documents import reading

PACKED = (".xlsx", ".pptx", ".docx", ".zip", ".pdf")
UNSEEN = ("theme1.xml", "styles.xml", "presProps.xml")  # what office packages bring of their own
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
ADDRESS = re.compile(r"(?:https?|urn):[^\s\"<>]+")  # of the kinds of marks in a package
UNTOLD = ("id", "key", "url")  # of an element: what finds it, and where a file of it lies


def of_app(app: AppTest) -> list[str]:
    """Everything that is drawn: words, labels, choices, helps, placeholders and charts."""
    assert not app.exception, app.exception[0].value
    return [text for block in (app.main, app.sidebar) for element in block for text in _within(_drawn(element))]


def _drawn(element: Any) -> Any:
    proto = getattr(element, "proto", None)
    return MessageToDict(proto) if proto is not None else None


def _within(value: Any, name: str = "") -> Iterator[str]:
    """The texts in something nested; a chart's description is a text with JSON in it."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _within(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from _within(part, name)
    elif isinstance(value, str) and name not in UNTOLD:
        yield from _within(json.loads(value)) if name == "spec" else [plain(value)]


def plain(text: str) -> str:
    """A text as it is read: no style sheet, no marks of HTML, spaces as spaces; what stands in attributes stays."""
    shown = re.sub(r"</?[a-z][a-z0-9]*|/?>", " ", ADDRESS.sub("", STYLE.sub("", text))) if "<" in text else text
    return " ".join(unescape(shown).split())


def of_file(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """(place, text) of everything in a file, and of the files packed in it; its own name is one."""
    yield name, name
    if name.endswith(".pdf"):
        found = reading.read(content)
        about = (found.metadata or {}).values()
        yield name, " ".join([*(page.extract_text() for page in found.pages), *map(str, about)])
    elif name.endswith(PACKED):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            for part in packed.namelist():
                if not part.endswith(UNSEEN):
                    yield from ((f"{name}/{place}", text) for place, text in of_file(part, packed.read(part)))
    elif name.endswith((".xml", ".html", ".csv", ".ics", ".txt", ".json")):
        text = content.decode("utf-8")
        yield name, plain(text.replace("\r\n ", ""))  # a calendar's long lines are folded
        yield name, " ".join(unescape(re.sub(r"<[^>]+>", "", text)).split())  # where a word is in two runs
