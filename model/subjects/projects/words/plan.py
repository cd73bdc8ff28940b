"""What a plan or a follow-up says besides, which nothing is judged by: of one project, or of the whole programme."""

from collections.abc import Sequence

import pandas as pd

from model.basics.formatting import plural
from model.programmes.kinds import Fact
from model.programmes.programme import Programme
from model.programmes.projects import Project

HEADING = "Det siger planen selv"


def project_facts(project: Project) -> tuple[Fact, ...]:
    """What is said of the project's own unit; none of a programme that is one project as a whole."""
    own = project.unit.code if project.unit else None
    return tuple(each for each in project.programme.facts if own and each.unit == own)


def whole_facts(programme: Programme) -> tuple[Fact, ...]:
    """What is said of no unit, and so of the whole programme."""
    return tuple(each for each in programme.facts if not each.unit)


def facts_line(facts: Sequence[Fact]) -> str:
    """»2 oplysninger, som ingen bliver målt på.«"""
    return f"{plural(len(facts), 'oplysning', 'oplysninger')}, som ingen bliver målt på."


def facts_table(programme: Programme, facts: Sequence[Fact], *, source: str = "planens") -> pd.DataFrame:
    """One row a fact: what, how many, and the words of its source, which is ``source`` in the genitive."""
    quotes = programme.definitions.quotes if programme.definitions else {}
    return pd.DataFrame([(each.name, each.value, f"»{quotes[each.quote]}«") for each in facts],
                        columns=["Hvad", "Hvor mange", f"Med {source} ord"])
