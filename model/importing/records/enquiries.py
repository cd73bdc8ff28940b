"""Which enquiry a row of the hotline's log is: one that was reopened, one of another log, or one without a number."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from model.formatting import listing, plural
from model.importing.question_ids import question_id
from model.importing.records import enquiry as one
from model.importing.records import telling
from model.importing.records.enquiry import ANSWERED, ASKED, Row
from model.importing.records.rows import GATE, Rows
from model.importing.report import Option, Problem

NUMBERS = question_id("column", "henvendelse", "numre")  # asked once of a sender's headings
LOG = question_id("identity", "hotline")
GIVEN, WRITTEN = "given", "written"
REOPENED, SEVERAL, WRONG = "reopened", "several", "wrong"
ANOTHER, SAME = "another", "same"
ASKED_EACH = 4  # numbers that are asked about one by one; more are asked about together


def settled(rows: Rows, said: Mapping[str, str]) -> Rows:
    """The rows with the number under which each enquiry stands or will stand, and what must be asked to know it.

    said: answers by question's id.
    """
    log = _Log(rows, said)
    log.number()
    log.settle_doubled()
    log.continue_log()
    return log.outcome()


@dataclass
class _Log:
    """A file's log on the way to its numbers. records: its rows; standing: the enquiries that stand, by number."""

    rows: Rows
    said: Mapping[str, str]
    records: list[Row] = field(init=False)
    standing: dict[int, Row] = field(init=False)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    joined: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Read the rows and what stands."""
        self.records = [{name: one.as_read(value) for name, value in row.items()} | {"at": at}
                        for at, row in enumerate(self.rows.frame.to_dict("records"))]
        self.standing = {int(row["number"]): {name: one.as_read(value) for name, value in row.items()}
                         for row in self.rows.background.standing["hotline"].to_dict("records")}

    @property
    def live(self) -> list[Row]:
        """The rows that are read and have a number."""
        return [row for row in self.records if not row["lost"] and row["number"] is not None]

    def free(self) -> int:
        """The first number that neither stands nor is in the file."""
        return max([*self.standing, *(int(row["number"]) for row in self.records if row["number"] is not None)],
                   default=0) + 1

    def number(self) -> None:
        """Rows that came without a number have the one they stand under; the others get the next, when it is said."""
        bare = [row for row in self.records if row["number"] is None and not row["lost"]]
        if not bare:
            return
        known = one.stand_as(bare, self.standing.values(), taken={int(row["number"]) for row in self.live})
        new = sorted((row for row in bare if row["at"] not in known),
                     key=lambda row: (row["asked_on"] or date.max, row["at"]))
        first = self.free()
        if new and self.said.get(NUMBERS) != GIVEN:
            self._ask_numbers(bare, new, first=first, known=len(known))
            return
        for row in bare:
            row["number"] = known.get(row["at"])
        for number, row in enumerate(new, first):
            row["number"] = number
        if known:
            self.notes.append(f"{plural(len(known), 'henvendelse', 'henvendelser')} uden nummer står allerede og har "
                              f"beholdt {one.numbers(known.values())}.")
        if new:
            self.notes.append(f"{plural(len(new), 'henvendelse', 'henvendelser')} uden nummer har fået "
                              f"{one.numbers(row['number'] for row in new)}.")

    def _ask_numbers(self, bare: Sequence[Row], new: Sequence[Row], *, first: int, known: int) -> None:
        last = first + len(new) - 1
        there = f" {plural(known, 'henvendelse', 'henvendelser')} står allerede." if known else ""
        total = len(self.standing) + len(new)
        if self.said.get(NUMBERS) == WRITTEN:
            self._tell("Henvendelserne har ingen numre. Tilføj en kolonne med »Henvendelse nr.«, og skriv dem.", bare)
        else:
            given = f"nr. {first}" if first == last else f"nr. {first}–{last}"
            self._tell("Henvendelserne har ingen numre. Skal de have numre i rækkefølge efter dem, der står?", bare,
                       question=NUMBERS, options=(
                Option(GIVEN, f"Ja: {plural(len(new), 'ny henvendelse', 'nye henvendelser')} får {given}.{there} Der "
                              f"bliver {plural(total, 'henvendelse', 'henvendelser')} i alt"),
                Option(WRITTEN, "Nej, jeg skriver numrene i filen")))
        for row in bare:
            row["lost"] = True

    def settle_doubled(self) -> None:
        """A number on several rows that say different things: reopened, or several enquiries."""
        groups: dict[int, list[Row]] = defaultdict(list)
        for row in self.live:
            groups[int(row["number"])].append(row)
        doubled = {number: sorted(group, key=lambda row: (row["asked_on"] or date.max, row["at"]))
                   for number, group in ((n, self._unlike(group)) for n, group in groups.items()) if len(group) > 1}
        open_ones = {number: group for number, group in doubled.items() if not self._known(number, group)}
        together = question_id("identity", "genaabnet")
        each = len(open_ones) <= ASKED_EACH
        for number, group in open_ones.items():
            asked = question_id("identity", "genaabnet", str(number)) if each else together
            answer = self.said.get(asked) or self.said.get(together)
            if answer == REOPENED:
                self._join(number, group)
            elif answer == SEVERAL:
                self._part(number, group)
            else:
                self._refuse(number, group, asked=None if answer == WRONG else asked, of=open_ones, each=each)

    def _unlike(self, group: list[Row]) -> list[Row]:
        """The rows of a number without those that say the very same as another; one where all of them do."""
        unlike = list({one.all_said(row): row for row in reversed(group)}.values())
        if 1 < len(unlike) < len(group):
            self._drop([row for row in group if not any(row is other for other in unlike)])
        return unlike

    def _drop(self, group: Sequence[Row]) -> None:
        """Rows that are part of another row's enquiry."""
        gone = {row["at"] for row in group}
        self.joined |= {(row["sheet"], row["row"]) for row in group}
        self.records = [row for row in self.records if row["at"] not in gone]

    def _known(self, number: int, group: Sequence[Row]) -> bool:
        """Whether what stands tells what was said of the number before; it is done again then."""
        later = one.stand_as(group[1:], self.standing.values(), taken={number})
        if len(later) == len(group) - 1:
            for row in group[1:]:
                row["number"] = later[row["at"]]
            self.notes.append(f"Henvendelse nr. {number} står på {len(group)} rækker; de senere er læst som "
                              f"{one.numbers(later.values())}, som de står med.")
            return True
        stands = self.standing.get(number)
        if stands is not None and all(value in (None, stands[name]) for name, value in one.merged(group).items()
                                      if name in (*ASKED, *ANSWERED)):
            self._join(number, group)
            return True
        return False

    def _join(self, number: int, group: Sequence[Row]) -> None:
        """One enquiry: the first row's date and question, the last one's answer."""
        group[0].update(one.merged(group))
        stands = self.standing.get(number)
        for name in ANSWERED:  # reopened and not answered again: what was answered does not stand
            before = stands is not None and stands[name] is not None
            group[0][f"{name}_mark"] = "missing" if before and group[0][name] is None else None
        self._drop(group[1:])
        self.notes.append(f"Henvendelse nr. {number} er genåbnet ({one.lines(group)}) og tæller én gang: "
                          f"{one.came(group[0])}, {one.answer(group[-1])}.")

    def _part(self, number: int, group: Sequence[Row]) -> None:
        """Several enquiries: the first keeps the number."""
        pairs = []
        for row in group[1:]:
            row["number"] = self.free()
            pairs.append(f"række {row['row']} → nr. {row['number']}")
        self.notes.append(f"Henvendelse nr. {number} står på {len(group)} rækker om hver sin henvendelse: "
                          f"{listing(pairs)}.")

    def _refuse(self, number: int, group: Sequence[Row], *, asked: str | None, of: Mapping[int, Sequence[Row]],
                each: bool) -> None:
        for row in group:
            row["lost"] = True
        text = f"henvendelse nr. {number} står på {len(group)} rækker ({one.lines(group)}), der siger hver sit."
        if asked is None:
            self._tell(f"{text} Ret den række, der er forkert, eller udelad den.", group, of_rows=True)
            return
        if each:
            self._tell(f"{text} Vælg, om det er én henvendelse, der er genåbnet, eller flere.", group, question=asked,
                       options=self._of_doubled({number: group}))
        elif not any(problem.question == asked for problem in self.problems):
            self._tell(f"{len(of)} numre står på flere rækker, der siger hver sit ({one.numbers(of)}). Vælg, "
                       "om det er henvendelser, der er genåbnet, eller flere henvendelser.", group, question=asked,
                       options=self._of_doubled(of))

    def _of_doubled(self, groups: Mapping[int, Sequence[Row]]) -> tuple[Option, ...]:
        """What each answer makes of the numbers."""
        numbers, more = one.numbers(groups), sum(len(group) - 1 for group in groups.values())
        rest = len({int(row["number"]) for row in self.live} | set(self.standing) | set(groups))
        free = self.free()
        given = f"nr. {free}" if more == 1 else f"nr. {free}–{free + more - 1}"
        only = next(iter(groups.values())) if len(groups) == 1 else None
        how = (f"{numbers} {one.came(only[0])}, {one.answer(only[-1])}" if only else
               "hvert nummer beholder sin første dato og får det seneste svar")
        return (Option(REOPENED, f"Genåbnet: {how}. Der bliver {plural(rest, 'henvendelse', 'henvendelser')} i alt"),
                Option(SEVERAL, f"Flere henvendelser: {'den senere' if more == 1 else 'de senere'} får {given}. Der "
                                f"bliver {plural(rest + more, 'henvendelse', 'henvendelser')} i alt"),
                Option(WRONG, "En af rækkerne er forkert og skal rettes"))

    def continue_log(self) -> None:
        """Numbers that stand for other enquiries: a log that begins at 1 again, or corrections of what stands."""
        rows = self.live
        own = {row["at"] for row in rows if one.is_same(row, self.standing.get(int(row["number"])))}
        strange = [row for row in rows if row["at"] not in own and one.is_other(row, self.standing.get(row["number"]))]
        movable = strange if own else [row for row in rows if row["at"] not in own]
        known = one.stand_as(movable, self.standing.values(), taken={int(r["number"]) for r in rows if r["at"] in own})
        if known:
            self._as_last_time(movable, known)
        elif strange and self.said.get(LOG) == ANOTHER:
            self._renumber(movable)
        elif strange and self.said.get(LOG) != SAME:
            self._ask_log(strange, movable)

    def _as_last_time(self, movable: Sequence[Row], known: Mapping[int, int]) -> None:
        """Rows that were moved before keep their numbers, and the others are moved as far."""
        moved = {row["at"]: int(row["number"]) for row in movable}
        [(far, _)] = Counter(number - moved[at] for at, number in known.items()).most_common(1)
        taken = set(known.values())
        for row in movable:
            if row["at"] in known:
                row["number"] = known[row["at"]]
        for row in (r for r in movable if r["at"] not in known):
            as_far = moved[row["at"]] + far
            fits = as_far > 0 and as_far not in taken and not one.is_other(row, self.standing.get(as_far))
            row["number"] = as_far if fits else max(self.free(), max(taken) + 1)
            taken.add(row["number"])
        self._note_moved([(moved[row["at"]], int(row["number"])) for row in movable])

    def _renumber(self, movable: Sequence[Row]) -> None:
        self._note_moved(self._pairs(movable, change=True))

    def _pairs(self, movable: Sequence[Row], *, change: bool) -> list[tuple[int, int]]:
        """The numbers of rows of another log, and those they get: the ones after the highest that stands."""
        away = {row["at"] for row in movable}
        kept = [int(row["number"]) for row in self.live if row["at"] not in away]
        first = max([*self.standing, *kept], default=0) + 1
        order = sorted({int(row["number"]) for row in movable})
        new = {number: first + at for at, number in enumerate(order)}
        if change:
            for row in movable:
                row["number"] = new[int(row["number"])]
        return list(new.items())

    def _note_moved(self, pairs: Sequence[tuple[int, int]]) -> None:
        changed = [pair for pair in pairs if pair[0] != pair[1]]
        if changed:
            self.notes.append(f"Loggen er nummereret forfra, så numrene fortsætter efter dem, der står: "
                              f"{one.arrows(changed)}.")

    def _ask_log(self, strange: Sequence[Row], movable: Sequence[Row]) -> None:
        pairs = self._pairs(movable, change=False)
        away = {row["at"] for row in movable}
        stand = len(set(self.standing) | {int(row["number"]) for row in self.live})
        kept = set(self.standing) | {int(row["number"]) for row in self.live if row["at"] not in away}
        more = len(kept) + len(pairs)
        numbers = one.numbers(int(row["number"]) for row in strange)
        self._tell(f"{numbers[:1].upper()}{numbers[1:]} står allerede, men med en anden dato, et andet jobcenter og et "
                   "andet spørgsmål. Vælg, om det er en anden log, der er nummereret fra 1 igen, eller rettelser.",
                   strange, question=LOG, options=(
            Option(ANOTHER, f"En anden log: numrene fortsætter efter dem, der står ({one.arrows(pairs)}). Der bliver "
                            f"{plural(more, 'henvendelse', 'henvendelser')} i alt"),
            Option(SAME, f"Rettelser: {numbers} bliver overskrevet. Der bliver "
                         f"{plural(stand, 'henvendelse', 'henvendelser')} i alt")))
        for row in strange:
            row["lost"] = True

    def _tell(self, text: str, group: Sequence[Row], *, question: str | None = None, of_rows: bool = False,
              options: tuple[Option, ...] = ()) -> None:
        row = group[-1]
        self.problems.append(Problem("fejl", GATE, text, sheet=row["sheet"] or None, row=row["row"] or None,
                                     rows=tuple(r["row"] for r in group) if of_rows else (), question=question,
                                     options=options))

    def outcome(self) -> Rows:
        """The rows as they are settled, each called by the number it has now."""
        if not (self.problems or self.notes or self.joined):
            return self.rows
        declared, columns = self.rows.dataset, list(self.rows.frame.columns)
        for row in self.records:
            row["label"] = telling.label(declared, row, self.rows.background)
        frame = pd.DataFrame([[row[name] for name in columns] for row in self.records], columns=columns, dtype=object)
        return replace(self.rows, frame=frame.astype({"row": "int64", "lost": bool}),
                       problems=(*self.rows.problems, *self.problems), notes=(*self.rows.notes, *self.notes),
                       joined=self.rows.joined | self.joined)
