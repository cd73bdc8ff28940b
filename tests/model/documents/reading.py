"""Reading a PDF back."""

from io import BytesIO

from PIL import ImageFont
from pypdf import PdfReader

from model.documents import letters

KEYWORDS = ("mark", "role", "name", "alt")


def read(content: bytes) -> PdfReader:
    """The PDF, opened."""
    return PdfReader(BytesIO(content))


def words(found: PdfReader) -> str:
    """All its text without spaces: where a line breaks is the paper's business."""
    return squeezed(" ".join(page.extract_text() for page in found.pages))


def widest(found: PdfReader, *, size: float) -> float:
    """How wide the widest line of any page stands when it is set in so many points, in points."""
    font = ImageFont.truetype(letters.FONTS / "IBMPlexSans-Regular.ttf", 100)
    lines = [line for page in found.pages for line in page.extract_text().replace("\u200b", "").splitlines()]
    return max(map(font.getlength, lines)) * size / 100


def squeezed(text: str) -> str:
    """Without spaces, soft hyphens and places to break a word."""
    return "".join(text.split()).replace("\u00ad", "").replace("\u200b", "")


def told(value: object) -> list[str]:
    """Every finished text in what a template was given, but keywords and places."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, part in value.items() if key not in KEYWORDS for text in told(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in told(part)]
    return []
