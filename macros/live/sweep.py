"""All thresholds of a model at once, worked out in slices: split the rows, sort and rank them, measure what they make.

    begin(columns) -> state, step(state) -> (state, fraction), finish(state) -> sweep

A slice is a thousand rows or a hundredth of them, so that a page stays awake between two. A sweep is a dict:

    ranking                  as in `metrics.ranking`
    positives, negatives     rows of each class
    auc, ap                  area under the ROC curve, average precision; None where a class has no rows
    hull                     entries of the ranking at which some pair of costs is least (None: nothing flagged)
    sample                   at most about a hundred entries, evenly along the ROC curve: what a line is drawn through
    bins                     [positive, negative] rows in each of BINS equal parts of [0, 1], the last one closed
    kept                     what figures have drawn of it, by what they drew it for
"""

from .arithmetic import ascending
from .metrics.ranking import LOWEST, counts_at

SLICE = 1000  # rows at least that a slice ranks or measures; it splits twice as many
SLICES = 100  # of a kind at most, as MicroPython looks through all it holds after each
DRAWN = 90  # entries along a curve
BINS = 40


def begin(columns: dict) -> dict:
    """columns: y_true (1 is positive, 0 negative) and y_score in [0, 1]; lists of n >= 1."""
    parts = max(1, min(1000, len(columns["y_score"]) // 200))
    return {
        "slice": max(SLICE, len(columns["y_score"]) // SLICES),
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
        state["measured"] = _unmeasured()
    measured = _measure(state["ranking"], state["measured"], state["slice"])
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
        "hull": found["hull"],
        "sample": _sample(ranking),
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
    end = min(start + 2 * state["slice"], len(state["score"]))
    truth, score, count = state["true"], state["score"], len(parts)
    for i in range(start, end):
        value = score[i]
        part = int(value * count)
        parts[part if part < count else count - 1][0 if truth[i] else 1].append(value)
    state["at"] = end


def _rank(state: dict) -> int:
    """Sorts and ranks the next parts, the highest first; returns how many rows are. A large part is cut first."""
    left, ranking, done = state["left"], state["ranking"], 0
    while left and done < state["slice"]:
        pos, neg = left.pop()
        rows = len(pos) + len(neg)
        done += rows
        if not rows:
            continue
        if rows > 5 * SLICE:
            both = pos + neg
            low, high = min(both), max(both)
            if low < high:
                left.extend(_cut(pos, neg, low, high))
                continue
        _merge(ranking, [LOWEST] + ascending(pos), [LOWEST] + ascending(neg))
    return ranking["tps"][-1] + ranking["fps"][-1] if ranking["tps"] else 0


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


def _merge(ranking: dict, pos: list, neg: list) -> None:
    """Ranks scores below those ranked so far: two ascending lists, LOWEST in front of each. Written for speed."""
    thresholds, tps, fps = ranking["thresholds"], ranking["tps"], ranking["fps"]
    tp, fp = (tps[-1], fps[-1]) if tps else (0, 0)
    i, j = len(pos) - 1, len(neg) - 1
    p, n = pos[i], neg[j]
    while i or j:
        score = p if p > n else n
        while p == score:
            i -= 1
            tp += 1
            p = pos[i]
        while n == score:
            j -= 1
            fp += 1
            n = neg[j]
        thresholds.append(score)
        tps.append(tp)
        fps.append(fp)


def _unmeasured() -> dict:
    """The measures of no entry yet. hull, xs and ys: entries of the hull so far and their false and true positives."""
    return {"at": 0, "twice": 0.0, "sum": 0.0, "lost": 0.0, "hull": [None], "xs": [0.0], "ys": [0.0]}


def _measure(ranking: dict, found: dict, slice_of: int) -> float:
    """Goes on over the entries: areas and hull; returns the share that is done. Written for speed."""
    tps, fps, start = ranking["tps"], ranking["fps"], found["at"]
    end, last = min(start + slice_of, len(tps)), len(tps) - 1
    tp0, fp0 = (tps[start - 1], fps[start - 1]) if start else (0, 0)
    hull, xs, ys = found["hull"], found["xs"], found["ys"]
    twice = precise = 0.0
    for k in range(start, end):
        tp, fp = tps[k], fps[k]
        if fp > fp0:
            twice += float(fp - fp0) * (tp + tp0)
            fp0 = fp
        if tp > tp0:
            precise += (tp - tp0) * (tp / (tp + fp))
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
    found["twice"] += twice
    _add(found, precise)
    found["at"] = end
    return end / len(tps)


def _add(found: dict, value: float) -> None:
    """Compensated, as in `arithmetic.total`; for values of 0 or more. A slice by itself is short enough to add up."""
    before = found["sum"]
    new = before + value
    found["lost"] += (before - new) + value if before >= value else (value - new) + before
    found["sum"] = new


def _sample(ranking: dict) -> list:
    """All entries, or the first ones to reach each of DRAWN equal steps along the ROC curve, and the last one."""
    tps, fps, last = ranking["tps"], ranking["fps"], len(ranking["tps"]) - 1
    if last < DRAWN + 50:
        return list(range(last + 1))
    share_p, share_n = 1.0 / (tps[-1] or 1), 1.0 / (fps[-1] or 1)
    kept: list = []
    for mark in range(DRAWN):
        low, high = kept[-1] + 1 if kept else 0, last
        while low < high:
            middle = (low + high) // 2
            if tps[middle] * share_p + fps[middle] * share_n < 2.0 * mark / DRAWN:
                low = middle + 1
            else:
                high = middle
        kept.append(min(low, last))
    return ascending(list(set(kept + [last])))


def _bins(ranking: dict) -> list:
    above, bins = {"tp": 0, "fp": 0}, []
    for k in range(BINS - 1, -1, -1):
        here = counts_at(ranking, k / BINS) if k else {"tp": ranking["tps"][-1], "fp": ranking["fps"][-1]}
        bins.append([here["tp"] - above["tp"], here["fp"] - above["fp"]])
        above = here
    bins.reverse()
    return bins
