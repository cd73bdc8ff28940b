"""Virksomhedscentre: hvor mange åbner og lukker, og er pladserne i brug?"""

from model.subjects.centres.charts.centre_occupancy import occupancy_chart
from model.subjects.centres.charts.centre_outcomes import centre_outcome_chart
from model.subjects.centres.charts.centre_trials import self_support_chart, turnover_chart
from model.subjects.centres.charts.centres import movement_chart, places_chart
from model.subjects.centres.figures import periods
from model.subjects.centres.words import centre_page as findings
from model.subjects.goals.figures.coverage import default_month
from pages.centres import centre_forms, centre_register, centre_view
from pages.shared import address, data, forms, layout, pickers

snapshot = data.snapshot(as_of=address.as_of())
with layout.beside_heading() as (heading, choices):
    with choices:
        code = pickers.place(snapshot)
        month = pickers.month(snapshot, default=periods.same_month(snapshot, default_month(snapshot)),
                              offered=periods.months(snapshot))
    with heading:
        layout.header(findings.page_title(snapshot, code, month), findings.page_line(snapshot, code, month))
forms.told()
centre_view.warnings(snapshot)

chosen = None
if not periods.has_any(snapshot, code):
    layout.empty(findings.nothing(snapshot, code))
else:
    layout.cards(centre_view.cards(snapshot, code, month))
    layout.shape(movement_chart(snapshot, code, month), "centre")
    layout.shape(places_chart(snapshot, code, month), "pladser", link=address.link("centre", jobcenter="{code}"))
    if (monthly := occupancy_chart(snapshot, code, month)) is not None:
        layout.chart(monthly, "belaegning")
    centre_view.closures(snapshot, code, month)
    centre_view.kinds(snapshot, code, month)
    layout.shape(centre_outcome_chart(snapshot, code, month), "centerudfald",
                 link=address.link("centre", jobcenter="{code}"))
    layout.shape(self_support_chart(snapshot, code, month), "selvforsoergelse")
    if (turnover := turnover_chart(snapshot, code, month)) is not None:
        layout.shape(turnover, "forloebprplads", link=address.link("centre", jobcenter="{code}"))
    centre_view.trials()
    chosen = centre_register.show(snapshot, code, month)
centre_forms.show(snapshot, code, chosen)
