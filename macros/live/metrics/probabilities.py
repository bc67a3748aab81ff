"""Metrics of probabilities against labels of two classes, under scikit-learn's names with its arguments (1.9.1).

y_true: list or tuple of n labels, n >= 1: whole numbers and booleans, or texts. y_proba: as many numbers in [0, 1], the
probability of the positive label. `sample_weight` and rows of probabilities, one for each of several classes, are not
supported. Source, unless a function names another: the reference of scikit-learn 1.9.1.
"""

import math

from ..arithmetic import mean, total
from .columns import (
    checked_class_labels,
    pos_label_or_1_if_unambiguous,
    refuse_weights,
    require_same_length,
    shares,
    sorted_distinct,
    sorted_distinct_labels,
)

EPSILON = 2.220446049250313e-16  # of float64, as numpy.finfo gives it


def log_loss(
    y_true, y_proba=None, *, normalize: bool = True, sample_weight: None = None, labels=None, y_pred="deprecated"
) -> float:
    """Mean of -ln(probability given to what came true), in nats; 0 or more, lower is better.

    The greater label is the positive one. labels: all labels that can occur, where y_true may lack one; two.
    normalize=False gives the sum. A probability counts as 2.2e-16 at least and 1 - 2.2e-16 at most, so that one sure
    miss costs 36.04 and not infinity. y_pred: the old name of y_proba.
    """
    refuse_weights(sample_weight)
    if y_pred != "deprecated":
        if y_proba is not None:
            raise ValueError("y_pred is the old name of y_proba: specify only one of them")
        y_proba = y_pred
    truths, probabilities = _checked_labels_and_probabilities(y_true, y_proba)
    classes = sorted_distinct(truths) if labels is None else sorted_distinct_labels("labels", labels)
    if len(classes) != 2:
        raise ValueError("two labels are required: if y_true contains only one, specify both in labels")
    losses = []
    for truth, p in zip(truths, probabilities):
        if truth not in classes:
            raise ValueError("y_true contains a label that is not in labels")
        given = p if truth == classes[1] else 1 - p
        losses.append(-math.log(min(max(given, EPSILON), 1 - EPSILON)))
    return mean(losses) if normalize else total(losses)


def brier_score_loss(
    y_true, y_proba, *, sample_weight: None = None, pos_label=None, labels=None, scale_by_half="auto"
) -> float:
    """Mean squared distance between probability and outcome (0 or 1), in [0, 1]; lower is better.

    pos_label: the positive label; if None the greater one, and texts need it. scale_by_half=False counts the negative
    class too, which doubles the score. labels changes nothing here.
    """
    refuse_weights(sample_weight)
    if scale_by_half not in (True, False, "auto"):
        raise ValueError("scale_by_half must be True, False or auto")
    truths, probabilities = _checked_labels_and_probabilities(y_true, y_proba)
    positive = _pos_label_or_greater_number(sorted_distinct(truths), pos_label)
    distances = [(p - (1 if truth == positive else 0)) ** 2 for truth, p in zip(truths, probabilities)]
    return mean(distances) * (1 if scale_by_half else 2)


def _pos_label_or_greater_number(found_labels: list, pos_label):
    """The positive label: pos_label; if it is None, the greater of two numbers, or 1 beside a lone 0 or -1."""
    if len(found_labels) > 2:
        raise ValueError("there are more than two labels: rows of probabilities are not supported")
    numeric = type(found_labels[0]) is not str
    if pos_label is None and numeric and found_labels not in ([0], [-1]):
        return found_labels[-1]
    return pos_label_or_1_if_unambiguous(found_labels, pos_label)


def _checked_labels_and_probabilities(y_true, y_proba) -> tuple:
    """(class labels, probabilities), checked and equally many; or ValueError."""
    truths, probabilities = checked_class_labels("y_true", y_true), shares("y_proba", y_proba)
    require_same_length("y_proba", truths, probabilities)
    return truths, probabilities
