"""The datasets of records, declared once as data: courses, evaluations, hotline, counselling and centres.

Reading, checking, templates, forms and what is told about them all come from these declarations.
"""

from dataclasses import dataclass, replace
from typing import Literal

from sqlmodel import SQLModel

from model.store.tables.activities import (
    Attendance,
    CentreMonth,
    CentrePeriod,
    Counselling,
    CourseDayEvent,
    Evaluation,
    HotlineEnquiry,
)

Kind = Literal["count", "number", "text", "choice", "date", "month", "jobcenter", "course_day"]


@dataclass(frozen=True)
class Part:
    """One column: its name, the Danish heading, what its cells hold, and the table column they are stored in."""

    name: str
    heading: str
    kind: Kind
    column: str
    aliases: tuple[str, ...] = ()
    choices: dict[str, tuple[str, ...]] | None = None  # stored value -> other spellings
    future: bool = False  # a date that may lie ahead
    ends: bool = False  # a date on which something ends: of a month, its last day
    lasts: bool = False  # a date until which something goes on day by day: »d.d.« says that it still does
    longest: int = 1000  # characters of a text
    otherwise: str | None = None  # a choice that says nothing where nothing else was said
    given: bool = False  # a key that is given to records which come from a file without a column of it


@dataclass(frozen=True)
class RecordDataset:
    """A kind of file of which each row states one record.

    of_day: what a row may say of its whole course day besides, whoever it is about; stored as a record of COURSE_DAYS.
    """

    name: str
    title: str
    table: type[SQLModel]
    keys: tuple[Part, ...]
    fields: tuple[Part, ...]
    bare: bool = False  # whether the key alone says something: a centre opened
    of_day: tuple[Part, ...] = ()
    persons: bool = False  # whether a sender's list may have a row for each person that is counted
    short: str = ""  # the title where there is little room, when it is not the same

    @property
    def sheet(self) -> str:
        """What a sheet of them is called."""
        return self.short or self.title

    @property
    def parts(self) -> tuple[Part, ...]:
        """Keys, then what is stated."""
        return (*self.keys, *self.stated)

    @property
    def stated(self) -> tuple[Part, ...]:
        """All that a row may say besides its key."""
        return (*self.fields, *self.of_day)

    @property
    def event(self) -> Part | None:
        """The column that says whether a course day is cancelled; None in a dataset of anything else."""
        return next((part for part in self.stated if CANCELLED in (part.choices or {})), None)

    def field(self, name: str) -> Part:
        """The key or value column of that name. Raises KeyError."""
        return {part.name: part for part in self.parts}[name]


CANCELLED, HELD = "aflyst", "holdes"  # a course day that is not held, and one that is held after all
WITHDRAWN, HOLDS = "udgaar", "gaelder"  # a period entered by mistake, and one that counts after all
JOBCENTER = Part("jobcenter", "Jobcenter", "jobcenter", "jobcenter",
                 ("kommune", "kommunenavn", "jobcenternavn", "kommunekode", "kommunenr", "kom.nr.", "job centre",
                  "job center", "municipality"))
COURSE_DAY = Part("kursusdag", "Kursusdag", "course_day", "course_day",
                  ("kursusdag nr", "kursus dag", "dag", "kursusdato", "dato", "kursusdag (dato)", "kursus",
                   "course day", "course date", "event date", "date", "course"))
ROLES = {"jobkonsulent": ("jobkonsulenter", "jobcenterkonsulent", "jobcenterkonsulenter", "konsulent", "konsulenter",
                          "virksomhedskonsulent", "consultant", "consultants", "job consultant"),
         "tovholder": ("tovholdere", "koordinator", "coordinator"),
         "virksomhedsmentor": ("virksomhedsmentorer", "mentor", "mentorer", "mentors", "company mentor")}
CENTRE = Part("virksomhedscenter", "Virksomhedscenter", "text", "name",
              ("center", "virksomhed", "virksomhedens navn", "centerets navn", "centrets navn", "navn på center",
               "centre", "centre name", "center name", "company", "company name", "employer", "business"),
              longest=120)
PLACES = Part("pladser", "Pladser", "count", "places", ("antal pladser", "faste pladser", "places", "number of places",
                                                               "seats"))

DAY_EVENT = Part("haendelse", "Hændelse", "choice", "event",
                 ("aflyst", "aflyst?", "aflyst ja/nej", "aflyst (ja/nej)", "aflysning", "er dagen aflyst",
                  "dagen er aflyst", "cancelled", "canceled"),
                 {CANCELLED: ("aflyses", "aflysning"),
                  HELD: ("holdes alligevel", "afholdes", "afholdes alligevel", "holdt", "afholdt", "gennemført",
                         "planlagt", "som planlagt")}, otherwise=HELD)

ATTENDANCE = RecordDataset(
    "kursusdeltagelse", "Kursusdeltagelse", Attendance,
    keys=(COURSE_DAY, JOBCENTER, Part("rolle", "Rolle", "choice", "role", ("funktion", "deltagertype", "role"), ROLES)),
    fields=(Part("tilmeldt", "Tilmeldt", "count", "registered", ("tilmeldte", "antal tilmeldte", "tilmeldinger",
                                                              "registered", "signed up", "registrations")),
            Part("moedt", "Mødt", "count", "attended", ("mødte", "fremmødt", "fremmødte", "antal mødte",
                                                        "deltog", "attended", "attendees"))),
    of_day=(DAY_EVENT,), persons=True)

EVALUATION = RecordDataset(
    "kursusevaluering", "Kursusevaluering", Evaluation, keys=(COURSE_DAY,), of_day=(DAY_EVENT,), persons=True,
    fields=(Part("udsendt", "Skemaer udsendt", "count", "sent", ("udsendte", "udsendte skemaer", "skemaer sendt",
                                                                    "sent", "forms sent")),
            Part("besvaret", "Skemaer besvaret", "count", "answered", ("besvarede", "besvarede skemaer", "svar",
                                                                            "answered", "responses")),
            *(Part(f"tilfredshed_{score}", f"Tilfredshed {score}", "count", f"score_{score}",
                   (f"score {score}", f"karakter {score}", f"tilfreds {score}", f"antal {score}'ere")) for score in
              range(1, 6))))

COURSE_DAYS = RecordDataset(
    "kursusdage", "Aflyste kursusdage", CourseDayEvent, keys=(COURSE_DAY,),
    fields=(replace(DAY_EVENT, aliases=(*DAY_EVENT.aliases, "status")),))

HOTLINE = RecordDataset(
    "hotline", "Henvendelser til hotlinen", HotlineEnquiry,
    keys=(Part("henvendelse", "Henvendelse nr.", "number", "number", ("nr", "nummer", "henvendelsesnr", "løbenr",
                                                                      "henvendelse nr", "henv. nr.", "no", "number",
                                                                      "enquiry no", "inquiry no", "enquiry number",
                                                                      "inquiry number"), given=True),),
    fields=(Part("dato", "Dato", "date", "asked_on", ("henvendelsesdato", "modtaget", "spurgt", "spurgt den",
                                                      "date", "received", "date received", "asked", "asked on")),
            JOBCENTER,
            Part("tema", "Tema", "text", "theme", ("emne", "kategori", "topic", "theme", "subject", "category"),
                 longest=80),
            Part("spoergsmaal", "Spørgsmål", "text", "question", ("spørgsmålet", "henvendelsen drejer sig om",
                                                                   "question")),
            Part("besvaret", "Besvaret den", "date", "answered_on", ("besvaret", "svaret den", "svardato", "answered",
                                                                        "answered on", "replied", "replied on"),
                 ends=True),
            Part("besvaret_af", "Besvaret af", "choice", "answered_by", ("svaret af", "ansvarlig", "answered by",
                                                                              "replied by"),
                 {"DISCUS": ("discus",), "BRM": ("brm", "beskæftigelsesregionen", "beskæftigelsesregion midtjylland")}),
            Part("svar", "Svar", "text", "answer", ("svaret", "answer", "reply", "response"))))

STATUS = {"ønsket": ("ønske", "ønsker", "ønsker rådgivning", "ønsker besøg", "har ønsket", "anmodet", "ansøgt",
                     "bedt om", "har bedt om rådgivning"),
          "tilbudt": ("tilbud", "tilbudt rådgivning"), "aftalt": ("aftale", "aftalt møde"),
          "afholdt": ("holdt", "gennemført", "besøgt"), "takket nej": ("nej tak", "afslået", "takkede nej", "nej")}
COUNSELLING = RecordDataset(
    "raadgivning", "Særlig individuel rådgivning", Counselling, keys=(JOBCENTER,),
    fields=(Part("status", "Status", "choice", "status", (), STATUS),
            Part("oensket", "Ønsket den", "date", "wished_on", ("ønsket", "dato ønsket", "ønske modtaget",
                                                                "henvendt den", "anmodet den", "bedt om den",
                                                                "requested", "requested on")),
            Part("tilbudt", "Tilbudt den", "date", "offered_on", ("tilbudt", "dato tilbudt", "offered", "offered on")),
            Part("aftalt", "Aftalt til den", "date", "agreed_for", ("aftalt", "aftalt den", "mødedato", "aftalt til",
                                                                  "agreed", "agreed for", "meeting date"),
                 future=True),
            Part("afholdt", "Afholdt den", "date", "held_on", ("afholdt", "dato afholdt", "besøgt den", "held",
                                                                  "held on")),
            Part("takket_nej", "Takket nej den", "date", "declined_on", ("takket nej", "dato takket nej", "declined",
                                                                           "declined on")),
            Part("svar_a", "Svar a: matchgruppe 4", "text", "answer_a", ("svar a", "spørgsmål a", "a")),
            Part("svar_b", "Svar b: tidligere erfaringer", "text", "answer_b", ("svar b", "spørgsmål b", "b")),
            Part("svar_c", "Svar c: nuværende indsats", "text", "answer_c", ("svar c", "spørgsmål c", "c"))))

CENTRES = RecordDataset(
    "centre", "Virksomhedscentre", CentrePeriod, bare=True,
    keys=(JOBCENTER, CENTRE, Part("aabnet", "Åbnet", "date", "opened", ("åbnet den", "åbningsdato", "startdato",
                                                                       "oprettet", "opened", "opened on",
                                                                       "opening date", "start date"))),
    fields=(Part("haendelse", "Hændelse", "choice", "event", (), {WITHDRAWN: ("udgår", "fejl", "slettes"),
                                                                   HOLDS: ("gælder",)}),
            Part("lukket", "Lukket", "date", "closed", ("lukket den", "lukkedato", "slutdato", "ophørt", "closed",
                                                            "closed on", "closing date", "end date"), ends=True,
                 lasts=True),
            Part("lukkeaarsag", "Lukkeårsag", "text", "reason", ("årsag", "årsag til lukning", "begrundelse", "reason",
                                                                   "reason for closing"),
                 longest=200),
            Part("sektor", "Sektor", "choice", "sector", ("privat/offentlig", "ejerforhold", "sector"),
                 {"privat": ("private", "p"), "offentlig": ("offentligt", "off", "o", "kommunal", "public")}),
            Part("branche", "Branche", "text", "industry", ("branchen", "industry"), longest=80),
            PLACES,
            Part("generation", "Generation", "count", "generation", ("gen", "vc generation"))))

CENTRE_MONTHS = RecordDataset(
    "centermaaned", "Virksomhedscentre, måned for måned", CentreMonth, short="Virksomhedscentre",
    keys=(JOBCENTER, CENTRE, Part("maaned", "Måned", "month", "month", ("periode", "md", "opgørelsesmåned", "month"))),
    fields=(PLACES, Part("besatte", "Besatte pladser", "count", "occupied", ("besat", "optaget", "optagne pladser",
                                                                            "antal besatte", "belagte pladser",
                                                                            "occupied", "occupied places"))))

RECORDS = {d.name: d for d in (ATTENDANCE, EVALUATION, HOTLINE, COUNSELLING, CENTRES, CENTRE_MONTHS, COURSE_DAYS)}
