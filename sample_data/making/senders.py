"""What every sender has in common: what was known when, what was held back, and what a finished file is."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from model.basics.months import shift
from sample_data.making.figures import OUTCOMES, Region
from sample_data.making.places import AARHUS, LEMVIG, MATCH_GROUPS_CHANGE, RANDERS, SAMSOE, SKIVE, STRUER

Cell = int | str | None

ACTIVATION = ("personer_match4", "heraf_virksomhedspraktik", "heraf_loentilskud", "virksomhedsaktivering_i_alt",
              "heraf_i_virksomhedscenter", "paabegyndte_forloeb")
ENDED = ("afsluttede_forloeb", *OUTCOMES)
CONSULTANT, ANALYST = "konsulent, BRM", "analytiker, BRM"
REMARKS = {
    (LEMVIG, date(2009, 11, 1)): "tal for praktik hentet manuelt",
    ("740", date(2010, 1, 1)): "praktik opgjort ultimo",
    ("740", date(2010, 2, 1)): "praktik opgjort ultimo",
    ("727", date(2010, 3, 1)): "to forløb flyttet fra april",
    ("710", date(2010, 6, 1)): "nyt center på plejehjem fra 15/6",
    (STRUER, date(2010, 8, 1)): "aktivering eftersendes",
    ("615", date(2010, 9, 1)): "nyt fagsystem fra september",
    ("756", date(2010, 12, 1)): "et center lukket 31/12",
    (AARHUS, date(2011, 3, 1)): "ikke modtaget, fagsystemet er nede",
    (SKIVE, date(2011, 3, 1)): "ikke modtaget, rykket 11/4",
}
METHODS = {"740": "ultimo måneden", "615": "berørte i måneden"}


@dataclass(frozen=True)
class SampleFile:
    """One file as a sender would have sent it. ``answers`` are a person's answers to what it left open."""

    name: str
    content: bytes
    received: datetime
    by: str
    reason: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    dataset: str = "maanedstal"

    def entry(self) -> dict[str, Any]:
        """The file's line in the manifest."""
        known = {"file": self.name, "dataset": self.dataset, "received": self.received.isoformat(),
                 "received_by": self.by, "reason": self.reason, "answers": self.answers}
        return {name: value for name, value in known.items() if value not in ("", {})}


def received(month: date, *, day: int = 12, after: int = 1, hour: int = 9) -> datetime:
    """When a file about ``month`` came: ``day`` of the month ``after`` months later, never in a weekend."""
    first = shift(month, after)
    when = datetime(first.year, first.month, day, hour, (7 * first.month + day) % 60)
    return when + timedelta(days=max(0, 7 - when.weekday()) if when.weekday() > 4 else 0)


def said(region: Region, code: str, month: date, measure: str, *, hide: int = 3) -> Cell:
    """The cell a sender wrote: the count, None where it did not come, ``<n`` where it was held back."""
    if (code, month) in ((LEMVIG, date(2010, 11, 1)), (SKIVE, date(2011, 3, 1)), (AARHUS, date(2011, 3, 1))):
        return None
    if (code, month) == (STRUER, date(2010, 8, 1)) and measure in ACTIVATION[1:]:
        return None
    count = region[code, month][measure]
    if (code, month) == (RANDERS, date(2010, 2, 1)) and measure in ACTIVATION[1:4:2]:
        return count + 7  # corrected in a file of its own later
    if code == SAMSOE and measure in ACTIVATION[1:] and 0 < count < hide:
        return f"<{hide}"
    return count


def matchmodel(month: date) -> str:
    """The match groups in force: five until the spring of 2010, then three."""
    return "1-5" if month < MATCH_GROUPS_CHANGE else "1-3"
