"""What the trials before a programme found, as printed: reference values, never targets."""

from datetime import date
from typing import Annotated

from pydantic import Field

from model.programmes.declared import Count, Declared, Name, Number, Text


class Trial(Declared):
    """One trial. None: the source does not say. months: how long it ran. enterprises: (fewest, most)."""

    name: Text
    period: Text
    months: Number | None = None
    jobcenters: Number
    enterprises: tuple[Number, Number]
    places: Number
    persons: Number | None = None
    target_group: Text | None = None

    @property
    def persons_per_place_and_year(self) -> float | None:
        """How many persons one place took in a year; None where persons or duration are unknown."""
        return None if self.persons is None or self.months is None else self.persons / self.places * 12 / self.months


class Reference(Declared):
    """One finding: its value in percent, what it is of, the words it is printed with, and what is printed beside it."""

    name: Text
    percent: Annotated[float, Field(strict=True)]
    quote: Text
    of: Text
    detail: str = ""


class References(Declared):
    """The findings that stand beside a programme's own figures."""

    occupancy: Reference
    job_or_education: Reference
    subsidised_job: Reference
    self_supporting: Reference
    self_supporting_otherwise: Reference

    @property
    def every(self) -> tuple[Reference, ...]:
        """All of them, in order."""
        return tuple(getattr(self, name) for name in type(self).model_fields)


class Survey(Declared):
    """How many of the jobcenters that were asked were satisfied, saw a better effect and go on."""

    asked: Number
    satisfied: Count
    better_effect: Count
    go_on: Count


class Mentors(Declared):
    """How many candidates one mentor meets in a year: fewest and most."""

    candidates: tuple[Number, Number]


class Findings(Declared):
    """All of it, with the label that stands wherever a value is shown.

    main: what the one is called that is compared with.
    group, counted: whom the trials were about, and what they counted, which sets them apart from the programme.
    began: the first day of the first of them, before which no centre was opened.
    """

    label: Text
    main: str = "forsøget"
    source: Text
    group: Text
    counted: Text
    began: date
    trials: dict[Name, Trial]
    references: References
    survey: Survey | None = None
    mentors: Mentors | None = None

    @property
    def rated(self) -> tuple[Trial, ...]:
        """The trials of which it is known how many persons a place took, the largest first."""
        known = [trial for trial in self.trials.values() if trial.persons_per_place_and_year is not None]
        return tuple(sorted(known, key=lambda trial: -(trial.persons or 0)))
