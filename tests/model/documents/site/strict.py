"""Pages read strictly: well formed, parts where they may stand, names once, headings in order, links that lead."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import PurePosixPath
from posixpath import normpath

PHRASING = {"a", "b", "strong", "span", "svg", "em"}
HOLDS = {"p": PHRASING, "h1": PHRASING, "h2": PHRASING, "h3": PHRASING, "caption": PHRASING, "summary": PHRASING,
         "ul": {"li"}, "dl": {"dt", "dd"}, "table": {"caption", "thead", "tbody"}, "thead": {"tr"}, "tbody": {"tr"},
         "tr": {"th", "td"}, "body": {"a", "header", "main", "footer"}, "html": {"head", "body"}}
TAGS = {*HOLDS, *PHRASING, "li", "dt", "dd", "th", "td", "main", "header", "footer", "nav", "section", "article", "div",
        "details", "blockquote"}
NAMING = ("href", "src", "srcset", "action", "poster", "data")
DRAWN = {"svg", "text", "line", "rect", "polyline", "circle", "path", "defs", "pattern", "g", "polygon"}


def read(page: bytes) -> ET.Element:
    """The page as a tree. Raises ParseError for what is not well formed."""
    text = page.decode()
    assert text.startswith("<!DOCTYPE html>\n")
    return ET.fromstring(text.removeprefix("<!DOCTYPE html>\n"))


def words(element: ET.Element) -> str:
    """Everything an element says, with plain spaces."""
    return " ".join(" ".join(element.itertext()).replace("\u00a0", " ").split())


def faults(root: ET.Element) -> Iterator[str]:
    """What is wrong with a page, in a few words each."""
    body = root.find("body")
    yield from _misplaced(body)
    names = [each.get("id") for each in root.iter() if each.get("id")]
    yield from (f"twice: {name}" for name in names if names.count(name) > 1)
    yield from (f"names nothing: {each.get('aria-labelledby')}" for each in root.iter()
                if each.get("aria-labelledby") and each.get("aria-labelledby") not in names)
    levels = [int(each.tag[1]) for each in body.iter() if re.fullmatch(r"h[1-6]", each.tag)]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"not one h1 first: {levels}"
    yield from (f"heading leaps: {levels}" for before, after in pairwise(levels)
                if after > before + 1)
    yield from (f"empty: {each.tag}" for each in body.iter() if each.tag in (*HOLDS, "th") and not words(each))
    yield from (f"unnamed picture: {each.tag}" for each in body.iter("svg") if not each.get("aria-label"))
    yield from ("a heading without scope" for each in body.iter("th") if each.get("scope") not in ("col", "row"))


def _misplaced(parent: ET.Element) -> Iterator[str]:
    for child in parent:
        if child.tag not in HOLDS.get(parent.tag, TAGS):
            yield f"{child.tag} in {parent.tag}"
        if child.tag == "svg":
            yield from (f"{each.tag} in svg" for each in child.iter() if each.tag not in DRAWN)
        else:
            yield from _misplaced(child)


def links(root: ET.Element) -> Iterator[str]:
    """Every address that the page names."""
    for each in root.iter():
        yield from (each.get(name, "") for name in NAMING if each.get(name))


def broken(address: str, roots: Mapping[str, ET.Element], files: Mapping[str, bytes]) -> Iterator[str]:
    """The links of a page that lead to no file of the site, or to no part of a page."""
    for target in links(roots[address]):
        if target.startswith(("mailto:", "https:", "data:,")):
            continue
        path, _, part = target.partition("#")
        file = normpath(str(PurePosixPath(address).parent / path)) if path else address
        names = {each.get("id") for each in roots[file].iter()} if file in roots else set()
        if file not in files or path.startswith("/") or (part and part not in names):
            yield target
