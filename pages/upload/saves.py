"""Saving files so that nothing is lost or done twice when a newer run breaks this one off.

A second click begins a newer run, and this one is broken off wherever it next asks the session. So a run asks for all
that it needs before it saves, and what it then does is plain Python; the newer run waits for it and tells what came of
it. Only forgetting what is no longer needed is left for last, and is begun again by the next run.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Lock

import streamlit as st
from sqlalchemy import Engine

from model.access.rights import NotAllowed
from model.access.viewer import Viewer
from model.intake import batch, saving
from model.intake.refusal import SaveRefused
from model.intake.report import Report
from model.store.database import DatabaseProblem, PerhapsDone, Stale
from pages.upload import answers, explained, intake
from pages.upload.waiting import Intake


@dataclass
class _Desk:
    """What a session keeps of its saves. times: how many there were. done_with: reports of what is to be forgotten."""

    lock: Lock = field(default_factory=Lock)
    times: int = 0
    done_with: list[Report] = field(default_factory=list)


def _desk() -> _Desk:
    found: _Desk = st.session_state.setdefault("intake_saves", _Desk())
    return found


def times() -> int:
    """How many times files have been saved: a button that saves again is another one."""
    return _desk().times


def save(engine: Engine, current: Intake, *, viewer: Viewer, reason: str) -> None:
    """Save exactly the report that was shown; what went wrong is put in ``trouble``."""
    with _desk().lock:
        if current.report is None or current.upload is not None:
            return
        try:
            current.upload = saving.apply(engine, current.report, content=current.content, viewer=viewer, reason=reason)
            current.trouble = ""
        except (Stale, SaveRefused, NotAllowed, DatabaseProblem) as refused:
            current.trouble, current.unsure = str(refused), isinstance(refused, PerhapsDone)
    finish()


def save_all(engine: Engine, chosen: Sequence[Intake], *, viewer: Viewer, reason: str) -> None:
    """Save the files; those that were are done, the others say why they were not."""
    with _desk().lock:
        ready = [each for each in chosen if each.upload is None and each.report is not None]
        files = [batch.File(each.content, each.report, partial(intake.examined, engine, each, viewer))
                 for each in ready if each.report is not None]
        for each, result in zip(ready, batch.one_by_one(engine, files, viewer=viewer, reason=reason), strict=True):
            each.upload, each.left = result.upload, result.trouble
            if each.upload is None:
                each.put_back()
    finish()


def finish() -> None:
    """Move the files that are saved from the queue to what is done; their bytes are in the database now.

    Call at the beginning of every run, before the figures are fetched: an earlier run may have been broken off before
    it came so far, and what it saved is then among them.
    """
    desk, waiting, moved = _desk(), intake.queue(), intake.done()
    with desk.lock:
        saved = [each for each in waiting if each.upload is not None]
        desk.times += bool(saved)
        desk.done_with += [each.report for each in saved if each.report is not None]
        moved += [each for each in saved if each not in moved]
        waiting[:] = [each for each in waiting if each not in saved]
        for each in saved:
            each.content, each.listing, each.instead_of = b"", None, None
            each.report = replace(each.report, workbook=None, listing=None, counted=None) if each.report else None
        for each in waiting:
            each.overtaken = each.overtaken or bool(saved)
    if desk.done_with:
        _forget(desk)


def _forget(desk: _Desk) -> None:
    """Forget what was explained and typed of saved files."""
    for report in desk.done_with:
        explained.forget(report)
    intake.forget_answers()
    answers.forget(("batch_reason",))
    desk.done_with.clear()
