"""Each metric of the confusion matrix calculator: its bar fits, and scikit-learn returns what its row says."""

import math
import re
import warnings
from itertools import product

import pytest
from sklearn import metrics as sklearn

from macros.live.calculators.confusion_matrix import FIELDS, ROWS, compute, view
from tests.live.calculator_answers import lines_of

GRID = list(product(range(4), repeat=4))  # tp, fp, fn, tn

# name in METRICS -> scikit-learn's function of two columns of classes, actual and predicted, if it has one
SCIKIT_LEARN = {
    "accuracy": sklearn.accuracy_score,
    "precision": sklearn.precision_score,
    "recall": sklearn.recall_score,
    "specificity": lambda actual, predicted: sklearn.recall_score(actual, predicted, pos_label=0),
    "negative_predictive_value": lambda actual, predicted: sklearn.precision_score(actual, predicted, pos_label=0),
    "f1": sklearn.f1_score,
    "fbeta": lambda actual, predicted: sklearn.fbeta_score(actual, predicted, beta=2),
    "balanced_accuracy": sklearn.balanced_accuracy_score,
    "mcc": sklearn.matthews_corrcoef,
}
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])


def result_of(counts):
    defaults = {field["name"]: field["default"] for field in FIELDS}
    return compute(defaults | dict(zip(("tp", "fp", "fn", "tn"), counts, strict=True)))


RESULTS = {counts: result_of(counts) for counts in GRID}
SHOWN = {counts: view(result)["table"][1:] for counts, result in RESULTS.items()}


def scikit_learn_answer(metric, counts):
    """What scikit-learn returns, "ValueError" if it raises one; None for a metric that is not in SCIKIT_LEARN."""
    if metric not in SCIKIT_LEARN:
        return None
    tp, fp, fn, tn = counts
    actual, predicted = [1] * tp + [0] * fp + [1] * fn + [0] * tn, [1] * (tp + fp) + [0] * (fn + tn)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return SCIKIT_LEARN[metric](actual, predicted)
        except ValueError:
            return "ValueError"


def answer_in_words(cells):
    """What an undefined row says that scikit-learn does, in the same form; None if it says nothing of it."""
    words = " ".join(lines_of(cells[1]))
    if "scikit-learn raises a ValueError" in words:
        return "ValueError"
    found = re.search(r"scikit-learn returns ([-\w.]+)", words)
    return float(found[1]) if found else None


def same(said, theirs):
    if isinstance(said, float) and isinstance(theirs, float):
        return math.isclose(said, theirs, abs_tol=0.0005) or (math.isnan(said) and math.isnan(theirs))
    return said == theirs


@each_row
def test_a_bar_has_no_negative_width_and_stays_within_its_track(row):
    for counts in GRID:
        cells = SHOWN[counts][ROWS.index(row)]["cells"]
        if RESULTS[counts][row[0]] is not None:
            [fill] = [attributes for _, attributes, _ in cells[2]["figure"][2] if attributes["class"] == "fill"]
            start, width = float(fill["x"].removesuffix("%")), float(fill["width"].removesuffix("%"))
            assert 0 <= start <= start + width <= 100, f"{row[0]} of {counts}"


@each_row
def test_the_lowest_value_of_a_row_is_the_minimum_of_its_metric(row):
    metric, lowest = row[0], row[5]
    assert min(result[metric] for result in RESULTS.values() if result[metric] is not None) == lowest


@each_row
def test_scikit_learn_returns_what_an_undefined_row_says(row):
    metric = row[0]
    for counts in [counts for counts in GRID if RESULTS[counts][metric] is None]:
        said = answer_in_words(SHOWN[counts][ROWS.index(row)]["cells"])
        theirs = scikit_learn_answer(metric, counts)
        assert same(said, theirs), f"{metric} of {counts}: the row says {said}, scikit-learn {theirs}"
