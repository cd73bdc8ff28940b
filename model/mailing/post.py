"""Handing mail to an SMTP server: what was certainly not taken is told apart from what may have been."""

import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from types import TracebackType
from typing import Self

from model.basics.refusal import NotDone
from model.basics.settings import Settings

HERE = ("localhost", "127.0.0.1", "::1")
NO_SENDER = ("Skriv i FREMDRIFT_SMTP_SENDER eller FREMDRIFT_CONTACT, hvem mailen kommer fra.")
OPEN_LINE = ("FREMDRIFT_SMTP_STARTTLS=never må kun bruges til en mailserver på denne maskine: ellers kan alle på vejen "
             "læse med. Fjern indstillingen, eller sæt FREMDRIFT_SMTP_HOST til localhost.")
NO_ANSWER = "Mailserveren i FREMDRIFT_SMTP_HOST svarer ikke."
NO_TLS = ("Der kan ikke laves en lukket forbindelse til mailserveren (STARTTLS): den tilbyder den ikke, eller dens "
          "certifikat er ikke et, maskinen stoler på.")
UNKNOWN = "Mailserveren kender ikke FREMDRIFT_SMTP_USER med FREMDRIFT_SMTP_PASSWORD."
NO_LETTERS = "Mailserveren kan ikke sende til en adresse med andre bogstaver end a–z."


class NotTaken(NotDone):
    """A mail that was certainly not taken; the text is Danish and names no address."""


class NoServer(NotTaken):
    """The server itself cannot be used, for this mail or any other."""


class PerhapsTaken(NotDone):
    """The line was lost while a mail was handed over: it may have been taken."""


def sender(settings: Settings) -> str:
    """Whom mail is from. Raises NoServer where nobody has said."""
    found = settings.smtp_sender or settings.contact
    if found is None:
        raise NoServer(NO_SENDER)
    return found


class Post:
    """A connection to the server, made when the first mail is handed over and anew after it was lost."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is connected yet. Raises NoServer for settings that would let others read along."""
        if settings.smtp_starttls == "never" and settings.smtp_host not in HERE:
            raise NoServer(OPEN_LINE)
        self._settings = settings
        self._server: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        """The connection, to be closed."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        """Say goodbye."""
        self._close()

    def hand_over(self, mail: EmailMessage) -> None:
        """Hand one mail to the server. Raises NoServer, NotTaken and PerhapsTaken."""
        server = self._server or self._connected()
        try:
            server.send_message(mail)
        except smtplib.SMTPRecipientsRefused as refused:
            self._start_anew(server)
            raise NotTaken(f"Mailserveren vil ikke tage mod adressen ({_codes(refused)}).") from refused
        except smtplib.SMTPNotSupportedError as refused:
            raise NotTaken(NO_LETTERS) from refused
        except smtplib.SMTPResponseException as refused:
            self._start_anew(server)
            raise NotTaken(f"Mailserveren vil ikke tage mod mailen ({refused.smtp_code}).") from refused
        except (OSError, smtplib.SMTPException) as lost:
            self._close()
            raise PerhapsTaken("Forbindelsen til mailserveren blev afbrudt. Mailen kan være sendt og bliver ikke sendt "
                               "igen.") from lost

    def _connected(self) -> smtplib.SMTP:
        given = self._settings
        try:
            server = smtplib.SMTP(given.smtp_host or "", given.smtp_port, timeout=given.smtp_seconds)
        except (OSError, smtplib.SMTPException) as failed:
            raise NoServer(NO_ANSWER) from failed
        self._server = server
        try:
            self._secured(server)
        except NoServer:
            self._close()
            raise
        return server

    def _secured(self, server: smtplib.SMTP) -> None:
        """Close the line to others, and sign in where that is asked for: a password never goes over an open one."""
        given = self._settings
        try:
            if given.smtp_starttls == "always":
                server.starttls(context=ssl.create_default_context())
        except (OSError, smtplib.SMTPException) as failed:
            raise NoServer(NO_TLS) from failed
        try:
            if given.smtp_user is not None:
                server.login(given.smtp_user, given.smtp_password.get_secret_value() if given.smtp_password else "")
        except smtplib.SMTPException as refused:
            raise NoServer(UNKNOWN) from refused
        except OSError as lost:
            raise NoServer(NO_ANSWER) from lost

    def _start_anew(self, server: smtplib.SMTP) -> None:
        """A server that has refused a mail takes the next one; one that is gone is asked anew."""
        try:
            server.rset()
        except (OSError, smtplib.SMTPException):
            self._close()

    def _close(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            with suppress(OSError, smtplib.SMTPException):  # it has what it took, whether it says goodbye or not
                server.quit()


def _codes(refused: smtplib.SMTPRecipientsRefused) -> str:
    """The server's numbers; its words may repeat the address."""
    return ", ".join(sorted({str(code) for code, _ in refused.recipients.values()}))
