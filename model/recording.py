"""What people write in the app besides figures: targets and baselines. Append-only, each with source and reason."""

from datetime import UTC, date, datetime

from sqlalchemy import Engine
from sqlmodel import Session, select

from model import database
from model.formatting import month_long
from model.personal_data import has_cpr
from model.tables import Campaign, Jobcenter, Target

COUNTS = {"share": "andelen i procent", "increase": "forøgelsen i personer", "self_supporting": "andelen i procent",
          "national": "landsmålet i personer", "baseline_value": "udgangspunktet i personer"}
PERCENT = ("share", "self_supporting")
MONTHS = ("baseline_month",)
SCOPES = ("national", "regional", "jobcenter")


class RecordRefused(Exception):
    """What was written cannot be recorded; the text is Danish and says what to mend."""


def record_target(engine: Engine, *, part: str, scope: str, source: str, reason: str, by: str,
                  jobcenter: str | None = None, value: int | None = None, month: date | None = None,
                  valid_from: date | None = None, valid_to: date | None = None, seen: int | None = None) -> int:
    """Add a target or a baseline beside those that stand and return its id; nothing is changed or deleted.

    ``value`` is percent or persons by ``part``, ``month`` a baseline's month; valid from the first month figures are
    accepted for unless said. Raises RecordRefused, ``database.Stale`` (another write since ``seen``) and
    ``database.DatabaseProblem``.
    """
    _words(source=source, reason=reason, by=by)
    _scope(scope, jobcenter)
    _statement(part, value, month)
    with database.write(engine, seen=seen) as session:
        campaign = session.exec(select(Campaign)).one()
        starts = valid_from or campaign.figures_from
        _within(session, campaign, jobcenter=jobcenter, month=month, period=(starts, valid_to))
        row = Target(part=part, scope=scope, jobcenter=jobcenter, value=value, month=month, valid_from=starts,
                     valid_to=valid_to, source=source.strip(), reason=reason.strip(), recorded_by=by.strip(),
                     recorded_at=datetime.now(UTC))
        session.add(row)
        session.flush()
        return int(row.id or 0)


def _words(**given: str) -> None:
    asked = {"source": "Skriv, hvor tallet kommer fra.", "reason": "Skriv en begrundelse for ændringen.",
             "by": "Skriv, hvem der ændrer målet."}
    for name, text in given.items():
        if not text.strip():
            raise RecordRefused(asked[name])
        if has_cpr(text):
            raise RecordRefused("Teksten indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget. "
                                "Skriv den igen uden personoplysninger.")


def _scope(scope: str, jobcenter: str | None) -> None:
    if scope not in SCOPES:
        raise RecordRefused(f"»{scope}« er ikke et niveau. Vælg hele landet, regionen eller ét jobcenter.")
    if (scope == "jobcenter") != (jobcenter is not None):
        raise RecordRefused("Vælg det jobcenter, målet gælder for, eller lad det gælde hele regionen.")


def _statement(part: str, value: int | None, month: date | None) -> None:
    if part not in COUNTS and part not in MONTHS:
        raise RecordRefused(f"»{part}« er ikke et mål, som Fremdrift kender.")
    if part in MONTHS:
        if month is None or value is not None or month.day != 1:
            raise RecordRefused("Vælg den måned, der er udgangspunktet.")
        return
    if value is None or month is not None or value < 0:
        raise RecordRefused(f"Skriv {COUNTS[part]} som et helt tal på mindst 0.")
    if part in PERCENT and value > 100:
        raise RecordRefused("En andel kan højst være 100 procent.")


def _within(session: Session, campaign: Campaign, *, jobcenter: str | None, month: date | None,
            period: tuple[date, date | None]) -> None:
    if jobcenter is not None and session.get(Jobcenter, jobcenter) is None:
        raise RecordRefused(f"Jobcenteret »{jobcenter}« findes ikke i regionen.")
    if month is not None and not campaign.figures_from <= month <= campaign.ends:
        raise RecordRefused(f"Udgangspunktet skal ligge mellem {month_long(campaign.figures_from)} "
                            f"og {month_long(campaign.ends)}.")
    starts, ends = period
    if ends is not None and ends < starts:
        raise RecordRefused("Målet kan ikke slutte, før det begynder at gælde.")
