"""The words the charts of virksomhedscentre share: where they come from, and how they are read."""

from datetime import date

from model.basics.formatting import NBSP, day, number
from model.basics.months import last_day
from model.intake.datasets.centre_months import CENTRE_MONTHS
from model.intake.datasets.centres import CENTRES
from model.programmes.current import FINDINGS
from model.programmes.words import ACTIVATION, GOAL_2, ITS, ORGANISER, OTHER_OUTCOME, SUPPORTED_AFTER, WEEKS
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.centres.figures import occupancy, periods
from model.subjects.goals.figures.left_out import WHOLE
from model.subjects.goals.words.lines import INVENTED, edition_words

GIVEN = f"Kilde: jobcentrenes oplysninger om virksomhedscentre, samlet af {ORGANISER}"
TOLD = "Besatte af pladser med oplyst belægning"
HOW_MOVEMENT = (
    "Søjlerne opad er centre, der åbnede i måneden; de skraverede nedad er centre, der lukkede. Linjen er centre, der "
    "var åbne ved månedens slutning: antallet måneden før plus åbnede minus lukkede. En pause tæller som en lukning, "
    "og et center, der åbner igen, tæller som åbnet. »Et år« er de tolv måneder, der vises.")
HOW_BARS = (
    "Rammen er pladserne, og det fyldte er de besatte. Kun centre, hvor begge tal er oplyst for måneden, er med; "
    f"procenten er besatte i alt af pladser i alt og vises fra {FEWEST} pladser. Står månedens pladser ikke oplyst, "
    "bruges det seneste tal før hullet, og efter den sidste oplyste måned det, der senest er oplyst om centret. Er der "
    f"flere besatte end pladser, er tallet ikke skåret af ved 100{NBSP}%.")
if FINDINGS:
    OF_TRIALS, FOUND = FINDINGS.label, FINDINGS.references
    DOTTED = f" Den prikkede linje er, hvad {FINDINGS.main} fandt ({OF_TRIALS})"
    TRIAL_OCCUPANCY = (f"{DOTTED}: belægningen var »{FOUND.occupancy.quote}« {FOUND.occupancy.detail}. Den er ikke et "
                       "mål.")
    TRIAL_OUTCOME = (f"{DOTTED}: {FOUND.job_or_education.detail}, trykt som »{FOUND.job_or_education.quote}«. Det er "
                     f"ikke et mål: forsøget havde {FINDINGS.group}, og tallet er ikke opgjort på samme måde.")
    TRIAL_SUPPORT = (f" De prikkede linjer er, hvad {FINDINGS.main} fandt ({OF_TRIALS}) {FOUND.self_supporting.of}: "
                     "den ene efter virksomhedscentre, den anden efter andre former for aktivering. De er ikke mål, "
                     "og de er ikke målt som prikken.")
    TRIAL_TURNOVER = (" De prikkede linjer er, hvor mange personer en plads tog på et år i forsøgene "
                      f"({OF_TRIALS}). De er ikke mål.")
else:
    TRIAL_OCCUPANCY = TRIAL_OUTCOME = TRIAL_SUPPORT = TRIAL_TURNOVER = ""
HOW_OCCUPANCY = (
    "Linjen er besatte pladser i alt af pladser i alt, måned for måned, over de centre, hvor begge tal er oplyst. "
    f"Hvilke det er, kan skifte. Under {FEWEST} pladser vises ingen andel, og hvor linjen er brudt, mangler tallene."
    f"{TRIAL_OCCUPANCY}")
HOW_OUTCOME = (
    f"Hver prik er andelen, der kom i {OTHER_OUTCOME}, og stregen er usikkerheden (95 %-interval, Wilson). "
    f"Det er forløb i virksomhedscentre, der er afsluttet fra {ITS} første måned, og som har været målbare {WEEKS} "
    f"efter, ligesom i {GOAL_2}. Er der under {FEWEST} forløb, vises kun antallet. Den tynde linje er hele regionen."
    f"{TRIAL_OUTCOME}")
HOW_SELF_SUPPORT = (
    f"Prikken er andelen, der er {SUPPORTED_AFTER} et forløb i {ACTIVATION}, og stregen er usikkerheden (95 "
    f"%-interval, Wilson).{TRIAL_SUPPORT}")
HOW_TURNOVER = (
    "Prikken er afsluttede forløb i et år for hver plads, centrene havde i snit af årets måneder. Den tynde linje er "
    f"hele regionen: alle forløb af alle pladser.{TRIAL_TURNOVER} Lange forløb og ledige pladser giver begge et lavt "
    f"tal. Jobcentre med under {FEWEST} forløb eller pladser står for sig selv med deres antal.")


def scope(snapshot: Snapshot, code: str | None) -> str:
    """Whose figures they are."""
    return WHOLE if code is None else f"Jobcenter {snapshot.jobcenters.loc[code, 'name']}"


def movement_source(snapshot: Snapshot, month: date) -> str:
    """Where openings and closures come from, the day the newest of them came, and whether the month was over then."""
    return _source(snapshot, CENTRES.name, month, "")


def occupancy_source(snapshot: Snapshot, code: str | None, month: date) -> str:
    """The same of a month's occupancy, with how many of the active centres it is known for."""
    there = occupancy.occupancy(snapshot, code, month)
    return _source(snapshot, CENTRE_MONTHS.name, month, f"{number(there.centres)} af {number(there.active)} centre")


def _source(snapshot: Snapshot, dataset: str, month: date, told: str) -> str:
    if snapshot.release is not None:
        return f"{INVENTED if snapshot.sample else GIVEN} · {edition_words(snapshot.release)}"
    came = periods.newest_receipt(snapshot, dataset)
    status = "endelig" if came is not None and came > last_day(month) else "foreløbig"
    parts = [INVENTED if snapshot.sample else GIVEN, f"opgjort {day(came)}" if came else "", told, status]
    return " · ".join(part for part in parts if part)
