"""Evaluation of course days: forms sent and answered, and how satisfied people were."""

from model.intake.datasets.declaration import Column, Dataset, Spoken
from model.intake.datasets.shared import COURSE_DAY, DAY_EVENT, every_day
from model.store.tables.activities import Evaluation

EVALUATION = Dataset(
    "kursusevaluering", "Kursusevaluering", Evaluation, keys=(COURSE_DAY,), of_day=(DAY_EVENT,),
    beside=("kursusdeltagelse", "kursusdage"), persons=True, beforehand=every_day,
    rules="model.intake.rules.evaluation", page="kurser",
    spoken=Spoken(named=("evaluer", "tilfreds"), subject=("evaluer", "tilfreds")),
    twice="Handler de om hver sine skemaer, så læg tallene sammen på én række: {}; ellers slet dem, der er forkerte.",
    fields=(Column("udsendt", "Skemaer udsendt", "count", "sent",
                   ("udsendte", "udsendte skemaer", "skemaer sendt", "sent", "forms sent"), unit="1 skema",
                   stems=("udsend",)),
            Column("besvaret", "Skemaer besvaret", "count", "answered",
                   ("besvarede", "besvarede skemaer", "svar", "answered", "responses"), out_of="udsendt",
                   unit="1 skema", every="alle udsendte", stems=("besvar",)),
            *(Column(f"tilfredshed_{score}", f"Tilfredshed {score}", "count", f"score_{score}",
                     (f"score {score}", f"karakter {score}", f"tilfreds {score}", f"antal {score}'ere"),
                     unit="1 svar") for score in range(1, 6))))
