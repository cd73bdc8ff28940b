"""A command pays for what it uses: the help for the parser, the verdicts for the figures, and nobody for the rest."""

import pytest

from tests import fresh
from tests.model.commands.files import MARCH

DOCUMENTS = ("pptx", "docx", "typst", "xlsxwriter", "icalendar", "model.documents")
NEVER = ("streamlit", "plotly", "matplotlib", "alembic", "scipy", "psycopg")
FILES = ("openpyxl", "model.intake.examine", "model.intake.saving", "model.sample", "model.writing")


def test_the_help_loads_the_parser_alone():
    found = fresh.loaded("-m", "model", "--help")
    assert fresh.of(found, *NEVER, *DOCUMENTS, *FILES, "pandas", "numpy", "sqlalchemy", "sqlmodel", "pydantic",
                    "babel") == set()


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("command", ["status", "figures", "uploads"])
def test_what_stands_is_told_without_what_files_and_documents_take(command):
    assert fresh.of(fresh.loaded("-m", "model", command), *NEVER, *DOCUMENTS, *FILES) == set()


@pytest.mark.usefixtures("loaded")
def test_a_text_file_is_checked_without_what_workbooks_and_documents_take(file):
    found = fresh.loaded("-m", "model", "import", str(file(MARCH)), "--dry-run", "--reason", "kontrolleret")
    assert fresh.of(found, *NEVER, *DOCUMENTS, "openpyxl", "model.sample", "model.writing") == set()


@pytest.mark.usefixtures("loaded")
def test_figures_are_written_to_a_text_file_without_what_other_documents_take(tmp_path):
    found = fresh.loaded("-m", "model", "export", "csv", str(tmp_path / "tal.csv"))
    assert fresh.of(found, *NEVER, "pptx", "docx", "typst", "openpyxl", "model.intake.examine", "model.sample") == set()
