"""A result contract in its own order: what was asked for, how it is measured, what followed, and how that is read."""

from collections import Counter

import pandas as pd

from model.basics.formatting import capital, day, listing, number, plural
from model.drawing.card import Card, Judged, Line, lines
from model.drawing.chart import Mark
from model.programmes.kinds import Contract
from model.programmes.projects import PROJECTS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.rows import UNJUDGED, Counted, Standing, contract_rows, followed_up
from model.subjects.projects.words.plan import facts_table

COLUMNS, EVIDENCE = ("Mål", "Resultatkrav", "Målemetode", "Opfølgning"), "Dokumentation"
CONTRACT, FACTS, ACCOUNT = "Kontrakten", "Tal fra opfølgningen", "Gengivet i korte træk efter opfølgningen."
NOT_YET = "Der er ikke fulgt op endnu"
NO_METHOD = "Målemetode mangler i kontrakten"
MARKS: dict[str, Mark] = {"opfyldt": "reached", "delvist": "half", "ikke opfyldt": "not_reached", UNJUDGED: "unknown"}
SAID = {"opfyldt": "opfyldt", "delvist": "delvist opfyldt", "ikke opfyldt": "ikke opfyldt", UNJUDGED: UNJUDGED}


@remembered
def contract_title(snapshot: Snapshot, project: str) -> str:
    """»Af 2 mål i kontrakten er 1 delvist opfyldt og 1 ikke opfyldt«."""
    stands = contract_rows(snapshot, project)
    known = Counter(each.status for each in stands)
    divided = listing(f"{number(known[status])} {words}" for status, words in SAID.items() if known[status])
    return f"Af {plural(len(stands), 'mål', 'mål')} i kontrakten er {divided}"


@remembered
def contract_lead(snapshot: Snapshot, project: str) -> str:
    """What the contract itself lacks, and what is counted."""
    stands = contract_rows(snapshot, project)
    without = sum(not each.has_method for each in stands)
    counted = [f"{number(one.count)} af {number(one.counter.of)} {one.counter.name}" for each in stands
               for one in each.counted if one.count is not None]
    return " ".join(part for part in (
        f"Der er {listing(counted)}." if counted else "",
        f"{capital(plural(without, 'mål har', 'mål har'))} ingen målemetode i kontrakten." if without else "") if part)


def row_card(standing: Standing) -> Card:
    """One row of the contract: the goal word for word, what is asked for, the method, what followed and the counts."""
    (_, goal), *columns = row_columns(standing)
    verdict: Judged = (MARKS[standing.status], SAID[standing.status])
    counted: tuple[Judged, ...] = tuple(map(_counted, standing.counted))
    stated = (line for name, text in columns for line in (Line(name, "strong"), Line(text)))
    return Card(row_title(standing), context=goal, verdict=verdict, halves=counted, lines=(
        *stated, *lines(f"{EVIDENCE}: {standing.evidence}" if standing.evidence else ""),
        *lines(f"Fulgt op den {day(standing.on)}" if standing.on else "", tone="quiet")))


def row_title(standing: Standing) -> str:
    """»Mål 1«."""
    return f"Mål {standing.row.number}"


def row_columns(standing: Standing) -> tuple[tuple[str, str], ...]:
    """What the contract itself says of one goal, by its own columns in their order."""
    row = standing.row
    texts = row.goal, row.requirement, row.method or NO_METHOD, _quoted(standing.follow_up)
    return tuple(zip(COLUMNS, texts, strict=True))


def _quoted(follow_up: str) -> str:
    return f"»{follow_up}«" if follow_up else NOT_YET


def row_reading(standing: Standing) -> tuple[tuple[str, str], ...]:
    """How that is read: the status, what is counted, what shows it and the day, as far as each is known."""
    counted = ("Optalt", listing(words for _, words in map(_counted, standing.counted)))
    known = (("Status", SAID[standing.status]), counted, (EVIDENCE, standing.evidence),
             ("Fulgt op", day(standing.on) if standing.on else ""))
    return tuple((name, text) for name, text in known if text)


def _counted(one: Counted) -> Judged:
    if one.count is None:
        return "unknown", f"skjult af {number(one.counter.of)} {one.counter.name}"
    words = f"{number(one.count)} af {number(one.counter.of)} {one.counter.name}"
    return ("reached" if one.reached else "not_reached"), words


def account(snapshot: Snapshot, project: str) -> tuple[str, ...]:
    """How it has gone, in short; before the follow-up that there is none yet. Nothing where there is no contract."""
    contracts = PROJECTS[project].programme.aims(Contract)
    return tuple(line for each in contracts
                 for line in (each.account if followed_up(snapshot, project) else (f"{NOT_YET}.",)))


def follow_up_facts(snapshot: Snapshot, project: str) -> pd.DataFrame:
    """What the follow-up says besides, with its own words; empty before it."""
    programme = PROJECTS[project].programme
    facts = programme.facts if followed_up(snapshot, project) else ()
    return facts_table(programme, facts, source="opfølgningens")


def account_heading(contract: Contract) -> str:
    """»Sådan er det gået indtil den 1. mar. 2009«."""
    return f"Sådan er det gået indtil den {day(contract.followed_up)}"


def terms(contract: Contract) -> list[tuple[str, str]]:
    """Who and what the contract is between, as names and what they are."""
    return [("Journalnummer", contract.journal), *((party.role, party.name) for party in contract.parties),
            ("Projektet", contract.summary)]


def ahead(snapshot: Snapshot, project: str) -> list[tuple[str, str]]:
    """What was put forward and when they meet next, in the same way; empty before the follow-up that tells it."""
    contract = next(iter(PROJECTS[project].programme.aims(Contract)), None)
    if contract is None or not followed_up(snapshot, project):
        return []
    models = [f"{each.name} (anbefalet)" if each.recommended else each.name for each in contract.alternatives]
    return [*([("Modeller", listing(models))] if models else []),
            *([("Næste møde", day(contract.next_meeting))] if contract.next_meeting else [])]
