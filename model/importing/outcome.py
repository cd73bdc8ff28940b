"""What became of a file that was imported, for a program and for a person."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from model.importing.handed import Way
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
        """``plain``, on one line."""
        return json.dumps(self.plain(), ensure_ascii=False)

    def plain(self) -> dict[str, Any]:
        """The shape other programs rely on."""
        problems = [{name: getattr(p, name) for name in PROBLEM} | {
            "options": [{"value": option.value, "text": option.words} for option in p.options]} for p in self.problems]
        corrected = [{"sheet": c.sheet, "cell": c.cell, "from": c.was, "to": c.value} for c in self.corrections]
        return {"file": self.file, "dataset": self.dataset, "status": self.status, **self.counts,
                "problems": problems, "goal_changes": list(self.goal_changes), "upload": self.upload,
                "notes": list(self.notes), "corrections": corrected,
                "answers": answered.as_json(self.answers),
                "account": self.account.as_json() if self.account else None,
                "countable": self.listing is not None}

    def as_text(self, way: Way = Way.COMMAND) -> str:
        """The same for a person, who hands it in that way."""
        told = {"fejl": "Fejl", "advarsel": "Advarsel"}
        numbers = [f"  {sentence(self.account)}."] if self.account else []
        if self.listing and self.status == "refused":
            numbers.append(f"  {words.told_how(self.listing, way.given('count', ''))}")
        return "\n".join([f"{self.file}: {self.text}", *numbers,
                          *(f"  {told[p.severity]}: {p.text}{_how_to_answer(p, way)}" for p in self.problems),
                          *(f"  Besvaret: {answered.told(p)}" for p in self.answers),
                          *(f"  Rettet: {mending.told(c)}" for c in self.corrections),
                          *(f"  Bemærk: {note}" for note in self.notes)])


def _how_to_answer(problem: Problem, way: Way) -> str:
    """What to write to answer a question, or to take a suggestion."""
    if problem.question:
        choices = "; ".join(f"{option.value}: {option.words}" for option in problem.options)
        answer = way.given("answer", f"{problem.question}=…")
        return f" [{answer}{f' ({choices})' if choices else ''}]"
    if problem.cell and problem.suggestion is not None:
        at = corrections.place(Correction(problem.sheet or "", problem.cell, None))
        text = f"{at}={problem.suggestion}"
        return f" [{way.given('fix', _quoted(text, way))}]"
    return ""


def _quoted(text: str, way: Way) -> str:
    """As a shell takes it, where it is a command."""
    return f'"{text}"' if way is Way.COMMAND else text
