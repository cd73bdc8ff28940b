"""The right to take a file along, as every button of one asks: of a unit, of all of them, or of one's own rows."""

from dataclasses import dataclass

from model.access import rights
from model.access.rights import Action
from model.access.viewer import Viewer


@dataclass(frozen=True)
class Right:
    """What somebody must be allowed, to take a file with them: of a unit (its code), or of what is about them all.

    of_own: there is nothing in it but what is their own, whatever that is. by_unit: each of its rows is about one unit,
    so that who may not take them all along gets their own.
    """

    action: Action = Action.EXPORT
    unit: str = ""
    of_own: bool = False
    by_unit: bool = False

    def require(self, who: Viewer) -> None:
        """Raise NotAllowed unless they may."""
        if self.of_own or self.by_unit:
            rights.require_somewhere(who, self.action)
        else:
            rights.require(who, self.action, self.unit)

    def is_of(self, who: Viewer) -> bool:
        """Whether they may."""
        if self.of_own or self.by_unit:
            return rights.may_somewhere(who, self.action)
        return rights.may(who, self.action, self.unit)

    def cut_to(self, who: Viewer) -> frozenset[str] | None:
        """The units that a file for them is cut to; None where they get it whole."""
        return rights.units_of(who, self.action) if self.by_unit else None

    def about(self, who: Viewer) -> str:
        """The one unit that a file for them is about, as the log has it; "" where it is about several."""
        own = (rights.units_of(who, self.action) if self.of_own or self.by_unit else None) or frozenset()
        return next(iter(own)) if len(own) == 1 else self.unit


EXPORT, OWN_ROWS, BY_UNIT = Right(), Right(of_own=True), Right(by_unit=True)
ORIGINAL = Right(Action.SEE_ORIGINAL, of_own=True)
FOR_ANYBODY = None  # what is public, or somebody's own and not of figures


def of(code: str) -> Right:
    """The right to what is about one jobcenter alone."""
    return Right(Action.EXPORT, code)


def of_place(code: str | None) -> Right:
    """The right to what is about one jobcenter, or about them all together where none is chosen."""
    return EXPORT if code is None else of(code)
