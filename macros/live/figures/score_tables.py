"""The tables beside score strip and curves, with the numbers that these show."""

from ..arithmetic import fixed, total, written
from ..cut import money
from ..metrics.ranking import counts_at
from .score_curves import kept

CUTS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def curve_tables(models: list, cut: float, words: str) -> dict:
    """For each of the three curves the rows of its table: at round cuts, and in between the cut of now."""
    now = models[0]
    both = (now["weights"], now["prices"])
    return {
        "roc": _table(ROC, kept(now, "roc rows", 0, lambda model: _rows(model, ROC)), models, cut, words),
        "pr": _table(PR, kept(now, "pr rows", now["weights"], lambda model: _rows(model, PR)), models, cut, words),
        "cost": _table(COST, kept(now, "cost rows", both, lambda model: _rows(model, COST)), models, cut, words),
    }


def _table(kind: tuple, rows: list, models: list, cut: float, words: str) -> list:
    """Heads, round cuts with the cut of now in its place, and last the other models at that cut."""
    heads, cells = kind
    before = len([at for at in CUTS if at < cut])
    after = len([at for at in CUTS if at <= cut])
    here = {"cells": [words + " (current)"] + cells(models[0]), "mark": "goal"}
    beside = [["%s, %s" % (words, each["name"])] + cells(each) for each in models[1:]]
    found: list = [list(heads)]
    return found + rows[:before] + [here] + rows[after:] + beside


def _rows(model: dict, kind: tuple) -> list:
    """The rows of round cuts."""
    at = kept(model, "round cuts", (model["weights"], model["prices"]), _at_round_cuts)
    return [[fixed(cut, 2)] + kind[1](row) for cut, row in zip(CUTS, at)]


def _at_round_cuts(model: dict) -> list:
    counts = kept(model, "round counts", 0, lambda each: [counts_at(each["sweep"]["ranking"], cut) for cut in CUTS])
    return [_measured(each, model) for each in counts]


def _measured(counts: dict, model: dict) -> dict:
    """What a row needs of a cut, by the names that a model has it under."""
    (weight_p, weight_n), (alarm, miss) = model["weights"], model["prices"]
    tp, fp, fn, tn = counts["tp"], counts["fp"], counts["fn"], counts["tn"]
    flagged, misses, alarms = tp * weight_p + fp * weight_n, fn * weight_p, fp * weight_n
    return {
        "recall": tp / (tp + fn),
        "fpr": fp / (fp + tn),
        "precision": tp * weight_p / flagged if flagged else None,
        "misses": misses,
        "alarms": alarms,
        "cost": alarms * alarm + misses * miss,
    }


def _roc_cells(at: dict) -> list:
    return [fixed(at["fpr"], 3), fixed(at["recall"], 3)]


def _pr_cells(at: dict) -> list:
    return [fixed(at["recall"], 3), "undefined (0 / 0)" if at["precision"] is None else fixed(at["precision"], 3)]


def _cost_cells(at: dict) -> list:
    return [money(at["alarms"]), money(at["misses"]), money(at["cost"])]


ROC = (("Threshold", "False positive rate", "Recall"), _roc_cells)
PR = (("Threshold", "Recall", "Precision"), _pr_cells)
COST = (("Threshold", "False positives", "False negatives", "Cost"), _cost_cells)


def strip_table(sweep: dict, cut: float, words: str, names: tuple) -> list:
    """The rows of the strip's table: ten parts of [0, 1], and which of them are flagged."""
    kept = sweep["kept"].get("bands")
    if kept is None:
        kept = sweep["kept"]["bands"] = _bands(sweep["bins"])
    rows: list = [["Score", names[0], names[1], "Flagged"]]
    for k, (band, pos, neg) in enumerate(kept):
        flagged = "all" if k / 10 >= cut else "none" if (k + 1) / 10 <= cut and k < 9 else "from %s" % words
        part = flagged not in ("all", "none")
        rows.append({"cells": [band, pos, neg, flagged], "mark": "goal" if part else ""})
    return rows


def _bands(bins: list) -> list:
    """[scores, positives, negatives] as texts, in tenths of [0, 1]."""
    wide, made = len(bins) // 10, []
    for k in range(10):
        inside = bins[k * wide : (k + 1) * wide]
        band = "%s to below %s" % (fixed(k / 10, 1), fixed((k + 1) / 10, 1)) if k < 9 else "0.9 to 1"
        counts = [written(total([pair[side] for pair in inside])) for side in (0, 1)]
        made.append([band] + counts)
    return made
