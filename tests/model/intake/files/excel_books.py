"""Short ways to read a workbook in a test."""

from model.basics.settings import Settings
from model.intake.files.reading import FileRefused, Sheet, Workbook, read
from tests.model.intake.builders import HEADINGS


def load(content: bytes) -> Workbook:
    """The workbook as it is read."""
    return read("tal.xlsx", content, known_headings=HEADINGS, limits=Settings())


def sheet(content: bytes) -> Sheet:
    """Its first sheet."""
    return load(content).sheets[0]


def cells(content: bytes) -> list[list[object]]:
    """The cells of its first sheet, row by row."""
    return sheet(content).cells.to_numpy().tolist()


def refusal(content: bytes) -> FileRefused:
    """What is wrong with a workbook; what is wrong with single cells may be mended there and is not raised."""
    try:
        problems = load(content).problems
    except FileRefused as refused:
        return refused
    assert any(problem.severity == "fejl" and problem.cell for problem in problems), "the file is read"
    return FileRefused(problems)
