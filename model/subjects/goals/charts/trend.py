"""What trends are told: from where to where, never a rise that is only another set of jobcenters or a few persons."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from model.basics.formatting import month_and_year, month_long, month_short, number
from model.drawing.words import judged_by, share_text
from model.snapshot.absence import HIDDEN, MISSING
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.movement import Movement
from model.subjects.goals.words.titles import INDICATIVE
from model.subjects.goals.words.wording import hidden_word

FEW = 100  # a target group smaller than this moves too much by one person for its share to be said to rise or fall

NOT_COMPARABLE = "Tal før og efter stregen kan ikke sammenlignes direkte."
Breaks = tuple[tuple[date, str], ...]  # the month a break lies before, and its label


def break_note(breaks: Breaks) -> str:
    """What stands under a figure in which a break is drawn; empty where none is."""
    return NOT_COMPARABLE if breaks else ""


def trend_title(known: pd.DataFrame, *, breaks: Sequence[date] = ()) -> str:
    """»Andelen steg fra 10,6 % i sep. 2009 til 15,0 % i mar. 2011«, between the first and the last month of ``known``.

    ``known``: rows of ``progress`` with a share. ``breaks``: first months on new match groups; one between the two
    months makes the comparison one with a reservation.
    """
    if known.empty:
        return "Der er endnu ingen andel at vise"
    first, last = known.iloc[0], known.iloc[-1]
    begun, ended = (share_text(*_counts(row), target=judged_by(row)) for row in (first, last))
    start, end = first["month"].date(), last["month"].date()
    if len(known) == 1:
        return f"Andelen var {ended} i {month_long(end)}"
    note = INDICATIVE if any(start < m <= end for m in breaks) else ""
    if min(_counts(first)[1], _counts(last)[1]) < FEW:
        return f"{_few(_counts(first), _counts(last), first=start, last=end)}{note}"
    if begun == ended:
        return f"Andelen var {ended} både i {month_short(start)} og i {month_short(end)}{note}"
    verb = "steg" if last["share"] > first["share"] else "faldt"
    return f"Andelen {verb} fra {begun} i {month_short(start)} til {ended} i {month_short(end)}{note}"


def month_of_label(frame: pd.DataFrame, labelled: date) -> str:
    """`` (feb.)`` where points follow the labelled one, which it could be taken for; else nothing.

    ``frame``: rows with month and share.
    """
    after = frame["month"].to_numpy() > np.datetime64(labelled)
    followed = bool((after & frame["share"].notna().to_numpy()).any())
    return f" ({month_and_year(labelled)[0]})" if followed else ""


def provisional_title(same: Movement, *, targets: tuple[int | None, int | None]) -> str:
    """The region's way to a provisional month, on the jobcenters that are known in both months only.

    ``targets``: what the first and the last month are judged by.
    """
    begun, ended = (share_text(*counts, target=target)
                    for counts, target in zip((same.before, same.after), targets, strict=True))
    who = "det ene jobcenter" if same.jobcenters == 1 else f"de {number(same.jobcenters)}"
    whose = "" if same.jobcenters == same.of else f" for {who}, der har indberettet begge måneder"
    verb = "uændret" if begun == ended else "steget" if same.change > 0 else "faldet"
    note = INDICATIVE if same.broken else ""
    return (f"Foreløbigt {verb} fra {begun} i {month_short(same.first)} til {ended} i "
            f"{month_short(same.last)}{whose}{note}")


def _counts(row: pd.Series) -> tuple[int, int]:
    return int(row["activated"]), int(row["persons"])


def _few(before: tuple[int, int], after: tuple[int, int], *, first: date, last: date) -> str:
    then, now = (f"{number(x)} af {number(n)}" for x, n in (before, after))
    return f"I aktivering: {now} i {month_short(last)} mod {then} i {month_short(first)}"


def gap_words(snapshot: Snapshot, state: pd.Series) -> pd.Series:
    """What the gap is called that a month's state makes in a line; empty where it makes none."""
    words: dict[str, str] = {MISSING: "mangler", HIDDEN: hidden_word(public=snapshot.release is not None)}
    return state.map(words).fillna("").astype(object)
