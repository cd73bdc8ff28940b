"""A document that is not made: why, in Danish, or the number under which the fault stands in the log.

The log says where it happened and never what was written: the fault's own message might quote somebody's text.
"""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

from model.access.rights import NotAllowed
from model.store.database import DatabaseProblem

LOG = logging.getLogger(__name__)
NOT_MADE = ("Dokumentet kunne ikke laves. Der er ikke ændret noget. Fejlen har nummer {reference} i loggen; oplys det "
            "til den, der driver Fremdrift.")
FRAMES = 8  # the innermost places that are told


class Refused(Exception):
    """A document that may not or cannot be made of these figures; the text is Danish."""


class NotMade(Exception):
    """A document was not made; the text is Danish, and quotes nobody."""


@contextmanager
def told(what: str) -> Iterator[None]:
    """Turn whatever stops a document into NotMade. ``what``: the document, named without words that a person wrote."""
    try:
        yield
    except (NotMade, NotAllowed, Refused, DatabaseProblem) as known:
        raise NotMade(str(known)) from None
    except Exception as fault:  # noqa: BLE001 - whatever it is, the reader is told
        raise NotMade(NOT_MADE.format(reference=_logged(what, fault))) from None


def _logged(what: str, fault: Exception) -> str:
    """Write the fault in the log and return its number there."""
    reference = secrets.token_hex(3).upper()
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in extract_tb(fault.__traceback__)[-FRAMES:]]
    LOG.error("»%s« kunne ikke laves, fejl %s: %s i %s", what, reference, type(fault).__name__, " > ".join(places))
    return reference
