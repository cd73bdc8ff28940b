"""``programmes``: what the programmes declare, whether a declaration can be used, and what its pages look like."""

import argparse
import json
from pathlib import Path

from model.basics.formatting import month_long, plural
from model.commands import WrongUsage
from model.programmes import loading, programmes
from model.programmes.programme import Programme


def run(options: argparse.Namespace) -> int:
    """List the programmes, check one, or show its pages; the exit status is 1 where something is to be mended."""
    try:
        if options.action == "preview":
            return _previewed(options)
        listed = [_checked(options.file)] if options.action else list(programmes.programmes().values())
    except loading.ProgrammeRefused as refused:
        _refused(refused, json_wanted=options.json)
        return 1
    if options.json:
        print(json.dumps([_as_json(each) for each in listed], ensure_ascii=False))
    else:
        print("\n".join(map(_line, listed)))
        if options.action:
            print("Programmet kan bruges.")
    return 0


def _checked(file: Path | None) -> Programme:
    folder = _folder(file)
    programme = loading.load(folder)
    if text := programmes.misplaced(programme):
        raise loading.ProgrammeRefused([loading.in_file(folder, "beside", text)])
    return programme


def _previewed(options: argparse.Namespace) -> int:
    from model.commands import preview  # starts processes, and no other command does

    return preview.run(_folder(options.file), check=options.check, port=options.port)


def _folder(file: Path | None) -> Path:
    if file is None:
        raise WrongUsage("Skriv, hvilket program det er: dets mappe, eller dens programme.toml.")
    if not file.exists():
        raise WrongUsage(f"{file} findes ikke.")
    return file if file.is_dir() else file.parent


def _line(programme: Programme) -> str:
    period = f"{month_long(programme.starts)} til {month_long(programme.ends)}"
    return (f"{programme.id}: {programme.name}, {programme.region}, {period}, "
            f"{plural(len(programme.units), 'enhed', 'enheder')}, {len(programme.measures)} nøgletal, "
            f"{len(programme.goals)} mål" + (f"\n  {wrong}" if (wrong := programmes.misplaced(programme)) else ""))


def _as_json(programme: Programme) -> dict[str, object]:
    return {"id": programme.id, "name": programme.name, "region": programme.region, "starts": str(programme.starts),
            "ends": str(programme.ends), "units": [unit.code for unit in programme.units],
            "measures": [measure.name for measure in programme.measures],
            "goals": {name: goal.kind for name, goal in programme.goals.items()},
            "wrong": [wrong for wrong in (programmes.misplaced(programme),) if wrong]}


def _refused(refused: loading.ProgrammeRefused, *, json_wanted: bool) -> None:
    if json_wanted:
        print(json.dumps([{"file": each.file, "line": each.line, "text": each.text} for each in refused.wrong],
                         ensure_ascii=False))
    else:
        print("Programmet kan ikke bruges endnu:")
        print("\n".join(f"  {each}" for each in refused.wrong))
