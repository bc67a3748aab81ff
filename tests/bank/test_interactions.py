"""What the models of interactions promise beyond their fields."""

from datetime import date
from itertools import combinations

import pytest

from macros.bank import OrderItem

COMMON = {
    "objective": "o",
    "level": "recall",
    "stem": "s",
    "rationale": "r",
    "source": "s",
    "verified": date(2026, 11, 24),
}


def order(name: str, size: int) -> OrderItem:
    steps = [{"id": f"s{at}", "text": f"step {at}", "feedback": "why"} for at in range(size)]
    return OrderItem(**COMMON, id=name, interaction="order", choices=steps, key=[f"s{at}" for at in range(size)])


@pytest.mark.parametrize("size", [3, 4, 5])
def test_the_order_shown_first_is_always_far_from_the_key(size: int) -> None:
    shown = set()
    for seed in range(1000):
        item = order(f"item-{seed}", size)
        first = item.first_order()
        pairs = list(combinations(item.key, 2))
        assert sorted(first) == item.key
        assert sum(first.index(one) > first.index(other) for one, other in pairs) >= 0.4 * len(pairs)
        shown.add(tuple(first))
    assert len(shown) > size - 1
    assert order("same", size).first_order() == order("same", size).first_order()
