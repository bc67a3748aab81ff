"""Errors of amounts from sums over the rows, so that moving one row takes no walk over all of them.

    state = initial_sums_state(columns); state, fraction = add_rows_slice(state), until the fraction is 1
    sums = finish_sums_with_mean_and_shown_rows(state)

`sums` holds n, y_true and y_pred, and over all rows: sum of the misses (forecast less truth), sae of their sizes, sse
of their squares, mean of the truths, sst of their squared distances from it; over the rows whose truth is not 0 shares,
the sum of |miss| / |truth|; zeros, how many have a truth of 0, with void, the sum of their |miss|; truths_equal,
whether all truths are equal; nearly, {row: truth of all others} where one row alone differs; shown, up to a hundred
rows to draw.
"""

import math

from .arithmetic import are_all_equal, format_fixed

SLICE = 500  # rows a step
EPSILON = 2.220446049250313e-16  # what scikit-learn divides by in place of a truth of 0
MOST = 100  # rows to draw
LOST = 1e-9  # where a move leaves less of a sum than this share, rounding has eaten its digits
SUMS = ("sum", "sae", "sse", "mean", "sst", "shares", "zeros", "void", "truths_equal")


def initial_sums_state(columns: dict) -> dict:
    """columns: y_true and y_pred, equally long, one row or more, all finite."""
    state = {"y_true": columns["y_true"], "y_pred": columns["y_pred"], "n": len(columns["y_true"]), "at": 0}
    for name in ("total", "sum", "sae", "sse", "shares", "void", "sst"):
        state[name] = 0.0
    state["zeros"] = 0
    return state


def add_rows_slice(state: dict) -> tuple:
    """(state, fraction): a first walk over the rows adds up the misses, a second squared deviations from the mean."""
    n, at = state["n"], state["at"]
    if at < n:
        _add_errors(state, at, min(at + SLICE, n))
    else:
        _add_squared_deviations_from_mean(state, at - n, min(at - n + SLICE, n))
    state["at"] = min(at + SLICE, n if at < n else 2 * n)
    return state, state["at"] / (2 * n)


def finish_sums_with_mean_and_shown_rows(state: dict) -> dict:
    """The sums, with the mean, whether all truths are equal, and the rows to draw; see above."""
    n, truths, forecasts = state["n"], state["y_true"], state["y_pred"]
    sums = dict(state)
    sums["mean"] = state["total"] / n
    sums["truths_equal"] = are_all_equal(truths)
    sums["nearly"] = {} if sums["truths_equal"] else _value_of_others_by_lone_row(truths)
    if sums["truths_equal"]:
        sums["sst"] = 0.0
    rows = range(n) if n <= MOST else [i * (n - 1) // (MOST - 1) for i in range(MOST)]
    sums["shown"] = [(i, truths[i], forecasts[i]) for i in rows]
    return sums


def sums_after_move(sums: dict, row: int, truth_by: float, forecast_by: float) -> dict:
    """New sums with one row moved; those given stay as they are."""
    was, forecast = sums["y_true"][row], sums["y_pred"][row] + forecast_by
    truth = _moved_truth_snapped_to_shared(was, truth_by, sums["nearly"].get(row))
    after = _sums_with_row_replaced(sums, row, truth, forecast)
    if [name for name in ("sae", "sse", "sst", "shares", "void") if after[name] < LOST * sums[name]]:
        after.update(_recompute_sums_with_row_replaced(sums, row, truth, forecast))
    after["shown"] = [each for each in sums["shown"] if each[0] != row] + [(row, truth, forecast)]
    if after["shown"][-1][0] < len(sums["shown"]) == sums["n"]:  # all rows are drawn: the moved one keeps its place
        after["shown"] = after["shown"][:row] + [after["shown"][-1]] + after["shown"][row:-1]
    return after


def _moved_truth_snapped_to_shared(truth: float, by: float, truth_shared_by_others: float | None) -> float:
    """The truth of a row after a move; exactly truth_shared_by_others where it differs from that by rounding alone.

    truth_shared_by_others: what all other rows have; None if they differ.
    """
    moved = truth + by
    if truth_shared_by_others is not None and abs(moved - truth_shared_by_others) < 1e-12 * (abs(truth) + abs(by)):
        return truth_shared_by_others
    return moved


def _recompute_sums_with_row_replaced(sums: dict, row: int, new_truth: float, new_forecast: float) -> dict:
    """The sums from a walk over all rows, one of them moved: slow, and right whatever the others are."""
    columns = {name: list(sums[name]) for name in ("y_true", "y_pred")}
    columns["y_true"][row], columns["y_pred"][row] = new_truth, new_forecast
    state, fraction = initial_sums_state(columns), 0.0
    while fraction < 1:
        state, fraction = add_rows_slice(state)
    found = finish_sums_with_mean_and_shown_rows(state)
    return {name: found[name] for name in SUMS}


def _sums_with_row_replaced(sums: dict, row: int, new_truth: float, new_forecast: float) -> dict:
    """A copy of the sums, with one row's part in them exchanged."""
    after, was = dict(sums), sums["y_true"][row]
    old, new = sums["y_pred"][row] - was, new_forecast - new_truth
    after["sum"] = _replace_part_snapping_to_zero(sums["sum"], old, new)
    after["sae"] = _replace_part_snapping_to_zero(sums["sae"], abs(old), abs(new))
    after["sse"] = _replace_part_snapping_to_zero(sums["sse"], old * old, new * new)
    for t, miss, sign in ((was, old, -1), (new_truth, new, 1)):
        if t:
            after["shares"] += sign * abs(miss / t)
        else:
            after["zeros"] += sign
            after["void"] += sign * abs(miss)
    _update_truth_mean_and_sst(after, sums, row, new_truth)
    return after


def _update_truth_mean_and_sst(after: dict, sums: dict, row: int, new_truth: float) -> None:
    """Set mean, sst and truths_equal in `after`, in which a row has a new truth."""
    n, by = sums["n"], new_truth - sums["y_true"][row]
    after["mean"] = sums["mean"] + by / n
    spread = sums["sst"] + 2 * by * (sums["y_true"][row] - sums["mean"]) + by * by * (1 - 1 / n)
    after["truths_equal"] = (sums["truths_equal"] and not by) or n == 1 or sums["nearly"].get(row) == new_truth
    after["sst"] = 0.0 if after["truths_equal"] else max(spread, 0.0)


def error_metrics(sums: dict, scale: float = 1.0) -> dict:
    """The sums and figures with every number multiplied by `scale`.

    mean_miss, mae, mse, rmse, r2, mape (a fraction); None where a figure has no value: `reason` then says why, and
    `missing` also what scikit-learn answers.
    """
    n, square = sums["n"], scale * scale
    out = {"n": n, "shares": sums["shares"], "reason": {}, "missing": {}}
    for name, times in (("sum", scale), ("sae", scale), ("sse", square), ("mean", scale), ("sst", square)):
        out[name] = sums[name] * times
    out["mean_miss"], out["mae"], out["mse"] = out["sum"] / n, out["sae"] / n, out["sse"] / n
    out["rmse"] = math.sqrt(out["mse"])
    out["r2"] = None if sums["truths_equal"] else 1 - sums["sse"] / sums["sst"]
    out["mape"] = None if sums["zeros"] else sums["shares"] / n
    if sums["truths_equal"]:
        out["reason"]["r2"] = "there is only one row" if n == 1 else "all actual values are equal"
        theirs = "no number" if n == 1 else "0.0" if sums["sse"] else "1.0"
        out["missing"]["r2"] = "undefined because SST is 0: %s. scikit-learn returns %s" % (out["reason"]["r2"], theirs)
    if sums["zeros"]:
        out["reason"]["mape"] = (
            "an actual value is 0" if sums["zeros"] == 1 else "%d actual values are 0" % sums["zeros"]
        )
        theirs = (sums["shares"] + sums["void"] / EPSILON) / n
        told = (
            out["reason"]["mape"],
            _format_one_digit_scientific(theirs) if theirs > 1e6 else format_fixed(theirs, 3),
        )
        out["missing"]["mape"] = "undefined because of a division by 0: %s. scikit-learn returns %s" % told
    return out


def _format_one_digit_scientific(x: float) -> str:
    power = int(math.floor(math.log10(x)))
    return "%s \u00d7 10^%d" % (format_fixed(x / 10.0**power, 0), power)


def _add_errors(state: dict, start: int, stop: int) -> None:
    truths, forecasts = state["y_true"], state["y_pred"]
    total = signed = sizes = squares = shares = 0.0
    for i in range(start, stop):
        truth = truths[i]
        miss = forecasts[i] - truth
        total += truth
        signed += miss
        squares += miss * miss
        miss = abs(miss)
        sizes += miss
        if truth:
            shares += miss / abs(truth)
        else:
            state["zeros"] += 1
            state["void"] += miss
    for name, part in (("total", total), ("sum", signed), ("sae", sizes), ("sse", squares), ("shares", shares)):
        state[name] += part


def _add_squared_deviations_from_mean(state: dict, start: int, stop: int) -> None:
    truths, middle, spread = state["y_true"], state["total"] / state["n"], 0.0
    for i in range(start, stop):
        away = truths[i] - middle
        spread += away * away
    state["sst"] += spread


def _replace_part_snapping_to_zero(total: float, old_part: float, new_part: float) -> float:
    """The sum with one part in place of another; what rounding alone leaves over is nothing."""
    left = total - old_part + new_part
    return 0.0 if abs(left) < 1e-13 * (abs(total) + abs(new_part)) else left


def _value_of_others_by_lone_row(truths) -> dict:
    """{row: truth of all others} for each row that alone differs from the rest, which are equal.

    A third value, or the second row of each of two, ends the search.
    """
    first, other = truths[0], None
    where: list = []
    for i in range(len(truths)):
        if truths[i] == first:
            continue
        if other is not None and truths[i] != other or len(where) > 1 and len(where) < i:
            return {}
        other = truths[i]
        where.append(i)
    found = {where[0]: first} if len(where) == 1 else {}
    if len(where) == len(truths) - 1 and where:
        found[0] = other
    return found
