"""What a place in a virksomhedscenter costs and what may be saved: a calculation from a price example, not a result."""

from model.subjects.economy.figures.inputs import EXAMPLE, FIELDS, Field, Inputs, Range, exactly
from model.subjects.economy.figures.own import Own, own_figures
from model.subjects.economy.figures.price import Economy, economy
from model.subjects.economy.words.telling import Account, account

__all__ = ["EXAMPLE", "FIELDS", "Account", "Economy", "Field", "Inputs", "Own", "Range", "account", "economy",
           "exactly", "own_figures"]
