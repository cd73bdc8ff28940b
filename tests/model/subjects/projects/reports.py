"""What projects send in, loaded through the same street as every file, and the snapshot as it looks on a day."""

from datetime import date

from sqlalchemy import Engine
from sqlmodel import Session

from model.intake.examine import examine
from model.intake.saving import apply
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from tests.viewers import EVERYBODY, named

RESULTS = "Projekt;Opgjort den;Nøgletal;Resultat\n"
FOLLOWED = "Projekt;Punkt;Fulgt op den;Status;Ansvarlig funktion;Forhindring;Hvad gøres ved det;Dokumentation\n"
MIDDELFART, COPENHAGEN, PLATFORM = "Middelfart", "København", "Udviklingsplatform i Region Midtjylland"
LATER = date(2016, 2, 1)


def send(engine: Engine, text: str) -> None:
    """Load a file of results or follow-ups."""
    report = examine(engine, "projekt.csv", text.encode(), today=LATER)
    assert report.status == "ready", (report.status, report.problems)
    apply(engine, report, content=text.encode(), viewer=named("prøve"), reason="prøve")


def result(project: str, *cells: tuple[str, str, str]) -> str:
    """A file of (day, measure, result) of one project."""
    return RESULTS + "".join(f"{project};{';'.join(cell)}\n" for cell in cells)


def as_on(engine: Engine, day: date) -> Snapshot:
    """All that stands, with ``day`` as the day that counts as now."""
    with Session(engine) as session:
        return loading.load(session, EVERYBODY).but(data_date=day)
