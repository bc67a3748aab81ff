"""The scores of two classes, each sorted: what a ranking and the area under a ROC curve are computed from."""

from ..arithmetic import INFINITY, sort_ascending

LOWEST = -INFINITY  # stands below all scores, so that a merge need not ask whether a class is used up


def sorted_scores_with_sentinel(is_positive, scores) -> tuple:
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


def start_comparison(pos_scores, neg_scores) -> dict:
    """The state from which `compare_scores_slice` compares each positive score with each negative one.

    pos_scores, neg_scores: as `sorted_scores_with_sentinel` returns them. "twice" will be twice the pairs in which the
    positive score is the higher one, with pairs of equal scores counted once: a float, exact up to 2**53.
    """
    left = [len(pos_scores) - 1, len(neg_scores) - 1]
    return {"pos": pos_scores, "neg": neg_scores, "left": left, "twice": 0.0}


def compare_scores_slice(state: dict, slice_size: int) -> float:
    """Compares about so many more positive scores; returns the share of them that is done.

    Written for speed: no lists.
    """
    pos, neg, twice = state["pos"], state["neg"], state["twice"]
    i, j = state["left"]
    p, n = pos[i], neg[j]
    stop = max(0, i - slice_size)
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


def area_under_roc(state: dict):
    """The area under the ROC curve, once all is compared; None if a class has no rows."""
    pairs = 2.0 * (len(state["pos"]) - 1) * (len(state["neg"]) - 1)
    return state["twice"] / pairs if pairs else None
