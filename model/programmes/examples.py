"""Examples for helps and remedies: months, days, units and a sender that the programme of the house has."""

from model.basics.formatting import month_key, month_name
from model.basics.months import shift
from model.programmes.current import PLAN, PROGRAMME

_first, _units = PROGRAMME.starts, PROGRAMME.units
FIRST = _first  # okt 2009, 2009-10
MONTH = min(shift(_first, 5), PROGRAMME.ends)  # 2010-03
DAY = shift(MONTH, 1).replace(day=12)  # 2010-04-12
COURSE_DAY = f"{shift(_first, 1).replace(day=19):%d-%m-%Y}"  # 19-11-2009
YEAR = _first.year + 1
MONTH_KEY, MONTH_WORDS = month_key(MONTH), f"{month_name(FIRST)[:3]} {FIRST.year}"
UNIT, SPELT = _units[-2:][0].name, _units[:3][-1].name  # Skive, Holstebro
CODE, CODES = _units[-1].code, ",".join(unit.code for unit in _units[-3:-1]) or _units[-1].code  # 791 and 766,779
SENDER = f"konsulent i {PROGRAMME.organiser.short}"
NAMED_DAYS = (*(f"»Kursusdag {day.code[1:]}«" for day in (PLAN.courses.days[:3][-1:] if PLAN.courses else ())),
              *(f"»Mentorkursus {day.run}, dag {day.day}«"
                for day in (PLAN.mentor_courses.days[:2][-1:] if PLAN.mentor_courses else ())))
