"""Many files at once: one verdict, one button for all that are ready, and the choice of which one to look into."""

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from model.intake import batch, batch_words, wording
from model.intake.batch import Need, Overlap
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.report import Report
from model.snapshot.snapshot import Snapshot
from model.store.once import digest
from model.subjects.goals.figures.effect import of_changes
from model.subjects.goals.words import effect
from pages.shared import address, markup, writing
from pages.upload import intake, keeping, saves
from pages.upload.waiting import Intake

CALM = (Need.NOTHING, Need.REASON, Need.NO_CHANGE)
ORDER = {Need.MENDING: 0, Need.EXPLAINING: 1, Need.REASON: 2, Need.NOTHING: 3, Need.NO_CHANGE: 4, Need.NO_MORE: 5}


def panel(waiting: Sequence[Intake], engine: Engine, snapshot: Snapshot, names: Mapping[str, str]) -> Intake:
    """The verdict over all files and what can be done with them; the file to be shown below."""
    checked = [(each, each.report) for each in waiting if each.report is not None]
    reports = [report for _, report in checked]
    together = _together(reports)
    told = "" if together.empty else effect.told(snapshot, together, MAANEDSTAL.name, subject="Filerne")
    tone: markup.Tone = "good" if all(batch.need(report) in CALM for report in reports) else "warn"
    overlaps = batch.overlaps(reports)
    in_doubt = {at for overlap in overlaps for at in overlap.files}
    st.html(markup.box("warn" if in_doubt else tone, batch_words.verdict(reports, in_doubt=in_doubt), [told],
                       word="Alle filer"))
    for overlap in overlaps:
        _ask(overlap, [each for each, _ in checked], names)
    _commit([pair for at, pair in enumerate(checked) if at not in in_doubt], engine, snapshot)
    ordered = sorted(checked, key=lambda pair: ORDER[batch.need(pair[1])])
    _table(ordered, engine, names, doubted={checked[at][0].number for at in in_doubt})
    return _chosen([each for each, _ in ordered])


def _together(reports: Sequence[Report]) -> pd.DataFrame:
    """The monthly figures of all files that can be saved."""
    frames = [report.changes for report in reports
              if report.status == "ready" and DATASETS[report.dataset].is_figures and len(report.changes)]
    keys = ["jobcenter", "month", "measure"]  # of files that disagree the last one is shown, until it is answered
    return pd.concat(frames, ignore_index=True).drop_duplicates(keys, keep="last") if frames else pd.DataFrame()


def _ask(overlap: Overlap, waiting: Sequence[Intake], names: Mapping[str, str]) -> None:
    """Which of the files holds where they disagree; what the others say there is left out of them."""
    key = f"overlap_{digest(overlap.dataset, overlap.jobcenter, str(overlap.month), overlap.about)[:12]}"
    text = batch_words.overlap(overlap, names, [each.file_name for each in waiting])
    with st.container(border=True, key=f"box_{key}"), st.form(key, border=False):
        chosen = st.radio(text, overlap.files, index=None, key=f"{key}_choice",
                          format_func=lambda at: waiting[at].file_name)
        if st.form_submit_button("Svar", key=f"{key}_send") and chosen is not None:
            others = [at for at in overlap.files if at != chosen]
            for at in others:
                waiting[at].mend(overlap.without(at))
            st.toast(batch_words.answered(waiting[chosen].file_name, [waiting[at].file_name for at in others],
                                          sum(len(overlap.cells[at]) for at in others)))
            st.rerun()


def _commit(checked: Sequence[tuple[Intake, Report]], engine: Engine, snapshot: Snapshot) -> None:
    """Who, why where it is asked, and the one button."""
    ready = [each for each, report in checked if batch.need(report) is Need.NOTHING]
    warned = [each for each, report in checked if batch.need(report) is Need.REASON]
    if not ready and not warned:
        return
    viewer = writing.writer()
    reason = _reason(len(warned)) if warned else ""
    chosen = [each for each, _ in checked if each in ready or (reason and each in warned)]
    missing = wording.before_saving(named=bool(viewer.function), reasoned=bool(chosen))
    key = f"apply_all_{saves.times()}"
    pressed = st.button(batch_words.button(len(chosen) or len(warned)), key=key, type="primary", disabled=bool(missing))
    if missing:
        st.caption(missing)
    if pressed and not missing:
        with st.spinner("Gemmer …"):
            _weigh(chosen, snapshot)
            saves.save_all(engine, chosen, viewer=viewer, reason=reason)
        st.query_params.pop(address.MONTH, None)  # the page goes to the month that was saved
        st.rerun()


def _weigh(chosen: Sequence[Intake], snapshot: Snapshot) -> None:
    """Note with each file what all that are saved together do to the goals of its jobcenters."""
    together = _together([each.report for each in chosen if each.report is not None])
    moved = of_changes(snapshot, together, MAANEDSTAL.name) if len(together) else []
    for each in chosen:
        mine = each.report.jobcenters if each.report is not None else ()
        each.moved = tuple(change for change in moved if change.jobcenter in mine)


def _reason(count: int) -> str:
    said: str = st.text_input(
        f"Hvorfor skal {'den fil' if count == 1 else f'de {count} filer'} med advarsler gemmes alligevel?",
        key="batch_reason", live=True, max_chars=500, persist_state="session",
        help="Begrundelsen gemmes med filerne. Uden den gemmes kun de filer, der er klar. Skriv ikke noget om "
             "enkelte borgere.")
    return said.strip()


def _table(checked: Sequence[tuple[Intake, Report]], engine: Engine, names: Mapping[str, str], *,
           doubted: Collection[int]) -> None:
    """Every file with what it needs, those that need something first. doubted: numbers of those that disagree."""
    rows = [(each.file_name, batch_words.state(report, doubted=each.number in doubted),
             batch_words.content(report, names, kept=keeping.told(each, engine))) for each, report in checked]
    st.html(markup.table(pd.DataFrame(rows, columns=["Fil", "Status", "Indhold"]), label="Filerne", wordy=True))


def _chosen(waiting: Sequence[Intake]) -> Intake:
    """The file that is looked into: the first that needs something, until another is chosen."""
    numbers = [each.number for each in waiting]
    if st.session_state.get("file_shown") not in numbers:
        st.session_state["file_shown"] = numbers[0]
    by_number = {each.number: each for each in waiting}
    chosen = st.selectbox("Se filen", numbers, key="file_shown", on_change=intake.forget_answers,
                          format_func=lambda number: by_number[number].file_name)
    return by_number[chosen]
