"""What programs, converters and bad disks do to the parts of a workbook."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable
from random import Random

Parts = list[tuple[str, bytes]]
Change = Callable[[Parts, Random], Parts]

TAG = re.compile(rb"<[^<>]+>")
ATTRIBUTE = re.compile(rb"(\s[\w:]+=)(\"[^\"]*\"|'[^']*')")
INDEX = re.compile(rb"<v>(\d+)</v>")
STYLE = re.compile(rb"\bs=\"\d+\"")
TARGET = re.compile(rb"Target=\"[^\"]*\"")
VALUES = (b"", b"-1", b"0", b"99999999999", b"x", b"A1:XFD1048576", b"NaN", b"1e400", b"true", b"\xc3\xa6", b"ZZZZ9",
          b"A0", b"1048577", b"n", b"s", b"inlineStr", b"e", b"b", b"d", b"str")
NOT_FIGURES = re.compile(r"docProps/|xl/(?:theme|drawings|media|printerSettings)|xl/styles\.xml")


def unpacked(content: bytes) -> Parts:
    """The parts in their order. Raises what zipfile raises."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def packed(parts: Parts) -> bytes:
    """A zip of the parts, a name twice if it is there twice."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of names that are there twice
        for name, xml in parts:
            archive.writestr(name, xml)
    return out.getvalue()


def _one(edit: Callable[[bytes, Random], bytes], *, of: str = "") -> Change:
    """A change of one part's bytes."""
    def change(parts: Parts, chance: Random) -> Parts:
        some = [at for at, (name, _) in enumerate(parts) if of in name]
        if some:
            at = chance.choice(some)
            parts[at] = parts[at][0], edit(parts[at][1], chance)
        return parts
    return change


def _picked(pattern: re.Pattern[bytes], new: Callable[[re.Match[bytes], Random], bytes], *,
            most: int = 1) -> Callable[[bytes, Random], bytes]:
    """Replace one match, or up to ``most``, by something else."""
    def edit(xml: bytes, chance: Random) -> bytes:
        hits = list(pattern.finditer(xml))
        for hit in sorted(chance.sample(hits, min(len(hits), chance.randint(1, most))), key=lambda h: -h.start()):
            xml = xml[:hit.start()] + new(hit, chance) + xml[hit.end():]
        return xml
    return edit


def dropped(parts: Parts, chance: Random) -> Parts:
    """A part is missing."""
    parts.pop(chance.randrange(len(parts)))
    return parts


def doubled(parts: Parts, chance: Random) -> Parts:
    """A part is there twice, or under another's name."""
    name, xml = chance.choice(parts)
    return [*parts, (chance.choice((name, chance.choice(parts)[0])), xml)]


def renamed(parts: Parts, chance: Random) -> Parts:
    """A zip entry has another name."""
    at = chance.randrange(len(parts))
    name, xml = parts[at]
    parts[at] = chance.choice((name.upper(), f"/{name}", name.replace("/", "\\"), f"x/{name}", name + ".bak",
                               name.replace(".xml", ".XML"), "../" + name)), xml
    return parts


def _truncated(xml: bytes, chance: Random) -> bytes:
    return xml[:chance.randrange(len(xml) + 1)]


def _attribute(hit: re.Match[bytes], chance: Random) -> bytes:
    return b"" if chance.random() < 0.2 else hit[1] + b'"' + chance.choice(VALUES) + b'"'


def _index(chance: Random) -> int:
    return chance.randint(-2, 10 ** chance.randint(1, 6))


CHANGES: dict[str, Change] = {
    "dropped": dropped, "doubled": doubled, "renamed": renamed, "truncated": _one(_truncated),
    "tag removed": _one(_picked(TAG, lambda hit, chance: b"", most=3)),
    "tag doubled": _one(_picked(TAG, lambda hit, chance: hit[0] * 2)),
    "attribute": _one(_picked(ATTRIBUTE, _attribute, most=4)),
    "cell's attribute": _one(_picked(ATTRIBUTE, _attribute, most=2), of="worksheets/sheet"),
    "shared index": _one(_picked(INDEX, lambda hit, chance: b"<v>%d</v>" % _index(chance), most=3),
                         of="worksheets/sheet"),
    "style index": _one(_picked(STYLE, lambda hit, chance: b's="%d"' % _index(chance), most=5), of="worksheets/sheet"),
    "styles": _one(_picked(ATTRIBUTE, _attribute, most=6), of="styles.xml"),
    "target": _one(_picked(TARGET, lambda hit, chance: b'Target="' + chance.choice(
        (b"", b"/xl/workbook.xml", b"nowhere.xml", b"../../x", b"http://x.dk/", b"worksheets/sheet1.xml")) + b'"'),
        of=".rels")}
