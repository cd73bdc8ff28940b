"""The kinds of goals that are no share of a group: milestones, a minimum, a checklist, a contract, events held."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StrictBool

from model.programmes.declared import Count, Declared, Number, Percent, Text
from model.programmes.referring import MeasureName, QuoteName, RequiredQuote, UnitCode


class Planned(Declared):
    """What one unit plans of one measure: how many there are to be in all by each day. quote: where that is written."""

    unit: UnitCode
    measure: MeasureName
    values: Annotated[dict[date, Count], Field(min_length=1)]
    quote: RequiredQuote


class Milestones(Declared):
    """Planned and achieved on days that all units share. A day without a planned value is no milestone of the measure.

    reported_to: who gets the results shortly before each of the days. notes: of a unit without milestones, why.
    quote: where it is written when results are sent in.
    """

    kind: Literal["milestones"]
    title: Text
    dates: Annotated[tuple[date, ...], Field(min_length=1)]
    plans: tuple[Planned, ...] = ()
    reported_to: str = ""
    notes: dict[UnitCode, Text] = Field(default_factory=dict)
    quote: QuoteName = ""


class Volume(Declared):
    """At least so many who start within the period in each unit, and of them so many of each part; none of it a share.

    months: how long a course is to last at the least for somebody to count. quote: where the minimum is written.
    """

    kind: Literal["volume"]
    title: Text
    started: MeasureName
    least: Number
    parts: dict[MeasureName, Number] = Field(default_factory=dict)
    months: Number | None = None
    quote: RequiredQuote


class Expected(Declared):
    """How a unit expects what it counts to divide, in percent of the whole: no goal, and shown as what it is."""

    unit: UnitCode
    parts: Annotated[dict[MeasureName, Percent], Field(min_length=2)]
    quote: RequiredQuote


class Point(Declared):
    """One point of a checklist: its number, its short name, the heading it stands under and its sentence."""

    number: Number
    name: Text
    group: Text
    sentence: Text


class Checklist(Declared):
    """Points that each unit answers for: with who does it, the plan, how far it is, what hinders and what is done."""

    kind: Literal["checklist"]
    title: Text
    points: Annotated[tuple[Point, ...], Field(min_length=1)]
    quote: RequiredQuote


State = Literal["opfyldt", "delvist", "ikke opfyldt", "ikke vurderet"]


class Counter(Declared):
    """So many of the measure are asked for: »0 af 7«. count: how many there were on the day of the follow-up."""

    measure: MeasureName
    of: Number
    name: Text
    count: Count


class Row(Declared):
    """One goal of a contract, word for word: the goal, what result is asked for, how it is measured, what followed.

    method is empty where the contract has none. state: how the follow-up is read; evidence: what shows it.
    """

    number: Number
    goal: Text
    requirement: Text
    method: str = ""
    follow_up: Text
    state: State
    evidence: str = ""
    counters: tuple[Counter, ...] = ()


class Party(Declared):
    """One who has signed: what they are to the contract, and their name; never a person's."""

    role: Text
    name: Text


class Alternative(Declared):
    """One of the models that were put forward; recommended: whether it was the one."""

    name: Text
    recommended: StrictBool = False


class Contract(Declared):
    """A contract's rows in its own order, who has signed it, and what its follow-up tells besides.

    account: how it has gone, in short. next_meeting: of those who go on with it.
    """

    kind: Literal["contract"]
    title: Text
    journal: Text
    summary: Text
    parties: Annotated[tuple[Party, ...], Field(min_length=1)]
    followed_up: date
    account: Annotated[tuple[Text, ...], Field(min_length=1)]
    alternatives: tuple[Alternative, ...] = ()
    next_meeting: date | None = None
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]


class Events(Declared):
    """So many planned in all within the period, one a month but for some months, and so many who come to each.

    held, came: the measures that count them. unit: whose they are; notes on how they are held.
    """

    kind: Literal["events"]
    title: Text
    unit: UnitCode
    held: MeasureName
    planned: Number
    starts: date
    not_in: tuple[Annotated[int, Field(ge=1, le=12, strict=True)], ...] = ()
    came: MeasureName | None = None
    each: Number | None = None
    quote: RequiredQuote


class Repeated(Declared):
    """Meetings that come again and again, of one kind: how often, how many come, and the measure that counts them."""

    unit: UnitCode
    name: Text
    often: Text
    held: MeasureName
    a_year: Number | None = None
    guests: str = ""
    quote: RequiredQuote


class Fact(Declared):
    """Something that a plan or a follow-up says, of one unit or of the whole, which nothing is judged by."""

    unit: UnitCode | None = None
    name: Text
    value: Text
    quote: RequiredQuote
