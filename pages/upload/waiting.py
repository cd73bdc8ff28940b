"""One file on its way through check, answers and save."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from model.basics.free_text import CPR
from model.basics.personal_data import has_cpr
from model.intake.counting.listing import Listing
from model.intake.mending import corrections as correcting
from model.intake.report import Answers, Correction, Heading, Report
from model.subjects.goals.figures.effect import GoalChange
from pages.upload import answers
from pages.upload.successor import Refused


@dataclass(eq=False)
class Intake:
    """One file: its bytes until they are saved or refused, the answers given and the report that is shown."""

    file_name: str
    content: bytes
    number: int
    dataset: str | None = None  # the kind of file a person said it is; None: as its headings say
    answers: Answers | None = None
    without: tuple[str, ...] = ()
    tried: bool = False  # a check was begun; still without a report, it broke off
    report: Report | None = None
    mapping: tuple[Heading, ...] = ()  # how its headings were read, so that it can be changed
    trouble: str = ""  # why the last attempt to save did not succeed
    unsure: bool = False  # whether it may have succeeded all the same
    overtaken: bool = False  # others that waited beside it have been saved since it was checked
    upload: int | None = None  # set when the file is saved
    effect: str = ""  # what the file does to the goals
    moved: tuple[GoalChange, ...] = ()  # the jobcenter-months that it gives another verdict
    hindrance: str = ""  # why the last correction or answer could not be used
    turns: int = 0  # how many could not
    left: str = ""  # why it was not saved when others were
    reopened: bool = False  # the person wants to change the answers
    instead_of: Refused | None = None  # the refused file whose place it takes
    perhaps: Refused | None = None  # the refused file whose place it may take, when a person says so
    settled: bool = False  # whether that has been looked at
    listing: Listing | None = None  # what may be counted of a list, of whose bytes nothing may be kept
    left_out: dict[str, Any] | None = None  # what of it is not kept; None: not looked at since it was checked

    def key(self, part: str) -> str:
        """The key of a button: a second click must not reach the file that comes next."""
        return part if self.number == 1 else f"{part}_{self.number}"

    @property
    def shown_name(self) -> str:
        """The file's name for a message; one that may be a person's number is not repeated."""
        return "filen" if has_cpr(self.file_name) else self.file_name

    def put_back(self) -> None:
        """Put the file back to be checked, as far as that asks nothing of the session."""
        self.report, self.trouble, self.tried, self.reopened, self.overtaken = None, "", False, False, False
        self.effect, self.moved, self.hindrance, self.left_out = "", (), "", None

    def ask_again(self) -> None:
        """Put the file back to be checked."""
        self.put_back()
        answers.forget(("without",))  # who is left out is suggested anew by what is wrong then

    def field(self, part: str) -> str:
        """The key of a field: what cannot be used must not stay in the one it was typed in."""
        return self.key(f"{part}_{self.turns}" if self.turns else part)

    def mend(self, corrections: Iterable[Correction]) -> None:
        """Lay corrections over the file, the later of two in one cell, and put it back to be checked.

        Those that cannot be made are not kept; ``hindrance`` says why.
        """
        made = tuple(corrections)
        if self.report is None or self.report.workbook is None:
            return
        if tried := correcting.laid_over(self.report.workbook, made).problems:
            self.refuse(tried[0].text)
            return
        said = self.answers or Answers()
        kept = {correcting.place(c): c for c in (*said.corrections, *made)}
        self.answers = replace(said, corrections=tuple(kept.values()))
        self.ask_again()

    def refuse(self, why: str) -> None:
        """Say why what was written cannot be used, and begin with empty fields."""
        self.hindrance, self.turns = why, self.turns + 1

    def unmend(self, correction: Correction) -> None:
        """Take one correction back."""
        said = self.answers or Answers()
        kept = tuple(c for c in said.corrections if correcting.place(c) != correcting.place(correction))
        self.answers = replace(said, corrections=kept)
        self.ask_again()

    def answer(self, question: str, value: str) -> None:
        """Answer one of the file's questions, and put it back to be checked."""
        if has_cpr(value):
            self.refuse(CPR)
            return
        said = self.answers or Answers()
        self.answers = replace(said, said=said.said | {question: value})
        self.ask_again()

    def ask(self, question: str) -> None:
        """Take an answer back, or one that is remembered from an earlier file, so that its question is asked again."""
        said = self.answers or Answers()
        kept = {asked: value for asked, value in said.said.items() if asked != question}
        self.answers = replace(said, said=kept, anew=said.anew | {question})
        self.ask_again()

    def answer_all(self, said: Mapping[str, str]) -> None:
        """Answer several questions at once, and put the file back to be checked."""
        before = self.answers or Answers()
        self.answers = replace(before, said=before.said | dict(said))
        self.ask_again()

    def count_list(self, *, wanted: bool) -> None:
        """Count the file as a list, or read it as it is again, without the corrections of the counted table."""
        said = self.answers or Answers()
        table = self.listing.table if self.listing and not wanted else None
        kept = tuple(each for each in said.corrections if each.sheet != table)
        self.answers = replace(said, count=wanted, corrections=kept)
        self.ask_again()

    @property
    def is_counted(self) -> bool:
        """Whether it is counted in the place of being read as it is."""
        return self.listing is not None and self.answers is not None and self.answers.count

    def keep(self, *, original: bool) -> None:
        """Keep the file as it is, or only what is read of it; that changes nothing of what was checked."""
        self.answers = replace(self.answers or Answers(), keep_original=original)
        if self.report is not None:
            said = self.report.answers or Answers()
            self.report = replace(self.report, answers=replace(said, keep_original=original))

    def take_as(self, dataset: str) -> None:
        """Check it as another kind of file: what was answered was about columns it does not have."""
        kept = Answers(corrections=self.answers.corrections) if self.answers else None
        self.dataset, self.answers, self.mapping, self.without = dataset, kept, (), ()
        answers.forget(answers.ANSWERS)
        self.ask_again()
