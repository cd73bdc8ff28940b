"""A page in Danish for whatever goes wrong between a browser and the pages, with the number it has in the log."""

import logging
import secrets
from collections.abc import Iterable
from html import escape

from model.subjects.support.words import contact
from pages.server.api import refusals
from pages.server.asgi import App, Message, Receive, Scope, Send, header
from pages.server.journal import told

LOG = logging.getLogger(__name__)
WORDS = {
    400: ("Forespørgslen kan ikke bruges", "Adressen eller det, der blev sendt, kan ikke læses."),
    401: ("Log ind først", "Filen vises kun for den, der er logget ind. Åbn forsiden, log ind, og hent den igen."),
    403: ("Det må du ikke herfra", "Det er sendt fra en side, der ikke hører til Fremdrift. Åbn forsiden først."),
    404: ("Det findes ikke", "Adressen fører ikke til noget. Filer, der er lavet til dig, kan kun hentes, mens siden "
                             "er åben. Åbn forsiden, og find det igen derfra."),
    405: ("Det kan ikke gøres på denne adresse", "Åbn forsiden, og find det igen derfra."),
    408: ("Det gik for langsomt", "Forbindelsen er lukket, før alt var sendt. Der er ikke gemt noget. Prøv igen."),
    413: ("Det, der blev sendt, er for stort", "Der er ikke gemt noget. Send en mindre fil."),
    421: ("Adressen hører ikke til denne server", "Brug den adresse, du har fået oplyst."),
    503: ("Fremdrift kan ikke svare lige nu", "Vent lidt, og prøv igen."),
}
FAULT = 500
SIGNING_IN = ("/auth/", "/oauth2callback")
NOT_IN = ("Login lykkedes ikke", "Login-tjenesten svarer ikke, eller login blev afbrudt. Åbn forsiden, og prøv igen.")
OTHERWISE = {4: ("Det kan ikke lade sig gøre", "Åbn forsiden, og prøv igen derfra."),
             5: ("Der skete en fejl", "Intet er ændret i tallene. Prøv igen om lidt.")}
PAGE = """<!DOCTYPE html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Fremdrift</title><style>
:root {{ color-scheme: light dark; }}
body {{ font: 1rem/1.5 "IBM Plex Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif; max-width: 40rem;
  margin: 12vh auto; padding: 0 1.25rem; color: light-dark(#1A1A1A, #F2F2F2);
  background: light-dark(#FFFFFF, #14181D); }}
h1 {{ font-size: 1.75rem; line-height: 1.25; margin: 0 0 .75rem; }}
a {{ color: light-dark(#004D99, #9CC7F0); }}
.quiet {{ color: light-dark(#595959, #C3C9D0); }}
</style></head><body><main><h1>{title}</h1><p>{words}</p><p><a href="/">Til forsiden</a></p>
<p class="quiet">Fejlen har nummer {reference} i loggen; oplys det til den, der driver Fremdrift. {help}</p>
</main></body></html>
"""


class Errors:
    """Puts the page in the place of a refusal without words, and of an answer that was never finished."""

    def __init__(self, app: App) -> None:
        """Around all that may refuse or fail."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and explain what is refused."""
        answer = _Answer(scope, send)
        try:
            await self.app(scope, receive, answer.send if scope["type"] == "http" else send)
        except Exception as fault:
            reference = number()
            LOG.error("a request failed", told(reference=reference, fault=fault), exc_info=fault)
            if scope["type"] != "http" or answer.begun:
                raise
            await answer.explain(FAULT, reference)


class _Answer:
    """One answer on its way out: as it is, or, of a refusal without words to one who reads, the page."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.scope, self.out, self.begun, self.replaced = scope, send, False, False

    async def send(self, message: Message) -> None:
        """Let it out, or explain it instead."""
        if message["type"] == "http.response.start" and self._unexplained(message):
            self.replaced = True
            reference = number()
            LOG.warning("a request was refused", told(reference=reference, status=message["status"]))
            await self.explain(message["status"], reference, message["headers"])
        elif not self.replaced:
            self.begun = True
            await self.out(message)

    def _unexplained(self, message: Message) -> bool:
        kind = dict(message.get("headers", [])).get(b"content-type", b"text/plain")
        if message["status"] < 400:
            return False
        if refusals.is_api(self.scope["path"]):  # whose own answers in text say which letters they are in
            return kind == b"text/plain"
        return kind.startswith(b"text/plain") and "text/html" in header(self.scope, "accept")

    async def explain(self, status: int, reference: str, headers: Iterable[tuple[bytes, bytes]] = ()) -> None:
        """Send the page; of the ``headers`` those that say how the thing may be done after all, and the cookies."""
        self.begun = True
        kind, body = self._body(status, reference)
        kept = [(name, value) for name, value in headers if name in (b"allow", b"set-cookie", b"www-authenticate")]
        await self.out({"type": "http.response.start", "status": status, "headers": [
            *kept, (b"content-type", kind), (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"no-store")]})
        await self.out({"type": "http.response.body", "body": body if self.scope["method"] != "HEAD" else b""})


    def _body(self, status: int, reference: str) -> tuple[bytes, bytes]:
        """What kind of text the answer is, and the text: for a program the one that its others are."""
        if refusals.is_api(self.scope["path"]):
            return b"application/json", bytes(refusals.answer(refusals.code_of(status)).body)
        words = NOT_IN if self.scope["path"].startswith(SIGNING_IN) else None
        return b"text/html; charset=utf-8", page(status, reference, words).encode()


def page(status: int, reference: str, known: tuple[str, str] | None = None) -> str:
    """The page of a status, as HTML. known: its title and words where more is known than the status."""
    title, words = known or WORDS.get(status, OTHERWISE[min(status // 100, 5)])
    return PAGE.format(title=escape(title), words=escape(words), reference=reference, help=escape(contact.help_words()))


def number() -> str:
    """A number for the log and the reader: six hexadecimal digits."""
    return secrets.token_hex(3).upper()
