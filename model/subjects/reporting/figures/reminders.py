"""The mail that asks a jobcenter for what it has not sent: polite, whole, and ready to be sent."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import quote

import pandas as pd

from model.basics import settings
from model.basics.formatting import day, month_long
from model.basics.months import last_day
from model.programmes import words
from model.programmes.current import PROGRAMME
from model.programmes.measures import ENDED, SELF_SUPPORTING
from model.snapshot.columns import figures_of
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.cohorts import cohort_panel, delay_days
from model.subjects.goals.figures.goal1 import panel


@dataclass(frozen=True)
class Mail:
    """A mail as text: its subject and its lines, of which an empty one parts two paragraphs."""

    subject: str
    lines: tuple[str, ...]

    @property
    def body(self) -> str:
        """The lines under each other."""
        return "\n".join(self.lines)

    @property
    def whole(self) -> str:
        """Subject and body, to be copied."""
        return f"Emne: {self.subject}\n\n{self.body}"

    @property
    def address(self) -> str:
        """The address that opens it in the reader's own mail program, with nobody as receiver: none is kept."""
        body = "\r\n".join(self.lines)
        return f"mailto:?subject={quote(self.subject, safe='')}&body={quote(body, safe='')}"


def reminder(snapshot: Snapshot, code: str, month: date, *, link: str = "") -> Mail | None:
    """The mail in Danish to one jobcenter: the month, what is missing, by when and where to; None where nothing is.

    ``link``: the address of the page to load them on, where the app's own is known.
    """
    name, when = snapshot.jobcenters.loc[code, "name"], month_long(month)
    lacking = lacks(snapshot, code, month)
    if not lacking:
        return None
    thanks = "Tak for de tal, vi allerede har fået. " if _has_sent(snapshot, code, month) else ""
    return Mail(f"Månedstal for {when} fra Jobcenter {name}", (
        f"Kære kollega i Jobcenter {name}", "",
        f"Vi er ved at gøre status for {PROGRAMME.called} i {when}. {thanks}"
        f"{_asked(lacking)}{_deadline(snapshot, month)}", "",
        "Svar på denne mail med tallene, eller indlæs dem selv på siden »Indlæs tal« i Fremdrift"
        f"{':' if link else '.'}", *([link] if link else []), "",
        f"På samme side ligger skabelonen »Månedstal {when}«. Tallene må også komme i den form, I plejer. "
        "Kan et tal ikke opgøres, så skriv det gerne, så vi ikke rykker for det igen.", "",
        "Ring eller skriv, hvis noget driller.", "", "Venlig hilsen", words.ORGANISER))


@remembered
def lacks(snapshot: Snapshot, code: str, month: date) -> list[str]:
    """What a jobcenter has not sent for a month, in words for a sentence that begins »Vi mangler«.

    Outcomes are only asked for once they can be measured.
    """
    at = (code, pd.Timestamp(month))
    row = panel(snapshot).loc[at]
    outcome = cohort_panel(snapshot, SELF_SUPPORTING, ENDED, delay_days(None)).loc[at]
    return [asked for asked, lacking in (
        (f"antallet af {words.GROUP}",
         pd.isna(row["persons"]) and not row["persons_hidden"]),
        (f"antallet i {words.PARTS_AND}", pd.isna(row["activated"]) and not row["activated_hidden"]),
        (f"{words.ENDED} og {words.SUPPORTED_AFTER}",
         not outcome["known"] and not outcome["hidden"] and not outcome["young"])) if lacking]


@remembered
def _has_sent(snapshot: Snapshot, code: str, month: date) -> bool:
    """Whether any count of the month is known or withheld."""
    rows = figures_of(snapshot, code)
    mine = rows["month"].eq(pd.Timestamp(month)) & rows["text"].isna()
    return bool((mine & ~rows["mark"].eq("missing")).any())


def _asked(lacking: list[str]) -> str:
    """What is asked for; several with commas, since most of them hold an »og« of their own."""
    return f"Vi mangler {lacking[0]} fra jer." if len(lacking) == 1 else f"Vi mangler fra jer: {', '.join(lacking)}."


def _deadline(snapshot: Snapshot, month: date) -> str:
    days = settings.load().deadline_days
    if days is None:
        return ""
    due = last_day(month) + timedelta(days=days)
    return f" Fristen {'var' if due < snapshot.data_date else 'er'} den {day(due)}."
