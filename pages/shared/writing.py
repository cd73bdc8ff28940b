"""How a write ends that is not an upload: made, or refused in words with everything typed left where it is."""

from collections.abc import Callable

from model.database import DatabaseProblem, Stale
from model.free_text import RecordRefused
from pages.shared import layout

OTHERS = "En anden har ændret noget imens. Se efter, om ændringen stadig er rigtig, og gem igen."


def written(make: Callable[[], object], *, refused: str, others: str = OTHERS) -> bool:
    """Make the write; True when it was made.

    refused: the heading over the reason when it was not. others: what is said when somebody else wrote meanwhile.
    """
    try:
        make()
    except Stale:
        layout.error(others, title=refused)
    except (RecordRefused, DatabaseProblem) as refusal:
        layout.error(str(refusal), title=refused)
    else:
        return True
    return False
