"""The screens of a conference: one message each, drawn alike on the wall, in the offline file and on a slide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from model.basics.formatting import month_long
from model.drawing.chart import Chart
from model.drawing.words import alt_text
from model.snapshot.absence import HIDDEN
from model.snapshot.snapshot import Snapshot, remembered
from model.subjects.centres.charts.centres import movement_chart
from model.subjects.centres.figures import periods
from model.subjects.comparison.charts.comparison import goal2_dots
from model.subjects.comparison.figures import peers
from model.subjects.courses.charts.courses import runs_chart
from model.subjects.courses.figures import attendance
from model.subjects.definitions import definition, with_targets
from model.subjects.goals.charts.bullet import goal1_bullet, goal2_bullet, region_bullet
from model.subjects.goals.charts.outcome import outcome_chart
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.charts.tiles import goal2_counts, verdict_tiles
from model.subjects.goals.figures.goals import Goal2, goal1, goal2, region
from model.subjects.goals.figures.left_out import region_name
from model.subjects.goals.figures.pace import Pace, pace
from model.subjects.goals.figures.region_pace import region_pace
from model.subjects.goals.figures.target_tables import target_words
from model.subjects.goals.words import card_words
from model.subjects.goals.words.lines import INVENTED, source_line
from model.subjects.goals.words.region import region_title
from model.subjects.goals.words.sentences import pace_sentence
from model.subjects.goals.words.titles import goal1_title, goal2_sentence, verdict_label
from model.subjects.stories.figures.stories import Told, of_jobcenter, stories

STORY = "historie"  # begins the key of a story's screen


@dataclass(frozen=True)
class KeyFigure:
    """A number that is read from the back row: its heading, itself, the words beside it, and a bullet when it has one.

    lines: what it rests on, each a sentence. repeated: the bullet's own label says the same figure.
    hidden: what it cannot tell was hidden.
    """

    heading: str
    figure: str
    words: str
    bullet: Chart | None
    lines: tuple[str, ...] = ()
    repeated: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Screen:
    """One message: a chart, or key figures, or a story's paragraphs. Every text is finished Danish.

    key: its name in the address. name: what it is called where screens are chosen. definitions: what the numbers mean.
    """

    key: str
    name: str
    title: str
    subtitle: str
    source: str
    alt: str
    definitions: tuple[str, ...] = ()
    chart: Chart | None = None
    figures: tuple[KeyFigure, ...] = ()
    paragraphs: tuple[str, ...] = ()


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


def _region(snapshot: Snapshot, month: date) -> list[Screen]:
    everyone = peers.everyone(snapshot)
    found = [_region_status(snapshot, month),
             _drawn(snapshot, month, "maal1", "Mål 1 måned for måned", progress_chart(snapshot, None, month),
                    ("andel_virksomhedsaktivering",)),
             _drawn(snapshot, month, "fliser", "Mål 1 i hvert jobcenter", verdict_tiles(snapshot, month), ("maal_1",)),
             _drawn(snapshot, month, "maal2", "Mål 2 måned for måned", outcome_chart(snapshot, None, month),
                    ("maal_2",)),
             _drawn(snapshot, month, "sammenligning", "Mål 2 i hvert jobcenter",
                    goal2_dots(snapshot, month, everyone), ("maal_2",))]
    if attendance.any_said(snapshot):
        found.append(_drawn(snapshot, month, "kurser", "Kurser", runs_chart(snapshot), ("fremmoede",)))
    if periods.has_any(snapshot):
        found.append(_drawn(snapshot, month, "centre", "Virksomhedscentre", movement_chart(snapshot, None, month),
                            ("aktive_centre",)))
    return found


def _jobcenter(snapshot: Snapshot, code: str, month: date) -> list[Screen]:
    lines = (_drawn(snapshot, month, "maal1", "Mål 1 måned for måned", progress_chart(snapshot, code, month),
                    ("andel_virksomhedsaktivering", "foroegelse"), code),
             _drawn(snapshot, month, "maal2", "Mål 2 måned for måned", outcome_chart(snapshot, code, month),
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
    whole, found = region(snapshot, month), region_pace(snapshot, month)
    first = KeyFigure(card_words.region_heading(whole), *card_words.region_parts(whole),
                      bullet=region_bullet(snapshot, whole), hidden=_hidden(found),
                      lines=(card_words.regional_sentence(whole), pace_sentence(found)))
    second = _second(snapshot, whole.goal2, name=region_name(snapshot),
                     line=f"Jobcentrene: {goal2_counts(snapshot, month)}.")
    return _status(snapshot, month, region_title(whole), region_name(snapshot), (first, second))


def _jobcenter_status(snapshot: Snapshot, code: str, month: date) -> Screen:
    goal, found = goal1(snapshot, code, month), pace(snapshot, code, month)
    halves = (card_words.share_half(goal), card_words.increase_half(goal), pace_sentence(found))
    first = KeyFigure(f"{card_words.GOAL1}: {verdict_label(goal)}", *card_words.share_parts(goal),
                      bullet=goal1_bullet(snapshot, goal), lines=tuple(line for line in halves if line),
                      repeated=goal.share is not None, hidden=goal.absent == HIDDEN or _hidden(found))
    second = _second(snapshot, goal2(snapshot, code, month), name=goal.name)
    return _status(snapshot, month, goal1_title(goal), f"Jobcenter {goal.name}", (first, second), code)


def _hidden(found: Pace) -> bool:
    return found.hidden or found.still == HIDDEN


def _second(snapshot: Snapshot, goal: Goal2, *, name: str, line: str = "") -> KeyFigure:
    figure, count, certainty = card_words.goal2_parts(goal)
    lines = (certainty, card_words.uncertainty(goal), goal2_sentence(goal), line)
    return KeyFigure(card_words.GOAL2, figure, count, bullet=goal2_bullet(snapshot, goal, name=name),
                     lines=tuple(text for text in lines if text),
                     repeated=goal.successes is not None and bool(goal.ended),
                     hidden=goal.successes is None or goal.ended is None or bool(goal.left_out))


def _status(snapshot: Snapshot, month: date, title: str, who: str, figures: tuple[KeyFigure, ...],
            code: str | None = None) -> Screen:
    when = month_long(month)
    return Screen(key="status", name="Status", title=title, subtitle=f"{who}, {when}",
                  source=source_line(snapshot, month), figures=figures,
                  alt=alt_text("Nøgletal", title, *(f"{f.heading}: {f.figure} {f.words}" for f in figures), when),
                  definitions=_definitions(snapshot, month, ("maal_1", "maal_2"), code))


def _story(snapshot: Snapshot, story: Told) -> Screen:
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
