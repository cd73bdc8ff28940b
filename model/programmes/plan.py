"""What a programme plans: courses with their limits, a hotline, visits, and the overview of activities."""

from datetime import date

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
    """When it answers, and when it changes hands."""

    starts: date
    opens: date
    handover: date


class Counselling(Declared):
    """When visits are made, and to about how many."""

    starts: date
    ends: date
    about: Number


class Activity(Declared):
    """One line of the overview of activities, as printed."""

    number: Number
    title: Text
    target_group: Text
    responsible: Text
    schedule: Text
    starts: date
    ends: date


class Plan(Declared):
    """What is to be done when."""

    source: Text
    kick_off: date
    hotline: Hotline
    counselling: Counselling
    courses: Courses
    mentor_courses: MentorCourses
    activities: tuple[Activity, ...]
