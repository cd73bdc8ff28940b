"""nginx before processes of the app, with the configuration that ``docs/drift`` gives those who run it."""

import getpass
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

CONFIGURATION = Path(__file__).parents[1] / "docs" / "drift" / "nginx.conf"
HOST = "fremdrift.eksempel.dk"  # as the configuration names it; only who is told where it is finds it
PUBLIC = f"https://{HOST}"
PLACE = "fremdrift_plads"  # the cookie that says which process a browser belongs to
BESIDE = {"nginx": "/usr/sbin"}  # where a tool may be that is not on everybody's path
PATIENCE = 30  # seconds
AROUND = """{user}daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
{temporary}
{own}
}}
"""


def tool(name: str) -> str | None:
    """Where a tool is; None where it is not."""
    return shutil.which(name, path=f"{os.environ['PATH']}:{BESIDE.get(name, '')}")


def lacking() -> str:
    """What is not here and must be, for nginx to run; "" where nothing lacks."""
    return ", ".join(name for name in ("nginx", "openssl") if tool(name) is None)


def configured(folder: Path, ports: Sequence[int], *, plain: int = 80, secure: int = 443, tls: bool = True) -> Path:
    """The configuration as it is handed out, but for ports and folders, in the folder with a certificate of its own.

    tls: False where the secure port is to be reached without it.
    """
    text = CONFIGURATION.read_text(encoding="utf-8")
    told = re.search(r"^ *server 127\.0\.0\.1:8501( [^;]+);\n *server 127\.0\.0\.1:8502\1;\n", text, re.MULTILINE)
    assert told is not None
    servers = "".join(f"    server 127.0.0.1:{port}{told[1]};\n" for port in ports)
    for old, new in ((told[0], servers), ("listen 80;", f"listen 127.0.0.1:{plain};"),
                     ("listen 443 ssl;", f"listen 127.0.0.1:{secure}{' ssl' if tls else ''};"),
                     ("/etc/ssl/fremdrift", str(folder)), ("/var/log/nginx", str(folder))):
        assert old in text, old
        text = text.replace(old, new)
    _certificate(folder)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "\n".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    user = f"user {getpass.getuser()};\n" if os.geteuid() == 0 else ""  # who may read the folder
    path = folder / "nginx.conf"
    path.write_text(AROUND.format(user=user, folder=folder, temporary=temporary, own=text), encoding="utf-8")
    return path


def _certificate(folder: Path) -> None:
    openssl = tool("openssl")
    assert openssl is not None
    subprocess.run([openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN={HOST}",
                    "-keyout", folder / "noegle.pem", "-out", folder / "fuld_kaede.pem"],
                   check=True, capture_output=True)


@contextmanager
def proxied(folder: Path, ports: Sequence[int], *, plain: int, secure: int, tls: bool = True) -> Iterator[None]:
    """nginx that answers for ``HOST`` at the secure port, and sends each browser to one of the processes.

    Raises RuntimeError when it does not start.
    """
    nginx = tool("nginx")
    assert nginx is not None
    path = configured(folder, ports, plain=plain, secure=secure, tls=tls)
    process = subprocess.Popen([nginx, "-c", path, "-p", folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(process, secure, folder / "error.log")
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"nginx did not start:\n{log.read_text()}")
