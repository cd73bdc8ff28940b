"""Rows of one centre's name that cannot all be one open centre: several of the name, or one that is told twice."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from model.formatting import capital, day, listing
from model.importing.question_ids import question_id
from model.importing.records import telling
from model.importing.records.centre_register import Register, Row, added, all_said, centres, same
from model.importing.records.centre_statements import COPIED
from model.importing.report import WRONG, Option

ONE, SEVERAL, SAME = "one", "several", "same"
CORRECTED, PAUSE = "corrected", "pause"


def settle_doubled(register: Register) -> None:
    """Rows with one jobcenter, name and opening date: two centres of one name, one centre, or one row twice."""
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in register.live:
        groups[row["jobcenter"], row["name"], row["opened"]].append(row)
    for group in (group for group in groups.values() if len(group) > 1):
        if not _known(register, group):
            _doubled(register, group)


def _known(register: Register, group: Sequence[Row]) -> bool:
    """Whether what stands tells what was said of the rows before; it is done again then."""
    key = group[0]["jobcenter"], group[0]["opened"]
    stand = {row["name"]: row for row in register.standing if (row["jobcenter"], row["opened"]) == key}
    numbered = [group[0]["name"], *register.own_names(group, taken=())]
    if all(name in stand for name in numbered):
        _apart(register, group, numbered, stand)
        return True
    together = stand.get(group[0]["name"])
    if together is not None and together["places"] is not None and together["places"] == added(group) and (
            len({all_said(row) for row in group}) > 1):
        _together(register, group)
        return True
    return False


def _doubled(register: Register, group: Sequence[Row]) -> None:
    asked = question_id("identity", "centre", group[0]["jobcenter"], f"{group[0]['name']} {group[0]['opened']}")
    answer, alike = register.said.get(asked), len({all_said(row) for row in group}) == 1
    if answer == SEVERAL:
        _apart(register, group, [group[0]["name"], *register.own_names(group, taken=register.taken(group))], {})
    elif answer == ONE:
        _together(register, group)
    elif answer == SAME and alike:
        register.drop(group[1:])
        register.notes.append(f"{capital(group[0]['label'])} står på {len(group)} ens rækker og er læst én gang.")
    else:
        _ask_doubled(register, group, None if answer == WRONG else asked, alike=alike)


def _ask_doubled(register: Register, group: Sequence[Row], asked: str | None, *, alike: bool) -> None:
    lines = listing(str(row["row"]) for row in group)
    apart = "" if alike else ", der siger hver sit"
    text = f"{capital(group[0]['label'])} står på {len(group)} rækker (række {lines}){apart}."
    for row in group:
        row["lost"] = True
    if asked is None:
        register.tell(group[-1], f"{text} Ret den række, der er forkert, eller udelad den.",
                      rows=[row["row"] for row in group])
        return
    called = listing(f"række {row['row']} får navnet »{name}«" for row, name in zip(
        group[1:], register.own_names(group, taken=register.taken(group)), strict=True))
    last = (Option(SAME, f"Samme række flere gange: {centres(group[:1])}") if alike else
            Option(WRONG, "En af rækkerne er forkert og skal rettes eller udelades"))
    register.tell(group[-1], f"{text} Vælg, om det er ét center eller flere.", question=asked, options=(
        Option(SEVERAL, f"Flere centre: {centres(group)}. {capital(called)}; ret navnet i "
                        "filen, hvis det hedder noget andet"),
        Option(ONE, f"Ét center med pladserne lagt sammen: {centres([group[0] | {'places': added(group)}])}"),
        last))


def _apart(register: Register, group: Sequence[Row], names: Sequence[str], stand: Mapping[str, Row]) -> None:
    """Each row a centre with a name of its own; those that stand are known by their places."""
    left, free = list(group), list(names)
    for name in names:
        row = next((row for row in left if name in stand and same(row["places"], stand[name]["places"])), None)
        if row is not None:
            row["name"] = name
            left.remove(row)
            free.remove(name)
    for row, name in zip(left, free, strict=True):
        row["name"] = name
    told = listing(f"række {row['row']} er »{row['name']}«" for row in group)
    register.notes.append(f"{capital(group[0]['label'])} står på {len(group)} rækker og er {len(group)} centre: "
                          f"{told}.")


def _together(register: Register, group: Sequence[Row]) -> None:
    """One centre with the places of all; what else the first one that says it says."""
    first = group[0]
    for name in COPIED.values():
        first[name] = next((row[name] for row in group if row[name] is not None), None)
    first["places"] = added(group)
    register.drop(group[1:])
    register.notes.append(f"{capital(first['label'])} står på {len(group)} rækker og er læst som {centres([first])}.")


def settle_open(register: Register) -> None:
    """A centre that opens once more while it is open: another one, a date that was corrected, or a pause."""
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
    asked = question_id("identity", "centre", row["jobcenter"], f"{row['name']} {after['opened']}")
    answer = register.said.get(asked)
    known = register.names
    name = register.own_names([before, after], taken=())[0]
    stands = any(stay["opened"] == row["opened"] for stay in known.get((row["jobcenter"], name), []))
    if not stands:
        name = register.own_names([before, after], taken=register.taken([row]))[0]
    if stands or answer == SEVERAL:
        row["name"] = name
        register.notes.append(f"{telling.begun(row['label'], row['row'])} er et andet center og hedder »{name}«.")
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
    register.notes.append(f"{telling.begun(row['label'], row['row'])}: åbningsdagen {day(other['opened'])} udgår.")
    if "row" in other:
        register.drop([other])
    else:
        register.withdraw(other, row)
