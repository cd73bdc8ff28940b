"""How a file that fails the first gate is read in a test, and what it is refused with."""

from model.basics.settings import Settings
from model.intake.files.reading import FileRefused, read
from model.intake.report import Problem
from tests.model.intake import builders

LIMITS = Settings()


def refused(name: str, content: bytes | None = None) -> tuple[Problem, ...]:
    """The problems the file of that name is refused with; those of single cells may be mended there."""
    found = (builders.FOLDER / name).read_bytes() if content is None else content
    try:
        workbook = read(name, found, known_headings=builders.HEADINGS, limits=LIMITS)
    except FileRefused as refusal:
        return refusal.problems
    problems = tuple(problem for problem in workbook.problems if problem.severity == "fejl")
    assert problems and all(problem.cell for problem in problems), "the file is read"
    return problems


def only(name: str, content: bytes | None = None) -> Problem:
    """The one problem the file is refused with."""
    problems = refused(name, content)
    assert len(problems) == 1, problems
    return problems[0]


def place(name: str) -> tuple[str | None, int | None, str | None]:
    """Where the file's one problem stands: sheet, row, column."""
    found = only(name)
    return found.sheet, found.row, found.column
