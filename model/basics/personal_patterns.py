"""How a CPR number, a telephone number and a mail address are written in Danish, over texts made plain.

What is no CPR number is said first: a month, a clock or a date of the campaign with a figure after it. Nobody in the
target group is born in the years of the campaign, so such a date is not the beginning of a person's number.
"""

import re

GAP = r"[ .\-/_:()]"
GAPS = r"(?:[ .\-/_]{0,2}|:|[()]|\) ?\()"  # between the parts of a date; »uge 12: 1055 3478« has air
DAY_MONTH = (rf"(?:(?:0?[1-9]|[12]\d){GAPS}(?:0[1-9]|1[0-2])|30{GAPS}(?:0[13-9]|1[0-2])|31{GAPS}(?:0[13578]|1[02]))"
             rf"{GAPS}")
DATE = DAY_MONTH + r"\d\d"
WHOLE_DATE = DATE.replace(GAPS, "")
SHORT_MONTH = r"(?:0?[1-9]|[12]\d|3[01]) ?[./\-] ?(?:0?[1-9]|1[0-2]) ?[./\-] ?"  # 1/1-50: marks end the month
MONTH_DAY = rf"{GAPS}(?:0[1-9]|1[0-2]){GAPS}(?:0[1-9]|[12]\d|3[01])"  # (1950)-01-01
REPLACEMENT = r"(?:6[1-9]|[78]\d|9[01])[./\-]?(?:0[1-9]|1[0-2])[./\-]?\d\d"  # day + 60: erstatningspersonnumre
OLD, NEW = r"1[89]\d\d", r"20\d\d"

MARK = r"(?:[^\w\s,;%<>@()+*=\x80-\U0010ffff]|_)"
MARKED = rf"[ ()\r]{{0,2}}{MARK}[ ()\r]{{0,2}}"  # one separator, though it has air and brackets around it
JOIN = rf"(?:{MARKED}|[ ()\r]{{0,4}}|(?:(?<=0\d{{5}})|(?<=[./\-]\d\d)|(?<=[./\-]\d{{4}})),)"  # 251248,4916 is a figure
LATE = r"[4-9]\d{3}"  # the last four of those born in 2000 or later (cpr.dk), and no clock

CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d"
RECENT = r"(?:0\d|1[0-2])"
MONTHS = rf"(?:19|20)\d\d{GAP}(?:0[1-9]|1[0-2])(?:{MARKED}|[ ()]{{1,3}})\d{{4}}(?!\d)"  # 2009-10 2010, 2009-10 1055
STAMP = rf"(?:\d{{4}}{RECENT}|{RECENT}(?:0[1-9]|1[0-2])[0-3]\d)_{CLOCK}(?!\d)"  # 310310_1230, 100331_1230
AIRED = r"(?: ?[:\-=(] +| +[:\-=(] ?|:|\(| {2,3})\(?"
CTIME = rf"\d\d:\d\d:\d\d(?: (?:19|20)\d\d|{AIRED}\d{{4}})(?!\d)"  # Wed Mar 31 10:05:10 2010, 10:05:10: 1055
DATED = (rf"\d\d?(?:[./\- ]{{1,2}}\d\d?[./\- ]{{1,2}}{RECENT}{AIRED}|(?:/ ?\d\d?|[.\-] ?\d)[./\-] ?{RECENT} +)"
         rf"\d{{4}}(?!\d)")  # 31.12.09: 1055, 31/12-09 1055, 1.3.10 1055
DAY_BEFORE = r"(?<=\d/)\d\d? |(?<=\d[.:])\d\d ?- ?\d\d[.:]\d\d "  # 4/5 10/12 1055, 10.15-12.30 1055
WHOLE_DATED = rf"\d{{4}}{RECENT}(?: ?: *| ?\( ?)\d{{4}}(?!\d)"  # 311209: 1055

CPR = re.compile(
    rf"(?<!\d)(?!{MONTHS}|{CTIME}|{STAMP}|{DATED}|{DAY_BEFORE}|{WHOLE_DATED})"
    rf"(?:(?:{DATE}|{DAY_MONTH}{OLD}|{OLD}{MONTH_DAY}|{REPLACEMENT}|{SHORT_MONTH}(?:{OLD}|\d\d)){JOIN}\d{{4}}"
    rf"|{DAY_MONTH}{NEW}(?:[/.#|-]\d{{4}}|_?{LATE})|{NEW}{MONTH_DAY}[/.#|_-]?{LATE}|{SHORT_MONTH}{NEW}[/.-]?{LATE}"
    rf"|{WHOLE_DATE[:-4]}(?:1[3-9]|[2-9]\d)-\d\d \d\d(?! ?\d))(?!\d)")
LETTERED = re.compile(rf"(?<![^\W_])(?=\d{{6}})(?:{WHOLE_DATE}|{REPLACEMENT})(?: ?- ?)?(?=\d{{0,3}}[A-ZÆØÅ])"
                      r"[0-9A-ZÆØÅ]{3}\d(?![^\W_])")  # erstatningspersonnumre with letters among the last four
BETWEEN = GAP + "{1,3}"
SPREAD = re.compile(rf"(?<!\d)(?<!\d{GAP})\d(?:{BETWEEN}\d){{5}}(?:(?:{BETWEEN}\d){{2}})?"
                    rf"{BETWEEN}(?:\d(?:{BETWEEN}\d){{3}}|\d{{4}})(?!{GAP}?\d)")
TOLD = re.compile(rf"(?i:cpr)[^\d\n]{{0,12}}(\d(?:{GAP}{{0,3}}\d){{8,11}}|\d{{6}}[^\d\n]{{1,6}}\d{{4}})"
                  rf"(?!{GAP}?\d)")  # said: 25 12 48 49 16, 251248 nr 4916
SCIENTIFIC = re.compile(r"(?<![\d.,])(\d)(?:[.,](\d{1,20}))?[eE]\+?0?([89])(?!\d)")
DECIMAL = re.compile(r"\s*[-+]?\d*[.,](?=\d+[\s%]*$)")

ENDINGS = "(?:dk|com|net|org|eu|info|nu|gl|fo|no|se|de)"
EMAIL = re.compile(r"\w@[\w-]{1,63}\.\w"
                   r"|\w(?: ?@ ?| {1,2}snabel-?a {1,2}| ?\((?:a|at|snabel-?a)\) ?)[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}"
                   rf"(?:\.|[ (]{{1,2}}(?:dot|punktum)[ )]{{1,2}}){ENDINGS}(?!\w)", re.IGNORECASE)
NOT_CALLED = (r"(?!\d\d?[./\-]\d\d?[./\-]\d{4}|(?:19|20)\d\d-\d\d-\d\d|(?:19|20)\d\d[ ./\-]{1,3}(?:19|20)\d\d(?!\d))")
YEAR = r"(?:199\d|20[0-2]\d)"
COUNTED = r"(?! ?(?:%|kr|pct|mio|person|borger|ledig|forløb|timer))"
CALLED = r"(?:tlf|tel|telefon|mobil|mob|sms|ring(?: på| til)?)"
PHONE = re.compile(
    rf"(?<!\w)(?:(?:\+ ?|00)45|{CALLED}(?:\.? ?(?:nr|nummer))?)[.: ()\-]{{0,4}}{NOT_CALLED}(?:\d[ ./\-]?){{7}}\d(?!\d)"
    r"|(?<![\d,./-])(?<!\d )[2-9]\d(?P<gap>[ .-])\d\d(?:(?P=gap)\d\d){2}(?![ .-]?\d)"
    rf"|(?<![\d,./-])(?<!\d )(?<!kr )(?<!kr\. )(?!{YEAR})(?P<first>[2-9]\d{{3}})"
    rf"(?: |(?P<dash>-))(?!{YEAR})(?P<last>\d{{4}})"
    rf"(?![ .,/-]?\d){COUNTED}", re.IGNORECASE)

# What every text with one of these holds, quick to look for: a long run of digits that is no plain day or moment, and
# the little that the others begin with.
RUN_OTHERS = " \r!#$&'()*+,-./:=?[]^_`{|}~"
RUN = re.compile(rf"\d[\d{re.escape(RUN_OTHERS)}]{{6,}}\d")
MOMENT = re.compile(r"(?:20\d\d-\d\d-\d\d|\d\d([-./])\d\d\120\d\d)(?: [0-2]\d[:.][0-5]\d(?:[:.][0-5]\d)?)?")
BEFORE_LETTERS = re.compile(r"\d{6} ?-? ?\d{0,3}[A-ZÆØÅ]")
MAILED = re.compile(r"@|\((?:at?|snabel-?a)\)|snabel-?a ")  # over small letters

# Over the kinds of signs, or with a plain set in front, a whole text is searched many times faster than by the above.
DIGITS = bytes(48 if 48 <= code <= 57 else 46 for code in range(256))
DIGITS_ENOUGH = b"0" * 6  # no BEFORE_LETTERS without
RUN_SIGNS = bytes(48 if 48 <= code <= 57 or chr(code) in RUN_OTHERS else 46 for code in range(256))
RUN_ENOUGH = b"0" * 8  # no RUN without
POWER = re.compile(r"[eE](?<=\d.)[+089]")  # no SCIENTIFIC without


def is_range(found: re.Match[str]) -> bool:
    """Whether what was taken for a telephone number says from how much to how much: ``3290-3478``."""
    return found["dash"] is not None and found["first"] < found["last"]
