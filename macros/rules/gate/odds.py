"""Chance, the distance of a result from it, and what a bank of this size can show.

A bank fails if chance alone would bring one guesser that far once in 200 banks (z 2.58). With ten guessers that is at
most 5 in 100, and less as measured, because many cues are correlated. Warnings start at one in 20 (z 1.64).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist

ERROR_Z, WARNING_Z, BELOW_CHANCE_Z = 2.58, 1.64, -2.33
LEAK = 0.10  # share of right answers above chance that a guesser must not reach
POWER_Z = 0.84  # normal quantile of 0.8: such a leak is found in four of five banks
FEWEST_ITEMS = 20  # with fewer items, a guesser fails only from chance + 25 points on, so a leak looks like luck


def chance_to_pick_keys(scores: Sequence[float], keys: frozenset[int]) -> float:
    """Chance that the choices with the highest scores, ties broken at random, are exactly the keys."""
    line = sorted(scores, reverse=True)[len(keys) - 1]
    above = {at for at, score in enumerate(scores) if score > line}
    tied = {at for at, score in enumerate(scores) if score == line}
    if not above <= keys <= above | tied:
        return 0.0
    return 1 / math.comb(len(tied), len(keys) - len(above))


def chance_of_blind_pick(choice_count: int, key_count: int) -> float:
    """Chance that a blind pick of as many choices as there are keys takes exactly the keys."""
    return 1 / math.comb(choice_count, key_count)


def z_score(right_count: float, chances: Sequence[float]) -> float:
    """Standard deviations between the number of right items and the number expected by chance.

    The true deviation is smaller because ties are split, so a cue that most items lack is judged leniently.
    """
    return (right_count - sum(chances)) / math.sqrt(sum(share * (1 - share) for share in chances))


def chi_square_tail(x: float, degrees: int) -> float:
    """P(chi-square with so many degrees of freedom >= x), by the finite sums for even and odd degrees."""
    half, start = x / 2, degrees % 2 / 2
    tail = math.erfc(math.sqrt(half)) if start else 0.0
    for step in range(degrees // 2):
        tail += math.exp(-half) * half ** (start + step) / math.gamma(start + step + 1)
    return min(1.0, tail)


def power_to_find_leak(item_count: int, chance: float) -> float:
    """Probability that a bank of `item_count` items fails if a cue gives a share of LEAK above chance.

    chance: share of items right by chance.
    """
    shares = (chance, chance + LEAK)
    lucky, leaking = (math.sqrt(share * (1 - share) / item_count) for share in shares)
    return NormalDist().cdf((LEAK - ERROR_Z * lucky) / leaking)


def items_needed_to_find_leak(chance: float) -> int:
    """Items needed to find such a leak in four of five banks. chance: share of items right by chance."""
    shares = (chance, chance + LEAK)
    lucky, leaking = (math.sqrt(share * (1 - share)) for share in shares)
    return math.ceil(((ERROR_Z * lucky + POWER_Z * leaking) / LEAK) ** 2)
