"""Evaluation of course days: forms sent and answered, and how satisfied people were."""

from model.intake.datasets.declaration import Column, Dataset
from model.intake.datasets.shared import COURSE_DAY, DAY_EVENT
from model.store.tables.activities import Evaluation

EVALUATION = Dataset(
    "kursusevaluering", "Kursusevaluering", Evaluation, keys=(COURSE_DAY,), of_day=(DAY_EVENT,), persons=True,
    fields=(Column("udsendt", "Skemaer udsendt", "count", "sent", ("udsendte", "udsendte skemaer", "skemaer sendt",
                                                                   "sent", "forms sent")),
            Column("besvaret", "Skemaer besvaret", "count", "answered", ("besvarede", "besvarede skemaer", "svar",
                                                                         "answered", "responses")),
            *(Column(f"tilfredshed_{score}", f"Tilfredshed {score}", "count", f"score_{score}",
                     (f"score {score}", f"karakter {score}", f"tilfreds {score}", f"antal {score}'ere")) for score in
              range(1, 6))))
