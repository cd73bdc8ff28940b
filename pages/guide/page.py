"""Vejledning: hvordan gør jeg?"""

import streamlit as st

from model.access.rights import Action
from model.subjects.support.words import contact
from pages.guide import guide_files, guide_jobs, guide_publishing, guide_tasks
from pages.shared import data, drawing, layout, published, tabs
from pages.shared.navigation import PUBLICATION_DAY
from pages.shared.viewer import required, signs_in

required(Action.SEE_EDITIONS)
snapshot = data.everything()

layout.header("Vejledning", "Til jobcenterchefen, til regionen og til konsulenten, der samler månedens tal.")
if turned := contact.help_words():
    st.html(drawing.paragraph(turned, kind="fd-sub"))


def jobs() -> None:
    st.html(guide_jobs.content(signs_in=signs_in()))
    st.html(guide_tasks.content())
    st.html(guide_files.content())
    nineteen = len(snapshot.jobcenters) == 19
    layout.finding("De 19 jobcentre og deres koder" if nineteen else "Jobcentrene og deres koder",
                   "En fil kan bruge koden, navnet eller begge dele. »Jobcenter« eller »Kommune« foran navnet gør "
                   "ingen forskel.")
    st.html(drawing.folded("Vis koderne", drawing.table(guide_files.places(snapshot),
                                                        alt="Tabel: jobcentre og kommunekoder")))
    st.html(guide_jobs.words())


def publishing() -> None:
    st.html(guide_publishing.content(*published.protection()))


tabs.show({"Opgaver": jobs, PUBLICATION_DAY: publishing})
