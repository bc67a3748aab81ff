"""Tests for "Bias and variance": five predictions with known parts, and a model that records how it is trained."""

import random
from statistics import fmean

from harness import after, expect_number, fail, shown, watch
from live.figures.fits import prediction_histogram

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
THREE = [2, 4, 9]  # their mean is 5
ROWS = 8


def test_new_samples(lab):
    """Each prediction comes from a new sample"""
    calls, values = record(lab, repeats=20)
    if not isinstance(values, list | tuple):
        fail(f"predictions returned {shown(values)}. Return a list of numbers.")
    if len(values) != 20:
        fail(f"predictions returned a list of {len(values)} for repeats=20. Return one prediction for each repeat.")
    if not calls:
        fail("predictions did not call the model that it received. Train and apply it with model(xs, ys, X).")
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


@after("predictions", test_new_samples)
def test_rows_and_place(lab):
    """Models are trained on the given number of rows and compared at X"""
    for rows in (ROWS, 24):
        calls, _ = record(lab, rows=rows)
        xs, _, x = calls[0]
        if len(xs) != rows:
            fail(f"For rows={rows}, a model was trained on {len(xs)} rows. Pass rows to draw_sample.")
        if x != lab.X:
            fail(f"A model predicted at x = {shown(x)}. Compare all predictions at the same input: X = {lab.X}.")


def test_bias_squared(lab):
    """Bias squared of a few predictions"""
    mistakes = [
        (
            13,
            "This is the mean of the squared errors, which also contains the variance. Take the mean of the values "
            "first, subtract, and then square.",
        ),
        (-3, "This is the bias. Square it."),
        (3, "This is the size of the bias. Square the difference instead."),
        (65, "This is the sum of the squared errors. Take the mean of the values first, subtract, and then square."),
        (117**2, "You subtract expected from the sum of the values. Subtract it from their mean, which is 30."),
        ((30 - lab.truth(lab.X)) ** 2, "You subtract truth(X). Subtract the argument expected."),
        (0, "Return (mean of the values - expected) ** 2. The mean of the values is 30 here."),
        (900, "This is the square of the mean. Subtract expected before you square."),
    ]
    expect_number("bias_squared([31, 29, 33, 30, 27], 33)", lab.bias_squared(list(FIVE), 33), 9, mistakes)
    same = [(9, "That is the result for the other values. Use the arguments values and expected.")]
    expect_number("bias_squared([2, 4, 9], 7)", lab.bias_squared(list(THREE), 7), 4, same)


def test_variance(lab):
    """Variance of a few predictions"""
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
    same = [(4, "That is the result for the other values. Use the argument values.")]
    expect_number("variance([2, 4, 9])", lab.variance(list(THREE)), 26 / 3, same)


@after("predictions", test_new_samples, test_rows_and_place)
@after("bias_squared", test_bias_squared)
@after("variance", test_variance)
def test_best_model(lab):
    """Best model with few and with many rows"""
    expect_best(lab, 8, "line")
    expect_best(lab, 64, "slots")
    models = lab.MODELS
    lab.MODELS = {"constant": lab.line, "line": lab.slots, "slots": lab.constant}
    try:
        got = lab.best_model(8)
    finally:
        lab.MODELS = models
    if got != "constant":
        fail(
            f"This test stores the straight line in MODELS as 'constant', but best_model(8) returned {shown(got)}. Do "
            "not write names into the function: compare predictions(MODELS[name], rows) for each name in MODELS."
        )


def test_what_more_data_changes(lab):
    """What falls with more data"""
    answer = str(lab.FALLS_WITH_MORE_DATA).strip().lower()
    if answer not in ("bias", "variance"):
        fail(
            f"FALLS_WITH_MORE_DATA is {shown(lab.FALLS_WITH_MORE_DATA)}. Compare 8 and 64 rows in the output. Write "
            '"bias" or "variance".'
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
    """Fail unless best_model names the model with the lowest sum; say what it did instead."""
    with (
        watch(lab, "predictions") as predicted,
        watch(lab, "bias_squared") as biases,
        watch(lab, "variance") as spreads,
    ):
        got = lab.best_model(rows)
    call = f"best_model({rows})"
    if not isinstance(got, str) or got not in lab.MODELS:
        fail(f"{call} returned {shown(got)}. Return one of the names in MODELS.")
    few = min((len(each.result) for each in predicted), default=500)
    if few < 100:
        fail(f"{call} calls predictions with repeats={few}. Leave out repeats, so that it is 500.")
    if got == expected:
        return
    found = {name: parts(lab, name, rows) for name in lab.MODELS}
    reason = "For each model, add both parts, and return the name with the lowest sum."
    if wrong := [each.arguments[1] for each in predicted if each.arguments[1] != rows]:
        reason = f"It passes {shown(wrong[0])} to predictions as the number of rows. Pass the argument rows."
    elif wrong := [each.arguments[1] for each in biases if each.arguments[1] != lab.truth(lab.X)]:
        reason = f"It passes {shown(wrong[0])} to bias_squared as expected. The expected value is truth(X)."
    elif biases and not spreads:
        reason = "It has the lowest bias, but not the lowest sum: add the variance."
    elif spreads and not biases:
        reason = "It has the lowest variance, but not the lowest sum: add the squared bias."
    elif got == max(found, key=lambda name: sum(found[name])):
        reason = "It has the highest sum. Return the name with the lowest."
    sums = f"{sum(found[got]):.3f} for {got} and {sum(found[expected]):.3f} for {expected}"
    fail(f"{call} returned {shown(got)}. {reason} With {rows} rows, the sum is {sums}.")


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
        "tree": prediction_histogram(values, expected, mean),
        "table": [["At x = 0.1875", "Value"], *([name, f"{value:.3f}"] for name, value in rows)],
    }
