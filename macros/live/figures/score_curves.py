"""ROC, precision-recall and cost curve of one model or several, each with the point of the cut, and its table.

A model is a dict of `live.cut` with a name and its series: 1 is the one in hand and has a ring. What a curve depends on
is drawn once and kept in the sweep.
"""

from ..arithmetic import fixed, written
from ..metrics.ranking import counts_at
from .plot import (
    HEIGHT,
    RIGHT,
    across,
    axes,
    dot,
    label,
    of,
    plot,
    ring,
    round_ends,
    segment,
    square,
    tick_text,
    triangle,
    upward,
)

SERIES = (("one", dot), ("two", square), ("three", triangle))
SHARE, UP = across(0, 1), upward(0, 1)
HALVES = ((0.0, "0"), (0.5, "0.5"), (1.0, "1"))
CUTS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
KEPT = 40  # curves that a sweep remembers


def roc(models: list, cut: str) -> list:
    """Recall over false positive rate: two shares, each of one class, so prevalence does not enter."""
    now = models[0]
    parts = _frame("Recall", "false positive rate", "AUC " + fixed(now["sweep"]["auc"], 3), UP, HALVES)
    parts += [segment(SHARE, UP, (0, 0), (1, 1), "reference"), _note((0.66, 0.62), "chance", (6, 16))]
    parts += [_curve(each, ("roc",), _roc_points) for each in models[::-1]]
    parts += [_mark(each, SHARE, UP, (each["fpr"], each["recall"])) for each in models[1:]]
    place = (now["fpr"], now["recall"])
    parts += [ring(SHARE, UP, place), label(SHARE, UP, place, cut, (9, 18), "start" if now["fpr"] < 0.85 else "end")]
    told = "ROC curve: recall %s at a false positive rate of %s, cut at %s. The table below holds more points."
    title = told % (fixed(now["recall"], 2), fixed(now["fpr"], 2), cut)
    return _plot(title, parts, models, lambda each: "AUC " + fixed(each["sweep"]["auc"], 3))


def precision_recall(models: list, cut: str) -> list:
    """Precision over recall: which mixes the classes, so it falls with prevalence."""
    now = models[0]
    share = now["prevalence"]
    parts = _frame("Precision", "recall", _average(now), UP, HALVES)
    parts.append(segment(SHARE, UP, (0, share), (1, share), "reference"))
    parts += [_curve(each, ("pr", each["weights"]), _pr_points) for each in models[::-1]]
    known = [each for each in models[1:] if each["precision"] is not None]
    parts += [_mark(each, SHARE, UP, (each["recall"], each["precision"])) for each in known]
    parts.append(_note((0, share), "prevalence " + short(share), (6, 15 if share > 0.15 else -6)))
    if now["precision"] is None:
        parts.append(label(SHARE, UP, (0.5, 0.5), "0 / 0: nothing flagged", (0, 0)))
        told = "precision undefined, as nothing is flagged"
    else:
        place, far = (now["recall"], now["precision"]), now["recall"] > 0.8
        away = (-4 if far else 9, 20 if now["precision"] > 0.5 else -11)
        parts += [ring(SHARE, UP, place), label(SHARE, UP, place, cut, away, "end" if far else "start")]
        told = "precision %s at recall %s" % (fixed(now["precision"], 2), fixed(now["recall"], 2))
    title = "Precision-recall curve: %s, cut at %s. The table below holds more points." % (told, cut)
    return _plot(title, parts, models, _average)


def costs(models: list, cut: float, words: str) -> list:
    """Cost over the cut: for each cut what its false alarms and its misses cost together."""
    now = models[0]
    most = max([_kept(each, ("cost", each["weights"], each["prices"]), _cost_steps)[0] for each in models])
    low, middle, top = round_ends(0.0, most)
    y = upward(0.0, top)
    ticks = tuple([(value, tick_text(value, middle - low)) for value in (0.0, top / 2, top)])
    parts = _frame("Cost", "threshold", _least(now), y, ticks)
    if now["least_at"] is not None:
        parts.append(segment(SHARE, y, (now["least_at"], 0), (now["least_at"], now["least"]), "reference"))
    for each in models[::-1]:
        key = ("stairs", each["weights"], each["prices"], top)
        parts.append(_curve(each, key, lambda model: _stairs(model, y), "path", "d"))
    parts += [_mark(each, SHARE, y, (cut, each["cost"])) for each in models[1:]]
    anchor = "end" if cut > 0.75 else "start" if cut < 0.25 else "middle"
    told = "%s at %s" % (money(now["cost"]), words)
    away = (0, 22 if now["cost"] > 0.85 * top else -12)
    parts += [ring(SHARE, y, (cut, now["cost"])), label(SHARE, y, (cut, now["cost"]), told, away, anchor)]
    return _plot("Cost curve: %s. The table below holds more points." % told, parts, models, _least)


def _average(model: dict) -> str:
    """Average precision, which is known for the prevalence of the rows alone."""
    return "" if model["shifted"] else "AP " + fixed(model["sweep"]["ap"], 3)


def _least(model: dict) -> str:
    return "least %s %s" % (
        money(model["least"]),
        "at " + model["least_words"] if model["least_words"] else "with no flag",
    )


def _frame(y_name: str, x_name: str, value: str, y: tuple, y_ticks: tuple) -> list:
    """Axes, and at the upper right the figure that sums the curve up."""
    parts = axes(SHARE, y, HALVES, y_ticks, (x_name, y_name))
    return parts + [["text", {"x": tick_text(RIGHT, 1), "y": "12", "text-anchor": "end"}, [value]]]


def _plot(title: str, parts: list, models: list, value) -> list:
    """The plot; below it a key, where more than one model is drawn."""
    if len(models) < 2:
        return plot(title, parts)
    for k, each in enumerate(models):
        y = HEIGHT + 10 + 16 * k
        series, mark = SERIES[each["series"] - 1]
        sample = {"class": "line " + series, "x1": "0", "x2": "26", "y1": str(y - 4), "y2": str(y - 4)}
        words = each["name"] + (": " + value(each) if value(each) else "")
        parts += [["line", sample, []], ["text", {"x": "34", "y": str(y)}, [words]]]
    return plot(title, parts, HEIGHT + 8 + 16 * len(models))


def _note(place: tuple, words: str, away: tuple) -> list:
    at = {"class": "tick", "x": _tenths(of(SHARE, place[0]) + away[0]), "y": _tenths(of(UP, place[1]) + away[1])}
    return ["text", at, [words]]


def _mark(model: dict, x: tuple, y: tuple, place: tuple) -> list:
    """Where another model stands at the same cut."""
    series, mark = SERIES[model["series"] - 1]
    return mark(x, y, place, series)


def _curve(model: dict, key: tuple, draw, tag: str = "polyline", attribute: str = "points") -> list:
    """The line of a model, as it was drawn when it was first asked for."""
    series, _ = SERIES[model["series"] - 1]
    return [tag, {"class": "line " + series, attribute: _kept(model, key, draw)}, []]


def _points(places: list) -> str:
    return " ".join([_tenths(of(SHARE, x)) + "," + _tenths(of(UP, y)) for x, y in places])


def _tenths(x: float) -> str:
    """A coordinate >= 0 to a tenth, quicker than any format."""
    whole = int(x * 10 + 0.5)
    return "%d.%d" % (whole // 10, whole % 10)


def _kept(model: dict, key: tuple, draw):
    """What `draw` makes of the model, remembered in its sweep."""
    kept = model["sweep"]["kept"]
    if key not in kept:
        if len(kept) > KEPT:
            kept.clear()
        kept[key] = draw(model)
    return kept[key]


def _roc_points(model: dict) -> str:
    sweep = model["sweep"]
    ranking, p, n = sweep["ranking"], sweep["positives"], sweep["negatives"]
    tps, fps = ranking["tps"], ranking["fps"]
    return _points([(0.0, 0.0)] + [(fps[k] / n, tps[k] / p) for k in sweep["sample"]])


def _pr_points(model: dict) -> str:
    sweep, (weight_p, weight_n) = model["sweep"], model["weights"]
    tps, fps, places = sweep["ranking"]["tps"], sweep["ranking"]["fps"], []
    for k in sweep["sample"]:
        hits, alarms = tps[k] * weight_p, fps[k] * weight_n
        if hits + alarms:
            places.append((tps[k] / sweep["positives"], hits / (hits + alarms)))
    return _points(places)


def _cost_steps(model: dict) -> tuple:
    """(highest, [(threshold, cost below it down to the next)]), from flagging nothing to flagging all."""
    sweep, (weight_p, weight_n), (alarm, miss) = model["sweep"], model["weights"], model["prices"]
    ranking, alarm, miss = sweep["ranking"], alarm * weight_n, miss * weight_p
    tps, fps, thresholds, p = ranking["tps"], ranking["fps"], ranking["thresholds"], sweep["positives"]
    steps = [(1.0, miss * p)] + [(thresholds[k], alarm * fps[k] + miss * (p - tps[k])) for k in sweep["sample"]]
    return max([cost for _, cost in steps]), steps


def _stairs(model: dict, y: tuple) -> str:
    """The cost as a path from right to left: from each score down to the next it stays as it is."""
    _, steps = _kept(model, ("cost", model["weights"], model["prices"]), _cost_steps)
    parts = ["M%s,%s" % (_tenths(of(SHARE, 1)), _tenths(of(y, steps[0][1])))]
    for x, cost in steps[1:]:
        parts.append("H%sV%s" % (_tenths(of(SHARE, x)), _tenths(of(y, cost))))
    return "".join(parts) + "H" + _tenths(of(SHARE, 0))


def money(cost: float) -> str:
    """A cost: whole where it is, else with a digit, or two where it is small."""
    if cost == int(cost):
        return written(int(cost))
    return written(cost, 1 if cost >= 10 else 2)


def short(x: float) -> str:
    """A share with two digits, or with as many as it takes to tell it from 0 and from 1."""
    for digits in (2, 3, 4):
        if 0.5 * 0.1**digits < x < 1 - 0.5 * 0.1**digits:
            return fixed(x, digits)
    return fixed(x, 2 if x in (0, 1) else 6)


def curve_tables(models: list, cut: float, words: str) -> dict:
    """For each of the three curves the rows of its table: at round cuts, and in between the cut of now."""
    now = models[0]
    rows = _kept(now, ("rows", now["weights"], now["prices"]), _rows)
    here = _row(now, words + " (now)", now)
    before = len([cut_at for cut_at in CUTS if cut_at < cut])
    after = len([cut_at for cut_at in CUTS if cut_at <= cut])
    found = rows[:before] + [here] + rows[after:]
    heads = {
        "roc": ["Threshold", "False positive rate", "Recall"],
        "pr": ["Threshold", "Recall", "Precision"],
        "cost": ["Threshold", "False alarms", "Misses", "Cost"],
    }
    tables = {}
    for name, head in heads.items():
        marked: list = [{"cells": row[name], "mark": "goal" if row is here else ""} for row in found]
        beside = [
            {"cells": _row(each, "%s, %s" % (words, each["name"]), each)[name], "mark": ""} for each in models[1:]
        ]
        tables[name] = [head] + marked + beside
    return tables


def _rows(model: dict) -> list:
    """The rows of round cuts."""
    made, (weight_p, weight_n), (alarm, miss) = [], model["weights"], model["prices"]
    for cut in CUTS:
        counts = counts_at(model["sweep"]["ranking"], cut)
        tp, fp, fn, tn = [counts[name] for name in ("tp", "fp", "fn", "tn")]
        flagged = tp * weight_p + fp * weight_n
        row = {
            "recall": tp / (tp + fn),
            "fpr": fp / (fp + tn),
            "precision": tp * weight_p / flagged if flagged else None,
            "misses": fn * weight_p,
            "alarms": fp * weight_n,
            "cost": fp * weight_n * alarm + fn * weight_p * miss,
        }
        made.append(_row(row, fixed(cut, 2), model))
    return made


def _row(at: dict, words: str, model: dict) -> dict:
    """One cut in each of the three tables."""
    precision = "0 / 0: undefined" if at["precision"] is None else fixed(at["precision"], 3)
    recall = fixed(at["recall"], 3)
    return {
        "roc": [words, fixed(at["fpr"], 3), recall],
        "pr": [words, recall, precision],
        "cost": [words, money(at["alarms"]), money(at["misses"]), money(at["cost"])],
    }
