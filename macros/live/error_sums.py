"""Errors of amounts from sums over the rows, so that moving one row takes no walk over all of them.

A calculator makes an `ErrorSums` of its columns, calls `add_next_rows` with it until the fraction is 1, and then
`set_truth_statistics_and_shown_rows`.
"""

import math

from .arithmetic import are_all_equal, format_fixed

SLICE = 500  # rows a step
EPSILON = 2.220446049250313e-16  # what scikit-learn divides by in place of a truth of 0
MOST = 100  # rows to draw
LOST = 1e-9  # where a move leaves less of a sum than this share, rounding has eaten its digits


class ErrorSums:
    """Sums over the rows. Until they are finished, they hold the rows that were added, and the last four are unset."""

    def __init__(self, columns: dict):
        """columns: y_true and y_pred, equally long, one row or more, all finite."""
        self.y_true: list[float] = columns["y_true"]
        self.y_pred: list[float] = columns["y_pred"]
        self.n: int = len(columns["y_true"])
        self.steps_done: int = 0  # of 2 n, as there are two walks over the rows
        self.truth_total: float = 0.0
        self.sum: float = 0.0  # of the errors: forecast less truth
        self.sae: float = 0.0  # sum of their sizes
        self.sse: float = 0.0  # sum of their squares
        self.sst: float = 0.0  # sum of the squared distances of the truths from their mean
        self.shares: float = 0.0  # sum of |error| / |truth| over the rows whose truth is not 0
        self.zeros: int = 0  # rows whose truth is 0
        self.sae_of_zeros: float = 0.0  # sum of |error| over these
        self.mean: float = 0.0  # of the truths
        self.truths_equal: bool = False
        self.truth_of_others: dict[int, float] = {}  # by row, where this row alone differs from all others
        self.shown: list[tuple[int, float, float]] = []  # (row, truth, forecast), up to a hundred to draw


def add_next_rows(sums: ErrorSums) -> tuple[ErrorSums, float]:
    """(sums, fraction): a first walk over the rows adds up the errors, a second squared deviations from the mean."""
    n, start = sums.n, sums.steps_done
    if start < n:
        _add_errors(sums, start, min(start + SLICE, n))
    else:
        _add_truth_deviations_to_sst(sums, start - n, min(start - n + SLICE, n))
    sums.steps_done = min(start + SLICE, n if start < n else 2 * n)
    return sums, sums.steps_done / (2 * n)


def set_truth_statistics_and_shown_rows(sums: ErrorSums) -> ErrorSums:
    """Set the mean of the truths, whether all are equal, and the rows to draw; returns the same sums."""
    n, truths, forecasts = sums.n, sums.y_true, sums.y_pred
    sums.mean = sums.truth_total / n
    sums.truths_equal = are_all_equal(truths)
    sums.truth_of_others = {} if sums.truths_equal else _shared_truth_of_others_by_lone_row(truths)
    if sums.truths_equal:
        sums.sst = 0.0
    rows = range(n) if n <= MOST else [i * (n - 1) // (MOST - 1) for i in range(MOST)]
    sums.shown = [(i, truths[i], forecasts[i]) for i in rows]
    return sums


def sums_after_move(sums: ErrorSums, row: int, truth_by: float, forecast_by: float) -> ErrorSums:
    """New sums with one row moved; those given stay as they are. A further move starts from those given."""
    was, forecast = sums.y_true[row], sums.y_pred[row] + forecast_by
    truth = _moved_truth_snapped_to_shared(was, truth_by, sums.truth_of_others.get(row))
    after = _sums_with_row_replaced(sums, row, truth, forecast)
    if _has_lost_digits(sums, after):
        after = _recompute_sums_with_row_replaced(sums, row, truth, forecast)
    after.shown = [each for each in sums.shown if each[0] != row] + [(row, truth, forecast)]
    if after.shown[-1][0] < len(sums.shown) == sums.n:  # all rows are drawn: the moved one keeps its place
        after.shown = after.shown[:row] + [after.shown[-1]] + after.shown[row:-1]
    return after


def _has_lost_digits(before: ErrorSums, after: ErrorSums) -> bool:
    """Whether a move left so little of a sum that rounding has eaten its digits."""
    pairs = [(before.sae, after.sae), (before.sse, after.sse), (before.sst, after.sst)]
    pairs += [(before.shares, after.shares), (before.sae_of_zeros, after.sae_of_zeros)]
    return bool([old for old, new in pairs if new < LOST * old])


def _moved_truth_snapped_to_shared(truth: float, by: float, truth_shared_by_others: float | None) -> float:
    """The truth of a row after a move; exactly truth_shared_by_others where it differs from that by rounding alone.

    truth_shared_by_others: what all other rows have; None if they differ.
    """
    moved = truth + by
    if truth_shared_by_others is not None and abs(moved - truth_shared_by_others) < 1e-12 * (abs(truth) + abs(by)):
        return truth_shared_by_others
    return moved


def _recompute_sums_with_row_replaced(sums: ErrorSums, row: int, new_truth: float, new_forecast: float) -> ErrorSums:
    """The sums from a walk over all rows, one of them moved: slow, and right whatever the others are."""
    truths, forecasts = list(sums.y_true), list(sums.y_pred)
    truths[row], forecasts[row] = new_truth, new_forecast
    found, fraction = ErrorSums({"y_true": truths, "y_pred": forecasts}), 0.0
    while fraction < 1:
        found, fraction = add_next_rows(found)
    return set_truth_statistics_and_shown_rows(found)


def _sums_with_row_replaced(sums: ErrorSums, row: int, new_truth: float, new_forecast: float) -> ErrorSums:
    """New sums over the same rows, with one row's part in them exchanged."""
    after, was = ErrorSums({"y_true": sums.y_true, "y_pred": sums.y_pred}), sums.y_true[row]
    old, new = sums.y_pred[row] - was, new_forecast - new_truth
    after.sum = _replace_part_snapping_to_zero(sums.sum, old, new)
    after.sae = _replace_part_snapping_to_zero(sums.sae, abs(old), abs(new))
    after.sse = _replace_part_snapping_to_zero(sums.sse, old * old, new * new)
    after.shares, after.zeros, after.sae_of_zeros = sums.shares, sums.zeros, sums.sae_of_zeros
    for t, error, sign in ((was, old, -1), (new_truth, new, 1)):
        if t:
            after.shares += sign * abs(error / t)
        else:
            after.zeros += sign
            after.sae_of_zeros += sign * abs(error)
    _update_truth_statistics(after, sums, row, new_truth)
    return after


def _update_truth_statistics(after: ErrorSums, sums: ErrorSums, row: int, new_truth: float) -> None:
    """Set mean, sst and truths_equal in `after`, in which a row has a new truth."""
    n, by = sums.n, new_truth - sums.y_true[row]
    after.mean = sums.mean + by / n
    spread = sums.sst + 2 * by * (sums.y_true[row] - sums.mean) + by * by * (1 - 1 / n)
    after.truths_equal = (sums.truths_equal and not by) or n == 1 or sums.truth_of_others.get(row) == new_truth
    after.sst = 0.0 if after.truths_equal else max(spread, 0.0)


def scaled_sums_and_metrics(sums: ErrorSums, scale: float = 1.0) -> dict:
    """The sums, and the metrics that they make, with every number multiplied by `scale`.

    mean_error, mae, mse, rmse, r2, mape (a fraction); None where a figure has no value: `reason` then says why, and
    `missing` also what scikit-learn answers.
    """
    n, square = sums.n, scale * scale
    out: dict = {"n": n, "shares": sums.shares, "reason": {}, "missing": {}}
    out.update({"sum": sums.sum * scale, "sae": sums.sae * scale, "sse": sums.sse * square})
    out.update({"mean": sums.mean * scale, "sst": sums.sst * square})
    out["mean_error"], out["mae"], out["mse"] = out["sum"] / n, out["sae"] / n, out["sse"] / n
    out["rmse"] = math.sqrt(out["mse"])
    out["r2"] = None if sums.truths_equal else 1 - sums.sse / sums.sst
    out["mape"] = None if sums.zeros else sums.shares / n
    if sums.truths_equal:
        out["reason"]["r2"] = "there is only one row" if n == 1 else "all actual values are equal"
        theirs = "no number" if n == 1 else "0.0" if sums.sse else "1.0"
        out["missing"]["r2"] = "undefined because SST is 0: %s. scikit-learn returns %s" % (out["reason"]["r2"], theirs)
    if sums.zeros:
        out["reason"]["mape"] = "an actual value is 0" if sums.zeros == 1 else "%d actual values are 0" % sums.zeros
        their_mape = (sums.shares + sums.sae_of_zeros / EPSILON) / n
        shown = (
            out["reason"]["mape"],
            _format_one_digit_scientific(their_mape) if their_mape > 1e6 else format_fixed(their_mape, 3),
        )
        out["missing"]["mape"] = "undefined because of a division by 0: %s. scikit-learn returns %s" % shown
    return out


def _format_one_digit_scientific(x: float) -> str:
    power = int(math.floor(math.log10(x)))
    return "%s \u00d7 10^%d" % (format_fixed(x / 10.0**power, 0), power)


def _add_errors(sums: ErrorSums, start: int, stop: int) -> None:
    truths, forecasts = sums.y_true, sums.y_pred
    total = signed = sizes = squares = shares = 0.0
    for i in range(start, stop):
        truth = truths[i]
        error = forecasts[i] - truth
        total += truth
        signed += error
        squares += error * error
        error = abs(error)
        sizes += error
        if truth:
            shares += error / abs(truth)
        else:
            sums.zeros += 1
            sums.sae_of_zeros += error
    sums.truth_total += total
    sums.sum += signed
    sums.sae += sizes
    sums.sse += squares
    sums.shares += shares


def _add_truth_deviations_to_sst(sums: ErrorSums, start: int, stop: int) -> None:
    """Add the squared distances of these rows' truths from their mean."""
    truths, middle, spread = sums.y_true, sums.truth_total / sums.n, 0.0
    for i in range(start, stop):
        away = truths[i] - middle
        spread += away * away
    sums.sst += spread


def _replace_part_snapping_to_zero(total: float, old_part: float, new_part: float) -> float:
    """The sum with one part in place of another; what rounding alone leaves over is nothing."""
    left = total - old_part + new_part
    return 0.0 if abs(left) < 1e-13 * (abs(total) + abs(new_part)) else left


def _shared_truth_of_others_by_lone_row(truths) -> dict:
    """{row: truth of all others} for each row that alone differs from the rest, which are equal.

    A third value, or the second row of each of two, ends the search.
    """
    first, other = truths[0], None
    where: list = []
    for i in range(len(truths)):
        if truths[i] == first:
            continue
        has_second_row_of_first = len(where) < i - 1
        if other is not None and truths[i] != other or len(where) > 1 and has_second_row_of_first:
            return {}
        other = truths[i]
        where.append(i)
    found = {where[0]: first} if len(where) == 1 else {}
    if len(where) == len(truths) - 1 and where:
        found[0] = other
    return found
