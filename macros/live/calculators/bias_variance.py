"""Bias and variance: one problem, five hundred samples, and what the models fitted to them have in common."""

import math

from .. import refits
from ..arithmetic import fixed, written
from ..figures.bar import bar
from ..figures.fits import degrees_drawn, degrees_plot, fits_drawn, fits_plot, place_plot
from ..refits import by_degree, coefficients, dot, kept_for, noise_at

TITLE = "Five hundred models of one truth"
PURPOSE = (
    "Each model is a polynomial fitted to a sample of its own: the same places, measured anew. What all models miss is "
    "bias; how they differ is variance."
)
WORK = ("rows", "seed")
begin, step, finish = refits.begin, refits.step, refits.finish
CURVES = 6


def _number(name: str, label: str, most: float, default: float) -> dict:
    return {"name": name, "label": label, "unit": "", "kind": "number", "range": (0, most), "default": default}


def _count(name: str, label: str, least: int, most: int, default: int, slide: int = 0) -> dict:
    field = {"name": name, "label": label, "unit": "", "kind": "count", "range": (least, most), "default": default}
    if slide:
        field["slide"] = slide
    return field


FIELDS = (
    _count("degree", "Degree of the polynomial", 0, 9, 1, 1),
    _count("rows", "Rows in a sample", 12, 100, 16),
    _number("noise", "Noise (standard deviation)", 2, 0.5),
    _number("penalty", "Penalty on coefficients", 10, 0),
    {
        "name": "truth",
        "label": "The truth is",
        "unit": "",
        "kind": "select",
        "options": (("wave", "a wave"), ("line", "a straight line")),
        "default": "wave",
    },
    {
        "name": "place",
        "label": "Place to look at",
        "unit": "",
        "kind": "share",
        "range": (0, 1),
        "default": 0.25,
        "slide": 0.01,
    },
    _count("seed", "Seed of the samples", 1, 9999, 1),
)


def _start(**changed) -> dict:
    values = {"degree": 1, "rows": 16, "noise": 0.5, "penalty": 0, "truth": "wave", "place": 0.25, "seed": 1}
    values.update(changed)
    return values


PRESETS = (
    {
        "name": "line",
        "label": "Straight line",
        "about": "Simulated: a wave, 16 rows with noise 0.5 a sample, fitted by straight lines.",
        "values": _start(),
    },
    {
        "name": "constant",
        "label": "One figure for all",
        "about": "Simulated: the same samples; each model says its sample's mean at every place.",
        "values": _start(degree=0),
    },
    {
        "name": "flexible",
        "label": "Degree 9",
        "about": "Simulated: the same samples, fitted by polynomials of degree 9.",
        "values": _start(degree=9),
    },
    {
        "name": "simple",
        "label": "The truth is a line",
        "about": "Simulated: the truth is a straight line, and so are the models.",
        "values": _start(truth="line"),
    },
    {
        "name": "exact",
        "label": "No noise",
        "about": "Simulated: a straight line measured without noise, so all samples are alike.",
        "values": _start(truth="line", noise=0),
    },
)

PREDICT = {
    "question": "Straight lines are fitted to a wave. Each sample now gets four times as many rows, 64 in place of 16. "
    "What becomes of bias squared, 0.19?",
    "choices": (
        ("quarter", "It falls to a quarter", "That is what becomes of the variance: it goes from 0.03 to 0.01."),
        (
            "half",
            "It falls to half",
            "More rows steady the line, they don't bend it. Bias squared goes from 0.19 to 0.20.",
        ),
        ("stays", "It hardly moves", "A line can't follow a wave, on any number of rows: from 0.19 to 0.20."),
    ),
    "key": "stays",
    "then": _start(rows=64),
}

TAKEAWAY = (
    "Freedom trades bias for variance. More rows and a penalty lower variance; only a richer model lowers bias, and "
    "nothing lowers the noise. Judge the sum."
)
FACTS = ()
FIGURES = (
    {
        "name": "fits",
        "caption": "Thin lines are six of the fits, the dashed line is the mean of all: its way to the truth is "
        "bias, the thin lines' way from it is variance.",
        "twin": "Truth and fits at some places",
    },
    {
        "name": "place",
        "caption": "One place, five hundred models: bias is how far their mean is from the truth, variance how wide "
        "they lie.",
        "twin": "Predictions at the place",
    },
    {
        "name": "degrees",
        "caption": "The ring is the sum for your degree. It is least where a further degree adds more variance than it "
        "takes away bias.",
        "twin": "The parts by degree",
    },
)


def truth_at(kind: str, x: float) -> float:
    """The true value at a place."""
    return math.sin(2 * math.pi * x) if kind == "wave" else 1 - 2 * x


def compute(values: dict, prepared=None, facts=None) -> dict:
    """The parts for every degree, some fits, and all predictions at the place."""
    made = prepared or refits.refits(values)
    degree, noise, penalty, truth = values["degree"], values["noise"], values["penalty"], values["truth"]
    truths = [truth_at(truth, x) for x in made["x"]]
    sweep = kept_for(made["memo"], "sweep", (noise, penalty, truth))
    if "rows" not in sweep:
        sweep["rows"] = by_degree(made, truths, noise, penalty)
        sweep["truths"] = [truth_at(truth, x) for x in made["grid"]]
    base, kept = coefficients(made, truths, degree, penalty)
    fit = kept_for(made["memo"], "fit", (degree, noise, penalty, truth))
    if "curves" not in fit:
        fit["curves"] = _curves(made, (base, kept, noise))
    rows, first, last = sweep["rows"], made["x"][0], made["x"][made["n"] - 1]
    place = min(last, max(first, values["place"]))
    predictions, mean = _at(made, (base, kept, noise), place)
    result = dict(rows[degree])
    result.update({"degree": degree, "noise": noise, "rows": rows, "place": place, "grid": made["grid"]})
    result.update({"sweep": sweep, "fit": fit, "truths": sweep["truths"], "predictions": predictions, "mean": mean})
    result["middle"], result["curves"] = fit["curves"][0], fit["curves"][1:]
    result["truth"], result["spread"] = truth_at(truth, place), _spread(predictions, mean)
    result["total"] = result["bias2"] + result["variance"] + noise * noise
    sums = [row["bias2"] + row["variance"] for row in rows]
    result["best"] = sums.index(min(sums))
    return result


def _at(made: dict, fit: tuple, place: float) -> tuple:
    """(predictions, mean) of all refits at a place."""
    base, kept, noise = fit
    first, every, at = noise_at(made, place, len(base) - 1)
    middle, share = dot(base, at), noise * kept[-1]
    alone = noise - share  # what the penalty leaves to the first coefficient alone
    if alone:
        predictions = [middle + share * b + alone * a for a, b in zip(first, every)]
    else:
        predictions = [middle + share * b for b in every]
    return predictions, dot(_fit(base, kept, noise, made["means"]), at)


def _curves(made: dict, fit: tuple) -> list:
    """Mean of the fits and the first few of them over the grid."""
    fits = [_fit(fit[0], fit[1], fit[2], each) for each in [made["means"]] + made["noise"][:CURVES]]
    return [[dot(each, at) for at in made["grid_basis"]] for each in fits]


def _fit(base: list, kept: list, noise: float, drawn: list) -> list:
    """The coefficients of one refit."""
    return [base[j] + noise * kept[j] * drawn[j] for j in range(len(base))]


def _spread(values: list, middle: float) -> float:
    """Variance around the middle."""
    squares = 0.0
    for value in values:
        squares += (value - middle) * (value - middle)
    return squares / len(values)


def view(result: dict) -> dict:
    """Sentences, table of the parts, three figures with their tables."""
    sweep, fit = result["sweep"], result["fit"]
    if "drawn" not in sweep:
        sweep["drawn"] = degrees_drawn(result["rows"], result["noise"])
        sweep["cells"] = _degree_cells(result)
    if "drawn" not in fit:
        fit["drawn"] = fits_drawn(result["grid"], result["truths"], result["curves"], result["middle"])
        fit["table"] = _fits_table(result)
    figures = {
        "fits": fits_plot(fit["drawn"], result["place"]),
        "place": place_plot(result["predictions"], result["truth"], result["mean"]),
        "degrees": degrees_plot(sweep["drawn"], result["degree"]),
    }
    tables = {"fits": fit["table"], "place": _place_table(result), "degrees": _degrees_table(result)}
    return {
        "says": {"result": _sentence(result) + " " + _place_sentence(result)},
        "table": _parts(result),
        "figures": figures,
        "tables": tables,
    }


def _parts(result: dict) -> list:
    """The error taken apart, with each part's share; and the training error beside it."""
    noise, total = result["noise"] * result["noise"], result["total"]
    rows: list = [["Part", "What it is", "Bar", "Value"]]
    parts = (
        ("Bias squared", "(mean of the models \u2212 truth)\u00b2", result["bias2"]),
        ("Variance", "mean of (model \u2212 mean of the models)\u00b2", result["variance"]),
        ("Noise", "variance of what is measured", noise),
    )
    for name, what, value in parts:
        rows.append({"cells": _part(name, what, value, total), "mark": ""})
    summed = "%s + %s + %s" % (fixed(result["bias2"], 3), fixed(result["variance"], 3), fixed(noise, 3))
    rows.append(
        {"cells": ["Expected error", {"lines": ["on new rows", summed], "span": 2}, fixed(total, 3)], "mark": "goal"}
    )
    lines = {"lines": ["mean over the 500 samples, on their own rows"], "span": 2}
    rows.append({"cells": ["Training error", lines, fixed(result["training"], 3)], "mark": ""})
    return rows


def _part(name: str, what: str, value: float, total: float) -> list:
    if total < 5e-13:
        return [
            name,
            {"lines": [what, "0 / 0: **undefined: there is no error to share out**"], "span": 2},
            fixed(value, 3),
        ]
    share = value / total
    return [name, {"lines": [what, fixed(share * 100, 0) + " % of the sum"]}, {"figure": bar(share)}, fixed(value, 3)]


def _sentence(result: dict) -> str:
    said = "At degree **%s** bias squared is **%s** and variance **%s**. "
    said += "With noise %s the expected error on new rows is **%s**."
    numbers = (result["bias2"], result["variance"], result["noise"] * result["noise"], result["total"])
    said = said % tuple([written(result["degree"])] + [fixed(each, 2) for each in numbers])
    if result["total"] < 5e-13:
        return said + " There is nothing to gain."
    if result["best"] == result["degree"]:
        return said + " No other degree does better here."
    fewer = "lower" if result["best"] < result["degree"] else "higher"
    return said + " A %s degree would do better." % fewer


def _place_sentence(result: dict) -> str:
    """The place alone: mean and spread of the models, and one model's miss, which is neither."""
    last = result["predictions"][-1]
    said = "At place %s the truth is %s and the models say %s on average: a bias of **%s**. " % (
        fixed(result["place"], 2),
        written(result["truth"], 2),
        written(result["mean"], 2),
        written(result["mean"] - result["truth"], 2),
    )
    return said + "The last model is off by %s, which is its own miss and not the bias." % written(
        last - result["truth"], 2
    )


def _fits_table(result: dict) -> list:
    """Every second place of the curves."""
    rows = [["Place", "Truth", "Mean of the models", "Bias", "First model", "Second model"]]
    for k in range(0, len(result["grid"]), 2):
        true, middle = result["truths"][k], result["middle"][k]
        numbers = (true, middle, middle - true, result["curves"][0][k], result["curves"][1][k])
        rows.append([fixed(result["grid"][k], 2)] + [written(each, 3) for each in numbers])
    return rows


def _place_table(result: dict) -> list:
    rows = [["At place %s" % fixed(result["place"], 2), "Value"]]
    values = (
        ("Truth", result["truth"]),
        ("Mean of the models", result["mean"]),
        ("Bias", result["mean"] - result["truth"]),
        ("Variance of the models", result["spread"]),
        ("Least prediction", min(result["predictions"])),
        ("Largest prediction", max(result["predictions"])),
        ("Last model", result["predictions"][-1]),
        ("Its miss", result["predictions"][-1] - result["truth"]),
    )
    return rows + [[name, written(value, 3)] for name, value in values]


def _degree_cells(result: dict) -> list:
    noise, lines = result["noise"] * result["noise"], []
    for degree, row in enumerate(result["rows"]):
        numbers = (row["bias2"], row["variance"], row["bias2"] + row["variance"] + noise, row["training"])
        lines.append([str(degree)] + [fixed(each, 3) for each in numbers])
    return lines


def _degrees_table(result: dict) -> list:
    rows: list = [["Degree", "Bias squared", "Variance", "Expected error", "Training error"]]
    for degree, cells in enumerate(result["sweep"]["cells"]):
        rows.append({"cells": cells, "mark": "goal" if degree == result["degree"] else ""})
    return rows


def _least(values: dict, result: dict) -> tuple:
    """The best degree for the samples as they come."""
    if values["penalty"] or values["noise"] != 0.5 or values["rows"] != 16 or values["truth"] != "wave":
        return False, "leave rows, noise, penalty and truth as they were, and choose the degree alone."
    said = "expected error %s at degree %s" % (fixed(result["total"], 3), written(result["degree"]))
    if result["degree"] == result["best"]:
        return True, said + ". Bias squared %s is left, and variance %s." % (
            fixed(result["bias2"], 3),
            fixed(result["variance"], 3),
        )
    return False, said + "; another degree does better."


def _steady(values: dict, result: dict) -> tuple:
    """Less variance without less freedom."""
    if values["degree"] != 9 or values["noise"] < 0.5 or values["truth"] != "wave":
        return False, "degree 9 and noise of 0.5 are part of the task."
    said = "variance %s, bias squared %s" % (fixed(result["variance"], 3), fixed(result["bias2"], 3))
    if result["variance"] < 0.05:
        how = "The penalty paid for it with bias." if values["penalty"] else "The rows paid for it, and bias stayed."
        return True, "%s. %s" % (said, how)
    return False, said + "."


GOALS = (
    {"text": "find the degree with the least expected error, all else as it is.", "reached": _least},
    {"text": "keep degree 9 and noise 0.5, and bring the variance below 0.05.", "reached": _steady},
)

EXAMPLES = (
    (_start(), "At degree 1 bias squared is 0.19 and variance 0.03."),
    (_start(), "A higher degree would do better."),
    (_start(degree=3), "No other degree does better here."),
    (_start(degree=9), "A lower degree would do better."),
    (_start(rows=64), "bias squared is 0.20 and variance 0.01"),
    (_start(degree=9, penalty=1), "variance"),
    (_start(truth="line", noise=0), "0 / 0: undefined: there is no error to share out"),
    (_start(place=0), "0.03"),
)
