"""What a place in a virksomhedscenter costs and what may be saved: a calculation from a price example, not a result."""

from model.indicators.economy.inputs import EXAMPLE, FIELDS, Field, Inputs, Range, exactly
from model.indicators.economy.own import Own, own_figures
from model.indicators.economy.price import Economy, economy
from model.indicators.economy.telling import Account, account

__all__ = ["EXAMPLE", "FIELDS", "Account", "Economy", "Field", "Inputs", "Own", "Range", "account", "economy",
           "exactly", "own_figures"]
