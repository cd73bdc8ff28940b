"""The account of a file's numbers in Danish: why each is used or not, and all of it in a sentence."""

from enum import Enum

from model.formatting import number
from model.importing.account import Account, What


class Fate(Enum):
    """What becomes of a number, and why."""

    STORED = "stored", "gemmes"
    CONTROL = "control", "er kontrolsummer og gemmes ikke"
    KEY = "key", "siger, hvem eller hvornår rækken handler om"
    HEADING = "ignored", "er overskrifter"
    ABOVE = "ignored", "står på linjer over overskrifterne"
    REPEATED = "ignored", "er overskrifter, der står igen"
    BELOW = "ignored", "står under tabellen, i en anden tabel eller en note"
    COMPUTED = "ignored", "er afsenderens egne beregninger"
    UNUSED = "ignored", "står i kolonner, der ikke bruges"
    UNUSED_ROW = "ignored", "står på rækker, der ikke bruges"
    TEXT_ROW = "ignored", "står på rækker, der ikke hører til noget jobcenter"
    SKIPPED_ROW = "ignored", "står på rækker med summer, gentagne overskrifter eller tekst"
    SILENT = "ignored", "siger ikke noget, der gemmes"
    COUNTRY = "ignored", "hører til »Hele landet«, som ikke er et jobcenter"
    OPEN_SUM = "ignored", "er summer, der ikke kan bruges som kontrol"
    LEFT_OUT = "ignored", "hører til jobcentre, der er udeladt med vilje"
    OTHER_SHEET = "ignored", "står på et ark, der ikke er læst"
    HIDDEN_SHEET = "ignored", "står på et skjult ark"
    WRONG_KEY = "refused", "står på rækker, hvor jobcenteret, måneden eller en anden nøgle skal rettes"
    WRONG = "refused", "skal rettes"
    WRONG_COLUMNS = "refused", "kan ikke læses, før filens kolonner er rettet"
    ANSWER = "waiting", "venter på svar"
    MENDED = "waiting", "gemmes, når filens fejl er rettet"

    def __init__(self, what: What, why: str) -> None:
        self.what = what
        self.why = why


PARTS: dict[What, tuple[str, str]] = {  # one of them, several of them
    "stored": ("gemmes", "gemmes"), "control": ("er en kontrolsum", "er kontrolsummer"),
    "key": ("er en nøgle", "er nøgler"), "ignored": ("bruges ikke", "bruges ikke"),
    "refused": ("skal rettes", "skal rettes"), "waiting": ("venter", "venter")}
SHOWN = 8  # ranges named in one line
WAITING = {Fate.ANSWER.why: "på svar", Fate.MENDED.why: "på, at fejlene rettes"}


def sentence(account: Account) -> str:
    """``Filens 214 tal: 133 gemmes, 57 er kontrolsummer, 24 bruges ikke``; without a full stop."""
    told = [(count, f"{PARTS[what][count != 1]}{_for_what(account) if what == 'waiting' else ''}")
            for what, count in account.counts.items() if count]
    if not told:
        return "Filen har ingen tal"
    if len(told) == 1:
        count, said = told[0]
        return f"Filens {number(count)} tal {said}" if count > 1 else f"Filens ene tal {said}"
    return f"Filens {number(account.numbers)} tal: " + ", ".join(f"{number(count)} {said}" for count, said in told)


def _for_what(account: Account) -> str:
    """What the numbers that wait are waiting for, where it is the same for all of them."""
    said = {WAITING[group.why] for group in account.groups if group.what == "waiting"}
    return f" {said.pop()}" if len(said) == 1 else ""


def lines(account: Account) -> list[str]:
    """One line for each group that is not simply stored: ``24 tal står i kolonner, der ikke bruges (F2:F25)``."""
    return [f"{number(group.count)} tal {group.why} ({f'ark »{group.sheet}«, ' if group.sheet else ''}"
            f"{_cut(group.cells)})" for group in account.groups if group.what != "stored"]


def _cut(cells: str) -> str:
    """The first ranges, no more than a person reads."""
    ranges = cells.split(", ")
    return cells if len(ranges) <= SHOWN else f"{', '.join(ranges[:SHOWN])} og {number(len(ranges) - SHOWN)} steder til"
