"""Two centres in Skive as files state them: one open with an occupied month, one that has closed."""

from datetime import date

from sqlalchemy import Engine

from model.intake.examine import examine
from model.intake.saving import apply
from tests.viewers import named
from tests.worlds import kept

TODAY = date(2010, 4, 20)
HEADINGS = "Jobcenter;Virksomhedscenter;Åbnet;Lukket;Lukkeårsag;Sektor;Branche;Pladser;Generation"
STANDING = (f"{HEADINGS}\r\nSkive;Hejrehyld Lager;01-10-2009;;;privat;Transport;10;1\r\n"
            "Skive;Gøgerøn Kro;01-10-2009;15-01-2010;Markedet;privat;Hotel;6;1\r\n")
MONTHS = ("Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte pladser\r\nSkive;Hejrehyld Lager;2010-02;10;7\r\n")


@kept
def load(engine: Engine, text: str, name: str = "tal.csv", reason: str = "prøve") -> int:
    """Check and save a file; the upload's id."""
    content = text.encode()
    report = examine(engine, name, content, today=TODAY)
    return apply(engine, report, content=content, viewer=named("prøve"), reason=reason)


def with_centres(engine: Engine) -> Engine:
    """The database with both centres in it."""
    load(engine, STANDING, "centre.csv")
    load(engine, MONTHS, "maaneder.csv")
    return engine
