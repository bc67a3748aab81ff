"""The scores of two classes, each sorted: what a ranking and the area under a ROC curve are computed from."""

from ..arithmetic import INFINITY, sort_ascending

LOWEST = -INFINITY  # stands below all scores, so that a merge need not ask whether a class is used up


def ascending_pos_and_neg_scores_after_sentinel(is_positive, scores) -> tuple:
    """(scores of the positive rows, scores of the others): each with LOWEST as a sentinel first, then ascending.

    is_positive: whether each row is. scores: as many finite floats. Lists or arrays.
    """
    pos: list = []
    neg: list = []
    k = 0
    for truth in is_positive:
        (pos if truth else neg).append(scores[k])
        k += 1
    return [LOWEST] + sort_ascending(pos), [LOWEST] + sort_ascending(neg)


def initial_comparison_state(ascending_pos_scores, ascending_neg_scores) -> dict:
    """The state from which `compare_next_positive_scores` compares each positive score with each negative one.

    ascending_pos_scores, ascending_neg_scores: as `ascending_pos_and_neg_scores_after_sentinel` returns them. "twice"
    will be twice the pairs in which the positive score is the higher one, with pairs of equal scores counted once: a
    float, exact up to 2**53.
    """
    left = [len(ascending_pos_scores) - 1, len(ascending_neg_scores) - 1]
    return {"pos": ascending_pos_scores, "neg": ascending_neg_scores, "left": left, "twice": 0.0}


def compare_next_positive_scores(state: dict, count: int) -> float:
    """Compares about so many more positive scores; returns the share of them that is done.

    Written for speed: no lists.
    """
    pos, neg, twice = state["pos"], state["neg"], state["twice"]
    i, j = state["left"]
    p, n = pos[i], neg[j]
    stop = max(0, i - count)
    while i > stop:
        while n > p:
            j -= 1
            n = neg[j]
        score, first, tied = p, i, j
        while n == score:
            j -= 1
            n = neg[j]
        while p == score:
            i -= 1
            p = pos[i]
        twice += float(first - i) * (j + tied)
    state["left"], state["twice"] = [i, j], twice
    return 1 - i / (len(pos) - 1) if i else 1.0


def area_under_roc_or_none(finished_comparison: dict):
    """The area under the ROC curve, once all scores are compared; None if a class has no rows."""
    pos, neg = finished_comparison["pos"], finished_comparison["neg"]
    pairs = 2.0 * (len(pos) - 1) * (len(neg) - 1)
    return finished_comparison["twice"] / pairs if pairs else None
