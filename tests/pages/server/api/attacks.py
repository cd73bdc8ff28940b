"""Every way in that a program could try: with a token of its own, with none, or with one that is not its own.

A function of the door, the number of the try and dice each. It returns what came of it where that was wrong, or "".
"""

import json
import random
import secrets
import socket
import string
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import quote, urlsplit

from tests.pages.server.api.asking import HEAD, OF_OTHER, OF_OWN
from tests.pages.server.knocking import COOKIE, Answer, Door
from tests.viewers import OTHER, OWN

CPR = "251248-4916"  # the number CPR-kontoret publishes for tests
ALONE = f"{HEAD}2010-03;{OTHER};414;61;12;72\n"
Dice = random.Random
WAYS = ("/api/figures", "/api/status")


@dataclass
class Senders(Door):
    """The server with tokens of the own jobcenter, which are good, and others that are ended."""

    good: list[str]
    ended: list[str]

    def of_own(self, at: int) -> str:
        """What a program of the own jobcenter shows; another one's at each try, since each may only ask so often."""
        return f"Bearer {self.good[at % len(self.good)]}"

    def fetched(self, path: str, **more: str) -> str:
        """What came of fetching, where that should have been refused."""
        return _not_refused(self.ask(path, **more))

    def handed_in(self, at: int, content: str | bytes, query: str = "", kind: str = "text/csv",
                  name: str = "tal.csv", **more: str) -> Answer:
        """A file sent with a good token."""
        body = content.encode() if isinstance(content, str) else content
        told = {"authorization": self.of_own(at), "content_type": kind,
                "content_disposition": f'attachment; filename="{name}"'}
        return self.ask(f"/api/uploads{query}", method="POST", body=body, **told | more)


Attack = Callable[[Senders, int, Dice], str]


def _not_refused(answer: Answer) -> str:
    """Anything but a refusal by a status of its own: what was given, and a fault of the server's too."""
    refused = 400 <= answer.status < 500 or answer.status in (0, 503)
    return "" if refused else f"{answer.status} {answer.body[:200]!r}"


def _of_others(answer: Answer) -> str:
    """What was told of a jobcenter that is another's, or a fault."""
    told = {each["jobcenter"] for each in _parts(answer, "figures")} | {each["code"] for each in _parts(
        answer, "jobcenters")}
    return f"{answer.status} {told}" if told - {OWN} or answer.status >= 500 else ""


def _parts(answer: Answer, name: str) -> list[Mapping[str, str]]:
    if answer.status != 200 or not answer.body.startswith(b"{"):
        return []
    parts: list[Mapping[str, str]] = json.loads(answer.body).get(name, [])
    return parts


def a_guess(door: Senders, at: int, dice: Dice) -> str:
    like = dice.choice([f"fremdrift_{secrets.token_urlsafe(32)}", secrets.token_hex(32), "fremdrift_", "null", "*", "%",
                        "' OR 1=1 --", "fremdrift_" + "A" * 43, "æøå", "x" * 5_000, "1", "afsendernøgle 1"])
    return door.fetched(dice.choice(WAYS), authorization=f"Bearer {like.encode().decode('latin-1')}")


def nearly_the_same(door: Senders, at: int, dice: Dice) -> str:
    known = door.good[at % len(door.good)]
    place = dice.randrange(len(known))
    other = dice.choice([each for each in string.ascii_letters if each != known[place]])
    near = dice.choice([known[:-1], known[1:], f"{known}x", known.swapcase(), known[:place] + other + known[place + 1:],
                        f"{known},{known}", f'"{known}"', known.removeprefix("fremdrift_")])
    return door.fetched(dice.choice(WAYS), authorization=f"Bearer {near}")


def one_that_is_ended(door: Senders, at: int, dice: Dice) -> str:
    shown = f"Bearer {dice.choice(door.ended)}"
    if at % 2:
        return door.fetched(dice.choice(WAYS), authorization=shown)
    return _not_refused(door.handed_in(at, OF_OWN, authorization=shown))


def shown_elsewhere(door: Senders, at: int, dice: Dice) -> str:
    known, path = door.good[at % len(door.good)], dice.choice(WAYS)
    how = dice.choice([{"x_api_key": known}, {"cookie": f"{COOKIE}={known}"}, {"authorization": known},
                       {"authorization": f"Basic {known}"}, {"authorization": f"Token {known}"},
                       {"proxy_authorization": f"Bearer {known}"}, {"x_forwarded_authorization": f"Bearer {known}"}])
    query = dice.choice(["", f"?token={known}", f"?access_token={known}", f"?authorization=Bearer%20{known}"])
    return door.fetched(path + query, **how)


def figures_of_others(door: Senders, at: int, dice: Dice) -> str:
    whom = dice.choice([OTHER, f"{OWN},{OTHER}", "*", "%", f"{OWN}%", f" {OTHER} ", "Skive", "", "alle", "0779",
                        "\uff17\uff17\uff19", f"{OTHER}\x00", f"{OWN}' OR '1'='1", f"[\"{OTHER}\"]"])
    query = dice.choice([f"jobcenter={quote(whom)}", f"jobcenter={OWN}&jobcenter={quote(whom)}",
                         f"jobcenter[]={quote(whom)}", f"unit={quote(whom)}", f"JOBCENTER={quote(whom)}",
                         f"month=2010-03&jobcenter={quote(whom)}", f"measure={quote(whom)}"])
    return _of_others(door.ask(f"{dice.choice(WAYS)}?{query}", authorization=door.of_own(at)))


def a_file_of_others(door: Senders, at: int, dice: Dice) -> str:
    text = dice.choice([OF_OTHER, ALONE, ALONE.replace(f";{OTHER};", ";Skive;"),
                        f"{HEAD}2010-03;{OWN};795;102;32;132\n2010-03; {OTHER} ;414;61;12;72\n",
                        OF_OTHER.replace("2010-03", "marts 2010"), OF_OTHER.replace(";", "\t")])
    query = dice.choice(["", f"?without={OWN}", "?accept_suggestions=ja", f"?fix=A2={OTHER}", f"?fix=B2={OTHER}",
                         "?reason=det%20er%20aftalt", "?dataset=maanedstal", "?answer=period=one", "?dry_run=nej"])
    return _not_refused(door.handed_in(at, text, query))


def made_into_one_of_others(door: Senders, at: int, dice: Dice) -> str:
    cell = dice.choice(["B2", "tal.csv!B2", "Ark1!B2", "b2", "$B$2"])
    to = dice.choice([OTHER, "Skive", f"{OTHER} Skive", "skive "])
    return _not_refused(door.handed_in(at, OF_OWN, f"?fix={quote(f'{cell}={to}')}"))


def numbers_of_what_is_not_there(door: Senders, at: int, dice: Dice) -> str:
    which = dice.choice(["0", "-1", "99999", "9" * 30, "1e1", "1.0", "1%20OR%201=1", "..", "null", "1/figures", "%00",
                         "1;", "../uploads", "٢"])
    return door.fetched(f"/api/editions/{quote(which, safe='/%;')}", authorization=door.of_own(at))


def by_another_path(door: Senders, at: int, dice: Dice) -> str:
    path = dice.choice(["/api//figures", "//api/figures", "/api/figures/", "/API/figures", "/api/./figures",
                        "/api/%66igures", "/api/editions/../figures", "/api/openapi.json/../figures", "/api;x/figures",
                        "/api/figures;.json", "/api/figures%00", "/api%2ffigures", "/x/../api/figures",
                        "/api/openapi.json%2f..%2ffigures", "/static/../api/figures", "/health/../api/status"])
    answer = door.ask(path, method=dice.choice(["GET", "HEAD"]))
    return f"{answer.status} {path}" if answer.status >= 500 or b'"figures"' in answer.body else ""


def by_another_method(door: Senders, at: int, dice: Dice) -> str:
    method = dice.choice(["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND", "get", "CONNECT"])
    path = dice.choice(["/api/uploads", "/api/figures", "/api/status", "/api/editions/1"])
    answer = door.ask(path, method=method, body=b"{}", authorization=door.of_own(at), content_type="application/json",
                      x_http_method_override=dice.choice(["POST", "GET"]), origin=door.own)
    opened = answer.header("access-control-allow-origin") or answer.header("access-control-allow-methods")
    return opened or _not_refused(answer)


def from_another_page(door: Senders, at: int, dice: Dice) -> str:
    origin = dice.choice(["null", "http://evil.example", f"{door.own}.evil.example", "https://localhost", "file://"])
    answer = door.handed_in(at, OF_OWN, origin=origin, sec_fetch_site="cross-site")
    return _not_refused(answer)


def more_than_there_is_room_for(door: Senders, at: int, dice: Dice) -> str:
    bomb = zlib.compress(b"0" * 30_000_000)
    how: dict[str, str] = dice.choice([{"content_length": str(10**12)}, {"content_length": "-5"},
                                       {"content_length": "1e9"}, {"content_encoding": "deflate"}, {}])
    body = {"deflate": bomb}.get(how.get("content_encoding", ""), b"1;" * 1_200_000)
    return _not_refused(door.handed_in(at, body, **how))


def what_is_no_file(door: Senders, at: int, dice: Dice) -> str:
    content, kind, name = dice.choice([
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "text/csv", "a.csv"),
        (_packed(("../../x.csv", b"1")), "application/octet-stream", "a.zip"),
        (_packed(("xl/workbook.xml", b"<a>" * 9_000), ("[Content_Types].xml", b"x")), "application/octet-stream",
         "a.xlsx"),
        (_packed(("xl/worksheets/sheet1.xml", b"0" * 40_000_000)), "application/octet-stream", "a.xlsx"),
        (b"{}", "application/json", "a.json"), (b"\x00" * 5_000, "text/csv", "a.csv"), (b"", "text/csv", "a.csv"),
        (b"MZ\x90\x00" * 100, "application/octet-stream", "a.exe"), (b"--b--", "multipart/form-data", "a.csv"),
        (b"--b\r\n" * 9_000, "multipart/form-data; boundary=b", "a.csv"), (OF_OWN.encode(), "text/html", "a.csv"),
        (OF_OWN.encode(), "text/csv", ""), (OF_OWN.encode("utf-16"), "text/csv", "../../etc/cron.d/a")])
    answer = door.handed_in(at, content, "?dry_run=ja", kind=kind, name=name)
    return f"{answer.status} {name} {kind}" if answer.status >= 500 or answer.status == 201 else ""


def _packed(*files: tuple[str, bytes]) -> bytes:
    room = BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files:
            packed.writestr(name, content)
    return room.getvalue()


def a_person_s_number(door: Senders, at: int, dice: Dice) -> str:
    number = dice.choice([CPR, CPR.replace("-", ""), CPR.replace("-", " "), f" {CPR} "])
    row = dice.choice([OF_OWN.replace(";795;", f";{number};"), f"{OF_OWN}{number};{OWN};1;1;1;1\n",
                       OF_OWN.replace(HEAD, f"{number}\n{HEAD}")])
    where = dice.choice(["file", "reason", "name", "field", "fix"])
    answer = {"file": lambda: door.handed_in(at, row),
              "reason": lambda: door.handed_in(at, OF_OWN, f"?reason={quote(number)}"),
              "name": lambda: door.handed_in(at, OF_OWN, name=f"{number}.csv"),
              "field": lambda: door.ask(f"/api/figures?month={quote(number)}", authorization=door.of_own(at)),
              "fix": lambda: door.handed_in(at, OF_OWN, f"?fix={quote(f'A2={number}')}")}[where]()
    return "it is repeated" if number.strip().encode() in answer.body else _not_refused(answer)


def one_request_in_another(door: Senders, at: int, dice: Dice) -> str:
    parts = urlsplit(door.url)
    inner = f"GET {dice.choice(WAYS)} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n"
    lines = dice.choice([
        f"Content-Length: {len(inner) + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{inner}",
        f"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n{inner}",
        f"Content-Length: 0\r\nContent-Length: {len(inner)}\r\n\r\n{inner}",
        f"Authorization: Bearer x\r\nAuthorization: {door.of_own(at)}\r\nContent-Length: 0\r\n\r\n{inner}",
        f"X: a\r\n {door.of_own(at)}\r\nContent-Length : 4\r\n\r\n{inner}"])
    with socket.create_connection((parts.hostname, parts.port), timeout=20) as knocking:
        knocking.sendall(f"GET /health HTTP/1.1\r\nHost: {parts.netloc}\r\n{lines}".encode())
        knocking.settimeout(0.3)
        came = b""
        try:
            while piece := knocking.recv(65_536):
                came += piece
        except TimeoutError:
            pass
    return came.decode("latin-1")[:200] if b'"figures"' in came or b'"jobcenters"' in came else ""


def on_the_pages(door: Senders, at: int, dice: Dice) -> str:
    known = door.good[at % len(door.good)]
    shown = dice.choice([{COOKIE: known}, {COOKIE: f"Bearer {known}"}, {"token": known}])
    if at % 10 == 0 and door.sees(shown, authorization=f"Bearer {known}"):
        return "a session is shown figures"
    return door.fetched("/media/0a1b2c.xlsx", authorization=f"Bearer {known}", cookie=f"{COOKIE}={known}")


def anything_in_a_field(door: Senders, at: int, dice: Dice) -> str:
    name = dice.choice(["dry_run", "dataset", "month", "without", "reason", "answer", "fix", "count", "jobcenter",
                        "accept_suggestions", "keep_original", "measure"])
    given = "".join(dice.choice(string.printable + "æøåÅ€\u200b💥\x00") for _ in range(dice.choice([0, 1, 9, 300])))
    asked = dice.choice([lambda: door.handed_in(at, OF_OWN, f"?dry_run=ja&{name}={quote(given)}"),
                         lambda: door.ask(f"{dice.choice(WAYS)}?{name}={quote(given)}",
                                          authorization=door.of_own(at))])
    answer = asked()
    return f"{answer.status} {name}={given!r}" if answer.status >= 500 or answer.status == 201 else _of_others(answer)


ATTACKS: tuple[Attack, ...] = (
    a_guess, nearly_the_same, one_that_is_ended, shown_elsewhere, figures_of_others, a_file_of_others,
    made_into_one_of_others, numbers_of_what_is_not_there, by_another_path, by_another_method, from_another_page,
    more_than_there_is_room_for, what_is_no_file, a_person_s_number, one_request_in_another, on_the_pages,
    anything_in_a_field)
