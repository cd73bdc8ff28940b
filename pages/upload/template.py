"""A template to fill in: first what it is for, then the month or the course day, then the file."""

from datetime import date
from functools import partial

import streamlit as st

from model.access.rights import Action
from model.basics.formatting import month_long
from model.intake import templates
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.declaration import Beforehand
from model.intake.datasets.projects import PROJECT
from model.intake.datasets.shared import JOBCENTER
from model.intake.sheets import Kind
from model.programmes.current import BESIDE
from model.snapshot.snapshot import Snapshot
from pages.shared import chosen as chosen_programme
from pages.shared import downloads, export, reach
from pages.upload.kind import reportable, title

FORMATS: tuple[tuple[str, Kind, str], ...] = (("Hent som Excel", "xlsx", downloads.XLSX),
                                              ("Hent som CSV", "csv", downloads.CSV))


def panel(snapshot: Snapshot, month: date) -> None:
    """Sheets that are ready to fill in, each made when it is asked for, with the rows of those whom one may report for.
    """
    folded = st.expander("Hent en skabelon, der er klar til at udfylde", key="template", on_change="rerun")
    if not folded.open:
        return
    with folded:
        what, about = st.columns(2)
        dataset = what.selectbox("Skabelon til", _datasets(), format_func=title, key="template_kind")
        with about:
            chosen = _about(snapshot, dataset, month)
        stem, known = templates.file_name(dataset, chosen), _known(snapshot, chosen)
        with st.container(horizontal=True):
            for words, kind, mime in FORMATS:
                downloads.file_button(words, partial(_file, known, dataset, kind), f"{stem}.{kind}",
                                      mime, right=export.FOR_ANYBODY)


def _datasets() -> list[str]:
    """Those that the chosen programme takes files of, and that whoever looks may hand in."""
    beside = chosen_programme.programme().id in BESIDE
    return [name for name, dataset in reportable().items() if (PROJECT in dataset.keys) == beside]


def _about(snapshot: Snapshot, dataset: str, month: date) -> date | str | None:
    """The month or the course day the template is for; None when its rows say that themselves."""
    asks = DATASETS[dataset].asks
    if asks == "month":
        months = snapshot.months
        return st.selectbox("Måned", months, index=months.index(month), format_func=month_long, key="template_month")
    if asks == "course_day":
        days = snapshot.course_days
        label = partial(templates.day_label, course_days=days)
        next_day = templates.next_day(days, snapshot.data_date)
        return st.selectbox("Kursusdag", list(days.index), index=next_day, format_func=label, key="template_day")
    return None


def _known(snapshot: Snapshot, about: date | str | None) -> Beforehand:
    """What the rows are filled in from. Read where the button is drawn: the file is made past the page's script."""
    records = snapshot.records if reach.of(Action.UPLOAD) else {
        name: reach.rows(rows, Action.UPLOAD) if JOBCENTER.column in rows else rows
        for name, rows in snapshot.records.items()}
    return Beforehand(reach.jobcenters(snapshot, Action.UPLOAD), snapshot.course_days, records, about)


def _file(known: Beforehand, dataset: str, kind: Kind) -> bytes:
    return templates.template(dataset, kind, DATASETS[dataset].beforehand(known), about=known.about)
