"""What the sample is made to: the campaign's plan, which names all of it."""

from model.programmes.current import PLAN
from model.programmes.plan import Courses, Hotline, MentorCourses


def _whole() -> tuple[Hotline, Courses, MentorCourses]:
    assert PLAN.hotline is not None
    assert PLAN.courses is not None
    assert PLAN.mentor_courses is not None
    return PLAN.hotline, PLAN.courses, PLAN.mentor_courses


HOTLINE, COURSES, MENTOR_COURSES = _whole()
