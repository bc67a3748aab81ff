"""All thresholds of a model at once, worked out in slices: split and sort the rows, compare the classes, rank, measure.

    initial_sweep_state(columns) -> state
    advance_sweep_state(state) -> (state, fraction), until the fraction is 1
    sweep_from_state(state) -> sweep

A slice is a thousand rows or a hundredth of them, so that a page stays awake between two; splitting and sorting is one
slice, as JavaScript does it there (see `class_scores`).
"""

from .arithmetic import sort_ascending
from .metrics.class_scores import (
    area_under_roc_or_none,
    ascending_pos_and_neg_scores_after_sentinel,
    compare_next_positive_scores,
    initial_comparison_state,
)
from .metrics.ranking import counts_at, initial_ranking_state, rank_next_distinct_scores

SLICE = 1000  # rows at least that a slice compares, ranks or measures
SLICES = 100  # of a kind at most, as MicroPython looks through all it holds after each
SORTED, COMPARED, RANKED = 0.1, 0.25, 0.6  # shares of the work that are done by then
DRAWN = 90  # entries along a curve
BINS = 40


class Sweep:
    """All thresholds of a model."""

    def __init__(self, ranking: dict, area_under_roc: float, measures: dict):
        """ranking: as in `metrics.ranking`, with rows of both classes; measures: of all its entries."""
        self.ranking: dict = ranking
        self.positives: int = ranking["tps"][-1]  # rows of this class
        self.negatives: int = ranking["fps"][-1]
        self.auc: float = area_under_roc
        self.ap: float = (measures["sum"] + measures["lost"]) / self.positives  # average precision
        self.hull: list = measures["hull"]  # entries at which some pair of costs is least (None: nothing flagged)
        self.frontier: list[int] = measures["frontier"]  # entries that none exceeds in both recall and precision
        self.sample: list[int] = _roc_sample_indexes(ranking)  # entries that a curve is drawn through
        self.bins: list[list[int]] = _class_counts_by_bin(ranking)  # [positives, negatives] in equal parts of [0, 1]


def initial_sweep_state(columns: dict) -> dict:
    """The state before the first slice.

    columns: y_true (1 is positive, 0 negative) and y_score in [0, 1]; lists or arrays, with rows of both classes.
    "sorted_scores" may hold what `metrics.class_scores.ascending_pos_and_neg_scores_after_sentinel` returns for them.
    """
    return {
        "slice": max(SLICE, len(columns["y_score"]) // SLICES),
        "columns": columns,
        "pairs": None,
        "ranks": None,
        "measured": None,
    }


def advance_sweep_state(state: dict) -> tuple:
    """(state, share of the work that is done), 1 when `sweep_from_state` may be called."""
    if state["pairs"] is None:
        columns = state["columns"]
        pos, neg = columns.get("sorted_scores") or ascending_pos_and_neg_scores_after_sentinel(
            columns["y_true"], columns["y_score"]
        )
        state["pairs"], state["ranks"] = initial_comparison_state(pos, neg), initial_ranking_state(pos, neg)
        return state, SORTED
    if state["pairs"]["left"][0]:
        return state, _overall_share(SORTED, COMPARED, compare_next_positive_scores(state["pairs"], state["slice"]))
    ranks = state["ranks"]
    if ranks["left"] != [0, 0]:
        return state, _overall_share(COMPARED, RANKED, rank_next_distinct_scores(ranks, state["slice"]))
    if state["measured"] is None:
        state["measured"] = _initial_measures()
    measured_share = _measure_next_entries(ranks["ranking"], state["measured"], state["slice"])
    return state, _overall_share(RANKED, 1, measured_share)


def _overall_share(start: float, end: float, share: float) -> float:
    """The share of all work, when a share of what lies between two others is done."""
    return end if share == 1 else start + (end - start) * share


def sweep_from_state(finished_state: dict) -> Sweep:
    """The sweep, once the share of the work that is done is 1."""
    auc = area_under_roc_or_none(finished_state["pairs"])
    return Sweep(finished_state["ranks"]["ranking"], auc, finished_state["measured"])


def _initial_measures() -> dict:
    """The measures before the first entry: average precision, hull and frontier.

    hull, xs and ys: entries of the hull so far and their false and true positives; frontier and precisions likewise.
    Precision falls along the frontier, and recall rises.
    """
    measures: dict = {"at": 0, "sum": 0.0, "lost": 0.0, "frontier": [], "precisions": []}
    measures.update({"hull": [None], "xs": [0.0], "ys": [0.0]})
    return measures


def _measure_next_entries(ranking: dict, measures: dict, entry_count: int) -> float:
    """Adds the next entries to the measures: average precision, hull and frontier. Returns the share that is done.

    One function, for speed.
    """
    tps, fps, start = ranking["tps"], ranking["fps"], measures["at"]
    end, last = min(start + entry_count, len(tps)), len(tps) - 1
    tp0 = tps[start - 1] if start else 0
    hull, xs, ys = measures["hull"], measures["xs"], measures["ys"]
    frontier, precisions = measures["frontier"], measures["precisions"]
    precise = 0.0
    for k in range(start, end):
        tp = tps[k]
        if tp > tp0:
            fp = fps[k]
            precision = tp / (tp + fp)
            precise += (tp - tp0) * precision
            tp0 = tp
            if k == last or fps[k + 1] > fp:  # the curve can turn here alone
                x, y = float(fp), float(tp)
                while len(xs) > 1 and (ys[-1] - ys[-2]) * (x - xs[-2]) <= (y - ys[-2]) * (xs[-1] - xs[-2]):
                    xs.pop()
                    ys.pop()
                    hull.pop()
                xs.append(x)
                ys.append(y)
                hull.append(k)
                while precisions and precisions[-1] <= precision:
                    precisions.pop()
                    frontier.pop()
                precisions.append(precision)
                frontier.append(k)
    _add_compensated(measures, precise)
    measures["at"] = end
    return end / len(tps)


def _add_compensated(measures: dict, value: float) -> None:
    """Adds a value >= 0 to the sum of the measures, compensated as in `arithmetic.total`.

    A slice by itself is short enough to add up.
    """
    before = measures["sum"]
    new = before + value
    measures["lost"] += (before - new) + value if before >= value else (value - new) + before
    measures["sum"] = new


def _roc_sample_indexes(ranking: dict) -> list:
    """Indexes of all entries, or of the first to reach each of DRAWN equal steps along the ROC curve, and the last."""
    tps, fps, last = ranking["tps"], ranking["fps"], len(ranking["tps"]) - 1
    if last < DRAWN + 50:
        return list(range(last + 1))
    share_p, share_n = 1.0 / (tps[-1] or 1), 1.0 / (fps[-1] or 1)
    sampled: list = []
    for mark in range(DRAWN):
        low, high = sampled[-1] + 1 if sampled else 0, last
        while low < high:
            middle = (low + high) // 2
            if tps[middle] * share_p + fps[middle] * share_n < 2.0 * mark / DRAWN:
                low = middle + 1
            else:
                high = middle
        sampled.append(min(low, last))
    return sort_ascending(list(set(sampled + [last])))


def _class_counts_by_bin(ranking: dict) -> list:
    """[positives, negatives] in each of BINS equal parts of [0, 1], the last one closed."""
    above, bins = {"tp": 0, "fp": 0}, []
    for k in range(BINS - 1, -1, -1):
        here = counts_at(ranking, k / BINS) if k else {"tp": ranking["tps"][-1], "fp": ranking["fps"][-1]}
        bins.append([here["tp"] - above["tp"], here["fp"] - above["fp"]])
        above = here
    bins.reverse()
    return bins
