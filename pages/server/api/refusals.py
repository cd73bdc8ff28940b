"""What a program is told when it is not given what it asks for: a code that stays, and Danish words."""

from collections.abc import Mapping

from starlette.responses import JSONResponse

REFUSALS: Mapping[str, tuple[int, str]] = {
    "bad_request": (400, "Forespørgslen kan ikke læses."),
    "no_token": (401, "Send en afsendernøgle: Authorization: Bearer fremdrift_…"),
    "unknown_token": (401, "Afsendernøglen kendes ikke, eller den gælder ikke mere."),
    "not_allowed": (403, "Det må afsendernøglen ikke."),
    "foreign_origin": (403, "Det er sendt fra en side, der ikke hører til Fremdrift."),
    "not_found": (404, "Det findes ikke."),
    "wrong_method": (405, "Det kan ikke gøres på denne adresse."),
    "too_slow": (408, "Forbindelsen er lukket, før alt var sendt. Der er ikke gemt noget."),
    "withdrawn": (410, "Udgivelsen er trukket tilbage og vises ikke mere."),
    "too_large": (413, "Det, der blev sendt, er for stort. Der er ikke gemt noget."),
    "wrong_type": (415, "Send filen som multipart/form-data, eller som csv, txt, tsv eller xlsx med sit filnavn i "
                        "Content-Disposition."),
    "wrong_host": (421, "Adressen hører ikke til denne server."),
    "no_file": (422, "Send én fil, i feltet »file« eller som hele indholdet med et filnavn."),
    "wrong_field": (422, "Et felt kan ikke bruges."),
    "personal_data": (422, "Et felt indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget. Send det igen "
                           "uden personoplysninger."),
    "too_many": (429, "Der er sendt for meget på kort tid med denne nøgle. Vent lidt, og prøv igen."),
    "fault": (500, "Der skete en fejl. Intet er ændret i tallene. Prøv igen om lidt."),
    "busy": (503, "Fremdrift har for travlt lige nu. Vent lidt, og prøv igen."),
    "database": (503, "Databasen kan ikke bruges lige nu."),
}
OTHERWISE = {400: "bad_request", 401: "no_token", 403: "foreign_origin", 404: "not_found", 405: "wrong_method",
             408: "too_slow", 413: "too_large", 421: "wrong_host", 503: "busy"}  # of those who refuse by a status alone
WAIT = 10  # seconds after which who is asked to wait may try again
API = "/api"


class Refused(Exception):
    """A request is refused, by a code of ``REFUSALS``; the text is Danish, "" for the one that goes with the code."""

    def __init__(self, code: str, text: str = "") -> None:
        """The code and what is said more closely."""
        super().__init__(text)
        self.code, self.text = code, text


def answer(code: str, text: str = "", headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer to a request that is refused."""
    status, besked = REFUSALS[code]
    more = {401: {"WWW-Authenticate": "Bearer"}, 429: {"Retry-After": str(WAIT)},
            503: {"Retry-After": str(WAIT)}}.get(status, {})
    return JSONResponse({"code": code, "besked": text or besked}, status, {**(headers or {}), **more})


def code_of(status: int) -> str:
    """The code of what is refused by a status alone."""
    return OTHERWISE.get(status, "fault" if status >= 500 else "bad_request")


def is_api(path: str) -> bool:
    """Whether programs ask there."""
    return path == API or path.startswith(f"{API}/")
