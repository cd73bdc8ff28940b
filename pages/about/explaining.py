"""Turns the declared definitions into text to read; nothing about a measure is written anywhere else."""

from collections.abc import Iterable
from datetime import date

from model import settings
from model.formatting import month_long, percent, plural
from model.indicators.definitions import COUNTS, INDICATORS, Measure
from model.indicators.snapshot import Snapshot, remembered
from model.indicators.target_tables import applying, recorded
from pages.shared import drawing, layout

PARTS = (("numerator", "Tæller"), ("denominator", "Nævner"), ("unit", "Enhed"), ("reading", "Sådan læser vi det"),
         ("weaknesses", "Kendte svagheder"), ("source", "Kilde"))


@remembered
def targets(snapshot: Snapshot, month: date) -> str:
    """What applies now with its source, and folded everything that was ever recorded."""
    now = drawing.table(applying(snapshot, month), alt="Tabel: gældende mål og udgangspunkter", numbers=("Værdi",))
    ever = drawing.table(recorded(snapshot), alt="Tabel: historik for mål og udgangspunkter", numbers=("Værdi",))
    return (layout.heading("De mål og udgangspunkter, der gælder nu") + now
            + drawing.folded("Vis alle ændringer, nyeste først", ever))


@remembered
def everything(snapshot: Snapshot, month: date) -> str:
    """Every indicator, the rules they share, and every figure that jobcenters report."""
    return (section("Sådan er det beregnet", INDICATORS) + rules(month)
            + section("De tal, jobcentrene indberetter", COUNTS))


def section(title: str, measures: Iterable[Measure]) -> str:
    """A heading and every measure under it: what it is, and folded how it is made."""
    return f'<section class="fd-prose"><h2>{drawing.text(title)}</h2>{"".join(_measure(m) for m in measures)}</section>'


def rules(month: date) -> str:
    """The few settings that decide what a page shows."""
    chosen = settings.load()
    needed = percent(100 * chosen.coverage_needed, decimals=0)
    lines = [
        f"Siderne viser den nyeste måned, hvor jobcentre med mindst {needed} af målgruppen har indberettet; "
        f"nu er det {month_long(month)}. En nyere måned kan vælges og er mærket »foreløbig«.",
        f"Registrene er {plural(chosen.register_delay_days, 'dag', 'dage')} forsinkede. Et udfald tæller først med i "
        "Mål 2, når det er modtaget mindst 4 uger plus de dage efter månedens udgang.",
        "Et tal, der mangler, er ikke nul, og der gættes ikke på det. Regionens tal er summer, aldrig gennemsnit.",
        "Alt kan ses, som det så ud en tidligere dag: vælg dagen i menuen.",
    ]
    return f'<section class="fd-prose"><h2>Fælles regler</h2>{drawing.listing(lines)}</section>'


def _measure(measure: Measure) -> str:
    quote = f"<blockquote>»{drawing.text(measure.quote)}«</blockquote>" if measure.quote else ""
    terms = "".join(f"<dt>{name}</dt><dd>{drawing.text(getattr(measure, field))}</dd>"
                    for field, name in PARTS if getattr(measure, field))
    heading = f'<h3 id="{drawing.text(measure.name)}">{drawing.text(measure.title)}</h3>'
    return (f'<details class="fd-measure"><summary>{heading}{drawing.paragraph(measure.what)}</summary>{quote}'
            f'<dl class="fd-terms">{terms}</dl></details>')
