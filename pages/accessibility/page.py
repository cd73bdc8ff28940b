"""Tilgængelighedserklæring: hvor tilgængeligt er Fremdrift, hvad er ikke, og hvem svarer?"""

from model.basics import settings
from model.basics.statement import StatementRefused, read
from pages.accessibility import statement_view
from pages.shared import layout

layout.header("Tilgængelighedserklæring for Fremdrift")
try:
    statement_view.show(read(settings.load().statement or statement_view.EXAMPLE))
except StatementRefused as refused:
    layout.error(str(refused), title="Erklæringen kan ikke vises")
