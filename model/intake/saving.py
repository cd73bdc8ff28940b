"""Saving exactly what a report showed: one guarded transaction, all of it or nothing."""

import hashlib
import zlib
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import numpy as np
import pandas as pd
from sqlalchemy import Engine, func, insert
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from model.access import log, rights
from model.access.log import Act
from model.access.retention import CLEARED
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import moment, plural
from model.basics.free_text import cleaned
from model.basics.personal_data import has_cpr
from model.intake import about_whom
from model.intake.cells import words
from model.intake.checks import outside
from model.intake.columns import profiles
from model.intake.datasets.datasets import DATASETS
from model.intake.keeping import kept, kept_words, own
from model.intake.keeping.kept import Kept
from model.intake.known import KEY
from model.intake.mending import answered
from model.intake.records import storing, whose
from model.intake.refusal import SaveRefused
from model.intake.report import Problem, Report
from model.programmes.current import LEDGER
from model.store import database, facts
from model.store.once import Once
from model.store.tables.base import Figure, Upload
from model.store.tables.typed import table_of

Source = Literal["file", "form", "sample", "api"]
STATED = ("jobcenter", "month", "measure", "value", "mark", "text")  # what a figure is stored with beside its upload
TOGETHER = 50  # figures in one statement of SQLite's: a third quicker than one by one, and no quicker with more


def apply(engine: Engine, report: Report, *, content: bytes, viewer: Viewer, reason: str = "",
          source: Source = "file", received_at: datetime | None = None, once: Once | None = None) -> int:
    """Store every figure or record of a report and what is kept of the file; returns the upload's id.

    received_at: an aware datetime, default now. Raises SaveRefused when the report has errors, warnings without a
    reason or a date that will not do; what ``database.write`` raises (Stale: another has written since the check).
    """
    by, reason = cleaned(viewer.function), cleaned(reason)
    units = outside.units(report.changes)
    rights.require(viewer, Action.UPLOAD, *units, *outside.taken_from(report.changes))
    _check(report, content=content, by=by, reason=reason)
    stays = _stays(engine, report, content, source=source)
    now = datetime.now(UTC)
    upload = _upload(report, stays, source=source, by=by, reason=reason, at=received_at or now)
    dataset = DATASETS[report.dataset]
    as_text = engine.dialect.name == "sqlite"
    figures = _figures(report.changes, as_text=as_text) if dataset.is_figures else None  # before the lock
    try:
        with database.write(engine, seen=report.data_version, once=once) as session:
            _check_received(session, report.dataset, upload.received_at)
            session.add(upload)
            session.flush()
            assert upload.id is not None
            if figures is not None:
                _insert(session, figures, upload.id)
            else:
                storing.save(session, report.changes, dataset, upload.id)
            profiles.remember(session, report, by=by, at=now)
            log.add(session, viewer, Act.UPLOADED, unit=units[0] if len(units) == 1 else "", reason=reason,
                    about=f"nr. {upload.id}: {report.dataset}")
            return upload.id
    except IntegrityError as error:
        if not any(name in str(error.orig) for name in ("one_standing_file", "upload.sha256")):
            raise
        raise SaveRefused("Filen er allerede indlæst. Kontrollér den igen for at se, hvornår.") from error


def left_out(engine: Engine, report: Report, content: bytes) -> dict[str, Any]:
    """What would not be kept of a file; see ``Upload.left_out``."""
    with database.readable(), Session(engine) as session:
        return kept.left_out(report, content, own.load(session))


def _stays(engine: Engine, report: Report, content: bytes, *, source: str) -> Kept:
    """What is kept of the bytes that a report is on; what was typed in a form is kept as it is."""
    if source == "form":
        return Kept(content, {})
    with database.readable(), Session(engine) as session:
        return kept.of(report, content, own.load(session))


def _upload(report: Report, stays: Kept, *, source: Source, by: str, reason: str, at: datetime) -> Upload:
    """The upload of a report: who, when and why, what was counted and mended, and what is kept of the file."""
    return Upload(
        programme=whose.programme_of(DATASETS[report.dataset], report.changes), dataset=report.dataset,
        source=source, file_name=report.file_name, sha256=report.sha256,
        content=zlib.compress(stays.content, 6), left_out=stays.left_out,
        received_at=at, received_by=by, reasons=reason,
        counts=report.counts | {"notes": len(report.notes)}, without=list(report.without),
        problems=[_kept(problem) for problem in (*report.warnings, *answered.to_keep(report.answered))],
        corrections=[asdict(correction) for correction in report.corrections],
        mended=report.mended)


def _check(report: Report, *, content: bytes, by: str, reason: str) -> None:
    if report.errors or report.status == "refused":
        raise SaveRefused("Filen har fejl og kan ikke gemmes. Ret fejlene, og kontrollér filen igen.")
    if report.status != "ready":
        raise SaveRefused("Filen er ikke klar til at blive gemt. Kontrollér den igen.")
    if report.counted is None and report.sha256 != hashlib.sha256(content).hexdigest():
        raise SaveRefused("Filen er en anden end den, der blev kontrolleret. Kontrollér den igen.")
    if not by:
        raise SaveRefused("Skriv, hvem der indlæser filen.")
    refuse_personal(by, reason, report.file_name, (report.answers.profile_name or "") if report.answers else "",
                    *(problem.suggestion or "" for problem in report.answered))
    if report.warnings and not reason:
        count = plural(len(report.warnings), "advarsel", "advarsler")
        raise SaveRefused(f"Filen har {count}. Skriv en begrundelse for, at {DATASETS[report.dataset].noun.them} "
                          "alligevel er rigtige.")


def refuse_personal(*texts: str) -> None:
    """Raise SaveRefused when a text that a person typed holds something like a CPR number."""
    if any(has_cpr(text) for text in texts):
        raise SaveRefused("Teksten indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget. "
                          "Skriv den igen uden personoplysninger.")


def check_received(engine: Engine, dataset: str, received_at: datetime | None) -> None:
    """Raise SaveRefused when an upload could not have been received then (None: now)."""
    with database.readable(), Session(engine) as session:
        _check_received(session, dataset, received_at or datetime.now(UTC))


def _check_received(session: Session, dataset: str, received: datetime) -> None:
    if received > datetime.now(UTC) + timedelta(minutes=1):
        raise SaveRefused("Modtagelsen kan ikke ligge i fremtiden. Vælg i dag eller en tidligere dag.")
    last = session.exec(select(func.max(Upload.received_at)).where(facts.own(), Upload.dataset == dataset)).one()
    if last is not None and received < last:
        raise SaveRefused(f"Der er allerede indlæst en fil, som er modtaget {moment(last)}. "
                          "En ny fil kan ikke være modtaget før den. Vælg en senere dag.")


def _kept(problem: Problem) -> dict[str, Any]:
    """A problem as it is kept with the upload: without what is only of a list that is shown."""
    kept = {name: value for name, value in asdict(problem).items() if name != "more"}
    return kept | {"month": problem.month.isoformat() if problem.month else None}


def _figures(changes: pd.DataFrame, *, as_text: bool) -> np.ndarray:
    """The figures in the order of the key, as the table wants them. Shape (figures, ``STATED``), of objects."""
    made = np.empty((len(changes), len(STATED)), dtype=object)
    order = np.argsort(words.numbered(changes, KEY))
    for at, column in enumerate((
            changes["jobcenter"].to_numpy(dtype=object), _months(changes["month"], as_text=as_text),
            changes["measure"].to_numpy(dtype=object), changes["value"].to_numpy(dtype=object, na_value=None),
            _plain(changes["mark"]), _plain(changes["text"]))):
        made[:, at] = column[order]
    return made


def _insert(session: Session, figures: np.ndarray, upload_id: int) -> None:
    """Every stated figure, many in one statement. SQLite takes them without the conversions that cost most of the time,
    and the upload's own number, which is the same in all of them, as a part of the statement.
    """
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        rows = [dict(zip(STATED, row, strict=True)) | {"upload_id": upload_id} for row in figures.tolist()]
        if rows:
            connection.execute(insert(table_of(Figure)), rows)
        return
    whole = len(figures) // TOGETHER * TOGETHER
    row = f"({upload_id:d}, {', '.join('?' * len(STATED))})"
    for part, size in ((figures[:whole], TOGETHER), (figures[whole:], 1)):
        values = part.reshape(-1, size * len(STATED)).tolist()
        if values:
            connection.exec_driver_sql(f"INSERT INTO figure (upload_id, {', '.join(STATED)}) "
                                       f"VALUES {', '.join([row] * size)}", [*map(tuple, values)])


def _months(months: pd.Series, *, as_text: bool) -> np.ndarray:
    """Months as the driver takes them: ISO texts or dates."""
    days = {stamp: stamp.date() for stamp in months.unique()}
    told = months.map({stamp: day.isoformat() if as_text else day for stamp, day in days.items()})
    return told.to_numpy(dtype=object)


def _plain(cells: pd.Series) -> np.ndarray:
    """A column of texts with None where there is nothing."""
    plain = cells.to_numpy(dtype=object, copy=True)
    plain[pd.isna(plain)] = None
    return plain


def original(session: Session, upload_id: int, viewer: Viewer) -> tuple[str, bytes]:
    """What to call what is kept of an upload's file, and its bytes. Raises SaveRefused and NotAllowed."""
    upload = session.get(Upload, upload_id)
    if upload is None or upload.programme not in LEDGER:
        raise SaveRefused(f"Der er ingen indlæsning nr. {upload_id}.")
    rights.require(viewer, Action.SEE_ORIGINAL, *about_whom.units(session, upload=upload_id)[upload_id])
    content = zlib.decompress(upload.content)
    if not content and upload.file_name == CLEARED:
        raise SaveRefused("Filen er fjernet, fordi den var ældre, end filer gemmes. Tallene fra den står endnu.")
    return kept_words.name(upload.file_name, upload.source, upload.left_out), content
