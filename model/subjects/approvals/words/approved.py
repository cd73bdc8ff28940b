"""»Set og godkendt«: what is said of a month's approval wherever its figures stand, the same in every place."""

from datetime import date
from typing import Any

from model.basics.formatting import alphabetical, day, listing, month_long, number, plural, shortened
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.snapshot.snapshot import Snapshot
from model.subjects.approvals.figures.approved import Approved, any_of, approvals_of, approved
from model.subjects.approvals.figures.stated import Difference, by_key, facts
from model.subjects.approvals.words.stated import stated_words

TITLE, APPROVED = "Set og godkendt af jobcentret", "Set og godkendt"
LONGEST = 60  # letters of who approved
NONE = ""  # where there is nothing to say: an approval is voluntary, so that one is lacking is no fault


def line(snapshot: Snapshot, code: str, month: date) -> str:
    """»set og godkendt den 5. maj 2010 af jobcenterchefen« or »3 tal ændret siden godkendelse den 5. maj 2010«."""
    found = approved(snapshot, code, month)
    return NONE if found is None else sentence(found)


def sentence(approval: Approved) -> str:
    """The same of an approval. Figures that have only come since do not take back what was said of the others: »set og
    godkendt den 5. maj 2010 af jobcenterchefen, 2 tal kommet til siden«.
    """
    since = approval.since
    if since.corrected:
        return f"{moved(since)} siden godkendelse den {day(approval.at)}"
    said = f"set og godkendt den {day(approval.at)} af {shortened(approval.by, LONGEST)}"
    return f"{said}, {moved(since)} siden" if since else said


def short(snapshot: Snapshot, code: str, month: date) -> str:
    """What is approved, for a cell: »5. maj 2010«, »3 tal ændret«; a dash where nothing is."""
    found = approved(snapshot, code, month)
    if found is None:
        return "–"
    return corrected(found) or day(found.at)


def corrected(approval: Approved) -> str:
    """»3 tal ændret«; empty where every figure that was approved stands."""
    count = len(approval.since.corrected)
    return f"{number(count)} tal ændret" if count else ""


def by_whom(snapshot: Snapshot, month: date) -> str:
    """»Set og godkendt af 2 jobcentre: Skive og Viborg (2 tal ændret siden).«; empty where nobody has."""
    if not any_of(snapshot, month):
        return ""
    known = [(str(snapshot.jobcenters.loc[code, "name"]), approved(snapshot, str(code), month))
             for code in snapshot.jobcenters.index]
    there = sorted(((name, corrected(each)) for name, each in known if each is not None),
                   key=lambda one: alphabetical(one[0]))
    names = [f"{name} ({since} siden)" if since else name for name, since in there]
    return f"{APPROVED} af {plural(len(names), 'jobcenter', 'jobcentre')}: {listing(names)}."


def moved(since: Difference) -> str:
    """»3 tal ændret«, »2 tal ændret og 1 kommet til«, »1 tal kommet til«."""
    parts = [f"{number(len(keys))}{{}} {word}" for keys, word in (
        (since.corrected, "ændret"), (since.come, "kommet til")) if keys]
    return listing(part.format("" if at else " tal") for at, part in enumerate(parts))


def changes(snapshot: Snapshot, approval: Approved, code: str) -> tuple[str, ...]:
    """Every figure that is another than the one approved: »Løntilskud: 12, før 10«."""
    then, now = by_key(approval.then), by_key(facts(snapshot, code, approval.month))
    return tuple(f"{MAANEDSTAL.field(key[1]).heading}: {stated_words(now.get(key))}, før {stated_words(then.get(key))}"
                 for key in approval.since.corrected)


def elsewhere(snapshot: Snapshot, code: str, month: date) -> str:
    """Other months that were approved and have moved since: »Også ændret siden godkendelse: februar 2010 (1 tal …)«."""
    others = [f"{month_long(each.month)} ({moved(each.since)})" for each in approvals_of(snapshot, code)
              if each.month != month and each.since]
    return f"Andre godkendte måneder har også fået andre tal siden: {listing(others)}." if others else ""


def plain(snapshot: Snapshot, month: date) -> dict[str, Any]:
    """By code what jobcenters have approved of a month, as the command line prints it: at (ISO), by, and how many
    counts are others (``changed``) or have come since.
    """
    found = {code: approved(snapshot, str(code), month) for code in snapshot.jobcenters.index}
    return {str(code): {"at": each.at.isoformat(), "by": each.by, "changed": len(each.since.corrected),
                        "come": len(each.since.come)} for code, each in found.items() if each is not None}
