"""The second half of »Indlæs tal«: one file's way from check through answers to save."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st
from sqlalchemy import Engine

from model.access.viewer import Viewer
from model.intake import batch_words, verdicts, wording
from model.intake.datasets.datasets import DATASETS
from model.intake.mending import mending
from model.intake.report import Answers, Report
from model.snapshot.snapshot import Snapshot
from model.store.database import Stale
from model.subjects.goals.figures.effect import of_changes
from model.subjects.goals.words import effect
from pages.shared import address, forms, markup, writing
from pages.upload import (
    account_view,
    count_list,
    given,
    intake,
    keeping,
    kind,
    many,
    mapping,
    mend,
    outcome,
    saves,
    successor,
    verdict,
)
from pages.upload.successor import Refused
from pages.upload.waiting import Intake


@dataclass(frozen=True)
class Desk:
    """What every step needs: the database, the figures as they stand, the jobcenters' names and who is writing."""

    engine: Engine
    version: int
    snapshot: Snapshot
    names: Mapping[str, str]
    viewer: Viewer


def files(waiting: Sequence[Intake], desk: Desk) -> None:
    """Check every file that has come, say how they stand together, and take one of them further."""
    for each in waiting:
        stale = each.report is not None and each.report.status == "ready" and each.report.data_version != desk.version
        if stale and (each.overtaken or len(waiting) > 1):
            each.ask_again()
    _check_all([each for each in waiting if each.report is None and not each.tried], desk)
    intake.settle()
    if same := intake.same_again():
        st.caption(batch_words.same(same))
    if len(waiting) == 1:
        step(waiting[0], desk, alone=True)
    else:
        step(many.panel(waiting, desk.engine, desk.snapshot, desk.names), desk, alone=False)


def step(current: Intake, desk: Desk, *, alone: bool) -> None:
    """Show the file where it stands, and take it further. alone: no others are saved with it."""
    report = current.report
    if report is None:
        _again(current, "Filen kunne ikke kontrolleres", "Der er ikke gemt noget. Prøv igen, eller fjern filen.")
    elif current.trouble or (report.status == "ready" and report.data_version != desk.version):
        title = forms.UNSURE if current.trouble and current.unsure else "Filen er ikke gemt"
        _again(current, title, current.trouble or str(Stale()))
    else:
        _reported(current, report, desk, alone=alone)


def _reported(current: Intake, report: Report, desk: Desk, *, alone: bool) -> None:
    verdict.headline(current)
    account_view.account(report)
    if current.instead_of is not None:
        st.caption(successor.told(current.instead_of, report.file_name))
    elif current.perhaps is not None:
        _ask_whether_corrected(current, current.perhaps, report)
    count_list.questions(current, report)
    count_list.offer(current, report)
    if report.status == "question":
        mend.questions(current, report)
        kind.correct(current, report.dataset)
    asks_yes = verdicts.only_approval(report) and not current.reopened
    if asks_yes:
        _take(current, mapping.approve(current, report))
    elif current.reopened or mapping.is_to_explain(report):
        _take(current, mapping.ask(current, report, desk.snapshot.months))
    elif report.status == "refused":
        _refused(current, report, desk)
    elif report.status == "ready":
        _ready(current, report, desk, alone=alone)
    else:
        outcome.already(report)
    given.panel(current, report)
    if not asks_yes:
        verdict.notes(report)
    if current.content and report.status in ("ready", "refused") and report.counted is None:
        kind.correct(current, report.dataset)
    _put_away(current, report)


def _ask_whether_corrected(current: Intake, before: Refused, report: Report) -> None:
    """Whether a file of another name takes the place of one that was refused; until it is said, both are kept."""
    with st.container(horizontal=True, vertical_alignment="center", key=current.key("corrected")):
        st.html(markup.lines([successor.asked(before, report.file_name)]))
        if st.button(f"Ja, fjern »{before.file_name}«", key=current.key("replace")):
            intake.replace_refused(current, before)
            st.rerun()
        if st.button("Nej, behold begge", key=current.key("keep_both")):
            current.perhaps = None
            st.rerun()


def _check_all(unchecked: Sequence[Intake], desk: Desk) -> None:
    """Check the files, and say how far it has come; one file's goals are reckoned too."""
    if not unchecked:
        return
    bar = st.progress(0.0, text="Læser og kontrollerer …")
    for at, each in enumerate(unchecked):
        bar.progress(at / len(unchecked), text=f"Læser og kontrollerer {each.shown_name} …")
        intake.check(desk.engine, each, desk.viewer)
        report = each.report
        if report is not None and report.status == "ready" and DATASETS[report.dataset].is_figures:
            each.moved = tuple(of_changes(desk.snapshot, report.changes, report.dataset))
            each.effect = effect.effect_sentence(each.moved, desk.snapshot)
    bar.empty()


def _again(current: Intake, title: str, why: str) -> None:
    """Nothing was saved: say why, and offer to check the file against the figures as they are now."""
    st.html(markup.box("warn", title, [why], word=current.file_name))
    with st.container(horizontal=True):
        again = st.button("Kontrollér igen", key=current.key("recheck"), type="primary")
        away = st.button("Fjern filen", key=current.key("discard"))
    if again:
        current.ask_again()
    if away:
        intake.discard(current)
    if again or away:
        st.rerun()


def _take(current: Intake, answers: Answers | None) -> None:
    """Check the file again with the answers that were given."""
    if answers is not None:
        current.answers = answers
        current.ask_again()
        st.rerun()


def _refused(current: Intake, report: Report, desk: Desk) -> None:
    outcome.already(report)
    faults = mending.faults(report, desk.names)
    mend.panel(current, report, faults)
    verdict.problems(report, desk.names, faults)
    if (current.content or report.counted) and len(wording.in_file(report, desk.names)) > 1:
        with st.expander("Eller gem resten af filen, og indlæs dem, hvor noget skal rettes, senere"):
            _leave_out(current, report, desk)


def _ready(current: Intake, report: Report, desk: Desk, *, alone: bool) -> None:
    verdict.problems(report, desk.names, ())
    if not verdicts.changes_nothing(report):
        keeping.choice(current, report, desk.engine)
        if alone:
            _commit(current, report, desk, words="Gem")
    elif alone:
        with st.expander("Gem filen alligevel, så den står i Historik"):
            keeping.choice(current, report, desk.engine)
            _commit(current, report, desk, words="Gem alligevel")
    mend.panel(current, report, [])
    verdict.changes(report, desk.names)
    if len(wording.in_file(report, desk.names)) > 1:
        with st.expander("Udelad et eller flere jobcentre"):
            _leave_out(current, report, desk)


def _commit(current: Intake, report: Report, desk: Desk, *, words: str) -> None:
    """Who, why where it is asked, and the button, which says these words."""
    reason = verdict.reason(report)
    viewer = writing.writer()
    missing = wording.before_saving(named=bool(viewer.function), reasoned=bool(reason) or not report.warnings)
    pressed = st.button(words, key=current.key("apply"), disabled=bool(missing),
                        type="secondary" if verdicts.changes_nothing(report) else "primary")
    if missing:
        st.caption(missing)
    if pressed and not missing:
        with st.spinner("Gemmer …"):
            saves.save(desk.engine, current, viewer=viewer, reason=reason)
        if current.upload is not None:
            st.query_params.pop(address.MONTH, None)  # the page goes to the month that was saved
        st.rerun()


def _leave_out(current: Intake, report: Report, desk: Desk) -> None:
    """»Gem uden …«: named jobcenters are left out on purpose, and the file is checked again."""
    options = wording.in_file(report, desk.names)
    blamed = {p.jobcenter for p in report.errors}
    if "without" not in st.session_state:
        st.session_state["without"] = [c for c in options if c in blamed or c in report.without]
    chosen = st.multiselect("Gem uden", options, key="without", format_func=lambda c: desk.names.get(c, c),
                            placeholder="Vælg jobcentre", select_all=False,
                            help="Resten af filen kontrolleres igen. Det fremgår af Historik, hvem der er udeladt.")
    unchanged = set(chosen) == set(report.without)
    if st.button("Kontrollér igen uden dem", key=current.key("check_without"), disabled=unchanged):
        current.without = tuple(chosen)
        current.ask_again()
        st.rerun()


def _put_away(current: Intake, report: Report) -> None:
    explained = report.status != "question" or verdicts.only_approval(report)
    can_change = (bool(current.mapping) and bool(current.content) and explained and not current.reopened
                  and report.counted is None)
    with st.container(horizontal=True):
        change = can_change and st.button("Ret, hvad kolonnerne betyder", key=current.key("reopen"))
        away = st.button("Fjern filen", key=current.key("discard"))
    if change:
        current.reopened = True
        st.rerun()
    if away:
        intake.discard(current)
        st.rerun()
