"""Metrics of scores against labels of two classes, under scikit-learn's names with its arguments and answers (1.9.1).

y_true: list or tuple of n labels, n >= 1: whole numbers and booleans, or texts. y_score: as many finite numbers; larger
means more positive, and a row counts as flagged if its score is at or above a threshold.
pos_label: the positive label; None means 1, where the labels are 0 and 1 or -1 and 1. A pos_label that no row has is
allowed: then nothing is positive. `sample_weight`, multilabel rows and scores in two dimensions are not supported, so
`multi_class` and `labels` have nothing to do. Source of all: the reference of scikit-learn 1.9.1.
"""

from ..arithmetic import INFINITY, NAN, total
from .class_scores import (
    area_under_roc_or_none,
    ascending_pos_and_neg_scores_after_sentinel,
    compare_next_positive_scores,
    initial_comparison_state,
)
from .columns import refuse_weights, sorted_distinct_labels
from .ranking import average_precision, positive_flags_and_scores, rank_scores, rank_sorted_scores

AVERAGES = ("micro", "macro", "weighted", None)


def roc_curve(y_true, y_score, *, pos_label=None, sample_weight: None = None, drop_intermediate: bool = True) -> tuple:
    """(false positive rates, true positive rates, thresholds): three lists, from (0, 0) at inf to (1, 1).

    drop_intermediate: leaves out points in the middle of a straight line. A class without rows makes its rates nan.
    """
    refuse_weights(sample_weight)
    ranking = rank_scores(y_true, y_score, pos_label)
    thresholds, tps, fps = ranking["thresholds"], ranking["tps"], ranking["fps"]
    kept = _corner_indexes(tps, fps) if drop_intermediate else range(len(tps))
    fpr = _shares_of_last([0] + [fps[k] for k in kept])
    tpr = _shares_of_last([0] + [tps[k] for k in kept])
    return fpr, tpr, [INFINITY] + [thresholds[k] for k in kept]


def _corner_indexes(tps: list, fps: list) -> list:
    """The first entry, the last one, and those between at which the curve turns."""
    last = len(tps) - 1
    turns = [
        k
        for k in range(1, last)
        if tps[k + 1] - tps[k] != tps[k] - tps[k - 1] or fps[k + 1] - fps[k] != fps[k] - fps[k - 1]
    ]
    return ([0] if last else []) + turns + [last]


def _shares_of_last(cumulative_counts: list) -> list:
    """Each count divided by the last one, which counts all; nan if that is 0."""
    whole = cumulative_counts[-1]
    return [count / whole if whole else NAN for count in cumulative_counts]


def roc_auc_score(
    y_true,
    y_score,
    *,
    average="macro",
    sample_weight: None = None,
    max_fpr: float | None = None,
    multi_class="raise",
    labels=None,
) -> float:
    """Area under the ROC curve, in [0, 1]: how often a row of the greater label outscores one of the lesser, ties half.

    nan if only one label occurs; more than two are a ValueError. average, multi_class and labels change nothing here.
    max_fpr: in (0, 1]; the area up to that rate alone, scaled so that guessing is 0.5 and perfect is 1 (McClish 1989).
    """
    refuse_weights(sample_weight)
    if average not in AVERAGES or multi_class not in ("raise", "ovr", "ovo"):
        raise ValueError("average must be micro, macro, weighted or None, multi_class raise, ovr or ovo")
    if max_fpr is not None and not 0 < max_fpr <= 1:
        raise ValueError("max_fpr must be above 0 and at most 1")
    found = sorted_distinct_labels("y_true", y_true)
    if len(found) > 2:
        raise ValueError("there are more than two labels: scores in two dimensions are not supported")
    pos, neg = ascending_pos_and_neg_scores_after_sentinel(*positive_flags_and_scores(y_true, y_score, found[-1]))
    if len(found) < 2:
        return NAN
    if max_fpr is not None and max_fpr < 1:
        return _standardize_partial_area(_area_up_to(rank_sorted_scores(pos, neg), max_fpr), max_fpr)
    pairs = initial_comparison_state(pos, neg)
    compare_next_positive_scores(pairs, len(pos))
    return area_under_roc_or_none(pairs)


def _area_up_to(ranking: dict, max_fpr: float) -> float:
    """Area under the ROC curve left of the false positive rate max_fpr, below 1."""
    fpr, tpr = _shares_of_last([0] + ranking["fps"]), _shares_of_last([0] + ranking["tps"])
    parts, k = [], 1
    while fpr[k] <= max_fpr:
        parts.append((fpr[k] - fpr[k - 1]) * (tpr[k] + tpr[k - 1]) / 2)
        k += 1
    width, whole = max_fpr - fpr[k - 1], fpr[k] - fpr[k - 1]
    parts.append(width * (tpr[k - 1] + (tpr[k] - tpr[k - 1]) * (width / whole) / 2))
    return total(parts)


def _standardize_partial_area(area: float, max_fpr: float) -> float:
    """The area as 0.5 for what guessing has there, max_fpr squared / 2, and 1 for all there is, max_fpr."""
    guessing = max_fpr * max_fpr / 2
    return (1 + (area - guessing) / (max_fpr - guessing)) / 2


def precision_recall_curve(
    y_true, y_score, *, pos_label=None, sample_weight: None = None, drop_intermediate: bool = False
) -> tuple:
    """(precisions, recalls, thresholds): three lists, thresholds ascending; the first two end with a point 1, 0 more.

    drop_intermediate: leaves out points at which recall stays as it was. Without positive rows recall is 1 throughout.
    """
    refuse_weights(sample_weight)
    ranking = rank_scores(y_true, y_score, pos_label)
    thresholds, tps, fps = ranking["thresholds"], ranking["tps"], ranking["fps"]
    last = len(tps) - 1
    kept = list(range(last + 1))[::-1]
    if drop_intermediate:
        kept = [k for k in kept if k == 0 or k == last or tps[k - 1] != tps[k] or tps[k] != tps[k + 1]]
    precisions = [tps[k] / (tps[k] + fps[k]) for k in kept]
    recalls = [tps[k] / tps[-1] if tps[-1] else 1.0 for k in kept]
    return precisions + [1.0], recalls + [0.0], [thresholds[k] for k in kept]


def average_precision_score(y_true, y_score, *, average="macro", pos_label=1, sample_weight: None = None) -> float:
    """Sum over the thresholds of precision times the recall gained there, in [0, 1]; no interpolation.

    pos_label must be one of the labels if two occur. 0.0 without positive rows; average changes nothing here.
    """
    refuse_weights(sample_weight)
    if average not in AVERAGES or pos_label is None:
        raise ValueError("average must be micro, macro, weighted or None, and pos_label a label")
    found = sorted_distinct_labels("y_true", y_true)
    if len(found) > 2:
        raise ValueError("there are more than two labels: scores in two dimensions are not supported")
    if len(found) == 2 and pos_label not in found:
        raise ValueError("pos_label is neither of the two labels")
    ranking = rank_scores(y_true, y_score, pos_label)
    return average_precision(ranking) if ranking["tps"][-1] else 0.0
