"""``import``: each file checked and saved in a transaction of its own."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session, select

from model.access.viewer import command_viewer
from model.basics import settings
from model.basics.formatting import COPENHAGEN, day, month_long, plural, today
from model.basics.personal_data import has_cpr
from model.commands import WrongUsage
from model.commands.outcome import Outcome
from model.intake import known, verdicts
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.examine import UNNAMED, examine
from model.intake.keeping import kept, kept_words
from model.intake.mending import corrections
from model.intake.records import whose
from model.intake.refusal import SaveRefused
from model.intake.report import Answers, Correction, Problem, Report
from model.intake.saving import apply, check_received
from model.intake.wording import loaded, months, months_in_words, scope
from model.programmes import examples
from model.programmes.current import HOUSE
from model.programmes.words import REGION
from model.snapshot import snapshot
from model.store.database import Stale
from model.store.tables.base import Jobcenter, Upload
from model.subjects.goals.figures.effect import of_changes
from model.subjects.goals.words import effect

ROUNDS = 5  # a cell that is mended may show what is wrong with the next
ATTEMPTS = 5  # another import may be saved between this one's check and save


def run(engine: Engine, options: argparse.Namespace) -> int:
    """Import every file; 1 when any of them was refused."""
    _check_codes(engine, options.without)
    if len(options.files) > 1 and (options.fix or options.answer):
        raise WrongUsage("--fix og --answer gælder én fil ad gangen. Indlæs filen for sig.")
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
        raise WrongUsage(f"--without: {', '.join(strange)} findes ikke i {REGION}. "
                         f"Brug kommunekoder, fx {examples.CODES}.")


def correction(text: str) -> Correction:
    """The correction of ``Ark1!B8=Holstebro``, as an option gives it. Raises ArgumentTypeError."""
    try:
        return corrections.parse(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


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
                   text="Filen er ikke gemt.")


def _none() -> dict[str, int]:
    return {"new": 0, "changed": 0, "unchanged": 0}


def received(chosen: date | None) -> datetime | None:
    """Noon in Copenhagen on the chosen day; None (now) for today or when no day is chosen."""
    return None if chosen in (None, today()) else datetime.combine(chosen, time(12), COPENHAGEN).astimezone(UTC)


def _checked(engine: Engine, shown: str, content: bytes, options: argparse.Namespace) -> Outcome:
    report = _mended(engine, shown, content, options)
    if options.month and not DATASETS[report.dataset].is_figures:
        report = _without_month(_examined(engine, shown, content, options, month=None, made=_given(report)),
                                options.month)
    if report.status == "unchanged" and report.already:
        return _known(engine, report)
    if report.question is not None:
        return _outcome(report, "refused", problems=tuple(dict.fromkeys((*report.problems, *report.question.refusal))))
    if report.status == "refused":
        return _outcome(report, "refused", text=f"{verdicts.verdict(report)}. Der er ikke gemt noget.")
    hindrances = [*_another(report, options), *_received_wrongly(engine, report, options),
                  *_unreasoned(report, options), *_never_kept(report)]
    if hindrances:
        return _outcome(report, "refused", problems=(*report.problems, *hindrances))
    try:
        return _saved(engine, report, content, options)
    except SaveRefused as refused:
        return _outcome(report, "refused", problems=(*report.problems, Problem("fejl", 4, str(refused))))


def _mended(engine: Engine, shown: str, content: bytes, options: argparse.Namespace) -> Report:
    """The file as it is examined with the corrections given and, where they are wanted, all those suggested."""
    made = tuple(options.fix)
    report = _examined(engine, shown, content, options, month=options.month, made=made)
    for _ in range(ROUNDS if options.accept_suggestions else 0):
        there = {corrections.place(c) for c in report.corrections}
        more = tuple(c for c in corrections.suggested(report.problems) if corrections.place(c) not in there)
        if not more:
            break
        made = (*made, *more)
        report = _examined(engine, shown, content, options, month=options.month, made=made)
    return report


def _given(report: Report) -> tuple[Correction, ...]:
    """The corrections a report rests on as they were typed: what is kept of them may be less."""
    return report.answers.corrections if report.answers else ()


def _examined(engine: Engine, shown: str, content: bytes, options: argparse.Namespace, *, month: date | None,
              made: tuple[Correction, ...]) -> Report:
    return examine(engine, shown, content, dataset=options.dataset, month=month, without=options.without,
                   answers=Answers(approved=True, said=_said(options), corrections=made, count=options.count,
                                   keep_original=options.keep_original),
                   received_on=options.received_at)


def _said(options: argparse.Namespace) -> dict[str, str]:
    """The answers, that to which programme it is among them where one beside the shown one is asked for."""
    return ({whose.QUESTION: options.beside} if options.beside else {}) | dict(options.answer)


def _another(report: Report, options: argparse.Namespace) -> list[Problem]:
    """That a file is of another programme than the one that is asked for."""
    owner = whose.programme_of(DATASETS[report.dataset], report.changes)
    if options.programme in (None, owner):
        return []
    return [Problem("fejl", 3, f"Filen hører til {HOUSE[owner].called}. Skriv --programme {owner}, eller udelad det.")]


def _without_month(report: Report, month: date) -> Report:
    """A report on records, whose rows say themselves when: that ``--month`` is not used, or is not what they say."""
    dataset = DATASETS[report.dataset]
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
                    f"--reason, hvorfor {DATASETS[report.dataset].noun.them} alligevel er rigtige, eller ret filen.")]


def _never_kept(report: Report) -> list[Problem]:
    """That a file about people is not kept as it is, whatever its sender says."""
    if report.answers is None or not report.answers.keep_original or not kept.holds_people(report):
        return []
    return [Problem("fejl", 1, kept_words.NEVER_KEPT)]


def _saved(engine: Engine, report: Report, content: bytes, options: argparse.Namespace) -> Outcome:
    with Session(engine) as session:
        before = snapshot.load(session, command_viewer())
        names = known.load(session).names
    changes = of_changes(before, report.changes, report.dataset)
    moved = effect.goal_changes_json(changes, before)
    goals = f" {effect.effect_sentence(changes, before)}" if DATASETS[report.dataset].is_figures else ""
    if options.dry_run:
        about = scope(report.changes, names, report.dataset)
        return _outcome(report, "checked", moved=moved,
                        text=f"{verdicts.verdict(report)}. {about}.{goals} Der er ikke gemt noget.")
    upload = apply(engine, report, content=content, viewer=command_viewer(options.by), reason=options.reason,
                   received_at=received(options.received_at))
    return _outcome(report, "applied", moved=moved, upload=upload,
                    text=f"Filen er gemt som nr. {upload}. {loaded(report, names)}{goals}{_left_out(engine, upload)}")


def _left_out(engine: Engine, upload: int) -> str:
    """What of the file is not kept with it."""
    with Session(engine) as session:
        told = kept_words.sentence(session.exec(select(Upload.left_out).where(Upload.id == upload)).one())
    return f" {told}" if told else ""


def _outcome(report: Report, status: str, *, problems: tuple[Problem, ...] | None = None,
             moved: Sequence[dict[str, str]] = (), upload: int | None = None,
             text: str = "Filen er ikke gemt.") -> Outcome:
    return Outcome(report.file_name, report.dataset, status, report.counts,
                   report.problems if problems is None else problems, moved, upload, text, report.notes,
                   report.corrections, report.account, report.listing if report.counted is None else None,
                   report.answered)


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
