"""The addresses that programs ask, and what every one of them answers when it refuses."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from sqlalchemy import Engine
from starlette.exceptions import HTTPException
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router

from model.access.rights import NotAllowed
from model.importing.handed import Way
from model.importing.importing import hand_in
from model.store.database import DatabaseProblem
from pages.server.api import answers, bodies
from pages.server.api.fields import FIGURES, STATUS, Fields
from pages.server.api.refusals import API, Refused, answer, code_of
from pages.server.api.senders import Desk

DESCRIPTION = Path(__file__).parents[3] / "docs" / "api" / "openapi.json"
STATUSES = {"applied": 201, "checked": 200, "unchanged": 200, "refused": 422}
TEXT, CSV = "text/plain", "text/csv"
Endpoint = Callable[[Request], Awaitable[Response]]


def routes(engine: Engine, desk: Desk | None = None) -> list[BaseRoute]:
    """All that stands under ``/api``."""
    at = desk or Desk(engine)
    inner = ExceptionMiddleware(Router(addresses(at), redirect_slashes=False), handlers={
        HTTPException: _by_status, Refused: _refused, NotAllowed: _not_allowed, DatabaseProblem: _database,
        ClientDisconnect: _gone})
    return [Route(API, inner), Mount(API, inner)]


def addresses(desk: Desk) -> list[Route]:
    """Each address with how it may be asked."""
    def route(path: str, endpoint: Callable[[Desk, Request], Awaitable[Response]], method: str = "GET") -> Route:
        asked: Endpoint = partial(endpoint, desk)
        return Route(path, asked, methods=[method])

    return [route("/uploads", _upload, "POST"), route("/status", _status), route("/figures", _figures),
            route("/editions", _editions), route("/editions/{number:int}", _edition),
            route("/openapi.json", _described)]


async def _upload(desk: Desk, request: Request) -> Response:
    sender = await desk.sender(request)
    with desk.file(sender):
        handed = await bodies.read(request)
        outcome = await desk.work(lambda: hand_in(desk.engine, handed, sender))
    status = STATUSES[outcome.status]
    if _wants(request, TEXT):
        return PlainTextResponse(f"{outcome.as_text(Way.REQUEST)}\n", status)
    return JSONResponse(outcome.plain() | {"text": outcome.text}, status)


async def _status(desk: Desk, request: Request) -> Response:
    sender = await desk.sender(request)
    fields = Fields(request.query_params.multi_items(), STATUS)
    return JSONResponse(await desk.work(lambda: answers.status(desk.engine, sender, fields)))


async def _figures(desk: Desk, request: Request) -> Response:
    sender = await desk.sender(request)
    fields = Fields(request.query_params.multi_items(), FIGURES)
    shot, rows = await desk.work(lambda: answers.figures(desk.engine, sender, fields))
    if _wants(request, CSV):
        return Response(await desk.work(lambda: answers.figures_csv(shot, rows)), media_type=CSV)
    return JSONResponse(answers.figures_plain(shot, rows))


async def _editions(desk: Desk, request: Request) -> Response:
    Fields(request.query_params.multi_items(), ())
    return JSONResponse(await desk.work(lambda: answers.every_edition(desk.engine)))


async def _edition(desk: Desk, request: Request) -> Response:
    Fields(request.query_params.multi_items(), ())
    number = request.path_params["number"]
    return JSONResponse(await desk.work(lambda: answers.edition(desk.engine, number)))


async def _described(_: Desk, request: Request) -> Response:
    return FileResponse(DESCRIPTION, media_type="application/json")


def _wants(request: Request, kind: str) -> bool:
    """Whether a program asks for that kind, which is not the first that is offered."""
    accepted = [part.partition(";")[0].strip().lower() for part in request.headers.get("accept", "").split(",")]
    return kind in accepted and "application/json" not in accepted


async def _by_status(_: Request, refused: Exception) -> Response:
    assert isinstance(refused, HTTPException)
    return answer(code_of(refused.status_code), headers=refused.headers)


async def _refused(_: Request, refused: Exception) -> Response:
    assert isinstance(refused, Refused)
    return answer(refused.code, refused.text)


async def _not_allowed(_: Request, refused: Exception) -> Response:
    return answer("not_allowed", str(refused))


async def _database(_: Request, refused: Exception) -> Response:
    return answer("database", str(refused))


async def _gone(_: Request, refused: Exception) -> Response:
    return answer("too_slow")
