"""Rows ranked by score, sorted once: what ROC, precision-recall and cost curves, and every threshold, are read from.

A ranking is a dict of three lists of equal length, one entry for each distinct score, the highest first:

    thresholds   the scores; a row is predicted positive if its score is at or above the threshold
    tps, fps     how many positive and how many negative rows stand at or above it; the last ones count all rows

A change of threshold costs one bisection (`counts_at`), a curve one pass, whatever the number of rows. Tied rows share
an entry, so no metric depends on the order of rows. Ours; scikit-learn's `confusion_matrix_at_thresholds` holds the
same numbers.
"""

from ..arithmetic import Undefined, total
from .class_scores import LOWEST, ascending_pos_and_neg_scores_after_sentinel
from .columns import finite_floats, pos_label_or_1_if_unambiguous, require_same_length, sorted_distinct_labels

NO_POSITIVES = "there are no actual positives"


def rank_scores(y_true, y_score, pos_label=None) -> dict:
    """Ranking of n >= 1 rows.

    y_true: labels; the positive one is pos_label, or 1 where the labels are 0 and 1 or -1 and 1.
    y_score: finite numbers, read as floats; larger means more positive.
    """
    return rank_sorted_scores(
        *ascending_pos_and_neg_scores_after_sentinel(*positive_flags_and_scores(y_true, y_score, pos_label))
    )


def positive_flags_and_scores(y_true, y_score, pos_label=None) -> tuple:
    """(whether each row is positive, its score), two lists; or ValueError. Arguments as in `rank_scores`."""
    found, scores = sorted_distinct_labels("y_true", y_true), finite_floats("y_score", y_score)
    require_same_length("y_score", y_true, scores)
    if len(found) > 2 and pos_label is None:
        raise ValueError("there are more than two labels: specify the positive label in pos_label")
    positive = pos_label_or_1_if_unambiguous(found, pos_label)
    return [truth == positive for truth in y_true], scores


def rank_sorted_scores(ascending_pos_scores, ascending_neg_scores) -> dict:
    """Ranking from the sorted scores of two classes: see `class_scores`."""
    state = initial_ranking_state(ascending_pos_scores, ascending_neg_scores)
    rank_next_distinct_scores(state, len(ascending_pos_scores) + len(ascending_neg_scores))
    return state["ranking"]


def initial_ranking_state(ascending_pos_scores, ascending_neg_scores) -> dict:
    """The state for `rank_next_distinct_scores`; its "ranking", the result, is still empty."""
    ranking: dict = {"thresholds": [], "tps": [], "fps": []}
    left = [len(ascending_pos_scores) - 1, len(ascending_neg_scores) - 1]
    return {"pos": ascending_pos_scores, "neg": ascending_neg_scores, "left": left, "ranking": ranking}


def rank_next_distinct_scores(state: dict, count: int) -> float:
    """Ranks the next `count` distinct scores; returns the share of the rows that is done. Written for speed."""
    pos, neg, ranking = state["pos"], state["neg"], state["ranking"]
    threshold, tp, fp = ranking["thresholds"].append, ranking["tps"].append, ranking["fps"].append
    positives, negatives = len(pos) - 1, len(neg) - 1
    i, j = state["left"]
    p, n = pos[i], neg[j]
    for _ in range(count):
        score = p if p > n else n
        if score == LOWEST:
            break
        while p == score:
            i -= 1
            p = pos[i]
        while n == score:
            j -= 1
            n = neg[j]
        threshold(score)
        tp(positives - i)
        fp(negatives - j)
    state["left"] = [i, j]
    return 1 - (i + j) / (positives + negatives)


def counts_at(ranking: dict, threshold: float) -> dict:
    """{"tp", "fp", "fn", "tn"} when every row with a score at or above the threshold is flagged."""
    thresholds, low, high = ranking["thresholds"], 0, len(ranking["thresholds"])
    while low < high:
        middle = (low + high) // 2
        if thresholds[middle] >= threshold:
            low = middle + 1
        else:
            high = middle
    tp, fp = (ranking["tps"][low - 1], ranking["fps"][low - 1]) if low else (0, 0)
    return {"tp": tp, "fp": fp, "fn": ranking["tps"][-1] - tp, "tn": ranking["fps"][-1] - fp}


def average_precision(ranking: dict) -> float:
    """Precision averaged over the positive rows, each at its own score as threshold; no interpolation. In [0, 1].

    Undefined if no row is positive, where scikit-learn warns and returns 0.0.
    """
    if not ranking["tps"][-1]:
        raise Undefined(NO_POSITIVES)
    fps, terms = ranking["fps"], []
    before = k = 0
    for tp in ranking["tps"]:
        if tp != before:
            terms.append((tp - before) * (tp / (tp + fps[k])))
            before = tp
        k += 1
    return total(terms) / before
