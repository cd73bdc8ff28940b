"""Whether the process lives, and whether it can be sent people: for whoever watches over it."""

import logging

from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from model.store import database
from model.store.database import DatabaseProblem

LOG = logging.getLogger(__name__)
OLD = "Databasen er ikke bragt op til denne udgave. Kør python -m model migrate, eller genstart."
UNREACHABLE = "Databasen kan ikke nås."
NOT_READY = 503


def routes(engine: Engine) -> list[Route]:
    """``/health`` and ``/ready``."""
    async def alive(_: Request) -> JSONResponse:
        return _told({"alive": True})

    async def ready(_: Request) -> JSONResponse:
        reason = await run_in_threadpool(lacking, engine)
        return _told({"ready": reason is None, **({"reason": reason} if reason else {})}, NOT_READY if reason else 200)

    return [Route("/health", alive), Route("/ready", ready)]


def _told(facts: dict[str, object], status: int = 200) -> JSONResponse:
    return JSONResponse(facts, status, {"Cache-Control": "no-store"})


def lacking(engine: Engine) -> str | None:
    """Why nobody should be sent here, in Danish; None where they may."""
    try:
        with database.readable(), engine.connect() as connection:
            current = database.revision(connection)
    except DatabaseProblem as problem:
        return str(problem)
    except Exception as fault:  # whatever it is, the watcher is told, and the log says where
        LOG.warning("the database cannot be reached", exc_info=fault)
        return UNREACHABLE
    return None if current == max(database.revisions()) else OLD
