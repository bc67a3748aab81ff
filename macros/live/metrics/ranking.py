"""Rows ranked by score, sorted once: what ROC, precision-recall and cost curves, and every threshold, are read from.

A ranking is a dict of three lists of equal length, one entry for each distinct score, the highest first:

    thresholds   the scores; a row is predicted positive if its score is at or above the threshold
    tps, fps     how many positive and how many negative rows stand at or above it; the last ones count all rows

A change of threshold costs one bisection (`counts_at`), a curve one pass, whatever the number of rows. Tied rows share
an entry, so no metric depends on the order of rows. Ours; scikit-learn's `confusion_matrix_at_thresholds` holds the
same numbers.
"""

from ..arithmetic import Undefined, ascending, total
from .columns import distinct, labels, numbers, positive_label, same_length

NO_POSITIVES = "nothing is truly positive"
NO_NEGATIVES = "nothing is truly negative"


def ranked(y_true, y_score, pos_label=None) -> dict:
    """Ranking of n >= 1 rows.

    y_true: labels; the positive one is pos_label, or 1 where the labels are 0 and 1 or -1 and 1.
    y_score: finite numbers, read as floats; larger means more positive.
    """
    truths, scores = labels("y_true", y_true), numbers("y_score", y_score)
    same_length("y_score", truths, scores)
    present = distinct(truths)
    if len(present) > 2 and pos_label is None:
        raise ValueError("there are more than two labels: name the positive one in pos_label")
    positive = positive_label(present, pos_label)
    pos, neg = [], []
    for truth, score in zip(truths, scores):
        if truth == positive:
            pos.append(score)
        else:
            neg.append(score)
    return ranked_classes(ascending(pos), ascending(neg))


def ranked_classes(pos, neg) -> dict:
    """Ranking from the scores of positive and of negative rows, each ascending: lists or arrays of floats."""
    state = begun(pos, neg)
    while advance(state, 1000000) < 1:
        pass
    return state["ranking"]


def begun(pos, neg) -> dict:
    """The same as work in slices, for `advance`; the result is its "ranking"."""
    ranking: dict = {"thresholds": [], "tps": [], "fps": []}
    return {"pos": pos, "neg": neg, "left": [len(pos), len(neg)], "ranking": ranking}


def advance(state: dict, slice_of: int) -> float:
    """Ranks the next `slice_of` distinct scores; returns the share of the rows that is done, 1 at the end."""
    pos, neg, ranking = state["pos"], state["neg"], state["ranking"]
    thresholds, tps, fps = ranking["thresholds"], ranking["tps"], ranking["fps"]
    positives, negatives = len(pos), len(neg)
    i, j = state["left"]
    for _ in range(slice_of):
        if not i and not j:
            break
        score = pos[i - 1] if not j or (i and pos[i - 1] > neg[j - 1]) else neg[j - 1]
        while i and pos[i - 1] == score:
            i -= 1
        while j and neg[j - 1] == score:
            j -= 1
        thresholds.append(score)
        tps.append(positives - i)
        fps.append(negatives - j)
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


def area(ranking: dict) -> float:
    """Area under the ROC curve: the share of pairs of a positive and a negative row that are ranked right, ties half.

    In [0, 1]; 0.5 is guessing. Undefined if a class has no rows.
    """
    tps, fps = ranking["tps"], ranking["fps"]
    _both_classes(tps[-1], fps[-1])
    twice = 0.0  # counts in floats: exact up to 2**53, and quicker than MicroPython's large integers
    tp = fp = 0
    for k in range(len(fps)):
        if fps[k] != fp:
            twice += (fps[k] - fp) * (tps[k] + tp)
            fp = fps[k]
        tp = tps[k]
    return twice / (2.0 * tp * fp)


def average_precision(ranking: dict) -> float:
    """Precision averaged over the positive rows, each at its own score as threshold; no interpolation. In [0, 1].

    Undefined if no row is positive, where scikit-learn warns and returns 0.0.
    """
    tps, fps, before, terms = ranking["tps"], ranking["fps"], 0, []
    if not tps[-1]:
        raise Undefined(NO_POSITIVES)
    for k in range(len(tps)):
        if tps[k] != before:
            terms.append((tps[k] - before) * (tps[k] / (tps[k] + fps[k])))
            before = tps[k]
    return total(terms) / before


def costs(ranking: dict, *, cost_fp: float, cost_fn: float, prevalence=None) -> list:
    """Expected cost of a row at each threshold, after that of flagging nothing: one entry more than there are scores.

    cost_fp, cost_fn: of a false alarm and of a miss, in any unit. prevalence: the share of positives to reckon with,
    in [0, 1]; that of the rows if None. cost_fp (1 - prevalence) fp / negatives + cost_fn prevalence fn / positives.
    Undefined if a class has no rows.
    """
    tps, fps = ranking["tps"], ranking["fps"]
    positives, negatives = tps[-1], fps[-1]
    _both_classes(positives, negatives)
    if prevalence is None:
        prevalence = positives / (positives + negatives)
    miss, alarm = cost_fn * prevalence / positives, cost_fp * (1 - prevalence) / negatives
    return [miss * positives] + [miss * (positives - tps[k]) + alarm * fps[k] for k in range(len(tps))]


def _both_classes(positives: int, negatives: int) -> None:
    if not positives:
        raise Undefined(NO_POSITIVES)
    if not negatives:
        raise Undefined(NO_NEGATIVES)
