"""Where keys stand in the source: print, pages without scripts and exports keep that order."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from macros.rules.gate.judged import Judged
from macros.rules.gate.odds import chi_square_tail

UNLIKELY = 0.01  # the chi-square over all positions: one bank in a hundred by luck
# One position among four: 4 x P(z > 2.81) is one bank in a hundred too. The usual 2.33 would fail four.
FAILS, WARNS = 2.81, 2.33
LONGEST_RUN = 4
PER_POSITION = 5  # fewer expected keys a position, and the chi-square does not hold


class Position(NamedTuple):
    """How many keys stand at one place of the items with so many choices."""

    choices: int
    position: int
    keys: int
    expected: float
    z: float


def positions(items: Sequence[Judged]) -> tuple[list[Position], float]:
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


def runs(items: Sequence[Judged]) -> Iterator[list[Judged]]:
    """Items of one page that follow each other with the key at one and the same place, more than four of them."""
    single = [item for item in items if len(item.keys) == 1]
    for _, run in groupby(single, key=lambda item: (item.page, min(item.keys))):
        found = list(run)
        if len(found) > LONGEST_RUN:
            yield found
