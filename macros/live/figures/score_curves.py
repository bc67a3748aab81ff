"""ROC, precision-recall and cost curve of one model or several, each with the point of the cut, and its table.

A model is a dict as `calculators.threshold` makes it: its sweep, its series (1 is the one in hand, with a ring), what it
scores at the cut, and the weights of a positive and of a negative row. What only the curve depends on is drawn once and
kept in the sweep.
"""

from ..arithmetic import fixed, written
from ..metrics.ranking import counts_at
from .plot import curve, marker, nice, note, path, plot, points, reference, ring, stairs

HALVES = ((0.0, "0"), (0.5, "0.5"), (1.0, "1"))
CUTS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
KEPT = 40  # curves that a sweep remembers


def roc(models: list, cut: str) -> list:
    """Recall over false positive rate: two shares, each of one class, so prevalence does not enter."""
    now = models[0]
    marks = [reference((0, 0), (1, 1)), note((0.66, 0.62), "chance", 4, 16)]
    marks += [curve(each["series"], _kept(each, ("roc",), _roc_points)) for each in _back_to_front(models)]
    marks += [marker(each["series"], (each["fpr"], each["recall"])) for each in models[1:]]
    marks.append(ring((now["fpr"], now["recall"]), cut, 9, 18, "start"))
    return plot(
        "roc",
        title="ROC curve: recall %s at a false positive rate of %s, cut at %s. The table below holds more points."
        % (fixed(now["recall"], 2), fixed(now["fpr"], 2), cut),
        y_name="Recall",
        x_name="false positive rate",
        x_ticks=HALVES,
        y_ticks=HALVES,
        marks=marks,
        value="AUC " + fixed(now["sweep"]["auc"], 3),
        keys=_keys(models, "AUC %s", lambda each: fixed(each["sweep"]["auc"], 3)),
    )


def precision_recall(models: list, cut: str) -> list:
    """Precision over recall: which mixes the classes, so it falls with prevalence."""
    now = models[0]
    share = now["prevalence"]
    marks = [reference((0, share), (1, share))]
    marks += [curve(each["series"], _kept(each, ("pr", each["weights"]), _pr_points)) for each in _back_to_front(models)]
    marks += [marker(each["series"], (each["recall"], each["precision"])) for each in models[1:] if _known(each)]
    if _known(now):
        place, far = (now["recall"], now["precision"]), now["recall"] > 0.8
        marks.append(ring(place, cut, -4 if far else 9, 20 if now["precision"] > 0.5 else -11, "end" if far else "start"))
        told = "precision %s at recall %s" % (fixed(now["precision"], 2), fixed(now["recall"], 2))
    else:
        told = "precision undefined, as nothing is flagged"
        marks.append(note((0.5, 0.5), "0 / 0: nothing flagged", 0, 0, "middle"))
    marks.append(note((0, share), "prevalence " + short(share), 6, 15 if share > 0.15 else -6))
    return plot(
        "pr",
        title="Precision-recall curve: %s, cut at %s. The table below holds more points." % (told, cut),
        y_name="Precision",
        x_name="recall",
        x_ticks=HALVES,
        y_ticks=HALVES,
        marks=marks,
        value="" if now["shifted"] else "AP " + fixed(now["sweep"]["ap"], 3),
        keys=_keys(models, "AP %s", lambda each: "" if each["shifted"] else fixed(each["sweep"]["ap"], 3)),
    )


def costs(models: list, cut: float, words: str) -> list:
    """Cost over the cut: for each cut what its false alarms and its misses cost together."""
    now = models[0]
    drawn = [_kept(each, ("cost", each["weights"], each["prices"]), _cost_steps) for each in models]
    top, ticks = nice(max([most for most, _ in drawn]))
    marks = []
    if now["least_at"] is not None:
        marks.append(reference((now["least_at"], 0), (now["least_at"], now["least"] / top)))
    for each, (_, steps) in list(zip(models, drawn))[::-1]:
        marks.append(path(each["series"], _stairs(steps, top)))
    marks += [marker(each["series"], (cut, each["cost"] / top)) for each in models[1:]]
    high = now["cost"] / top
    anchor = "end" if cut > 0.75 else "start" if cut < 0.25 else "middle"
    marks.append(ring((cut, high), "%s at %s" % (money(now["cost"]), words), 0, 22 if high > 0.85 else -12, anchor))
    return plot(
        "cost",
        title="Cost curve: %s at a cut of %s. The table below holds more points." % (money(now["cost"]), words),
        y_name="Cost",
        x_name="threshold",
        x_ticks=HALVES,
        y_ticks=[(tick / top, money(tick)) for tick in ticks],
        marks=marks,
        value=_least(now),
        keys=_keys(models, "%s", _least),
    )


def _least(model: dict) -> str:
    return "least %s%s" % (money(model["least"]), " at " + model["least_words"] if model["least_words"] else ": no flags")


def _stairs(steps: list, top: float) -> str:
    return stairs(1.0, [(x, cost / top) for x, cost in steps], 0.0)


def _back_to_front(models: list) -> list:
    return models[::-1]


def _known(model: dict) -> bool:
    return model["precision"] is not None


def _keys(models: list, form: str, value) -> list:
    """The key, where more than one model is drawn."""
    if len(models) < 2:
        return []
    told = [(each["series"], each["name"], value(each)) for each in models]
    return [(series, name + (": " + form % words if words else "")) for series, name, words in told]


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
    return points([(0.0, 0.0)] + [(fps[k] / n, tps[k] / p) for k in sweep["sample"]])


def _pr_points(model: dict) -> str:
    sweep, (weight_p, weight_n) = model["sweep"], model["weights"]
    tps, fps, places = sweep["ranking"]["tps"], sweep["ranking"]["fps"], []
    for k in sweep["sample"]:
        hits, alarms = tps[k] * weight_p, fps[k] * weight_n
        if hits + alarms:
            places.append((tps[k] / sweep["positives"], hits / (hits + alarms)))
    return points(places)


def _cost_steps(model: dict) -> tuple:
    """(highest, [(threshold, cost below it down to the next)]), from flagging nothing to flagging all."""
    sweep, (weight_p, weight_n), (alarm, miss) = model["sweep"], model["weights"], model["prices"]
    ranking, alarm, miss = sweep["ranking"], alarm * weight_n, miss * weight_p
    tps, fps, thresholds, p = ranking["tps"], ranking["fps"], ranking["thresholds"], sweep["positives"]
    steps = [(1.0, miss * p)] + [(thresholds[k], alarm * fps[k] + miss * (p - tps[k])) for k in sweep["sample"]]
    return max([cost for _, cost in steps]), steps


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
    for name in heads:
        marked = [{"cells": row[name], "mark": "goal" if row is here else ""} for row in found]
        beside = [{"cells": _row(each, "%s, %s" % (words, each["name"]), each)[name], "mark": ""} for each in models[1:]]
        tables[name] = [heads[name]] + marked + beside
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
