"""What became of a file that was imported, for a program and for a person."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from model.intake.account.account import Account
from model.intake.account.account_words import sentence
from model.intake.counting import words
from model.intake.counting.listing import Listing
from model.intake.mending import answered, corrections, mending
from model.intake.report import Correction, Problem

PROBLEM = ("severity", "gate", "sheet", "row", "column", "text", "cell", "suggestion", "question")


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    file: str
    dataset: str
    status: str
    counts: dict[str, int]
    problems: tuple[Problem, ...] = ()
    goal_changes: Sequence[dict[str, str]] = ()
    upload: int | None = None
    text: str = ""
    notes: tuple[str, ...] = ()  # what was skipped, recognised or read in a special way
    corrections: tuple[Correction, ...] = ()
    account: Account | None = None  # what became of every number; None when the file was not read so far
    listing: Listing | None = None  # the list that the file may be counted as
    answers: tuple[Problem, ...] = ()  # the questions that were answered, now or about an earlier file

    def as_json(self) -> str:
        """The shape other programs rely on, on one line."""
        problems = [{name: getattr(p, name) for name in PROBLEM} | {
            "options": [{"value": option.value, "text": option.words} for option in p.options]} for p in self.problems]
        corrected = [{"sheet": c.sheet, "cell": c.cell, "from": c.was, "to": c.value} for c in self.corrections]
        found: dict[str, Any] = {"file": self.file, "dataset": self.dataset, "status": self.status, **self.counts,
                                 "problems": problems, "goal_changes": list(self.goal_changes), "upload": self.upload,
                                 "notes": list(self.notes), "corrections": corrected,
                                 "answers": answered.as_json(self.answers),
                                 "account": self.account.as_json() if self.account else None,
                                 "countable": self.listing is not None}
        return json.dumps(found, ensure_ascii=False)

    def as_text(self) -> str:
        """The same for a person."""
        told = {"fejl": "Fejl", "advarsel": "Advarsel"}
        numbers = [f"  {sentence(self.account)}."] if self.account else []
        numbers += [f"  {words.by_command(self.listing)}"] if self.listing and self.status == "refused" else []
        return "\n".join([f"{self.file}: {self.text}", *numbers,
                          *(f"  {told[p.severity]}: {p.text}{_how_to_answer(p)}" for p in self.problems),
                          *(f"  Besvaret: {answered.told(p)}" for p in self.answers),
                          *(f"  Rettet: {mending.told(c)}" for c in self.corrections),
                          *(f"  Bemærk: {note}" for note in self.notes)])


def _how_to_answer(problem: Problem) -> str:
    """What to write on the command line to answer a question, or to take a suggestion."""
    if problem.question:
        choices = "; ".join(f"{option.value}: {option.words}" for option in problem.options)
        return f" [--answer {problem.question}=…{f' ({choices})' if choices else ''}]"
    if problem.cell and problem.suggestion is not None:
        at = corrections.place(Correction(problem.sheet or "", problem.cell, None))
        return f" [--fix \"{at}={problem.suggestion}\"]"
    return ""
