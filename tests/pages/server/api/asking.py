"""Asking the API in this process: through the limits and the error page that stand around it on the server."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from model.access import tokens
from pages.server.api.routes import routes
from pages.server.api.senders import Desk
from pages.server.errors import Errors
from pages.server.limits import Limits
from pages.server.origins import Origins
from tests.viewers import EVERYBODY, OTHER, OWN

HEAD = "maaned;kommunekode;personer_match4;heraf_virksomhedspraktik;heraf_loentilskud;virksomhedsaktivering_i_alt\n"
OF_OWN = f"{HEAD}2010-03;{OWN};795;102;32;132\n"
OF_OTHER = f"{HEAD}2010-03;{OWN};795;102;32;132\n2010-03;{OTHER};414;61;12;72\n"
CSV = "text/csv"


def token(engine, *units):
    """A token for these jobcenters (default: the own one)."""
    return tokens.make(engine, EVERYBODY, name="fagsystem", function="fagsystemet", units=units or (OWN,),
                       reason="prøve")[1]


def client(engine, shown="", *, most=1, **desk):
    """One who asks, with a token or without. most: megabytes of a file."""
    app = Starlette(routes=routes(engine, Desk(engine, **desk)), middleware=[
        Middleware(Errors), Middleware(Origins, hosts=frozenset({"testserver"})), Middleware(Limits, most=most)])
    return TestClient(app, headers={"authorization": f"Bearer {shown}"} if shown else {})


def send(asking, text=OF_OWN, *, name="tal.csv", **fields):
    """Send a file in a form. fields: what is said with it."""
    content = text if isinstance(text, bytes) else text.encode()
    return asking.post("/api/uploads", files={"file": (name, content, CSV)}, data=fields)
