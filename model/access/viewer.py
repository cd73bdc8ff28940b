"""Who looks or writes: what every reading of a snapshot and every write is given."""

from dataclasses import dataclass, field
from enum import StrEnum

from model.programmes.current import PROGRAMME


class Role(StrEnum):
    """What a person is to the campaign; REGION is its organiser, PUBLIC everybody who is nothing else."""

    PUBLIC = "offentlig"
    JOBCENTER = "jobcenter"
    CONSULTANT = "konsulent"
    REGION = "region"
    OPERATIONS = "drift"


class Origin(StrEnum):
    """By which way somebody came."""

    PAGE = "side"
    COMMAND = "kommando"
    SENDER = "api"
    SAMPLE = "eksempel"


OF_UNITS = (Role.JOBCENTER, Role.CONSULTANT)  # the roles that are given their units one by one
OPEN, COMMAND = "åben tilstand", "kommandolinjen"  # the subjects of those whom nobody has signed in


@dataclass(frozen=True)
class Viewer:
    """One who looks or writes. subject: logged; function: shown; units: the codes of their own.

    unrestricted: where nobody signs in, whoever reaches this machine may do everything. nonce: of the sign-in they came
    by, which may have ended since.
    """

    subject: str
    function: str
    role: Role
    units: frozenset[str] = frozenset()
    origin: Origin = Origin.PAGE
    unrestricted: bool = False
    nonce: str = field(default="", compare=False, repr=False)


HOUSE = Viewer("", "Fremdrift", Role.REGION, unrestricted=True)  # the program itself, for what is everybody's
ANYBODY = Viewer(subject="", function="", role=Role.PUBLIC)


def open_viewer(function: str) -> Viewer:
    """Whoever reaches the app where no provider of sign-ins is configured; ``function`` as they typed it."""
    return Viewer(OPEN, function, Role.REGION, unrestricted=True)


def command_viewer(function: str = COMMAND) -> Viewer:
    """Whoever runs a command on the machine, which has the database itself."""
    return Viewer(COMMAND, function, Role.REGION, origin=Origin.COMMAND, unrestricted=True)


def invented(function: str) -> Viewer:
    """One whom the sample has invented."""
    return Viewer("", function, Role.REGION, origin=Origin.SAMPLE, unrestricted=True)


def role_name(role: Role) -> str:
    """The role as it is shown: the organiser by its own short name."""
    return PROGRAMME.organiser.short if role is Role.REGION else role.value
