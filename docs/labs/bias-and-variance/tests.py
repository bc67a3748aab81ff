"""Tests for "Bias and variance": five predictions with known parts, and a model that records how it is trained."""

import random
from statistics import fmean

from harness import expect_number, fail, shown
from live.figures.fits import place_plot

SIGNATURES = (
    "truth(x)",
    "draw_sample(rows, generator)",
    "line(xs, ys, x)",
    "predictions(model, rows, repeats=500, seed=1)",
    "bias_squared(values, expected)",
    "variance(values)",
    "best_model(rows)",
    "MODELS",
    "X",
    "FALLS_WITH_MORE_DATA",
)
FIVE = [31, 29, 33, 30, 27]  # their mean is 30
ROWS = 8


def test_bias_squared(lab):
    """Bias squared of five predictions"""
    mistakes = [
        (
            40,
            "This is the mean of the squared errors, which also contains the variance. Take the mean of the values "
            "first, subtract, and then square.",
        ),
        (-6, "This is the bias. Square it."),
        (6, "This is the size of the bias. Square the difference instead."),
        (200, "This is the sum of the squared errors. Take the mean of the values first, subtract, and then square."),
        (0, "Return (mean of the values - expected) ** 2. The mean of the values is 30 here."),
        (900, "This is the square of the mean. Subtract expected before you square."),
    ]
    expect_number("bias_squared([31, 29, 33, 30, 27], 36)", lab.bias_squared(list(FIVE), 36), 36, mistakes)


def test_variance(lab):
    """Variance of five predictions"""
    mistakes = [
        (5, "You divide by n - 1. That estimates a variance from a sample; here, divide by the number of values."),
        (2, "This is the standard deviation. Return its square, the variance."),
        (20, "This is the sum of the squared differences. Divide it by the number of values."),
        (0, "Return the mean of (value - mean) ** 2, where mean is the mean of all values."),
        (8 / 5, "This is the mean of the absolute differences. Square each difference instead."),
        (
            fmean((value - lab.truth(lab.X)) ** 2 for value in FIVE),
            "You measure the distance to the truth. Variance is measured around the mean of the values themselves.",
        ),
    ]
    expect_number("variance([31, 29, 33, 30, 27])", lab.variance(list(FIVE)), 4, mistakes)


def test_new_samples(lab):
    """Each prediction comes from a new sample"""
    calls, values = record(lab, repeats=20)
    if not isinstance(values, list | tuple):
        fail(f"predictions returned {shown(values)}. Return a list of numbers.")
    if len(values) != 20:
        fail(f"predictions returned a list of {len(values)} for repeats=20. Return one prediction for each repeat.")
    samples = {tuple(ys) for _, ys, _ in calls}
    if len(samples) == 1:
        fail(
            "All 20 models were trained on the same sample, so their predictions are equal and the variance is 0. Call "
            "draw_sample inside the loop, and create the generator once, before the loop."
        )
    if len(samples) < 20:
        fail(f"The 20 models were trained on {len(samples)} different samples. Draw a new sample for each model.")
    if list(values) != [len(calls[0][0]) + k for k in range(20)]:
        fail("The list does not contain what the models predicted. Return the results of model(xs, ys, X).")


def test_rows_and_place(lab):
    """Models are trained on the given number of rows and compared at X"""
    for rows in (ROWS, 24):
        calls, _ = record(lab, rows=rows)
        xs, _, x = calls[0]
        if len(xs) != rows:
            fail(f"For rows={rows}, a model was trained on {len(xs)} rows. Pass rows to draw_sample.")
        if x != lab.X:
            fail(f"A model predicted at x = {shown(x)}. Compare all predictions at the same input: X = {lab.X}.")


def test_best_model(lab):
    """Best model with few and with many rows"""
    expect_best(lab, 8, "line")
    expect_best(lab, 64, "slots")


def test_what_more_data_changes(lab):
    """What falls with more data"""
    answer = lab.FALLS_WITH_MORE_DATA
    if answer not in ("bias", "variance"):
        fail(
            f'FALLS_WITH_MORE_DATA is {shown(answer)}. Compare 8 and 64 rows in the output; write "bias" or "variance".'
        )
    if answer == "bias":
        few, many = (parts(lab, "line", rows) for rows in (8, 64))
        fail(
            f"Compare the line with 8 and with 64 rows: its bias squared was {few[0]:.3f} and is {many[0]:.3f}, its "
            f"variance was {few[1]:.3f} and is {many[1]:.3f}. More data cannot bend a straight line."
        )


def record(lab, rows=ROWS, repeats=3):
    """(calls, what predictions returned) for a model that records each call as (xs, ys, x)."""
    calls = []

    def model(xs, ys, x):
        calls.append((list(xs), list(ys), x))
        return len(xs) + len(calls) - 1

    return calls, lab.predictions(model, rows, repeats)


def parts(lab, name, rows):
    """(bias squared, variance) of a model, from 500 samples of our own."""
    generator = random.Random(1)
    values = [lab.MODELS[name](*lab.draw_sample(rows, generator), lab.X) for _ in range(500)]
    mean = fmean(values)
    return (mean - lab.truth(lab.X)) ** 2, fmean((value - mean) ** 2 for value in values)


def expect_best(lab, rows, expected):
    """Fail unless best_model names the model with the lowest sum; say which part it looked at alone."""
    got = lab.best_model(rows)
    if got == expected:
        return
    if got not in lab.MODELS:
        fail(f"best_model({rows}) returned {shown(got)}. Return one of the names in MODELS.")
    found = {name: parts(lab, name, rows) for name in lab.MODELS}
    reason = "Add both parts, and return the name with the lowest sum."
    if got == min(found, key=lambda name: found[name][0]):
        reason = "It has the lowest bias, but not the lowest sum: add the variance."
    elif got == min(found, key=lambda name: found[name][1]):
        reason = "It has the lowest variance, but not the lowest sum: add the squared bias."
    sums = f"{sum(found[got]):.3f} for {got} and {sum(found[expected]):.3f} for {expected}"
    fail(f"best_model({rows}) returned {shown(got)}. {reason} With {rows} rows, the sum is {sums}.")


def figure(lab):
    """How the predictions of the line spread when it is trained on 8 rows."""
    values = lab.predictions(lab.line, ROWS)
    if len(values) < 2:
        return None
    bias, spread = parts(lab, "line", ROWS)
    expected, mean = lab.truth(lab.X), fmean(values)
    rows = [("Truth", expected), ("Mean of the models", mean), ("Bias squared", bias), ("Variance", spread)]
    return {
        "caption": f"{len(values)} lines, each trained on 8 rows. The bias is the distance of their mean to the truth.",
        "tree": place_plot(values, expected, mean),
        "table": [["At x = 0.1875", "Value"], *([name, f"{value:.3f}"] for name, value in rows)],
    }
