"""The units as tiles of equal size, each with how many of the collected examples are from it."""

from functools import partial

import pandas as pd

from model.basics.formatting import NBSP, alphabetical, number
from model.drawing.chart import Chart, Tile
from model.drawing.words import alt_text
from model.programmes.collection import Collection
from model.programmes.programme import Unit
from model.subjects.stories.figures.collection import counts
from model.subjects.stories.words.collection import none_from, title

NONE = f"ingen{NBSP}bevaret"
HOW_TO_READ = ("Hver flise er en kommune; alle fylder lige meget, og pladsen svarer omtrent til kortet. Tallet er de "
               "eksempler, kommunen er med i; et eksempel kan være flere kommuners. Eksempler fra hele regionen eller "
               "hele landet er ikke talt med. Vælg en flise for at læse kommunens egne.")


def collection_tiles(collection: Collection) -> Chart:
    """How many examples each unit has, placed on the tile grid."""
    by_unit = dict(sorted(counts(collection).items(), key=lambda pair: alphabetical(pair[0].name)))
    return Chart(
        kind="tiles", title=none_from(collection) or title(collection),
        subtitle="Eksempler, som kommunen er med i", source=f"Kilde: {collection.source}. {collection.gathered}.",
        alt=alt_text("Fliser, en for hver kommune", title(collection)),
        make_table=partial(_table, by_unit), make_data=partial(_data, by_unit), how_to_read=HOW_TO_READ,
        tiles=tuple(_tile(unit, count) for unit, count in by_unit.items()))


def _tile(unit: Unit, count: int) -> Tile:
    row, column = unit.tile
    status = ("eksempel" if count == 1 else "eksempler") if count else NONE
    return Tile(row=row, column=column, name=unit.name, figure=number(count) if count else "–", status=status,
                mark="plain" if count else "unknown", code=unit.code, known=bool(count))


def _table(by_unit: dict[Unit, int]) -> pd.DataFrame:
    return pd.DataFrame([(unit.name, number(count) if count else NONE)
                         for unit, count in by_unit.items()], columns=["Kommune", "Eksempler"])


def _data(by_unit: dict[Unit, int]) -> pd.DataFrame:
    """``eksempler`` counts those that are kept."""
    return pd.DataFrame([(unit.code, unit.name, count) for unit, count in by_unit.items()],
                        columns=["kommunekode", "kommune", "eksempler"])
