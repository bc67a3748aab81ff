"""The positions of keys in the bank files, which print, pages without scripts, and exports keep."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import NormalDist
from typing import NamedTuple

from macros.rules.gate.items import GateItem
from macros.rules.gate.odds import chi_square_tail

UNLIKELY = 0.01  # a bank fails if chance would make it so once in a hundred: all positions together, or the worst one
WARNING_Z = 2.33  # 1 in 100 for one position; with seven positions, chance gets there in one bank of fifteen
LONGEST_RUN = 4
FEWEST_EXPECTED = 5  # keys at each position; the chi-square approximation needs as many


class Position(NamedTuple):
    """How many keys are at one position, in all items with the same number of choices."""

    choices: int
    position: int
    keys: int
    expected: float
    z: float


def key_positions_and_p_value(items: Sequence[GateItem]) -> tuple[list[Position], float]:
    """Keys at each position of items with one key, by number of choices, and the p-value of all positions together."""
    found: list[Position] = []
    squares, degrees = 0.0, 0
    single = [item for item in items if len(item.keys) == 1]
    for size in sorted({len(item.choices) for item in single}):
        places = [min(item.keys) for item in single if len(item.choices) == size]
        expected = len(places) / size
        if expected < FEWEST_EXPECTED:
            continue
        spread = math.sqrt(expected * (1 - 1 / size))
        counts = [places.count(at) for at in range(size)]
        found.extend(Position(size, at + 1, n, expected, (n - expected) / spread) for at, n in enumerate(counts))
        squares += sum((n - expected) ** 2 / expected for n in counts)
        degrees += size - 1
    return found, chi_square_tail(squares, degrees) if degrees else 1.0


def error_threshold_of_highest_z(position_count: int) -> float:
    """The z from which the highest of so many positions is an error: chance exceeds it once in a hundred banks.

    2.81 for 4 positions, 2.98 for 7.
    """
    return NormalDist().inv_cdf(1 - UNLIKELY / position_count) if position_count else math.inf


def long_same_position_runs(items: Sequence[GateItem]) -> Iterator[list[GateItem]]:
    """Each run of more than four consecutive items of a page that have their key at the same position."""
    single = [item for item in items if len(item.keys) == 1]
    for _, run in groupby(single, key=lambda item: (item.page, min(item.keys))):
        found = list(run)
        if len(found) > LONGEST_RUN:
            yield found
