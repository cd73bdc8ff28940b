"""A sender's headings, mapped once and remembered under their normalised form."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, select

from model.free_text import cleaned
from model.importing.report import Report
from model.tables import ColumnProfile


def fingerprint(labels: Iterable[str]) -> str:
    """SHA-256 of the normalised labels in their order."""
    return hashlib.sha256("\n".join(labels).encode()).hexdigest()


def remember(session: Session, report: Report, *, by: str, at: datetime) -> None:
    """Keep the report's mapping under the name the person gave; without a name nothing is kept."""
    name = cleaned(report.answers.profile_name or "") if report.answers else ""
    if not name or not report.fingerprint:
        return
    found = session.exec(select(ColumnProfile).where(
        ColumnProfile.dataset == report.dataset, ColumnProfile.fingerprint == report.fingerprint)).first()
    profile = found or ColumnProfile(dataset=report.dataset, fingerprint=report.fingerprint, name=name, mapping={},
                                     recorded_at=at, recorded_by=by)
    profile.name, profile.recorded_at, profile.recorded_by = name, at, by
    profile.mapping = {"labels": {h.key: h.guess or "ignore" for h in report.mapping if not h.key.startswith("across")},
                       "outcome_lag": report.outcome_lag}
    session.add(profile)
