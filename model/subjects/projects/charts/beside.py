"""The projects side by side: how many have begun in each of the least that shall."""

from functools import partial

import pandas as pd

from model.basics.formatting import day, listing, number
from model.drawing.chart import Chart
from model.drawing.shapes import Bar, Bars
from model.drawing.words import alt_text
from model.programmes.kinds import Volume
from model.programmes.projects import Project
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.projects.figures.volume import Minimum, minimum
from model.subjects.projects.words.projects import UNKNOWN, projects_of, source_line

HIDDEN_WORD = "skjult"
HOW = ("Den fyldte bjælke er dem, der er begyndt i alt på den nyeste dag, der er indberettet. Stregen er det mindste, "
       "der skal begynde i hvert projekt. Et projekt uden bjælke har ikke indberettet noget; det er ikke det samme som "
       "0.")


@remembered
def begun_chart(snapshot: Snapshot, programme: str) -> Chart | None:
    """How many have begun in each project; None where the programme has no minimum."""
    own = projects_of(programme)
    goal = next(iter(own[0].programme.aims(Volume)), None)
    if goal is None:
        return None
    stands = tuple((each, minimum(snapshot, each.name)) for each in own)
    title = _title(stands)
    leasts = {least.whole.least for _, least in stands if least} or {goal.least}
    most = max((least.whole.started or 0 for _, least in stands if least), default=0)
    return Chart(
        kind="bars", title=title, subtitle=f"{own[0].programme.named(goal.started).heading}, antal borgere",
        source=source_line(own[0].programme), alt=alt_text("Søjler, en for hvert projekt", title),
        make_table=partial(_table, stands), make_data=partial(_data, stands), how_to_read=HOW,
        shape=Bars(tuple(_bar(each, least) for each, least in stands), maximum=1.2 * max(most, *leasts),
                   target=min(leasts) if len(leasts) == 1 else None,
                   target_label=f"mindst {number(min(leasts))}" if len(leasts) == 1 else ""))


def _title(stands: tuple[tuple[Project, Minimum | None], ...]) -> str:
    """»58 er begyndt i Middelfart og 84 i København«; those that have reported nothing are named apart."""
    known = [(each.name, least.whole.started) for each, least in stands if least and least.whole.started is not None]
    hidden = [each.name for each, least in stands if least and least.whole.hidden]
    unknown = [each.name for each, _ in stands if each.name not in {*hidden, *(name for name, _ in known)}]
    rest = listing([*([f"{listing(unknown)} har ikke oplyst det"] if unknown else []),
                    *([f"{listing(hidden)} har skjult det"] if hidden else [])])
    if not known:
        return f"Hvor mange der er begyndt: {rest}"
    (name, count), *others = known
    begun = listing([f"{number(count)} er begyndt i {name}", *(f"{number(each)} i {other}" for other, each in others)])
    return f"{begun}. {rest}" if rest else begun


def _bar(project: Project, least: Minimum | None) -> Bar:
    started = least.whole.started if least else None
    on = f" den {day(least.on)}" if least and least.on else ""
    label = _absent(least) if started is None else f"{number(started)}{on}"
    return Bar(project.name, started, label, code=project.name)


def _absent(least: Minimum | None) -> str:
    return HIDDEN_WORD if least and least.whole.hidden else UNKNOWN


def _table(stands: tuple[tuple[Project, Minimum | None], ...]) -> pd.DataFrame:
    return pd.DataFrame([(project.name, *_cells(least)) for project, least in stands],
                        columns=["Projekt", "Begyndt", "Mindst", "Opgjort"])


def _cells(least: Minimum | None) -> tuple[str, str, str]:
    if least is None:
        return "", "", ""
    started = least.whole.started
    return (_absent(least) if started is None else number(started), number(least.whole.least),
            day(least.on) if least.on else "")


def _data(stands: tuple[tuple[Project, Minimum | None], ...]) -> pd.DataFrame:
    return pd.DataFrame([(project.name, least.whole.started if least else None, least.whole.least if least else None,
                          least.on if least else None) for project, least in stands],
                        columns=["projekt", "begyndt", "mindst", "dato"])
