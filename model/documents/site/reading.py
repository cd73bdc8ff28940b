"""The pages to read beside the figures: good stories, the plan's calendar, and what the figures mean."""

from html import escape

from model.basics.formatting import capital, day
from model.documents.site import parts
from model.documents.site.front import UPDATES
from model.documents.site.page import FRONT
from model.documents.site.public import Public
from model.programmes.current import PLAN
from model.programmes.words import ITS
from model.subjects.calendar.words.calendar import LANE_WORDS
from model.subjects.definitions.catalogue import definition
from model.subjects.definitions.measure import Measure, with_targets
from model.subjects.goals.figures.target_tables import target_words
from model.subjects.stories.figures.stories import StandingStory, stories

EXPLAINED = ("maal_1", "andel", "foroegelse", "mangler", "maal_2", "fremmoede", "aktive_centre", "pladser",
             "belaegning", "henvendelser")  # what is shown
PARTS = (("numerator", "Tæller"), ("denominator", "Nævner"), ("unit", "Enhed"), ("reading", "Sådan læser vi det"),
         ("weaknesses", "Kendte svagheder"), ("source", "Kilde"))
NO_DAYS = "Planen har ingen datoer."
NO_STORIES = "Der er ikke udgivet nogen historier endnu."


def stories_page(public: Public) -> str:
    """Every published story whole, newest first."""
    told = "".join(map(_story, stories(public.with_stories)))
    return f"<h1>Gode historier fra jobcentrene</h1>{told or parts.paragraph(NO_STORIES)}"


def calendar_page(public: Public) -> str:
    """The days of the plan, and its activities."""
    return (f"<h1>{parts.text(f'{capital(ITS)} kalender og plan')}</h1>"
            f"<section><h2>Datoer</h2>{_days(public)}</section>{_activities(public)}")


def _days(public: Public) -> str:
    if public.planned.empty:
        return parts.paragraph(NO_DAYS)
    rows = [[escape(_when(row)), escape(_what(row)), escape(LANE_WORDS[row["lane"]]), escape(row["place"])]
            for row in public.planned.to_dict("records")]
    return parts.rows_of(("Dato", "Hvad", "Aktivitet", "Sted"), rows, "Planens datoer")


def _activities(public: Public) -> str:
    """The activities, of which the website is one: what came when stands on the front page."""
    if public.activities.empty:
        return ""
    number = PLAN.number_of("website")
    log = parts.link(f"../{FRONT}#{UPDATES}", "Opdateringer")
    kept = (f"<p>{parts.text(public.activities.loc[number, 'Aktivitet'])}: {log}</p>"
            if number in public.activities.index else "")
    return f"<section><h2>Aktiviteter</h2>{parts.table(public.activities, 'Aktivitetsplanen')}{kept}</section>"


def terms_page(public: Public) -> str:
    """What each figure of an edition means, with the targets that hold."""
    shown = public.newest or public.editions[-1]
    words = target_words(public.with_stories, shown.heading.month)
    return "<h1>Det betyder tallene</h1>" + "".join(
        _measure(with_targets(definition(name), words)) for name in EXPLAINED)


def _story(story: StandingStory) -> str:
    paragraphs = "".join(parts.paragraph(part.strip()) for part in story.description.split("\n") if part.strip())
    return (f'<article id="historie-{story.number}" class="prose"><h2>{parts.text(story.title)}</h2>'
            f'{parts.paragraph(story.line, "sub")}{paragraphs}</article>')


def _when(row: dict) -> str:
    first = day(row["day"].date())
    return f"{first} – {day(row['until'].date())}" if row["period"] else first


def _what(row: dict) -> str:
    return f"Aflyst: {row['title']}" if row["cancelled"] else row["title"]


def _measure(measure: Measure) -> str:
    quote = f"<blockquote><p>»{parts.text(measure.quote)}«</p></blockquote>" if measure.quote else ""
    terms = "".join(f"<dt>{name}</dt><dd>{parts.text(getattr(measure, field))}</dd>"
                    for field, name in PARTS if getattr(measure, field))
    return (f'<section id="{escape(measure.name)}" class="prose"><h2>{parts.text(measure.title)}</h2>'
            f"{parts.paragraph(measure.what)}{quote}<dl>{terms}</dl></section>")
