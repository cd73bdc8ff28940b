"""A real SMTP server in a process of its own: ``python -m tests.model.mailing.server FOLDER [CERTIFICATE KEY]``.

It writes the port it listens on into FOLDER/port, and each mail it takes as a file. It takes no mail for addresses that
begin with »nej«, breaks the line off for those that begin with »farvel«, once it has the mail, and knows one user.
"""

import asyncio
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

USER, PASSWORD = b"fremdrift", b"hemmeligt"


class Handler:
    """What is done with mail."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.taken = folder, 0

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str,  # noqa: N802
                          options: list[str]) -> str:
        if address.startswith("nej"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.taken += 1
        (self.folder / f"{self.taken}.eml").write_bytes(envelope.content or b"")
        if envelope.rcpt_tos[0].startswith("farvel"):
            server.transport.abort()
        return "250 OK"


def known(server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object) -> AuthResult:
    return AuthResult(success=(getattr(given, "login", b""), getattr(given, "password", b"")) == (USER, PASSWORD))


async def serve(folder: Path, certificate: str | None, key: str | None) -> None:
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
    handler = Handler(folder)
    listening = await asyncio.get_running_loop().create_server(
        lambda: SMTP(handler, tls_context=context, authenticator=known, auth_require_tls=context is not None,
                     enable_SMTPUTF8=False), "localhost", 0)
    (folder / "port.begun").write_text(str(listening.sockets[0].getsockname()[1]), encoding="utf-8")
    (folder / "port.begun").rename(folder / "port")
    await listening.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), *(sys.argv[2:] or (None, None))))
