"""The fourth gate: rules that tie the figures together, checked on the file laid over what stands.

A rule is looked at where the file states one of its figures. What is hidden or not reported is never compared.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.basics.formatting import month_long, number
from model.intake.checks.cube import Cube
from model.intake.checks.naming import rest, several, where
from model.intake.datasets.declaration import Column, Dataset
from model.intake.files.workbook import address
from model.intake.known import Known
from model.intake.report import Problem, Severity
from model.programmes.current import PROGRAMME
from model.programmes.measures import PARTS, PERSONS, TOTAL

GATE = 4
PRACTICE, SUBSIDY = PARTS
MUCH, MANY = 0.5, 10  # a change of more than half and of at least ten persons is odd
MEND = "Ret det tal, der er forkert."


@dataclass(frozen=True)
class Judge:
    """What every rule needs: the cube, the file's figures by row, and names for the sentences."""

    cube: Cube
    figures: pd.DataFrame
    dataset: Dataset
    known: Known

    def all(self) -> list[Problem]:
        """Every broken rule, errors and warnings, in the order of the file's rows."""
        found = [*self._parts(), *self._totals(), *self._sums(), *self._jumps(), *self._taken_back()]
        return sorted(found, key=lambda p: (p.sheet or "", p.row or 0))

    def _parts(self) -> Iterator[Problem]:
        """Each part <= its whole."""
        for part in self.dataset.fields:
            if part.part_of is None:
                continue
            whole = self.dataset.field(part.part_of)
            total = whole.name == TOTAL
            value, known = self._activated() if total else (self._value(whole.name), self._known(whole.name))
            sides = [part.name, whole.name, *((PRACTICE, SUBSIDY) if total else ())]
            bad = self._touched(*sides) & known & self._known(part.name) & (self._value(part.name) > value)
            for p, m in several(bad):
                most = _whole(whole, value[p, m]) + self._older(whole.name, p, m)
                text = f"{self._count(part, p, m)} er flere end {most}."
                yield self._problem(p, m, sides, text, remedy=MEND)
            yield from rest(bad, GATE)

    def _activated(self) -> tuple[np.ndarray, np.ndarray]:
        """(value, known) of those activated: the total, or the sum of the two where there is no total."""
        summed = self._known(PRACTICE) & self._known(SUBSIDY) & ~self._known(TOTAL) & ~self._hidden(TOTAL)
        value = np.where(summed, self._value(PRACTICE) + self._value(SUBSIDY), self._value(TOTAL))
        return value, self._known(TOTAL) | summed

    def _totals(self) -> Iterator[Problem]:
        """The total lies between the larger of the two and their sum."""
        total = self.dataset.field(TOTAL)
        touched = self._touched(TOTAL, PRACTICE, SUBSIDY) & self._known(TOTAL)
        for part in map(self.dataset.field, (PRACTICE, SUBSIDY)):
            low = touched & self._known(part.name) & (self._value(TOTAL) < self._value(part.name))
            for p, m in several(low):
                text = (f"{self._count(total, p, m)} er færre end de {self._count(part, p, m)}"
                        f"{self._older(part.name, p, m)}.")
                yield self._problem(p, m, (TOTAL, part.name), text, remedy=MEND)
            yield from rest(low, GATE)
        both = touched & self._known(PRACTICE) & self._known(SUBSIDY)
        high = both & (self._value(TOTAL) > self._value(PRACTICE) + self._value(SUBSIDY))
        for p, m in several(high):
            text = f"{self._count(total, p, m)} er flere end {self._two(p, m)} tilsammen."
            yield self._problem(p, m, (TOTAL, PRACTICE, SUBSIDY), text, remedy=MEND)
        yield from rest(high, GATE)

    def _sums(self) -> Iterator[Problem]:
        """Where there is no total, the sum of the two <= the target group."""
        value, known = self._activated()
        alone = np.maximum(self._value(PRACTICE), self._value(SUBSIDY)) <= self._value(PERSONS)
        summed = known & ~self._known(TOTAL) & self._known(PERSONS) & self._touched(PERSONS, PRACTICE, SUBSIDY)
        high = summed & alone & (value > self._value(PERSONS))
        for p, m in several(high):
            group = number(self._value(PERSONS)[p, m])
            text = f"{self._two(p, m)} er tilsammen flere end målgruppens {group}{self._older(PERSONS, p, m)}."
            yield self._problem(p, m, (PRACTICE, SUBSIDY, PERSONS), text, remedy=f"{MEND} Er nogle i begge dele, så "
                                f"oplys også »{PROGRAMME.measure('reached').heading}«.")
        yield from rest(high, GATE)

    def _jumps(self) -> Iterator[Problem]:
        """A change of more than half and at least ten against the month before, where this file is what makes it."""
        cube = self.cube
        now, was = _odd(cube.value, cube.known), _odd(cube.was_value, cube.was_known)
        fresh = cube.fresh[:, 1:] | cube.fresh[:, :-1]
        odd = now & fresh & ~(was & ~cube.fresh[:, 1:])
        for p, m, k in several(odd):
            field, after = self.dataset.field(cube.measures[k]), m + 1
            x, y = int(cube.value[p, m, k]), int(cube.value[p, after, k])
            change = f"{number(abs(y - x))} {'flere' if y > x else 'færre'}"
            text = (f"{number(y)} {field.phrase} i {month_long(cube.months[after])} mod {number(x)} måneden før er en "
                    f"stor ændring ({change}). Ret tallet, eller skriv, hvorfor det er rigtigt.")
            yield self._problem(p, after if cube.stated[p, after, k] else m, (field.name,), text, severity="advarsel")
        yield from rest(odd, GATE, "advarsel")

    def _taken_back(self) -> Iterator[Problem]:
        """A figure that stands is said to be not reported after all."""
        cube = self.cube
        back = cube.stated & ~cube.known & ~cube.hidden & (cube.was_known | cube.was_hidden)
        for p, m, k in several(back):
            field = self.dataset.field(cube.measures[k])
            old = number(cube.was_value[p, m, k]) if cube.was_known[p, m, k] else "et skjult tal"
            text = (f"»{field.heading}« er nu meldt som ikke indberettet, og {old} bliver taget tilbage. Lad cellen "
                    "være tom, hvis tallet stadig gælder, ellers skriv hvorfor.")
            yield self._problem(p, m, (field.name,), text, severity="advarsel")
        yield from rest(back, GATE, "advarsel")

    def _value(self, measure: str) -> np.ndarray:
        return self.cube.value[..., self.cube.at(measure)]

    def _known(self, measure: str) -> np.ndarray:
        known: np.ndarray = self.cube.known[..., self.cube.at(measure)]
        return known

    def _hidden(self, measure: str) -> np.ndarray:
        return self.cube.hidden[..., self.cube.at(measure)]

    def _touched(self, *measures: str) -> np.ndarray:
        """Where the file states one of the measures."""
        touched = np.any(self.cube.stated[..., [self.cube.at(measure) for measure in measures]], axis=-1)
        return np.asarray(touched)

    def _count(self, field: Column, p: int, m: int) -> str:
        return f"{number(self._value(field.name)[p, m])} {field.phrase}"

    def _two(self, p: int, m: int) -> str:
        return f"{self._count(self.dataset.field(PRACTICE), p, m)} og {self._count(self.dataset.field(SUBSIDY), p, m)}"

    def _older(self, measure: str, p: int, m: int) -> str:
        stored = self._known(measure)[p, m] and not self.cube.stated[p, m, self.cube.at(measure)]
        return " (indlæst tidligere)" if stored else ""

    def _problem(self, p: int, m: int, measures: list[str] | tuple[str, ...], text: str, *, remedy: str = "",
                 severity: Severity = "fejl") -> Problem:
        """A problem at the first of the measures that the file states there, held against the others it states."""
        rows = [int(self.cube.row[p, m, self.cube.at(measure)]) for measure in measures]
        row, *others = [self.figures.iloc[r] for r in rows if r >= 0]
        place, month = self.cube.places[p], self.cube.months[m]
        whole = f"{where(self.known, place, month, row=row['row'])}: {text} {remedy}".strip()
        return Problem(severity, GATE, whole, reason=text, remedy=remedy, sheet=row["sheet"] or None,
                       row=int(row["row"]) or None, column=row["column"], jobcenter=place, month=month,
                       cell=_address(row), beside=tuple(filter(None, (
                           _address(other) for other in others if other["sheet"] == row["sheet"]))))


def _address(figure: pd.Series) -> str | None:
    """The cell a figure stands in; None of one that was typed in a form."""
    return address(int(figure["row"]), int(figure["position"])) if figure["row"] else None


def _whole(field: Column, count: int) -> str:
    return f"målgruppens {number(int(count))}" if field.name == PERSONS else f"de {number(int(count))} {field.phrase}"


def _odd(value: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Whether each month's count is far from the month before's. Shape: one month shorter than given."""
    change = np.abs(value[:, 1:] - value[:, :-1])
    odd: np.ndarray = known[:, 1:] & known[:, :-1] & (change >= MANY) & (change > MUCH * value[:, :-1])
    return odd
