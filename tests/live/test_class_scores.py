"""Rows split by class and sorted, and the area under the ROC curve that comes of it without any curve."""

from array import array
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.live.metrics.class_scores import (
    LOWEST,
    area_under_roc_or_none,
    ascending_pos_and_neg_scores_after_sentinel,
    compare_next_positive_scores,
    initial_comparison_state,
)
from tests.live.agreement import SCORES, rows

scored = st.one_of(*[rows(st.integers(0, 1), kind, most=20) for kind in SCORES])


def sides(columns):
    return [[score for truth, score in zip(*columns, strict=True) if truth == side] for side in (1, 0)]


@given(columns=scored)
def test_each_class_is_sorted_above_what_is_lowest(columns):
    pos, neg = ascending_pos_and_neg_scores_after_sentinel(*columns)
    assert [pos, neg] == [[LOWEST, *sorted(side)] for side in sides(columns)]


@given(columns=scored, count=st.integers(1, 5))
def test_the_share_of_pairs_won_is_that_of_counting_them_with_ties_half(columns, count):
    (pos, neg), state, told = (
        sides(columns),
        initial_comparison_state(*ascending_pos_and_neg_scores_after_sentinel(*columns)),
        [0.0],
    )
    while told[-1] < 1:
        told.append(compare_next_positive_scores(state, count))
    won = sum(Fraction(p > n) + Fraction(p == n, 2) for p in pos for n in neg)
    assert area_under_roc_or_none(state) == (float(won / (len(pos) * len(neg))) if pos and neg else None)
    assert told == sorted(set(told))


def test_progress_is_the_share_of_positive_scores_and_ties_stay_together():
    state = initial_comparison_state([LOWEST, 0.2, 0.5, 0.5, 0.8], [LOWEST, 0.5])
    assert [compare_next_positive_scores(state, 1) for _ in range(3)] == [0.25, 0.75, 1]


def test_arrays_are_compared_as_lists_are():
    state = initial_comparison_state(array("d", [LOWEST, 0.3, 0.5]), array("d", [LOWEST, 0.1, 0.5]))
    compare_next_positive_scores(state, 2)
    assert area_under_roc_or_none(state) == 0.625


@pytest.mark.parametrize(("truth", "lengths"), [(1, [3, 1]), (0, [1, 3])])
def test_a_class_without_rows_holds_what_is_lowest_alone(truth, lengths):
    assert [len(side) for side in ascending_pos_and_neg_scores_after_sentinel([truth] * 2, [0.5, 0.25])] == lengths
