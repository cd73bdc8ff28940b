"""A corrected file takes the place of the one that was refused, instead of waiting behind it."""

import re
from dataclasses import dataclass, field
from pathlib import PurePath

from model.intake.file_names import VERSIONS
from model.intake.report import Report

WORDS = re.compile(r"[^\W_]+")
COPY = {*VERSIONS, "v2", "v3", "v4", "korrigeret", "korrigerede", "korrektion"}


@dataclass(frozen=True)
class Refused:
    """A refused file, as far as the one that comes in its place needs to know it.

    dataset: what a person said it is. read_as: what it was read as. said: what was answered about it.
    """

    number: int
    file_name: str
    dataset: str | None
    read_as: str
    fingerprint: str
    jobcenters: frozenset[str]
    said: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, number: int, dataset: str | None, report: Report) -> "Refused":
        """What is kept of a refused file."""
        return cls(number, report.file_name, dataset, report.dataset, report.fingerprint,
                   frozenset(report.jobcenters), report.answers.said if report.answers else {})

    def is_named(self, file_name: str) -> bool:
        """Whether a file of this name is the corrected edition: the same name, or with a word like »rettet« in it."""
        return file_name == self.file_name or (bool(_words(file_name)) and _words(file_name) == _words(self.file_name))

    def may_be_followed_by(self, report: Report) -> bool:
        """Whether a file of another name may be this one corrected: the same kind, about some of the same."""
        return report.dataset == self.read_as and bool(self.jobcenters & set(report.jobcenters))


def _words(file_name: str) -> list[str]:
    """The words of a name without those that only tell one version from another."""
    return [word for word in WORDS.findall(PurePath(file_name).stem.casefold()) if word not in COPY]


def told(refused: Refused, file_name: str) -> str:
    """``»ny.csv« er kommet i stedet for »tal.csv«, som skulle rettes.``"""
    return f"»{file_name}« er kommet i stedet for »{refused.file_name}«, som skulle rettes."


def asked(refused: Refused, file_name: str) -> str:
    """``Er »ny.csv« den rettede udgave af »tal.csv«?``"""
    return f"Er »{file_name}« den rettede udgave af »{refused.file_name}«?"
