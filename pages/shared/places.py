"""Which page shows what an upload holds, for every link from the data pages; and where uploads are looked into."""

from collections.abc import Mapping

from model.intake.datasets.datasets import DATASETS
from model.programmes.current import BESIDE, PROGRAMME, WITH_PROJECTS
from pages.shared import address
from pages.shared.navigation import HISTORY, OF_CONTRACT, OF_PROJECT, SHOWN, TAB, Entry

UPLOAD, UNDOING = "indlaesning", "fortryd"  # in the address of HISTORY: which upload, and whether it is to be undone


def page_of(dataset: str, programme: str = PROGRAMME.id) -> Entry | None:
    """The page of a programme's dataset; None where it is no longer shown. Raises KeyError for an unknown dataset."""
    if programme in BESIDE:
        return OF_PROJECT if programme in WITH_PROJECTS else OF_CONTRACT
    return {entry.address: entry for entry in SHOWN}.get(DATASETS[dataset].page)


def of(programme: str) -> dict[str, str]:
    """What the address of a page says of the programme it is about."""
    return {address.PROGRAMME: programme} if programme in BESIDE else {}


def in_words(page: Entry) -> str:
    """The page as a sentence names it: ``Regionen``, ``siden »Kurser«``."""
    return f"siden »{page.title}«" if page.address else page.title


def undoing(upload: int | None) -> dict[str, str]:
    """The address of an upload in HISTORY with the form that undoes it open."""
    return history({UPLOAD: str(upload), UNDOING: "ja"})


def history(more: Mapping[str, str]) -> dict[str, str]:
    """The address of the tab HISTORY on its page; ``more``: what else it says, as which upload."""
    return {**more, TAB: HISTORY}
