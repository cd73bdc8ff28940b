"""The individual counselling: how far it is with each jobcenter."""

from model.basics.formatting import alphabetical
from model.intake.datasets.declaration import Beforehand, Column, Dataset, Row, Spoken
from model.intake.datasets.shared import JOBCENTER
from model.programmes.words import GROUP_SHORT
from model.store.tables.activities import Counselling

STATUS = {"ønsket": ("ønske", "ønsker", "ønsker rådgivning", "ønsker besøg", "har ønsket", "anmodet", "ansøgt",
                     "bedt om", "har bedt om rådgivning"),
          "tilbudt": ("tilbud", "tilbudt rådgivning"), "aftalt": ("aftale", "aftalt møde"),
          "afholdt": ("holdt", "gennemført", "besøgt"), "takket nej": ("nej tak", "afslået", "takkede nej", "nej")}


def _every_jobcenter(known: Beforehand) -> list[Row]:
    return [{JOBCENTER.name: name} for name in sorted(known.names.values(), key=alphabetical)]


COUNSELLING = Dataset(
    "raadgivning", "Særlig individuel rådgivning", Counselling, keys=(JOBCENTER,),
    beforehand=_every_jobcenter,
    rules="model.intake.rules.counselling", page="raadgivning", spoken=Spoken(named=("raadgiv",), subject=("raadgiv",)),
    twice="Et jobcenter har én række, der siger, hvor langt rådgivningen er nu. Saml datoerne på den, og slet resten.",
    fields=(Column("status", "Status", "choice", "status", (), STATUS),
            Column("oensket", "Ønsket den", "date", "wished_on",
                   ("ønsket", "dato ønsket", "ønske modtaget", "henvendt den", "anmodet den", "bedt om den",
                    "requested", "requested on")),
            Column("tilbudt", "Tilbudt den", "date", "offered_on",
                   ("tilbudt", "dato tilbudt", "offered", "offered on")),
            Column("aftalt", "Aftalt til den", "date", "agreed_for",
                   ("aftalt", "aftalt den", "mødedato", "aftalt til", "agreed", "agreed for", "meeting date"),
                   future=True),
            Column("afholdt", "Afholdt den", "date", "held_on",
                   ("afholdt", "dato afholdt", "besøgt den", "held", "held on")),
            Column("takket_nej", "Takket nej den", "date", "declined_on",
                   ("takket nej", "dato takket nej", "declined", "declined on")),
            Column("svar_a", f"Svar a: {GROUP_SHORT}", "text", "answer_a", ("svar a", "spørgsmål a", "a")),
            Column("svar_b", "Svar b: tidligere erfaringer", "text", "answer_b", ("svar b", "spørgsmål b", "b")),
            Column("svar_c", "Svar c: nuværende indsats", "text", "answer_c", ("svar c", "spørgsmål c", "c"))))
