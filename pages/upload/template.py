"""A template to fill in: first what it is for, then the month or the course day, then the file."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from model.basics.formatting import month_long
from model.intake import templates
from model.intake.datasets.datasets import DATASETS, offered
from model.intake.datasets.declaration import Beforehand
from model.intake.datasets.projects import PROJECT
from model.intake.sheets import Kind
from model.programmes.current import BESIDE
from model.snapshot.snapshot import Snapshot
from pages.shared import chosen as chosen_programme
from pages.shared import downloads
from pages.upload.kind import title

FORMATS: tuple[tuple[str, Kind, str], ...] = (("Hent som Excel", "xlsx", downloads.XLSX),
                                              ("Hent som CSV", "csv", downloads.CSV))


def panel(snapshot: Snapshot, names: Mapping[str, str], month: date) -> None:
    """Sheets that are ready to fill in, each made when it is asked for."""
    folded = st.expander("Hent en skabelon, der er klar til at udfylde", key="template", on_change="rerun")
    if not folded.open:
        return
    with folded:
        what, about = st.columns(2)
        dataset = what.selectbox("Skabelon til", _datasets(), format_func=title, key="template_kind")
        with about:
            chosen = _about(snapshot, dataset, month)
        stem = templates.file_name(dataset, chosen)
        with st.container(horizontal=True):
            for words, kind, mime in FORMATS:
                downloads.file_button(words, partial(_file, snapshot, names, dataset, chosen, kind), f"{stem}.{kind}",
                                      mime, right=downloads.FOR_ANYBODY)


def _datasets() -> list[str]:
    """Those that the chosen programme takes files of."""
    beside = chosen_programme.programme().id in BESIDE
    return [name for name, dataset in offered().items() if (PROJECT in dataset.keys) == beside]


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


def _file(snapshot: Snapshot, names: Mapping[str, str], dataset: str, about: date | str | None, kind: Kind) -> bytes:
    rows = DATASETS[dataset].beforehand(Beforehand(names, snapshot.course_days, snapshot.records, about))
    return templates.template(dataset, kind, rows, about=about)
