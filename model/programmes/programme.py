"""What a programme declares: its period, its units, what they report, its goals, its plan and what its trials found.

A declaration is text (``loading``). Code asks a programme for roles and kinds of goals, never for a name.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StrictBool

from model.programmes.declared import Count, Declared, Name, Number, Percent, Text
from model.programmes.findings import Findings
from model.programmes.plan import Plan

Kind = Literal["stock", "flow", "text", "choice", "date"]
Role = Literal["group", "reached", "part", "started", "ended", "outcome", "ended_after_centre", "outcome_after_centre"]


class Unit(Declared):
    """One of those who take part; ``code`` is a municipality's, or three digits of no municipality's."""

    code: Annotated[str, Field(pattern=r"^\d{3}$")]
    name: Text
    landsdel: Text
    tile: tuple[Count, Count]  # row, column
    spellings: tuple[Text, ...] = ()


class Measure(Declared):
    """One thing that is reported: a stock stands on a day, a flow is counted over a month.

    later: known only weeks after the month. said: how a count of it is said in a sentence, where not as the heading.
    """

    name: Name
    heading: Text
    kind: Kind
    role: Role | None = None
    part_of: Name | None = None
    later: StrictBool = False
    said: str = ""
    spellings: tuple[Text, ...] = ()
    choices: dict[Text, tuple[Text, ...]] | None = None  # stored value -> other spellings


class Wanted(Declared):
    """A first target: ``stored_as`` is the name of its dated rows, which a person may change with a reason."""

    target: Number
    stored_as: Name
    source: Text
    reason: Text


class Share(Wanted):
    """Reached of the group, in percent."""

    kind: Literal["share"]
    target: Percent
    group: Role
    reached: Role


class Increase(Wanted):
    """More reached than in the baseline month, in persons."""

    kind: Literal["increase"]
    reached: Role


class Outcome(Wanted):
    """Ended with the outcome so many weeks after, in percent of all that ended."""

    kind: Literal["outcome"]
    title: Text
    target: Percent
    ended: Role
    outcome: Role
    weeks: Number


Part = Annotated[Share | Increase, Field(discriminator="kind")]


class AllOf(Declared):
    """A goal that is met where every part of it is."""

    kind: Literal["all_of"]
    title: Text
    parts: Annotated[dict[Name, Part], Field(min_length=1)]


Goal = Annotated[AllOf | Outcome, Field(discriminator="kind")]


class Baseline(Declared):
    """The month an increase is measured from."""

    month: date
    source: Text
    reason: Text


class Programme(Declared):
    """One programme. ``ends`` is the first day of its last month; figures are taken from ``figures_from`` on."""

    id: Name
    name: Text
    region: Text
    figures_from: date
    starts: date
    ends: date
    goals: Annotated[dict[Name, Goal], Field(min_length=1)]
    baseline: Baseline | None = None
    national: Wanted | None = None
    units: Annotated[tuple[Unit, ...], Field(min_length=1)]
    measures: Annotated[tuple[Measure, ...], Field(min_length=1)]
    plan: Plan | None = None
    trials: Findings | None = None

    def measure(self, role: Role) -> Measure:
        """The measure that plays a role. Raises KeyError where none does."""
        return next(iter(self.playing(role)), None) or _nobody(role)

    def name_of(self, role: Role) -> str:
        """The name of the measure that plays a role. Raises KeyError where none does."""
        return self.measure(role).name

    def playing(self, role: Role) -> tuple[Measure, ...]:
        """The measures that play a role, in order."""
        return tuple(each for each in self.measures if each.role == role)


def _nobody(role: Role) -> Measure:
    raise KeyError(role)
