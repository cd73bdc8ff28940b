"""What documents say of themselves: that their figures are invented, not published, internal, or without some."""

from model.basics.formatting import capital, day
from model.documents.faults import Refused
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.left_out import reason_words
from model.subjects.goals.words.lines import PREVIEW

INVENTED = "Eksempeldata – ikke virkelige tal"
SMALL_HIDDEN = "Små tal er udeladt, så de ikke kan regnes ud"
INTERNAL = "Kun til internt brug"


class InternalDocument(Refused):
    """A document that holds small numbers was asked for by the public; the text is Danish."""


def only_internal(snapshot: Snapshot) -> None:
    """Raise InternalDocument for a public snapshot: these documents hold counts that may point to persons."""
    if snapshot.audience == "public":
        raise InternalDocument("Dokumentet viser små tal og er kun til internt brug. Det kan ikke laves til "
                               "offentligheden.")


def sample_mark(snapshot: Snapshot) -> str:
    """The words that stand on a document while invented figures stand among the uploads; else nothing."""
    return INVENTED if snapshot.sample else ""


def preview_mark(snapshot: Snapshot) -> str:
    """The words that stand on what shows an edition before it is published; else nothing."""
    return capital(PREVIEW) if snapshot.release is not None and not snapshot.release.number else ""


def loud_marks(snapshot: Snapshot) -> tuple[str, ...]:
    """What nobody may overlook: that figures are invented, and that they are not published."""
    return tuple(mark for mark in (sample_mark(snapshot), preview_mark(snapshot)) if mark)


def hidden_mark(snapshot: Snapshot) -> str:
    """The words that stand on what the public is given; for the internal view nothing."""
    return SMALL_HIDDEN if snapshot.audience == "public" else ""


def left_out_mark(snapshot: Snapshot) -> str:
    """Whom nothing of it is of, and why, on what the public is given; empty where that is nobody."""
    return reason_words(snapshot)


def other_mark(snapshot: Snapshot) -> str:
    """The same with what follows for the figures, for those who have also seen the internal ones."""
    reason = left_out_mark(snapshot)
    return f"{reason}. Derfor er tallene andre end de interne" if reason else ""


def footer(snapshot: Snapshot, what: str) -> str:
    """What the paper is, and the day its figures are told as of."""
    return f"Fremdrift · {what} · tallene pr. {day(snapshot.data_date)}"


def internal_footer(snapshot: Snapshot, what: str) -> str:
    """The same on a paper that is for nobody outside."""
    return f"{footer(snapshot, what)} · {INTERNAL}"
