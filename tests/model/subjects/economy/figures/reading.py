"""Short ways to read what the calculation gives."""

from model.subjects.economy.figures.inputs import FIELDS, Range

FIELD = {field.name: field for field in FIELDS}


def money(value: Range | None) -> tuple[float, float]:
    """Both ends, rounded to øre."""
    assert value is not None
    return float(round(value.low, 2)), float(round(value.high, 2))


def plain(text: str) -> str:
    """Without non-breaking spaces."""
    return text.replace("\u00a0", " ")
