"""Chance, ties, tails and power."""

from __future__ import annotations

import pytest
from scipy import stats

from macros.rules.gate import odds


@pytest.mark.parametrize(
    ("scores", "keys", "wanted"),
    [
        pytest.param([3, 1, 2], {0}, 1, id="the best is the key"),
        pytest.param([3, 1, 2], {2}, 0, id="the best is not"),
        pytest.param([3, 3, 2], {1}, 1 / 2, id="two are best"),
        pytest.param([0, 0, 0, 0], {1}, 1 / 4, id="nothing to go by"),
        pytest.param([4, 3, 1, 1, 0], {0, 1}, 1, id="both keys"),
        pytest.param([4, 3, 1, 1, 0], {0, 2}, 0, id="one of two keys"),
        pytest.param([4, 1, 1, 1, 0], {0, 2}, 1 / 3, id="one key and a tie"),
        pytest.param([4, 1, 1, 1, 0], {1, 2}, 0, id="the best is no key"),
        pytest.param([0, 0, 0, 0, 0], {1, 2}, 1 / 10, id="two keys by lot"),
    ],
)
def test_ties_are_split(scores: list[float], keys: set[int], wanted: float) -> None:
    assert odds.chance_to_pick_keys(scores, frozenset(keys)) == pytest.approx(wanted)


def test_chance_is_one_of_all_picks_of_that_size() -> None:
    assert (odds.chance_of_blind_pick(4, 1), odds.chance_of_blind_pick(5, 2)) == (1 / 4, 1 / 10)


def test_z_counts_deviations_of_luck() -> None:
    assert odds.z_score(65, [1 / 4] * 100) == pytest.approx(9.24, abs=0.01)  # the worse of the two public banks


@pytest.mark.parametrize("degrees", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("x", [0.0, 0.5, 7.0, 30.0])
def test_the_chi_square_tail_is_scipys(x: float, degrees: int) -> None:
    assert odds.chi_square_tail(x, degrees) == pytest.approx(stats.chi2.sf(x, degrees), abs=1e-12)


def test_a_leak_of_ten_points_needs_about_230_items_of_four_choices() -> None:
    assert odds.items_needed_to_find_leak(0.25) == 231
    assert odds.power_to_find_leak(231, 0.25) == pytest.approx(0.8, abs=0.005)
    assert odds.power_to_find_leak(34, 0.25) < 0.2
