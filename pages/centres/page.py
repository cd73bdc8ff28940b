"""Virksomhedscentre: hvor mange åbner og lukker, er pladserne i brug, hvad kommer der ud af det, og hvad koster det?"""

from functools import partial

import streamlit as st

from model.access.rights import Action
from model.subjects.centres.figures import periods
from model.subjects.centres.words import centre_page as findings
from model.subjects.goals.figures.coverage import default_month
from pages.centres import centre_register, centre_tabs, centre_view
from pages.shared import address, data, forms, layout, pickers, tabs
from pages.shared.viewer import required

viewer = required(Action.SEE_FIGURES)
snapshot = data.snapshot(viewer, as_of=address.as_of())
with pickers.beside_heading() as (heading, choices):
    with choices:
        code = pickers.place(snapshot)
        month = pickers.month(snapshot, default=periods.same_month(snapshot, default_month(snapshot)),
                              offered=periods.months(snapshot))
    with heading:
        layout.header(findings.page_title(snapshot, code, month), findings.page_line(snapshot, code, month))
forms.room()
centre_view.warnings(snapshot)
one = centre_tabs.REGISTER if centre_register.CENTRE in st.query_params else None
tabs.show({name: partial(draw, snapshot, code, month) for name, draw in centre_tabs.PARTS.items()}, arriving=one)
