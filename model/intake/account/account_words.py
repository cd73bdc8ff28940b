"""The account of a file's numbers in Danish: why each is used or not, and all of it in a sentence."""

from enum import Enum

from model.basics.formatting import number
from model.intake.account.account import Account, Group, What


class Fate(Enum):
    """What becomes of a number, and why."""

    STORED = "stored", "Gemmes"
    JOINED = "stored", "Gemmes som en del af en anden rækkes oplysninger"
    CONTROL = "control", "Kontrolsummer, der holdes op mod rækkerne og ikke gemmes"
    KEY = "key", "Nøgler, der siger, hvem og hvornår rækkerne handler om"
    COUNTED = "counted", "Talt sammen til de tal, der gemmes"
    HEADING = "ignored", "Overskrifter"
    ABOVE = "ignored", "Linjer over overskrifterne"
    REPEATED = "ignored", "Overskrifter, der står igen"
    BELOW = "ignored", "En anden tabel eller en note under tabellen"
    COMPUTED = "ignored", "Afsenderens egne beregninger"
    UNUSED = "ignored", "Kolonner, der ikke bruges"
    UNUSED_ROW = "ignored", "Rækker, der ikke bruges"
    TEXT_ROW = "ignored", "Rækker, der ikke hører til noget jobcenter"
    SKIPPED_ROW = "ignored", "Rækker med summer, gentagne overskrifter eller tekst"
    SILENT = "ignored", "Celler, der ikke siger noget nyt"
    COUNTRY = "ignored", "»Hele landet«, som ikke er et jobcenter"
    OPEN_SUM = "ignored", "Summer, der ikke kan bruges som kontrol"
    OUT_ROW = "ignored", "Rækker, der er udeladt"
    TYPED_OVER = "ignored", "Tal, der er rettet til noget andet end et tal"
    LEFT_OUT = "ignored", "Jobcentre, der er udeladt med vilje"
    OTHER_SHEET = "ignored", "Ark, der ikke er læst"
    HIDDEN_SHEET = "ignored", "Skjult ark"
    WRONG_KEY = "refused", "Rækker, hvor jobcenteret, måneden eller en anden nøgle skal rettes"
    WRONG = "refused", "Celler, der skal rettes"
    WRONG_COLUMNS = "refused", "Kan ikke læses, før filens kolonner er rettet"
    ANSWER = "waiting", "Venter på svar"
    MENDED = "waiting", "Gemmes, når filens fejl er rettet"

    def __init__(self, what: What, why: str) -> None:
        self.what = what
        self.why = why


PARTS: dict[What, tuple[str, str]] = {  # one of them, several of them
    "stored": ("gemmes", "gemmes"), "control": ("er en kontrolsum", "er kontrolsummer"),
    "key": ("er en nøgle", "er nøgler"), "counted": ("er talt med", "er talt med"),
    "ignored": ("bruges ikke", "bruges ikke"),
    "refused": ("er ramt af en fejl", "er ramt af fejl"), "waiting": ("venter", "venter")}
SHOWN = 8  # ranges named in one line
WAITING = {Fate.ANSWER.why: "på svar", Fate.MENDED.why: "på, at fejlene rettes"}


def sentence(account: Account, *, stands: bool = False) -> str:
    """``Filens 214 tal: 133 gemmes, 57 er kontrolsummer, 24 bruges ikke``; without a full stop.

    stands: what could be stored stands already, so that there is nothing to save.
    """
    parts = PARTS | {"stored": ("står der i forvejen",) * 2} if stands else PARTS
    counted = [(count, f"{parts[what][count != 1]}{_for_what(account) if what == 'waiting' else ''}")
            for what, count in account.counts.items() if count]
    if not counted:
        return "Filen har ingen tal"
    if len(counted) == 1:
        count, words = counted[0]
        return f"Filens {number(count)} tal {words}" if count > 1 else f"Filens ene tal {words}"
    return f"Filens {number(account.numbers)} tal: " + ", ".join(f"{number(count)} {words}" for count, words in counted)


def _for_what(account: Account) -> str:
    """What the numbers that wait are waiting for, where it is the same for all of them."""
    said = {WAITING[group.why] for group in account.groups if group.what == "waiting"}
    return f" {said.pop()}" if len(said) == 1 else ""


def lines(account: Account) -> list[str]:
    """One line for each group that is not simply stored: ``Kolonner, der ikke bruges: 24 tal (F2:F25)``."""
    return [f"{group.why}: {number(group.count)} tal ({_sheet(group)}{_cut(group)})"
            for group in account.groups if group.what != "stored"]


def _sheet(group: Group) -> str:
    return (f"ark »{group.sheet}«, " if group.named else f"{group.sheet}, ") if group.sheet else ""


def _cut(group: Group) -> str:
    """The first ranges, no more than a person reads."""
    rest = len(group.ranges) - SHOWN
    return group.cells if rest <= 0 else f"{', '.join(group.ranges[:SHOWN])} og {number(rest)} steder til"
