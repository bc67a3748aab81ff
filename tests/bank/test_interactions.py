"""What the models of interactions promise beyond their fields."""

from datetime import date
from itertools import combinations

import pytest
from pydantic import ValidationError

from macros.bank import Item
from macros.bank.interactions.choice import ChoiceItem
from macros.bank.interactions.match import MatchItem
from macros.bank.interactions.order import OrderItem

COMMON = {
    "objective": "o",
    "level": "recall",
    "stem": "s",
    "rationale": "r",
    "source": "s",
    "verified": date(2026, 11, 24),
}


def first_shown_ids(item: Item) -> list[str]:
    return [option.id for option in item.presentation.initial_order]


def order_item(name: str, size: int) -> OrderItem:
    steps = [{"id": f"s{at}", "text": f"step {at}", "feedback": "why"} for at in range(size)]
    return OrderItem(**COMMON, id=name, interaction="order", choices=steps, key=[f"s{at}" for at in range(size)])


@pytest.mark.parametrize("size", [3, 4, 5])
def test_the_order_shown_first_is_always_far_from_the_key(size: int) -> None:
    orders = set()
    for seed in range(1000):
        item = order_item(f"item-{seed}", size)
        first = first_shown_ids(item)
        pairs = list(combinations(item.key, 2))
        assert sorted(first) == item.key
        assert sum(first.index(one) > first.index(other) for one, other in pairs) >= 0.4 * len(pairs)
        orders.add(tuple(first))
    assert len(orders) > size - 1
    assert first_shown_ids(order_item("same", size)) == first_shown_ids(order_item("same", size))


IDS = ["recall", "precision", "accuracy", "f1"]


def choice_item(
    name: str, ids: list[str] = IDS, texts: dict[str, str] | None = None, pins: tuple[str, ...] = ()
) -> ChoiceItem:
    made = [
        {"id": one, "text": (texts or {}).get(one, one), "feedback": "why", **({"pin": "last"} if one in pins else {})}
        for one in ids
    ]
    return ChoiceItem(**COMMON, id=name, interaction="choice", choices=made, key=ids[0])


def test_choices_are_shuffled_by_ids_and_not_by_their_order_in_the_file() -> None:
    for seed in range(50):
        assert first_shown_ids(choice_item(f"item-{seed}")) == first_shown_ids(choice_item(f"item-{seed}", IDS[::-1]))


def test_each_choice_is_shown_first_as_often_as_any_other() -> None:
    first = [first_shown_ids(choice_item(f"item-{seed}"))[0] for seed in range(1000)]
    assert all(200 < first.count(one) < 300 for one in IDS)


def test_a_pinned_choice_is_always_the_last_and_the_others_still_change_places() -> None:
    orders = [first_shown_ids(choice_item(f"item-{seed}", pins=("recall",))) for seed in range(1000)]
    assert {order[-1] for order in orders} == {"recall"}
    assert {order[0] for order in orders} == set(IDS) - {"recall"}


def test_numbers_keep_their_order() -> None:
    numbers = {"recall": "0.67", "precision": "0.80", "accuracy": "0.96", "f1": "1.2 million"}
    for seed in range(100):
        assert first_shown_ids(choice_item(f"item-{seed}", texts=numbers)) == IDS
    assert not choice_item("x", texts=numbers).presentation.is_shuffled
    assert choice_item("x", texts=numbers | {"f1": "no number"}).presentation.is_shuffled


def test_two_choices_cannot_both_be_the_last() -> None:
    with pytest.raises(ValidationError, match="recall and f1 are both pinned last"):
        choice_item("x", pins=("f1", "recall"))


def match_item(name: str, rows: int, partners: list[str], key: list[str]) -> MatchItem:
    left = [{"id": f"l{at}", "text": f"row {at}", "feedback": "why"} for at in range(rows)]
    right = [{"id": one, "text": one} for one in partners]
    pairs = dict(zip([row["id"] for row in left], key, strict=True))
    return MatchItem(**COMMON, id=name, interaction="match", left=left, right=right, key=pairs)


@pytest.mark.parametrize(("rows", "more"), [(3, 0), (3, 1), (5, 2), (7, 3)])
def test_no_partner_stands_at_the_place_of_its_row(rows: int, more: int) -> None:
    partners = [f"r{at}" for at in range(rows + more)]
    seen = set()
    for seed in range(1000):
        order = first_shown_ids(match_item(f"item-{seed}", rows, partners, partners[:rows]))
        assert sorted(order) == partners
        assert not [at for at in range(rows) if order[at] == partners[at]]
        seen.add(tuple(order))
    assert len(seen) > 1


def test_where_every_row_has_one_partner_the_fewest_stand_at_its_place() -> None:
    for seed in range(100):
        order = first_shown_ids(match_item(f"item-{seed}", 3, ["a", "b", "c"], ["a", "a", "a"]))
        assert sorted(order) == ["a", "b", "c"]
