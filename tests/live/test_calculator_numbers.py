"""The numbers that calculators show: a formula with numbers gives the value beside it, and values are written out."""

import math
import re
from statistics import NormalDist

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.live.calculators import (
    bias_variance,
    confusion_matrix,
    inference_options,
    regression,
    sample_size,
    threshold,
)
from macros.live.calculators.sample_size import LEVEL_Z, POWER_Z
from tests.live.calculator_answers import rows_as_texts, run, said, texts

COUNTS = st.integers(0, 30) | st.integers(0, 10**5)


def shown_rows(calculator, **values):
    return rows_as_texts(run(calculator, {"texts": texts(values)})["table"])


def number(text):
    return float(text.replace(",", "").replace("\u200b", "").replace("\u2212", "-").removesuffix("%"))


def result_of(formula):
    """The number that a formula of shown numbers gives: a sum, product, quotient, root, or difference from 1."""
    signs = {",": "", "\u200b": "", "\u2212": "-", "\u00d7": "*", " \u2212 ": " - "}
    for sign, python in signs.items():
        formula = formula.replace(sign, python)
    assert re.fullmatch(r"\u221a?[-+*/(). \d]+", formula), formula
    root = formula.startswith("\u221a")
    value = eval(formula.removeprefix("\u221a"), {"__builtins__": {}})  # digits and operators alone
    return math.sqrt(value) if root else value


@given(COUNTS, COUNTS, COUNTS, COUNTS)
@example(2, 1, 0, 1)
def test_each_formula_of_the_confusion_matrix_gives_the_value_beside_it(tp, fp, fn, tn):
    for lines in shown_rows(confusion_matrix, **{"from": "counts"}, tp=tp, fp=fp, fn=fn, tn=tn).values():
        if len(lines) == 3:  # else the metric is undefined
            _, formula, value = lines
            assert result_of(formula) == pytest.approx(number(value), abs=0.0012)


@pytest.mark.parametrize("unit", ["one", "dozen", "thousandth"])
@pytest.mark.parametrize("moved", [0, 7])
@pytest.mark.parametrize("data", [name for name, _ in regression.DATA["examples"]])
def test_each_formula_of_regression_gives_the_value_beside_it(data, unit, moved):
    for name, lines in shown_rows(regression, data=data, unit=unit, row=2, forecast_by=moved).items():
        if len(lines) == 4:  # else the metric is undefined
            _, formula, _, value = lines
            percent = 100 if name == "MAPE" else 1
            assert percent * result_of(formula) == pytest.approx(number(value), rel=0.002, abs=0.003)


@pytest.mark.parametrize("cut", [0.1, 0.3, 0.5])
@pytest.mark.parametrize("data", [name for name, _ in threshold.DATA["examples"]])
def test_each_formula_of_the_threshold_gives_the_value_beside_it(data, cut):
    rows = shown_rows(threshold, data=data, threshold=cut, cost_fp=2, cost_fn=7)
    for name in ("Precision", "Recall", "False positive rate", "Cost"):
        formula, value = rows[name]
        assert result_of(formula) == pytest.approx(number(value), abs=0.0006)


@pytest.mark.parametrize("values", [preset["values"] for preset in bias_variance.PRESETS])
def test_the_parts_of_the_expected_error_add_up_and_are_those_of_the_degree(values):
    answer = run(bias_variance, {"texts": texts(values)})
    rows = rows_as_texts(answer["table"])
    parts = [rows[name] for name in ("Bias squared", "Variance", "Noise")]
    total = number(rows["Expected error"][-1])
    assert result_of(rows["Expected error"][1]) == pytest.approx(total, abs=0.0021)
    assert rows["Expected error"][1] == " + ".join(lines[-1] for lines in parts)
    for _, share, value in [lines for lines in parts if "undefined" not in lines[1]]:
        assert int(share.partition("%")[0]) == pytest.approx(100 * number(value) / total, abs=0.7)
    named = ("Bias squared", "Variance", "Expected error", "Training error")
    assert rows_as_texts(answer["tables"]["degrees"])[str(values["degree"])] == [rows[name][-1] for name in named]


# calculator, values, row, its last cell; each value was computed by hand or with scikit-learn
SHOWN = [
    (confusion_matrix, {"tp": 8, "fp": 12, "fn": 2, "tn": 978}, "NPV", "0.998"),
    (confusion_matrix, {"tp": 8, "fp": 12, "fn": 2, "tn": 978}, "F1", "0.533"),
    (confusion_matrix, {"tp": 8, "fp": 12, "fn": 2, "tn": 978}, "F2", "0.667"),
    (confusion_matrix, {"tp": 8, "fp": 12, "fn": 2, "tn": 978}, "Prevalence", "0.010"),
    (confusion_matrix, {"tp": 8, "fp": 12, "fn": 2, "tn": 978}, "Balanced accuracy", "0.894"),
    (confusion_matrix, {"tp": 2, "fp": 1, "fn": 0, "tn": 1}, "MCC", "0.577"),
    (confusion_matrix, {"tp": 1, "fp": 3, "fn": 4, "tn": 2}, "False positive rate", "0.600"),
    (confusion_matrix, {"tp": 1, "fp": 3, "fn": 4, "tn": 2}, "False negative rate", "0.800"),
    (regression, {"data": "market_stall"}, "Mean error, with sign", "\u22121.400"),
    (regression, {"data": "market_stall"}, "MSE", "25.000"),
    (regression, {"data": "market_stall"}, "R squared", "0.774"),
    (regression, {"data": "market_stall"}, "MAPE", "11.244%"),
    (regression, {"data": "market_stall", "unit": "dozen"}, "MAE", "0.317"),
    (regression, {"data": "market_stall", "unit": "dozen"}, "MAPE", "11.244%"),
    (regression, {"data": "market_stall", "forecast_by": -10}, "MAE", "5.800"),
    (threshold, {"cost_fp": 2, "cost_fn": 7}, "Cost", "128"),
    (threshold, {"cost_fp": 0.5, "cost_fn": 0}, "Cost", "14.5"),
    (threshold, {"mix": "other", "prevalence": 0.05}, "Precision", "0.117"),
    (threshold, {"mix": "other", "prevalence": 0.05}, "Recall", "0.811"),
    (bias_variance, {"noise": 1}, "Noise", "1.000"),
    (bias_variance, {"truth": "line", "noise": 1}, "Variance", "0.126"),  # near 2 / 16: coefficients / rows
    (sample_size, {}, "Users in total", "7,682"),
    (sample_size, {"daily": 7682}, "Days", "1"),
    (sample_size, {"daily": 7681}, "Days", "2"),
]


@pytest.mark.parametrize(("calculator", "values", "name", "value"), SHOWN)
def test_values_of_a_calculator_stand_in_their_rows(calculator, values, name, value):
    assert shown_rows(calculator, **values)[name][-1] == value


def test_counts_from_rates_are_the_nearest_and_halves_go_up():
    rates = {"from": "rates", "prevalence": 0.5, "sensitivity": 0.5, "specificity": 0.5, "n": 10}
    assert "TP 3, FN 2, FP 2, TN 3" in said(run(confusion_matrix, {"texts": texts(rates)}))


def test_z_values_are_those_of_the_normal_distribution():
    for level, z in LEVEL_Z.items():
        assert z == pytest.approx(NormalDist().inv_cdf(1 - float(level) / 2), abs=1e-12)
    for power, z in POWER_Z.items():
        assert z == pytest.approx(NormalDist().inv_cdf(float(power)), abs=1e-12)


# Fleiss, Levin, and Paik, Statistical Methods for Rates and Proportions, formula 4.14, for 0.10 against 0.12
USERS = {
    ("0.05", "0.80"): ("3,841", "2.80"),
    ("0.05", "0.90"): ("5,142", "3.24"),
    ("0.05", "0.95"): ("6,358", "3.60"),
    ("0.01", "0.80"): ("5,716", "3.42"),
    ("0.01", "0.90"): ("7,281", "3.86"),
    ("0.01", "0.95"): ("8,717", "4.22"),
    ("0.10", "0.80"): ("3,026", "2.49"),
    ("0.10", "0.90"): ("4,191", "2.93"),
    ("0.10", "0.95"): ("5,295", "3.29"),
}


@pytest.mark.parametrize(("level", "power"), USERS)
def test_users_for_each_level_and_power(level, power):
    rows = shown_rows(sample_size, level=level, power=power)
    assert (*rows["Users for each version"], *rows["Sum of the two z-values"]) == USERS[level, power]


ROOMS, RIDES, PALLETS = inference_options.ROOMS, inference_options.RIDES, inference_options.PALLETS
COLD = "The first request after an idle period has a cold start."
SETTINGS = [
    (ROOMS, "Serverless", f"Fits best. Set the maximum concurrency to at least 1. {COLD}"),
    ({**ROOMS, "rate": 0.6}, "Serverless", f"Fits best. Set the maximum concurrency to at least 2. {COLD}"),
    ({**ROOMS, "rate": 1}, "Serverless", f"Fits best. Set the maximum concurrency to at least 2. {COLD}"),
    ({**ROOMS, "rate": 0}, "Serverless", f"Possible. Set the maximum concurrency to at least 1. {COLD}"),
    ({**ROOMS, "who": "process"}, "Serverless", "Possible. Set the maximum concurrency to at least 1."),
    ({**ROOMS, "who": "nobody"}, "Serverless", "Possible. No limit is exceeded."),
    (RIDES, "Real-time", "Fits best. No limit is exceeded."),
    (
        {**ROOMS, "payload": 6.1},
        "Real-time",
        "Fits best. Test this payload: the API reference gives a limit of 6,291,456 bytes.",
    ),
    ({**PALLETS, "payload": 6}, "Batch", "Fits best. No limit is exceeded."),
    (
        {**PALLETS, "payload": 6, "time": 601},
        "Batch",
        "Fits best. Raise the timeout of an invocation above its default of 10 minutes.",
    ),
    (
        {**PALLETS, "time": 901},
        "Asynchronous",
        "Possible. Raise the timeout of a request above its default of 15 minutes.",
    ),
]


@pytest.mark.parametrize(("values", "option", "words"), SETTINGS)
def test_what_to_set_if_an_option_is_used(values, option, words):
    [[line]] = [lines for name, lines in shown_rows(inference_options, **values).items() if name.startswith(option)]
    assert line == words
