"""Metrics of scores against scikit-learn: ties, one class, every argument; and the laws of ROC and of precision."""

import math
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from macros.live.metrics import METRICS
from tests.live.agreement import LABELS, SCORES, agree, has_scikit_learns_arguments, refuses_weights, rows

CURVES = ["roc_curve", "precision_recall_curve"]
AREAS = ["roc_auc_score", "average_precision_score"]
POSITIVE = [None, 0, 1, 2, -1, True, "a", "spam"]
scored = st.one_of(*[rows(st.integers(0, 1), kind, most=12) for kind in SCORES])
any_labels = st.one_of(*[rows(kind, SCORES[0]) for kind in LABELS])

test_arguments = has_scikit_learns_arguments(*CURVES, *AREAS)
test_weights_are_refused = refuses_weights(*CURVES, *AREAS, columns=([0, 1], [0.2, 0.7]))


@pytest.mark.parametrize("name", CURVES)
@given(columns=scored, drop_intermediate=st.booleans())
def test_curves_agree(name, columns, drop_intermediate):
    agree(name, *columns, drop_intermediate=drop_intermediate)


@pytest.mark.parametrize("name", CURVES)
@given(columns=any_labels, pos_label=st.sampled_from(POSITIVE))
def test_curves_of_any_labels_agree(name, columns, pos_label):
    agree(name, *columns, pos_label=pos_label)


@given(columns=scored, max_fpr=st.one_of(st.none(), st.just(1), st.floats(1e-3, 1)))
def test_roc_auc_score_agrees(columns, max_fpr):
    agree("roc_auc_score", *columns, max_fpr=max_fpr)


@given(columns=scored)
def test_average_precision_score_agrees(columns):
    agree("average_precision_score", *columns)


@given(columns=any_labels, pos_label=st.sampled_from(POSITIVE))
def test_areas_of_any_labels_agree(columns, pos_label):
    agree("roc_auc_score", *columns)
    agree("average_precision_score", *columns, pos_label=pos_label)


OPTIONS = {
    "roc_curve": [{}, {"drop_intermediate": False}],
    "precision_recall_curve": [{}, {"drop_intermediate": True}],
    "roc_auc_score": [{}, {"max_fpr": 0.5}, {"max_fpr": 0.25}],
    "average_precision_score": [{}],
}


@pytest.mark.parametrize("name", CURVES + AREAS)
def test_every_ranking_of_up_to_3_rows_agrees(name):
    for n in (1, 2, 3):
        for true, score in product(product((0, 1), repeat=n), product((0.25, 0.5), repeat=n)):
            for options in OPTIONS[name]:
                agree(name, list(true), list(score), **options)


@pytest.mark.parametrize("name", CURVES + AREAS)
@pytest.mark.parametrize(
    ("columns", "options"),
    [
        pytest.param(([], []), {}, id="no rows"),
        pytest.param(([0, 1], [0.1]), {}, id="unequal lengths"),
        pytest.param(([0, 1], [0.1, math.nan]), {}, id="nan"),
        pytest.param(([0, 1], [0.1, math.inf]), {}, id="infinity"),
        pytest.param(([0, 1, 2], [0.1, 0.2, 0.3]), {}, id="three labels"),
        pytest.param(([0.5, 1], [0.1, 0.2]), {}, id="scores for labels"),
        pytest.param(([0, 1], ["a", "b"]), {}, id="texts for scores"),
        pytest.param(([1], [0.5]), {}, id="one positive row"),
        pytest.param(([0], [0.5]), {}, id="one negative row"),
        pytest.param(([-1, -1], [0.1, 0.5]), {}, id="nothing but -1"),
        pytest.param(([-1, 1], [0.1, 0.5]), {}, id="-1 and 1"),
        pytest.param(([0, 1], [-0.0, 0.0]), {}, id="two zeros are a tie"),
        pytest.param(([0, 1, 1], [1e308, -1e308, 5e-324]), {}, id="the ends of the floats"),
        pytest.param(([0, 1] * 50, [0.5] * 100), {}, id="all tied"),
        pytest.param(([0] * 50 + [1] * 50, list(range(100))), {}, id="perfect"),
        pytest.param(([1] * 50 + [0] * 50, list(range(100))), {}, id="upside down"),
        pytest.param(((0, 1, 0), (0.1, 0.9, 0.4)), {}, id="tuples"),
    ],
)
def test_edges_agree(name, columns, options):
    for more in OPTIONS[name]:
        agree(name, *columns, **options, **more)


@pytest.mark.parametrize("name", ["roc_curve", "precision_recall_curve", "average_precision_score"])
@pytest.mark.parametrize(
    ("y_true", "pos_label"),
    [
        pytest.param([0, 1, 2], 2, id="one of three"),
        pytest.param([0, 1, 2], 1, id="another of three"),
        pytest.param([0, 1, 1], 7, id="a label nobody has"),
        pytest.param([1, 1, 1], 0, id="a label nobody has, one label"),
        pytest.param(["a", "b", "b"], "a", id="a text"),
        pytest.param(["a", "b", "b"], 1, id="a number for texts"),
        pytest.param(["a", "a", "a"], 1, id="a number for one text"),
        pytest.param([1, 2, 2], None, id="1 and 2, none named"),
        pytest.param([True, False, True], None, id="booleans, none named"),
    ],
)
def test_edges_of_pos_label_agree(name, y_true, pos_label):
    agree(name, y_true, [0.1, 0.4, 0.35], pos_label=pos_label)


@pytest.mark.parametrize(
    "options",
    [
        *[{"average": average} for average in (None, "micro", "macro", "weighted", "binary", "mean")],
        *[{"multi_class": way} for way in ("raise", "ovr", "ovo", "all")],
        *[{"max_fpr": rate} for rate in (0, -0.1, 1.5, 1, 1.0, 1e-9)],
        {"labels": [0, 1]},
    ],
)
def test_edges_of_the_areas_arguments_agree(options):
    agree("roc_auc_score", [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], **options)
    if "average" in options:
        agree("average_precision_score", [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], **options)


@pytest.mark.parametrize(
    ("name", "y_true", "options", "words"),
    [
        ("roc_auc_score", [0, 1], {"average": "samples"}, "average must be micro, macro, weighted or None"),
        ("roc_auc_score", [0, 1], {"multi_class": "all"}, "multi_class raise, ovr or ovo"),
        ("roc_auc_score", [0, 1], {"max_fpr": 0}, "max_fpr must be above 0 and at most 1"),
        ("roc_auc_score", [0.5, 1], {}, "^y_true must contain integers"),
        ("average_precision_score", [0.5, 1], {}, "^y_true must contain integers"),
        ("roc_auc_score", [0, 1, 2], {"multi_class": "ovr"}, "more than two labels"),
        ("average_precision_score", [0, 1], {"average": "samples"}, "average must be"),
        ("average_precision_score", [0, 1], {"pos_label": None}, "pos_label a label"),
        ("average_precision_score", [0, 1], {"pos_label": 2}, "pos_label is neither of the two labels"),
        ("average_precision_score", [0, 1, 2], {}, "more than two labels"),
    ],
)
def test_what_is_not_supported_is_said(name, y_true, options, words):
    with pytest.raises(ValueError, match=words):
        METRICS[name](y_true, [0.1, 0.2, 0.3][: len(y_true)], **options)


def both_classes(columns):
    assume(len({*columns[0]}) == 2)
    return columns


@given(columns=scored)
def test_roc_rises_from_0_to_1_in_both_rates_while_thresholds_fall(columns):
    fpr, tpr, thresholds = METRICS["roc_curve"](*both_classes(columns))
    for rates in (fpr, tpr):
        assert rates == sorted(rates)
        assert (rates[0], rates[-1]) == (0, 1)
    assert thresholds == sorted(thresholds, reverse=True)


@pytest.mark.parametrize("name", CURVES + AREAS)
@given(columns=scored, seed=st.randoms())
def test_the_order_of_rows_does_not_matter(name, columns, seed):
    pairs = list(zip(*both_classes(columns), strict=True))
    seed.shuffle(pairs)
    shuffled = [list(column) for column in zip(*pairs, strict=True)]
    assert METRICS[name](*shuffled) == METRICS[name](*columns)


@pytest.mark.parametrize("name", AREAS)
@given(columns=rows(st.integers(0, 1), st.integers(-8, 8), most=20))
def test_areas_see_only_the_order_of_the_scores(name, columns):
    truths, scores = both_classes(columns)
    area = METRICS[name](truths, scores)
    for moved in (lambda s: 3 * s + 1, lambda s: s**3, lambda s: 1 / (1 + math.exp(-s))):
        assert METRICS[name](truths, [moved(score) for score in scores]) == area


def test_log_loss_sees_more_than_the_order():
    truths, scores = [0, 1, 0, 1], [0.1, 0.6, 0.4, 0.9]
    moved = [score**2 for score in scores]
    assert METRICS["roc_auc_score"](truths, moved) == METRICS["roc_auc_score"](truths, scores)
    assert METRICS["log_loss"](truths, moved) != pytest.approx(METRICS["log_loss"](truths, scores), rel=0.1)


@given(columns=scored)
def test_the_area_of_turned_scores_is_1_minus_the_area(columns):
    truths, scores = both_classes(columns)
    turned = METRICS["roc_auc_score"](truths, [-score for score in scores])
    assert turned == pytest.approx(1 - METRICS["roc_auc_score"](truths, scores), abs=1e-12)


@given(truths=st.lists(st.integers(0, 1), min_size=2, max_size=20))
def test_average_precision_of_tied_scores_is_the_prevalence_and_their_area_one_half(truths):
    assume(len({*truths}) == 2)
    scores = [0.5] * len(truths)
    assert METRICS["average_precision_score"](truths, scores) == pytest.approx(sum(truths) / len(truths))
    assert METRICS["roc_auc_score"](truths, scores) == 0.5
