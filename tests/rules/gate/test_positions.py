"""Where keys stand."""

from __future__ import annotations

from macros.rules.gate.items import GateItem
from macros.rules.gate.positions import error_threshold_of_highest_z, key_positions_and_p_value, long_same_position_runs
from tests.rules.gate import banks


def items_with_key_positions(*positions: int, page: str = "topic/page") -> list[GateItem]:
    texts = ("a", "b", "c", "d")
    return [GateItem(f"item-{at}", page, "o", "s", texts, frozenset({place})) for at, place in enumerate(positions)]


def test_keys_are_counted_by_number_of_choices() -> None:
    found, likelihood = key_positions_and_p_value(items_with_key_positions(*[0, 1, 2, 3] * 6))
    assert [(place.choices, place.position, place.keys, place.z) for place in found] == [
        (4, 1, 6, 0), (4, 2, 6, 0), (4, 3, 6, 0), (4, 4, 6, 0)
    ]  # fmt: skip
    assert likelihood == 1


def test_all_keys_at_place_2_are_no_luck() -> None:
    found, likelihood = key_positions_and_p_value(banks.choice_bank(60, seed=1, key=banks.second_choice_as_key))
    assert likelihood < 1e-9
    assert {place.position for place in found if place.z > error_threshold_of_highest_z(len(found))} == {2}


def test_too_few_keys_say_nothing() -> None:
    assert key_positions_and_p_value(items_with_key_positions(*[1] * 19)) == ([], 1.0)


def test_the_limit_grows_with_the_positions_looked_at() -> None:
    assert [round(error_threshold_of_highest_z(count), 2) for count in (1, 4, 7)] == [2.33, 2.81, 2.98]


def test_a_run_is_more_than_four_items_of_one_page() -> None:
    assert list(long_same_position_runs(items_with_key_positions(1, 1, 1, 1, 2, 1))) == []
    assert (
        list(
            long_same_position_runs(
                [*items_with_key_positions(1, 1, 1, page="a"), *items_with_key_positions(1, 1, 1, page="b")]
            )
        )
        == []
    )
    [run] = long_same_position_runs(items_with_key_positions(0, 1, 1, 1, 1, 1, 2))
    assert [item.id for item in run] == ["item-1", "item-2", "item-3", "item-4", "item-5"]
