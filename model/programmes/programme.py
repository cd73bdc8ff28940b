"""What a programme declares: its period, its units, what they report, its goals, its plan and what its trials found.

A declaration is text (``loading``). Code asks a programme for roles and kinds of goals, never for a name.
"""

from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import Field, StrictBool

from model.programmes.collection import Collection
from model.programmes.declared import Count, Declared, Name, Number, Percent, Text
from model.programmes.findings import Findings
from model.programmes.kinds import Checklist, Contract, Events, Expected, Fact, Milestones, Repeated, Volume
from model.programmes.plan import Plan
from model.programmes.prices import Prices
from model.programmes.referring import QuoteName

Kind = Literal["stock", "flow", "text", "choice", "date"]
Counted = Literal["group", "reached", "part", "in_centre", "started", "ended", "outcome", "outcome_beside",
                  "ended_after_centre", "outcome_after_centre"]
Beside = Literal["model", "method", "remark", "delivered"]  # what is said beside the counts of a month
Role = Literal[Counted, Beside]
Public = Literal["by_month", "by_half_year", "whole", "never"]


class Unit(Declared):
    """One of those who take part; ``code`` is a municipality's, or three digits of no municipality's."""

    code: Annotated[str, Field(pattern=r"^\d{3}$")]
    name: Text
    landsdel: Text
    tile: tuple[Count, Count]  # row, column
    spellings: tuple[Text, ...] = ()


class Definition(Declared):
    """What a measure means. quote: the name of one among the programme's quotes; empty where its plan says nothing."""

    what: Text
    reading: Text
    weaknesses: Text
    quote: QuoteName = ""
    unit: Text = "personer"


class Measure(Declared):
    """One thing that is reported: a stock stands on a day, a flow is counted over a month.

    public: how citizens' counts are told outside: of each unit and month, of each unit cumulated to fixed half-years,
    of the whole alone, or not at all; what says nothing is internal. later: known only weeks after the month. so_far:
    counted from the start, so that it never becomes less.
    said: how a count of it is said in a sentence, where not as the heading. noun, definite, plural: what it counts, in
    the middle of a sentence. short: its heading where there is little room. explained: what the guide's list of words
    says of it. broken: what a line is told where its statement changes, and reserved: what an increase is told that is
    counted across the change.
    """

    name: Name
    heading: Text
    kind: Kind
    role: Role | None = None
    part_of: Name | None = None
    public: Public = "never"
    later: StrictBool = False
    so_far: StrictBool = False
    said: str = ""
    noun: str = ""
    definite: str = ""
    plural: str = ""
    short: str = ""
    explained: str = ""
    broken: str = ""
    reserved: str = ""
    definition: Definition | None = None
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
    group: Counted
    reached: Counted


class Increase(Wanted):
    """More reached than in the baseline month, in persons."""

    kind: Literal["increase"]
    reached: Counted


class Outcome(Wanted):
    """Ended with the outcome so many weeks after, in percent of all that ended."""

    kind: Literal["outcome"]
    title: Text
    target: Percent
    ended: Counted
    outcome: Counted
    weeks: Number


Part = Annotated[Share | Increase, Field(discriminator="kind")]


class AllOf(Declared):
    """A goal that is met where every part of it is."""

    kind: Literal["all_of"]
    title: Text
    parts: Annotated[dict[Name, Part], Field(min_length=1)]


Goal = Annotated[AllOf | Outcome | Milestones | Volume | Checklist | Contract | Events, Field(discriminator="kind")]
Aim = TypeVar("Aim", AllOf, Outcome, Milestones, Volume, Checklist, Contract, Events)


class Baseline(Declared):
    """The month an increase is measured from."""

    month: date
    source: Text
    reason: Text


class Organiser(Declared):
    """Who runs it: the name in full, the one it goes by, and how else files write it."""

    name: Text
    short: Text
    spellings: tuple[Text, ...] = ()


class Remark(Declared):
    """What the plan says of something that the house computes, and how that is read. quote: the name of one."""

    quote: QuoteName = ""
    reading: str = ""
    weaknesses: str = ""


class PlanWords(Declared):
    """The programme's own words: ``source``, whose they are, the quotes by name, and the remarks by definition."""

    source: Text
    quotes: dict[Name, Text] = Field(default_factory=dict)
    remarks: dict[Name, Remark] = Field(default_factory=dict)


class Programme(Declared):
    """One programme. ``ends`` is the first day of its last month; figures are taken from ``figures_from`` on.

    called: its name in the middle of a sentence. itself: the word for what it is, as »kampagnen«. beside: the id of the
    one it is shown beside, on pages of its own.
    """

    id: Name
    name: Text
    called: Text
    itself: Text
    region: Text
    organiser: Organiser
    figures_from: date
    starts: date
    ends: date
    goals: Annotated[dict[Name, Goal], Field(min_length=1)]
    baseline: Baseline | None = None
    national: Wanted | None = None
    units: Annotated[tuple[Unit, ...], Field(min_length=1)]
    measures: Annotated[tuple[Measure, ...], Field(min_length=1)]
    expected: tuple[Expected, ...] = ()
    repeated: tuple[Repeated, ...] = ()
    facts: tuple[Fact, ...] = ()
    plan: Plan | None = None
    trials: Findings | None = None
    definitions: PlanWords | None = None
    beside: Name | None = None
    prices: Prices | None = None
    collection: Collection | None = None

    def measure(self, role: Role) -> Measure:
        """The measure that plays a role. Raises KeyError where none does."""
        return next(iter(self.playing(role)), None) or _nobody(role)

    def name_of(self, role: Role) -> str:
        """The name of the measure that plays a role. Raises KeyError where none does."""
        return self.measure(role).name

    def playing(self, role: Role) -> tuple[Measure, ...]:
        """The measures that play a role, in order."""
        return tuple(each for each in self.measures if each.role == role)

    def named(self, measure: str) -> Measure:
        """The measure of that name. Raises StopIteration where there is none."""
        return next(each for each in self.measures if each.name == measure)

    def aims(self, kind: type[Aim]) -> tuple[Aim, ...]:
        """Its goals of one kind, in order."""
        return tuple(goal for goal in self.goals.values() if isinstance(goal, kind))

    @property
    def all_of(self) -> AllOf:
        """The goal that is met where every part of it is. Raises StopIteration where there is none."""
        return next(iter(self.aims(AllOf)))

    @property
    def outcome(self) -> Outcome:
        """The goal of what came after. Raises StopIteration where there is none."""
        return next(iter(self.aims(Outcome)))

    def name_if_played(self, role: Role) -> str:
        """The name of the measure that plays a role; empty where none does, which no measure is called."""
        return next((each.name for each in self.playing(role)), "")


def _nobody(role: Role) -> Measure:
    raise KeyError(role)
