"""A number that stands on several rows of a log: an enquiry that was reopened, or several enquiries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from model.basics.formatting import listing, plural
from model.intake.mending.question_ids import question_id
from model.intake.records import enquiry as one
from model.intake.records.enquiry import ANSWERED, ASKED, Log, Row
from model.intake.report import WRONG, Option

REOPENED, SEVERAL = "reopened", "several"
ASKED_EACH = 4  # numbers that are asked about one by one; more are asked about together


def settle_doubled(log: Log) -> None:
    """A number on several rows that say different things: reopened, or several enquiries."""
    groups: dict[int, list[Row]] = defaultdict(list)
    for row in log.live:
        groups[int(row["number"])].append(row)
    doubled = {number: sorted(group, key=lambda row: (row["asked_on"] or date.max, row["at"]))
               for number, group in ((n, _unlike(log, group)) for n, group in groups.items()) if len(group) > 1}
    open_ones = {number: group for number, group in doubled.items() if not _known(log, number, group)}
    together = question_id("identity", "genaabnet")
    each = len(open_ones) <= ASKED_EACH
    for number, group in open_ones.items():
        asked = question_id("identity", "genaabnet", str(number)) if each else together
        answer = log.said.get(asked) or log.said.get(together)
        if answer == REOPENED:
            _join(log, number, group)
        elif answer == SEVERAL:
            _part(log, number, group)
        else:
            _refuse(log, number, group, asked=None if answer == WRONG else asked, of=open_ones, each=each)


def _unlike(log: Log, group: list[Row]) -> list[Row]:
    """The rows of a number without those that say the very same as another; one where all of them do."""
    unlike = list({one.all_said(row): row for row in reversed(group)}.values())
    if 1 < len(unlike) < len(group):
        again = [row for row in group if not any(row is other for other in unlike)]
        log.drop(again)
        log.notes.append(f"Henvendelse nr. {group[0]['number']} ({one.lines(again)}) står magen til på en anden række "
                         "og er læst én gang.")
    return unlike


def _known(log: Log, number: int, group: Sequence[Row]) -> bool:
    """Whether what stands tells what was said of the number before; it is done again then."""
    later = one.stand_as(group[1:], log, taken={number})
    if len(later) == len(group) - 1:
        for row in group[1:]:
            row["number"] = later[row["at"]]
        log.notes.append(f"Henvendelse nr. {number} står på {len(group)} rækker; de senere er læst som "
                         f"{one.numbers(later.values())}, som de står med.")
        return True
    stands = log.standing.get(number)
    if stands is not None and all(value in (None, stands[name]) for name, value in one.merged(group).items()
                                  if name in (*ASKED, *ANSWERED)):
        _join(log, number, group)
        return True
    return False


def _join(log: Log, number: int, group: Sequence[Row]) -> None:
    """One enquiry: the first row's date, the last one's question and answer."""
    asked = _asked_of(group)
    group[0].update(one.merged(group))
    stands = log.standing.get(number)
    for name in ANSWERED:  # reopened and not answered again: what was answered does not stand
        before = stands is not None and stands[name] is not None
        group[0][f"{name}_mark"] = "missing" if before and group[0][name] is None else None
    log.drop(group[1:])
    log.notes.append(f"Henvendelse nr. {number} er genåbnet ({one.lines(group)}) og tæller én gang: "
                     f"{one.came(group[0])}, {one.answer(group[-1])}{asked}.")


def _asked_of(group: Sequence[Row]) -> str:
    """Which question stands, in words, where a later row has one of its own."""
    last = next((row for row in reversed(group) if row["question"] is not None), None)
    same = last is None or last is group[0] or last["question"] == group[0]["question"]
    return "" if last is None or same else f", og spørgsmålet er det fra række {last['row']}"


def _part(log: Log, number: int, group: Sequence[Row]) -> None:
    """Several enquiries: the first keeps the number."""
    pairs = []
    for row in group[1:]:
        row["number"] = log.free()
        pairs.append(f"række {row['row']} → nr. {row['number']}")
    log.notes.append(f"Henvendelse nr. {number} står på {len(group)} rækker om hver sin henvendelse: "
                     f"{listing(pairs)}.")


def _refuse(log: Log, number: int, group: Sequence[Row], *, asked: str | None, of: Mapping[int, Sequence[Row]],
            each: bool) -> None:
    for row in group:
        row["lost"] = True
    text = f"Henvendelse nr. {number} står på {len(group)} rækker ({one.lines(group)}), der siger hver sit."
    if asked is None:
        log.tell(f"{text} Ret den række, der er forkert, eller udelad den.", group, of_rows=True)
        return
    if each:
        log.tell(f"{text} Vælg, om det er én henvendelse, der er genåbnet, eller flere.", group, question=asked,
                 options=_of_doubled(log, {number: group}))
    elif not any(problem.question == asked for problem in log.problems):
        log.tell(f"{len(of)} numre står på flere rækker, der siger hver sit ({one.numbers(of)}). Vælg, "
                 "om det er henvendelser, der er genåbnet, eller flere henvendelser.", group, question=asked,
                 options=_of_doubled(log, of))


def _of_doubled(log: Log, groups: Mapping[int, Sequence[Row]]) -> tuple[Option, ...]:
    """What each answer makes of the numbers."""
    numbers, more = one.numbers(groups), sum(len(group) - 1 for group in groups.values())
    rest = len({int(row["number"]) for row in log.live} | set(log.standing) | set(groups))
    free = log.free()
    given = f"nr. {free}" if more == 1 else f"nr. {free}–{free + more - 1}"
    only = next(iter(groups.values())) if len(groups) == 1 else None
    how = (f"{numbers} {one.came(only[0])}, {one.answer(only[-1])}{_asked_of(only)}" if only else
           "hvert nummer beholder sin første dato og får det seneste spørgsmål og svar")
    return (Option(REOPENED, f"Genåbnet: {how}. Der bliver {plural(rest, 'henvendelse', 'henvendelser')} i alt"),
            Option(SEVERAL, f"Flere henvendelser: {'den senere' if more == 1 else 'de senere'} får {given}. Der "
                            f"bliver {plural(rest + more, 'henvendelse', 'henvendelser')} i alt"),
            Option(WRONG, "En af rækkerne er forkert og skal rettes"))
