"""Bias and variance: 500 models, each fitted to its own sample of the same problem."""

import math

from .. import bias_variance_simulation
from ..arithmetic import format_fixed, format_number
from ..bias_variance_simulation import (
    basis_at,
    bias_variance_and_training_error_by_degree,
    dot_product,
    noise_free_coefficients_and_shrinkage,
    unit_noise_by_refit,
)
from ..figures.bar import bar_svg
from ..figures.fits import bias_variance_by_degree_plot, fits_plot, prediction_histogram

TITLE = "Bias and variance of 500 models"
PURPOSE = (
    "Each model is a polynomial fitted to its own sample, which has the same inputs but new noise. Bias is the error "
    "that the models have in common, and variance is how much they differ."
)
LIST_ENTRY = ("Bias and variance calculator", "change the flexibility of a model, and see its bias and its variance.")
WORK = ("rows", "seed")
begin, step, finish = (
    bias_variance_simulation.initial_simulation_state,
    bias_variance_simulation.add_next_noise_samples,
    bias_variance_simulation.sums_to_means_and_variances,
)
CURVES = 6


def _number_field_spec(name: str, label: str, most: float, default: float) -> dict:
    return {"name": name, "label": label, "kind": "number", "range": (0, most), "default": default}


def _count_field_spec(name: str, label: str, least: int, most: int, default: int, slider_step: int = 0) -> dict:
    field = {"name": name, "label": label, "kind": "count", "range": (least, most), "default": default}
    if slider_step:
        field["slide"] = slider_step
    return field


FIELDS = (
    _count_field_spec("degree", "Degree of the polynomial", 0, 9, 1, 1),
    _count_field_spec("rows", "Rows per sample", 12, 100, 16),
    _number_field_spec("noise", "Noise (standard deviation)", 2, 0.5),
    _number_field_spec("penalty", "Penalty on coefficients", 10, 0),
    {
        "name": "truth",
        "label": "True function",
        "kind": "select",
        "options": (("wave", "sine wave"), ("line", "straight line")),
        "default": "wave",
    },
    {
        "name": "place",
        "label": "Input x to inspect",
        "kind": "share",
        "range": (0, 1),
        "default": 0.25,
        "slide": 0.01,
    },
    _count_field_spec("seed", "Random seed", 1, 9999, 1),
)


def _preset_values(**changed) -> dict:
    values = {"degree": 1, "rows": 16, "noise": 0.5, "penalty": 0, "truth": "wave", "place": 0.25, "seed": 1}
    values.update(changed)
    return values


PRESETS = (
    {
        "name": "line",
        "label": "Straight line",
        "about": "Simulated: a sine wave with noise 0.5 and 16 rows per sample. The models are straight lines.",
        "values": _preset_values(),
    },
    {
        "name": "constant",
        "label": "Degree 0",
        "about": "Simulated: the same samples. Each model always predicts the mean of its sample.",
        "values": _preset_values(degree=0),
    },
    {
        "name": "flexible",
        "label": "Degree 9",
        "about": "Simulated: the same samples. The models are polynomials of degree 9.",
        "values": _preset_values(degree=9),
    },
    {
        "name": "simple",
        "label": "True function is a line",
        "about": "Simulated: the true function is a straight line, and so are the models.",
        "values": _preset_values(truth="line"),
    },
    {
        "name": "exact",
        "label": "No noise",
        "about": "Simulated: a straight line without noise, so all samples are identical.",
        "values": _preset_values(truth="line", noise=0),
    },
)

PREDICT = {
    "question": "Straight lines are fitted to a sine wave. Each sample now has four times as many rows, 64 instead of "
    "16. How does the squared bias of 0.19 change?",
    "choices": (
        ("quarter", "It falls to a quarter", "Only the variance falls about this much, from 0.03 to 0.01."),
        (
            "half",
            "It falls to half",
            "More rows make the lines more stable, but they stay straight. Bias squared goes from 0.19 to 0.20.",
        ),
        (
            "stays",
            "It hardly changes",
            "More rows cannot turn a straight line into a curve. Bias squared goes from 0.19 to 0.20.",
        ),
    ),
    "key": "stays",
    "then": _preset_values(rows=64),
}

TAKEAWAY = (
    "A more flexible model usually has less bias and more variance. More training data or stronger regularization "
    "reduces variance, and a more flexible model reduces bias. None of these changes reduces the noise, so "
    "compare the sums."
)
FACTS = ()
FIGURES = (
    {
        "name": "fits",
        "caption": "The thin lines are six of the models, and the dashed line is the mean of all 500. Its "
        "distance from the true function is bias, and the spread of the thin lines around it is variance.",
        "twin": "True function and models at some inputs",
    },
    {
        "name": "place",
        "caption": "Predictions of 500 models for one input. Bias is the distance of their mean from the true value, "
        "and variance is their spread around the mean.",
        "twin": "Predictions for this input",
    },
    {
        "name": "degrees",
        "caption": "The ring marks the sum for your degree. The sum is lowest where a higher degree would add more "
        "variance than the squared bias that it would remove.",
        "twin": "Bias, variance, and error by degree",
    },
)


def truth_at(kind: str, x: float) -> float:
    """The true value at a place."""
    return math.sin(2 * math.pi * x) if kind == "wave" else 1 - 2 * x


def compute(values: dict, simulated: dict, facts=None) -> dict:
    """The parts for every degree, some fits, and all predictions at the place."""
    degree, noise, penalty, truth = values["degree"], values["noise"], values["penalty"], values["truth"]
    truths = [truth_at(truth, x) for x in simulated["x"]]
    rows = bias_variance_and_training_error_by_degree(simulated, truths, noise, penalty)
    noise_free, shrinkage = noise_free_coefficients_and_shrinkage(simulated, truths, degree, penalty)
    curves = _mean_and_first_fits_on_grid(simulated, noise_free, shrinkage, noise)
    first, last = simulated["x"][0], simulated["x"][simulated["n"] - 1]
    place = min(last, max(first, values["place"]))
    predictions, mean = _refit_predictions_and_mean(simulated, noise_free, shrinkage, noise, place)
    result = dict(rows[degree])
    result.update({"degree": degree, "noise": noise, "rows": rows, "place": place, "grid": simulated["grid"]})
    result.update({"truths": [truth_at(truth, x) for x in simulated["grid"]], "predictions": predictions, "mean": mean})
    result["middle"], result["curves"] = curves[0], curves[1:]
    result["truth"], result["spread"] = truth_at(truth, place), _mean_squared_distance(predictions, mean)
    result["total"] = result["bias2"] + result["variance"] + noise * noise
    sums = [row["bias2"] + row["variance"] for row in rows]
    result["best"] = sums.index(min(sums))
    return result


def _refit_predictions_and_mean(
    simulated: dict, noise_free_coefficients: list, shrinkage: list, noise_sd: float, x: float
) -> tuple:
    """(predictions of all refits for the input x, their mean)."""
    at = basis_at(simulated["recurrence"], x)
    every = unit_noise_by_refit(simulated, at, len(noise_free_coefficients) - 1)
    middle, share = dot_product(noise_free_coefficients, at), noise_sd * shrinkage[-1]
    alone = noise_sd - share  # what the penalty leaves to the first coefficient alone
    if alone:
        first = unit_noise_by_refit(simulated, at, 0)
        predictions = [middle + share * b + alone * a for a, b in zip(first, every)]
    else:
        predictions = [middle + share * b for b in every]
    mean_fit = _one_refit_coefficients(noise_free_coefficients, shrinkage, noise_sd, simulated["means"])
    return predictions, dot_product(mean_fit, at)


def _mean_and_first_fits_on_grid(
    simulated: dict, noise_free_coefficients: list, shrinkage: list, noise_sd: float
) -> list:
    """Values over the grid of the mean of all fits, then of each of the first CURVES fits."""
    fits = [
        _one_refit_coefficients(noise_free_coefficients, shrinkage, noise_sd, each)
        for each in [simulated["means"]] + simulated["noise"][:CURVES]
    ]
    return [[dot_product(each, at) for at in simulated["grid_basis"]] for each in fits]


def _one_refit_coefficients(
    noise_free_coefficients: list, noise_shrinkage: list, noise_sd: float, normal_draws: list
) -> list:
    """The coefficients of one refit, whose noise is a standard normal number for each coefficient."""
    return [
        coefficient + noise_sd * noise_shrinkage[j] * normal_draws[j]
        for j, coefficient in enumerate(noise_free_coefficients)
    ]


def _mean_squared_distance(values: list, middle: float) -> float:
    """Mean squared distance of the values from the middle."""
    squares = 0.0
    for value in values:
        squares += (value - middle) * (value - middle)
    return squares / len(values)


def view(result: dict) -> dict:
    """Sentences, table of the parts, three figures with their tables."""
    grid, truths, curves, middle = result["grid"], result["truths"], result["curves"], result["middle"]
    figures = {
        "fits": fits_plot(grid, truths, curves, middle, result["place"]),
        "place": prediction_histogram(result["predictions"], result["truth"], result["mean"]),
        "degrees": bias_variance_by_degree_plot(result["rows"], result["noise"], result["degree"]),
    }
    tables = {
        "fits": _truth_mean_and_bias_by_x_rows(result),
        "place": _prediction_summary_at_x_rows(result),
        "degrees": _errors_by_degree_rows(result),
    }
    return {
        "says": {
            "result": " ".join(
                [
                    _decomposition_sentences(result),
                    _lower_or_higher_degree_sentence(result),
                    _bias_at_x_sentence(result),
                    _last_refit_error_at_x_sentence(result),
                ]
            )
        },
        "table": _error_parts_rows(result),
        "figures": figures,
        "tables": tables,
    }


def _error_parts_rows(result: dict) -> list:
    """Rows of the main table: the parts of the expected error with their shares, and the training error."""
    noise, total = result["noise"] * result["noise"], result["total"]
    rows: list = [["Part", "Definition", "Share", "Value"]]
    parts = (
        ("Bias squared", "(mean of the models \u2212 true value)\u00b2", result["bias2"]),
        ("Variance", "mean of (model \u2212 mean of the models)\u00b2", result["variance"]),
        ("Noise", "variance of the outcome itself", noise),
    )
    for name, what, value in parts:
        rows.append({"cells": _part_cells(name, what, value, total), "mark": ""})
    summed = "%s + %s + %s" % (
        format_fixed(result["bias2"], 3),
        format_fixed(result["variance"], 3),
        format_fixed(noise, 3),
    )
    rows.append(
        {
            "cells": ["Expected error", {"lines": ["on new data", summed], "span": 2}, format_fixed(total, 3)],
            "mark": "goal",
        }
    )
    lines = {"lines": ["mean over the 500 samples, on their training data"], "span": 2}
    rows.append({"cells": ["Training error", lines, format_fixed(result["training"], 3)], "mark": ""})
    return rows


def _part_cells(name: str, what: str, value: float, total: float) -> list:
    if total < 5e-13:
        return [
            name,
            {"lines": [what, "**undefined: the expected error is 0**"], "span": 2},
            format_fixed(value, 3),
        ]
    share = value / total
    return [
        name,
        {"lines": [what, format_fixed(share * 100, 0) + "% of the sum"]},
        {"figure": bar_svg(share)},
        format_fixed(value, 3),
    ]


def _decomposition_sentences(result: dict) -> str:
    text = "At degree **%s**, bias squared is **%s** and variance is **%s**. "
    text += "With a noise variance of %s, the expected error on new data is **%s**."
    numbers = (result["bias2"], result["variance"], result["noise"] * result["noise"], result["total"])
    return text % tuple([format_number(result["degree"])] + [format_fixed(each, 2) for each in numbers])


def _lower_or_higher_degree_sentence(result: dict) -> str:
    """Whether a lower or a higher degree would be better, or none."""
    if result["total"] < 5e-13:
        return "No degree can be better."
    if result["best"] == result["degree"]:
        return "No other degree is better here."
    return "A %s degree would be better." % ("lower" if result["best"] < result["degree"] else "higher")


def _bias_at_x_sentence(result: dict) -> str:
    """True value, mean of the models, and bias at the inspected input alone."""
    return "At x = %s, the true value is %s and the models predict %s on average: a bias of **%s**." % (
        format_fixed(result["place"], 2),
        format_number(result["truth"], 2),
        format_number(result["mean"], 2),
        format_number(result["mean"] - result["truth"], 2),
    )


def _last_refit_error_at_x_sentence(result: dict) -> str:
    """The error of the last refit at the inspected input, in contrast to the bias there."""
    error = result["predictions"][-1] - result["truth"]
    return "The error of the last model is %s, which is not the bias." % format_number(error, 2)


def _truth_mean_and_bias_by_x_rows(result: dict) -> list:
    """A row for every second place of the curves: the truth, the mean of the models, its bias, and two models."""
    rows = [["Input x", "True value", "Mean of the models", "Bias", "First model", "Second model"]]
    for k in range(0, len(result["grid"]), 2):
        true, middle = result["truths"][k], result["middle"][k]
        numbers = (true, middle, middle - true, result["curves"][0][k], result["curves"][1][k])
        rows.append([format_fixed(result["grid"][k], 2)] + [format_number(each, 3) for each in numbers])
    return rows


def _prediction_summary_at_x_rows(result: dict) -> list:
    """Rows on the predictions for the inspected input."""
    rows = [["At x = %s" % format_fixed(result["place"], 2), "Value"]]
    values = (
        ("True value", result["truth"]),
        ("Mean of the models", result["mean"]),
        ("Bias", result["mean"] - result["truth"]),
        ("Variance of the models", result["spread"]),
        ("Smallest prediction", min(result["predictions"])),
        ("Largest prediction", max(result["predictions"])),
        ("Last model", result["predictions"][-1]),
        ("Error of the last model", result["predictions"][-1] - result["truth"]),
    )
    return rows + [[name, format_number(value, 3)] for name, value in values]


def _errors_by_degree_rows(result: dict) -> list:
    rows: list = [["Degree", "Bias squared", "Variance", "Expected error", "Training error"]]
    noise = result["noise"] * result["noise"]
    for degree, row in enumerate(result["rows"]):
        numbers = (row["bias2"], row["variance"], row["bias2"] + row["variance"] + noise, row["training"])
        cells = [str(degree)] + [format_fixed(each, 3) for each in numbers]
        rows.append({"cells": cells, "mark": "goal" if degree == result["degree"] else ""})
    return rows


def _best_degree_goal_reached_and_text(values: dict, result: dict) -> tuple[bool, str]:
    """(whether the goal is reached, text): the best degree for the samples as they come."""
    if values["penalty"] or values["noise"] != 0.5 or values["rows"] != 16 or values["truth"] != "wave":
        return False, "keep the rows, noise, penalty, and true function, and change only the degree."
    text = "expected error %s at degree %s" % (format_fixed(result["total"], 3), format_number(result["degree"]))
    if result["degree"] == result["best"]:
        return True, text + ". Bias squared of %s and variance of %s remain." % (
            format_fixed(result["bias2"], 3),
            format_fixed(result["variance"], 3),
        )
    return False, text + "; another degree is better."


def _low_variance_goal_reached_and_text(values: dict, result: dict) -> tuple[bool, str]:
    """(whether the goal is reached, text): less variance without a lower degree."""
    if values["degree"] != 9 or values["noise"] < 0.5 or values["truth"] != "wave":
        return False, "keep degree 9, a noise of at least 0.5, and the sine wave."
    text = "variance %s, bias squared %s" % (format_fixed(result["variance"], 3), format_fixed(result["bias2"], 3))
    if result["variance"] < 0.05:
        how = "The penalty raised the bias." if values["penalty"] else "More rows kept the bias low."
        return True, "%s. %s" % (text, how)
    return False, text + "."


GOALS = (
    {
        "text": "find the degree with the lowest expected error without changing anything else.",
        "reached": _best_degree_goal_reached_and_text,
    },
    {
        "text": "bring the variance below 0.05 with degree 9 and noise 0.5.",
        "reached": _low_variance_goal_reached_and_text,
    },
)

EXAMPLES = (
    (_preset_values(), "At degree 1, bias squared is 0.19 and variance is 0.03."),
    (_preset_values(), "A higher degree would be better."),
    (_preset_values(degree=3), "No other degree is better here."),
    (_preset_values(degree=9), "A lower degree would be better."),
    (_preset_values(rows=64), "bias squared is 0.20 and variance is 0.01"),
    (_preset_values(degree=9, penalty=1), "variance"),
    (_preset_values(truth="line", noise=0), "undefined: the expected error is 0"),
    (_preset_values(place=0), "0.03"),
)
