"""One changed file through the examination, and what is wrong with what comes of it."""

import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from types import FrameType

from sqlalchemy import Engine

from model.intake.examine import examine
from model.intake.report import Answers, Report
from tests.fuzz import byte_changes, cell_changes, grids, invariants, part_changes, sources
from tests.fuzz.grids import Book
from tests.fuzz.sources import Source

TODAY = date(2011, 5, 2)
PATIENCE = 10  # seconds of work that one small file may take
WHOLE = 0.95  # how often a file is taken that is not broken already
KINDS = (*(f"cells: {name}" for name in cell_changes.CHANGES), *(f"parts: {name}" for name in part_changes.CHANGES),
         *(f"bytes: {name}" for name in byte_changes.CHANGES))


class Hang(BaseException):
    """The examination takes too long; no ``except Exception`` on the way keeps it."""


@dataclass(frozen=True)
class Tried:
    """One file: what was done to it, its name and bytes, and what is wrong."""

    kind: str
    name: str
    content: bytes
    status: str
    findings: tuple[str, ...]


def attempt(engine: Engine, kind: str, chance: Random) -> Tried:
    """Change a file of chance in the way named and see what comes of it."""
    how, _, name = kind.partition(": ")
    tried = {"cells": _cells, "parts": _parts, "bytes": _bytes}[how]
    return tried(engine, name, chance)


def _cells(engine: Engine, name: str, chance: Random) -> Tried:
    forms = grids.FORMS[:1] if name in cell_changes.ONLY_IN_WORKBOOKS else grids.FORMS
    before, book = None, None
    while before is None or book is None:
        before, book = _before(engine, _drawn(chance, lambda one: True), chance.choice(forms))
    changed = book.copy()
    touched = cell_changes.CHANGES[name](changed, chance.choice(changed.pages), chance)

    def wrong(after: Report) -> Iterator[str]:
        yield from invariants.lost(before, after, changed, touched)
        if name == "cpr" and after.status != "refused":
            yield "a CPR number is let in"

    return _tried(engine, f"cells: {name}", changed.name, changed.written(), wrong, dataset=changed.dataset)


def _parts(engine: Engine, name: str, chance: Random) -> Tried:
    source = _drawn(chance, lambda one: one.is_workbook and _opens(one))
    old = part_changes.unpacked(source.content)
    content = part_changes.packed(part_changes.CHANGES[name]([*old], chance))
    new = part_changes.unpacked(content)
    beside = name != "doubled" and all(part_changes.NOT_FIGURES.match(part) for part, _ in set(old) ^ set(new))
    before = as_is(engine, source) if beside else None
    return _tried(engine, f"parts: {name}", source.name, content,
                  lambda after: invariants.differing(before, after) if before else iter(()), dataset=source.dataset)


def _bytes(engine: Engine, name: str, chance: Random) -> Tried:
    same = name in byte_changes.SAME
    source = _drawn(chance, lambda one: not (same and one.is_workbook))
    content = byte_changes.CHANGES[name](source.content, chance)
    before = as_is(engine, source) if same else None
    return _tried(engine, f"bytes: {name}", source.name, content,
                  lambda after: invariants.differing(before, after) if before else iter(()), dataset=source.dataset)


def _tried(engine: Engine, kind: str, file_name: str, content: bytes,
           wrong: Callable[[Report], Iterator[str]], *, dataset: str | None) -> Tried:
    begun = time.process_time()
    status, findings = "crashed", []
    try:
        with patience():
            after = _report(engine, file_name, content, dataset)
        status = after.status
        findings = [*invariants.broken(after), *wrong(after)]
    except Hang as hang:
        findings = [f"hangs: {hang}"]
    except Exception:  # noqa: BLE001  # whatever is raised is what is looked for
        findings = [traceback.format_exc()]
    if time.process_time() - begun > PATIENCE:
        findings.append(f"takes {time.process_time() - begun:.1f} seconds")
    return Tried(kind, file_name, content, status, tuple(findings))


@contextmanager
def patience() -> Iterator[None]:
    """Raise Hang, with where it was, when what is inside works for longer than ``PATIENCE``."""
    def stop(_: int, frame: FrameType | None) -> None:
        raise Hang("".join(traceback.format_stack(frame, limit=6)))

    usual = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, usual)


def _report(engine: Engine, file_name: str, content: bytes, dataset: str | None) -> Report:
    """The report on a file whose reader approves of all that is shown, and gives the month when it is asked for."""
    report = examine(engine, file_name, content, dataset=dataset, today=TODAY, answers=Answers(approved=True))
    if report.question and report.question.needs_month:
        answers = Answers(approved=True, month=sources.MONTH, outcome_month=date(2010, 1, 1))
        return examine(engine, file_name, content, dataset=dataset, today=TODAY, answers=answers)
    return report


def _drawn(chance: Random, among: Callable[[Source], bool]) -> Source:
    """Mostly a file that may well be accepted as it is: behind a refusal there is little left to find."""
    fit = [source for source in sources.every() if among(source)]
    if chance.random() < WHOLE:
        fit = [source for source in fit if not source.broken]
    return chance.choice(fit)


_unchanged: dict[Source, Report] = {}


def as_is(engine: Engine, source: Source) -> Report:
    """The report on a source as it is, made once."""
    if source not in _unchanged:
        _unchanged[source] = _report(engine, source.name, source.content, source.dataset)
    return _unchanged[source]


_known: dict[tuple[Source, str], tuple[Report | None, Book | None]] = {}


def _before(engine: Engine, source: Source, form: str) -> tuple[Report | None, Book | None]:
    """The report on a source written in a form, and its cells with their figures; nothing where it is not accepted."""
    if (source, form) not in _known:
        book = grids.of(source, form)
        report = _report(engine, book.name, book.written(), book.dataset) if book else None
        fit = report is not None and report.status == "ready"
        _known[source, form] = (report, grids.with_figures(book, report)) if book and report and fit else (None, None)
    return _known[source, form]


@cache
def _opens(source: Source) -> bool:
    try:
        return bool(part_changes.unpacked(source.content))
    except (OSError, ValueError, part_changes.zipfile.BadZipFile):
        return False
