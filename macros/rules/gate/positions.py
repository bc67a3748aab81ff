"""Where keys stand in the source: print, pages without scripts and exports keep that order."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import NormalDist
from typing import NamedTuple

from macros.rules.gate.items import GateItem
from macros.rules.gate.odds import chi_square_tail

UNLIKELY = 0.01  # a bank fails that luck makes once in a hundred: for all positions together, and for the worst of them
WARNING_Z = 2.33  # one position alone, 1 in 100; among seven of them luck gets there in one bank of fifteen
LONGEST_RUN = 4
PER_POSITION = 5  # fewer expected keys a position, and the chi-square does not hold


class Position(NamedTuple):
    """How many keys stand at one place of the items with so many choices."""

    choices: int
    position: int
    keys: int
    expected: float
    z: float


def count_key_positions(items: Sequence[GateItem]) -> tuple[list[Position], float]:
    """Each position of items with one key, by number of choices, and the p of all of them together."""
    found: list[Position] = []
    squares, degrees = 0.0, 0
    single = [item for item in items if len(item.keys) == 1]
    for size in sorted({len(item.choices) for item in single}):
        places = [min(item.keys) for item in single if len(item.choices) == size]
        expected = len(places) / size
        if expected < PER_POSITION:
            continue
        spread = math.sqrt(expected * (1 - 1 / size))
        counts = [places.count(at) for at in range(size)]
        found.extend(Position(size, at + 1, n, expected, (n - expected) / spread) for at, n in enumerate(counts))
        squares += sum((n - expected) ** 2 / expected for n in counts)
        degrees += size - 1
    return found, chi_square_tail(squares, degrees) if degrees else 1.0


def error_z(count: int) -> float:
    """The z that the worst of so many positions passes by luck once in a hundred banks: 2.81 for 4, 2.98 for 7."""
    return NormalDist().inv_cdf(1 - UNLIKELY / count) if count else math.inf


def same_position_runs(items: Sequence[GateItem]) -> Iterator[list[GateItem]]:
    """Items of one page that follow each other with the key at one and the same place, more than four of them."""
    single = [item for item in items if len(item.keys) == 1]
    for _, run in groupby(single, key=lambda item: (item.page, min(item.keys))):
        found = list(run)
        if len(found) > LONGEST_RUN:
            yield found
