"""What happens to bytes on their way: flipped, cut, repeated, in another encoding, with other line ends."""

import codecs
from collections.abc import Callable
from random import Random

Change = Callable[[bytes, Random], bytes]
ODD = (b"\0", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1a", b'"', b"'", b";", b"\t", b"\r", b"\n", b"\x81",
       b"\xe6", b"\xc3", b"=", b"\x00\x00", b"\x85", b"\x0b", b"\x0c", b"\xe2\x80\xa8", b"PK\x03\x04", b"sep=;\n",
       b"\xed\xa0\x80")
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-32", "cp850", "mac_roman")
ENDS = (b"\r\n", b"\n", b"\r", b"\n\r", b"\r\r\n")
SAME = {"encoded", "line ends", "boms"}  # changes after which the file still says the same


def flipped(content: bytes, chance: Random) -> bytes:
    """Up to eight bits."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 8) if made else 0):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def cut(content: bytes, chance: Random) -> bytes:
    """A piece is missing, at the end or in the middle."""
    start = chance.randrange(len(content) + 1)
    return content[:start] + content[start + chance.choice((1, 2, 50, len(content))):]


def inserted(content: bytes, chance: Random) -> bytes:
    """Something strange stands between."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(content) + 1)
        content = content[:at] + chance.choice(ODD) * chance.choice((1, 1, 1, 2, 300)) + content[at:]
    return content


def repeated(content: bytes, chance: Random) -> bytes:
    """A piece stands twice."""
    start = chance.randrange(len(content) + 1)
    end = start + chance.choice((1, 20, 200, len(content)))
    return content[:end] + content[start:end] * chance.choice((1, 2, 40)) + content[end:]


def boms(content: bytes, chance: Random) -> bytes:
    """A mark of the byte order more than one is used to."""
    return codecs.BOM_UTF8 + content


def encoded(content: bytes, chance: Random) -> bytes:
    """The same text in another encoding; bytes that are no text stay."""
    try:
        return content.decode("utf-8-sig").encode(chance.choice(ENCODINGS))
    except UnicodeError:
        return content


def line_ends(content: bytes, chance: Random) -> bytes:
    """The same lines with other ends."""
    return chance.choice(ENDS[:3]).join(content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))


def odd_line_ends(content: bytes, chance: Random) -> bytes:
    """Ends that stand for two lines, or none."""
    return chance.choice(ENDS).join(content.split(b"\n"))


CHANGES: dict[str, Change] = {"flipped": flipped, "cut": cut, "inserted": inserted, "repeated": repeated, "boms": boms,
                              "encoded": encoded, "line ends": line_ends, "odd line ends": odd_line_ends}
