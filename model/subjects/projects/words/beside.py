"""The programmes beside the shown one in a sentence each."""

from model.programmes.current import BESIDE
from model.programmes.kinds import Contract
from model.programmes.projects import project_of
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.words.contract import contract_title
from model.subjects.projects.words.projects import overview_title


def finding(snapshot: Snapshot, programme: str) -> str:
    """What the programme's first page says in its heading, by its id. Raises KeyError for one that is not beside."""
    declared = BESIDE[programme]
    if declared.aims(Contract):
        return contract_title(snapshot, project_of(declared).name)
    return overview_title(snapshot, programme)


def findings(snapshot: Snapshot) -> dict[str, str]:
    """By the programmes' names, what each says; empty where there is but the one."""
    return {declared.name: finding(snapshot, name) for name, declared in BESIDE.items()}
