"""How far publishing is: which step, and how much of it is done."""

from collections.abc import Callable
from typing import Literal

from model.basics.formatting import number

Step = Literal["deciding", "proving", "writing"]
Progress = Callable[[Step, int, int], object]  # the step, how much of it is done, and of how much
WORDS: dict[Step, str] = {"deciding": "Afgør, hvad der kan vises", "proving": "Efterprøver, at ingen kan regnes ud",
                          "writing": "Skriver udgivelsen"}


def silent(step: Step, done: int, of: int) -> None:
    """Tell nobody."""


def words(step: Step, done: int, of: int) -> str:
    """»Efterprøver, at ingen kan regnes ud: 3 af 12«."""
    return f"{WORDS[step]}: {number(done)} af {number(of)}"
