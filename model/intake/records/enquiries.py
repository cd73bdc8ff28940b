"""Which enquiry a row of the hotline's log is: one that was reopened, one of another log, or one without a number."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from model.basics.formatting import capital, plural
from model.intake.datasets.hotline import HOTLINE
from model.intake.mending.question_ids import question_id
from model.intake.records import enquiry as one
from model.intake.records import reopened
from model.intake.records.enquiry import Log, Row
from model.intake.records.rows import Rows
from model.intake.report import Option

NUMBERS = question_id("column", "henvendelse", "numre")  # asked once of a sender's headings
LOG = question_id("identity", HOTLINE.name)
GIVEN, WRITTEN = "given", "written"
ANOTHER, SAME = "another", "same"


def settled(rows: Rows, said: Mapping[str, str]) -> Rows:
    """The rows with the number under which each enquiry stands or will stand, and what must be asked to know it.

    said: answers by question's id.
    """
    log = Log(rows, said)
    _number(log)
    reopened.settle_doubled(log)
    _continue(log)
    return log.outcome()


def _number(log: Log) -> None:
    """Rows that came without a number have the one they stand under; the others get the next, when it is said."""
    bare = [row for row in log.records if row["number"] is None and not row["lost"]]
    if not bare:
        return
    known = one.stand_as(bare, log, taken={int(row["number"]) for row in log.live})
    new = sorted((row for row in bare if row["at"] not in known),
                 key=lambda row: (row["asked_on"] or date.max, row["at"]))
    first = log.free()
    if new and log.said.get(NUMBERS) != GIVEN:
        _ask_numbers(log, bare, new, first=first, known=len(known))
        return
    for row in bare:
        row["number"] = known.get(row["at"])
    for number, row in enumerate(new, first):
        row["number"] = number
    if known:
        log.notes.append(f"{plural(len(known), 'henvendelse', 'henvendelser')} uden nummer står allerede og har "
                         f"beholdt {one.numbers(known.values())}.")
    if new:
        log.notes.append(f"{plural(len(new), 'henvendelse', 'henvendelser')} uden nummer har fået "
                         f"{one.numbers(row['number'] for row in new)}.")


def _ask_numbers(log: Log, bare: Sequence[Row], new: Sequence[Row], *, first: int, known: int) -> None:
    last = first + len(new) - 1
    there = f" {plural(known, 'henvendelse', 'henvendelser')} står allerede." if known else ""
    total = len(log.standing) + len(new)
    if log.said.get(NUMBERS) == WRITTEN:
        log.tell("Henvendelserne har ingen numre. Tilføj en kolonne med »Henvendelse nr.«, og skriv dem.", bare)
    else:
        given = f"nr. {first}" if first == last else f"nr. {first}–{last}"
        log.tell("Henvendelserne har ingen numre. Skal de have numre i rækkefølge efter dem, der står?", bare,
                 question=NUMBERS, options=(
            Option(GIVEN, f"Ja: {plural(len(new), 'ny henvendelse', 'nye henvendelser')} får {given}.{there} Der "
                          f"bliver {plural(total, 'henvendelse', 'henvendelser')} i alt"),
            Option(WRITTEN, "Nej, jeg skriver numrene i filen")))
    for row in bare:
        row["lost"] = True


def _continue(log: Log) -> None:
    """Numbers that stand for other enquiries: a log that begins at 1 again, or corrections of what stands."""
    rows = log.live
    own = {row["at"] for row in rows if one.is_same(row, log.standing.get(int(row["number"])))}
    strange = [row for row in rows if row["at"] not in own and one.is_other(row, log.standing.get(row["number"]))]
    movable = strange if own else [row for row in rows if row["at"] not in own]
    known = one.stand_as(movable, log, taken={int(r["number"]) for r in rows if r["at"] in own})
    if any(row["at"] in known for row in strange):
        _as_last_time(log, movable, known)
    elif strange and log.said.get(LOG) == ANOTHER:
        _renumber(log, movable)
    elif strange and log.said.get(LOG) != SAME:
        _ask_log(log, strange, movable)


def _as_last_time(log: Log, movable: Sequence[Row], known: Mapping[int, int]) -> None:
    """Rows that were moved before keep their numbers, and the others are moved as far."""
    moved = {row["at"]: int(row["number"]) for row in movable}
    [(far, _)] = Counter(number - moved[at] for at, number in known.items()).most_common(1)
    taken = set(known.values())
    for row in movable:
        if row["at"] in known:
            row["number"] = known[row["at"]]
    for row in (r for r in movable if r["at"] not in known):
        as_far = moved[row["at"]] + far
        fits = as_far > 0 and as_far not in taken and not one.is_other(row, log.standing.get(as_far))
        row["number"] = as_far if fits else max(log.free(), max(taken) + 1)
        taken.add(row["number"])
    _note_moved(log, [(moved[row["at"]], int(row["number"])) for row in movable])


def _renumber(log: Log, movable: Sequence[Row]) -> None:
    _note_moved(log, _pairs(log, movable, change=True))


def _pairs(log: Log, movable: Sequence[Row], *, change: bool) -> list[tuple[int, int]]:
    """The numbers of rows of another log, and those they get: the ones after the highest that stands."""
    away = {row["at"] for row in movable}
    kept = [int(row["number"]) for row in log.live if row["at"] not in away]
    first = max([*log.standing, *kept], default=0) + 1
    order = sorted({int(row["number"]) for row in movable})
    new = {number: first + at for at, number in enumerate(order)}
    if change:
        for row in movable:
            row["number"] = new[int(row["number"])]
    return list(new.items())


def _note_moved(log: Log, pairs: Sequence[tuple[int, int]]) -> None:
    changed = [pair for pair in pairs if pair[0] != pair[1]]
    if changed:
        log.notes.append(f"Loggen er nummereret forfra, så numrene fortsætter efter dem, der står: "
                         f"{one.arrows(changed)}.")


def _ask_log(log: Log, strange: Sequence[Row], movable: Sequence[Row]) -> None:
    pairs = _pairs(log, movable, change=False)
    away = {row["at"] for row in movable}
    stand = len(set(log.standing) | {int(row["number"]) for row in log.live})
    kept = set(log.standing) | {int(row["number"]) for row in log.live if row["at"] not in away}
    more = len(kept) + len(pairs)
    numbers = one.numbers(int(row["number"]) for row in strange)
    log.tell(f"{capital(numbers)} står allerede, men med en anden dato, et andet jobcenter og et "
             "andet spørgsmål. Vælg, om det er en anden log, der er nummereret fra 1 igen, eller rettelser.",
             strange, question=LOG, options=(
        Option(ANOTHER, f"En anden log: numrene fortsætter efter dem, der står ({one.arrows(pairs)}). Der bliver "
                        f"{plural(more, 'henvendelse', 'henvendelser')} i alt"),
        Option(SAME, f"Rettelser: {numbers} bliver overskrevet. Der bliver "
                     f"{plural(stand, 'henvendelse', 'henvendelser')} i alt")))
    for row in strange:
        row["lost"] = True
