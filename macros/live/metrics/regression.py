"""Errors of numeric predictions, under scikit-learn's names with its arguments and answers (1.9.1).

y_true, y_pred: lists or tuples of n numbers, equally long; n >= 1, all finite, else ValueError. `sample_weight` and
several outputs are not supported. Source of all: the reference of scikit-learn 1.9.1.
"""

import math

from ..arithmetic import mean, total

EPSILON = 2.220446049250313e-16  # of float64, as numpy.finfo gives it


def mean_squared_error(y_true, y_pred, *, multioutput: str = "uniform_average"):
    """Mean of the squared errors, in the target's unit squared; 0 or more, lower is better."""
    y_true, y_pred = _rows(y_true, y_pred)
    return _folded(sum_of_squared_errors(y_true, y_pred) / len(y_true), multioutput)


def root_mean_squared_error(y_true, y_pred, *, multioutput: str = "uniform_average"):
    """Root of the mean squared error, in the target's unit; 0 or more, never below the mean absolute error."""
    return _folded(math.sqrt(mean_squared_error(y_true, y_pred)), multioutput)


def mean_absolute_error(y_true, y_pred, *, multioutput: str = "uniform_average"):
    """Mean distance between prediction and truth, in the target's unit; 0 or more, lower is better."""
    y_true, y_pred = _rows(y_true, y_pred)
    return _folded(mean([abs(t - p) for t, p in zip(y_true, y_pred)]), multioutput)


def mean_absolute_percentage_error(y_true, y_pred, *, multioutput: str = "uniform_average"):
    """Mean of |error| / |truth|, as a fraction: 0.1 means 10 %; 0 or more, lower is better.

    A truth of 0 counts as 2.2e-16, so that one miss there swamps all else; scikit-learn does the same.
    """
    y_true, y_pred = _rows(y_true, y_pred)
    return _folded(mean([abs(t - p) / max(abs(t), EPSILON) for t, p in zip(y_true, y_pred)]), multioutput)


def r2_score(y_true, y_pred, *, multioutput: str = "uniform_average", force_finite: bool = True):
    """Share of the squared spread that the predictions explain: 1 - squared errors / squared spread around the mean.

    1 is perfect, 0 as good as always saying the mean, and there is no floor below. One row gives nan. A constant truth
    gives 1.0 if every prediction is right and 0.0 otherwise; with force_finite=False nan and -inf.
    """
    y_true, y_pred = _rows(y_true, y_pred)
    errors, spread = sum_of_squared_errors(y_true, y_pred), total_sum_of_squares(y_true)
    if len(y_true) < 2:
        return float("nan")
    if multioutput == "variance_weighted":
        multioutput = "uniform_average"  # the same with a single output
    if spread:
        return _folded(1 - errors / spread, multioutput)
    if force_finite:
        return _folded(0.0 if errors else 1.0, multioutput)
    return _folded(float("-inf") if errors else float("nan"), multioutput)


def sum_of_squared_errors(y_true, y_pred) -> float:
    """Sum of (truth - prediction) squared, in the target's unit squared."""
    y_true, y_pred = _rows(y_true, y_pred)
    return total([(t - p) * (t - p) for t, p in zip(y_true, y_pred)])


def total_sum_of_squares(y_true) -> float:
    """Sum of (truth - mean truth) squared, in the target's unit squared; exactly 0 where all rows are alike."""
    y_true = _numbers("y_true", y_true)
    if min(y_true) == max(y_true):
        return 0.0
    middle = mean(y_true)
    return total([(t - middle) * (t - middle) for t in y_true])


def _rows(y_true, y_pred) -> tuple:
    """Both columns as floats, or ValueError."""
    y_true, y_pred = _numbers("y_true", y_true), _numbers("y_pred", y_pred)
    if len(y_true) != len(y_pred):
        raise ValueError("y_true has %d rows, y_pred %d" % (len(y_true), len(y_pred)))
    return y_true, y_pred


def _numbers(name: str, values) -> list:
    """A column as a list of finite floats, or ValueError that says what is not supported."""
    if type(values) not in (list, tuple):
        raise ValueError(name + " must be a list or tuple of numbers")
    if not values:
        raise ValueError(name + " is empty")
    for value in values:
        if type(value) not in (int, float, bool):
            raise ValueError(name + " may hold numbers only, in one dimension")
        if value - value != 0:
            raise ValueError(name + " holds nan or infinity")
    return [float(value) for value in values]


def _folded(value: float, multioutput: str):
    """The value as `multioutput` asks for it: a number, or a list of one."""
    if multioutput == "raw_values":
        return [value]
    if multioutput != "uniform_average":
        raise ValueError("multioutput must be uniform_average or raw_values")
    return value
