"""Course days that are cancelled, or held after all."""

from dataclasses import replace

from model.intake.datasets.declaration import Dataset
from model.intake.datasets.shared import COURSE_DAY, DAY_EVENT
from model.store.tables.activities import CourseDayEvent

COURSE_DAYS = Dataset(
    "kursusdage", "Aflyste kursusdage", CourseDayEvent, keys=(COURSE_DAY,),
    fields=(replace(DAY_EVENT, aliases=(*DAY_EVENT.aliases, "status")),))
