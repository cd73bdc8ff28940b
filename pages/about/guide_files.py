"""Which files can be read: the rules in words, and the columns from the dataset's own declaration."""

from functools import cache

import pandas as pd

from model import settings
from model.formatting import alphabetical, number
from model.importing.datasets import MAANEDSTAL, Field
from model.indicators.snapshot import Snapshot, remembered
from pages.shared import drawing

KINDS = {"count": "antal", "text": "tekst", "choice": "valg", "date": "dato"}
ROW = ("maaned", "kommunekode", "jobcenter")
RULES = {
    "Filtyper": "Regneark (.xlsx) og tekst (.csv, .txt, .tsv). En gammel .xls, .ods eller PDF gemmes først som "
                ".xlsx.",
    "Overskrifter": "Store og små bogstaver, mellemrum og æøå gør ingen forskel. Titel over og noter under tabellen "
                    "springes "
                    "over. I alt-rækker bruges til kontrol.",
    "Antal": "1.055, 1 055 og 1055 er det samme. Skriv hele tal; »ca. 10« og »4-6« kan ikke bruges.",
    "Mangler": "En tom celle siger intet og ændrer intet. »..«, »x« eller »mangler« betyder ikke indberettet.",
    "Skjult": "»<3«, »<5«, »<10« og »*« betyder, at tallet er skjult. Det er ikke nul.",
    "Nul": "0 er et rigtigt nul.",
    "Måneder": "2010-03, 2010M03, 03-2010, marts 2010, 01-03-2010 eller en dato i Excel. Kvartaler kan ikke bruges.",
    "Datoer": "12-04-2010, 12.04.10, 12. april 2010 eller 2010-04-12. Dagen står altid før måneden.",
    "Flere måneder": "Udfald kommer senere end aktivering. En kolonne kan have sin egen måned, og en fil kan have "
                     "måneder "
                     "hen ad vejen.",
}
KEYS = ("Måned og jobcenter (eller kommunekode) skal være der; af resten det, I har. Navnet kan bruges som "
        "overskrift, og andre overskrifter kan læres op, når filen indlæses.")


@cache
def content() -> str:
    """The rules and the columns."""
    chosen = settings.load()
    size = f"Højst {number(chosen.max_file_mb)} MB og {number(chosen.max_rows)} rækker."
    rules = "".join(f"<dt>{drawing.text(name)}</dt><dd>{drawing.text(rule)}</dd>" for name, rule in
                    (RULES | {"Størrelse": size}).items())
    table = drawing.table(columns(), alt="Tabel: kolonner i en fil med månedstal")
    return (f'<section class="fd-prose"><h2>Filer, der kan læses</h2><dl class="fd-terms">{rules}</dl>'
            f"<h2>Kolonner i en fil med månedstal</h2>{drawing.paragraph(KEYS)}</section>{table}")


def columns() -> pd.DataFrame:
    """One row per column a file may hold: what it is, the name in a file, its kind and what it is a part of."""
    keys = [{"Kolonne": key.heading, "Navn i filen": key.name, "Indhold": "nøgle", "Del af": ""}
            for key in MAANEDSTAL.keys if key.name in ROW]
    return pd.DataFrame(keys + [_row(field) for field in MAANEDSTAL.fields])


def _row(field: Field) -> dict[str, str]:
    content = ", ".join(field.choices) if field.choices else KINDS[field.kind]
    return {"Kolonne": field.heading, "Navn i filen": field.name, "Indhold": content,
            "Del af": MAANEDSTAL.field(field.part_of).heading if field.part_of else ""}


@remembered
def places(snapshot: Snapshot) -> pd.DataFrame:
    """Names, codes and landsdele, by name."""
    rows = snapshot.jobcenters.reset_index()
    rows = rows.iloc[rows["name"].map(alphabetical).argsort()]
    return pd.DataFrame({"Jobcenter": rows["name"], "Kommunekode": rows["code"], "Landsdel": rows["landsdel"]})
