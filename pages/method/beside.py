"""Mål og metode of a programme beside the shown one: what has been changed of its plan, what all of it means, and what
of it the public is told.
"""

from collections.abc import Iterator

from model.basics.formatting import listing
from model.documents.marks import INTERNAL
from model.programmes.current import PROGRAMME
from model.programmes.programme import Programme
from model.programmes.projects import PROJECTS
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.definitions.beside import AREAS
from model.subjects.projects.words import changed
from pages.method import explaining
from pages.shared import drawing, layout

AS_DECLARED = "Målene herunder er, som planen var fra begyndelsen."


@remembered
def everything(snapshot: Snapshot, programme: str) -> str:
    """All of it as HTML. programme: its id; raises KeyError for none beside the shown one."""
    own = [(name, project.programme) for name, project in PROJECTS.items() if project.programme.id == programme]
    changes = "".join(_changes(snapshot, name) for name, _ in own)
    defined = "".join(explaining.section(area.title, area.measures, area.what) for area in AREAS[programme])
    return changes + defined + explaining.common() + _public(own[0][1])


def _changes(snapshot: Snapshot, project: str) -> str:
    """What has been changed of a project's plan; empty where it stands as it was declared."""
    line = changed.changed_line(snapshot, project)
    if not line:
        return ""
    table = drawing.table(changed.change_table(snapshot, project), alt=f"Tabel: {changed.HEADING.lower()}, {project}")
    return layout.heading(f"{changed.HEADING}: {project}", f"{line}. {AS_DECLARED}") + table


def _public(programme: Programme) -> str:
    lines = drawing.listing(_told(programme))
    return f'<section class="fd-prose"><h2>Det, der er til offentligheden</h2>{lines}</section>'


def _told(programme: Programme) -> Iterator[str]:
    """Editions are of the shown programme alone; every kind of goal is named, so that none is looked for in vain."""
    aims = listing(f"»{aim.title}«" for aim in programme.goals.values())
    yield f"Udgivelser er om {PROGRAMME.called}. Intet tal for {programme.called} er med i dem."
    yield f"{aims} er internt, og det samme er alt, hvad der indberettes."
    yield f"De filer, der kan hentes, er mærket »{INTERNAL}«."
