"""What scikit-learn has no function for, and a decision about a model needs."""

import math

from ..arithmetic import Undefined, mean, total
from .columns import (
    NUMERIC,
    checked_class_labels,
    pos_label_or_1_if_unambiguous,
    require_same_length,
    shares,
    sorted_distinct,
)

Z95 = 1.959963984540054  # 95 % of a normal distribution lie within so many standard deviations of its middle


def adjusted_r2(*, r2: float, n: int, k: int) -> float:
    """R squared with a price on each predictor: 1 - (1 - r2)(n - 1) / (n - k - 1).

    r2: of a linear model, at most 1. n: rows. k: predictors, without the intercept; >= 0.
    Never above r2; no floor. Undefined if n <= k + 1. Source: Theil, Economic Forecasts and Policy (1961).
    """
    if n <= k + 1:
        raise Undefined("there are too few rows for this number of predictors")
    return 1 - (1 - r2) * (n - 1) / (n - k - 1)


def expected_cost(*, tp: float, fp: float, fn: float, tn: float, cost_fp: float, cost_fn: float) -> float:
    """Mean cost of a row: (cost_fp fp + cost_fn fn) / (tp + fp + fn + tn), in the unit of the costs; lower is better.

    tp, fp, fn, tn: counts of rows. cost_fp, cost_fn: of one false alarm and of one miss. Undefined without rows.
    Source: Elkan, The Foundations of Cost-Sensitive Learning (2001).
    """
    n = tp + fp + fn + tn
    if n == 0:
        raise Undefined("there are no rows")
    return (cost_fp * fp + cost_fn * fn) / n


def wilson_interval(hits: float, n: float, *, z: float = Z95) -> tuple:
    """(low, high): the shares that do not contradict `hits` of `n`, within [0, 1].

    hits, n: counts, 0 <= hits <= n. z: standard deviations; 1.96 is 95 %. With p = hits / n the interval is
    (p + z^2/2n -+ z root(p(1 - p)/n + z^2/4n^2)) / (1 + z^2/n). Undefined if n is 0.
    Source: Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927).
    """
    if not 0 <= hits <= n:
        raise ValueError("hits must be between 0 and n")
    if n == 0:
        raise Undefined("there are no rows")
    p, square = hits / n, z * z / n
    middle, reach = p + square / 2, math.sqrt(square * (p * (1 - p) + square / 4))
    low, high = (middle - reach) / (1 + square), (middle + reach) / (1 + square)
    return low, (high if hits < n else 1.0)  # at no hits low is 0 by itself


def wilson_low(hits: float, n: float) -> float:
    """Lower end of the 95 % `wilson_interval`, in [0, 1]; the same arguments, the same errors."""
    return wilson_interval(hits, n)[0]


def wilson_high(hits: float, n: float) -> float:
    """Upper end of the 95 % `wilson_interval`, in [0, 1]; the same arguments, the same errors."""
    return wilson_interval(hits, n)[1]


def population_stability_index(expected, actual, *, floor=None) -> float:
    """How far a distribution has moved, in nats: sum over the bins of (a - e) ln(a / e), e and a being shares.

    expected, actual: rows in each bin, then and now: lists of equally many numbers >= 0; they need not add up alike.
    0 or more; 0 means the same shares. Swapping the two changes nothing.
    floor: the share that a smaller one is raised to. Without it an empty bin has no logarithm and raises Undefined.
    Source: Siddiqi, Credit Risk Scorecards (2006); also the sum of the two Kullback-Leibler divergences.
    """
    before, after = _bin_shares("expected", expected), _bin_shares("actual", actual)
    if len(before) != len(after):
        raise ValueError("expected has %d bins, actual %d" % (len(before), len(after)))
    if floor is not None:
        before, after = [max(share, floor) for share in before], [max(share, floor) for share in after]
    moved = [(e, a) for e, a in zip(before, after) if e != a]
    if [pair for pair in moved if not pair[0] or not pair[1]]:
        raise Undefined("a bin is empty in one of the two distributions")
    return total([(a - e) * math.log(a / e) for e, a in moved])


def _bin_shares(argument_name: str, counts) -> list:
    """The count of each bin divided by the total; argument_name: what a message calls the counts."""
    if type(counts) not in (list, tuple) or not counts:
        raise ValueError(argument_name + " must be a list of counts, one for each bin")
    for count in counts:
        if type(count) not in NUMERIC or not 0 <= count or count - count != 0:
            raise ValueError(argument_name + " must contain counts of 0 or more")
    whole = total(counts)
    if whole == 0:
        raise Undefined(argument_name + " has no rows")
    return [count / whole for count in counts]


def expected_calibration_error(y_true, y_proba, *, bins: int = 10, pos_label=None) -> float:
    """Mean distance, over the rows, between the probability promised in a row's bin and the share that came true there.

    y_true, y_proba, pos_label: as in brier_score_loss, but None means 1. bins: how many of equal width; the number
    depends on them. In [0, 1]; lower is better, and a model that always says the prevalence has 0.
    Source: Naeini, Cooper and Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning (2015).
    """
    rows = reliability(y_true, y_proba, bins=bins, pos_label=pos_label)
    n = total([row[0] for row in rows])
    return total([count * abs(share - promised) for count, promised, share in rows]) / n


def reliability(y_true, y_proba, *, bins: int = 10, pos_label=None) -> list:
    """For each bin that has rows, lowest first: [rows, mean probability, share of positive rows].

    A probability on the border of two bins belongs to the lower one, as in scikit-learn's `calibration_curve`.
    """
    if type(bins) is not int or bins < 1:
        raise ValueError("bins must be a whole number of 1 or more")
    truths, probabilities = checked_class_labels("y_true", y_true), shares("y_proba", y_proba)
    require_same_length("y_proba", truths, probabilities)
    positive = pos_label_or_1_if_unambiguous(sorted_distinct(truths), pos_label)
    promised: list = [[] for _ in range(bins)]
    positives = [0] * bins
    for truth, p in zip(truths, probabilities):
        k = _bin_index(p, bins)
        promised[k].append(p)
        if truth == positive:
            positives[k] += 1
    return [[len(promised[k]), mean(promised[k]), positives[k] / len(promised[k])] for k in range(bins) if promised[k]]


def _bin_index(p: float, bins: int) -> int:
    """The index of a probability's bin: how many of the borders k / bins, 0 < k < bins, lie below it."""
    width = 1.0 / bins
    for k in range(1, bins):
        if p <= k * width:
            return k - 1
    return bins - 1
