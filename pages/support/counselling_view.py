"""The counselling's half of the page: how far each offer is, who the figures point to, and the share round a visit."""

from functools import partial

import streamlit as st

from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.support.charts import counselling as charts
from model.subjects.support.charts import support as sources
from model.subjects.support.figures import counselling
from model.subjects.support.words import support as findings
from pages.shared import address, downloads, drawing, export, layout

ORDERS: dict[str, counselling.By] = {"procentpoint": "points", "personer": "persons"}
VISITED = "visited"


def show(snapshot: Snapshot) -> None:
    """The offers, and what was answered before the meetings."""
    layout.finding(findings.counselling_title(snapshot), findings.counselling_plan())
    if waiting := findings.waiting_sentence(snapshot):
        layout.note(waiting)
    if counselling.visits(snapshot).empty:
        layout.empty(findings.no_offers(snapshot))
    else:
        st.html(_visits(snapshot))
        _source(snapshot)
        downloads.csv_button("Hent CSV", lambda: charts.visits_data(snapshot), "fremdrift_raadgivning.csv",
                             right=export.BY_UNIT)
        layout.folded("Hvad jobcentrene svarede før mødet", "counselling_answers", partial(_answers, snapshot))


def _source(snapshot: Snapshot) -> None:
    st.html(drawing.paragraph(sources.source(snapshot, counselling.DATASET), kind="fd-source"))


def _answers(snapshot: Snapshot) -> None:
    told = "".join(_answered(snapshot, str(code)) for code in counselling.visits(snapshot).index)
    st.html(drawing.paragraph("Tallene i spørgsmål a kommer fra månedstallene.") + told)


@remembered
def _visits(snapshot: Snapshot) -> str:
    return drawing.table(charts.visits_table(snapshot), alt=findings.counselling_title(snapshot))


@remembered
def _answered(snapshot: Snapshot, code: str) -> str:
    parts = [f"<p><strong>{drawing.text(question)}</strong></p>{drawing.listing(answers)}"
             for question, answers in charts.answers(snapshot, code)]
    return drawing.folded(charts.answered_words(snapshot, code), "".join(parts))


def show_candidates(snapshot: Snapshot) -> None:
    """Whom the figures at the baseline point to, by points or by persons."""
    layout.finding(findings.candidates_title(snapshot), findings.increase_note(snapshot))
    if not counselling.candidates(snapshot):
        layout.empty(findings.no_baseline(snapshot))
        return
    order = st.segmented_control("Ordnet efter afstand i", list(ORDERS), default="procentpoint", required=True,
                                 key="candidate_order")
    near, others = counselling.furthest(snapshot, ORDERS[order])
    layout.table(charts.candidates_table(snapshot, near), alt="De jobcentre, der var længst fra målet",
                 numbers=("Procentpoint",))
    if others:
        st.html(drawing.folded("Vis de øvrige", drawing.table(
            charts.candidates_table(snapshot, others), alt="De øvrige jobcentre", numbers=("Procentpoint",))))
    st.html(drawing.paragraph(charts.candidates_source(snapshot, (*near, *others)), kind="fd-source"))
    downloads.csv_button("Hent CSV", lambda: charts.candidates_data(snapshot), "fremdrift_laengst_fra_maalet.csv",
                         right=export.BY_UNIT)
    for line in filter(None, (findings.outside_sentence(snapshot, ORDERS[order]), findings.untold_sentence(snapshot))):
        st.html(drawing.paragraph(line, kind="fd-sub"))


def show_visits(snapshot: Snapshot) -> None:
    """The chart of one visited jobcenter: the address's where it was visited, else the first."""
    codes = [code for code in counselling.held(snapshot) if charts.visit_chart(snapshot, code) is not None]
    if not codes:
        layout.finding("Andelen før og efter et besøg")
        layout.empty(findings.no_visit(snapshot))
        return
    wanted = st.query_params.get(address.JOBCENTER)
    st.session_state[VISITED] = wanted if wanted in codes else codes[0]
    names = snapshot.jobcenters["name"].to_dict()
    code = st.selectbox("Andelen før og efter besøget i", codes, format_func=names.__getitem__, key=VISITED,
                        on_change=_write, width=320)
    chart = charts.visit_chart(snapshot, code)
    if chart is not None:
        layout.chart(chart, f"besoeg_{code}", right=export.of(code))


def _write() -> None:
    st.query_params[address.JOBCENTER] = st.session_state[VISITED]
