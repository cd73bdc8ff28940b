"""Which files can be read: the rules in words, and the columns from the dataset's own declaration."""

from functools import cache

import pandas as pd

from model.basics import settings
from model.basics.formatting import alphabetical, en_dash, month_long, number
from model.intake import templates
from model.intake.datasets.datasets import of_records
from model.intake.datasets.declaration import Column, Dataset
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.programmes import examples
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from pages.shared import drawing

M, D = examples.MONTH, examples.DAY
KINDS = {"count": "antal", "text": "tekst", "choice": "valg", "date": "dato"}
ROW = ("maaned", "kommunekode", "jobcenter")
RULES = {
    "Filtyper": "Regneark (.xlsx) og tekst (.csv, .txt, .tsv). En gammel .xls, en .ods eller en PDF skal først "
                "gemmes som .xlsx.",
    "Overskrifter": "Store og små bogstaver og mellemrum gør ingen forskel, og »ae« læses som »æ«. En titel over og "
                    "noter under tabellen springes over. Rækker med »I alt« bruges til kontrol.",
    "Antal": "1.055, 1 055 og 1055 er det samme. Skriv hele tal; »ca. 10« og »4-6« kan ikke bruges.",
    "Mangler": "En tom celle siger intet og ændrer intet. »..« eller »mangler« betyder ikke indberettet. Det gør »x« "
               "også i månedstal, når kolonnens andre celler er tal.",
    "Kryds og ord": "I lister spørges der én gang om, hvad et kryds, en streg eller et ord som »afbud« og »fuld« "
                    "betyder i en kolonne med antal, og svaret huskes. En dato skal skrives; et kryds siger ikke "
                    "hvornår.",
    "Tilfredshed": "Fem trin, som tal eller ord på dansk eller engelsk. Siger filen, at 1 er bedst, spørges der. "
                   "Andre skalaer og procent kan ikke bruges.",
    "Skjult": "»<3«, »<5«, »<10« og »*« betyder, at tallet er skjult. Det er ikke nul.",
    "Nul": "0 er et rigtigt nul.",
    "Måneder": f"{M:%Y-%m}, {M:%YM%m}, {M:%m-%Y}, {month_long(M)}, {M:%d-%m-%Y} eller en dato i Excel. "
               "Kvartaler kan ikke bruges.",
    "Datoer": f"{D:%d-%m-%Y}, {D:%d.%m.%y}, {D.day}. {month_long(D)} eller {D}. Dagen står altid før måneden.",
    "Flere måneder": "Udfald kendes senere end aktivering. En kolonne kan derfor have sin egen måned, og månederne kan "
                     "også stå ved siden af hinanden.",
}
RECOGNISED = ("Overskrifterne viser, hvilken slags fil det er. Er filen læst som noget forkert, kan den rigtige slags "
              "vælges på siden »Indlæs tal«. Samme sted ligger en skabelon til hver.")
OTHERS = ("Kursusdagen og måneden kan også stå over tabellen eller i arkets navn. Hver række ændrer kun det, den selv "
          "siger: tomme celler og kolonner, der ikke er med, ændrer ingenting.")
KEYS = ("Måned og jobcenter (eller kommunekode) skal være der. Af de andre kolonner er det nok med dem, I har. Navnet "
        "kan bruges som overskrift; andre overskrifter forklares én gang, når filen indlæses.")


@cache
def content() -> str:
    """The rules and the columns."""
    chosen = settings.load()
    size = f"Højst {number(chosen.max_file_mb)} MB og {number(chosen.max_rows)} rækker."
    rules = "".join(f"<dt>{drawing.text(name)}</dt><dd>{drawing.text(rule)}</dd>" for name, rule in
                    (RULES | {"Størrelse": size}).items())
    table = drawing.table(columns(), alt="Tabel: kolonner i en fil med månedstal")
    return (f'<section class="fd-prose"><h2>Filer, der kan læses</h2><dl class="fd-terms">{rules}</dl>'
            f"<h2>Slags filer</h2>{drawing.paragraph(RECOGNISED)}</section>"
            f'{drawing.table(kinds(), alt="Tabel: slags filer")}'
            f'<section class="fd-prose"><h2>Kolonner i en fil med månedstal</h2>{drawing.paragraph(KEYS)}</section>'
            f'{drawing.folded(MAANEDSTAL.title, table)}'
            f'<section class="fd-prose"><h2>Kolonner i de andre filer</h2>{drawing.paragraph(OTHERS)}</section>'
            f'{"".join(_folded(dataset) for dataset in of_records() if dataset.offered)}')


def kinds() -> pd.DataFrame:
    """One row per kind of file: its title, the columns that name a row, and what else it may hold."""
    rows = [(MAANEDSTAL.title, "Måned, jobcenter", "Tallene til målene, se herunder")] + [
        (kind.title, ", ".join(_lower(part) for part in kind.keys).capitalize(),
         ", ".join(_lower(part) for part in kind.fields).capitalize()) for kind in of_records() if kind.offered]
    return pd.DataFrame(rows, columns=["Slags", "En række kendes på", "Andre kolonner"])


def _lower(part: Column) -> str:
    return part.heading[:1].lower() + part.heading[1:]


def _folded(dataset: Dataset) -> str:
    table = drawing.table(record_columns(dataset), alt=f"Tabel: kolonner i en fil med {dataset.title.lower()}")
    return drawing.folded(dataset.title, table)


def record_columns(dataset: Dataset) -> pd.DataFrame:
    """One row per column a file of that kind may hold: what it is, the name in a file, what its cells hold."""
    return pd.DataFrame([{"Kolonne": part.heading, "Navn i filen": part.name, "Indhold": templates.holds(part),
                          "Skal være der": "ja" if part in dataset.keys else ""} for part in dataset.parts])


def columns() -> pd.DataFrame:
    """One row per column a file may hold: what it is, the name in a file, its kind and what it is a part of."""
    keys = [{"Kolonne": key.heading, "Navn i filen": key.name, "Indhold": "nøgle", "Del af": ""}
            for key in MAANEDSTAL.keys if key.name in ROW]
    return pd.DataFrame(keys + [_row(field) for field in MAANEDSTAL.fields])


def _row(field: Column) -> dict[str, str]:
    content = " eller ".join(map(en_dash, field.choices)) if field.choices else KINDS[field.kind]
    return {"Kolonne": field.heading, "Navn i filen": field.name, "Indhold": content,
            "Del af": MAANEDSTAL.field(field.part_of).heading if field.part_of else ""}


@remembered
def places(snapshot: Snapshot) -> pd.DataFrame:
    """Names, codes and landsdele, by name."""
    rows = snapshot.jobcenters.reset_index()
    rows = rows.iloc[rows["name"].map(alphabetical).argsort()]
    return pd.DataFrame({"Jobcenter": rows["name"], "Kommunekode": rows["code"], "Landsdel": rows["landsdel"]})
