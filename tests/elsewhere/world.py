"""What the other programme's people have sent and written, by the same ways in as everybody's."""

from datetime import date, datetime, time

from sqlalchemy import Engine
from sqlmodel import Session

from model.basics.formatting import COPENHAGEN
from model.basics.months import span
from model.documents import minutes
from model.intake.examine import examine
from model.intake.saving import apply
from model.programmes.current import PROGRAMME
from model.publishing import editions
from model.snapshot import loading
from model.store import meeting_facts
from model.store.tables.meetings import PUBLISHED
from model.subjects.goals.figures.coverage import default_month
from model.subjects.goals.words.lines import meeting_line
from model.subjects.meetings.figures.agenda import Agenda, to_data
from model.subjects.meetings.words import agenda as shown
from model.writing import agreements, meetings, peers, stories
from tests.viewers import EVERYBODY, named

BY, ODENSE, NYBORG = "vejleder i FNA", "461", "450"
MET, PUBLISHED_ON = date(2027, 1, 18), date(2027, 2, 17)
NEWEST = date(2027, 1, 1)  # of which one of them has not sent its figures
SIZES = {ODENSE: (900, 120, 5), NYBORG: (410, 60, 2), "479": (330, 41, 1), "901": (70, 12, 0)}  # and more each month
STOCKS = ("Unge uden arbejde", "Heraf i mesterlære", "Heraf i værksted", "Hos en mester i alt", "Heraf i fagligt hus",
          "Nye perioder")
FLOWS = ("Sluttede perioder", "Heraf med fast arbejde 6 uger efter", "Heraf med job eller skole",
         "Sluttede perioder i fagligt hus", "Heraf med job eller skole efter fagligt hus")
RECORDS = {
    "fremmoede.csv": ("Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt", "F1;Odense;Jobkonsulent;2;2",
                      "F1;Nyborg;Tovholder;1;1", "F2;Odense;Jobkonsulent;3;1", "G1-1;Odense;Virksomhedsmentor;7;6"),
    "evaluering.csv": ("Kursusdag;Skemaer udsendt;Skemaer besvaret;Tilfredshed 1;Tilfredshed 2;Tilfredshed 3;"
                       "Tilfredshed 4;Tilfredshed 5", "F1;30;26;1;2;3;12;8"),
    "aflysninger.csv": ("Kursusdag;Hændelse", "G1-2;aflyst"),
    "mentornetvaerk.csv": ("Jobcenter;Dato;Hændelse;Deltagere;Sammen med", "Odense;07-04-2026;tilbudt hjælp;;",
                           "Odense;05-05-2026;startet;;Nyborg", "Odense;02-06-2026;mødtes;9;Nyborg",
                           "Svendborg;08-04-2026;tilbudt hjælp;;", "Svendborg;21-04-2026;takket nej;;"),
    "henvendelser.csv": ("Henvendelse nr.;Dato;Jobcenter;Tema;Spørgsmål;Besvaret den;Besvaret af;Svar",
                         "1;11-02-2026;Odense;Aftaler;Hvem skriver under?;12-02-2026;Fynsbureauet;Mesteren.",
                         "2;28-04-2026;Nyborg;Aftaler;Hvor længe?;05-05-2026;FNA;Et år.",
                         "3;19-06-2026;Odense;Kørsel;Hvem betaler?;22-06-2026;;Kontoret.",
                         "4;03-02-2027;Øhavet;Kørsel;Er færgen med?;;;"),
    "raadgivning.csv": ("Jobcenter;Status;Tilbudt den;Afholdt den;Svar a", "Odense;afholdt;02-03-2026;"
                        "12-03-2026;Mange.", "Svendborg;tilbudt;04-03-2026;;"),
    "centre.csv": ("Jobcenter;Virksomhedscenter;Åbnet;Lukket;Lukkeårsag;Sektor;Branche;Pladser",
                   "Odense;Havnens Værft;16-03-2026;;;privat;Industri;24", "Odense;Torvets Køkken;20-04-2026;;;privat;"
                   "Køkken;9", "Nyborg;Strandens Gartneri;04-05-2026;30-11-2026;flyttet;offentlig;Have;8"),
    "belaegning.csv": ("Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte pladser",
                       "Odense;Havnens Værft;2026-12;24;19", "Odense;Torvets Køkken;2026-12;9;5",
                       "Odense;Havnens Værft;2027-01;24;21", "Odense;Torvets Køkken;2027-01;9;7")}
SENT = {name: "\r\n".join(rows).encode() for name, rows in {
    "forkert.csv": (
        "Måned;Kommunekode;Jobcenter;Unge uden arbejde;Heraf i mesterlære;Heraf i værksted;Hos en mester i alt",
        "2027-01;;Atlantis;900;100;4;130", ";461;Odense;900;950;4;130", "i går;450;Nyborg;ca. 3;1;1;1",
        "2031-01;461;Odense;900;1;1;2", "2027-01;479;Svendborg;310;300;300;"),
    "nyt.csv": ("Måned;Kommunekode;Jobcenter;Unge uden arbejde;Hos en mester i alt", "2027-01;461;Odense;901;188"),
    "uden_maaned.csv": ("Jobcenter;Unge uden arbejde;Hos en mester i alt", "Odense;900;187", "Nyborg;400;84"),
    "fremmed.csv": ("Afdeling;Antal borgere;I gang", "Odense;900;187"),
    "telefon.csv": ("Henvendelse nr.;Dato;Jobcenter;Tema;Besvaret den;Besvaret af",
                    "9;01-01-2026;Atlantis;Aftaler;;FNA", "10;01-02-2027;Odense;Aftaler;03-02-2027;en anden"),
    "raad.csv": ("Jobcenter;Status;Tilbudt den;Afholdt den", "Nyborg;afholdt;02-03-2020;ja"),
    "liste.csv": ("Kursusdag;Jobcenter;Rolle;Navn", "F1;Odense;Jobkonsulent;en",
                  "F1;Atlantis;Jobkonsulent;to")}.items()}


def fill(engine: Engine) -> None:
    """All of it, the figures of the first months received while the hotline was still another's.

    Of a programme without a plan nobody has been on its courses, and nobody but the organiser has answered.
    """
    months = span(PROGRAMME.figures_from, NEWEST)
    _load(engine, "maanedstal_2026-03.csv", _figures(months[:3], ended=()), on=date(2026, 4, 10))
    for name in ("fremmoede.csv", "evaluering.csv", "aflysninger.csv") if PROGRAMME.plan else ():
        _load(engine, name, RECORDS[name], on=date(2026, 4, 12))
    _load(engine, "maanedstal_2027-01.csv", _figures(months, ended=months[1:-2]), on=date(2027, 2, 15))
    for name in ("henvendelser.csv", "raadgivning.csv", "centre.csv", "belaegning.csv", "mentornetvaerk.csv"):
        _load(engine, name, RECORDS[name] if PROGRAMME.plan else _unplanned(name), on=date(2027, 2, 16))
    _meet(engine)
    stories.write_story(engine, title="Smeden fik en svend", description="Det begyndte med en uge.", jobcenter=ODENSE,
                        partners="en smed", theme="Mestre", viewer=named(BY), state=PUBLISHED, read_through=True)
    _publish(engine, months[-2])
    peers.record_peers(engine, name="Øst og syd", jobcenters=[NYBORG, "479"], reason="ligner hinanden",
                       viewer=named(BY))


def _unplanned(name: str) -> tuple[str, ...]:
    return tuple(row for row in RECORDS[name] if "Fynsbureauet" not in row)


def minutes_of(engine: Engine) -> bytes:
    """The minutes of the meeting that was closed."""
    with Session(engine) as session:
        row = meeting_facts.written(session).meetings.iloc[0]
        return meeting_facts.document(session, int(row["id"]))


def _figures(months: list[date], *, ended: tuple[date, ...] | list[date]) -> tuple[str, ...]:
    """The file of one row a jobcenter and month in the programme's own headings; outcomes of the ``ended`` months."""
    rows = [";".join(("Måned", "Kommunekode", "Jobcenter", "Tællemåde", "Note", *STOCKS, *FLOWS))]
    for number, month in enumerate(months):
        for at, unit in enumerate(PROGRAMME.units if month < NEWEST else PROGRAMME.units[:-1]):
            group, begun, more = SIZES[unit.code]
            inside = begun + more * number
            flows = (9 + at, 3, 4, 4, 2) if month in ended else ("",) * len(FLOWS)
            cells = (group - number, inside - 4, 6, inside, 3, 8, *flows)
            rows.append(";".join((f"{month:%Y-%m}", unit.code, unit.name, "berørte", "", *map(str, cells))))
    return tuple(rows)


def _load(engine: Engine, name: str, rows: tuple[str, ...], *, on: date) -> None:
    """Raises AssertionError with what is wrong where the file cannot be used."""
    content = ("\r\n".join(rows) + "\r\n").encode()
    report = examine(engine, name, content, today=on, received_on=on)
    assert report.status == "ready", (name, [problem.text for problem in report.problems])
    apply(engine, report, content=content, viewer=named(BY), reason="efterset",
          received_at=datetime.combine(on, time(9), COPENHAGEN))


def _publish(engine: Engine, month: date) -> None:
    """The newest month that all have reported."""
    with Session(engine) as session:
        shot = loading.load(session, EVERYBODY)
    editions.publish(engine, shot, month, viewer=named(BY), note="Fremad i tal",
                     at=datetime.combine(PUBLISHED_ON, time(9),
                                                                                         COPENHAGEN))


def _meet(engine: Engine) -> None:
    """A meeting that is held and closed, with an agreement and its minutes."""
    number = meetings.open_meeting(engine, unit=ODENSE, held_on=MET, viewer=named(BY))
    agreements.agree(engine, number, text="Find fire mestre til", responsible="lederen", due=date(2027, 3, 1),
                     viewer=named(BY))
    found = _agenda(engine, number)
    document = minutes.minutes_docx(found, status=minutes.closing_line(MET, BY), made=MET)
    meetings.close_meeting(engine, number, month=found.month, figures=to_data(found), document=document,
                           viewer=named(BY))


def _agenda(engine: Engine, number: int) -> Agenda:
    with Session(engine) as session:
        now, then = loading.load(session, EVERYBODY), loading.load(session, EVERYBODY, as_of=MET)
    month = default_month(then)
    assert month is not None
    return shown.agenda(then, now.written, unit=ODENSE, month=month, held_on=MET, meeting=number, last=None, notes=None,
                        confirmed=None, line=meeting_line(then, ODENSE, held_on=MET, month=month))
