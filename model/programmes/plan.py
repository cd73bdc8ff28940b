"""What a programme plans: courses with their limits, a hotline, visits, and the overview of activities."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from model.programmes.declared import Declared, Number, Text


class CourseDay(Declared):
    """One day of a series of courses."""

    code: Text
    run: Number
    day: Number
    held_on: date
    title: str = ""


class Courses(Declared):
    """A series of course days."""

    venue: Text
    most_of_a_day: Number
    days: tuple[CourseDay, ...]


class MentorCourses(Declared):
    """Runs of course days for mentors; ``title`` has places for ``{run}`` and ``{day}``."""

    venue: Text
    title: Text
    most_of_a_run: Number
    least_of_a_run: Number
    days: tuple[CourseDay, ...]


class Hotline(Declared):
    """When it answers, and when it goes over to the organiser. first: who answers until then."""

    starts: date
    opens: date
    handover: date
    first: Text


class Counselling(Declared):
    """When visits are made, to about how many and by whom."""

    starts: date
    ends: date
    about: Number
    by: Text


class Centres(Declared):
    """What a company centre is, by the plan: the fewest places it has."""

    least_places: Number


Subject = Literal["courses", "mentor_courses", "hotline", "counselling", "goals", "website"]
Site = Annotated[str, Field(pattern=r"^[\w-]+(\.[\w-]+)+(/\S*)?$")]  # as it is printed: without https://


class Activity(Declared):
    """One line of the overview of activities, as printed; ``about``: the subject in which it is followed."""

    number: Number
    title: Text
    target_group: Text
    responsible: Text
    schedule: Text
    starts: date
    ends: date
    about: Subject | None = None


class Plan(Declared):
    """What is to be done when; of what it does not name, nothing is planned. website: where it refers people to."""

    source: str = ""
    kick_off: date | None = None
    kick_off_venue: str = ""
    website: Site | None = None
    hotline: Hotline | None = None
    counselling: Counselling | None = None
    courses: Courses | None = None
    mentor_courses: MentorCourses | None = None
    centres: Centres | None = None
    activities: tuple[Activity, ...] = ()

    def number_of(self, about: Subject) -> int | None:
        """The number of the activity that is followed in a subject; None where none is."""
        return next((activity.number for activity in self.activities if activity.about == about), None)
