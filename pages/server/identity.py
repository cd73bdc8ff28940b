"""Who sends a request: the sign-in in its cookies, which the framework wrote and signed when somebody signed in."""

import json
import re
from collections.abc import Mapping

from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlalchemy import Engine
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from model.access import presented
from model.access.presented import LONGEST, SignIn
from model.access.viewer import Viewer
from model.store.database import DatabaseProblem, readable
from pages.server.asgi import Scope

COOKIE = "_streamlit_user"
PARTS = re.compile(r"chunks-(\d{1,2})")  # of claims too long for one cookie: in how many they are
MOST = 20


class Identities:
    """Reads who sends a request. secret: what the cookies are signed with; claim: what a user is known by."""

    def __init__(self, engine: Engine, secret: str, claim: str) -> None:
        """The same as every process has."""
        self.engine, self.secret, self.claim = engine, secret, claim

    def sign_in(self, scope: Scope) -> SignIn | None:
        """The sign-in that the cookies hold; None without one that this installation signed within a sign-in's time."""
        try:
            claims = json.loads(self._whole(HTTPConnection(scope).cookies))
        except (BadSignature, KeyError, ValueError):
            return None
        return presented.sign_in(claims, self.claim) if isinstance(claims, dict) else None

    async def viewer(self, scope: Scope) -> Viewer | None:
        """Who sends it, with the rights they have now; None for nobody, also while the database cannot be read."""
        shown = self.sign_in(scope)
        return await run_in_threadpool(self._looked_up, shown) if shown else None

    def _looked_up(self, shown: SignIn) -> Viewer | None:
        try:
            with readable(), Session(self.engine) as session:
                return presented.viewer(session, shown)
        except DatabaseProblem:
            return None

    def _whole(self, cookies: Mapping[str, str]) -> str:
        first = self._signed(cookies, COOKIE)
        parts = PARTS.fullmatch(first)
        if parts is None:
            return first
        return "".join(self._signed(cookies, f"{COOKIE}_{at}") for at in range(1, min(int(parts[1]), MOST) + 1))

    def _signed(self, cookies: Mapping[str, str], name: str) -> str:
        """The text of a cookie. Raises KeyError without it, and BadSignature for one that was not signed here."""
        signer = URLSafeTimedSerializer(self.secret, salt=name)
        return str(signer.loads(cookies[name], max_age=int(LONGEST.total_seconds())))
