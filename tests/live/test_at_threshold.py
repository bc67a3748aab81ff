"""A cut: counts and cost of the rows, the least cost of all cuts, another prevalence, and how numbers are written."""

import random

import pytest

from macros.live.at_threshold import (
    ThresholdModel,
    best_precision_threshold_text_or_empty,
    best_recall_threshold_text_or_empty,
    cheapest_threshold_range_or_empty,
    cheapest_threshold_text_or_empty,
    format_2_to_6_decimals,
    format_cost,
    format_share_not_rounded_to_0_or_1,
    other_cheapest_threshold_texts,
)
from macros.live.metrics.extras import expected_cost
from tests.live.costs import expected_costs_by_flagged_entries
from tests.live.swept import swept


def model(values=None, rows=None, seed=1, n=300, digits=17):
    dice = random.Random(seed)
    scores = [round(dice.random(), digits) for _ in range(n)]
    truths = [int(dice.random() < score) for score in scores]
    made = swept({"y_true": truths, "y_score": scores})
    values = {"threshold": 0.4, "cost_fp": 2, "cost_fn": 7, "mix": "rows"} | (values or {})
    return ThresholdModel(values, made, rows or n), truths, scores


def test_counts_and_cost_are_those_of_the_rows():
    made, truths, scores = model()
    flagged = [score >= 0.4 for score in scores]
    counts = {
        "tp": sum(bool(truth) and flag for truth, flag in zip(truths, flagged, strict=True)),
        "fp": sum(not truth and flag for truth, flag in zip(truths, flagged, strict=True)),
        "fn": sum(bool(truth) and not flag for truth, flag in zip(truths, flagged, strict=True)),
        "tn": sum(not truth and not flag for truth, flag in zip(truths, flagged, strict=True)),
    }
    assert {name: getattr(made.current, name) for name in counts} == counts
    assert made.current.cost == pytest.approx(300 * expected_cost(**counts, cost_fp=2, cost_fn=7))


@pytest.mark.parametrize("prices", [(1, 1), (2, 7), (0, 3), (3, 0), (1, 1000)])
@pytest.mark.parametrize("prevalence", [None, 0.01, 0.9])
def test_the_least_cost_is_that_of_the_best_of_all_cuts(prices, prevalence):
    fp, fn = prices
    values = {"cost_fp": fp, "cost_fn": fn}
    if prevalence is not None:
        values |= {"mix": "other", "prevalence": prevalence}
    made, *_ = model(values)
    every = expected_costs_by_flagged_entries(made.sweep.ranking, cost_fp=fp, cost_fn=fn, prevalence=prevalence)
    assert made.lowest_cost == pytest.approx(300 * min(every))
    if made.lowest_cost_text == "":
        assert made.lowest_cost == pytest.approx(300 * every[0])
    else:
        there, *_ = model(values | {"threshold": float(made.lowest_cost_text)})
        assert there.current.cost == pytest.approx(made.lowest_cost)


def test_another_prevalence_moves_precision_and_leaves_both_rates_alone():
    before, *_ = model()
    after, *_ = model({"mix": "other", "prevalence": 0.01})
    assert (after.current.recall, after.current.fpr) == (before.current.recall, before.current.fpr)
    share = 0.01 * before.current.recall / (0.01 * before.current.recall + 0.99 * before.current.fpr)
    assert after.current.precision == pytest.approx(share)


def test_the_prevalence_of_the_rows_changes_nothing():
    before, truths, _ = model()
    after, *_ = model({"mix": "other", "prevalence": sum(truths) / len(truths)})
    assert after.lowest_cost == pytest.approx(before.lowest_cost)
    for name in ("precision", "cost", "fn_weighted", "fp_weighted"):
        assert getattr(after.current, name) == pytest.approx(getattr(before.current, name))


def test_a_model_beside_is_reckoned_for_as_many_rows():
    small, *_ = model()
    scaled, *_ = model(rows=600)
    assert scaled.current.cost == pytest.approx(2 * small.current.cost)
    assert scaled.current.precision == pytest.approx(small.current.precision)


def test_nothing_flagged_has_no_precision_and_says_why():
    made, *_ = model({"threshold": 1.0})
    assert (made.current.precision, made.current.why_no_precision) == (None, "there are no predicted positives")


@pytest.mark.parametrize(
    ("x", "text"),
    [(0.3, "0.30"), (1.0, "1.00"), (0.154, "0.154"), (0.29, "0.29"), (1e-7, "0.00"), (0.123456, "0.123456")],
)
def test_a_cut_is_written_with_two_digits_or_as_many_as_it_takes(x, text):
    assert format_2_to_6_decimals(x) == text


@pytest.mark.parametrize(
    ("x", "text"), [(79.0, "79"), (81000.0, "81,000"), (50.5, "50.5"), (2.857, "2.86"), (0.0, "0"), (12.3456, "12.3")]
)
def test_a_cost_is_whole_where_it_is(x, text):
    assert format_cost(x) == text


@pytest.mark.parametrize(
    ("x", "text"), [(0.37, "0.37"), (0.004, "0.004"), (0.0, "0.00"), (1.0, "1.00"), (0.9999, "0.9999")]
)
def test_a_share_never_reads_as_none_or_all_unless_it_is(x, text):
    assert format_share_not_rounded_to_0_or_1(x) == text


def reached(truths, scores, cut, weights=(1, 1)):
    """(precision or None, recall) of the rows at a cut."""
    tp = sum(truth and score >= cut for truth, score in zip(truths, scores, strict=True))
    hits = tp * weights[0]
    alarms = sum(not truth and score >= cut for truth, score in zip(truths, scores, strict=True)) * weights[1]
    return hits / (hits + alarms) if hits + alarms else None, tp / sum(truths)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("digits", [1, 2, 12])
@pytest.mark.parametrize("least", [0, 0.3, 0.5, 0.8, 0.9, 1])
@pytest.mark.parametrize("prevalence", [None, 0.02])
def test_the_best_threshold_is_that_of_all_cuts(seed, digits, least, prevalence):
    values = {} if prevalence is None else {"mix": "other", "prevalence": prevalence}
    made, truths, scores = model(values, seed=seed, n=60, digits=digits)
    cuts = [(cut, *reached(truths, scores, cut, made.weights)) for cut in sorted(set(scores))]
    precise = [precision for _, precision, recall in cuts if recall >= least]
    best = float(best_precision_threshold_text_or_empty(made, least))
    precision, recall = reached(truths, scores, best, made.weights)
    assert recall >= least
    assert precision == pytest.approx(max(precise))
    found = [recall for _, precision, recall in cuts if precision >= least]
    chosen = best_recall_threshold_text_or_empty(made, least)
    if not found or not max(found):
        assert chosen == ""
    else:
        precision, recall = reached(truths, scores, float(chosen), made.weights)
        assert precision >= least
        assert recall == pytest.approx(max(found))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("prices", [(1, 1), (2, 7), (0, 3), (3, 0), (1000, 1)])
def test_the_cheapest_threshold_costs_as_little_as_any_cut(seed, prices):
    fp, fn = prices
    made, *_ = model({"cost_fp": fp, "cost_fn": fn}, seed=seed, n=60)
    chosen, *_ = model(
        {"cost_fp": fp, "cost_fn": fn, "threshold": float(cheapest_threshold_text_or_empty(made))}, seed=seed, n=60
    )
    assert chosen.current.cost == pytest.approx(
        min(expected_costs_by_flagged_entries(made.sweep.ranking, cost_fp=fp, cost_fn=fn)) * 60
    )


def test_flagging_nothing_is_no_threshold_where_a_score_is_1():
    made = ThresholdModel(
        {"threshold": 0.5, "cost_fp": 9, "cost_fn": 1, "mix": "rows"},
        swept({"y_true": [0, 1], "y_score": [1.0, 0.5]}),
        2,
    )
    assert cheapest_threshold_text_or_empty(made) == ""


def test_a_range_ends_at_a_threshold_only_if_this_has_the_lowest_cost():
    sweep = swept({"y_true": [0, 1], "y_score": [0.2, 0.6]})
    made = ThresholdModel({"threshold": 0.5, "cost_fp": 1, "cost_fn": 1, "mix": "rows"}, sweep, 2)
    assert (cheapest_threshold_range_or_empty(made, "0.50"), cheapest_threshold_range_or_empty(made, "0.70")) == (
        ("0.21", "0.50"),
        (),
    )
    assert cheapest_threshold_range_or_empty(made, "0.21") == ()
    assert other_cheapest_threshold_texts(made, "0.50") == []
    assert other_cheapest_threshold_texts(made, "0.70") == ["0.60"]


@pytest.mark.parametrize("scores", [(0.12345671, 0.12345678), (0.1234567890123, 0.1234567890124), (0.0, 1e-20)])
def test_a_threshold_has_as_many_digits_as_it_takes(scores):
    sweep = swept({"y_true": [0, 1], "y_score": list(scores)})
    made = ThresholdModel({"threshold": 0.5, "cost_fp": 1, "cost_fn": 1, "mix": "rows"}, sweep, 2)
    assert scores[0] < float(best_precision_threshold_text_or_empty(made, 1)) <= scores[1]
