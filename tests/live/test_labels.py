"""Metrics of predicted labels against scikit-learn, on ordinary and degenerate rows alike; and what they refuse."""

import math
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from macros.live.metrics import METRICS
from macros.live.metrics.counts import balanced_accuracy
from tests.live.agreement import LABELS, agree, has_scikit_learns_arguments, refuses_weights, rows, same

WHOLE = ["confusion_matrix", "accuracy_score", "balanced_accuracy_score", "matthews_corrcoef"]
labelled = st.one_of(*[rows(kind, kind) for kind in LABELS])

test_arguments = has_scikit_learns_arguments(*WHOLE)
test_weights_are_refused = refuses_weights(*WHOLE)


@given(columns=labelled, normalize=st.sampled_from([None, "true", "pred", "all"]))
def test_confusion_matrix_agrees(columns, normalize):
    agree("confusion_matrix", *columns, normalize=normalize)


@given(columns=rows(*[st.integers(0, 2)] * 2), labels=st.lists(st.integers(0, 3), max_size=4))
def test_confusion_matrix_of_some_labels_agrees(columns, labels):
    agree("confusion_matrix", *columns, labels=labels)


@given(columns=labelled, normalize=st.booleans())
def test_accuracy_score_agrees(columns, normalize):
    agree("accuracy_score", *columns, normalize=normalize)


@given(columns=labelled, adjusted=st.booleans())
def test_balanced_accuracy_score_agrees(columns, adjusted):
    agree("balanced_accuracy_score", *columns, adjusted=adjusted)


@given(columns=labelled)
def test_matthews_corrcoef_agrees(columns):
    agree("matthews_corrcoef", *columns)


OPTIONS = {
    "confusion_matrix": [{"normalize": by} for by in (None, "true", "pred", "all")] + [{"labels": [1, 0]}],
    "accuracy_score": [{}, {"normalize": False}],
    "balanced_accuracy_score": [{}, {"adjusted": True}],
    "matthews_corrcoef": [{}],
}


@pytest.mark.parametrize("name", WHOLE)
def test_every_pair_of_columns_of_two_labels_and_up_to_3_rows_agrees(name):
    for n in (1, 2, 3):
        for true, pred in product(product((0, 1), repeat=n), repeat=2):
            for options in OPTIONS[name]:
                agree(name, list(true), list(pred), **options)


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize(
    ("y_true", "y_pred"),
    [
        pytest.param([], [], id="no rows"),
        pytest.param([1], [1, 0], id="unequal lengths"),
        pytest.param([1, 0], [0.9, 0.2], id="scores for labels"),
        pytest.param([1, 0], [math.nan, 0], id="nan as a label"),
        pytest.param([1, 0], [math.inf, 0], id="infinity as a label"),
        pytest.param(["a", "b"], [1, 0], id="texts against numbers"),
        pytest.param(["a", "b"], ["b", "c"], id="a text that y_true lacks"),
        pytest.param([1, 1, 1], [2, 2, 2], id="each column constant"),
        pytest.param([5, 5], [5, 5], id="one label, all right"),
        pytest.param([0, 0, 1, 2, 3], [0, 1, 1, 1, 0], id="labels never predicted"),
        pytest.param([-3, 7, 7], [7.0, -3.0, 7.0], id="whole floats against ints"),
        pytest.param([True, False], [1, 1], id="booleans against ints"),
        pytest.param([True, False], ["True", "False"], id="booleans against texts"),
        pytest.param("ab", "ab", id="a text for a list"),
        pytest.param([None, 1], [1, 1], id="none as a label"),
        pytest.param((1, 0, 1), (1, 1, 1), id="tuples"),
    ],
)
def test_edges_agree(name, y_true, y_pred):
    for options in OPTIONS[name]:
        agree(name, y_true, y_pred, **options)


@pytest.mark.parametrize("labels", [[], [5, 6], [0.5], ["a"], [1, 1], [2, 1, 0], [1]])
def test_edges_of_the_labels_argument_agree(labels):
    agree("confusion_matrix", [1, 0, 2, 1], [1, 1, 2, 0], labels=labels)


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (([[1, 0], [0, 1]], [[1, 0], [1, 1]]), "strings, all of one type"),
        (([1, "a"], [1, "a"]), "only strings or only numbers"),
        ((["a", 1], ["a", 1]), "only strings or only numbers"),
        (({1: 1}, [1]), "list or tuple"),
        (([], [1]), "y_true is empty"),
        (([1, 0], [1]), "y_true has 2 rows, but y_pred has 1"),
        (([1, 0], [0.5, 1]), "y_pred must contain integers"),
        (([1, 0], ["a", "b"]), "one column contains strings"),
    ],
)
def test_what_is_not_supported_is_said(name, columns, words):
    with pytest.raises(ValueError, match=words):
        METRICS[name](*columns)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"normalize": "rows"}, "normalize must be"),
        ({"labels": [5, 6]}, "none of the labels is in y_true"),
        ({"labels": 1}, "labels must be a list or tuple"),
        ({"labels": []}, "labels is empty"),
    ],
)
def test_an_unknown_option_of_the_matrix_is_said(options, words):
    with pytest.raises(ValueError, match=words):
        METRICS["confusion_matrix"]([1, 0], [1, 1], **options)


def test_an_accuracy_as_a_count_is_a_float():
    assert type(METRICS["accuracy_score"]([1, 0], [1, 0], normalize=False)) is float


@given(columns=labelled, seed=st.randoms())
def test_the_order_of_rows_does_not_matter(columns, seed):
    pairs = list(zip(*columns, strict=True))
    seed.shuffle(pairs)
    shuffled = [list(column) for column in zip(*pairs, strict=True)]
    for name in WHOLE:
        assert same(METRICS[name](*shuffled), METRICS[name](*columns))


@given(columns=rows(st.booleans(), st.booleans(), most=20))
def test_rows_and_counts_give_the_same_balanced_accuracy(columns):
    assume(len({*columns[0]}) == 2)
    (tn, fp), (fn, tp) = METRICS["confusion_matrix"](*columns, labels=[0, 1])
    assert same(METRICS["balanced_accuracy_score"](*columns), balanced_accuracy(tp=tp, fp=fp, fn=fn, tn=tn))
