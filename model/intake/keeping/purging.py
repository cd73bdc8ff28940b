"""Originals from before anybody looked at what is kept: how many hold what was not used, and reducing them to the rest.

Each is read again through the intake as it is now. Of one that cannot be, nobody can tell what was used: it is left.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Engine, update
from sqlmodel import Session, col, select

from model.basics.formatting import listing, local_date, number, plural
from model.intake import known
from model.intake.examine import examine
from model.intake.keeping import kept, own
from model.intake.keeping.kept import Kept
from model.intake.known import kept_label
from model.intake.report import Answers, Correction, Report
from model.store import database, facts
from model.store.tables.base import Figure, Upload

Fate = Literal["reduced", "whole", "unreadable"]
BACKUPS = "Sikkerhedskopier, der er taget før, rummer stadig det hele: slet dem, eller pas på dem som på filerne."
BUSY = ("Databasen er i brug af et andet program, så det slettede kan endnu læses i dens filer. Luk appen, og kør "
        "kommandoen igen.")


@dataclass(frozen=True)
class Original:
    """One stored original: its upload, what becomes of it, and what is kept where it is reduced."""

    upload: int
    fate: Fate
    kept: Kept | None = None


@dataclass(frozen=True)
class Purged:
    """The uploads by what became of their originals. erased: whether nothing of it is left in the database's files."""

    reduced: tuple[int, ...]
    whole: tuple[int, ...]
    unreadable: tuple[int, ...]
    erased: bool = True


def survey(engine: Engine) -> Purged:
    """What ``purge`` would do. Never writes."""
    return _purged(list(_originals(engine)))


def look_through(engine: Engine) -> Purged:
    """What ``purge`` would do, where those in which all was used are marked, so that nobody reads them again."""
    seen = survey(engine)
    if seen.whole:
        with database.write(engine) as session:
            session.connection().execute(update(Upload).where(col(Upload.id).in_(seen.whole)).values(left_out={}))
    return seen


def purge(engine: Engine) -> Purged:
    """Reduce every original that holds what was not used, each in a transaction of its own, and erase what is deleted.

    May be run again at any time: what has been gone through is left alone.
    """
    gone_through = []
    for original in _originals(engine):
        if original.kept is not None:
            _replace(engine, original.upload, original.kept)
        gone_through.append(original)
    _seal(engine)
    return _purged(gone_through, erased=database.erase_deleted(engine))


def _purged(originals: list[Original], *, erased: bool = True) -> Purged:
    of = {fate: tuple(o.upload for o in originals if o.fate == fate) for fate in ("reduced", "whole", "unreadable")}
    return Purged(of["reduced"], of["whole"], of["unreadable"], erased)


def _originals(engine: Engine) -> Iterator[Original]:
    with database.readable(), Session(engine) as session:
        waiting = (select(Upload.id).where(facts.own(), col(Upload.left_out).is_(None))
                   .order_by(col(Upload.id)))
        ids, words = [each for each in session.exec(waiting) if each is not None], own.load(session)
    for upload in ids:
        with database.readable(), Session(engine) as session:
            stored = session.get_one(Upload, upload)
            months = session.exec(select(col(Figure.month)).where(Figure.upload_id == upload).distinct()).all()
        yield _looked_at(engine, upload, stored, words, month=months[0] if len(months) == 1 else None)


def _looked_at(engine: Engine, upload: int, stored: Upload, words: own.Own, *, month: date | None) -> Original:
    content = zlib.decompress(stored.content)
    if stored.source == "form":
        return Original(upload, "whole", Kept(content, {}))
    made = tuple(Correction(**correction) for correction in stored.corrections)
    day = local_date(stored.received_at)
    report = examine(engine, stored.file_name, content, dataset=stored.dataset, month=month, without=stored.without,
                     answers=Answers(approved=True, corrections=made), today=day, received_on=day, source="form")
    if not _is_read(report):
        return Original(upload, "unreadable")
    stays = kept.of(report, content, words)
    return Original(upload, "reduced" if stays.left_out else "whole", stays)


def _is_read(report: Report) -> bool:
    """Whether it is known which columns and rows were used: a row that is wrong today may have stated something."""
    return bool(report.columns) and report.status == "ready"


def _replace(engine: Engine, upload: int, stays: Kept) -> None:
    with database.write(engine) as session:
        stored = session.get_one(Upload, upload)
        stored.content, stored.left_out = zlib.compress(stays.content, 6), stays.left_out
        session.add(stored)


def _seal(engine: Engine) -> None:
    """Headings of columns that are not used are remembered so that they cannot be read."""
    with database.write(engine) as session:
        for profile in known.profiles(session):
            labels = profile.mapping.get("labels", {})
            sealed = {kept_label(label, target): target for label, target in labels.items()}
            if sealed != labels:
                profile.mapping = {**profile.mapping, "labels": sealed}
                session.add(profile)


def surveyed(outcome: Purged) -> str:
    """How many originals hold what was not used, and what to do about it; empty when there is nothing to tell."""
    told = []
    if outcome.reduced:
        told.append(f"{_files(outcome.reduced)} rummer tekst, der ikke blev brugt, fx navne. Fjern den med "
                    "»purge-originals« (vis først, hvad der sker, med --dry-run).")
    return " ".join([*told, *_unreadable(outcome)])


def purged(outcome: Purged, *, dry_run: bool) -> str:
    """What was done, or would be."""
    count = plural(len(outcome.reduced), "gemt fil", "gemte filer")
    verb = "ville blive skåret ned" if dry_run else "er skåret ned"
    whole = f" {number(len(outcome.whole))} er gemt, som de kom: alt i dem er brugt." if outcome.whole else ""
    told = [f"{count} {verb} til det, der blev læst{f' (nr. {_numbers(outcome.reduced)})' if outcome.reduced else ''}."
            f"{whole}", *_unreadable(outcome)]
    if dry_run:
        told.append("Der er ikke ændret noget.")
    elif outcome.reduced:
        told.append(BACKUPS)
    return " ".join([*told, *([] if outcome.erased else [BUSY])])


def _unreadable(outcome: Purged) -> list[str]:
    if not outcome.unreadable:
        return []
    return [f"{_files(outcome.unreadable)} kan ikke læses igen, så det kan ikke ses, hvad der blev brugt. De er "
            "urørte."]


def _files(uploads: tuple[int, ...]) -> str:
    return f"{plural(len(uploads), 'gemt fil', 'gemte filer')} (nr. {_numbers(uploads)})"


def _numbers(uploads: tuple[int, ...]) -> str:
    return listing(map(str, uploads))
