"""What each edition added to what was told before, and what it told anew; without a number, so that it may be shown of
those that are withdrawn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from model.basics.formatting import day_long, listing, local_date, month_long, number
from model.programmes.words import GOAL_2
from model.publishing.added import added
from model.publishing.cells import Key, PublicRecord, change
from model.publishing.edition import CUMULATED, Edition, Heading

NO_NUMBER = "Der er ingen nye tal."
Late = tuple[str, tuple[date, ...]]  # whom it is of, and the months


@dataclass(frozen=True)
class Update:
    """One edition seen against the one before it.

    months: told of for the first time. late: what has come of months that were told of before. outcomes: the last
    month of what was told of goal 2; None where nothing new was. corrected: whose numbers are told anew.
    """

    heading: Heading
    is_first: bool = False
    months: tuple[date, ...] = ()
    late: tuple[Late, ...] = ()
    outcomes: date | None = None
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A line of the log: the moment, the edition it is of, and finished Danish sentences."""

    at: datetime
    number: int
    sentences: tuple[str, ...]

    @property
    def on(self) -> date:
        """The day in Copenhagen."""
        return local_date(self.at)


def updates(editions: Sequence[Edition]) -> tuple[Update, ...]:
    """What each of these editions added, oldest first; they are all there are, in their order."""
    return tuple(_update(_before(editions[:at], made), made) for at, made in enumerate(editions))


def log(editions: Sequence[Edition]) -> tuple[Entry, ...]:
    """Everything that has been published, corrected or withdrawn, newest first."""
    made = [Entry(update.heading.made_at, update.heading.number, sentences(update)) for update in updates(editions)]
    gone = [Entry(each.heading.withdrawn.at, each.heading.number, (withdrawn_words(each.heading),))
            for each in editions if each.heading.withdrawn]
    return tuple(sorted((*made, *gone), key=lambda entry: (entry.at, entry.number), reverse=True))


def corrections(edition: Edition, later: Iterable[Edition]) -> tuple[tuple[Heading, tuple[str, ...]], ...]:
    """The later editions, of those that are given, that tell something of this one anew, and whose numbers those are.
    """
    standing, found = edition, []
    for newer in later:
        changed = [key for key in edition.published.cells
                   if change(standing.published.value(key), newer.published.value(key)) == "corrected"]
        if changed:
            found.append((newer.heading, _names(edition, changed)))
        standing = newer
    return tuple(found)


def sentences(update: Update) -> tuple[str, ...]:
    """What an edition added and corrected: »Nyt: tal for marts 2010.«, »Kommet senere: Skive (februar 2010).«"""
    new = [f"tal for {span(update.months)}"] if update.months else []
    new += [f"{GOAL_2} til og med {month_long(update.outcomes)}"] if update.outcomes else []
    late = listing(f"{name} ({span(months)})" for name, months in update.late)
    published = (f"{'Den første udgivelse' if update.is_first else 'Nyt'}: {listing(new)}." if new else "",
            f"Kommet senere: {late}." if late else "",
            f"Rettet: {listing(update.corrected)}." if update.corrected else "")
    return tuple(sentence for sentence in published if sentence) or (NO_NUMBER,)


def withdrawn_words(heading: Heading) -> str:
    """»Udgivelse 3 er trukket tilbage 3. maj 2011: reason«; empty where it stands."""
    gone = heading.withdrawn
    return f"Udgivelse {number(heading.number)} er trukket tilbage {day_long(local_date(gone.at))}: {gone.reason}" \
        if gone else ""


def _before(earlier: Sequence[Edition], made: Edition) -> Edition | None:
    """The one that an edition is held against: invented figures tell nothing of real ones."""
    return next((each for each in reversed(earlier) if made.heading.sample or not each.heading.sample), None)


def _update(before: Edition | None, made: Edition) -> Update:
    told_before = before.heading.month if before else date.min
    numbers = added(made, before.published if before else PublicRecord())
    monthly = [key for key in numbers.new if key.measure not in CUMULATED]
    outcomes = [key.last for key in numbers.new if key.measure in CUMULATED]
    return Update(made.heading, is_first=before is None,
                  months=tuple(sorted({key.last for key in monthly if key.last > told_before})),
                  late=_late(made, [key for key in monthly if key.last <= told_before]),
                  outcomes=max(outcomes, default=None), corrected=_names(made, numbers.corrected))


def _late(made: Edition, keys: Iterable[Key]) -> tuple[Late, ...]:
    months: dict[str, set[date]] = {}
    for key in keys:
        months.setdefault(name(made, key), set()).add(key.last)
    return tuple((name, tuple(sorted(of))) for name, of in sorted(months.items()))


def _names(edition: Edition, keys: Iterable[Key]) -> tuple[str, ...]:
    return tuple(sorted({name(edition, key) for key in keys}))


def name(edition: Edition, key: Key) -> str:
    """»Skive«, »Samsø og Struer tilsammen«, »hele regionen«."""
    if key.scope == "whole":
        return "hele regionen"
    names = listing(edition.names[unit] for unit in key.units)
    return f"{names} tilsammen" if key.scope == "line" else names


def span(months: Sequence[date]) -> str:
    """Months as they are said: »marts 2010«, »marts 2010 og maj 2010«, of more »september 2009 til marts 2010«."""
    names = [month_long(month) for month in (months if len(months) < 3 else (months[0], months[-1]))]
    return listing(names, word="til" if len(months) > 2 else "og")
