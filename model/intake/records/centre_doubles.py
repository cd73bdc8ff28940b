"""Rows with one centre's name and opening day: several centres of the name, or one that is told more than once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from model.basics.formatting import capital, day, listing
from model.intake.datasets.shared import CENTRE
from model.intake.mending.question_ids import question_id
from model.intake.records.centre_register import SEVERAL, Register, Row, added, all_said, centre, centres, same
from model.intake.records.centre_statements import COPIED
from model.intake.report import AGAIN, WRONG, Option

ONE, SAME = "one", "same"
LATER, OPEN, CLOSED = "later", "open", "closed"
ENDS = ("closed", "reason")  # what a row says of a centre by being silent


def settle_doubled(register: Register) -> None:
    """Rows with one jobcenter, name and opening date: two centres of one name, one centre, or one row twice."""
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in register.live:
        groups[row["jobcenter"], row["name"], row["opened"]].append(row)
    for group in (group for group in groups.values() if len(group) > 1):
        if not _known(register, group):
            _doubled(register, group)


def _known(register: Register, group: Sequence[Row]) -> bool:
    """Whether what stands tells what was said of the rows before, and nothing else is; it is done again then."""
    key = group[0]["jobcenter"], group[0]["opened"]
    stand = {row["name"]: row for row in register.standing if (row["jobcenter"], row["opened"]) == key}
    numbered = [group[0]["name"], *register.own_names(group, taken=())]
    if all(name in stand for name in numbered):
        _apart(register, group, numbered, stand)
        return True
    together, asked = stand.get(group[0]["name"]), _question(group)
    if asked in register.said or asked in register.rows.background.anew:
        return False
    if together is not None and together["places"] is not None and together["places"] == added(group) and (
            _of_a_kind(group) and len({all_said(row) for row in group}) > 1):
        _together(register, group)
        return True
    return False


def _doubled(register: Register, group: Sequence[Row]) -> None:
    asked, alike = _question(group), len({all_said(row) for row in group}) == 1
    answer, holding = register.said.get(asked), _holding(group)
    if answer == SEVERAL:
        _apart(register, group, [group[0]["name"], *register.own_names(group, taken=register.taken(group))], {})
    elif answer == ONE and _of_a_kind(group):
        _together(register, group)
    elif answer == SAME and alike:
        register.drop(group[1:])
        register.notes.append(f"{capital(group[0]['label'])} står på {len(group)} ens rækker og er læst én gang.")
    elif answer in holding:
        if answer == OPEN:
            _take_back(register, holding[OPEN])
        _hold(register, group, holding[answer])
    elif answer == AGAIN and OPEN in holding:
        _ask_when(register, group)
    else:
        _ask_doubled(register, group, None if answer == WRONG else asked, alike=alike)


def _question(group: Sequence[Row]) -> str:
    """The id of the question what the rows are: a register that has the very same rows again has been answered."""
    stated = " ".join(f"{row['closed'] or 'aaben'} {row['places']}" for row in group)
    return question_id("words", CENTRE.name, group[0]["jobcenter"], f"{group[0]['name']} {group[0]['opened']}", stated)


def _of_a_kind(group: Sequence[Row]) -> bool:
    """Whether all the rows say that the centre is open, or all of them that it has closed."""
    return len({row["closed"] is None for row in group}) == 1


def _holding(group: Sequence[Row]) -> dict[str, Row]:
    """The answers by which one row holds, and which: the last one, or the last open and the last closed one."""
    if len({all_said(row) for row in group}) == 1:
        return {}
    if _of_a_kind(group):
        return {LATER: group[-1]}
    return {OPEN: next(row for row in reversed(group) if row["closed"] is None),
            CLOSED: next(row for row in reversed(group) if row["closed"] is not None)}


def _hold(register: Register, group: Sequence[Row], row: Row) -> None:
    """One centre as a row says it; what that is silent of, the last row says that is not, but for its closing."""
    for name in (name for name in COPIED.values() if name not in ENDS and row[name] is None):
        row[name] = next((other[name] for other in reversed(group) if other[name] is not None), None)
    register.drop([other for other in group if other is not row])
    register.notes.append(f"{capital(row['label'])} står på {len(group)} rækker, og række {row['row']} gælder: "
                          f"{centre(register.as_stands(row))}.")


def _take_back(register: Register, row: Row) -> None:
    """A centre that is still open has not closed: an empty cell alone would leave the closing that stands."""
    stands = register.stay(row) or {}
    for name in (name for name in ENDS if row[name] is None and stands.get(name) is not None):
        row[f"{name}_mark"] = "missing"


def _ask_when(register: Register, group: Sequence[Row]) -> None:
    """A centre that closed and opened again opened on another day than the first time."""
    for row in group:
        row["lost"] = True
    row = _holding(group)[OPEN]
    register.ask(row, f"skriv under »Åbnet«, hvornår centret åbnede igen. Her står {day(row['opened'])}, da det "
                 "åbnede første gang.", None, column="opened")


def _ask_doubled(register: Register, group: Sequence[Row], asked: str | None, *, alike: bool) -> None:
    lines = listing(str(row["row"]) for row in group)
    apart = "" if alike else ", der siger hver sit"
    text = f"står på {len(group)} rækker (række {lines}){apart}."
    for row in group:
        row["lost"] = True
    if asked is None:
        words = f"{text} Ret den række, der er forkert, eller udelad den."
        register.tell(group[-1], f"{capital(group[0]['label'])} {words}", reason=f"{register.centre(group[0])} {words}",
                      rows=[row["row"] for row in group])
        return
    called = listing(f"række {row['row']} får navnet »{name}«" for row, name in zip(
        group[1:], register.own_names(group, taken=register.taken(group)), strict=True))
    each = [register.as_stands(group[0]), *group[1:]]
    words = f"{text} Vælg, om det er ét center eller flere. Svaret huskes for de samme rækker."
    register.tell(group[-1], f"{capital(group[0]['label'])} {words}", reason=f"{register.centre(group[0])} {words}",
                  question=asked, options=(
        Option(SEVERAL, f"Flere centre: {centres(each) if _of_a_kind(each) else listing(map(centre, each))}. "
                        f"{capital(called)}; ret navnet i filen, hvis det hedder noget andet"),
        *_as_one(register, group, alike=alike),
        *(() if alike else (Option(WRONG, "En af rækkerne er forkert og skal rettes eller udelades"),))))


def _as_one(register: Register, group: Sequence[Row], *, alike: bool) -> Iterator[Option]:
    """The answers by which the rows are of one centre, and what each makes of it."""
    holding, stands = _holding(group), register.as_stands(group[0])
    if _of_a_kind(group):
        yield Option(ONE, f"Ét center med pladserne lagt sammen: {centre(stands | {'places': added(group)})}")
    if alike:
        yield Option(SAME, f"Samme række flere gange: {centre(stands)}")
    if row := holding.get(LATER):
        yield Option(LATER, f"Samme center, og den sidste række (række {row['row']}) gælder: "
                            f"{centre(register.as_stands(row))}")
    if row := holding.get(CLOSED):
        yield Option(CLOSED, f"Samme center, og det er lukket: {centre(row)}. Det er ikke aktivt fra den dag")
    if row := holding.get(OPEN):
        yield Option(OPEN, f"Samme center, og det er stadig åbent: {centre(row)}. Lukkedatoen bruges ikke"
                           f"{_taken_back(register, row)}")
        yield Option(AGAIN, f"Samme center, der lukkede og er åbnet igen: {centre(row)}. Skriv, hvornår det åbnede "
                               "igen")


def _taken_back(register: Register, row: Row) -> str:
    """What becomes of the closing that stands of a centre that is still open; nothing where none does."""
    stands = register.stay(row)
    return f", og {day(stands['closed'])}, der står fra tidligere, tages tilbage" if stands and stands["closed"] else ""


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
    which = listing(f"række {row['row']} er »{row['name']}«" for row in group)
    register.notes.append(f"{capital(group[0]['label'])} står på {len(group)} rækker og er {len(group)} centre: "
                          f"{which}.")


def _together(register: Register, group: Sequence[Row]) -> None:
    """One centre with the places of all; what else the first one that says it says."""
    first = group[0]
    for name in COPIED.values():
        first[name] = next((row[name] for row in group if row[name] is not None), None)
    first["places"] = added(group)
    register.drop(group[1:])
    register.notes.append(f"{capital(first['label'])} står på {len(group)} rækker og er læst som "
                          f"{centre(register.as_stands(first))}.")
