"""Registers whose centres may be one or several, and what a person answers about them."""


from sqlmodel import Session

from model.intake.report import Answers
from model.store import record_facts
from model.store.tables.activities import CentrePeriod
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import check, load

FOLDER = FILES / "public_reports" / "records"
HEAD = "Jobcenter;Virksomhedscenter;Åbnet;Lukket;Sektor;Branche;Pladser\n"
MONTHS = "Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte pladser\n"
STANDS = HEAD + "Skive;Ulvespor Lager;01-03-2010;;privat;Lager;6\n"


def file(name):
    return next(FOLDER.glob(f"{name}*")).read_text()


def only(report):
    """The one question a refused file asks."""
    (problem,) = report.problems
    assert report.status == "refused" and problem.question, report.problems
    return problem


def words(problem):
    return {option.value: option.words for option in problem.options}


def answer(engine, text, value):
    """The answers to all that the file asks, and again what the file asks then."""
    asked = [p for p in check(engine, text).problems if p.question]
    return Answers(said={p.question: value for p in asked})


def settle(engine, text, value):
    load(engine, text, answers=answer(engine, text, value))


def centres(engine):
    """(jobcenter, name, day opened) -> places, of the periods that count."""
    with Session(engine) as session:
        frame = record_facts.records(session, CentrePeriod)
    counting = frame[frame["event"].ne("udgaar")]
    return {(row.jobcenter, row.name, f"{row.opened:%d-%m-%Y}"): row.places for row in counting.itertuples(index=False)}
