"""The order in which a page shows what may stand in any order, before a reader starts an item over.

It depends on ids alone: a build repeats it, and lines that change places in the bank file change nothing. Later orders
are made in the browser (docs/assets/quiz/item/shuffle.js).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256

_ROUNDS = 100  # a round has a chance of at least a third, if any order is acceptable


def shuffle_by_hash(salt: str, ids: Iterable[str], misfit: Callable[[list[str]], int] = lambda order: 0) -> list[str]:
    """`ids` in an order of their own for each salt; misfit: how far an order is from acceptable, 0 if it is.

    Of the orders that are tried, the first with the least misfit.
    """

    def shuffled_ids(round_number: int) -> list[str]:
        return sorted(ids, key=lambda name: (sha256(f"{salt} {round_number} {name}".encode()).digest(), name))

    ids = list(ids)
    orders = (shuffled_ids(number) for number in range(_ROUNDS))
    best = shuffled_ids(0)
    for order in orders:
        if not misfit(order):
            return order
        best = min(best, order, key=misfit)
    return best
