"""Cards as HTML: the answer first, largest first, then what it rests on; and those that open the two progress pages."""

from datetime import date

from model.basics.formatting import number
from model.drawing.card import Card, Judged, Line
from model.programmes.words import GOAL_1, REGION
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.charts import cards
from model.subjects.goals.figures.targets import resolve
from model.subjects.reporting.words.talking import talk_card
from pages.shared import drawing


@remembered
def of_region(snapshot: Snapshot, month: date) -> tuple[str, ...]:
    """The front page's three: goal 1, goal 2, and what to talk about."""
    return (drawn(cards.region_goal1(snapshot, month)), drawn(cards.region_goal2(snapshot, month)),
            drawn(talk_card(snapshot, month)))


@remembered
def of_jobcenter(snapshot: Snapshot, code: str, month: date) -> tuple[str, ...]:
    """A jobcenter's three: goal 1, goal 2 with job and education beside it, and what it takes."""
    return (drawn(cards.jobcenter_goal1(snapshot, code, month)), drawn(cards.jobcenter_goal2(snapshot, code, month)),
            drawn(cards.pace_card(snapshot, code, month)))


@remembered
def usable(snapshot: Snapshot, code: str, month: date) -> str:
    """»Kan tallet bruges?«."""
    return drawn(cards.usable_card(snapshot, code, month))


def drawn(card: Card, *, size: str = "", link: str = "") -> str:
    """A card with its heading; ``size``: of a figure that is smaller than the others. link: where its heading leads."""
    title = f'<a href="{drawing.text(link)}">{drawing.text(card.title)}</a>' if link else drawing.text(card.title)
    style = f' style="font-size:{size}"' if size else ""
    big = (f'<p class="fd-big"{style}>{drawing.text(card.figure)} <small>{drawing.text(card.words)}</small></p>'
           if card.figure else "")
    verdict = f"<p>{drawing.badge(*card.verdict)}</p>" if card.verdict else ""
    bullet = drawing.bullet(card.bullet) if card.bullet else ""
    points = drawing.listing(card.points) if card.points else ""
    return (f'<section class="fd-card"><h2>{title}</h2>{big}{drawing.paragraph(card.context)}'
            f'{verdict}{bullet}{_halves(card.halves)}{"".join(map(_line, card.lines))}{points}</section>')


def _halves(halves: tuple[Judged, ...]) -> str:
    """Each with its own mark."""
    items = "".join(f"<li>{drawing.badge(kind, words)}</li>" for kind, words in halves)
    return f'<ul class="fd-lights">{items}</ul>' if items else ""


def _line(line: Line) -> str:
    if line.tone == "strong":
        return f"<p><strong>{drawing.text(line.text)}</strong></p>"
    return drawing.paragraph(line.text, kind="fd-source" if line.tone == "quiet" else "")


@remembered
def national(snapshot: Snapshot, month: date) -> str:
    """The national figure as what it is: context."""
    target = resolve(snapshot.targets, "national", None, month)
    if target is None or target.value is None:
        return ""
    return (f"De {number(target.value)} personer i {GOAL_1} er et tal for hele landet. Planen nævner ingen andel til "
            f"{REGION}, så regionen holdes kun op mod det, planen beder hvert jobcenter om.")
