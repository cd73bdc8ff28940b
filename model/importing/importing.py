"""The street of a file that is handed in: read, checked and saved, each in a transaction of its own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from sqlalchemy import Engine
from sqlmodel import Session, select

from model.access import rights
from model.access.rights import Action
from model.access.viewer import Origin, Viewer
from model.basics.formatting import COPENHAGEN, day, month_long, plural, today
from model.importing.handed import Handed
from model.importing.outcome import Outcome
from model.intake import known, verdicts
from model.intake.checks import outside
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.examine import examine
from model.intake.keeping import kept, kept_words
from model.intake.mending import corrections
from model.intake.records import whose
from model.intake.refusal import SaveRefused
from model.intake.report import Answers, Correction, Problem, Report
from model.intake.saving import apply, check_received
from model.intake.wording import loaded, months, months_in_words, scope
from model.programmes.current import HOUSE
from model.snapshot import loading
from model.store.database import Stale
from model.store.tables.base import Upload
from model.subjects.goals.figures.effect import of_changes
from model.subjects.goals.words import effect

ROUNDS = 5  # a cell that is mended may show what is wrong with the next
ATTEMPTS = 5  # another import may be saved between this one's check and save


def hand_in(engine: Engine, handed: Handed, viewer: Viewer) -> Outcome:
    """Check the file, save it unless it is only tried, and say what became of it. Rows of others than the viewer may
    report for are refused by name.

    Raises NotAllowed, DatabaseProblem, and ValueError for an unknown dataset or code.
    """
    rights.require_somewhere(viewer, Action.UPLOAD)
    for _ in range(ATTEMPTS):
        try:
            return _checked(engine, handed, viewer)
        except Stale:
            continue
    return refused(handed.name, handed.dataset, str(Stale()))


def refused(name: str, dataset: str | None, text: str) -> Outcome:
    """What is said of a file that came no further than its door."""
    return Outcome(name, dataset or MAANEDSTAL.name, "refused", _none(), (Problem("fejl", 1, text),),
                   text="Filen er ikke gemt.")


def _none() -> dict[str, int]:
    return {"new": 0, "changed": 0, "unchanged": 0}


def received(chosen: date | None) -> datetime | None:
    """Noon in Copenhagen on the chosen day; None (now) for today or when no day is chosen."""
    return None if chosen in (None, today()) else datetime.combine(chosen, time(12), COPENHAGEN).astimezone(UTC)


def _checked(engine: Engine, handed: Handed, viewer: Viewer) -> Outcome:
    report = _mended(engine, handed, viewer)
    if handed.month and not DATASETS[report.dataset].is_figures:
        report = _without_month(_examined(engine, replace(handed, month=None), viewer, _given(report)), handed)
    if report.status == "unchanged" and report.already:
        return _known(engine, report)
    if report.question is not None:
        return _outcome(report, "refused", problems=tuple(dict.fromkeys((*report.problems, *report.question.refusal))))
    if report.status == "refused":
        return _outcome(report, "refused", text=f"{verdicts.verdict(report)}. Der er ikke gemt noget.")
    hindrances = [*_another(report, handed), *_received_wrongly(engine, report, handed),
                  *_unreasoned(report, handed), *_never_kept(report)]
    if hindrances:
        return _outcome(report, "refused", problems=(*report.problems, *hindrances))
    try:
        return _saved(engine, report, handed, viewer)
    except SaveRefused as why:
        return _outcome(report, "refused", problems=(*report.problems, Problem("fejl", 4, str(why))))


def _mended(engine: Engine, handed: Handed, viewer: Viewer) -> Report:
    """The file as it is examined with the corrections given and, where they are wanted, all those suggested."""
    made = handed.fixes
    report = _examined(engine, handed, viewer, made)
    for _ in range(ROUNDS if handed.accept else 0):
        there = {corrections.place(c) for c in report.corrections}
        more = tuple(c for c in corrections.suggested(report.problems) if corrections.place(c) not in there)
        if not more:
            break
        made = (*made, *more)
        report = _examined(engine, handed, viewer, made)
    return report


def _given(report: Report) -> tuple[Correction, ...]:
    """The corrections a report rests on as they were typed: what is kept of them may be less."""
    return report.answers.corrections if report.answers else ()


def _examined(engine: Engine, handed: Handed, viewer: Viewer, made: tuple[Correction, ...]) -> Report:
    return examine(engine, handed.name, handed.content, dataset=handed.dataset, month=handed.month,
                   without=handed.without, received_on=handed.received_on,
                   own=rights.units_of(viewer, Action.UPLOAD),
                   answers=Answers(approved=True, said=_said(handed), corrections=made, count=handed.count,
                                   keep_original=handed.keep_original))


def _said(handed: Handed) -> dict[str, str]:
    """The answers, that to which programme it is among them where one beside the shown one is asked for."""
    return ({whose.QUESTION: handed.beside} if handed.beside else {}) | dict(handed.said)


def _another(report: Report, handed: Handed) -> list[Problem]:
    """That a file is of another programme than the one that is asked for."""
    owner = whose.programme_of(DATASETS[report.dataset], report.changes)
    if handed.programme in (None, owner):
        return []
    return [Problem("fejl", 3, f"Filen hører til {HOUSE[owner].called}. "
                    f"Skriv {handed.way.named('programme')} {owner}, eller udelad det.")]


def _without_month(report: Report, handed: Handed) -> Report:
    """A report on records, whose rows say themselves when: that the month is not used, or is not what they say."""
    dataset, called = DATASETS[report.dataset], handed.way.named("month")
    dated = any(key.kind in ("month", "course_day") for key in dataset.keys)
    others = [found for found in months(report.changes) if found != handed.month] if dated else []
    if not others:
        note = f"{called} bruges ikke: filen er læst som »{dataset.title}«, og dens rækker siger selv, hvornår."
        return replace(report, notes=(*report.notes, note))
    assert handed.month is not None
    text = (f"{called} siger {month_long(handed.month)}, men filen har {months_in_words(others)}. Udelad {called}, "
            "eller kontrollér, at det er den rigtige fil.")
    return replace(report, status="refused", problems=(*report.problems, Problem("fejl", 3, text)))


def _received_wrongly(engine: Engine, report: Report, handed: Handed) -> list[Problem]:
    try:
        check_received(engine, report.dataset, received(handed.received_on))
    except SaveRefused as why:
        return [Problem("fejl", 1, str(why))]
    return []


def _unreasoned(report: Report, handed: Handed) -> list[Problem]:
    if handed.dry_run or handed.reason.strip() or not report.warnings:
        return []
    count, them = plural(len(report.warnings), "advarsel", "advarsler"), DATASETS[report.dataset].noun.them
    return [Problem("fejl", max(p.gate for p in report.warnings), f"Filen har {count} og ingen begrundelse. Skriv "
                    f"{handed.way.where('reason')}, hvorfor {them} alligevel er rigtige, eller ret filen.")]


def _never_kept(report: Report) -> list[Problem]:
    """That a file about people is not kept as it is, whatever its sender says."""
    if report.answers is None or not report.answers.keep_original or not kept.holds_people(report):
        return []
    return [Problem("fejl", 1, kept_words.NEVER_KEPT)]


def _saved(engine: Engine, report: Report, handed: Handed, viewer: Viewer) -> Outcome:
    rights.require(viewer, Action.UPLOAD, *outside.units(report.changes))
    with Session(engine) as session:
        before = loading.load(session, viewer)
        names = known.load(session).names
    changes = of_changes(before, report.changes, report.dataset)
    moved = effect.goal_changes_json(changes, before)
    goals = f" {effect.effect_sentence(changes, before)}" if DATASETS[report.dataset].is_figures else ""
    if handed.dry_run:
        about = scope(report.changes, names, report.dataset)
        return _outcome(report, "checked", moved=moved,
                        text=f"{verdicts.verdict(report)}. {about}.{goals} Der er ikke gemt noget.")
    upload = apply(engine, report, content=handed.content, viewer=viewer, reason=handed.reason,
                   source="api" if viewer.origin is Origin.SENDER else "file",
                   received_at=received(handed.received_on))
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
