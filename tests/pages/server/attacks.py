"""Every way in that somebody could try: a function of the door, the number of the try and dice; True when it led in."""

import random
import secrets
import string
import time
from collections.abc import Callable
from urllib.parse import quote
from uuid import uuid4

from tests.pages.server.knocking import COOKIE, SECRET, Door, claims, signed

ORGANISER, ENDED, REVOKED, STRANGER = "tovholder@example", "udmeldt@example", "fyret@example", "fremmed@example"
HOURS = 3600
Dice = random.Random
Attack = Callable[[Door, int, Dice], bool]


def _both(door: Door, at: int, cookie: str) -> bool:
    """By a file each time, and by a session now and then, which takes longer."""
    return door.let_in({COOKIE: cookie}) or (at % 10 == 0 and door.sees({COOKIE: cookie}))


def signed_by_another(door: Door, at: int, dice: Dice) -> bool:
    guess = dice.choice(["", "secret", SECRET.upper(), SECRET[:-1], f"{SECRET} ", secrets.token_hex(32)])
    return _both(door, at, signed(claims(door.own, ORGANISER), secret=guess))


def changed_after_signing(door: Door, at: int, dice: Dice) -> bool:
    letters = list(signed(claims(door.own, STRANGER)))
    place = dice.randrange(len(letters) - 1)
    letters[place] = dice.choice([each for each in string.ascii_letters if each != letters[place]])
    return _both(door, at, "".join(letters))


def signed_for_another_use(door: Door, at: int, dice: Dice) -> bool:
    name = dice.choice(["_streamlit_user_tokens", "_streamlit_session", "_streamlit_user_1", "", "itsdangerous"])
    return _both(door, at, signed(claims(door.own, ORGANISER), name=name))


def not_signed(door: Door, at: int, dice: Dice) -> bool:
    payload = signed(claims(door.own, ORGANISER)).split(".")[0]
    ending = dice.choice(["", ".", "..", ".none.none", f".{secrets.token_urlsafe(4)}.{secrets.token_urlsafe(20)}"])
    return _both(door, at, payload + ending)


def too_old(door: Door, at: int, dice: Dice) -> bool:
    past = dice.randrange(8 * HOURS + 1, 40 * 24 * HOURS)
    return _both(door, at, signed(claims(door.own, ORGANISER, iat=int(time.time()) - past)))


def signed_long_ago(door: Door, at: int, dice: Dice) -> bool:
    past = dice.randrange(8 * HOURS + 60, 40 * 24 * HOURS)
    return door.let_in({COOKIE: signed(claims(door.own, ORGANISER), back=past)})


def of_the_future(door: Door, at: int, dice: Dice) -> bool:
    return _both(door, at, signed(claims(door.own, ORGANISER, iat=time.time() + dice.randrange(600, 10**9))))


def with_odd_claims(door: Door, at: int, dice: Dice) -> bool:
    odd = dice.choice([{"nonce": ""}, {"nonce": None}, {"nonce": 7}, {"iat": None}, {"iat": "nu"}, {"iat": True},
                       {"iat": 10**30}, {"iat": -1}, {"sub": ""}, {"sub": None}, {"sub": ["tovholder@example"]},
                       {"sub": "%"}, {"sub": "' OR 1=1 --"}, {"iat": float("nan")}, {"iat": float("inf")}])
    return _both(door, at, signed(claims(door.own, ORGANISER, **odd)))


def ended_before(door: Door, at: int, dice: Dice) -> bool:
    return _both(door, at, signed(claims(door.own, ORGANISER, nonce=f"ended-{dice.randrange(50)}")))


def of_one_who_lost_access(door: Door, at: int, dice: Dice) -> bool:
    return _both(door, at, signed(claims(door.own, dice.choice([REVOKED, REVOKED.upper(), f" {REVOKED} "]))))


def of_one_who_never_had_it(door: Door, at: int, dice: Dice) -> bool:
    like = [STRANGER, f"{ORGANISER}.evil", f"{ORGANISER}\u200b", ORGANISER.replace("o", "ο"), f"x{ORGANISER}", "*", "_"]
    return _both(door, at, signed(claims(door.own, dice.choice(like))))


def parts_that_do_not_belong(door: Door, at: int, dice: Dice) -> bool:
    parts = {COOKIE: signed(f"chunks-{dice.choice([0, 1, 2, 19, 99, 999])}"), f"{COOKIE}_1": signed("{}"),
             f"{COOKIE}_2": signed(claims(door.own, ORGANISER), secret="x", name=f"{COOKIE}_2")}
    return door.let_in(parts) or (at % 10 == 0 and door.sees(parts))


def by_a_header(door: Door, at: int, dice: Dice) -> bool:
    name = dice.choice(["remote_user", "x_forwarded_user", "x_forwarded_email", "x_auth_request_email", "x_remote_user",
                        "x_ms_client_principal_name", "cf_access_authenticated_user_email", "x_streamlit_user",
                        "authorization"])
    inside = at % 5 == 0 and door.sees({}, **{name: ORGANISER})
    return inside or door.ask("/media/0a1b2c.xlsx", **{name: ORGANISER}).status != 401


def from_another_page(door: Door, at: int, dice: Dice) -> bool:
    host = door.own.removeprefix("http://")
    origin = dice.choice([None, "null", "http://evil.example", f"http://{host}.evil.example", "http://localhost:1",
                          f"http://evil.example/{host}", f"https://{host.split(':')[0]}", "file://",
                          f"http://{host}@evil.example"])
    return door.sees({COOKIE: signed(claims(door.own, ORGANISER))}, origin=origin)


def for_another_host(door: Door, at: int, dice: Dice) -> bool:
    host = dice.choice(["evil.example", "127.0.0.1.nip.io", "evil.example:8501", "0.0.0.0", "10.0.0.1", "[::]"])
    shown = door.ask("/", host=host)
    return shown.status == 200 or (at % 5 == 0 and door.sees(
        {COOKIE: signed(claims(door.own, ORGANISER))}, origin=f"http://{host}", host=host))


def led_elsewhere(door: Door, at: int, dice: Dice) -> bool:
    host = door.own.removeprefix("http://")
    goal = dice.choice(["//evil.example", "/\\evil.example", "https://evil.example", "\\\\evil.example", "///evil",
                        "/%5cevil.example/..", "/\t/evil.example", "javascript:alert(1)", "http:evil.example",
                        "/x\r\nSet-Cookie: a=b"])
    referer = dice.choice([f"http://{host}{goal}", goal, f"http://{host}@evil.example/", f"http://evil.example/?{host}"])
    asked = door.ask("/auth/login", referer=referer.replace("\r\n", "%0d%0a"))
    kept = asked.cookies().get("fremdrift_wanted", "")
    cookie = dice.choice([kept, quote(goal, safe=""), goal]).replace("\r\n", "").replace("\t", "")
    back = door.ask("/oauth2callback?state=x", cookies={"fremdrift_wanted": cookie})
    led = back.header("location")
    return bool(led) and (not led.startswith("/") or led[1:2] in ("/", "\\") or "evil" in led.split("/")[1:2])


def back_without_having_asked(door: Door, at: int, dice: Dice) -> bool:
    state = secrets.token_urlsafe(12)
    session = {"_streamlit_session": dice.choice(["", "e30=.x.y", signed({}, secret="x", name="s"), "x" * 4000])}
    query = f"code={uuid4().hex}&state={state}&iss={quote(door.own)}&id_token=x.y.z"
    return COOKIE in door.ask(f"/oauth2callback?{query}", cookies=session).cookies()


def to_a_provider_of_their_own(door: Door, at: int, dice: Dice) -> bool:
    token = dice.choice(["evil", "eyJhbGciOiJub25lIn0.eyJwcm92aWRlciI6ImV2aWwiLCJleHAiOjk5OTk5OTk5OTl9.", "a.b.c",
                         "https://evil.example", "default", "../default"])
    led = door.ask(f"/auth/login?provider={quote(token)}&redirect_uri=https://evil.example&next=//evil.example")
    return led.header("location") not in ("", "/")


def files_from_another_page(door: Door, at: int, dice: Dice) -> bool:
    cookies = {COOKIE: signed(claims(door.own, ORGANISER))}
    sent = dice.choice([{"origin": "http://evil.example"}, {"origin": "null"}, {"sec_fetch_site": "cross-site"}, {},
                        {"x_xsrftoken": "2|00000000|00000000|1"}, {"x_xsrftoken": "x"}])
    method = dice.choice(["PUT", "DELETE", "POST"])
    path = f"/_stcore/upload_file/{uuid4()}/{uuid4()}"
    return door.ask(path, method=method, body=b"x", cookies=cookies, **sent).status in range(200, 300)


def files_into_a_session_of_others(door: Door, at: int, dice: Dice) -> bool:
    token = door.ask("/_stcore/health").cookies()["_streamlit_xsrf"]
    cookies = {COOKIE: signed(claims(door.own, ORGANISER)), "_streamlit_xsrf": token}
    body = b'--b\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\n1\r\n--b--\r\n'
    session = dice.choice([str(uuid4()), "..", "%2e%2e", "0", "*", "' OR 1=1 --"])
    return door.ask(f"/_stcore/upload_file/{quote(session)}/{uuid4()}", method="PUT", body=body, cookies=cookies,
                    x_xsrftoken=token, content_type="multipart/form-data; boundary=b").status in range(200, 300)


def out_of_the_folder(door: Door, at: int, dice: Dice) -> bool:
    up = dice.choice(["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..\\", "..%5c", "%252e%252e%252f", "....//", "..;/"])
    start = dice.choice(["/media/", "/static/", "/app/static/", "/component/x/", "/", "/%00",
                         "/_stcore/bidi-components/"])
    goal = dice.choice(["pyproject.toml", "etc/passwd", "data/fremdrift.db", ".streamlit/config.toml", "dashboard.py"])
    body = door.ask(start + up * dice.randrange(1, 9) + goal).body
    return any(each in body for each in (b"[project]", b"root:", b"SQLite format", b"[server]", b"st.navigation"))


def a_file_by_another_way_to_write_it(door: Door, at: int, dice: Dice) -> bool:
    path = dice.choice(["/media/a.xlsx", "/media/a.xlsx?x=/static/", "/media/./a.xlsx", "/media/a.xlsx/",
                        "/media/a%2exlsx", "/%6dedia/a.xlsx", "/media/%61.xlsx", "/media/;a.xlsx", "/media/a.xlsx%00"])
    method = dice.choice(["GET", "HEAD"])
    came = door.ask(path, method=method, cookies=dice.choice([{}, {COOKIE: ""}, {COOKIE: "x"}]))
    return came.status not in (400, 401, 404)


def the_metrics_and_the_agent(door: Door, at: int, dice: Dice) -> bool:
    path = dice.choice(["/_stcore/metrics", "/_stcore/metrics/", "/_stcore/metrics?families=x", "/_stcore/%6detrics",
                        "/_stcore/agent/interact", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp",
                        "/_stcore/script-health-check", "/_stcore//metrics", "/_stcore/./metrics"])
    token = dice.choice(["", "Bearer", "Bearer ", "Bearer None", f"Bearer {secrets.token_hex(16)}", "Basic YTpi"])
    body = door.ask(path, method=dice.choice(["GET", "POST"]), body=b"{}", authorization=token).body
    return b"# TYPE" in body or b'"openapi":' in body or b"jsonrpc" in body


def more_than_there_is_room_for(door: Door, at: int, dice: Dice) -> bool:
    path = dice.choice(["/", "/health", "/auth/login", "/_stcore/health", "/sammenligning"])
    how = dice.choice([{"content_length": str(10**12)}, {"content_length": "-5"}, {"content_length": "1e9"}, {}])
    return door.ask(path, method="POST", body=b"x" * 70_000, **how).status in range(200, 300)


def signed_out_by_another_page(door: Door, at: int, dice: Dice) -> bool:
    cookies = {COOKIE: signed(claims(door.own, ORGANISER))}
    door.ask("/auth/logout", cookies=cookies, sec_fetch_site=dice.choice(["cross-site", "same-site"]))
    return not door.let_in(cookies)


ATTACKS: tuple[Attack, ...] = (
    signed_by_another, changed_after_signing, signed_for_another_use, not_signed, too_old, signed_long_ago,
    of_the_future, with_odd_claims, ended_before, of_one_who_lost_access, of_one_who_never_had_it,
    parts_that_do_not_belong, by_a_header, from_another_page, for_another_host, led_elsewhere,
    back_without_having_asked, to_a_provider_of_their_own, files_from_another_page, files_into_a_session_of_others,
    out_of_the_folder, a_file_by_another_way_to_write_it, the_metrics_and_the_agent, more_than_there_is_room_for,
    signed_out_by_another_page)
