"""What each column of a list is, by its heading and by the words under it; a column that is not certain is let out."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from model.basics.formatting import normalise
from model.intake.cells.place_text import place_of
from model.intake.cells.presence import Presence, agrees, presence
from model.intake.cells.rating_words import is_unsure, rating
from model.intake.columns.spellings import spellings_of
from model.intake.counting.listing import Use
from model.intake.datasets.attendance import ATTENDANCE
from model.intake.datasets.evaluation import EVALUATION
from model.intake.records import day_series
from model.intake.records.background import Background
from model.intake.records.day_series import Series
from model.intake.records.named_days import course_day_of, day_named

MOST, ALL = 0.5, 0.8  # of a column's filled cells that must be what its heading says, and where no heading says it
SOME = 0.3  # where the heading is our own word
PLACES = ("organisation", "arbejdsplads", "arbejdssted", "virksomhed", "company", "firma", "forvaltning", "afdeling",
          "organization", "ansat i")
ROLES = ("stilling", "titel", "stillingsbetegnelse", "job title", "ticket type", "billettype", "billet", "position")
DAYS = ("course day", "course date", "event date")  # which say so even where none of the days is known
WAYS_TO_NAME_DAYS = 60  # different texts, of which more are no column of course days
LONGEST_DAY = 25  # signs of a text that may be a day without its year
STATES = ("status", "deltagerstatus", "attendee status", "fremmøde", "fremmødestatus", "deltagelse", "mødestatus",
          "attendance", "attendance status", "check-in", "checkin", "tilstedeværelse", "order status", "svarstatus")
ABOUT_RATING = ("tilfreds", "satisf", "vurder", "bedøm", "karakter", "score", "rating", "hvor godt", "udbytte")
BARE = re.compile(r"(?:dag )?(\d)", re.IGNORECASE)
ANY_SERIES = "?"
HIGHEST = 10  # of a scale in numbers
ATTENDED = {"tilmeldt": Presence.REGISTERED, "moedt": Presence.CAME}


@dataclass(frozen=True)
class Reading:
    """What a column is: its use, and what a tick in it says. by_heading: our own word stands over it."""

    use: Use
    meaning: Presence = Presence.CAME
    day: str | None = None
    score: int | None = None
    by_heading: bool = True


class Vocabulary:
    """Every word that may be let in: places, roles, course days, words of attendance and of satisfaction."""

    def __init__(self, known: Background) -> None:
        """Take the jobcenters and the course days as they are known."""
        self.known = known
        self.attendance, self.evaluation = spellings_of(ATTENDANCE), spellings_of(EVALUATION)
        self.day_words = known.plan.words
        self.days: Mapping[date | None, str] = {held: str(code) for code, held in known.held_on.items()}

    @cached_property
    def series(self) -> list[Series]:
        """The courses whose days are numbered from 1."""
        return day_series.every(self.known.plan)

    @cached_property
    def roles(self) -> dict[str, str]:
        """Every way to write a role, normalised -> as it is stored."""
        return {normalise(word): role for role, words in (ATTENDANCE.field("rolle").choices or {}).items()
                for word in (role, *words)}

    def place(self, text: str) -> str | None:
        """The code of the jobcenter a text names."""
        aliases = self.known.jobcenters.aliases
        return place_of(text, aliases, set(aliases.values()))

    def role(self, text: str) -> str | None:
        """The role a text names."""
        return self.roles.get(normalise(text))

    def day(self, text: str) -> str | None:
        """The code of the course day a text names in words, by code or by its date; ``?1`` of »Dag 1« of any series."""
        bare = BARE.fullmatch(text)
        if bare:
            return f"{ANY_SERIES}{bare[1]}"
        known = self.day_words.get(normalise(text)) or self.days.get(day_named(text)) if text else None
        may_be = known is None and len(text) <= LONGEST_DAY and any(map(str.isdigit, text))
        if may_be and text not in self._looked_up:
            self._looked_up[text] = course_day_of(text, self.known.plan)
        return self._looked_up[text] if may_be else known

    @cached_property
    def _looked_up(self) -> dict[str, str | None]:
        """The course days that were looked for in texts."""
        return {}

    def _days(self, filled: "_Filled", is_one: Callable[[str], str | None]) -> float:
        """The portion that are course days: of those there are few, and each text takes long to look up."""
        return 0.0 if filled.variety > WAYS_TO_NAME_DAYS else filled(is_one)

    def said(self, heading: str) -> Presence | None:
        """What a tick under a heading says of a person."""
        status = Presence.CAME if normalise(heading) in map(normalise, STATES) else None
        return ATTENDED.get(self.attendance.column(heading) or "") or presence(heading) or status

    def under_a_day(self, day: str, heading: str, texts: Collection[str]) -> Reading | None:
        """What a column is whose heading stands under a course day's."""
        code, said = self.day(day), self.said(heading)
        if code is None or said is None or _Filled(texts)(presence, empty=True) < SOME:
            return None
        return Reading(Use.MARK, said, code)

    def reading(self, heading: str, texts: Collection[str]) -> Reading | None:
        """What a column is. texts: the filled cells under its heading."""
        filled = _Filled(texts)
        if not heading and not texts:
            return None
        return (self._of_a_day(heading, filled) or self._of_a_score(heading, filled)
                or self._by_heading(heading, filled) or self._of_ratings(heading, filled) or self._by_words(filled))

    def _of_a_day(self, heading: str, filled: "_Filled") -> Reading | None:
        day = None if heading.isdecimal() else self.day(heading)
        counts = filled.any(lambda text: text.isdecimal() and int(text) > 1)
        return Reading(Use.MARK, day=day) if day and (not counts or filled(presence) >= MOST) else None

    def place_in(self, text: str) -> str | None:
        """The code of the one jobcenter that a line names among other words."""
        names = self.known.jobcenters.names.items()
        codes = {code for code, name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)}
        return codes.pop() if len(codes) == 1 else None

    def _of_a_score(self, heading: str, filled: "_Filled") -> Reading | None:
        part = self.evaluation.column(heading) or ""
        score = rating(heading) or (int(part[-1]) if part.startswith("tilfredshed_") else None)
        return Reading(Use.SCORE, score=score) if score and filled(presence, empty=True) >= MOST else None

    def is_ticked_role(self, heading: str, texts: Collection[str]) -> bool:
        """Whether a column is one of several roles, ticked where it is the person's."""
        return self.role(heading) is not None and bool(texts) and _Filled(texts)(agrees) == 1

    def _by_heading(self, heading: str, filled: "_Filled") -> Reading | None:
        plain, part = normalise(heading), self.attendance.column(heading)
        for use, is_one, words, name in ((Use.PLACE, self.place, PLACES, "jobcenter"),
                                         (Use.ROLE, self.role, ROLES, "rolle"), (Use.DAY, self.day, (), "kursusdag")):
            ours = part == name and (use is not Use.DAY or filled(is_one) > 0 or plain in map(normalise, DAYS))
            if (ours and filled(str)) or (plain in map(normalise, words) and filled(is_one) >= MOST):
                return Reading(use)
        said = self.said(heading)
        if said and filled(presence) >= SOME:
            return Reading(Use.MARK, meaning=said)
        form = {"udsendt": Use.SENT, "besvaret": Use.ANSWERED}.get(self.evaluation.column(heading) or "")
        return Reading(form) if form and filled(presence) >= MOST else None

    def _of_ratings(self, heading: str, filled: "_Filled") -> Reading | None:
        if filled(lambda text: rating(text) or is_unsure(text)) >= MOST:
            return Reading(Use.RATING, by_heading=False)
        asked = any(word in heading.casefold() for word in ABOUT_RATING)
        return Reading(Use.RATING, by_heading=False) if asked and filled(_is_step) >= ALL else None

    def _by_words(self, filled: "_Filled") -> Reading | None:
        """What the words under an unknown heading are, where nearly all of them are ours."""
        for use, is_one in ((Use.PLACE, self.place), (Use.ROLE, self.role)):
            if filled(is_one) >= ALL:
                return Reading(use, by_heading=False)
        if self._days(filled, self._named_day) >= ALL:
            return Reading(Use.DAY, by_heading=False)
        telling = filled.any(lambda text: presence(text) is not None and agrees(text) is None)
        return Reading(Use.MARK, by_heading=False) if telling and filled(presence) >= ALL else None

    def _named_day(self, text: str) -> str | None:
        return None if text.isdecimal() else self.day(text)


class _Filled:
    """The portion of a column's filled cells of which something holds."""

    def __init__(self, texts: Collection[str]) -> None:
        self._texts, self._filled = Counter(texts), len(texts)

    def __call__(self, holds: Callable[[str], object], *, empty: bool = False) -> float:
        if not self._texts:
            return float(empty)
        return sum(often for text, often in self._texts.items() if holds(text) not in (None, False)) / self._filled

    @property
    def variety(self) -> int:
        """How many different texts there are."""
        return len(self._texts)

    def any(self, holds: Callable[[str], bool]) -> bool:
        return any(map(holds, self._texts))


def _is_step(text: str) -> bool:
    return text.isdecimal() and int(text) <= HIGHEST
