"""The fourth gate: rules that tie the figures together, checked on the file laid over what stands.

A rule is looked at where the file states one of its figures. What is hidden or not reported is never compared.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.formatting import month_long, number, percent
from model.importing.cube import Cube
from model.importing.datasets import Dataset, Field
from model.importing.known import Known
from model.importing.naming import where
from model.importing.report import Problem, Severity

GATE = 4
PERSONS, PRACTICE, SUBSIDY = "personer_match4", "heraf_virksomhedspraktik", "heraf_loentilskud"
TOTAL = "virksomhedsaktivering_i_alt"
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
            x, whole = self.cube.at(part.name), self.dataset.field(part.part_of)
            w = self.cube.at(whole.name)
            value, known, touched = self.cube.value[..., w], self.cube.known[..., w], self.cube.stated[..., [x, w]].any(-1)
            if whole.name == TOTAL:
                value, known, touched = self._activated(touched)
            if part.name == TOTAL:
                touched = touched & self.cube.stated[..., [x, w]].any(-1)
            bad = touched & known & self.cube.known[..., x] & (self.cube.value[..., x] > value)
            for p, m in np.argwhere(bad):
                count = number(self.cube.value[p, m, x])
                yield self._problem(p, m, (part.name, whole.name), f"{count} {part.phrase} er flere end "
                                    f"{_whole(whole, value[p, m])}{self._older(p, m, w)}. {MEND}")

    def _activated(self, touched: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(value, known, touched) of those activated: the total, or the sum of the two where there is none."""
        total, parts = self.cube.at(TOTAL), [self.cube.at(PRACTICE), self.cube.at(SUBSIDY)]
        summed = ~self.cube.known[..., total] & ~self.cube.hidden[..., total] & self.cube.known[..., parts].all(-1)
        value = np.where(summed, self.cube.value[..., parts].sum(-1), self.cube.value[..., total])
        touched = touched | (summed & self.cube.stated[..., parts].any(-1))
        return value, self.cube.known[..., total] | summed, touched

    def _totals(self) -> Iterator[Problem]:
        """The total lies between the larger of the two and their sum."""
        total, parts = self.cube.at(TOTAL), [self.cube.at(PRACTICE), self.cube.at(SUBSIDY)]
        touched = self.cube.stated[..., [total, *parts]].any(-1) & self.cube.known[..., total]
        for k in parts:
            low = touched & self.cube.known[..., k] & (self.cube.value[..., total] < self.cube.value[..., k])
            for p, m in np.argwhere(low):
                field = self.dataset.field(self.cube.measures[k])
                yield self._problem(p, m, (TOTAL, field.name), f"{number(self.cube.value[p, m, total])} i "
                                    f"virksomhedsaktivering i alt er færre end de {number(self.cube.value[p, m, k])} "
                                    f"{field.phrase}{self._older(p, m, k)}. {MEND}")
        high = touched & self.cube.known[..., parts].all(-1) & (self.cube.value[..., total] > self.cube.value[..., parts].sum(-1))
        for p, m in np.argwhere(high):
            a, b = (number(self.cube.value[p, m, k]) for k in parts)
            yield self._problem(p, m, (TOTAL, PRACTICE, SUBSIDY), f"{number(self.cube.value[p, m, total])} i "
                                f"virksomhedsaktivering i alt er flere end {a} i virksomhedspraktik og {b} i løntilskud "
                                f"tilsammen. {MEND}")

    def _sums(self) -> Iterator[Problem]:
        """Where there is no total, the sum of the two <= the target group."""
        persons, parts = self.cube.at(PERSONS), [self.cube.at(PRACTICE), self.cube.at(SUBSIDY)]
        value, known, _ = self._activated(self.cube.stated[..., persons])
        summed = known & ~self.cube.known[..., self.cube.at(TOTAL)] & self.cube.known[..., persons]
        alone = (self.cube.value[..., parts] <= self.cube.value[..., [persons]]).all(-1)
        touched = self.cube.stated[..., [persons, *parts]].any(-1)
        for p, m in np.argwhere(summed & alone & touched & (value > self.cube.value[..., persons])):
            a, b = (number(self.cube.value[p, m, k]) for k in parts)
            yield self._problem(p, m, (PRACTICE, SUBSIDY, PERSONS), f"{a} i virksomhedspraktik og {b} i løntilskud er "
                                f"tilsammen flere end målgruppens {number(self.cube.value[p, m, persons])}"
                                f"{self._older(p, m, persons)}. {MEND} Er nogle i begge dele, så oplys også "
                                "»Virksomhedsaktivering i alt«.")

    def _jumps(self) -> Iterator[Problem]:
        """A change of more than half and at least ten against the month before, where this file is what makes it."""
        now, was = (_odd(v, k) for v, k in ((self.cube.value, self.cube.known), (self.cube.was_value, self.cube.was_known)))
        fresh = self.cube.fresh[:, 1:] | self.cube.fresh[:, :-1]
        old = was & ~self.cube.fresh[:, 1:]
        for p, m, k in np.argwhere(now & fresh & ~old):
            field, after = self.dataset.field(self.cube.measures[k]), m + 1
            x, y = int(self.cube.value[p, m, k]), int(self.cube.value[p, after, k])
            much = f" ({percent(100 * abs(y - x) / x, decimals=0)})" if x else ""
            yield self._problem(p, after if self.cube.stated[p, after, k] else m, (field.name,), f"{number(y)} "
                                f"{field.phrase} i {month_long(self.cube.months[after])} mod {number(x)} måneden før er "
                                f"en stor ændring{much}. Ret tallet, eller skriv, hvorfor det er rigtigt.",
                                severity="advarsel")

    def _taken_back(self) -> Iterator[Problem]:
        """A figure that stands is said to be not reported after all."""
        back = self.cube.stated & ~self.cube.known & ~self.cube.hidden & (self.cube.was_known | self.cube.was_hidden)
        for p, m, k in np.argwhere(back):
            field = self.dataset.field(self.cube.measures[k])
            old = number(self.cube.was_value[p, m, k]) if self.cube.was_known[p, m, k] else "et skjult tal"
            yield self._problem(p, m, (field.name,), f"»{field.heading}« er nu meldt som ikke indberettet, og {old} bliver "
                                "taget tilbage. Lad cellen være tom, hvis tallet stadig gælder, ellers skriv hvorfor.",
                                severity="advarsel")

    def _older(self, p: int, m: int, k: int) -> str:
        return "" if self.cube.stated[p, m, k] else " (indlæst tidligere)"

    def _problem(self, p: int, m: int, measures: tuple[str, ...], text: str, *, severity: Severity = "fejl") -> Problem:
        """A problem at the first of the measures that the file states there."""
        rows = [self.cube.row[p, m, self.cube.at(measure)] for measure in measures]
        row = self.figures.iloc[next(r for r in (*rows, self.cube.row[p, m].max()) if r >= 0)]
        place, month = self.cube.places[p], self.cube.months[m]
        return Problem(severity, GATE, f"{where(self.known, place, month, row=row['row'])}: {text}",
                       sheet=row["sheet"] or None, row=int(row["row"]) or None, column=row["column"], jobcenter=place, month=month)


def _whole(field: Field, count: int) -> str:
    return f"målgruppens {number(int(count))}" if field.name == PERSONS else f"de {number(int(count))} {field.phrase}"


def _odd(value: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Whether each month's count is far from the month before's. Shape: one month shorter than given."""
    change = np.abs(value[:, 1:] - value[:, :-1])
    return known[:, 1:] & known[:, :-1] & (change >= MANY) & (change > MUCH * value[:, :-1])
