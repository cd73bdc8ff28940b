"""What one value of a dataset is called in Danish, bent as the sentences around it need."""

from dataclasses import dataclass

from model.intake.datasets.register import DATASETS


@dataclass(frozen=True)
class Noun:
    """``1 tal``, ``2 tal``, ``nyt tal``, ``det``, ``tallene``."""

    one: str
    many: str
    new: str
    it: str
    them: str


FIGURE = Noun("tal", "tal", "nyt", "det", "tallene")
RECORD = Noun("oplysning", "oplysninger", "ny", "den", "oplysningerne")


def noun(dataset: str) -> Noun:
    """The word for a value of that dataset: figures are »tal«, what records hold are »oplysninger«."""
    return FIGURE if DATASETS[dataset].is_figures else RECORD
