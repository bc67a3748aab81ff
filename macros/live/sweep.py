"""All thresholds of a model at once, worked out in slices: split the rows, sort and rank them, measure what they make.

    begin(columns) -> state, step(state) -> (state, fraction), finish(state) -> sweep

A slice is a few thousand rows, so that a page stays awake between two. A sweep is a dict:

    ranking                  as in `metrics.ranking`
    positives, negatives     rows of each class
    auc, ap                  area under the ROC curve, average precision; None where a class has no rows
    hull                     entries of the ranking at which some pair of costs is least (None: nothing flagged)
    sample                   at most about a hundred entries, evenly along the ROC curve: what a line is drawn through
    bins                     [positive, negative] rows in each of BINS equal parts of [0, 1], the last one closed
    kept                     what figures have drawn of it, by what they drew it for
"""

from .arithmetic import ascending
from .metrics.ranking import counts_at, ranked_classes

SLICE = 2500  # rows that a slice splits, sorts or measures
DRAWN = 90  # entries along a curve
BINS = 40


def begin(columns: dict) -> dict:
    """columns: y_true (1 is positive, 0 negative) and y_score in [0, 1]; lists of n >= 1."""
    parts = max(1, min(1000, len(columns["y_score"]) // 200))
    return {
        "true": columns["y_true"],
        "score": columns["y_score"],
        "at": 0,
        "parts": [([], []) for _ in range(parts)],
        "left": None,
        "ranking": {"thresholds": [], "tps": [], "fps": []},
        "measured": None,
    }


def step(state: dict) -> tuple:
    """(state, share of the work that is done), 1 when `finish` may be called."""
    n = len(state["score"])
    if state["at"] < n:
        _split(state)
        return state, 0.4 * state["at"] / n
    if state["left"] is None:
        state["left"] = state["parts"]
    if state["left"]:
        return state, 0.4 + 0.3 * _rank(state) / n
    if state["measured"] is None:
        state["measured"] = _unmeasured(state["ranking"])
    measured = _measure(state["ranking"], state["measured"])
    return state, 1 if measured == 1 else 0.7 + 0.3 * measured


def finish(state: dict) -> dict:
    """The sweep."""
    ranking, found = state["ranking"], state["measured"]
    positives, negatives = ranking["tps"][-1], ranking["fps"][-1]
    both = positives and negatives
    return {
        "ranking": ranking,
        "positives": positives,
        "negatives": negatives,
        "auc": found["twice"] / (2.0 * positives * negatives) if both else None,
        "ap": (found["sum"] + found["lost"]) / positives if positives else None,
        "hull": [None] + found["hull"],
        "sample": found["sample"],
        "bins": _bins(ranking),
        "kept": {},
    }


def swept(columns: dict) -> dict:
    """The sweep of a few rows, in one go."""
    state, done = begin(columns), 0
    while done < 1:
        state, done = step(state)
    return finish(state)


def _split(state: dict) -> None:
    """Puts the next rows into parts of [0, 1] by score, each with a list for either class."""
    start, parts = state["at"], state["parts"]
    end = min(start + SLICE, len(state["score"]))
    truth, score, count = state["true"], state["score"], len(parts)
    for i in range(start, end):
        value = score[i]
        part = int(value * count)
        parts[part if part < count else count - 1][0 if truth[i] else 1].append(value)
    state["at"] = end


def _rank(state: dict) -> int:
    """Sorts and ranks the next parts, the highest first; returns how many rows are. A large part is cut first."""
    left, ranking, done = state["left"], state["ranking"], 0
    while left and done < SLICE:
        pos, neg = left.pop()
        rows = len(pos) + len(neg)
        done += rows
        if not rows:
            continue
        low, high = _ends(pos + neg)
        if rows > 2 * SLICE and low < high:
            left.extend(_cut(pos, neg, low, high))
        else:
            _append(ranking, ranked_classes(ascending(pos), ascending(neg)))
    return ranking["tps"][-1] + ranking["fps"][-1] if ranking["tps"] else 0


def _ends(values: list) -> tuple:
    return min(values), max(values)


def _cut(pos: list, neg: list, low: float, high: float) -> list:
    """The rows of a part in parts of their own, lowest first: where most scores are nearly alike."""
    count = min(1000, (len(pos) + len(neg)) // 200)
    parts: list = [([], []) for _ in range(count)]
    scale = count / (high - low)
    for side, values in ((0, pos), (1, neg)):
        for value in values:
            part = int((value - low) * scale)
            parts[part if part < count else count - 1][side].append(value)
    return parts


def _append(ranking: dict, more: dict) -> None:
    """Adds the ranking of lower scores at the end."""
    tp, fp = (ranking["tps"][-1], ranking["fps"][-1]) if ranking["tps"] else (0, 0)
    ranking["thresholds"].extend(more["thresholds"])
    ranking["tps"].extend([tp + count for count in more["tps"]])
    ranking["fps"].extend([fp + count for count in more["fps"]])


def _unmeasured(ranking: dict) -> dict:
    every = len(ranking["tps"]) <= DRAWN + 50
    return {"at": 0, "twice": 0.0, "sum": 0.0, "lost": 0.0, "hull": [], "sample": [], "every": every, "next": 0.0}


def _measure(ranking: dict, found: dict) -> float:
    """Goes on over the entries: areas, hull and sample; returns the share that is done."""
    tps, fps, k = ranking["tps"], ranking["fps"], found["at"]
    end = min(k + SLICE, len(tps))
    tp0, fp0 = (tps[k - 1], fps[k - 1]) if k else (0, 0)
    whole_p, whole_n = tps[-1] or 1, fps[-1] or 1
    hull = found["hull"]
    while k < end:
        tp, fp = tps[k], fps[k]
        found["twice"] += float(fp - fp0) * (tp + tp0)
        if tp > tp0:
            _add(found, (tp - tp0) * (tp / (tp + fp)))
        _turn(hull, tps, fps, tp, fp)
        hull.append(k)
        along = tp / whole_p + fp / whole_n
        if found["every"] or along >= found["next"] or k + 1 == len(tps):
            found["sample"].append(k)
            found["next"] = along + 2.0 / DRAWN
        tp0, fp0 = tp, fp
        k += 1
    found["at"] = k
    return k / len(tps)


def _add(found: dict, value: float) -> None:
    """Compensated, as in `arithmetic.total`; for values of 0 or more."""
    new = found["sum"] + value
    if found["sum"] >= value:
        found["lost"] += (found["sum"] - new) + value
    else:
        found["lost"] += (value - new) + found["sum"]
    found["sum"] = new


def _turn(hull: list, tps: list, fps: list, tp: int, fp: int) -> None:
    """Takes back entries that lie on or below the line from the one before them to (fp, tp)."""
    while hull:
        last = hull[-1]
        x0, y0 = (fps[hull[-2]], tps[hull[-2]]) if len(hull) > 1 else (0, 0)
        if float(tps[last] - y0) * (fp - x0) > float(tp - y0) * (fps[last] - x0):
            return
        hull.pop()


def _bins(ranking: dict) -> list:
    above, bins = {"tp": 0, "fp": 0}, []
    for k in range(BINS - 1, -1, -1):
        here = counts_at(ranking, k / BINS) if k else {"tp": ranking["tps"][-1], "fp": ranking["fps"][-1]}
        bins.append([here["tp"] - above["tp"], here["fp"] - above["fp"]])
        above = here
    bins.reverse()
    return bins
