"""What is said of the hotline, by rules: who waits, what is asked about, how fast answers came, who never asked."""

from datetime import date, timedelta

import pandas as pd

from model.basics.formatting import day, listing, month_long, number, plural
from model.basics.months import last_day
from model.drawing.card import Card, lines
from model.programmes.current import HOTLINE_OPENS, PLAN
from model.programmes.plan import Hotline
from model.programmes.words import ITSELF, SHORT
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.support.figures import hotline

ENQUIRIES = ("henvendelse", "henvendelser")


def no_enquiries(snapshot: Snapshot) -> str:
    """What to read where no enquiry is known: why, and what to do."""
    if snapshot.as_of is not None:
        return f"Der var ikke registreret nogen henvendelser {day(snapshot.as_of)}."
    return ("Der er ikke registreret nogen henvendelser endnu. Indlæs hotlinens liste på siden Indlæs tal, eller skriv "
            "en henvendelse ind her på siden.")


def waiting_figure(snapshot: Snapshot) -> tuple[str, str]:
    """How many wait, and the words after it: ``3`` and ``af 63 henvendelser venter på svar``."""
    return (number(len(hotline.unanswered(snapshot))),
            f"af {plural(len(hotline.enquiries(snapshot)), *ENQUIRIES)} venter på svar")


@remembered
def card(snapshot: Snapshot) -> Card:
    """How many wait for an answer, how fast answers came, and what happened at the handover."""
    if hotline.enquiries(snapshot).empty:
        return Card("Hotline", lines=lines(no_enquiries(snapshot), handover_sentence(snapshot)))
    figure, words = waiting_figure(snapshot)
    return Card("Hotline", figure, words, lines=lines(f"{answer_sentence(snapshot)}.", handover_sentence(snapshot)))


def number_taken(snapshot: Snapshot, number: int) -> str:
    """Why a new enquiry cannot have this number; empty when it can."""
    if not hotline.enquiries(snapshot)["number"].eq(number).any():
        return ""
    return (f"Henvendelse nr. {number} findes allerede. Brug nr. {hotline.next_number(snapshot)}, eller vælg »Svar på "
            "en henvendelse«.")


def enquiry_lacks(asked: date | None, code: str | None, theme: str | None) -> str:
    """What must still be written before a new enquiry can be saved; empty when nothing is lacking."""
    wanted = {"datoen": asked, "jobcentret": code, "temaet": theme}
    lacking = [words for words, given in wanted.items() if not given]
    return f"Skriv først {listing(lacking)}." if lacking else ""


@remembered
def open_title(snapshot: Snapshot) -> str:
    """How many wait for an answer, and since when the oldest."""
    waiting = hotline.unanswered(snapshot)
    if waiting.empty:
        return "Alle henvendelser er besvaret"
    oldest = waiting["asked_on"].min()
    since = "" if pd.isna(oldest) else (f" siden {day(oldest.date())}" if len(waiting) == 1 else
                                        f", den ældste siden {day(oldest.date())}")
    return f"{plural(len(waiting), *ENQUIRIES)} venter på svar{since}"


def waiting_note(snapshot: Snapshot) -> str:
    """Which day the waiting is counted to, and why."""
    until = hotline.counted_to(snapshot)
    if until == last_day(snapshot.ends):
        return f"Ældste først. Dagene er talt til {day(until)}, hvor {ITSELF} og hotlinen sluttede."
    newest = ", da den nyeste liste kom" if until < snapshot.data_date else ""
    return f"Ældste først. Dagene er talt til {day(until)}{newest}."


def answer_sentence(snapshot: Snapshot) -> str:
    """``41 af 57 besvarede henvendelser fik svar inden for 2 dage``."""
    quick, answered = hotline.answered_within(snapshot)
    if not answered:
        return "Ingen henvendelse er besvaret endnu"
    return f"{number(quick)} af {number(answered)} besvaret inden for {hotline.WITHIN} dage"


def taking_turns() -> str:
    """``DISCUS til og med januar 2010, derefter BRM``; only the organiser where nobody goes before it."""
    if PLAN.hotline is None:
        return SHORT
    return f"{PLAN.hotline.first} til og med {_last_month(PLAN.hotline)}, derefter {SHORT}"


def _last_month(planned: Hotline) -> str:
    return month_long(planned.handover - timedelta(days=1))


def handover_sentence(snapshot: Snapshot) -> str:
    """What was open when the responsibility moved, and what has become of it; nothing where it never moves."""
    planned = PLAN.hotline
    if planned is None:
        return ""
    moved = f"{SHORT} overtog hotlinen fra {planned.first} {day(planned.handover)}"
    open_then = hotline.handover(snapshot)
    if snapshot.data_date < planned.handover:
        return (f"{planned.first} har ansvaret til og med {_last_month(planned)}. "
                f"{SHORT} overtager {day(planned.handover)}.")
    if open_then is None or not open_then.open:
        return f"{moved}. Ingen henvendelse var åben den dag."
    if not open_then.still_open:
        fate = f"{({1: 'den', 2: 'begge'}).get(open_then.open, 'alle')} er besvaret siden"
    else:
        fate = f"{number(open_then.answered)} er besvaret siden, {number(open_then.still_open)} venter endnu"
    by = listing(f"{number(count)} af {name}" for name, count in open_then.by.items())
    were = f"{plural(open_then.open, *ENQUIRIES)} var {'åben' if open_then.open == 1 else 'åbne'} den dag"
    return f"{moved}. {were}: {fate}{f' ({by})' if by else ''}."


def months_title(snapshot: Snapshot) -> str:
    """How many came before the handover; until then, or where there is none, how many since the hotline opened."""
    months, planned = hotline.by_month(snapshot), PLAN.hotline
    total = int(months.sum())
    if planned is None or months.empty or months.index.max() < pd.Timestamp(planned.handover):
        return f"{plural(total, *ENQUIRIES)}, siden hotlinen åbnede {day(HOTLINE_OPENS)}"
    first = int(months[months.index < pd.Timestamp(planned.handover)].sum())
    return f"{number(first)} af {plural(total, *ENQUIRIES)} kom, mens {planned.first} havde hotlinen"


def themes_title(snapshot: Snapshot) -> str:
    """The theme that is asked about most, with its count of all."""
    themes = hotline.by_theme(snapshot)
    known, total = themes[themes.index.notna()], int(themes["asked"].sum())
    if known.empty:
        return "Ingen henvendelse har et tema"
    most = int(known["asked"].max())
    names = [f"»{name}«" for name in known.index[known["asked"].eq(most)]]
    if len(names) > 2:
        return f"{number(len(names))} temaer er lige hyppige: {number(most)} af {number(total)} hver"
    return f"Flest spørger om {listing(names)}: {number(most)} af {number(total)}{' hver' if len(names) == 2 else ''}"


def jobcenters_title(snapshot: Snapshot) -> str:
    """How many jobcenters have never asked."""
    silent, of = len(hotline.never_asked(snapshot)), len(snapshot.jobcenters)
    return f"{number(silent)} af {number(of)} jobcentre har aldrig spurgt" if silent else "Alle jobcentre har spurgt"


def never_sentence(snapshot: Snapshot) -> str:
    """Who has never asked."""
    silent = hotline.never_asked(snapshot)
    return f"Har aldrig spurgt: {listing(silent)}." if silent else ""
