"""``tokens``: what programs send figures with."""

import argparse
import json

from sqlalchemy import Engine
from sqlmodel import Session

from model.access import tokens
from model.access.tokens import Token
from model.access.viewer import command_viewer
from model.basics.formatting import day, listing, local_date
from model.basics.spaces import plain_spaces
from model.commands import WrongUsage
from model.store.database import readable

LIST, ADD, END = ACTIONS = ("list", "add", "end")
ONCE = "Gem den nu: den vises ikke igen, og Fremdrift gemmer den ikke."


def run(engine: Engine, options: argparse.Namespace) -> int:
    """List the tokens, make one or end one. Raises WrongUsage, RecordRefused and DatabaseProblem."""
    if options.action == ADD:
        return _add(engine, options)
    return _end(engine, options) if options.action == END else _list(engine, options)


def _add(engine: Engine, options: argparse.Namespace) -> int:
    if not options.token or options.function is None or not options.jobcenter:
        raise WrongUsage("»tokens add« skal have navnet på det program, der sender, og --function og --jobcenter.")
    known, made = tokens.make(engine, command_viewer(options.by), name=options.token, function=options.function,
                              units=options.jobcenter, reason=options.reason or "")
    if options.json:
        print(json.dumps(_plain(known) | {"token": made}, ensure_ascii=False))
    else:
        print(f"Afsendernøgle nr. {known.id} til {known.name}, for {_of(known)}. {ONCE}\n{made}")
    return 0


def _end(engine: Engine, options: argparse.Namespace) -> int:
    if not (options.token or "").isdecimal():
        raise WrongUsage("»tokens end« skal have nøglens nummer. Se det med »tokens list«.")
    ended = tokens.end(engine, command_viewer(options.by), int(options.token), reason=options.reason or "")
    print(f"Afsendernøgle nr. {ended.id} til {ended.name} gælder ikke mere.")
    return 0


def _list(engine: Engine, options: argparse.Namespace) -> int:
    with readable(), Session(engine) as session:
        known = tokens.listed(session)
    if options.json:
        print(json.dumps([_plain(each) for each in known], ensure_ascii=False))
        return 0
    for each in known:
        ended = f", gælder ikke mere ({day(local_date(each.ended_at))})" if each.ended_at else ""
        print(plain_spaces(f"{each.id:>4}  {each.name}  {each.function}  {_of(each)}{ended}"))
    if not known:
        print("Der er ingen afsendernøgler endnu. Lav en med »tokens add«.")
    return 0


def _of(token: Token) -> str:
    return listing(sorted(token.units))


def _plain(token: Token) -> dict[str, object]:
    return {"id": token.id, "name": token.name, "function": token.function, "units": sorted(token.units),
            "made_at": token.made_at.isoformat(), "ended_at": token.ended_at and token.ended_at.isoformat()}
