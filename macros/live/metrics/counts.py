"""Metrics of a two-class model from the four counts of its confusion matrix.

tp, fp, fn, tn: how many rows are true positives, false positives, false negatives and true negatives; numbers >= 0.
Each returns a share in [0, 1] unless it says otherwise and raises Undefined at 0/0, naming what is missing; what
scikit-learn answers there stands in each docstring. Source of all: the reference of scikit-learn 1.9.1.
"""

import math

from ..arithmetic import Undefined

NO_ROWS = "there are no rows"
NONE_FLAGGED = "there are no predicted positives"
NONE_PASSED = "there are no predicted negatives"
NO_POSITIVES = "there are no actual positives"
NO_NEGATIVES = "there are no actual negatives"


def _share_or_raise_undefined(part: float, whole: float, undefined_reason: str) -> float:
    """Part / whole; raises Undefined with the reason, as in "there are no rows", if whole is 0."""
    if whole == 0:
        raise Undefined(undefined_reason)
    return part / whole


def accuracy(*, tp: float, fp: float, fn: float, tn: float) -> float:
    """Share of all rows that the model got right: (tp + tn) / (tp + fp + fn + tn).

    Undefined without rows, where scikit-learn raises ValueError.
    """
    return _share_or_raise_undefined(tp + tn, tp + fp + fn + tn, NO_ROWS)


def precision(*, tp: float, fp: float) -> float:
    """Share of the flagged rows that are positive: tp / (tp + fp). Also: positive predictive value.

    Undefined if no row was flagged, where scikit-learn warns and returns 0.0.
    """
    return _share_or_raise_undefined(tp, tp + fp, NONE_FLAGGED)


def recall(*, tp: float, fn: float) -> float:
    """Share of the positive rows that were flagged: tp / (tp + fn). Also: sensitivity, true positive rate.

    Undefined if no row is positive, where scikit-learn warns and returns 0.0.
    """
    return _share_or_raise_undefined(tp, tp + fn, NO_POSITIVES)


def specificity(*, fp: float, tn: float) -> float:
    """Share of the negative rows that were left alone: tn / (tn + fp). Also: true negative rate.

    Undefined if no row is negative, where scikit-learn (`recall_score` with `pos_label=0`) warns and returns 0.0.
    """
    return _share_or_raise_undefined(tn, tn + fp, NO_NEGATIVES)


def negative_predictive_value(*, fn: float, tn: float) -> float:
    """Share of the rows left alone that are negative: tn / (tn + fn). Also: NPV.

    Undefined if every row was flagged, where scikit-learn (`precision_score` with `pos_label=0`) warns and returns 0.0.
    """
    return _share_or_raise_undefined(tn, tn + fn, NONE_PASSED)


def false_positive_rate(*, fp: float, tn: float) -> float:
    """Share of the negative rows that were flagged: fp / (fp + tn), which is 1 - specificity; lower is better.

    Undefined if no row is negative; scikit-learn has no function of its own for it.
    """
    return _share_or_raise_undefined(fp, fp + tn, NO_NEGATIVES)


def false_negative_rate(*, tp: float, fn: float) -> float:
    """Share of the positive rows that were missed: fn / (fn + tp), which is 1 - recall; lower is better.

    Undefined if no row is positive; scikit-learn has no function of its own for it.
    """
    return _share_or_raise_undefined(fn, fn + tp, NO_POSITIVES)


def prevalence(*, tp: float, fp: float, fn: float, tn: float) -> float:
    """Share of all rows that are positive: (tp + fn) / (tp + fp + fn + tn); says nothing about the model.

    Undefined without rows.
    """
    return _share_or_raise_undefined(tp + fn, tp + fp + fn + tn, NO_ROWS)


def fbeta(*, tp: float, fp: float, fn: float, beta: float) -> float:
    """Precision and recall in one, recall weighing beta times as much: (1 + b^2)tp / ((1 + b^2)tp + b^2 fn + fp).

    beta: >= 0; 0 gives precision, infinity recall; below 0 is a ValueError.
    Undefined only if tp, fp and fn are all 0, where scikit-learn warns and returns 0.0.
    """
    if beta < 0:
        raise ValueError("beta must be 0 or more")
    fp_weight = 1 / (1 + float(beta) * float(beta))  # of a false alarm against a miss
    return _share_or_raise_undefined(
        tp, tp + (1 - fp_weight) * fn + fp_weight * fp, _undefined_fbeta_reason(fp, fn, fp_weight)
    )


def _undefined_fbeta_reason(fp: float, fn: float, fp_weight: float) -> str:
    """Why F-beta has no value: nothing to find and nothing flagged, or at the ends of beta just one of the two."""
    if fp_weight == 1 and fn:
        return NONE_FLAGGED
    if fp_weight == 0 and fp:
        return NO_POSITIVES
    return NO_POSITIVES + " and " + NONE_FLAGGED


def f1(*, tp: float, fp: float, fn: float) -> float:
    """Harmonic mean of precision and recall: 2tp / (2tp + fp + fn).

    Undefined only if tp, fp and fn are all 0, where scikit-learn warns and returns 0.0. With nothing flagged but
    something to find it is 0, although precision is undefined.
    """
    return fbeta(tp=tp, fp=fp, fn=fn, beta=1)


def balanced_accuracy(*, tp: float, fp: float, fn: float, tn: float) -> float:
    """Mean of recall and specificity; 0.5 for a model that always says the same.

    Undefined if a class has no rows, where scikit-learn warns and returns the recall of the class that has some.
    """
    return (recall(tp=tp, fn=fn) + specificity(fp=fp, tn=tn)) / 2


def mcc(*, tp: float, fp: float, fn: float, tn: float) -> float:
    """Matthews correlation of prediction and truth: (tp tn - fp fn) / root of the product of the four margins.

    Returns a correlation in [-1, 1]; 0 is guessing. Undefined if a row or a column of the matrix is empty, where
    scikit-learn returns 0.0 without a warning.
    """
    margins = (tp + fp, NONE_FLAGGED), (tp + fn, NO_POSITIVES), (tn + fp, NO_NEGATIVES), (tn + fn, NONE_PASSED)
    if not (tp or fp or fn or tn):
        raise Undefined(NO_ROWS)
    below = 1.0
    for margin, missing in margins:
        if margin == 0:
            raise Undefined(missing)
        below *= margin
    return (tp * tn - fp * fn) / math.sqrt(below)
