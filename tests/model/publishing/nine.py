"""Nine jobcenters: five whose groups are large, and four small ones that the public is told of together alone."""

from typing import Any

from model.snapshot.snapshot import Snapshot
from tests.model.subjects.builders import Said, said, snapshot

HERNING, SILKEBORG, AARHUS, SKIVE, VIBORG = LARGE = ("657", "740", "751", "779", "791")
LEMVIG, STRUER, ODDER, SAMSOE = SMALL = ("665", "671", "727", "741")
ALL = (*LARGE, *SMALL)
BASELINE, MONTH = "2009-09", "2010-03"
TOGETHER = "Lemvig, Odder, Samsø og Struer"


def nine(*statements: Said, **given: Any) -> Snapshot:
    """All have reported the baseline month and March 2010, in which the large have reached goal 1, and what is stated
    besides, or instead.
    """
    rows = [said(code, month, persons=400, total=total) for code in LARGE
            for month, total in ((BASELINE, 60), (MONTH, 90))]
    rows += [said(code, month, persons=80, total=total) for code in SMALL
             for month, total in ((BASELINE, 20), (MONTH, 25))]
    return snapshot(*rows, *statements, codes=ALL, **given)
