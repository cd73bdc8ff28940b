"""What the trials before the campaign found, as printed: reference values, never targets.

Source of every number: the consultants' presentation to managers of jobcentres, 24 September 2009. The trials took in
match groups 3–5 and the campaign is about group 4, so a value is shown with LABEL wherever it stands.
"""

from dataclasses import dataclass

LABEL = "forsøg 2007–09, match 3–5"
SOURCE = "DISCUS, oplæg for jobcenterchefer 24. sep. 2009"


@dataclass(frozen=True)
class Trial:
    """One trial. None: the source does not say. enterprises: (fewest, most)."""

    name: str
    period: str
    months: int | None  # how long it ran
    jobcenters: int
    enterprises: tuple[int, int]
    places: int
    persons: int | None
    target_group: str | None

    @property
    def persons_per_place_and_year(self) -> float | None:
        """How many persons one place took in a year; None where persons or duration are unknown."""
        return None if self.persons is None or self.months is None else self.persons / self.places * 12 / self.months


# The pilot is said to be of 2007, elsewhere to have begun in June 2006: it started in 2006 and ran in 2007.
PILOT = Trial("Pilotforsøg", "2007", 10, 6, (37, 37), 200, 600, "match 3–5")
MAIN = Trial("Hovedforsøg", "2008–09", 18, 13, (88, 88), 400, 1480, "match 3–5, heraf 68\u00a0% match 4")
COMPANY_EFFORT = Trial("Virksomhedsindsats", "2009–10", None, 7, (35, 40), 182, None, None)
FOUR_K = Trial("4K", "2008–09", None, 2, (8, 8), 32, None, "skrøbelige unge")
TRIALS = (PILOT, MAIN, COMPANY_EFFORT, FOUR_K)


@dataclass(frozen=True)
class Reference:
    """One finding of the main trial: its value in percent, what it is of, and the words it is printed with."""

    name: str
    percent: float
    quote: str
    of: str


OCCUPANCY = Reference("Belægning", 100, "tæt på 100\u00a0%", "pladserne gennem halvandet år")
ORDINARY_JOB, FLEX_JOB, EDUCATION = 12.5, 2.5, 4.0  # percent of the 1,480
# Printed as a fifth, which the three parts do not quite make.
JOB_OR_EDUCATION = Reference("Direkte i job eller uddannelse", ORDINARY_JOB + FLEX_JOB + EDUCATION, "1/5",
                             "kandidaterne i hovedforsøget")
SUBSIDISED_JOB = Reference("Direkte i løntilskudsjob", 7, "7\u00a0%",
                           "kandidaterne i hovedforsøget, ud over de 19\u00a0%")
# After 5, 13 and 26 weeks, not goal 2's four: never drawn with goal 2's target or verdict.
SELF_SUPPORTING = Reference("Selvforsørgende efter virksomhedscenter", 20, "ca. 20\u00a0%", "efter 5, 13 og 26 uger")
SELF_SUPPORTING_OTHERWISE = Reference("Selvforsørgende efter anden aktivering", 13, "ca. 13\u00a0%",
                                      "match 4, efter 5, 13 og 26 uger")
REFERENCES = (OCCUPANCY, JOB_OR_EDUCATION, SUBSIDISED_JOB, SELF_SUPPORTING, SELF_SUPPORTING_OTHERWISE)
