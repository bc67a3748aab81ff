"""Precision, recall and F with every average against scikit-learn, the laws between them, and what they refuse."""

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.live.metrics import METRICS
from tests.live.agreement import LABELS, agree, has_scikit_learns_arguments, refuses_weights, rows

AVERAGED = ["precision_score", "recall_score", "f1_score"]
EMPTY = ["warn", 0, 1, math.nan]
AVERAGES = [None, "micro", "macro", "weighted"]
BETAS = [0, 1e-9, 0.5, 1, 2.0, 1e9, math.inf]
labelled = st.one_of(*[rows(kind, kind) for kind in LABELS])
whole = st.integers(0, 2)

test_arguments = has_scikit_learns_arguments(*AVERAGED, "fbeta_score")
test_weights_are_refused = refuses_weights(*AVERAGED)


@pytest.mark.parametrize("name", AVERAGED)
@given(columns=labelled, zero_division=st.sampled_from(EMPTY), pos_label=st.sampled_from([0, 1, 2, -1, True, "a", "é"]))
def test_binary_scores_agree(name, columns, zero_division, pos_label):
    number_for_texts = isinstance(columns[0][0], str) != isinstance(pos_label, str)
    if number_for_texts and len({*columns[0], *columns[1]}) < 2:
        return  # scikit-learn compares a number with texts here and fails with numpy's own error
    agree(name, *columns, zero_division=zero_division, pos_label=pos_label)


@pytest.mark.parametrize("name", AVERAGED)
@given(columns=labelled, zero_division=st.sampled_from(EMPTY), average=st.sampled_from(AVERAGES))
def test_averaged_scores_agree(name, columns, zero_division, average):
    agree(name, *columns, zero_division=zero_division, average=average)


@pytest.mark.parametrize("name", AVERAGED)
@given(
    columns=rows(whole, whole),
    labels=st.lists(st.integers(0, 3), min_size=1, max_size=4),
    average=st.sampled_from(AVERAGES),
    zero_division=st.sampled_from(EMPTY),
)
def test_averaged_scores_of_some_labels_agree(name, columns, labels, average, zero_division):
    agree(name, *columns, labels=labels, average=average, zero_division=zero_division)


@given(
    columns=rows(st.integers(0, 1), st.integers(0, 1)),
    beta=st.one_of(st.sampled_from(BETAS), st.floats(0, 100)),
    average=st.sampled_from(["binary", *AVERAGES]),
    zero_division=st.sampled_from(EMPTY),
)
def test_fbeta_agrees(columns, beta, average, zero_division):
    agree("fbeta_score", *columns, beta=beta, average=average, zero_division=zero_division)


@pytest.mark.parametrize("name", AVERAGED)
def test_every_pair_of_columns_of_two_labels_and_up_to_2_rows_agrees(name):
    for n in (1, 2):
        for true, pred in product(product((0, 1), repeat=n), repeat=2):
            for average, zero_division in product(["binary", *AVERAGES], EMPTY):
                agree(name, list(true), list(pred), average=average, zero_division=zero_division)


@pytest.mark.parametrize("beta", BETAS)
def test_every_pair_of_columns_agrees_in_fbeta(beta):
    for true, pred in product(product((0, 1), repeat=2), repeat=2):
        for zero_division in EMPTY:
            agree("fbeta_score", list(true), list(pred), beta=beta, zero_division=zero_division)


@pytest.mark.parametrize("name", AVERAGED)
@pytest.mark.parametrize(
    ("columns", "options"),
    [
        pytest.param(([], []), {}, id="no rows"),
        pytest.param(([0, 1, 2], [0, 1, 2]), {}, id="three labels, binary"),
        pytest.param(([2, 3], [3, 3]), {}, id="pos_label missing"),
        pytest.param(([2, 2], [2, 2]), {}, id="pos_label missing, one label"),
        pytest.param((["ham", "spam"], ["spam", "spam"]), {}, id="texts without pos_label"),
        pytest.param((["ham", "spam"], ["spam", "spam"]), {"pos_label": "spam"}, id="texts"),
        pytest.param((["spam"], ["spam"]), {"pos_label": "ham"}, id="one text, another asked for"),
        pytest.param(([True, False], [True, True]), {"pos_label": True}, id="booleans"),
        pytest.param(([1, 0], [1, 1]), {"pos_label": 1.0}, id="a float that is a label"),
        pytest.param(([1, 0], [1, 1]), {"pos_label": 0.5}, id="a float that is none"),
        pytest.param(([0, 1, 2], [0, 2, 2]), {"average": "macro", "pos_label": 0}, id="pos_label unused"),
        pytest.param(([0, 1, 2], [0, 2, 2]), {"average": "macro", "labels": [7]}, id="a label nobody has"),
        pytest.param(([0, 1, 2], [0, 2, 2]), {"average": "micro", "labels": [0, 7]}, id="a label nobody has, micro"),
        pytest.param(([0, 1, 2], [0, 2, 2]), {"average": "weighted", "labels": [7, 8]}, id="weights of 0"),
        pytest.param(([0, 1], [0, 1]), {"labels": [0]}, id="labels unused in binary"),
        pytest.param(([0, 1], [0, 1]), {"average": "mean"}, id="an unknown average"),
        pytest.param(([0, 1], [0, 1]), {"zero_division": 2}, id="an unknown zero_division"),
        pytest.param(([0, 1], [0, 1]), {"zero_division": "nan"}, id="a text for nan"),
        pytest.param(([0, 1], [0, 1]), {"zero_division": None}, id="none for nan"),
    ],
)
def test_edges_agree(name, columns, options):
    agree(name, *columns, **options)


@pytest.mark.parametrize("beta", [-1, math.nan, "2", None])
def test_a_beta_that_is_no_weight_is_refused(beta):
    agree("fbeta_score", [0, 1], [0, 1], beta=beta)
    with pytest.raises(ValueError, match="beta must be a number of 0 or more"):
        METRICS["fbeta_score"]([0, 1], [0, 1], beta=beta)


@pytest.mark.parametrize("average", AVERAGES)
def test_fbeta_of_some_labels_agrees(average):
    agree("fbeta_score", [0, 1, 2, 2], [0, 2, 2, 1], beta=2, labels=[0, 1], average=average)
    agree("fbeta_score", [0, 1, 2, 2], [0, 2, 2, 1], beta=2, labels=[2], average=average, zero_division=1)


def test_fbeta_refuses_weights():
    with pytest.raises(ValueError, match="sample_weight is not supported"):
        METRICS["fbeta_score"]([0, 1], [0, 1], beta=1, sample_weight=[1, 1])


@pytest.mark.parametrize(
    ("columns", "options", "words"),
    [
        (([0, 1, 2], [0, 1, 2]), {}, "more than two labels: choose average"),
        (([2, 3], [3, 3]), {}, "pos_label is neither of the two labels"),
        (([0, 1], [0, 1]), {"average": "samples"}, "average must be binary, micro, macro, weighted or None"),
        (([0, 1], [0, 1]), {"zero_division": 2}, "zero_division must be 0, 1, nan or warn"),
        (([0, 1], [0, 1]), {"average": "macro", "labels": []}, "labels is empty"),
    ],
)
def test_what_is_not_supported_is_said(columns, options, words):
    with pytest.raises(ValueError, match=words):
        METRICS["precision_score"](*columns, **options)


@given(columns=rows(whole, whole))
def test_micro_f1_of_one_label_a_row_is_accuracy(columns):
    micro = METRICS["f1_score"](*columns, average="micro")
    assert micro == pytest.approx(METRICS["accuracy_score"](*columns), abs=1e-12)


@given(columns=rows(whole, whole))
def test_recall_weighted_by_rows_is_accuracy(columns):
    weighted = METRICS["recall_score"](*columns, average="weighted")
    assert weighted == pytest.approx(METRICS["accuracy_score"](*columns), abs=1e-12)


@given(columns=rows(st.integers(0, 1), st.integers(0, 1)))
def test_f1_never_exceeds_the_plain_mean_of_precision_and_recall(columns):
    precision, recall, f1 = [METRICS[name](*columns) for name in AVERAGED]
    assert f1 <= (precision + recall) / 2 + 1e-12


@given(columns=rows(st.integers(0, 1), st.integers(0, 1)), beta=st.floats(0, 10))
def test_fbeta_lies_between_precision_and_recall(columns, beta):
    precision, recall, _ = [METRICS[name](*columns) for name in AVERAGED]
    f = METRICS["fbeta_score"](*columns, beta=beta)
    assert min(precision, recall) - 1e-12 <= f <= max(precision, recall) + 1e-12
