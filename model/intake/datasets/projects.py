"""The projects of the programmes beside the shown one: what each has reached by a day, and how far its points are."""

from collections.abc import Mapping

from model.intake.datasets.declaration import Column, Dataset, Noun, Spoken, Typed
from model.programmes.current import WITH_PROJECTS
from model.programmes.programme import Programme
from model.programmes.projects import MEASURES, POINTS, PROJECTS
from model.store.tables.projects import PointFollowed, ProjectResult


def _by_project(owners: Mapping[str, Programme]) -> dict[str, tuple[str, ...]]:
    """The names that go with each project: those of its own programme."""
    return {name: tuple(each for each, owner in owners.items() if owner is project.programme)
            for name, project in PROJECTS.items()}


PAGE = "projekt" if WITH_PROJECTS else "kontrakt"  # the one that is there whenever either dataset is offered
PROJECT = Column("projekt", "Projekt", "choice", "project", ("indsats", "projektets navn", "project"),
                 {name: project.spellings for name, project in PROJECTS.items()})
RESULTS = Dataset(
    "milepael", "Resultater til milepæle", ProjectResult, short="Milepæle", page=PAGE,
    rules="model.intake.rules.projects", offered=bool(PROJECTS),
    keys=(PROJECT,
          Column("opgjort", "Opgjort den", "date", "on", ("dato", "milepæl", "milepælsdato", "opgørelsesdato", "date")),
          Column("noegletal", "Nøgletal", "choice", "measure", ("måltal", "indikator", "measure"),
                 {name: (measure.name, *measure.spellings) for name, (_, measure) in MEASURES.items()},
                 goes_with=("projekt", _by_project({name: owner for name, (owner, _) in MEASURES.items()})))),
    fields=(Column("resultat", "Resultat", "count", "value",
                   ("resultat i projektperioden", "resultater i projektperioden", "opnået", "result"),
                   things=True, stems=("resultat", "opnaaet")),),
    spoken=Spoken(named=("milepael",), subject=("milepael",)), noun=Noun("tal", "tal", "nyt", "det", "tallene"),
    typed=Typed(nothing="Der er ikke ændret noget felt. Der er ikke noget at gemme."),
    twice="Der er to resultater på samme dag. Behold det, der gælder, og slet det andet.")
STATES = {"ikke begyndt": ("ikke startet", "ikke i gang"), "i gang": ("igang", "begyndt", "startet"),
          "på plads": ("færdig", "gennemført", "ok"), "hindret": ("forhindret", "sat i stå"),
          "opfyldt": ("helt opfyldt", "nået"), "delvist": ("delvist opfyldt", "delvis", "delvis opfyldt"),
          "ikke opfyldt": ("ikke nået",)}
FOLLOWED = Dataset(
    "opfoelgning", "Opfølgning på punkter", PointFollowed, short="Opfølgning", page=PAGE,
    rules="model.intake.rules.followed", offered=bool(PROJECTS),
    keys=(PROJECT,
          Column("punkt", "Punkt", "choice", "point", ("holdepunkt", "mål", "resultatkrav", "point"),
                 {name: followed.spellings for name, followed in POINTS.items()},
                 goes_with=("projekt", _by_project({name: point.programme for name, point in POINTS.items()}))),
          Column("fulgt_op", "Fulgt op den", "date", "on", ("opfølgningsdato", "dato for opfølgning", "followed up"))),
    fields=(Column("status", "Status", "choice", "status", ("hvor langt",), STATES),
            Column("ansvarlig", "Ansvarlig funktion", "text", "responsible", ("ansvarlig", "responsible"), longest=120),
            Column("plan", "Plan", "text", "plan", ("hvad skal ske", "aktivitet"), longest=500),
            Column("forhindring", "Forhindring", "text", "obstacle", ("forhindringer", "hindring", "obstacle"),
                   longest=500),
            Column("modtraek", "Hvad gøres ved det", "text", "counter_measure", ("modtræk", "løsning"), longest=500),
            Column("dokumentation", "Dokumentation", "text", "evidence", ("bilag", "evidence"), longest=500)),
    spoken=Spoken(named=("holdepunkt", "opfoelgning"), subject=("holdepunkt",)),
    twice="Et punkt har én opfølgning på en dag. Saml det på én række, og slet resten.")
