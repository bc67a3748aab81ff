"""The ranking that thresholds and curves are read from, held to scikit-learn's counts and to plain counting."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn.metrics import confusion_matrix_at_thresholds

from macros.live.arithmetic import Undefined
from macros.live.metrics.class_scores import LOWEST, ascending_pos_and_neg_scores_after_sentinel
from macros.live.metrics.ranking import (
    average_precision,
    counts_at,
    initial_ranking_state,
    rank_next_distinct_scores,
    rank_scores,
    rank_sorted_scores,
)
from tests.live.agreement import SCORES, rows

TRUE = [0, 0, 1, 0, 1, 0, 1, 1, 0, 1]
SCORE = [0.1, 0.3, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.7, 0.9]
scored = st.one_of(*[rows(st.integers(0, 1), kind, most=20) for kind in SCORES])


def test_a_ranking_has_an_entry_for_each_distinct_score_the_highest_first():
    assert rank_scores(TRUE, SCORE) == {
        "thresholds": [0.9, 0.7, 0.6, 0.5, 0.4, 0.35, 0.3, 0.1],
        "tps": [1, 2, 3, 3, 4, 4, 5, 5],
        "fps": [0, 1, 1, 2, 2, 3, 4, 5],
    }


@given(columns=scored)
def test_a_ranking_holds_scikit_learns_counts(columns):
    assume(len({*columns[0]}) == 2)
    _, fps, _, tps, thresholds = confusion_matrix_at_thresholds(*columns, pos_label=1)
    assert rank_scores(*columns) == {"thresholds": thresholds.tolist(), "tps": tps.tolist(), "fps": fps.tolist()}


@given(columns=scored, threshold=st.sampled_from([0.1, 0.35, 0.5, 0.8, math.inf, -math.inf, 0.0]))
def test_counts_at_a_threshold_are_those_of_counting_the_rows(columns, threshold):
    flagged = [(truth, score >= threshold) for truth, score in zip(*columns, strict=True)]
    assert counts_at(rank_scores(*columns, pos_label=1), threshold) == {
        "tp": flagged.count((1, True)),
        "fp": flagged.count((0, True)),
        "fn": flagged.count((1, False)),
        "tn": flagged.count((0, False)),
    }


@given(columns=scored, slice_size=st.integers(1, 5))
def test_work_in_slices_ends_in_the_same_ranking_and_says_how_far_it_is(columns, slice_size):
    pos, neg = ascending_pos_and_neg_scores_after_sentinel(*columns)
    state, told = initial_ranking_state(pos, neg), [0.0]
    while told[-1] < 1:
        told.append(rank_next_distinct_scores(state, slice_size))
        assert len(state["ranking"]["tps"]) <= slice_size * (len(told) - 1)
    assert told == sorted(set(told))
    assert state["ranking"] == rank_sorted_scores(pos, neg) == rank_scores(*columns, pos_label=1)


def test_progress_is_the_share_of_rows_that_are_ranked():
    state = initial_ranking_state([LOWEST, 0.2, 0.8], [LOWEST, 0.5, 0.8])
    assert [rank_next_distinct_scores(state, 1) for _ in range(3)] == [0.5, 0.75, 1]


def test_a_slice_that_is_longer_than_what_is_left_ends_the_work():
    state = initial_ranking_state([LOWEST, 0.2, 0.8], [LOWEST, 0.5, 0.8])
    assert [rank_next_distinct_scores(state, 2), rank_next_distinct_scores(state, 2)] == [0.75, 1]
    assert state["left"] == [0, 0]


def test_average_precision_of_the_fixture():
    assert average_precision(rank_scores(TRUE, SCORE)) == pytest.approx(0.7277777777777777, rel=1e-15)


def test_average_precision_without_positives_is_undefined():
    with pytest.raises(Undefined, match="there are no actual positives"):
        average_precision(rank_scores([0, 0], [0.2, 0.7]))


@pytest.mark.parametrize(
    ("columns", "pos_label", "words"),
    [
        (([0, 1, 2], [0.1, 0.2, 0.3]), None, "more than two labels: specify the positive label"),
        (([1, 2], [0.1, 0.2]), None, "the labels are not 0 and 1 or -1 and 1"),
        ((["a", "b"], [0.1, 0.2]), None, "the labels are not 0 and 1"),
        (([0, 1], [0.1, 0.2]), [1], "pos_label must be a label"),
        (([0, 1], [0.1]), None, "y_true has 2 rows, but y_score has 1"),
        (([0, 1], [0.1, math.nan]), None, "y_score contains nan or infinity"),
        (([0, 1], [0.1, -math.inf]), None, "y_score contains nan or infinity"),
        (([0, 1], [[0.9, 0.1], [0.2, 0.8]]), None, "y_score must have one dimension and contain only numbers"),
        (([0, 1], ["0.1", "0.2"]), None, "y_score must have one dimension"),
        (([0.5, 1], [0.1, 0.2]), None, "y_true must contain integers or strings"),
        (([], []), None, "y_true is empty"),
    ],
)
def test_what_is_not_supported_is_said(columns, pos_label, words):
    with pytest.raises(ValueError, match=words):
        rank_scores(*columns, pos_label)
