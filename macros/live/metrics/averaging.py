"""Precision, recall and F of predicted labels, one by one or averaged, under scikit-learn's names (1.9.1).

y_true, y_pred: as in `labels`. Each takes
    labels         which labels to average over or list; those that occur, sorted, if None
    pos_label      the positive label, for average="binary" alone: with two labels it must be one of them
    average        "binary" for pos_label alone; "micro" (hits of all labels over all), "macro" (plain mean),
                   "weighted" (by rows of y_true), None for a list by label; "samples" is not supported
    zero_division  0, 1 or nan at 0/0; "warn" means 0 (no warning is given). A nan is left out of a mean.
and returns a share in [0, 1], or nan if zero_division=nan leaves nothing. Source: the reference of scikit-learn 1.9.1.
"""

from ..arithmetic import NAN, mean, sort_ascending, total
from .columns import checked_class_labels, checked_label_columns, refuse_weights
from .labels import hits_predicted_actual_by_label

NOT_FOUND = (0, 0, 0)  # hits, predicted, actual of a label that no row has


def precision_score(
    y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight: None = None, zero_division="warn"
):
    """Share of the rows predicted as a label that have it: tp / (tp + fp); 0/0 where nothing was predicted as it."""
    refuse_weights(sample_weight)
    return _average_by_label(y_true, y_pred, labels, pos_label, average, zero_division, _precision_part_and_whole)


def recall_score(
    y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight: None = None, zero_division="warn"
):
    """Share of the rows of a label that were predicted as it: tp / (tp + fn); 0/0 where no row has it."""
    refuse_weights(sample_weight)
    return _average_by_label(y_true, y_pred, labels, pos_label, average, zero_division, _recall_part_and_whole)


def f1_score(
    y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight: None = None, zero_division="warn"
):
    """Harmonic mean of precision and recall: 2tp / (2tp + fp + fn).

    0/0, so that zero_division counts, only where the label was neither there nor predicted.
    """
    refuse_weights(sample_weight)
    return _average_by_label(
        y_true, y_pred, labels, pos_label, average, zero_division, _fbeta_part_and_whole_function(1)
    )


def fbeta_score(
    y_true,
    y_pred,
    *,
    beta,
    labels=None,
    pos_label=1,
    average="binary",
    sample_weight: None = None,
    zero_division="warn",
):
    """Precision and recall in one: (1 + b^2)tp / ((1 + b^2)tp + b^2 fn + fp).

    beta: how many times as much recall weighs; 0 gives precision, infinity recall, below 0 is a ValueError.
    """
    refuse_weights(sample_weight)
    if type(beta) not in (int, float, bool) or not beta >= 0:
        raise ValueError("beta must be a number of 0 or more")
    part_and_whole = _fbeta_part_and_whole_function(float(beta))
    return _average_by_label(y_true, y_pred, labels, pos_label, average, zero_division, part_and_whole)


def _precision_part_and_whole(hits: int, predicted: int, actual: int) -> tuple:
    """(part, whole) of precision."""
    return hits, predicted


def _recall_part_and_whole(hits: int, predicted: int, actual: int) -> tuple:
    """(part, whole) of recall."""
    return hits, actual


def _fbeta_part_and_whole_function(beta: float):
    """A function from (hits, predicted, actual) to (part, whole) of F-beta."""
    squared = beta * beta
    if squared - squared != 0:
        return _recall_part_and_whole
    return lambda hits, predicted, actual: ((1 + squared) * hits, squared * actual + predicted)


def _average_by_label(y_true, y_pred, labels, pos_label, average, zero_division, part_and_whole):
    """Part / whole of each label, averaged as asked.

    part_and_whole: function from (hits, predicted, actual) of a label to (part, whole).
    """
    empty = _zero_division_value(zero_division)
    if average not in ("binary", "micro", "macro", "weighted", None):
        raise ValueError("average must be binary, micro, macro, weighted or None")
    found = hits_predicted_actual_by_label(*checked_label_columns(y_true, y_pred))
    if average == "binary":
        _require_binary_labels(list(found), pos_label)
        return _divide(part_and_whole(*found.get(pos_label, NOT_FOUND)), empty)
    names = sort_ascending(list(found)) if labels is None else checked_class_labels("labels", labels)
    tallies = [found.get(name, NOT_FOUND) for name in names]
    if average == "micro":
        sums = [int(total([tally[i] for tally in tallies])) for i in range(3)]
        return _divide(part_and_whole(*sums), empty)
    shares = [_divide(part_and_whole(*tally), empty) for tally in tallies]
    if average is None:
        return shares
    return _weighted_nanmean(shares, [tally[2] if average == "weighted" else 1 for tally in tallies])


def _zero_division_value(zero_division) -> float:
    """The answer at 0/0."""
    if zero_division == "warn":
        return 0.0
    if zero_division in (0, 1) or zero_division != zero_division:
        return float(zero_division)
    raise ValueError("zero_division must be 0, 1, nan or warn")


def _require_binary_labels(found_labels: list, pos_label) -> None:
    """ValueError unless the rows have two labels at most, one of them pos_label (or fewer than two)."""
    if len(found_labels) > 2:
        raise ValueError("there are more than two labels: choose average micro, macro, weighted or None")
    if len(found_labels) == 2 and pos_label not in found_labels:
        raise ValueError("pos_label is neither of the two labels")


def _divide(fraction: tuple, empty: float) -> float:
    part, whole = fraction
    return part / whole if whole else empty


def _weighted_nanmean(shares: list, weights: list) -> float:
    """Weighted mean of the shares that are not nan; the plain mean where the weights are all 0."""
    kept = [(share, weight) for share, weight in zip(shares, weights) if share == share]
    if not kept:
        return NAN
    whole = total([weight for _, weight in kept])
    if not whole:
        return mean([share for share, _ in kept])
    return total([share * weight for share, weight in kept]) / whole
