"""Norddjurs sends its own form once a quarter: measures down, months across, Excel's "Unicode text" (UTF-16, tabs)."""

from datetime import date

from model.basics.formatting import month_long, month_short
from model.basics.months import shift, span
from sample_data.making.figures import Region
from sample_data.making.places import MARK, NORDDJURS
from sample_data.making.senders import ACTIVATION, SampleFile, matchmodel, received, said

QUARTERS = (date(2010, 3, 1), date(2010, 6, 1), date(2010, 9, 1), date(2010, 12, 1), date(2011, 3, 1))
FORM = (
    ("Målgruppen (kontanthjælp + starthjælp, match 4)", "personer_match4"),
    ("I virksomhedspraktik", "heraf_virksomhedspraktik"),
    ("I løntilskud", "heraf_loentilskud"),
    ("I alt i virksomhedsaktivering", "virksomhedsaktivering_i_alt"),
    ("   heraf i virksomhedscenter", "heraf_i_virksomhedscenter"),
    ("Nye forløb i måneden", "paabegyndte_forloeb"),
    ("Afsluttede forløb", "afsluttede_forloeb"),
    ("   i selvforsørgelse 4 uger efter", "heraf_selvforsoergende_4_uger"),
    ("   i job eller uddannelse 4 uger efter", "heraf_job_eller_uddannelse_4_uger"),
)


def files(region: Region) -> list[SampleFile]:
    """Five forms from the first quarter of 2010; outcomes are asked for two months further back."""
    return [SampleFile(f"{last:%Y-%m}_norddjurs_skema.txt", _form(region, last),
                       received(last, day=11 if last.year == 2011 else 19, hour=11), "teamleder, Jobcenter Norddjurs",
                       answers={"approved": True}) for last in QUARTERS]


def _form(region: Region, last: date) -> bytes:
    months = span(shift(last, -4), last)
    lines = [[f"Indberetning til virksomhedscenterkampagnen ({MARK})"], ["Jobcenter:", "Norddjurs"],
             ["Kvartal til og med:", month_long(last)], [],
             ["", *(month_short(month).capitalize() for month in months)]]
    for heading, measure in FORM:
        asked = months[2:] if measure in ACTIVATION else months[:3]
        lines.append([heading, *(str(said(region, NORDDJURS, month, measure)) if month in asked else ""
                                 for month in months)])
    lines.append(["Matchmodel", *(matchmodel(month) if month in months[2:] else "" for month in months)])
    width = len(months) + 1
    return "".join("\t".join(line + [""] * (width - len(line))) + "\r\n" for line in lines).encode("utf-16")
