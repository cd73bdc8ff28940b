"""Course days that are cancelled, or held after all."""

from dataclasses import replace

from model.intake.datasets.declaration import Dataset, Spoken
from model.intake.datasets.shared import COURSE_DAY, DAY_EVENT, every_day
from model.store.tables.activities import CourseDayEvent

COURSE_DAYS = Dataset(
    "kursusdage", "Aflyste kursusdage", CourseDayEvent, keys=(COURSE_DAY,),
    beside=("kursusdeltagelse", "kursusevaluering"), beforehand=every_day,
    rules="model.intake.rules.course_days", page="kurser",
    spoken=Spoken(named=("aflyst", "aflysning")),
    fields=(replace(DAY_EVENT, aliases=(*DAY_EVENT.aliases, "status")),))
