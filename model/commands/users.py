"""``users``: who is let in, and as what. By it the first of the organiser is made, whom no page could let in."""

import argparse
import json
from dataclasses import replace

from sqlalchemy import Engine
from sqlmodel import Session

from model.access import users
from model.access.users import User
from model.access.viewer import Role, command_viewer, role_name
from model.basics.formatting import listing
from model.basics.spaces import plain_spaces
from model.commands import WrongUsage
from model.store.database import readable

LIST, ADD, CHANGE, END = ACTIONS = ("list", "add", "change", "end")


def run(engine: Engine, options: argparse.Namespace) -> int:
    """List the users, or add, change or end one. Raises WrongUsage, RecordRefused and DatabaseProblem."""
    if options.action == LIST:
        return _list(engine, options)
    if not options.subject:
        raise WrongUsage(f"»users {options.action}« skal have en bruger: det, brugeren hedder hos jeres login.")
    with readable(), Session(engine) as session:
        before = users.by_subject(session, options.subject)
    user = _wanted(before, options)
    users.record(engine, command_viewer(options.by), user, reason=options.reason or "")
    print(f"{users.key(user.subject)} har adgang som {_told(user)}." if user.active
          else f"{user.subject} har ikke adgang mere.")
    return 0


def _wanted(before: User | None, options: argparse.Namespace) -> User:
    if options.action == ADD:
        if before is not None and before.active:
            raise WrongUsage(f"{before.subject} har adgang i forvejen. Brug »users change«.")
        if options.role is None or options.function is None:
            raise WrongUsage("»users add« skal have --role og --function.")
        return _changed(User(options.subject, options.function, Role(options.role)), options)
    if before is None:
        raise WrongUsage(f"Der er ingen bruger {options.subject}. Se dem med »users list«.")
    return replace(before, active=False) if options.action == END else _changed(before, options)


def _changed(user: User, options: argparse.Namespace) -> User:
    """The user with what the command line says; what it does not say stays as it is."""
    given = {"function": options.function, "role": options.role and Role(options.role), "email": options.email,
             "units": None if options.jobcenter is None else frozenset(options.jobcenter), "wants_news": options.news}
    return replace(user, active=True, **{name: value for name, value in given.items() if value is not None})


def _list(engine: Engine, options: argparse.Namespace) -> int:
    with readable(), Session(engine) as session:
        known = users.listed(session)
    if options.json:
        print(json.dumps([_plain(user) for user in known], ensure_ascii=False))
        return 0
    for user in known:
        print(plain_spaces(f"{user.subject}  {user.function}  {_told(user) if user.active else 'ingen adgang'}"))
    if not known:
        print("Der er ingen brugere endnu. Gør den første med »users add«.")
    return 0


def _told(user: User) -> str:
    """``jobcenter for 791 og 779``."""
    return role_name(user.role) + (f" for {listing(sorted(user.units))}" if user.units else "")


def _plain(user: User) -> dict[str, object]:
    return {"subject": user.subject, "function": user.function, "role": user.role.value, "units": sorted(user.units),
            "email": user.email, "wants_news": user.wants_news, "active": user.active}
