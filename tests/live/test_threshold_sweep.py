"""Sweeps: the same as the metrics of all rows say, in slices; the least cost stands on the hull."""

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.live import threshold_sweep
from macros.live.metrics.curves import roc_auc_score
from macros.live.metrics.ranking import average_precision, counts_at, rank_scores
from macros.rendering.calculators import read_example_columns_or_raise
from tests.live.costs import expected_costs_by_flagged_entries
from tests.live.swept import swept as in_one_go

ROOT = Path(__file__).parents[2]
FILES = ["breast_cancer_logreg_test", "breast_cancer_texture_only_test", "digits8_logreg_test"]
ROWS = st.lists(
    st.tuples(st.booleans(), st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.9, 1.0]) | st.floats(0, 1)), min_size=2
)


def swept(y_true, y_score):
    return in_one_go({"y_true": y_true, "y_score": y_score})


def skewed(n, power):
    dice = random.Random(n)
    scores = [dice.random() ** power for _ in range(n)]
    return [int(dice.random() < 0.1 + 0.8 * score) for score in scores], scores


@given(ROWS)
def test_ranking_and_areas_are_those_of_the_rows(rows):
    truths, scores = [1, 0, *(int(truth) for truth, _ in rows)], [0.5, 0.5, *(score for _, score in rows)]
    made, ranking = swept(truths, scores), rank_scores(truths, scores)
    assert made.ranking == ranking
    assert made.auc == roc_auc_score(truths, scores)
    assert made.ap == pytest.approx(average_precision(ranking), abs=1e-12)


@given(ROWS, st.floats(0, 100), st.floats(0, 100), st.floats(0.001, 0.999))
def test_the_least_cost_of_all_cuts_stands_on_the_hull(rows, cost_fp, cost_fn, prevalence):
    made = swept([1, 0, *(int(truth) for truth, _ in rows)], [0.5, 0.5, *(score for _, score in rows)])
    every = expected_costs_by_flagged_entries(made.ranking, cost_fp=cost_fp, cost_fn=cost_fn, prevalence=prevalence)
    assert min(every[0 if k is None else k + 1] for k in made.hull) == pytest.approx(min(every), abs=1e-9)


@pytest.mark.parametrize("power", [1, 8, 300], ids=["even", "mostly low", "nearly all at 0"])
def test_many_rows_come_out_the_same_in_slices(power):
    truths, scores = skewed(12_000, power)
    state = threshold_sweep.initial_sweep_state({"y_true": truths, "y_score": scores})
    shares = [0.0]
    while shares[-1] < 1:
        state, share = threshold_sweep.advance_sweep_state(state)
        shares.append(share)
    assert shares == sorted(shares)
    assert len(shares) > 8
    assert threshold_sweep.sweep_from_state(state).ranking == rank_scores(truths, scores)


def test_the_order_of_rows_does_not_matter():
    truths, scores = skewed(3_000, 2)
    one, other = swept(truths, scores), swept(truths[::-1], scores[::-1])
    assert vars(one) == vars(other)


@pytest.mark.parametrize("n", [200, 12_000])
def test_a_curve_is_drawn_through_about_a_hundred_entries_and_misses_no_corner_by_much(n):
    truths, scores = skewed(n, 2)
    made = swept(truths, scores)
    ranking, sample = made.ranking, made.sample
    assert sample == sorted(set(sample))
    assert sample[-1] == len(ranking["tps"]) - 1
    assert len(sample) <= 110
    for k, after in pairwise(sample):
        for name, whole in (("tps", made.positives), ("fps", made.negatives)):
            assert (ranking[name][after] - ranking[name][k]) / whole < 0.05


def test_few_entries_are_all_drawn():
    assert swept([0, 1, 0, 1], [0.1, 0.4, 0.4, 0.8]).sample == [0, 1, 2]


@pytest.mark.parametrize("name", FILES)
def test_the_parts_hold_every_row_once(name):
    made = in_one_go(read_example_columns_or_raise(ROOT / f"docs/data/{name}.csv", ("y_true", "y_score")))
    for side, count in ((0, made.positives), (1, made.negatives)):
        assert sum(pair[side] for pair in made.bins) == count
    upper = counts_at(made.ranking, 0.5)
    half = len(made.bins) // 2
    assert sum(pair[0] for pair in made.bins[half:]) == upper["tp"]


def test_one_row_of_each_class_is_enough():
    made = swept([1, 0], [0.5, 0.5])
    assert (made.auc, made.ap, made.ranking["tps"]) == (0.5, 0.5, [1])
