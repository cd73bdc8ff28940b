"""The screens of a conference: one message each, drawn alike on the wall, in the offline file and on a slide."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from model.basics.formatting import month_long
from model.drawing.card import Card, lines
from model.drawing.chart import Chart
from model.drawing.words import alt_text, full_stop
from model.programmes.words import GOAL_1, GOAL_2
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.charts.centre_occupancy import occupancy_chart
from model.subjects.centres.charts.centres import movement_chart
from model.subjects.centres.figures import periods
from model.subjects.comparison.charts.comparison import goal2_dots
from model.subjects.comparison.figures import peers
from model.subjects.courses.charts.courses import runs_chart
from model.subjects.courses.figures import attendance
from model.subjects.definitions.catalogue import definition
from model.subjects.definitions.measure import with_targets
from model.subjects.goals.charts.cards import divided, goal2_card, jobcenter_goal1, region_goal1
from model.subjects.goals.charts.outcome import outcome_chart
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.charts.tiles import verdict_tiles
from model.subjects.goals.figures.goals import goal1, goal2
from model.subjects.goals.figures.left_out import outcome_region, region_name
from model.subjects.goals.figures.pace import pace
from model.subjects.goals.figures.region import region
from model.subjects.goals.figures.target_tables import target_words
from model.subjects.goals.words.lines import INVENTED, source_line
from model.subjects.goals.words.region import region_title
from model.subjects.goals.words.sentences import pace_sentence
from model.subjects.goals.words.titles import goal1_title
from model.subjects.stories.figures.stories import StandingStory, of_jobcenter, stories
from model.subjects.support.charts.support import months_chart
from model.subjects.support.figures import hotline

STORY = "historie"  # begins the key of a story's screen


@dataclass(frozen=True)
class Screen:
    """One message: a chart, or key figures, or a story's paragraphs. Every text is finished Danish.

    key: its name in the address. name: what it is called where screens are chosen. definitions: what the numbers mean.
    figures: cards to be read from the back row, where the verdict is a line like the others. reach: whom it is for,
    where that is not everybody who sees the figures.
    """

    key: str
    name: str
    title: str
    subtitle: str
    source: str
    alt: str
    definitions: tuple[str, ...] = ()
    chart: Chart | None = None
    figures: tuple[Card, ...] = ()
    paragraphs: tuple[str, ...] = ()
    reach: str = ""


@remembered
def screens(snapshot: Snapshot, month: date, code: str | None = None) -> tuple[Screen, ...]:
    """Every screen there is something to show on, in the order a talk goes: the region's, or one jobcenter's."""
    found = _region(snapshot, month) if code is None else _jobcenter(snapshot, code, month)
    told = stories(snapshot) if code is None else of_jobcenter(snapshot, code)
    return (*found, *(_story(snapshot, story) for story in told))


def chosen(available: Iterable[Screen], keys: Iterable[str]) -> tuple[Screen, ...]:
    """The screens of these keys in their order; unknown keys are left out. Without any known one all but the stories.

    A story is shown only when it is chosen.
    """
    by_key = {screen.key: screen for screen in available}
    found = tuple(by_key[key] for key in dict.fromkeys(keys) if key in by_key)
    return found or tuple(screen for key, screen in by_key.items() if not key.startswith(STORY))


def addressed(screens: Iterable[Screen], address: str) -> tuple[Screen, ...]:
    """The same with the address of their edition printed where they come from; as they are where it is not known."""
    return tuple(replace(screen, source=f"{screen.source} · {address}") if address else screen for screen in screens)


def _region(snapshot: Snapshot, month: date) -> list[Screen]:
    alone = not snapshot.jobcenters.empty  # an edition may tell of them together alone
    found = [_region_status(snapshot, month),
             _drawn(snapshot, month, "maal1", f"{GOAL_1} måned for måned", progress_chart(snapshot, None, month),
                    ("andel",))]
    if alone:
        found.append(_drawn(snapshot, month, "fliser", f"{GOAL_1} i hvert jobcenter", verdict_tiles(snapshot, month),
                            ("maal_1",)))
    found.append(_drawn(snapshot, month, "maal2", f"{GOAL_2} måned for måned", outcome_chart(snapshot, None, month),
                        ("maal_2",)))
    if alone:
        found.append(_drawn(snapshot, month, "sammenligning", f"{GOAL_2} i hvert jobcenter",
                            goal2_dots(snapshot, month, peers.everyone(snapshot)), ("maal_2",)))
    if attendance.any_said(snapshot):
        found.append(_drawn(snapshot, month, "kurser", "Kurser", runs_chart(snapshot), ("fremmoede",)))
    if periods.has_any(snapshot):
        found.append(_drawn(snapshot, month, "centre", "Virksomhedscentre", movement_chart(snapshot, None, month),
                            ("aktive_centre", "pladser")))
    return [*found, *_activities(snapshot, month)]


def _activities(snapshot: Snapshot, month: date) -> Iterator[Screen]:
    """How full the centres are, and what the hotline was asked, where any month of it is known."""
    room = occupancy_chart(snapshot, None, month)
    if room is not None:
        yield _drawn(snapshot, month, "pladser", "Pladser i virksomhedscentre", room, ("belaegning",))
    if not hotline.by_month(snapshot).empty:
        yield _drawn(snapshot, month, "hotline", "Hotline", months_chart(snapshot), ("henvendelser",))


def _jobcenter(snapshot: Snapshot, code: str, month: date) -> list[Screen]:
    lines = (_drawn(snapshot, month, "maal1", f"{GOAL_1} måned for måned", progress_chart(snapshot, code, month),
                    ("andel", "foroegelse"), code),
             _drawn(snapshot, month, "maal2", f"{GOAL_2} måned for måned", outcome_chart(snapshot, code, month),
                    ("maal_2",), code))
    return [_jobcenter_status(snapshot, code, month), *(screen for screen in lines if _has_line(screen))]


def _has_line(screen: Screen) -> bool:
    """Whether its own line has a point: a line that is hidden throughout is no message."""
    return screen.chart is not None and any(
        value is not None for series in screen.chart.series if series.role == "main" for value in series.values)


def _drawn(snapshot: Snapshot, month: date, key: str, name: str, chart: Chart, measures: tuple[str, ...],
           code: str | None = None) -> Screen:
    return Screen(key=key, name=name, title=chart.title, subtitle=chart.subtitle, source=chart.source, alt=chart.alt,
                  definitions=_definitions(snapshot, month, measures, code), chart=chart)


def _region_status(snapshot: Snapshot, month: date) -> Screen:
    whole, first = region(snapshot, month), region_goal1(snapshot, month)
    second = goal2_card(snapshot, whole.goal2, name=outcome_region(snapshot))
    figures = (_large(first, full_stop(first.context), *first.sentences),
               _large(second, *_judged(second), full_stop(divided(snapshot, month))))
    return _status(snapshot, month, region_title(whole), region_name(snapshot), figures)


def _jobcenter_status(snapshot: Snapshot, code: str, month: date) -> Screen:
    goal, first = goal1(snapshot, code, month), jobcenter_goal1(snapshot, code, month)
    second = goal2_card(snapshot, goal2(snapshot, code, month), name=goal.name)
    judged = replace(first, title=f"{first.title}: {first.verdict_words}")
    halves = (*(text for _, text in first.halves), pace_sentence(pace(snapshot, code, month)))
    figures = (_large(judged, *halves), _large(second, *_judged(second)))
    return _status(snapshot, month, goal1_title(goal), f"Jobcenter {goal.name}", figures, code)


def _large(card: Card, *texts: str) -> Card:
    """The card's number with its heading and bullet, over these lines."""
    return replace(card, context="", verdict=None, halves=(), points=(), lines=lines(*texts))


def _judged(card: Card) -> tuple[str, ...]:
    """How certain it is, and what that rests on."""
    return card.verdict_words, *card.sentences


def _status(snapshot: Snapshot, month: date, title: str, who: str, figures: tuple[Card, ...],
            code: str | None = None) -> Screen:
    when = month_long(month)
    return Screen(key="status", name="Status", title=title, subtitle=f"{who}, {when}",
                  source=source_line(snapshot, month), figures=figures,
                  alt=alt_text("Nøgletal", title, *(f"{f.title}: {f.figure} {f.words}" for f in figures), when),
                  definitions=_definitions(snapshot, month, ("maal_1", "maal_2"), code))


def _story(snapshot: Snapshot, story: StandingStory) -> Screen:
    source = INVENTED if snapshot.sample else f"Kilde: {story.place}"
    return Screen(key=f"{STORY}-{story.number}", name=f"God historie: {story.title}", title=story.title,
                  subtitle=story.line, source=source, alt=alt_text("God historie", story.title, story.place),
                  paragraphs=tuple(part.strip() for part in story.description.split("\n") if part.strip()))


def _definitions(snapshot: Snapshot, month: date, names: tuple[str, ...], code: str | None = None) -> tuple[str, ...]:
    """»Mål 1: what it is. Numerator / denominator«, with the targets in force for the jobcenter, or the region's."""
    words = target_words(snapshot, month, code)
    found = [with_targets(definition(name), words) for name in names]
    return tuple(f"{m.title}: {m.what} {m.numerator}{f' / {m.denominator}' if m.denominator else ''}. {m.reading}"
                 for m in found)
