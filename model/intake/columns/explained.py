"""What is asked about a heading nobody knows, and the answers, given by the question's id: a column of ours, or that it
is not used.
"""

from collections.abc import Collection, Mapping

from model.intake.columns.spellings import Spellings
from model.intake.columns.vocabulary import IGNORE
from model.intake.datasets.declaration import Dataset
from model.intake.files.workbook import column_letters
from model.intake.mending.question_ids import question_id
from model.intake.report import Answers, Heading, Option, Problem

GATE = 2
EXPLAIN = "Nogle af filens overskrifter kendes ikke. Vælg, hvad hver kolonne er. Svaret huskes til næste fil."
OF_A_FIGURE = ("row:", "sheet:")  # what the keys of headings begin with that are no column's
NOT_USED = Option(IGNORE, "Kolonnen skal ikke bruges")


def about(key: str, index: int) -> str:
    """The id of the question what a heading is, by the key that a profile knows it by."""
    return question_id("column", key or f"uden_overskrift_{column_letters(index).lower()}")


def may_be(key: str, dataset: Dataset) -> tuple[str, ...]:
    """What a person may say that a heading is: a column any of ours, a row or a whole sheet a figure alone."""
    return tuple(part.name for part in (dataset.fields if key.startswith(OF_A_FIGURE) else dataset.parts))


def unknown(heading: Heading, spellings: Spellings, *, first: str | None, taken: Collection[str] = ()) -> Problem:
    """The question what a heading is, as an error. first: the likeliest answer. taken: what other columns are."""
    dataset = spellings.dataset
    guess = dataset.field(heading.guess).heading if heading.guess and heading.guess != IGNORE else ""
    what, mend = _what(heading, spellings)
    ours = {name: dataset.field(name).heading for name in may_be(heading.key, dataset) if name not in taken}
    return Problem("fejl", GATE, f"{what} {f'Mente du »{guess}«? ' if guess else ''}{mend}, eller indlæs filen én gang "
                   "på siden »Indlæs tal«, hvor den kan forklares og huskes.", column=heading.heading or None,
                   question=about(heading.key, heading.index), options=options(ours, first=first))


def _what(heading: Heading, spellings: Spellings) -> tuple[str, str]:
    """What is not known, and how it is mended in the file."""
    if heading.key.startswith("row:"):
        return f"Rækken »{heading.heading}« kendes ikke.", "Ret teksten, slet rækken"
    if heading.key.startswith("sheet:"):
        named = f"tabellen »{heading.heading}«" if heading.heading else "filen"
        return (f"Det fremgår ikke, hvilket tal {named} viser.", "Skriv det i arkets navn eller i linjen over tabellen")
    what = f"Overskriften »{heading.heading}« kendes ikke."
    if spellings.column_in(heading.heading):
        what = (f"Det, der står under »{heading.heading}« ({', '.join(heading.samples[:3])}), passer ikke til "
                "overskriften.")
    elif not heading.heading:
        what = f"Kolonne {column_letters(heading.index)} har ingen overskrift."
    return what, "Ret overskriften, slet kolonnen"


def options(ours: Mapping[str, str], *, first: str | None = None) -> tuple[Option, ...]:
    """Our columns (name -> heading) and that it is none of them, the likeliest first."""
    every = (*(Option(name, words) for name, words in ours.items()), NOT_USED)
    return tuple(sorted(every, key=lambda option: option.value != first))


def columns(keys: Mapping[int, str], answers: Answers | None, *, known: Collection[str]) -> dict[int, str]:
    """What a person has said that columns are, by their index, on the page or by the ids. keys: index -> heading's key.
    """
    if answers is None:
        return {}
    said = {index: value for index, key in keys.items()
            if (value := answers.said.get(about(key, index), "")) in {*known, IGNORE}}
    return said | answers.columns
