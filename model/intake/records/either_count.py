"""»Deltagere« and other headings over a count that may be of those who signed up or of those who came."""

from dataclasses import replace

from model.basics.formatting import normalise
from model.intake.columns.labels import filled, is_numeric
from model.intake.datasets.declaration import Dataset
from model.intake.mending.question_ids import question_id
from model.intake.records.heading_keys import counted
from model.intake.records.shaped import Shaped
from model.intake.records.tables import Table
from model.intake.report import Answers, Option, Problem

GATE = 2
REGISTERED, CAME, IGNORED = "tilmeldt", "moedt", "ignore"
COUNTS = {REGISTERED, CAME}
HEADINGS = {"deltagere", "antaldeltagere", "deltager", "kursusdeltagere", "antal", "kursister", "antalkursister",
            "personer", "antalpersoner", "deltagerantal", "deltagertal"}
ASKED = ("Overskriften »{}« siger ikke, om tallene er dem, der var tilmeldt, eller dem, der mødte. Vælg det. Svaret "
         "huskes til næste fil.")
TOLD = "»{}« er læst som »{}«."


def settled(table: Table, dataset: Dataset, answers: Answers | None) -> Shaped:
    """The table with such a column read as what was answered, or as what the rest of the table leaves open."""
    heading = next((h for h in table.headings if normalise(h.heading) in HEADINGS and h.guess is None
                    and (at := h.index - table.start) not in table.explained
                    and is_numeric(filled(table.grid[:, at]))), None)
    if not {part.name for part in dataset.fields} >= COUNTS or heading is None or table.names >= COUNTS:
        return Shaped(table)
    about = question_id("column", normalise(heading.heading))
    said = (answers.said.get(about) if answers else None) or _plain(table, dataset)
    options = {name: dataset.field(name).heading for name in (REGISTERED, CAME) if name not in table.names}
    at = heading.index - table.start
    if said in (*options, IGNORED):
        headings = tuple(replace(h, guess=said) if h is heading else h for h in table.headings)
        targets = table.targets | ({at: said} if said != IGNORED else {})
        notes = (TOLD.format(heading.heading, options[said]),) if said != IGNORED else ()
        return Shaped(replace(table, headings=headings, targets=targets), (), notes)
    problem = Problem("fejl", GATE, ASKED.format(heading.heading), sheet=table.sheet or None, column=heading.heading,
                      question=about, options=(*(Option(name, words) for name, words in options.items()),
                                               Option(IGNORED, "Kolonnen skal ikke bruges")))
    return Shaped(replace(table, joined={**table.joined, at: next(iter(options))}), (problem,))


def _plain(table: Table, dataset: Dataset) -> str | None:
    """Those who came, where those who signed up have a column of their own or a line above speaks of attendance only.
    """
    said = {name for text in (*table.above, table.sheet) if (name := counted(text, dataset))}
    return CAME if CAME not in table.names and (REGISTERED in table.names or said == {CAME}) else None
