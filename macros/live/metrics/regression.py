"""Errors of numeric predictions, under scikit-learn's names with its arguments and answers (1.9.1).

y_true, y_pred: lists or tuples of n numbers, equally long; n >= 1, all finite, else ValueError. multioutput:
"uniform_average" for a number, "raw_values" for a list of one. `sample_weight` and several outputs are not supported.
Source of all: the reference of scikit-learn 1.9.1.
"""

import math

from ..arithmetic import INFINITY, NAN, mean, total
from .columns import finite_floats, refuse_weights, require_same_length

EPSILON = 2.220446049250313e-16  # of float64, as numpy.finfo gives it
FORMS = ("uniform_average", "raw_values")


def mean_squared_error(y_true, y_pred, *, sample_weight: None = None, multioutput="uniform_average"):
    """Mean of the squared errors, in the target's unit squared; 0 or more, lower is better."""
    refuse_weights(sample_weight)
    y_true, y_pred = _equally_long_float_lists(y_true, y_pred)
    return _in_multioutput_form(sum_of_squared_errors(y_true, y_pred) / len(y_true), multioutput)


def root_mean_squared_error(y_true, y_pred, *, sample_weight: None = None, multioutput="uniform_average"):
    """Root of the mean squared error, in the target's unit; 0 or more, never below the mean absolute error.

    multioutput may also be a list of one weight, which changes nothing.
    """
    if type(multioutput) in (list, tuple) and len(multioutput) == 1 and multioutput[0]:
        multioutput = "uniform_average"
    return _in_multioutput_form(math.sqrt(mean_squared_error(y_true, y_pred, sample_weight=sample_weight)), multioutput)


def mean_absolute_error(y_true, y_pred, *, sample_weight: None = None, multioutput="uniform_average"):
    """Mean distance between prediction and truth, in the target's unit; 0 or more, lower is better."""
    refuse_weights(sample_weight)
    y_true, y_pred = _equally_long_float_lists(y_true, y_pred)
    return _in_multioutput_form(mean([abs(t - p) for t, p in zip(y_true, y_pred)]), multioutput)


def mean_absolute_percentage_error(y_true, y_pred, *, sample_weight: None = None, multioutput="uniform_average"):
    """Mean of |error| / |truth|, as a fraction: 0.1 means 10 %; 0 or more, lower is better.

    A truth of 0 counts as 2.2e-16, so that one miss there swamps all else; scikit-learn does the same.
    """
    refuse_weights(sample_weight)
    y_true, y_pred = _equally_long_float_lists(y_true, y_pred)
    return _in_multioutput_form(mean([abs(t - p) / max(abs(t), EPSILON) for t, p in zip(y_true, y_pred)]), multioutput)


def r2_score(y_true, y_pred, *, sample_weight: None = None, multioutput="uniform_average", force_finite: bool = True):
    """Share of the squared spread that the predictions explain: 1 - squared errors / squared spread around the mean.

    1 is perfect, 0 as good as always saying the mean, and there is no floor below. One row gives nan. A constant truth
    gives 1.0 if every prediction is right and 0.0 otherwise; with force_finite=False nan and -inf. A truth is constant
    if its rows are equal; scikit-learn asks whether they equal their rounded mean, and so misses some, as 0.1 three
    times. multioutput may also be "variance_weighted" or None: the same as the default with one output.
    """
    refuse_weights(sample_weight)
    if multioutput in ("variance_weighted", None):
        multioutput = "uniform_average"
    y_true, y_pred = _equally_long_float_lists(y_true, y_pred)
    errors, spread = sum_of_squared_errors(y_true, y_pred), total_sum_of_squares(y_true)
    if spread:
        score = 1 - errors / spread
    elif force_finite:
        score = 0.0 if errors else 1.0
    else:
        score = -INFINITY if errors else NAN
    score = _in_multioutput_form(score, multioutput)
    return score if len(y_true) > 1 else NAN


def sum_of_squared_errors(y_true, y_pred) -> float:
    """Sum of (truth - prediction) squared, in the target's unit squared."""
    y_true, y_pred = _equally_long_float_lists(y_true, y_pred)
    return total([(t - p) * (t - p) for t, p in zip(y_true, y_pred)])


def total_sum_of_squares(y_true) -> float:
    """Sum of (truth - mean truth) squared, in the target's unit squared; exactly 0 where all rows are alike."""
    y_true = finite_floats("y_true", y_true)
    if min(y_true) == max(y_true):
        return 0.0
    middle = mean(y_true)
    return total([(t - middle) * (t - middle) for t in y_true])


def _equally_long_float_lists(y_true, y_pred) -> tuple:
    """Both as lists of floats, equally long; or ValueError."""
    y_true, y_pred = finite_floats("y_true", y_true), finite_floats("y_pred", y_pred)
    require_same_length("y_pred", y_true, y_pred)
    return y_true, y_pred


def _in_multioutput_form(value: float, multioutput):
    """The value as `multioutput` asks for it: a number, or a list of one."""
    if multioutput not in FORMS:
        raise ValueError("multioutput must be uniform_average or raw_values: weights require several outputs")
    return [value] if multioutput == "raw_values" else value
