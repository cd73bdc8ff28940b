"""Enquiries to the hotline, and what was answered."""

from model.intake.datasets.declaration import Column, Dataset, Spoken
from model.intake.datasets.shared import JOBCENTER
from model.programmes.current import PLAN, PROGRAMME
from model.programmes.words import ORGANISER, SHORT
from model.store.tables.activities import HotlineEnquiry

ANSWERED_BY = {**({PLAN.hotline.first: (PLAN.hotline.first.lower(),)} if PLAN.hotline else {}),
               SHORT: (SHORT.lower(), *PROGRAMME.organiser.spellings, ORGANISER.lower())}
HOTLINE = Dataset(
    "hotline", "Henvendelser til hotlinen", HotlineEnquiry, public="whole", rules="model.intake.rules.hotline",
    page="raadgivning",
    spoken=Spoken(named=("hotline", "henvendelse"), subject=("hotline", "henvendelse")),
    keys=(Column("henvendelse", "Henvendelse nr.", "number", "number",
                 ("nr", "nummer", "henvendelsesnr", "løbenr", "henvendelse nr", "henv. nr.", "no", "number",
                  "enquiry no", "inquiry no", "enquiry number", "inquiry number"), given=True),),
    fields=(Column("dato", "Dato", "date", "asked_on",
                   ("henvendelsesdato", "modtaget", "spurgt", "spurgt den", "date", "received", "date received",
                    "asked", "asked on")),
            JOBCENTER,
            Column("tema", "Tema", "text", "theme", ("emne", "kategori", "topic", "theme", "subject", "category"),
                   longest=80),
            Column("spoergsmaal", "Spørgsmål", "text", "question",
                   ("spørgsmålet", "henvendelsen drejer sig om", "question")),
            Column("besvaret", "Besvaret den", "date", "answered_on",
                   ("besvaret", "svaret den", "svardato", "answered", "answered on", "replied", "replied on"),
                   ends=True),
            Column("besvaret_af", "Besvaret af", "choice", "answered_by",
                   ("svaret af", "ansvarlig", "answered by", "replied by"), ANSWERED_BY),
            Column("svar", "Svar", "text", "answer", ("svaret", "answer", "reply", "response"))))
