"""The signs of a status as strokes, told once and drawn by every renderer, so that no font makes a cross thinner.

Words and files keep the letters (``theme.SYMBOLS``); a question mark is a letter everywhere.
"""

from model.drawing.chart import Mark

Stroke = tuple[tuple[float, float], ...]  # points in a square of 1 × 1, y downwards

WEIGHT = 0.14  # of the square; its ends are round, so that a stroke of one point is a dot
TICK: tuple[Stroke, ...] = (((0.275, 0.5), (0.455, 0.68), (0.725, 0.32)),)
CROSS: tuple[Stroke, ...] = (((0.275, 0.275), (0.725, 0.725)), ((0.275, 0.725), (0.725, 0.275)))
STROKES: dict[Mark, tuple[Stroke, ...]] = {
    "reached": TICK, "not_reached": CROSS, "half": CROSS,
    "too_few": (((0.275, 0.5),), ((0.5, 0.5),), ((0.725, 0.5),)), "unknown": (((0.275, 0.5), (0.725, 0.5)),)}
