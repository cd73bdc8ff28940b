"""``import``: each file checked and saved in a transaction of its own."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, select

from model import settings
from model.commands import WrongUsage
from model.database import Stale
from model.formatting import COPENHAGEN, day, month_long, plural, today
from model.importing import known
from model.importing.account import Account
from model.importing.account_words import sentence
from model.importing.datasets import MAANEDSTAL
from model.importing.examine import UNNAMED, examine
from model.importing.nouns import noun
from model.importing.record_datasets import RECORDS
from model.importing.report import Answers, Problem, Report
from model.importing.saving import SaveRefused, apply, check_received
from model.importing.wording import loaded, months, months_in_words
from model.indicators import effect, snapshot
from model.personal_data import has_cpr
from model.tables import Jobcenter, Upload

ATTEMPTS = 5  # another import may be saved between this one's check and save


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    file: str
    dataset: str
    status: str
    counts: dict[str, int]
    problems: tuple[Problem, ...] = ()
    goal_changes: Sequence[dict[str, str]] = ()
    upload: int | None = None
    text: str = ""
    notes: tuple[str, ...] = ()  # what was skipped, recognised or read in a special way
    account: Account | None = None  # what became of every number; None when the file was not read so far

    def as_json(self) -> str:
        """The shape other programs rely on, on one line."""
        problems = [{name: getattr(p, name) for name in ("severity", "gate", "sheet", "row", "column", "text")}
                    for p in self.problems]
        found: dict[str, Any] = {"file": self.file, "dataset": self.dataset, "status": self.status, **self.counts,
                                 "problems": problems, "goal_changes": list(self.goal_changes), "upload": self.upload,
                                 "notes": list(self.notes),
                                 "account": self.account.as_json() if self.account else None}
        return json.dumps(found, ensure_ascii=False)

    def as_text(self) -> str:
        """The same for a person."""
        told = {"fejl": "Fejl", "advarsel": "Advarsel"}
        numbers = [f"  {sentence(self.account)}."] if self.account else []
        return "\n".join([f"{self.file}: {self.text}", *numbers,
                          *(f"  {told[p.severity]}: {p.text}" for p in self.problems),
                          *(f"  Bemærk: {note}" for note in self.notes)])


def run(engine: Engine, options: argparse.Namespace) -> int:
    """Import every file; 1 when any of them was refused."""
    _check_codes(engine, options.without)
    refused = False
    for name in options.files:
        outcome = _one(engine, name, options)
        print(outcome.as_json() if options.json else outcome.as_text(), flush=True)
        refused = refused or outcome.status == "refused"
    return int(refused)


def _check_codes(engine: Engine, codes: tuple[str, ...]) -> None:
    with Session(engine) as session:
        there = set(session.exec(select(Jobcenter.code)))
    strange = [code for code in codes if code not in there]
    if strange:
        raise WrongUsage(f"--without: {', '.join(strange)} findes ikke i Midtjylland. Brug kommunekoder, fx 766,779.")


def _one(engine: Engine, name: str, options: argparse.Namespace) -> Outcome:
    shown = Path(name).name
    try:
        content = _read(Path(name))
    except OSError as error:
        shown = UNNAMED if has_cpr(shown) else shown
        reason = "findes ikke" if isinstance(error, FileNotFoundError) else "kan ikke åbnes som en fil"
        return _refused(shown, options, f"Filen {reason}. Kontrollér navnet og mappen.")
    for _ in range(ATTEMPTS):
        try:
            return _checked(engine, shown, content, options)
        except Stale:
            continue
    return _refused(shown, options, str(Stale()))


def _read(path: Path) -> bytes:
    """The file's bytes, one more than is allowed at the most: the first gate refuses by size."""
    with path.open("rb") as file:
        return file.read(settings.load().max_file_mb * 1_000_000 + 1)


def _refused(shown: str, options: argparse.Namespace, text: str) -> Outcome:
    return Outcome(shown, options.dataset or MAANEDSTAL.name, "refused", _none(), (Problem("fejl", 1, text),),
                   text="Filen blev afvist.")


def _none() -> dict[str, int]:
    return {"new": 0, "changed": 0, "unchanged": 0}


def received(chosen: date | None) -> datetime | None:
    """Noon in Copenhagen on the chosen day; None (now) for today or when no day is chosen."""
    return None if chosen in (None, today()) else datetime.combine(chosen, time(12), COPENHAGEN).astimezone(UTC)


def _checked(engine: Engine, shown: str, content: bytes, options: argparse.Namespace) -> Outcome:
    report = _examined(engine, shown, content, options, month=options.month)
    if options.month and report.dataset in RECORDS:
        report = _without_month(_examined(engine, shown, content, options, month=None), options.month)
    if report.status == "unchanged" and report.already:
        return _known(engine, report)
    if report.question is not None:
        return _outcome(report, "refused", problems=(*report.problems, *report.question.refusal))
    if report.status == "refused":
        return _outcome(report, "refused")
    hindrances = [*_received_wrongly(engine, report, options), *_unreasoned(report, options)]
    if hindrances:
        return _outcome(report, "refused", problems=(*report.problems, *hindrances))
    try:
        return _saved(engine, report, content, options)
    except SaveRefused as refused:
        return _outcome(report, "refused", problems=(*report.problems, Problem("fejl", 4, str(refused))))


def _examined(engine: Engine, shown: str, content: bytes, options: argparse.Namespace, *, month: date | None) -> Report:
    return examine(engine, shown, content, dataset=options.dataset, month=month, without=options.without,
                   answers=Answers(approved=True), received_on=options.received_at)


def _without_month(report: Report, month: date) -> Report:
    """A report on records, whose rows say themselves when: that ``--month`` is not used, or is not what they say."""
    dataset = RECORDS[report.dataset]
    dated = any(key.kind in ("month", "course_day") for key in dataset.keys)
    others = [found for found in months(report.changes) if found != month] if dated else []
    if not others:
        note = f"--month bruges ikke: filen er læst som »{dataset.title}«, og dens rækker siger selv, hvornår."
        return replace(report, notes=(*report.notes, note))
    text = (f"--month siger {month_long(month)}, men filen har {months_in_words(others)}. Udelad --month, eller "
            "kontrollér, at det er den rigtige fil.")
    return replace(report, status="refused", problems=(*report.problems, Problem("fejl", 3, text)))


def _received_wrongly(engine: Engine, report: Report, options: argparse.Namespace) -> list[Problem]:
    try:
        check_received(engine, report.dataset, received(options.received_at))
    except SaveRefused as refused:
        return [Problem("fejl", 1, str(refused))]
    return []


def _unreasoned(report: Report, options: argparse.Namespace) -> list[Problem]:
    if options.dry_run or options.reason.strip() or not report.warnings:
        return []
    count = plural(len(report.warnings), "advarsel", "advarsler")
    return [Problem("fejl", max(p.gate for p in report.warnings), f"Filen har {count} og ingen begrundelse. Skriv med "
                    f"--reason, hvorfor {noun(report.dataset).them} alligevel er rigtige, eller ret filen.")]


def _saved(engine: Engine, report: Report, content: bytes, options: argparse.Namespace) -> Outcome:
    with Session(engine) as session:
        before = snapshot.load(session)
        names = known.load(session, MAANEDSTAL).names
    changes = effect.of_changes(before, report.changes, report.dataset)
    moved = effect.goal_changes_json(changes, before)
    goals = "" if report.dataset in RECORDS else f" {effect.effect_sentence(changes, before)}"
    said = f"{loaded(report, names)}{goals}"
    if options.dry_run:
        return _outcome(report, "checked", moved=moved, text=f"Filen kan indlæses. {said} Der er ikke gemt noget.")
    upload = apply(engine, report, content=content, by=options.by, reason=options.reason,
                   received_at=received(options.received_at))
    return _outcome(report, "applied", moved=moved, upload=upload, text=f"Filen er indlæst som nr. {upload}. {said}")


def _outcome(report: Report, status: str, *, problems: tuple[Problem, ...] | None = None,
             moved: Sequence[dict[str, str]] = (), upload: int | None = None,
             text: str = "Filen blev afvist. Der er ikke gemt noget.") -> Outcome:
    return Outcome(report.file_name, report.dataset, status, report.counts,
                   report.problems if problems is None else problems, moved, upload, text, report.notes, report.account)


def _known(engine: Engine, report: Report) -> Outcome:
    """A file that stands already: nothing is written."""
    assert report.already is not None
    upload, at = report.already
    with Session(engine) as session:
        counts = session.exec(select(Upload.counts).where(Upload.id == upload)).one()
    stated = sum(counts.get(kind, 0) for kind in _none())
    return Outcome(report.file_name, report.dataset, "unchanged", _none() | {"unchanged": stated}, report.problems,
                   upload=upload,
                   text=f"Filen er allerede indlæst den {day(at)} (nr. {upload}). Der er ikke ændret noget.",
                   notes=report.notes)
