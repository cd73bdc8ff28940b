"""A centre that opens once more while it is open: another one of the name, a date that was corrected, or a pause."""

from collections import defaultdict

from model.basics.formatting import day
from model.intake.datasets.centres import CENTRES
from model.intake.mending.question_ids import question_id
from model.intake.records import record_names
from model.intake.records.centre_register import SEVERAL, Register, Row, centres
from model.intake.report import Option

CORRECTED, PAUSE = "corrected", "pause"


def settle_open(register: Register) -> None:
    """Settle by what was answered, or ask of, every centre of which two periods would be open at once."""
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in register.live:
        groups[row["jobcenter"], row["name"]].append(row)
    known = register.names
    for key, group in groups.items():
        days = {row["opened"] for row in group}
        stays = [stay for stay in known.get(key, []) if stay["opened"] not in days]
        periods = sorted([*stays, *group], key=lambda row: row["opened"])
        if len(periods) == 2 and periods[0]["closed"] is None and len(days) == len(group):
            _opened_again(register, *periods)


def _opened_again(register: Register, before: Row, after: Row) -> None:
    row = after if "row" in after else before
    asked = question_id("identity", CENTRES.name, row["jobcenter"], f"{row['name']} {after['opened']}")
    answer = register.said.get(asked)
    known = register.names
    name = register.own_names([before, after], taken=())[0]
    stands = any(stay["opened"] == row["opened"] for stay in known.get((row["jobcenter"], name), []))
    if not stands:
        name = register.own_names([before, after], taken=register.taken([row]))[0]
    if stands or answer == SEVERAL:
        row["name"] = name
        register.notes.append(f"{record_names.begun(row['label'], row['row'])} er et andet center og hedder »{name}«.")
    elif answer == CORRECTED:
        _correct(register, before if row is after else after, row)
    elif answer == PAUSE:
        register.ask(row, f"skriv på en række med åbningsdagen {day(before['opened'])}, hvornår centret lukkede for "
                     "pausen, under »Lukket«.", None, column="opened")
    else:
        right = row["opened"]
        register.ask(row, f"centret åbnede {day(before['opened'])} og er ikke lukket, så det kan ikke åbne "
                     f"{day(after['opened'])}. Vælg, hvad der er rigtigt.", asked, column="opened", options=(
            Option(SEVERAL, f"Et andet center af samme navn: {centres([before, after])}. Det får navnet »{name}«"),
            Option(CORRECTED, f"Samme center, og det åbnede {day(right)}: {centres([row])}. Den anden dato udgår"),
            Option(PAUSE, f"Samme center, der åbner igen efter en pause: {centres([after])}. Skriv, hvornår det "
                          "lukkede")))


def _correct(register: Register, other: Row, row: Row) -> None:
    """The centre opened on the row's day alone: the other period is withdrawn, or its row is not read."""
    register.notes.append(f"{record_names.begun(row['label'], row['row'])}: åbningsdagen {day(other['opened'])} udgår.")
    if "row" in other:
        register.drop([other])
    else:
        register.withdraw(other, row)
