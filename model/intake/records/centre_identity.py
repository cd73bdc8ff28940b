"""Which centre a row is about: one of those that stand under another name or in another jobcenter, or a new one."""

from collections.abc import Mapping, Sequence

from model.basics.formatting import day, normalise
from model.intake.datasets.centre_months import CENTRE_MONTHS
from model.intake.mending.question_ids import question_id
from model.intake.records import centre_doubles, centre_names, centre_openings, record_names
from model.intake.records.centre_names import ANOTHER, RENAMED
from model.intake.records.centre_register import Register, Row, centres, room, same
from model.intake.records.centre_statements import COPIED
from model.intake.records.rows import Rows
from model.intake.report import Option

MOVED, SHUT = "moved", "closed"


def settled(rows: Rows, said: Mapping[str, str]) -> Rows:
    """The rows under the centres they are about, and what must be asked to know it. said: answers by question's id."""
    register = Register(rows, {**rows.background.renamed, **said})
    _rename(register)
    centre_doubles.settle_doubled(register)
    centre_openings.settle_open(register)
    _settle_moved(register)
    return register.outcome()


def months(rows: Rows, said: Mapping[str, str]) -> Rows:
    """Months of a centre that is called by a name it has taken: they are of the one that stands."""
    register = Register(rows, said)
    for row in register.live:
        old = centre_names.stands_as(rows.background, row["jobcenter"], row["name"])
        if old != row["name"]:
            register.notes.append(f"»{row['name']}« er læst som »{old}«, som centret står med.")
            row["name"] = old
    return register.outcome()


def _rename(register: Register) -> None:
    """A new name that says which one it had, or that stands where another one did: one centre, or two."""
    stated = {(row["jobcenter"], normalise(row["name"])) for row in register.live}
    for row in register.live:
        if (row["jobcenter"], row["name"]) in register.names:
            continue
        name, old = _names(register, row, stated)
        stays = _stays(register, row, old) if old is not None else []
        asked = centre_names.asked(row["jobcenter"], name, old) if old is not None else ""
        if stays and centre_names.taken(row["jobcenter"], name, [stays[0]["name"]], register.said):
            _renamed(register, row, stays)
        elif register.said.get(asked) != ANOTHER and (asked in register.rows.background.anew or any(
                stay["closed"] is None or stay["closed"] > row["opened"] for stay in stays)):
            _ask_renamed(register, row, stays, asked)


def _names(register: Register, row: Row, stated: set[tuple[str, str]]) -> tuple[str, str | None]:
    """A row's name, and the one with which its centre may stand; None where there is none."""
    place, name = row["jobcenter"], row["name"]
    here = [*(name for code, name in register.names if code == place),
            *(other["name"] for other in register.live if other["jobcenter"] == place and other is not row)]
    taken = centre_names.taken(place, name, here, register.said)
    return centre_names.former(place, name, here, register.said) or (
        (name, taken) if taken else _asked_anew(register, row, here) or (name, _unsaid(register, row, stated)))


def _asked_anew(register: Register, row: Row, here: Sequence[str]) -> tuple[str, str] | None:
    """The names of which it was answered that they are one centre's, or two, where that is to be asked again."""
    names = (row["name"], *(centre_names.both(row["name"]) or ()))
    return next(((name, old) for name in names for old in here
                 if centre_names.asked(row["jobcenter"], name, old) in register.rows.background.anew), None)


def _stays(register: Register, row: Row, name: str) -> list[Row]:
    """The periods of a centre in the row's jobcenter: those that stand, else those of the file."""
    return register.names.get((row["jobcenter"], name)) or [
        other for other in register.live if (other["jobcenter"], other["name"]) == (row["jobcenter"], name)]


def _unsaid(register: Register, row: Row, stated: set[tuple[str, str]]) -> str | None:
    """The one centre that opened on the row's day with its places and branch, and that the file does not name."""
    alike = [old for old in register.opened_there.get((row["jobcenter"], row["opened"]), [])
             if all(row[name] is not None and same(row[name], old[name]) for name in ("places", "industry"))
             and (old["jobcenter"], normalise(old["name"])) not in stated]
    return alike[0]["name"] if len(alike) == 1 else None


def _renamed(register: Register, row: Row, stays: Sequence[Row]) -> None:
    old, last = stays[0]["name"], max(stays, key=lambda stay: stay["opened"])
    register.notes.append(f"»{row['name']}« (række {row['row']}) er læst som »{old}«, der har skiftet navn: det er "
                          f"stadig ét center og står med navnet »{old}«.")
    row["name"] = old
    if all(stay["opened"] != row["opened"] for stay in stays) and last["closed"] is None:
        row["opened"] = last["opened"]
    _outdo(register, row)


def _ask_renamed(register: Register, row: Row, stays: Sequence[Row], asked: str) -> None:
    old, last = stays[0]["name"], max(stays, key=lambda stay: stay["opened"])
    register.ask(row, f"er det »{old}«, åbnet {day(last['opened'])}, der har skiftet navn? Vælg, om det er samme "
                 "center. Svaret huskes til næste fil.", asked, column="name", options=(
        Option(RENAMED, f"Samme center med nyt navn: det tæller stadig som {centres([row])}, og »{old}« "
                        "beholder sine måneder. Det står fortsat med det gamle navn"),
        Option(ANOTHER, f"Et andet center: »{old}« og »{row['name']}« er {centres([last, row])}")))


def _outdo(register: Register, row: Row) -> None:
    """A row of the file under the old name says of the same period only what the new one does not."""
    twin = next((other for other in register.live if other is not row and all(
        other[name] == row[name] for name in ("jobcenter", "name", "opened"))), None)
    if twin is None:
        return
    if any(None not in (row[name], twin[name]) and not same(row[name], twin[name]) for name in COPIED.values()):
        register.notes.append(f"Række {twin['row']} og {row['row']} er samme center og siger ikke det samme. Det, der "
                              f"står på række {row['row']}, gælder.")
    row |= {name: twin[name] for name in COPIED.values() if row[name] is None}
    register.drop([twin])


def _settle_moved(register: Register) -> None:
    """A centre that stands in another jobcenter: it belongs to this one, it has moved, or it is another."""
    places = {(row["jobcenter"], normalise(row["name"])) for row in register.live}
    for row in register.live:
        if (row["jobcenter"], row["name"]) in register.names:
            continue
        olds = [old for old in register.opened_as.get((normalise(row["name"]), row["opened"]), [])
                if old["jobcenter"] != row["jobcenter"] and (old["jobcenter"], normalise(old["name"])) not in places]
        if len(olds) == 1:
            _moved(register, row, olds[0])


def _moved(register: Register, row: Row, old: Row) -> None:
    names = register.rows.background.jobcenters.names
    here, there = names[row["jobcenter"]], names[old["jobcenter"]]
    asked = question_id("identity", "flyttet", row["jobcenter"], row["name"])
    answer, tied = register.said.get(asked), _occupied(register, old)
    more, fewer = (f"1 aktivt center {word}{room(each['places'])}" for word, each in (("mere", row), ("mindre", old)))
    dated = (f"skriv en række for {there} med datoen under »Lukket«, og ret åbningsdagen her til den dag, det åbnede "
             f"i {here}.")
    if answer == MOVED and not tied:
        named = record_names.begun(row["label"], row["row"])
        register.notes.append(f"{named} stod under {there}, og den periode udgår.")
        register.withdraw(old, row)
    elif answer == SHUT:
        register.ask(row, f"centret er flyttet fra {there}: {dated}", None, column="jobcenter")
    elif answer != ANOTHER:
        belongs = Option(MOVED, f"Samme center, og det hører til {here}: {there} får {fewer}, og {here} får {more}. "
                                f"Perioden i {there} udgår")
        register.ask(row, f"»{old['name']}«, åbnet {day(old['opened'])}, står allerede under {there}. Vælg, om det er "
                     "samme center.", asked, column="jobcenter", options=(
            *(() if tied else (belongs,)),
            Option(SHUT, f"Samme center, der er flyttet fra {there} på en bestemt dag: {there} får {fewer} og {here} "
                         f"{more} fra den dag. Skriv dagen i filen"),
            Option(ANOTHER, f"Et andet center af samme navn: {there} beholder sit, og {here} får {more}")))


def _occupied(register: Register, old: Row) -> bool:
    """Whether occupied places stand of a centre's months, which must not be left without it."""
    months = register.rows.background.standing[CENTRE_MONTHS.name]
    return bool((months["jobcenter"].eq(old["jobcenter"]) & months["name"].eq(old["name"])
                 & months["occupied"].fillna(0).gt(0)).any())
