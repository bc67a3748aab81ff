"""Log loss and Brier score against scikit-learn: sure misses, one class, every argument; and their laws."""

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.live.metrics import METRICS
from tests.live.agreement import LABELS, agree, has_scikit_learns_arguments, refuses_weights, rows, same

PROBABLE = st.one_of(st.floats(0, 1), st.sampled_from([0, 1, 0.0, 1.0, 0.5, 1e-300, 1 - 2**-53]))
NAMES = ["log_loss", "brier_score_loss"]
promised = rows(st.integers(0, 1), PROBABLE)
any_labels = st.one_of(*[rows(kind, PROBABLE) for kind in LABELS])

test_arguments = has_scikit_learns_arguments(*NAMES)
test_weights_are_refused = refuses_weights(*NAMES, columns=([0, 1], [0.2, 0.7]))


@given(columns=any_labels, normalize=st.booleans())
def test_log_loss_agrees(columns, normalize):
    agree("log_loss", *columns, normalize=normalize)


@given(columns=promised, labels=st.sampled_from([[0, 1], [1, 0], [0], [1, 2], [0, 1, 2], [True, False], [0.0, 1.0]]))
def test_log_loss_of_named_labels_agrees(columns, labels):
    agree("log_loss", *columns, labels=labels)


@given(columns=any_labels, scale_by_half=st.sampled_from(["auto", True, False]))
def test_brier_score_loss_agrees(columns, scale_by_half):
    agree("brier_score_loss", *columns, scale_by_half=scale_by_half)


@given(columns=any_labels, pos_label=st.sampled_from([None, 0, 1, 2, -1, True, "a", "ham"]))
def test_brier_score_loss_of_a_named_label_agrees(columns, pos_label):
    agree("brier_score_loss", *columns, pos_label=pos_label)


@pytest.mark.parametrize("name", NAMES)
def test_every_pair_of_columns_of_up_to_3_rows_agrees(name):
    for n in (1, 2, 3):
        for true, proba in product(product((0, 1), repeat=n), product((0, 0.25, 1), repeat=n)):
            agree(name, list(true), list(proba))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "columns",
    [
        pytest.param(([], []), id="no rows"),
        pytest.param(([0, 1], [0.1]), id="unequal lengths"),
        pytest.param(([0, 1], [0.1, math.nan]), id="nan"),
        pytest.param(([0, 1], [0.1, math.inf]), id="infinity"),
        pytest.param(([0, 1], [0.1, 1.2]), id="above 1"),
        pytest.param(([0, 1], [-0.2, 0.5]), id="below 0"),
        pytest.param(([0, 1], [-0.0, 1]), id="a negative zero"),
        pytest.param(([0, 1, 2], [0.1, 0.2, 0.3]), id="three labels"),
        pytest.param(([0.5, 1], [0.1, 0.2]), id="scores for labels"),
        pytest.param(([1, 1], [0.9, 0.8]), id="positives only"),
        pytest.param(([0, 0], [0.1, 0.2]), id="negatives only"),
        pytest.param(([-1, -1], [0.1, 0.2]), id="nothing but -1"),
        pytest.param(([-1, 1], [0.1, 0.2]), id="-1 and 1"),
        pytest.param(([1, 2], [0.1, 0.2]), id="1 and 2"),
        pytest.param(([5, 5], [0.1, 0.2]), id="nothing but 5"),
        pytest.param((["ham", "spam"], [0.1, 0.2]), id="texts"),
        pytest.param((["ham", "ham"], [0.1, 0.2]), id="one text"),
        pytest.param(([True, False], [True, False]), id="booleans for both"),
        pytest.param(([1, 0], [0, 0]), id="a sure miss"),
        pytest.param(([1, 0], [1, 0]), id="perfect"),
        pytest.param(((1, 0), (0.5, 0.5)), id="tuples"),
    ],
)
def test_edges_agree(name, columns):
    agree(name, *columns)


@pytest.mark.parametrize(
    "options",
    [
        {"labels": [0, 1]},
        {"labels": [1, 0]},
        {"labels": ["ham", "spam"]},
        {"labels": [1]},
        {"labels": []},
        {"labels": [0, 1, 2]},
        {"labels": [2, 3]},
        {"labels": [0.5, 1]},
    ],
)
def test_edges_of_the_labels_argument_agree(options):
    agree("log_loss", [1, 1], [0.9, 0.8], **options)


def test_the_old_name_of_y_proba_agrees():
    agree("log_loss", [1, 0], y_pred=[0.9, 0.8])
    agree("log_loss", [1, 0], [0.9, 0.8], y_pred=[0.9, 0.8])
    agree("log_loss", [1, 0])


@pytest.mark.parametrize(
    ("name", "columns", "options", "words"),
    [
        ("log_loss", ([1, 1], [0.9, 0.8]), {}, "two labels are required"),
        ("log_loss", ([1, 0], [0.9, 0.8]), {"labels": [1, 2]}, "a label that is not in labels"),
        ("log_loss", ([1, 0], [0.9, 0.8]), {"y_pred": [0.9, 0.8]}, "y_pred is the old name of y_proba"),
        ("log_loss", ([1, 0],), {}, "y_proba must be a list or tuple"),
        ("log_loss", ([1, 0], [0.9, 1.2]), {}, "y_proba must be between 0 and 1"),
        ("log_loss", ([1, 0], [-0.1, 0.2]), {}, "y_proba must be between 0 and 1"),
        ("log_loss", ([1, 0], [[0.1, 0.9], [0.8, 0.2]]), {}, "must have one dimension"),
        ("log_loss", ([1, 0], [0.9, 0.8]), {"labels": [0.5, 1]}, "^labels must contain integers"),
        ("log_loss", ([0.5, 0], [0.9, 0.8]), {}, "^y_true must contain integers"),
        ("brier_score_loss", ([1, 0], [0.9]), {}, "y_true has 2 rows, but y_proba has 1"),
        ("brier_score_loss", (["a", "b"], [0.9, 0.1]), {}, "specify the positive label in pos_label"),
        ("brier_score_loss", ([0, 1, 2], [0.9, 0.1, 0.2]), {}, "more than two labels"),
        ("brier_score_loss", ([1, 0], [0.9, 0.1]), {"scale_by_half": "no"}, "scale_by_half must be"),
    ],
)
def test_what_is_not_supported_is_said(name, columns, options, words):
    with pytest.raises(ValueError, match=words):
        METRICS[name](*columns, **options)


def test_a_sure_miss_costs_36_and_not_infinity():
    assert METRICS["log_loss"]([1, 0], [0.0, 0.0]) == pytest.approx(36.04365338911715 / 2)


def test_a_sure_hit_costs_the_distance_of_1_to_the_next_float():
    assert METRICS["log_loss"]([1, 0], [1.0, 0.0]) == pytest.approx(2.220446049250313e-16, rel=1e-12, abs=0)


def test_log_loss_of_no_opinion_is_the_logarithm_of_2():
    assert METRICS["log_loss"]([1, 0, 0], [0.5] * 3) == pytest.approx(math.log(2), rel=1e-15)
    assert METRICS["brier_score_loss"]([1, 0, 0], [0.5] * 3) == 0.25


@pytest.mark.parametrize("name", NAMES)
@given(columns=promised, seed=st.randoms())
def test_the_order_of_rows_does_not_matter(name, columns, seed):
    pairs = list(zip(*columns, strict=True))
    seed.shuffle(pairs)
    shuffled = [list(column) for column in zip(*pairs, strict=True)]
    options = {"labels": [0, 1]} if name == "log_loss" else {"pos_label": 1}
    assert same(METRICS[name](*shuffled, **options), METRICS[name](*columns, **options))


@pytest.mark.parametrize("name", NAMES)
@given(truths=st.lists(st.integers(0, 1), min_size=2, max_size=20), said=st.floats(0.01, 0.99))
def test_of_all_constant_answers_the_prevalence_is_best(name, truths, said):
    prevalence = sum(truths) / len(truths)
    options = {"labels": [0, 1]} if name == "log_loss" else {"pos_label": 1}
    best = METRICS[name](truths, [prevalence] * len(truths), **options)
    assert METRICS[name](truths, [said] * len(truths), **options) >= best - 1e-12
