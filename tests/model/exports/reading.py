"""Reading a PDF back."""

from io import BytesIO

from pypdf import PdfReader

KEYWORDS = ("mark", "role", "name", "alt")


def read(content: bytes) -> PdfReader:
    """The PDF, opened."""
    return PdfReader(BytesIO(content))


def words(found: PdfReader) -> str:
    """All its text without spaces: where a line breaks is the paper's business."""
    return squeezed(" ".join(page.extract_text() for page in found.pages))


def squeezed(text: str) -> str:
    """Without spaces and soft hyphens."""
    return "".join(text.split()).replace("\u00ad", "")


def told(value: object) -> list[str]:
    """Every finished text in what a template was given, but keywords and places."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, part in value.items() if key not in KEYWORDS for text in told(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in told(part)]
    return []
