"""Regression metrics: change one row, and see which metric reacts most."""

import math

from ..arithmetic import format_count, format_fixed, format_number
from ..error_sums import (
    ErrorSums,
    add_next_rows,
    scaled_sums_and_metrics,
    set_truth_statistics_and_shown_rows,
    sums_after_move,
)
from ..figures.forecasts import MOST as MOST_ERRORS
from ..figures.forecasts import forecast_plot
from ..metrics.regression import mean_absolute_error, root_mean_squared_error

TITLE = "Regression metrics: change one row"
PURPOSE = (
    "Change one row and see which metrics react. The chart compares each forecast with its actual value; a forecast on "
    "the diagonal line is exact."
)
LIST_ENTRY = ("Regression metrics calculator", "change one forecast, and see MAE, RMSE, MAPE, and R squared.")
MOST = 10**6

DATA = {
    "columns": ("y_true", "y_pred"),
    "examples": (
        ("market_stall", "Market stall"),
        ("market_even", "Market stall, errors of equal size"),
        ("market_mean", "Market stall, mean as the forecast"),
        ("market_closed", "Market stall, closed on Friday"),
        ("market_flat", "Market stall, same sales every day"),
        ("diabetes_linreg_test", "Diabetes, linear regression"),
    ),
}
begin, step, finish = ErrorSums, add_next_rows, set_truth_statistics_and_shown_rows
SOLD = (20, 24, 30, 26, 50)  # as in market_stall.csv
FORECAST = (22, 23, 28, 30, 40)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SCALES = {"one": 1.0, "dozen": 1 / 12, "thousandth": 1000.0}


def _added_amount_field_spec(name: str, label: str) -> dict:
    """A number field for what is added to a value of the row."""
    return {"name": name, "label": label, "kind": "number", "range": (-MOST, MOST), "default": 0}


FIELDS = (
    {"name": "row", "label": "Row to change", "kind": "count", "range": (1, 10**7), "default": 5},
    _added_amount_field_spec("forecast_by", "Add to its forecast"),
    _added_amount_field_spec("truth_by", "Add to its actual value"),
    {
        "name": "unit",
        "label": "Unit of all values",
        "kind": "select",
        "options": (("one", "as given"), ("dozen", "dozens"), ("thousandth", "thousandths")),
        "default": "one",
    },
)


def _preset_values(data: str, **changed) -> dict:
    values = {"data": data, "row": 5, "forecast_by": 0, "truth_by": 0, "unit": "one"}
    values.update(changed)
    return values


PRESETS = (
    {
        "name": "market",
        "label": "Market stall",
        "about": "Invented data: melons sold on five days, and the forecast from the evening before.",
        "values": _preset_values("market_stall"),
    },
    {
        "name": "even",
        "label": "Errors of equal size",
        "about": "Invented data: the same five days, with forecasts that are always off by 3 melons.",
        "values": _preset_values("market_even"),
    },
    {
        "name": "mean",
        "label": "Always the mean",
        "about": "Invented data: the same five days. The forecast is always their mean.",
        "values": _preset_values("market_mean"),
    },
    {
        "name": "closed",
        "label": "An actual value of 0",
        "about": "Invented data: the stall was closed on Friday and sold no melons.",
        "values": _preset_values("market_closed"),
    },
    {
        "name": "flat",
        "label": "Equal actual values",
        "about": "Invented data: the stall sells 30 melons every day.",
        "values": _preset_values("market_flat"),
    },
    {
        "name": "diabetes",
        "label": "Diabetes data",
        "about": "Real data: the progression of diabetes in 111 patients after one year (Efron and others 2004), "
        "predicted by a linear regression model trained on 331 other patients. Not medical advice.",
        "values": _preset_values("diabetes_linreg_test"),
    },
)

_MEAN_LINE = " The horizontal dashed line is the mean of the actual values, the baseline of R squared."
CAPTION = (
    "Each thin line is an error. RMSE and R squared use the square of its length, so the longest line counts most."
    + _MEAN_LINE
)
MANY_CAPTION = (
    "Each dot is a row. Its vertical distance from the diagonal line is its error. RMSE and R squared use the square "
    "of this distance, so the row that is farthest away counts most." + _MEAN_LINE
)
FIGURES = ({"name": "forecasts", "caption": CAPTION, "twin": "Rows with errors and squared errors"},)
TAKEAWAY = (
    "RMSE and R squared are most sensitive to the largest error, and MAPE is most sensitive to small actual values. "
    "MAE counts each error in proportion to its size. R squared compares the squared errors with those of a model that "
    "always predicts the mean, and it can be negative."
)
FACTS = ()

ROWS = (  # key, name, formula
    ("mean_error", "Mean error, with sign", "sum of (forecast \u2212 actual) / n"),
    ("mae", "MAE", "sum of |error| / n"),
    ("mse", "MSE", "SSE / n"),
    ("rmse", "RMSE", "\u221aMSE"),
    ("r2", "R squared", "1 \u2212 SSE / SST"),
    ("mape", "MAPE", "sum of |error| / |actual| / n"),
)


def compute(values: dict, prepared: ErrorSums, facts=None) -> dict:
    """The figures before and after the move."""
    scale, row = SCALES[values["unit"]], values["row"] - 1
    there = 0 <= row < prepared.n
    result = {
        "days": values["data"][:7] == "market_",
        "row": values["row"],
        "there": there,
        "n": prepared.n,
    }
    result["is_moved"] = there and bool(values["forecast_by"] or values["truth_by"])
    after = sums_after_move(prepared, row, values["truth_by"], values["forecast_by"]) if there else prepared
    result["before"], result["after"] = scaled_sums_and_metrics(prepared, scale), scaled_sums_and_metrics(after, scale)
    result["points"] = [[i, t * scale, p * scale] for i, t, p in after.shown]
    if there:
        before = [prepared.y_true[row] * scale, prepared.y_pred[row] * scale]
        result["point"] = [before[0] + values["truth_by"] * scale, before[1] + values["forecast_by"] * scale]
        result["was"] = before
    return result


def view(result: dict) -> dict:
    """Sentence, table of figures, the drawing of the errors and the rows that it shows."""
    now = result["after"]
    return {
        "says": {"result": _chosen_row_and_metrics_text(result)},
        "table": [["Metric", "Formula and your numbers", "Value"]]
        + [_metric_row(result, key, name, formula) for key, name, formula in ROWS],
        "figures": {
            "forecasts": forecast_plot(result["points"], result["row"] - 1 if result["there"] else None, now["mean"])
        },
        "tables": {"forecasts": _points_table_rows(result)},
        "captions": {"forecasts": _figure_caption(len(result["points"]), result["n"])},
    }


def _figure_caption(drawn_rows: int, all_rows: int) -> str:
    """What the figure shows, and how many of the rows."""
    if drawn_rows == all_rows:
        return CAPTION if drawn_rows <= MOST_ERRORS else MANY_CAPTION
    words = " %s of %s rows are drawn and listed; all of them count in the metrics."
    return MANY_CAPTION + words % (format_number(drawn_rows), format_number(all_rows))


def format_whole_or_by_magnitude(x: float) -> str:
    """Text of a value of the data or of a sum over it: whole where it is, else as `format_by_magnitude`."""
    return format_number(x) if abs(x) < 1e15 and abs(x - int(x)) < 1e-9 else format_by_magnitude(x)


def format_by_magnitude(x: float) -> str:
    """Text of a metric or a value: three decimals, none from 1e5 on, six below 0.1; "more than" from 1e15 on.

    Below 5e-7, where six decimals would show 0 too, it has three.
    """
    size = abs(x)
    if size >= 1e15:
        return "more than " + format_number(1e15)
    return format_number(x, 0 if size >= 1e5 else 3 if size >= 0.1 or size < 5e-7 else 6)


def _metric_row(result: dict, key: str, name: str, formula: str) -> dict:
    before, now = result["before"], result["after"]
    if now[key] is None:
        cells = [name, {"lines": [formula, "**%s**" % now["missing"][key]], "span": 2}]
    else:
        lines = [
            formula,
            _formula_with_numbers(key, now),
            "before the change: " + _metric_text_or_undefined(key, before),
        ]
        cells = [name, {"lines": lines}, _metric_text_or_undefined(key, now)]
    return {"cells": cells, "mark": "goal" if key in ("rmse", "r2") else ""}


def _metric_text_or_undefined(key: str, metrics: dict) -> str:
    """Text of a metric, MAPE as a percentage; "undefined" if it has no value."""
    if metrics[key] is None:
        return "undefined"
    if key == "mape":
        return format_by_magnitude(metrics[key] * 100) + "%"
    return format_by_magnitude(metrics[key])


def _formula_with_numbers(key: str, metrics: dict) -> str:
    """Text of a metric's formula with the reader's numbers in it."""
    n = format_number(metrics["n"])
    return {
        "mean_error": format_whole_or_by_magnitude(metrics["sum"]) + " / " + n,
        "mae": format_whole_or_by_magnitude(metrics["sae"]) + " / " + n,
        "mse": format_whole_or_by_magnitude(metrics["sse"]) + " / " + n,
        "rmse": "\u221a" + format_whole_or_by_magnitude(metrics["mse"]),
        "r2": "1 \u2212 "
        + format_whole_or_by_magnitude(metrics["sse"])
        + " / "
        + format_whole_or_by_magnitude(metrics["sst"]),
        "mape": format_whole_or_by_magnitude(metrics["shares"]) + " / " + n,
    }[key]


def _chosen_row_and_metrics_text(result: dict) -> str:
    now = result["after"]
    sentences = [
        _chosen_row_change_sentence(result),
        "MAE is **%s**, and RMSE is **%s**."
        % (format_by_magnitude_in_sentence(now["mae"]), format_by_magnitude_in_sentence(now["rmse"])),
    ]
    if result["is_moved"]:
        sentences.append(_mae_vs_rmse_change_sentence(result["before"], now))
    if now["r2"] is None:
        sentences.append("R squared is undefined: %s." % now["reason"]["r2"])
    else:
        sentences.append(
            "R squared is **%s**: %s."
            % (format_by_magnitude_in_sentence(now["r2"]), _comparison_with_mean_clause(now["r2"], now["mean"]))
        )
    return " ".join(sentences)


def _chosen_row_change_sentence(result: dict) -> str:
    """The actual value and forecast of the chosen row, with those before the change; or that there is no such row."""
    if not result["there"]:
        words = "Row %s does not exist because the data has only %s, so nothing changes."
        return words % (format_number(result["row"]), format_count(result["n"], "row"))
    name = "Row %s" % format_number(result["row"])
    if result["days"]:
        name = DAYS[result["row"] - 1]
    (truth, forecast), was = result["point"], result["was"]
    if not result["is_moved"]:
        return "**%s** is unchanged: actual %s, forecast %s." % (
            name,
            format_whole_or_by_magnitude(truth),
            format_whole_or_by_magnitude(forecast),
        )
    parts = [_now_and_was_text("actual", was[0], truth), _now_and_was_text("forecast", was[1], forecast)]
    return "**%s** is changed: %s, %s." % (name, parts[0], parts[1])


def _now_and_was_text(what: str, was: float, now: float) -> str:
    """What it is with its value, and in parentheses the value before if that differs."""
    return (
        "%s %s" % (what, format_whole_or_by_magnitude(now))
        if was == now
        else "%s %s (was %s)" % (what, format_whole_or_by_magnitude(now), format_whole_or_by_magnitude(was))
    )


def _mae_vs_rmse_change_sentence(before: dict, now: dict) -> str:
    """Which of MAE and RMSE the move changed by the larger factor."""
    if not before["mae"]:
        return "Before the change, every forecast was exact."
    if not now["mae"]:
        return "Now, every forecast is exact."
    mae, rmse = now["mae"] / before["mae"], now["rmse"] / before["rmse"]
    if abs(mae - 1) < 0.005 and abs(rmse - 1) < 0.005:
        return "The change affects neither MAE nor RMSE."
    if abs(mae - rmse) < 0.005:
        return "The change multiplied both by %s." % format_fixed(mae, 2)
    more = "more" if abs(math.log(rmse)) > abs(math.log(mae)) else "less"
    return "The change multiplied MAE by %s and RMSE by %s, so RMSE reacted %s." % (
        format_fixed(mae, 2),
        format_fixed(rmse, 2),
        more,
    )


def _comparison_with_mean_clause(r2: float, mean: float) -> str:
    baseline = "always predicting the mean, %s" % format_whole_or_by_magnitude(mean)
    if abs(r2) < 5e-13:
        return "the forecasts are as good as %s" % baseline
    if r2 < 0:
        return "the forecasts are worse than %s" % baseline
    return "every forecast is exact" if r2 == 1 else "the forecasts are better than %s" % baseline


def format_by_magnitude_in_sentence(x: float) -> str:
    """Like `format_by_magnitude`, but with two decimals from 0.1 to 1e5, and below 5e-13, a rounding error."""
    return format_number(x, 2) if 0.1 <= abs(x) < 1e5 or abs(x) < 5e-13 else format_by_magnitude(x)


def _points_table_rows(result: dict) -> list:
    """Every row that the figure draws; the moved one is marked."""
    rows: list = [["Row", "Actual", "Forecast", "Error", "Squared error"]]
    for i, truth, forecast in result["points"]:
        mark = "goal" if i == result["row"] - 1 else ""
        head = DAYS[i] if result["days"] else format_number(i + 1)
        error = forecast - truth
        numbers = [format_whole_or_by_magnitude(x) for x in (truth, forecast, error, error * error)]
        rows.append({"cells": [head] + numbers, "mark": mark})
    return rows


def _negative_r2_goal_reached_and_text(values: dict, result: dict) -> tuple[bool, str]:
    """(whether the goal is reached, text): R squared below 0 by one forecast."""
    r2 = result["after"]["r2"]
    if r2 is None:
        return False, "R squared is undefined because %s." % result["after"]["reason"]["r2"]
    if values["truth_by"]:
        return False, "the actual value was changed too. Change only the forecast."
    text = "R squared is %s" % format_by_magnitude_in_sentence(r2)
    if r2 < 0 and not result["is_moved"]:
        return False, "%s before any forecast was changed. Start from another example." % text
    if r2 < 0:
        return True, "%s. One forecast was enough, and R squared has no lower bound." % text
    return False, text + ". SSE is %s, which does not exceed SST, %s." % (
        format_whole_or_by_magnitude(result["after"]["sse"]),
        format_whole_or_by_magnitude(result["after"]["sst"]),
    )


def _high_mape_goal_reached_and_text(values: dict, result: dict) -> tuple[bool, str]:
    """(whether the goal is reached, text): MAPE above 100% with the same MAE."""
    before, now = result["before"], result["after"]
    same = abs(now["mae"] - before["mae"]) <= 1e-9 * before["mae"]
    if now["mape"] is None:
        return False, "MAPE is undefined because %s." % now["reason"]["mape"]
    text = "MAPE is %s, and MAE is %s (was %s)." % (
        _metric_text_or_undefined("mape", now),
        format_by_magnitude_in_sentence(now["mae"]),
        format_by_magnitude_in_sentence(before["mae"]),
    )
    if now["mape"] > 1 and same:
        return True, text + " The errors are unchanged; the small actual value is the cause."
    return False, text


GOALS = (
    {
        "text": "make R squared negative by changing one forecast and no actual value.",
        "reached": _negative_r2_goal_reached_and_text,
    },
    {"text": "raise MAPE above 100% without changing MAE.", "reached": _high_mape_goal_reached_and_text},
)

_FRIDAY = (22, 23, 28, 30, 30)  # with Friday's forecast moved from 40
_BOTH_RISE = "MAE rises from %s to %s, and RMSE from %s to %s." % (
    format_fixed(mean_absolute_error(SOLD, FORECAST), 2),
    format_fixed(mean_absolute_error(SOLD, _FRIDAY), 2),
    format_fixed(root_mean_squared_error(SOLD, FORECAST), 2),
    format_fixed(root_mean_squared_error(SOLD, _FRIDAY), 2),
)
PREDICT = {
    "question": "On Friday, 50 melons were sold, and the forecast was 40. If the forecast were 30, MAE would rise by "
    "about half. How would RMSE change?",
    "choices": (
        (
            "less",
            "It rises by less",
            "RMSE uses squared errors, and the square of this error rises from 100 to 400. " + _BOTH_RISE,
        ),
        (
            "same",
            "It rises by the same factor",
            "This would be right if each error had risen by half. Only the largest one changed. " + _BOTH_RISE,
        ),
        ("more", "It rises by more", "The largest error doubled, and its square rose from 100 to 400. " + _BOTH_RISE),
    ),
    "key": "more",
    "then": _preset_values("market_stall", forecast_by=-10),
}

EXAMPLES = (
    (_preset_values("market_stall"), "MAE is 3.80, and RMSE is 5.00."),
    (_preset_values("market_stall"), "1 \u2212 125 / 552"),
    (
        _preset_values("market_stall"),
        "R squared is 0.77: the forecasts are better than always predicting the mean, 30.",
    ),
    (_preset_values("market_even"), "MAE is 3.00, and RMSE is 3.00."),
    (_preset_values("market_mean"), "R squared is 0.00: the forecasts are as good as always predicting the mean"),
    (
        _preset_values("market_closed"),
        "undefined because of a division by 0: an actual value is 0. scikit-learn returns 9 \u00d7 10^15",
    ),
    (
        _preset_values("market_flat"),
        "undefined because SST is 0: all actual values are equal. scikit-learn returns 0.0",
    ),
    (
        _preset_values("market_stall", forecast_by=-40),
        "R squared is \u22123.57: the forecasts are worse than always predicting the mean",
    ),
    (_preset_values("market_stall", unit="dozen"), "before the change: 0.174"),
    (
        _preset_values("market_stall", row=9),
        "Row 9 does not exist because the data has only 5 rows, so nothing changes.",
    ),
    (
        _preset_values("market_stall", row=1, truth_by=-19.9, forecast_by=-19.9),
        "The change affects neither MAE nor RMSE.",
    ),
)
