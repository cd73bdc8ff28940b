"""A card as one small description that pages, sheets, slides and screens draw: the answer, then what it rests on."""

from dataclasses import dataclass
from typing import Literal

from model.drawing.chart import Chart, Mark

Tone = Literal["plain", "quiet", "strong"]
Judged = tuple[Mark, str]  # a mark and the words that stand beside it


@dataclass(frozen=True)
class Line:
    """A sentence of a card, and how loudly it is said."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class Card:
    """One box that answers. Every text is finished Danish; what there is nothing to say of is left out."""

    title: str
    figure: str = ""
    words: str = ""  # beside the figure
    context: str = ""  # under a figure that is not judged: what it is seen against
    verdict: Judged | None = None
    bullet: Chart | None = None
    halves: tuple[Judged, ...] = ()  # of the verdict
    lines: tuple[Line, ...] = ()
    points: tuple[str, ...] = ()  # a list
    repeated: bool = False  # the bullet's own label says the same figure
    hidden: bool = False  # something it cannot tell was hidden, by its sender or from the public

    @property
    def verdict_words(self) -> str:
        """What the verdict is called; empty where nothing is judged."""
        return self.verdict[1] if self.verdict else ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """What its lines say."""
        return tuple(line.text for line in self.lines)


def lines(*texts: str | None, tone: Tone = "plain") -> tuple[Line, ...]:
    """A line for each text that says something."""
    return tuple(Line(text, tone) for text in texts if text)
