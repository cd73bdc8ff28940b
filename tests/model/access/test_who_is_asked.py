"""A reading or a write that forgets who does it is found by the type checker, and no other way in is left open."""

import ast
import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CALLS = """
from datetime import date
from sqlalchemy import Engine
from sqlmodel import Session
from model.intake import undoing
from model.snapshot import loading
from model.snapshot import snapshot
from model.writing import meetings
from pages.shared import data

def read(session: Session) -> object:
    return loading.load(session)

def page() -> object:
    return data.snapshot()

def take_back(engine: Engine) -> None:
    undoing.undo(engine, 1, reason="fejl")

def meet(engine: Engine) -> int:
    return meetings.open_meeting(engine, unit="791", held_on=date(2010, 4, 11))
"""
WRITING = ("model.writing.meetings", "model.writing.agreements", "model.writing.peers", "model.writing.recording",
           "model.writing.reminders", "model.writing.stories", "model.intake.saving", "model.intake.undoing",
           "model.intake.clearing", "model.publishing.editions", "model.publishing.reading_back", "model.access.users",
           "model.access.tokens", "model.access.retention", "model.access.sign_ins")
WITHOUT = {"write_down"}  # a part of a write that has asked


def test_the_type_checker_finds_a_call_that_forgets_the_viewer(tmp_path):
    planted = tmp_path / "planted.py"
    planted.write_text(CALLS, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", str(planted)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = [line for line in ran.stdout.splitlines() if "error:" in line]
    assert len(found) == 4 and all('"viewer"' in line for line in found), ran.stdout + ran.stderr


@pytest.mark.every
@pytest.mark.parametrize("module", WRITING)
def test_everything_that_writes_is_given_who_does_it(module):
    """Whatever opens a transaction that moves the data is given a viewer, and asks whether they may."""
    source = ast.parse(Path(str(import_module(module).__file__)).read_text(encoding="utf-8"))
    for each in (node for node in source.body if isinstance(node, ast.FunctionDef)):
        called = {node.attr for node in ast.walk(each) if isinstance(node, ast.Attribute)}
        if called & {"write", "beside"} and each.name not in WITHOUT:
            signature = inspect.signature(getattr(import_module(module), each.name))
            assert "viewer" in signature.parameters, f"{module}.{each.name}"


def test_the_planted_calls_are_of_functions_that_are_there():
    tree = ast.parse(CALLS)
    assert len([node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]) == 4
