"""Publishing: what has been told, an edition as it would be, and the one way in which it becomes one.

An edition is decided of everything told before it, in one transaction: whoever publishes at the same time is told so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlmodel import Session

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics import citizen_counts
from model.basics.formatting import listing, month_key, month_long, number
from model.basics.free_text import RecordRefused, line, prose
from model.programmes.measures import PERSONS
from model.publishing import content
from model.publishing.as_snapshot import as_snapshot
from model.publishing.cells import Cell, Key, PublicRecord, change, key_of
from model.publishing.deciding import decide
from model.publishing.edition import Content, Edition, Heading, Withdrawal, document, final_of, published_of
from model.publishing.fresh import nothing_new
from model.publishing.limits import of_installation
from model.publishing.progress import Progress, silent
from model.publishing.reported import reported
from model.snapshot.snapshot import Snapshot
from model.store import database, edition_facts
from model.store.database import Bind
from model.store.edition_facts import Published
from model.store.once import Once
from model.store.tables.editions import EditionCell, EditionWithdrawal, PublishedEdition
from model.subjects.goals.figures.coverage import final_months

LONGEST_NOTE, LONGEST_NAME = 1_000, 120  # characters
WHO = "Skriv, hvem du er."
WHY = "Skriv, hvorfor udgivelsen trækkes tilbage."
MISSING = ("Udgivelse {} er offentliggjort, men mangler i databasen, som er læst ind fra en ældre sikkerhedskopi. Der "
           "er ikke offentliggjort noget. Læs dem først tilbage fra den offentlige side: "
           "python -m model read-editions MAPPE.")
BESIDE = ("days", "centres")  # what an edition may add without a number of citizens
KEPT = ("rules", "units", "lines", "listed", "targets", "breaks", "days", "centres")


def headings(session: Session) -> tuple[Heading, ...]:
    """Every edition, oldest first, the withdrawn ones too."""
    return tuple(map(_heading, edition_facts.editions(session)))


def edition(session: Session, wanted: int | None = None) -> Edition | None:
    """The edition of a number, or the newest that is not withdrawn; None where there is none."""
    rows = edition_facts.editions(session)
    chosen = [row for row in rows if row.edition.number == wanted or (wanted is None and row.withdrawal is None)]
    return _edition(session, chosen[-1]) if chosen else None


def every(session: Session) -> Iterator[Edition]:
    """Every edition whole, oldest first, the withdrawn ones too."""
    rows = edition_facts.editions(session)
    published = list(edition_facts.cells(session, rows[-1].edition.number)) if rows else []
    real = {row.edition.number for row in rows if not row.edition.sample}
    for row in rows:
        own = real if not row.edition.sample else {each.edition.number for each in rows}
        yield _of(row, (each for each in published if each[0] <= row.edition.number and each[0] in own))


def everything_published(session: Session, *, invented: bool = True) -> tuple[PublicRecord, Content]:
    """What the public has been told by all editions, the withdrawn ones too, and what stands beside it.

    invented: by those of invented figures, too. Where no such figure stands they tell of nobody.
    """
    rows = [row for row in edition_facts.editions(session) if invented or not row.edition.sample]
    if not rows:
        return PublicRecord(), content.NOTHING
    newest = _edition(session, rows[-1])
    return newest.published, newest.content


def before(session: Session, made: Edition) -> PublicRecord:
    """What the public had been told before an edition, or before the one that is proposed."""
    rows = [row for row in edition_facts.editions(session)
            if (made.heading.sample or not row.edition.sample)
            and (not made.heading.number or row.edition.number < made.heading.number)]
    return _edition(session, rows[-1]).published if rows else PublicRecord()


def proposed(session: Session, snapshot: Snapshot, month: date, *, progress: Progress = silent) -> Edition:
    """The edition of ``month`` as it would be if it were published now; its number is 0.

    Raises RecordRefused for a month before the newest edition's, and for one that is outside the programme.
    """
    published, before = everything_published(session, invented=snapshot.sample)
    return after(published, before, snapshot, month, progress=progress)


def publish(engine: Bind, snapshot: Snapshot, month: date, *, viewer: Viewer, note: str = "",
            at: datetime | None = None, newest: int | None = None, seen: int | None = None,
            once: Once | None = None, made: Edition | None = None, progress: Progress = silent) -> int:
    """Publish ``month`` of what the snapshot knows and return the edition's number.

    newest: the number of the newest edition when it was looked at; another one since is refused. seen: the version of
    the data it was made of. made: the edition as it was proposed of that version; None: it is decided now. progress:
    is told how far it is, within the transaction. Raises RecordRefused (also when there is nothing new to tell),
    ``database.Stale`` and ``database.DatabaseProblem``.
    """
    rights.require(viewer, Action.PUBLISH)
    who, words = line(viewer.function, asked=WHO, longest=LONGEST_NAME), prose(note, asked="", longest=LONGEST_NOTE)
    with database.write(engine, seen=seen, once=once) as session:
        refuse_where_missing(session)
        there = edition_facts.newest_number(session)
        if newest is not None and newest != there:
            raise RecordRefused(f"En anden har offentliggjort udgivelse {number(there)} imens. Der er ikke "
                                "offentliggjort noget. Se prøvevisningen igen.")
        if made is None or seen is None:
            made = proposed(session, snapshot, month, progress=progress)
        if not worth(session, made):
            raise RecordRefused(nothing_new(made))
        if why := citizen_counts.refusal(words, _not_alone(made), what="Bemærkningen"):
            raise RecordRefused(why)
        heading = replace(made.heading, number=there + 1, note=words, made_at=at or datetime.now(UTC))
        progress("writing", 0, 1)
        write_down(session, replace(made, heading=heading), new_keys(made), by=who)
        progress("writing", 1, 1)
        log.add(session, viewer, Act.PUBLISHED, about=f"udgivelse {heading.number}: {month_key(month)}")
        return heading.number


def withdraw(engine: Bind, wanted: int, *, viewer: Viewer, reason: str, seen: int | None = None,
             once: Once | None = None) -> None:
    """Mark that an edition is not shown any more; what it told stays known. Raises RecordRefused as ``publish``."""
    rights.require(viewer, Action.PUBLISH)
    who, why = line(viewer.function, asked=WHO, longest=LONGEST_NAME), prose(reason, asked=WHY, longest=LONGEST_NOTE)
    with database.write(engine, seen=seen, once=once) as session:
        row = next((row for row in edition_facts.editions(session) if row.edition.number == wanted), None)
        names = edition_facts.names_listed(session)
        if gone := citizen_counts.refusal(why, names, what="Begrundelsen"):
            raise RecordRefused(gone)
        if row is None:
            raise RecordRefused(f"Der er ingen udgivelse {number(wanted)}.")
        if row.withdrawal is not None:
            raise RecordRefused(f"Udgivelse {number(wanted)} er allerede trukket tilbage.")
        assert row.edition.id is not None
        log.add(session, viewer, Act.WITHDREW, about=f"udgivelse {wanted}", reason=why)
        session.add(EditionWithdrawal(edition_id=row.edition.id, withdrawn_at=datetime.now(UTC), withdrawn_by=who,
                                      reason=why))


def refuse_where_missing(session: Session) -> None:
    """Raise RecordRefused where editions were published that the database does not know: what they told is known, and
    would be told in another way.
    """
    if gone := edition_facts.missing(session):
        raise RecordRefused(MISSING.format(listing(map(number, gone))))


def new_keys(made: Edition) -> tuple[Key, ...]:
    """What a proposed edition would tell for the first time or anew."""
    return tuple(key for key, cell in made.published.cells.items() if not cell.edition)


def worth(session: Session, made: Edition) -> bool:
    """Whether there is anything to publish: new numbers, something else beside them, or a month whose newest edition is
    withdrawn and would be shown again.
    """
    rows = edition_facts.editions(session)
    if new_keys(made):
        return True
    if not rows or not made.published.cells:
        return False
    _, before = everything_published(session, invented=made.heading.sample)
    return rows[-1].withdrawal is not None or any(made.content[name] != before[name] for name in BESIDE)


def after(published: PublicRecord, before: Content, snapshot: Snapshot, month: date, *,
          progress: Progress = silent) -> Edition:
    """The edition of ``month`` after what has been told; raises as ``proposed``."""
    known = reported(snapshot)
    if not known.months[0] <= month <= known.ends:
        raise RecordRefused(f"{month_long(month)} ligger uden for {month_long(known.starts)} til "
                            f"{month_long(known.ends)}.")
    if published.newest is not None and month < published.newest:
        raise RecordRefused(f"Der er allerede offentliggjort {month_long(published.newest)}, som er en senere "
                            "måned.")
    limits = of_installation().raised_to(published.limits)
    decision = decide(published, known, limits, month, progress=progress)
    cells = {**published.cells, **{key: Cell(cell.value) for key, cell in decision.cells.items()}}
    now = replace(decision.published, cells=cells)
    beside = content.content(before, snapshot, known, now, limits, month)
    made = Edition(Heading(0, month, datetime.now(UTC), sample=snapshot.sample), now, beside, snapshot.programme)
    return replace(made, final=final_months(as_snapshot(made)))


def write_down(session: Session, made: Edition, keys: Iterable[Key], *, by: str) -> int:
    """Write an edition with what it tells itself (``keys``), and return its row's id."""
    kept, heading = document(made), made.heading
    row = PublishedEdition(number=heading.number, month=heading.month, made_at=heading.made_at, made_by=by,
                           note=heading.note, sample=heading.sample, content={name: kept[name] for name in KEPT})
    session.add(row)
    session.flush()
    assert row.id is not None
    session.add_all(EditionCell(edition_id=row.id, scope=key.scope, units=",".join(key.units), measure=key.measure,
                                first=key.first, last=key.last, value=made.published.value(key)) for key in keys)
    session.flush()
    return row.id


def _not_alone(made: Edition) -> tuple[str, ...]:
    """The names of those of whom no row is told in the month: told together, left out, or not in yet."""
    month = made.heading.month
    return tuple(name for code, name in made.names.items()
                 if made.published.value(Key("unit", (code,), PERSONS, month, month)) is None)


def _heading(row: Published) -> Heading:
    edition_, gone = row
    withdrawn = None if gone is None else Withdrawal(gone.withdrawn_at, gone.withdrawn_by, gone.reason)
    return Heading(edition_.number, edition_.month, edition_.made_at, edition_.made_by, edition_.note, edition_.sample,
                   withdrawn)


def _edition(session: Session, row: Published) -> Edition:
    return _of(row, edition_facts.cells(session, row.edition.number, invented=row.edition.sample))


def _of(row: Published, rows: Iterable[tuple[int, EditionCell]]) -> Edition:
    """The edition of its row and all that was told up to it."""
    heading, kept = _heading(row), row.edition.content
    cells, again = _cells(rows, heading.number)
    published = replace(published_of(kept), cells=cells, newest=heading.month, corrected=again)
    beside: dict[str, Any] = {name: kept[name] for name in ("units", "targets", "breaks", "days", "centres")}
    return Edition(heading, published, beside, row.edition.programme, final_of(kept))


def _cells(rows: Iterable[tuple[int, EditionCell]], newest: int) -> tuple[dict[Key, Cell], frozenset[Key]]:
    """The newest number of every key, in the order they were first told, and the keys whose number the newest edition
    has corrected.
    """
    cells: dict[Key, Cell] = {}
    corrected: set[Key] = set()
    for told_in, cell in rows:
        key = key_of(cell)
        if told_in == newest and key in cells and change(cells[key].value, cell.value) == "corrected":
            corrected.add(key)
        cells[key] = Cell(cell.value, told_in)
    return cells, frozenset(corrected)
