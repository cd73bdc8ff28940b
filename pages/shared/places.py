"""Which page shows what an upload holds, for every link from the data pages."""

from model.intake.datasets.datasets import DATASETS
from pages.shared.navigation import SHOWN, Entry


def page_of(dataset: str) -> Entry:
    """The page of a dataset. Raises KeyError for an unknown dataset."""
    return {entry.address: entry for entry in SHOWN}[DATASETS[dataset].page]


def in_words(page: Entry) -> str:
    """The page as a sentence names it: ``Regionen``, ``siden »Kurser«``."""
    return f"siden »{page.title}«" if page.address else page.title
