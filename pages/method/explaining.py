"""Turns the declared definitions into text to read; nothing about a measure is written anywhere else."""

from collections.abc import Iterable, Mapping
from datetime import date

from model.basics import settings
from model.basics.formatting import month_long, plural
from model.basics.shares import percent
from model.programmes.words import GOAL_2, WEEKS
from model.publishing.limits import Limits
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.definitions.catalogue import AREAS
from model.subjects.definitions.counts import COUNTS
from model.subjects.definitions.goals import INDICATORS
from model.subjects.definitions.measure import Area, Measure, with_targets
from model.subjects.goals.figures.target_tables import applying, recorded, target_words
from pages.method import protecting
from pages.shared import drawing, layout

PARTS = (("numerator", "Tæller"), ("denominator", "Nævner"), ("unit", "Enhed"), ("reading", "Sådan læser vi det"),
         ("weaknesses", "Kendte svagheder"), ("source", "Kilde"))
# rules that every programme of the house has in common
MISSING = "Et tal, der mangler, er ikke nul, og der gættes ikke på det."
EARLIER = "Alle sider kan vises, som de så ud en tidligere dag: vælg dagen under »Tallene på en anden dag«."


@remembered
def targets(snapshot: Snapshot, month: date) -> str:
    """What applies now with its source, and folded everything that was ever recorded."""
    now = drawing.table(applying(snapshot, month), alt="Tabel: gældende mål og udgangspunkter", numbers=("Værdi",))
    ever = drawing.table(recorded(snapshot), alt="Tabel: historik for mål og udgangspunkter", numbers=("Værdi",))
    return (layout.heading("De mål og udgangspunkter, der gælder nu") + now
            + drawing.folded("Vis alle ændringer, nyeste først", ever))


@remembered
def everything(snapshot: Snapshot, month: date, limits: Limits, together: tuple[str, ...]) -> str:
    """Every measure with the targets of ``month``: goals, the rules they share, what the public is told (see
    ``protecting``), the other pages, and the figures.
    """
    words = target_words(snapshot, month)
    indicators = [with_targets(measure, words) for measure in INDICATORS]
    return (section("Sådan er det beregnet", indicators) + rules(month) + protecting.section(limits, together)
            + areas(words) + section("De tal, jobcentrene indberetter", COUNTS))


def section(title: str, measures: Iterable[Measure], text: str = "") -> str:
    """A heading, a sentence if any, and every measure under it: what it is, and folded how it is made."""
    inside = drawing.paragraph(text) + "".join(map(_measure, measures))
    return f'<section class="fd-prose"><h2>{drawing.text(title)}</h2>{inside}</section>'


def areas(words: Mapping[str, str]) -> str:
    """The measures of the other pages, one fold a page; ``words``: the targets that their texts name."""
    folds = "".join(_area(area, words) for area in AREAS)
    return f'<section class="fd-prose"><h2>Tallene på de andre sider</h2>{folds}</section>'


def rules(month: date) -> str:
    """The few settings that decide what a page shows."""
    chosen = settings.load()
    needed = percent(100 * chosen.coverage_needed)
    lines = [
        f"Siderne viser den nyeste måned, hvor jobcentre med mindst {needed} af målgruppen har indberettet; "
        f"nu er det {month_long(month)}. En nyere måned kan vælges og er mærket »foreløbig«.",
        f"Registrene regnes for at være {plural(chosen.register_delay_days, 'dag', 'dage')} forsinkede. Et udfald "
        f"tæller derfor først med i {GOAL_2}, når det er modtaget mindst {WEEKS} og forsinkelsen efter månedens "
        "udgang.",
        f"{MISSING} Regionens tal er summer, aldrig gennemsnit.",
        "»Opgjort« er den dag, det nyeste af de viste tal blev modtaget.",
        "»Set og godkendt« er jobcentrets eget ord om sine tal for en måned, med dag og funktion. Det er frivilligt, "
        "låser ikke noget og ændrer intet tal. »3 tal ændret siden godkendelse« tæller de af månedens tal, som er "
        "andre nu end i det øjeblik, de blev godkendt, eller er trukket tilbage. Tal, der først er kommet siden, "
        "nævnes for sig.",
        EARLIER,
    ]
    return common(lines)


def common(lines: Iterable[str] = (MISSING, EARLIER)) -> str:
    """The rules that all the figures of a programme share; those of the house unless others are given too."""
    return f'<section class="fd-prose"><h2>Fælles regler</h2>{drawing.listing(lines)}</section>'


def _area(area: Area, words: Mapping[str, str]) -> str:
    inside = "".join(f"{_heading(measure, 'h4')}{drawing.paragraph(measure.what)}{_how(measure)}"
                     for measure in (with_targets(one, words) for one in area.measures))
    return (f'<details class="fd-measure"><summary><h3>{drawing.text(area.title)}</h3>'
            f"{drawing.paragraph(area.what)}</summary>{inside}</details>")


def _measure(measure: Measure) -> str:
    return (f'<details class="fd-measure"><summary>{_heading(measure, "h3")}{drawing.paragraph(measure.what)}</summary>'
            f"{_how(measure)}</details>")


def _heading(measure: Measure, level: str) -> str:
    return f'<{level} id="{drawing.text(measure.name)}">{drawing.text(measure.title)}</{level}>'


def _how(measure: Measure) -> str:
    """How a measure is made: the quote, what is divided by what, how it is read, and where it is weak."""
    quote = f"<blockquote>»{drawing.text(measure.quote)}«</blockquote>" if measure.quote else ""
    terms = "".join(f"<dt>{name}</dt><dd>{drawing.text(getattr(measure, field))}</dd>"
                    for field, name in PARTS if getattr(measure, field))
    return f'{quote}<dl class="fd-terms">{terms}</dl>'
