"""Errors of predicted amounts: move one row, and see which figure notices most."""

import math

from .. import summed
from ..arithmetic import fixed, written
from ..figures.misses import misses
from ..metrics.regression import mean_absolute_error, root_mean_squared_error
from ..summed import figures, moved

TITLE = "One miss, six figures"
PURPOSE = (
    "Move one row and see which figures notice. Each forecast stands above or below the line where it would be exact."
)
MOST = 10**6

DATA = {
    "columns": ("y_true", "y_pred"),
    "examples": (
        ("market_stall", "Market stall"),
        ("market_even", "Market stall, even misses"),
        ("market_mean", "Market stall, always the mean"),
        ("market_closed", "Market stall, closed on Friday"),
        ("market_flat", "Market stall, sold out each day"),
        ("diabetes_linreg_test", "Diabetes, linear model"),
    ),
}
begin, step, finish = summed.begin, summed.step, summed.finish
SOLD = (20, 24, 30, 26, 50)  # as in market_stall.csv
FORECAST = (22, 23, 28, 30, 40)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
UNITS = {"one": 1.0, "dozen": 1 / 12, "thousandth": 1000.0}


def _by(name: str, label: str) -> dict:
    return {"name": name, "label": label, "unit": "", "kind": "number", "range": (-MOST, MOST), "default": 0}


FIELDS = (
    {"name": "row", "label": "Row to move", "unit": "", "kind": "count", "range": (1, 10**7), "default": 5},
    _by("forecast_by", "Add to its forecast"),
    _by("truth_by", "Add to its truth"),
    {
        "name": "unit",
        "label": "Write all numbers",
        "unit": "",
        "kind": "select",
        "options": (("one", "as they are"), ("dozen", "in dozens"), ("thousandth", "in thousandths")),
        "default": "one",
    },
)


def _start(data: str, **changed) -> dict:
    values = {"data": data, "row": 5, "forecast_by": 0, "truth_by": 0, "unit": "one"}
    values.update(changed)
    return values


PRESETS = (
    {
        "name": "market",
        "label": "Market stall",
        "about": "Invented: melons sold on five days, and the forecast made the evening before.",
        "values": _start("market_stall"),
    },
    {
        "name": "even",
        "label": "Even misses",
        "about": "Invented: the same five days, and forecasts that are 3 melons off each time.",
        "values": _start("market_even"),
    },
    {
        "name": "mean",
        "label": "Always the mean",
        "about": "Invented: the same five days, and a forecaster who says their mean each time.",
        "values": _start("market_mean"),
    },
    {
        "name": "closed",
        "label": "A truth of 0",
        "about": "Invented: the stall was closed on Friday and sold nothing.",
        "values": _start("market_closed"),
    },
    {
        "name": "flat",
        "label": "All truths alike",
        "about": "Invented: the stall sells out its 30 melons each day.",
        "values": _start("market_flat"),
    },
    {
        "name": "diabetes",
        "label": "111 patients",
        "about": "Real: how far diabetes had gone in 111 patients after a year (Efron and others 2004), predicted by "
        "linear regression fitted to 331 others. Not medical advice.",
        "values": _start("diabetes_linreg_test"),
    },
)

CAPTION = (
    "A thin line is a miss. RMSE and R squared feel the square of its length, so the longest weighs most; the level "
    "dashed line is the rival who always says the mean."
)
TWIN = "The rows, their misses and squares"
TAKEAWAY = (
    "Squared figures answer to the largest miss, MAE to each miss alike, MAPE to small truths. R squared sets the "
    "squared misses against always saying the mean, and nothing stops it at 0."
)
FACTS = ()

ROWS = (  # key, name, formula
    ("mean_miss", "Mean miss, with signs", "sum of (forecast \u2212 truth) / n"),
    ("mae", "MAE", "sum of |miss| / n"),
    ("mse", "MSE", "SSE / n"),
    ("rmse", "RMSE", "\u221aMSE"),
    ("r2", "R squared", "1 \u2212 SSE / SST"),
    ("mape", "MAPE", "sum of |miss| / |truth| / n"),
)


def compute(values: dict, prepared=None, facts=None) -> dict:
    """The figures before and after the move. prepared: see `live.summed`."""
    scale, row = UNITS[values["unit"]], values["row"] - 1
    there = 0 <= row < prepared["n"]
    result = {
        "days": values["data"][:7] == "market_",
        "row": values["row"],
        "there": there,
        "n": prepared["n"],
        "texts": prepared["memo"].setdefault(values["unit"], {}),
    }
    result["is_moved"] = there and bool(values["forecast_by"] or values["truth_by"])
    after = moved(prepared, row, values["truth_by"], values["forecast_by"]) if there else prepared
    result["before"], result["after"] = figures(prepared, scale), figures(after, scale)
    result["points"] = [[i, t * scale, p * scale] for i, t, p in after["shown"]]
    if there:
        before = [prepared["y_true"][row] * scale, prepared["y_pred"][row] * scale]
        result["point"] = [before[0] + values["truth_by"] * scale, before[1] + values["forecast_by"] * scale]
        result["was"] = before
    return result


def view(result: dict) -> dict:
    """Sentence, table of figures, the drawing of the misses and the rows that it shows."""
    now = result["after"]
    return {
        "says": {"result": _sentence(result)},
        "table": [["Figure", "Formula and your numbers", "Value"]]
        + [_row(result, key, name, formula) for key, name, formula in ROWS],
        "figure": misses(result["points"], result["row"] - 1 if result["there"] else None, now["mean"]),
        "twin": _twin(result),
    }


def plain(x: float) -> str:
    """Text of an amount of the data or of a sum over them: whole where it is whole."""
    return written(x) if abs(x) < 1e15 and abs(x - int(x)) < 1e-9 else amount(x)


def amount(x: float) -> str:
    """Text of a figure: three digits, more for a small one, whole for a large one."""
    size = abs(x)
    if size >= 1e15:
        return "more than " + written(1e15)
    return written(x, 0 if size >= 1e5 else 3 if size >= 0.1 or size < 5e-7 else 6)


def _row(result: dict, key: str, name: str, formula: str) -> dict:
    before, now = result["before"], result["after"]
    if now[key] is None:
        cells = [name, {"lines": [formula, "**%s**" % now["missing"][key]], "span": 2}]
    else:
        lines = [formula, _numbers(key, now), "before the move: " + _value(key, before)]
        cells = [name, {"lines": lines}, _value(key, now)]
    return {"cells": cells, "mark": "goal" if key in ("rmse", "r2") else ""}


def _value(key: str, of: dict) -> str:
    """A figure's text; MAPE in per cent, and named where it has no value."""
    if of[key] is None:
        return "undefined"
    if key == "mape":
        return amount(of[key] * 100) + " %"
    return amount(of[key])


def _numbers(key: str, of: dict) -> str:
    """The formula with the reader's numbers in it."""
    n = written(of["n"])
    return {
        "mean_miss": plain(of["sum"]) + " / " + n,
        "mae": plain(of["sae"]) + " / " + n,
        "mse": plain(of["sse"]) + " / " + n,
        "rmse": "\u221a" + plain(of["mse"]),
        "r2": "1 \u2212 " + plain(of["sse"]) + " / " + plain(of["sst"]),
        "mape": plain(of["shares"]) + " / " + n,
    }[key]


def _sentence(result: dict) -> str:
    now = result["after"]
    said = [_about_the_row(result), "MAE is **%s** and RMSE **%s**." % (short(now["mae"]), short(now["rmse"]))]
    if result["is_moved"]:
        said.append(_which_more(result["before"], now))
    if now["r2"] is None:
        said.append("R squared has no value: %s." % now["reason"]["r2"])
    else:
        said.append("R squared is **%s**: %s." % (short(now["r2"]), _against_mean(now["r2"], now["mean"])))
    return " ".join(said)


def _about_the_row(result: dict) -> str:
    if not result["there"]:
        return "There is no row %s among %s, so nothing is moved." % (written(result["row"]), written(result["n"]))
    name = "Row %s" % written(result["row"])
    if result["days"]:
        name = DAYS[result["row"] - 1]
    (truth, forecast), was = result["point"], result["was"]
    if not result["is_moved"]:
        return "**%s**: truth %s, forecast %s, as they came." % (name, plain(truth), plain(forecast))
    parts = [_changed("truth", was[0], truth), _changed("forecast", was[1], forecast)]
    return "**%s** is moved: %s, %s." % (name, parts[0], parts[1])


def _changed(what: str, was: float, now: float) -> str:
    return "%s %s" % (what, plain(now)) if was == now else "%s %s (was %s)" % (what, plain(now), plain(was))


def _which_more(before: dict, now: dict) -> str:
    """Which of MAE and RMSE the move changed by the larger factor."""
    if not before["mae"]:
        return "Before the move every forecast was exact."
    if not now["mae"]:
        return "Now every forecast is exact."
    mae, rmse = now["mae"] / before["mae"], now["rmse"] / before["rmse"]
    if abs(mae - 1) < 0.005 and abs(rmse - 1) < 0.005:
        return "The move left both as they were."
    if abs(mae - rmse) < 0.005:
        return "The move multiplied both by %s." % fixed(mae, 2)
    more = "more" if abs(math.log(rmse)) > abs(math.log(mae)) else "less"
    return "The move multiplied MAE by %s and RMSE by %s: RMSE noticed it %s." % (fixed(mae, 2), fixed(rmse, 2), more)


def _against_mean(r2: float, mean: float) -> str:
    rival = "always saying the mean, %s" % plain(mean)
    if abs(r2) < 5e-13:
        return "as good as %s" % rival
    if r2 < 0:
        return "worse than %s" % rival
    return "every forecast is exact" if r2 == 1 else "better than %s" % rival


def short(x: float) -> str:
    """Two digits, as the sentence has them; a small amount has more."""
    return written(x, 2) if 0.1 <= abs(x) < 1e5 or abs(x) < 5e-13 else amount(x)


def _twin(result: dict) -> list:
    """Every row that the figure draws; the moved one is marked."""
    rows: list = [["Row", "Truth", "Forecast", "Miss", "Miss squared"]]
    kept = result["texts"]  # a move changes one row, and writing numbers takes time
    for i, truth, forecast in result["points"]:
        if i == result["row"] - 1:
            rows.append({"cells": _cells(result, i, truth, forecast), "mark": "goal"})
        else:
            if i not in kept:
                kept[i] = {"cells": _cells(result, i, truth, forecast), "mark": ""}
            rows.append(kept[i])
    return rows


def _cells(result: dict, i: int, truth: float, forecast: float) -> list:
    head = DAYS[i] if result["days"] else written(i + 1)
    miss = forecast - truth
    return [head] + [plain(x) for x in (truth, forecast, miss, miss * miss)]


def _below_zero(values: dict, result: dict) -> tuple:
    r2 = result["after"]["r2"]
    if r2 is None:
        return False, "R squared is undefined, because %s." % result["after"]["reason"]["r2"]
    if values["truth_by"]:
        return False, "the truth was moved too. Move the forecast alone."
    said = "R squared is %s" % short(r2)
    if r2 < 0:
        return True, "%s. One forecast was enough, and it can go lower without end." % said
    return False, said + ". Squared misses of %s do not exceed the %s of the mean." % (
        plain(result["after"]["sse"]),
        plain(result["after"]["sst"]),
    )


def _mape_alone(values: dict, result: dict) -> tuple:
    before, now = result["before"], result["after"]
    same = abs(now["mae"] - before["mae"]) <= 1e-9 * before["mae"]
    if now["mape"] is None:
        return False, "MAPE is undefined, because %s." % now["reason"]["mape"]
    said = "MAPE %s, MAE %s (was %s)." % (_value("mape", now), short(now["mae"]), short(before["mae"]))
    if now["mape"] > 1 and same:
        return True, said + " The misses are as they were; a small truth did it."
    return False, said


GOALS = (
    {"text": "bring R squared below 0 by moving one forecast and no truth.", "reached": _below_zero},
    {"text": "bring MAPE above 100 % and leave MAE as it was.", "reached": _mape_alone},
)

_FRIDAY = (22, 23, 28, 30, 30)  # with Friday's forecast moved from 40
_TOLD = "MAE goes from %s to %s, RMSE from %s to %s." % (
    fixed(mean_absolute_error(SOLD, FORECAST), 2),
    fixed(mean_absolute_error(SOLD, _FRIDAY), 2),
    fixed(root_mean_squared_error(SOLD, FORECAST), 2),
    fixed(root_mean_squared_error(SOLD, _FRIDAY), 2),
)
PREDICT = {
    "question": "On Friday 50 melons were sold and 40 forecast. Suppose the forecast had been 30. The average miss, "
    "MAE, then grows by about half. What does RMSE do?",
    "choices": (
        ("less", "It grows by less", "Averaging softens a miss, but the square comes first: 100 becomes 400. " + _TOLD),
        (
            "same",
            "It grows by as much",
            "That would hold if each miss had grown by half; only the largest did. " + _TOLD,
        ),
        ("more", "It grows by more", "The largest miss doubled, and its square went from 100 to 400. " + _TOLD),
    ),
    "key": "more",
    "then": _start("market_stall", forecast_by=-10),
}

EXAMPLES = (
    (_start("market_stall"), "MAE is 3.80 and RMSE 5.00."),
    (_start("market_stall"), "1 \u2212 125 / 552"),
    (_start("market_stall"), "R squared is 0.77: better than always saying the mean, 30."),
    (_start("market_even"), "MAE is 3.00 and RMSE 3.00."),
    (_start("market_mean"), "R squared is 0.00: as good as always saying the mean"),
    (_start("market_closed"), "a division by 0: undefined: a truth is 0. scikit-learn: 9 \u00d7 10^15"),
    (_start("market_flat"), "SST is 0: undefined: all truths are alike. scikit-learn: 0.0"),
    (_start("market_stall", forecast_by=-40), "R squared is \u22123.57: worse than always saying the mean"),
    (_start("market_stall", unit="dozen"), "before the move: 0.174"),
    (_start("market_stall", row=9), "There is no row 9 among 5, so nothing is moved."),
    (_start("market_stall", row=1, truth_by=-19.9, forecast_by=-19.9), "The move left both as they were."),
)
