"""Which page shows what an upload holds, for every link from the data pages; and where uploads are looked into."""

from collections.abc import Mapping

from model.intake.datasets.datasets import DATASETS
from pages.shared.navigation import HISTORY, SHOWN, TAB, Entry


def page_of(dataset: str) -> Entry | None:
    """The page of a dataset; None where its programme is no longer shown. Raises KeyError for an unknown dataset."""
    return {entry.address: entry for entry in SHOWN}.get(DATASETS[dataset].page)


def in_words(page: Entry) -> str:
    """The page as a sentence names it: ``Regionen``, ``siden »Kurser«``."""
    return f"siden »{page.title}«" if page.address else page.title


def history(more: Mapping[str, str]) -> dict[str, str]:
    """The address of the tab HISTORY on its page; ``more``: what else it says, as which upload."""
    return {**more, TAB: HISTORY}
