"""The words the charts of virksomhedscentre share: where they come from, and how they are read."""

from datetime import date

from model.charts.words import INVENTED, WHOLE
from model.formatting import NBSP, day, number
from model.indicators import centres
from model.indicators.snapshot import Snapshot
from model.indicators.trials import LABEL
from model.months import last_day
from model.statistics.intervals import FEWEST

GIVEN = "Kilde: jobcentrenes oplysninger om virksomhedscentre, samlet af Beskæftigelsesregion Midtjylland"
HOW_MOVEMENT = (
    "Søjlerne opad er centre, der åbnede i måneden; de skraverede nedad er centre, der lukkede. Linjen er centre, der "
    "var åbne ved månedens slutning: antallet måneden før plus åbnede minus lukkede. En pause tæller som en lukning, "
    "og et center, der åbner igen, tæller som åbnet. »Et år« er de tolv måneder, der vises.")
HOW_BARS = (
    "Rammen er pladserne, og det fyldte er de besatte. Kun centre, hvor begge tal er oplyst for måneden, er med; "
    f"procenten er besatte i alt af pladser i alt og vises fra {FEWEST} pladser. Står månedens pladser ikke oplyst, "
    "bruges det seneste tal før hullet, og efter den sidste oplyste måned det, der senest er oplyst om centret. Er der "
    f"flere besatte end pladser, er tallet ikke skåret af ved 100{NBSP}%.")
HOW_OUTCOME = (
    "Forløb i virksomhedscentre, der er afsluttet fra kampagnens første måned, og som har været målbare 4 uger efter, "
    f"ligesom i Mål 2. Er der under {FEWEST} forløb, vises kun antallet. Den stiplede linje er, hvad hovedforsøget "
    f"fandt ({LABEL}): 12,5{NBSP}% i ordinært job, 2,5{NBSP}% i fleksjob og 4{NBSP}% i uddannelse, trykt som »1/5«. "
    "Det er ikke et mål: forsøget havde flere matchgrupper, og tallet er ikke opgjort på samme måde.")


def scope(snapshot: Snapshot, code: str | None) -> str:
    """Whose figures they are."""
    return WHOLE if code is None else f"Jobcenter {snapshot.jobcenters.loc[code, 'name']}"


def movement_source(snapshot: Snapshot, month: date) -> str:
    """Where openings and closures come from, the day the newest of them came, and whether the month was over then."""
    return _source(snapshot, "centre", month, "")


def occupancy_source(snapshot: Snapshot, code: str | None, month: date) -> str:
    """The same of a month's occupancy, with how many of the active centres it is known for."""
    found = centres.occupancy(snapshot, code, month)
    return _source(snapshot, "centermaaned", month, f"{number(found.centres)} af {number(found.active)} centre")


def _source(snapshot: Snapshot, dataset: str, month: date, told: str) -> str:
    came = centres.newest_receipt(snapshot, dataset)
    status = "endelig" if came is not None and came > last_day(month) else "foreløbig"
    parts = [INVENTED if snapshot.sample else GIVEN, f"opgjort {day(came)}" if came else "", told, status]
    return " · ".join(part for part in parts if part)
