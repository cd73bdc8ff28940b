"""What is said of the collected examples, and each of them as a card."""

from model.basics.formatting import capital, listing, number, plural
from model.drawing.card import Card, lines
from model.programmes.collection import Collection, Example
from model.subjects.stories.figures.collection import counts, places, without


def title(collection: Collection) -> str:
    """»25 eksempler på samarbejde fra 13 af 19 kommuner«."""
    held = plural(len(collection.examples), "eksempel", "eksempler")
    all_units = counts(collection)
    return (f"{held} på samarbejde fra {number(sum(map(bool, all_units.values())))} af "
            f"{plural(len(all_units), 'kommune', 'kommuner')}")


def line(collection: Collection) -> str:
    """How many the source says there are and what became of the rest; empty where none is lacking."""
    lost = collection.claimed - len(collection.examples)
    if not lost:
        return ""
    return " ".join((f"Kilden siger {number(collection.claimed)} eksempler, så {number(lost)} mangler.",
                     collection.reading)).strip()


def none_from(collection: Collection) -> str:
    """»Ingen af dem er fra Favrskov, Randers eller Samsø«; empty where every unit has one."""
    names = without(collection)
    return f"Ingen af dem er fra {listing(names, word='eller')}" if names else ""


def card(example: Example, source: str) -> Card:
    """Where it is from, what was done, with whom, whom to ask, and the page of the source it is told on."""
    first, last = example.pages
    where = f"side {first}" if first == last else f"side {first}–{last}"
    return Card(example.title, lines=(
        *lines(" · ".join((capital(listing(places(example))), example.theme)), tone="quiet"),
        *lines(example.text, f"Sammen om det: {example.partners}."),
        *lines(" · ".join(part for part in (f"Spørg {example.contact}" if example.contact else "",
                                            f"{source}, {where}") if part), tone="quiet")))


def held_words(shown: int, of: int) -> str:
    """»2 af 25 eksempler«, when a search has left some out."""
    return f"{number(shown)} af {plural(of, 'eksempel', 'eksempler')}" if shown != of else ""
