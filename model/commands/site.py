"""``site``: the public site written to a folder, whole or not at all, from the editions alone."""

import argparse
import json
import sys

from sqlalchemy import Engine
from sqlmodel import Session

from model.basics import settings
from model.basics.formatting import number, plural
from model.basics.free_text import RecordRefused
from model.basics.personal_data import has_cpr
from model.commands import WrongUsage, placing
from model.documents.faults import NotMade, told
from model.documents.site import public, site
from model.publishing import reading_back
from model.store.database import readable

DONE, REFUSED = 0, 1
NAMED = "Mappens navn indeholder noget, der ligner et CPR-nummer. Der er ikke skrevet noget. Vælg et andet navn."
NO_EDITION = ("Der er ikke offentliggjort noget endnu, så der er ikke skrevet noget. Offentliggør en måned først: "
              "»publish«.")
NO_CONTACT = ("Bemærk: siden nævner ingen mailadresse, fordi FREMDRIFT_CONTACT ikke er sat. Offentlige hjemmesider "
              "skal sige, hvor man kan henvende sig om tilgængelighed.")


def run(engine: Engine, options: argparse.Namespace) -> int:
    """Make the site and put it in its place; exit status 1 when it may not be made or written."""
    if has_cpr(str(options.folder)):
        raise WrongUsage(NAMED)
    with readable(), Session(engine) as session:
        try:
            reading_back.hold_against(session, options.folder)
        except RecordRefused as why:
            return _refuse(str(why), options)
        known = public.read(session)
    if not known.editions:
        return _refuse(NO_EDITION, options)
    try:
        with told("site"):
            files = site.files(known)
        placing.place(options.folder, files)
    except (NotMade, placing.NotPlaced) as why:
        return _refuse(str(why), options)
    except OSError as fault:
        return _refuse(f"{options.folder}: Mappen kan ikke skrives ({_why(fault)}). Den er, som den var.", options)
    _tell(options, editions=len(known.editions), files=len(files))
    return DONE


def _why(fault: OSError) -> str:
    if isinstance(fault, FileNotFoundError):
        return "mappen over den findes ikke"
    return "ingen adgang" if isinstance(fault, PermissionError) else "fejl på disken eller navnet"


def _tell(options: argparse.Namespace, *, editions: int, files: int) -> None:
    if options.json:
        print(json.dumps({"folder": str(options.folder), "editions": editions, "files": files}, ensure_ascii=False))
    else:
        print(f"{options.folder} er skrevet: {plural(editions, 'udgivelse', 'udgivelser')}, {number(files)} filer.")
    if settings.load().contact is None:
        print(NO_CONTACT, file=sys.stderr)


def _refuse(why: str, options: argparse.Namespace) -> int:
    if options.json:
        print(json.dumps({"refused": why}, ensure_ascii=False))
    else:
        print(why, file=sys.stderr)
    return REFUSED
