"""Uploads in Danish: the list, one upload's facts, and the sentences around taking one back."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

import pandas as pd

from model.basics.formatting import day, listing, local_date, moment, number, plural
from model.basics.spaces import unbroken
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.declaration import Column
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.keeping import kept_words
from model.intake.mending import answered, mending
from model.intake.report import Correction, Problem, Report
from model.intake.wording import cells, counts, done, names_left_out, problem_table
from model.programmes.measures import PARTS, TOTAL
from model.programmes.words import GOAL_1

SOURCES = {"file": "Fil", "form": "Rettelse i appen", "sample": "Eksempeldata", "api": "Andet program"}


OWN = "Du ser de filer, der kun handler om dem, din adgang gælder."


def title(uploads: pd.DataFrame, *, of_others: bool = False) -> tuple[str, str]:
    """The page's finding and the line under it. of_others: there are uploads that whoever looks does not see."""
    if uploads.empty and of_others:
        return "Der er ingen indlæsninger, du kan se", OWN
    if uploads.empty:
        return "Der er ikke indlæst noget endnu", "Når den første fil er indlæst, står den her og kan fortrydes."
    newest, undone = uploads.iloc[0], int((~uploads["stands"]).sum())
    also = f" {number(undone)} er fortrudt." if undone else ""
    return (f"{plural(len(uploads), 'indlæsning', 'indlæsninger')}, senest den {day(newest['received_at'])}",
            f"{OWN if of_others else 'Alt, der er indlæst, kan ses, hentes og fortrydes.'} Intet slettes.{also}")


def upload_table(uploads: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Uploads for reading, in the order given; Udeladt and Gemt fil only when something is left out.

    Shape: the frame of ``facts.uploads``.
    """
    table = pd.DataFrame({
        "Nr.": uploads["id"].map(number),
        "Status": [standing(undone) for undone in uploads["undone_at"]],
        "Modtaget": [unbroken(day(when)) for when in uploads["received_at"]],
        "Hvem": uploads["received_by"],
        "Fil": uploads["file_name"],
        "Slags": [DATASETS[name].title for name in uploads["dataset"]],
        "Kilde": [source(upload) for _, upload in uploads.iterrows()],
        "Indhold": [done(found, name) for found, name in zip(uploads["counts"], uploads["dataset"], strict=True)],
        "Udeladt": [names_left_out(codes, names) for codes in uploads["without"]],
        "Gemt fil": [kept_words.brief(upload.get("left_out")) for _, upload in uploads.iterrows()],
    }).reset_index(drop=True)
    return table.drop(columns=[name for name in ("Udeladt", "Gemt fil") if not table[name].any()])


def source(upload: pd.Series) -> str:
    """Where an upload came from. A form corrects a figure; of records it is where they are written at all."""
    typed = upload["source"] == "form" and not DATASETS[upload["dataset"]].is_figures
    return "Skrevet i appen" if typed else SOURCES[upload["source"]]


def original_name(upload: pd.Series) -> str:
    """What to call the file that is fetched again."""
    return kept_words.name(upload["file_name"], upload["source"], upload.get("left_out"))


def standing(undone_at: datetime | None) -> str:
    """``Gælder``, or when the upload was undone."""
    return "Gælder" if undone_at is None or pd.isna(undone_at) else f"Fortrudt {day(undone_at)}"


def labels(uploads: pd.DataFrame) -> dict[int, str]:
    """What to call each upload in a list to choose from, by id."""
    return {row.id: f"Nr. {number(row.id)} · {day(row.received_at)} · {row.file_name}"
            + ("" if row.stands else " · fortrudt") for row in uploads.itertuples()}


def show_all(count: int) -> str:
    """The label of the switch that unfolds a long list."""
    return f"Vis alle {number(count)}"


def facts_of(upload: pd.Series, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Everything kept with an upload, as pairs of name and text; what there is none of is left out."""
    undone = upload["undone_at"] is not None and not pd.isna(upload["undone_at"])
    taken_back = f"{moment(upload['undone_at'])} af {upload['undone_by']}: {upload['undone_reason']}" if undone else ""
    pairs = [("Fil", upload["file_name"]), ("Slags", DATASETS[upload["dataset"]].title), ("Kilde", source(upload)),
             ("Modtaget", moment(upload["received_at"])), ("Hvem", upload["received_by"]),
             ("Indhold", done(upload["counts"], upload["dataset"])),
             ("Udeladt", listing(names.get(c, c) for c in upload["without"])),
             ("Rettet i filen", mending.title(upload["corrections"]) if upload["corrections"] else ""),
             ("Svar", answered.title(len(given)) if (given := answered.kept(upload["problems"])) else ""),
             ("Gemt fil", kept_words.sentence(upload.get("left_out"))),
             ("Begrundelse", upload["reasons"]), ("Fortrudt", taken_back)]
    return [(name, text) for name, text in pairs if text]


def warnings_of(upload: pd.Series, names: Mapping[str, str]) -> pd.DataFrame:
    """The warnings that were accepted, for reading."""
    kept = [Problem(**(p | {"month": date.fromisoformat(p["month"]) if p.get("month") else None}))
            for p in upload["problems"] if not p.get("question")]
    return problem_table(tuple(kept), names)


def corrections_of(upload: pd.Series) -> list[str]:
    """What was changed in the file before it was checked, a sentence each; the original is kept as it came."""
    return [mending.told(Correction(**kept)) for kept in upload["corrections"]]


def answers_of(upload: pd.Series) -> list[str]:
    """What was answered about the file before it was checked, a question with its answer each."""
    return [answered.told(problem) for problem in answered.kept(upload["problems"])]


def corrections_title(count: int) -> str:
    """The heading of the folded list of corrections."""
    return f"{plural(count, 'rettelse', 'rettelser')} i filen, før den blev indlæst"


def warnings_title(count: int) -> str:
    """The heading of the folded list of accepted warnings."""
    return f"{plural(count, 'accepteret advarsel', 'accepterede advarsler')}"


def changes_title(upload: pd.Series) -> str:
    """The heading of the folded list of cells an upload changed: ``… 3 nye tal og 1 ændret tal``."""
    found, word = upload["counts"], DATASETS[upload["dataset"]].noun
    parts = [plural(found[kind], f"{one} {word.one}", f"{many} {word.many}") for kind, one, many in (
        ("new", word.new, "nye"), ("changed", "ændret", "ændrede")) if found.get(kind)]
    return f"{word.many.capitalize()}, som indlæsningen ændrede: {listing(parts) or 'ingen'}"


def nothing_changed(upload: pd.Series) -> str:
    """What is said of an upload that stated only what stood already."""
    return f"Indlæsningen ændrede ingen {DATASETS[upload['dataset']].noun.many}: alt stod der i forvejen."


def undo_verdict(changes: pd.DataFrame, dataset: str) -> str:
    """What taking an upload back does: ``12 tal forsvinder, og 3 tal får den værdi, de havde før``."""
    word, removed = DATASETS[dataset].noun, int((changes["kind"] == "removed").sum())
    back = len(changes) - removed
    parts = ([f"{plural(removed, word.one, word.many)} forsvinder"] if removed else []) + (
        [f"{plural(back, word.one, word.many)} får den værdi, {word.it if back == 1 else 'de'} havde før"]
        if back else [])
    return (f"{', og '.join(parts)}." if parts else
            f"Ingen {word.many} ændres: senere indlæsninger har givet de samme {word.many} igen.")


def standing_figures(figures: pd.DataFrame, *, jobcenter: str, month: date) -> dict[str, str]:
    """What a jobcenter's figures of a month are now, by measure: ``61``, ``skjult``; without those nobody has stated.

    ``figures`` is the frame of ``facts.figures``.
    """
    rows = figures[(figures["jobcenter"] == jobcenter) & (figures["month"] == pd.Timestamp(month))]
    return dict(zip(rows["measure"].astype(str), cells(rows, MAANEDSTAL, {}), strict=True))


def stands(shown: str | None) -> str:
    """What is said of a figure that can be corrected: ``Står nu som 61.``"""
    return "Der står ikke noget tal nu." if shown is None else f"Står nu som {shown}."


def total_stands(figures: Mapping[str, str], measures: Collection[str]) -> str:
    """That the total stands as it was when only its parts are corrected, since goal 1 follows it; else empty.

    figures: see ``standing_figures``. measures: those that are corrected.
    """
    shown = figures.get(TOTAL, MAANEDSTAL.missing)
    if TOTAL in measures or shown == MAANEDSTAL.missing or not set(PARTS) & set(measures):
        return ""
    return (f"{MAANEDSTAL.field(TOTAL).heading} står stadig som {shown}, og {GOAL_1} regnes af det tal. "
            "Ret også det, hvis det skal følge med.")


def corrected(report: Report) -> str:
    """The answer to a correction that can be saved: ``Rettelsen kan gemmes: 3 tal ændres``."""
    return f"Rettelsen kan gemmes: {counts(report.counts, report.dataset)}"


def family(fields: Sequence[Column]) -> str:
    """What to call figures that hang together: the whole's heading, and that its parts are there too."""
    return fields[0].heading + (" og dele deraf" if len(fields) > 1 else "")


def sample_ids(uploads: pd.DataFrame) -> list[int]:
    """Uploads of invented sample data that still stand."""
    return uploads.loc[uploads["stands"] & uploads["source"].eq("sample"), "id"].tolist()


def any_file(uploads: pd.DataFrame) -> bool:
    """Whether monthly figures stand that were not typed in the form: corrections alone are no month's figures."""
    figures = [dataset.name for dataset in DATASETS.values() if dataset.is_figures]
    return bool((uploads["stands"] & uploads["source"].ne("form") & uploads["dataset"].isin(figures)).any())


def undone(upload: pd.Series) -> str:
    """What is said when an upload has been taken back."""
    return f"Indlæsning nr. {number(upload['id'])} er fortrudt"


def about_sample(count: int, *, written: bool) -> str:
    """What »Fjern eksempeldata« does, before it is done. ``written``: invented meetings and stories stand too."""
    uploads = f"{plural(count, 'indlæsning', 'indlæsninger')} med opdigtede tal" if count else ""
    there = listing(text for text in (uploads, "opdigtede dialogmøder og historier" if written else "") if text)
    also = " Det, der er skrevet i de opdigtede møder og historier, følger med." if written else ""
    return (f"Der står {there}. Det tages tilbage på én gang, og mærket »Eksempeldata« forsvinder fra siderne. "
            f"Det, I selv har indlæst, bliver stående.{also}")


def with_corrections(count: int) -> str:
    """The wish to take back the corrections that go with the sample data."""
    return f"Fortryd også {plural(count, 'rettelse', 'rettelser')} i appen, der kun retter eksempeldata"


def evening_before(upload: pd.Series) -> date:
    """The last day on which the upload's figures had not come yet."""
    return local_date(upload["received_at"]) - timedelta(days=1)


def look_back(upload: pd.Series, page: str) -> str:
    """The words of the link to a page as it looked before an upload."""
    return f"Se {page}, som den så ud {day(evening_before(upload))}"
