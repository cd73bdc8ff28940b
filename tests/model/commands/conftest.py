"""Running the command line as a program would, and files to run it on."""

import json

import pytest

from model.__main__ import main


@pytest.fixture
def run(capsys):
    """Run a command; (exit status, standard output, standard error)."""
    def running(*words):
        status = main([str(word) for word in words])
        told = capsys.readouterr()
        return status, told.out, told.err
    return running


@pytest.fixture
def lines(run):
    """Run a command with --json; (exit status, the objects, one a line)."""
    def running(*words):
        status, out, _ = run(*words, "--json")
        return status, [json.loads(line) for line in out.splitlines()]
    return running


@pytest.fixture
def file(tmp_path):
    def making(text, name="tal.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path
    return making
