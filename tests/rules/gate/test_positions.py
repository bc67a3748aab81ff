"""Where keys stand."""

from __future__ import annotations

from macros.rules.gate.judged import Judged
from macros.rules.gate.positions import limit, positions, runs
from tests.rules.gate import banks


def keyed(*places: int, page: str = "topic/page") -> list[Judged]:
    texts = ("a", "b", "c", "d")
    return [Judged(f"item-{at}", page, "o", "s", texts, frozenset({place})) for at, place in enumerate(places)]


def test_keys_are_counted_by_number_of_choices() -> None:
    found, likelihood = positions(keyed(*[0, 1, 2, 3] * 6))
    assert [(place.choices, place.position, place.keys, place.z) for place in found] == [
        (4, 1, 6, 0), (4, 2, 6, 0), (4, 3, 6, 0), (4, 4, 6, 0)
    ]  # fmt: skip
    assert likelihood == 1


def test_all_keys_at_place_2_are_no_luck() -> None:
    found, likelihood = positions(banks.bank(60, seed=1, key=banks.keys_second))
    assert likelihood < 1e-9
    assert {place.position for place in found if place.z > limit(len(found))} == {2}


def test_too_few_keys_say_nothing() -> None:
    assert positions(keyed(*[1] * 19)) == ([], 1.0)


def test_the_limit_grows_with_the_positions_looked_at() -> None:
    assert [round(limit(count), 2) for count in (1, 4, 7)] == [2.33, 2.81, 2.98]


def test_a_run_is_more_than_four_items_of_one_page() -> None:
    assert list(runs(keyed(1, 1, 1, 1, 2, 1))) == []
    assert list(runs([*keyed(1, 1, 1, page="a"), *keyed(1, 1, 1, page="b")])) == []
    [run] = runs(keyed(0, 1, 1, 1, 1, 1, 2))
    assert [item.id for item in run] == ["item-1", "item-2", "item-3", "item-4", "item-5"]
