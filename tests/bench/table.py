"""Medians with their range, and the table that is printed."""

import os
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple


class Line(NamedTuple):
    """One row: what was measured, the number and its target in words, whether it was met (None: no target)."""

    what: str
    measured: str
    target: str = ""
    met: bool | None = None


def spread(values: Sequence[float], form: str = "{:.2f}") -> str:
    """ "median (least-most)" of the values."""
    low, middle, high = (form.format(value) for value in (min(values), median(values), max(values)))
    return f"{middle} ({low}-{high})"


def p95(values: Sequence[float]) -> float:
    return sorted(values)[max(0, round(len(values) * 0.95) - 1)]


def show(lines: list[Line]) -> None:
    widths = [max(len(line[part]) for line in lines) for part in range(3)]
    for what, measured, target, met in lines:
        verdict = {True: "met", False: "MISSED", None: ""}[met]
        print(f"{what:{widths[0]}}  {measured:{widths[1]}}  {target:{widths[2]}}  {verdict}".rstrip())
    print(f"load {' '.join(f'{load:.1f}' for load in os.getloadavg())} on {os.cpu_count()} cores")
