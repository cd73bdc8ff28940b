"""The hotline's lists, first DISCUS' and later BRM's own, and BRM's list of the individual counselling."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from model.basics.months import last_day
from sample_data.making.figures import Region
from sample_data.making.places import AARHUS, BY_CODE, LEMVIG, MARK, PLACES, SAMSOE
from sample_data.making.planned import HOTLINE
from sample_data.making.senders import CONSULTANT, Cell, SampleFile
from sample_data.making.workbooks import workbook

SEED = "2009/hotline/196"
CONSULTING = "konsulent, DISCUS"
PER_MONTH = {
    (2009, 11): 11, (2009, 12): 7, (2010, 1): 6, (2010, 2): 6, (2010, 3): 5, (2010, 4): 4, (2010, 5): 4, (2010, 6): 3,
    (2010, 7): 1, (2010, 8): 2, (2010, 9): 3, (2010, 10): 2, (2010, 11): 2, (2010, 12): 0, (2011, 1): 2, (2011, 2): 2,
    (2011, 3): 2, (2011, 4): 1}
SILENT = (SAMSOE, LEMVIG, "727", "760")  # never asked
TAKES = (0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 4, 5, 7, 9)  # days until the answer
NEWEST = datetime(2011, 4, 12, 14, 5)
LISTS = (datetime(2010, 2, 3, 13, 20), datetime(2010, 7, 5, 10, 10), datetime(2011, 1, 6, 9, 40), NEWEST)
LAST_WEEK = timedelta(days=7)
NEVER_ANSWERED = 3  # the last ones
CORRECTED = LISTS[2].date()
MISTAKEN = {31: "Økonomi og takster"}  # the theme first written; corrected in the list of that day
THEMES: dict[str, tuple[tuple[str, str], ...]] = {
    "Visitation": (
        ("Må personer i matchgruppe 5 henvises til et center?", "Ja, men de tæller ikke med i Mål 1."),
        ("Hvor mange kandidater kan henvises ad gangen?", "Så mange, som der er faste pladser til i kontrakten."),
        ("Hvem kontakter virksomheden, når en kandidat udebliver?", "Jobkonsulenten, samme dag.")),
    "Kontrakt med virksomhed": (
        ("Findes der et udkast til en kontrakt med faste pladser?", "Ja, det er sendt, og det ligger på hjemmesiden."),
        ("Kan en kontrakt have under fire pladser?", "Nej, et virksomhedscenter har mindst fire faste pladser."),
        ("Hvor langt et varsel bør der være for at lukke et center?", "Det aftales lokalt. Tre måneder er brugt.")),
    "Mentor": (
        ("Kan en mentor være ansat på deltid?", "Ja, når alle forløb har den samme mentor."),
        ("Hvor mange timer om ugen kan en mentor frikøbes?", "Det afhænger af antallet af kandidater."),
        ("Hvornår begynder mentorkurserne?", "Datoerne står i aktivitetsplanen.")),
    "Økonomi og takster": (
        ("Hvem betaler for arbejdstøj?", "Det aftales i kontrakten."),
        ("Kan udgiften til mentor refunderes?", "Ja, efter de almindelige regler."),
        ("Hvad koster en plads i gennemsnit?", "Der er eksempler i materialet fra startkonferencen.")),
    "Løntilskud": (
        ("Kan et forløb gå fra praktik til løntilskud?", "Ja, det tælles som det samme forløb i kampagnen."),
        ("Gælder rimelighedskravet også i centret?", "Ja.")),
    "Registrering": (
        ("Hvordan skal et forløb på tværs af to måneder tælles?", "I begge måneder: det er berørte personer."),
        ("Hvad gør vi med forløb, der er stoppet efter få dage?", "De tælles med som afsluttede.")),
}
WEIGHTS = (14, 12, 11, 10, 7, 6)
HEADINGS = ("Nr.", "Dato", "Jobcenter", "Emne", "Spørgsmål", "Besvaret", "Besvaret af", "Svar")


@dataclass(frozen=True)
class Enquiry:
    """One enquiry as it ended; ``answered`` None: nobody has answered yet."""

    number: int
    asked: date
    place: str
    theme: str
    question: str
    answer: str
    answered: date | None
    by: str


def files(region: Region) -> list[SampleFile]:
    """Four lists of enquiries, each with what was open in the one before, and three of the counselling."""
    return [*_hotline(_enquiries()), *_counselling()]


def _enquiries() -> list[Enquiry]:
    chance = random.Random(SEED)
    asked = sorted(_weekday(chance, year, month) for (year, month), count in PER_MONTH.items() for _ in range(count))
    found = [_enquiry(chance, number, day) for number, day in enumerate(asked, start=1)]
    return [*found[:-NEVER_ANSWERED], *(replace(e, answered=None, by="", answer="") for e in found[-NEVER_ANSWERED:])]


def _weekday(chance: random.Random, year: int, month: int) -> date:
    first = max(date(year, month, 1), HOTLINE.opens)
    last = min(last_day(date(year, month, 1)), NEWEST.date() - timedelta(days=4))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return chance.choice([day for day in days if day.weekday() < 5])


def _enquiry(chance: random.Random, number: int, asked: date) -> Enquiry:
    theme = chance.choices(list(THEMES), weights=WEIGHTS)[0]
    question, answer = chance.choice(THEMES[theme])
    place = chance.choices(PLACES, weights=[0 if p.code in SILENT else p.persons**0.5 for p in PLACES])[0]
    answered = asked + timedelta(days=chance.choice(TAKES))
    if timedelta() < HOTLINE.handover - asked <= LAST_WEEK:  # what came in DISCUS' last week waited for BRM
        answered = max(answered, HOTLINE.handover + timedelta(days=2))
    answered += timedelta(days=max(0, 7 - answered.weekday()) if answered.weekday() > 4 else 0)
    by = "DISCUS" if answered < HOTLINE.handover else chance.choice(("BRM", "BRM", ""))
    return Enquiry(number, asked, place.name, theme, question, answer, answered, by)


def _hotline(enquiries: list[Enquiry]) -> list[SampleFile]:
    first, *later = LISTS
    opened, since = HOTLINE.opens, HOTLINE.handover
    found = [SampleFile("hotline_discus_2009-11_til_2010-01.csv", _csv(_rows(enquiries, opened, since)), first,
                        CONSULTING, dataset="hotline")]
    for when in later:
        rows = _rows(enquiries, since, when.date())
        found.append(SampleFile(f"hotline_brm_{when:%Y-%m-%d}.xlsx", _xlsx(rows, since), when, CONSULTANT,
                                dataset="hotline"))
        since = when.date()
    return found


def _rows(enquiries: list[Enquiry], since: date, until: date) -> list[Sequence[Cell]]:
    """What was asked, answered or corrected from ``since`` to ``until``, as it stood then."""
    rows: list[Sequence[Cell]] = []
    for e in enquiries:
        new, corrected = e.asked >= since, e.number in MISTAKEN and until == CORRECTED
        if e.asked >= until or not (new or corrected or (e.answered and e.answered >= since)):
            continue
        theme = MISTAKEN.get(e.number, e.theme) if new else e.theme
        known = e.answered is not None and e.answered < until
        answer = (f"{e.answered:%d-%m-%Y}", e.by or None, e.answer) if known else (None, None, None)
        rows.append([e.number, f"{e.asked:%d-%m-%Y}", e.place, theme, e.question, *answer])
    return rows


def _csv(rows: list[Sequence[Cell]]) -> bytes:
    lines = [[f"Hotline for virksomhedscenterkampagnen ({MARK})"], HEADINGS, *rows]
    text = "".join(";".join("" if cell is None else str(cell) for cell in line) + "\r\n" for line in lines)
    return text.encode("cp1252")


def _xlsx(rows: list[Sequence[Cell]], since: date) -> bytes:
    return workbook({"Hotline": [[f"{MARK}. Nye og besvarede henvendelser siden {since:%d-%m-%Y}"], [], HEADINGS,
                                 *rows]})


# code, offered, agreed for, held, declined
OFFERS = (
    ("615", (2009, 12, 1), (2009, 12, 15), (2009, 12, 15), None),
    (AARHUS, (2009, 12, 1), (2010, 1, 12), (2010, 1, 12), None),
    ("657", (2009, 12, 2), None, None, (2009, 12, 18)),
    ("730", (2009, 12, 2), (2010, 1, 20), (2010, 1, 27), None),
    ("756", (2009, 12, 3), (2010, 1, 21), (2010, 1, 21), None),
    ("707", (2009, 12, 16), (2010, 2, 9), (2010, 2, 9), None),
    (LEMVIG, (2010, 1, 5), (2010, 2, 25), (2010, 2, 25), None),
)
COLUMNS = ("Jobcenter", "Status", "Tilbudt den", "Aftalt til", "Afholdt den", "Takket nej den", "Svar a", "Svar b",
           "Svar c")
ANSWERS = {
    "615": ("Mange under 30 år, en del uden tilbud.", "To centre i forsøget, begge lukket i 2008.",
            "Tre jobkonsulenter, ingen faste pladser endnu."),
    AARHUS: ("Flere mindre grupper, herunder unge og nydanskere; godt halvdelen er passive.",
             "Enkeltpladser i mange virksomheder.", "Et hold på seks jobkonsulenter er ved at blive samlet."),
    "730": ("Mange med psykiske lidelser. De fleste er i projekter.", "Ingen erfaring med centre.",
            "Aftaler med to plejehjem er på vej."),
    "756": ("En lille gruppe med lang ledighed.", "Et godt samarbejde med en enkelt virksomhed.",
            "En jobkonsulent på deltid."),
    "707": ("Mange på kysten langt fra virksomhederne.", "Praktik i kommunens egne institutioner.", None),
    LEMVIG: ("En lille gruppe; de fleste er kendt af jobcentret i mange år.", None,
             "En tovholder er udpeget."),
}


def _counselling() -> list[SampleFile]:
    """The offers, the agreements at the turn of the year, and the end of the period."""
    moments = (datetime(2009, 12, 18, 15, 30), datetime(2010, 1, 22, 9, 15), datetime(2010, 3, 2, 10, 45))
    return [SampleFile(f"raadgivning_{when:%Y-%m-%d}.xlsx", workbook({"Rådgivning": [
        [f"Særlig individuel rådgivning ({MARK})"], [], COLUMNS, *_offers(when.date())]}), when, CONSULTANT,
        dataset="raadgivning") for when in moments]


def _offers(seen: date) -> list[Sequence[Cell]]:
    rows: list[Sequence[Cell]] = []
    for code, *moments in OFFERS:
        offered, agreed, held, declined = (date(*m) if m else None for m in moments)
        if offered is None or offered > seen:
            continue
        held, declined = (day if day and day <= seen else None for day in (held, declined))
        status = "afholdt" if held else "takket nej" if declined else "aftalt" if agreed else "tilbudt"
        days = [f"{day:%d-%m-%Y}" if day else None for day in (offered, agreed, held, declined)]
        rows.append([BY_CODE[code].name, status, *days, *(ANSWERS[code] if held else (None, None, None))])
    return rows
