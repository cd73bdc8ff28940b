"""The definition of what is counted of the collected examples; none where the programme has no collection."""

from model.programmes.collection import Collection
from model.programmes.current import COLLECTION
from model.subjects.definitions.measure import Area, Measure


def examples(collection: Collection, name: str) -> Area:
    """What is counted of a programme's collection; ``name``: what its definition goes by."""
    return Area("Historier og eksempler", "Eksempler på samarbejde, som andre har samlet.",
                (_examples(collection, name),))


def _examples(collection: Collection, name: str) -> Measure:
    return Measure(
        name, "Eksempler, en kommune er med i",
        "Hvor mange af de bevarede eksempler på samarbejde der er fra en kommune.",
        "Eksempler, der nævner kommunen", "", collection.quote,
        f"{collection.reading} Et eksempel fra flere kommuner tæller hos dem alle; et fra hele regionen eller hele "
        "landet tæller hos ingen. Teksterne er fortalt med vores ord, uden navne på personer og uden numre.",
        "At en kommune ikke har noget eksempel her, siger ikke, at den intet har gjort: der er kun spurgt efter de to "
        "til tre bedste, og ikke alle er bevaret.", source=collection.source, unit="eksempler", as_declared=True)


STORIES = examples(COLLECTION, "eksempler") if COLLECTION else None
