"""Short ways to check files with ticks in a test."""

from tests.model.intake.gates import FILES

REPORTED = FILES / "public_reports" / "records"


def file(name: str) -> str:
    """The text of the reported file whose name begins so."""
    [path] = REPORTED.glob(f"{name}_*")
    return path.read_text()
