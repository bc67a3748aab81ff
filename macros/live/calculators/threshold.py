"""A cut through the scores of a model: what it flags and what that costs, and what a change of prevalence moves."""

from ..arithmetic import fixed, written
from ..cut import at_cut, cut_text, money, short
from ..figures.score_curves import costs, precision_recall, roc
from ..figures.score_strip import score_strip
from ..figures.score_tables import curve_tables, strip_table
from ..sweep import begin, finish, step  # noqa: F401  the engine takes them from here

TITLE = "Move the cut"
PURPOSE = "Rows that score at or above the threshold are flagged. Move it, price the two errors, change what is common."

TEXTURE, ALL, EIGHTS = "breast_cancer_texture_only_test", "breast_cancer_logreg_test", "digits8_logreg_test"
DATA = {
    "columns": ("y_true", "y_score"),
    "examples": (
        (TEXTURE, "Breast: one feature"),
        (ALL, "Breast: 30 features"),
        (EIGHTS, "Digits: is it an 8?"),
    ),
    "pins": 2,
}
CELLS = ("malignant", "benign")
NAMES = {TEXTURE: CELLS, ALL: CELLS, EIGHTS: ("eights", "others")}
SHORT = {TEXTURE: "one feature", ALL: "30 features", EIGHTS: "is it an 8"}


def _price(name: str, label: str, default: float) -> dict:
    return {"name": name, "label": label, "unit": "", "kind": "number", "range": (0, 10**6), "default": default}


FIELDS = (
    {
        "name": "threshold",
        "label": "Threshold",
        "unit": "",
        "kind": "share",
        "range": (0, 1),
        "slide": 0.01,
        "default": 0.3,
    },
    _price("cost_fp", "Cost of a false alarm", 1),
    _price("cost_fn", "Cost of a miss", 5),
    {
        "name": "mix",
        "label": "Prevalence",
        "unit": "",
        "kind": "select",
        "options": (("rows", "as in the rows"), ("other", "another one")),
        "default": "rows",
    },
    {
        "name": "prevalence",
        "label": "Share of positives",
        "unit": "",
        "kind": "share",
        "range": (0, 1),
        "default": 0.05,
        "when": {"mix": "other"},
    },
)

_FELL = "At 0.50 it is 23 of 30, at 0.70 only 7 of 12: precision falls from 0.77 to 0.58."
PREDICT = {
    "question": "A model scores 143 breast tumours by one weak feature. Of the 30 that it flags at a cut of 0.50, 23 "
    "are malignant. The cut goes up to 0.70. What happens to precision?",
    "choices": (
        (
            "rises",
            "It rises",
            "It usually does. Here 16 malignant and only 2 benign ones left the flagged. " + _FELL,
        ),
        ("stays", "It stays", "18 tumours are no longer flagged, and their mix is not that of the rest. " + _FELL),
        ("falls", "It falls", "16 malignant and only 2 benign ones left the flagged. " + _FELL),
    ),
    "key": "falls",
    "then": {"threshold": 0.7},
}

_BREAST = "Breast Cancer Wisconsin (Diagnostic), UCI; 143 test cases, 53 of them malignant. Not medical advice."
PRESETS = (
    {
        "name": "weak",
        "label": "One weak feature",
        "about": _BREAST + " The model sees mean texture alone.",
        "values": {"data": TEXTURE, "threshold": 0.3},
    },
    {
        "name": "strong",
        "label": "All 30 features",
        "about": _BREAST + " The model sees all 30 measurements.",
        "values": {"data": ALL, "threshold": 0.5},
    },
    {
        "name": "beside",
        "label": "One beside the other",
        "about": _BREAST + " The same cases, scored by two models.",
        "values": {"data": TEXTURE, "pin1": ALL, "threshold": 0.3},
    },
    {
        "name": "rare",
        "label": "Rare positives",
        "about": "Handwritten digits, UCI; 540 test images, 52 of them an 8.",
        "values": {"data": EIGHTS, "threshold": 0.5},
    },
    {
        "name": "silent",
        "label": "Nothing flagged",
        "about": _BREAST + " No score reaches 0.95.",
        "values": {"data": TEXTURE, "threshold": 0.95},
    },
)

TAKEAWAY = (
    "The model makes the scores; where yes begins is your decision, and it follows from what the two errors cost. "
    "The ROC curve stays as it is when positives grow rare, while precision and the cheapest cut move."
)
FACTS = ()
FIGURES = (
    {
        "name": "strip",
        "caption": "Every row stands at its score. The cut moves, the rows do not.",
        "twin": "Rows by score",
    },
    {
        "name": "roc",
        "caption": "Both rates are shares within one class, so prevalence does not enter.",
        "twin": "Points of the ROC curve",
    },
    {
        "name": "pr",
        "caption": "Precision mixes both classes, so it falls when positives grow rare.",
        "twin": "Points of the precision-recall curve",
    },
    {"name": "cost", "caption": "Where the least cost lies depends on the prices.", "twin": "Cost of each cut"},
)


def compute(values: dict, prepared=None, facts=None) -> dict:
    """What each model does at the cut, the chosen one first; costs are those of as many rows as the chosen one has."""
    sweep = prepared["data"]
    rows = sweep["positives"] + sweep["negatives"]
    models = [_named(at_cut(values, sweep, rows), 1, values["data"])]
    for pin, series in (("pin1", 2), ("pin2", 3)):
        if prepared[pin] is not None:
            models.append(_named(at_cut(values, prepared[pin], rows), series, values[pin]))
    return {
        "cut": values["threshold"],
        "words": cut_text(values["threshold"]),
        "models": models,
        "names": NAMES.get(values["data"], ("positives", "negatives")),
    }


def _named(model: dict, series: int, name: str) -> dict:
    model.update({"series": series, "set": name, "name": SHORT.get(name, "your file")})
    return model


def view(result: dict) -> dict:
    """Sentence, matrix with its metrics, strip and three curves, and a table for each."""
    models, cut, words = result["models"], result["cut"], result["words"]
    now = models[0]
    tables = curve_tables(models, cut, words)
    tables["strip"] = strip_table(now["sweep"], cut, words, result["names"])
    return {
        "says": {"result": _sentence(result)},
        "table": _matrix(now, result["names"]),
        "figures": {
            "strip": score_strip(now["sweep"], cut, words, result["names"]),
            "roc": roc(models, words),
            "pr": precision_recall(models, words),
            "cost": costs(models, cut, words),
        },
        "tables": tables,
    }


def _sentence(result: dict) -> str:
    now = result["models"][0]
    told = [_flags(now, result), _cost(now)]
    told += [_beside(each, now) for each in result["models"][1:]]
    return " ".join(told)


def _flags(now: dict, result: dict) -> str:
    """Flagged and found, precision and recall."""
    tp, flagged, name = now["tp"], now["tp"] + now["fp"], result["names"][0]
    rows = written(flagged + now["fn"] + now["tn"])
    found = "%s of the %s %s are found: recall **%s**." % (
        written(tp),
        written(tp + now["fn"]),
        name,
        fixed(now["recall"], 2),
    )
    if not flagged:
        words = "At **%s** the model flags **nothing** of %s. Precision is 0 / 0: **%s**. %s"
        return words % (result["words"], rows, _undefined(now), found)
    head = "At **%s** the model flags **%s** of %s." % (result["words"], written(flagged), rows)
    if now["shifted"]:
        return "%s %s %s" % (head, found, _shifted(now, tp / flagged))
    words = "%s **%s** of the %s are %s: precision **%s**. %s"
    return words % (head, written(tp), written(flagged), name, fixed(now["precision"], 2), found)


def _shifted(now: dict, before: float) -> str:
    """Precision under another prevalence."""
    precise = "has no value" if now["precision"] is None else "is **%s**" % fixed(now["precision"], 2)
    words = "With a prevalence of **%s** precision %s, and not %s; recall stays."
    return words % (short(now["prevalence"]), precise, fixed(before, 2))


def _undefined(now: dict) -> str:
    return "undefined: %s. scikit-learn: 0.0" % now["missing"]


def _cost(now: dict) -> str:
    alarm, miss = now["prices"]
    told = "Cost: %s \u00d7 %s + %s \u00d7 %s = **%s**" % (
        money(now["alarms"]),
        money(alarm),
        money(now["misses"]),
        money(miss),
        money(now["cost"]),
    )
    if now["cost"] <= now["least"] * (1 + 1e-12):
        return told + "; no cut costs less."
    where = "at %s" % now["least_words"] if now["least_words"] else "when nothing is flagged"
    return told + "; the least is **%s**, %s." % (money(now["least"]), where)


def _beside(each: dict, now: dict) -> str:
    """Another model at the same cut."""
    precise = "no precision" if each["precision"] is None else "precision " + fixed(each["precision"], 2)
    return "Beside it, %s: %s, recall %s, AUC %s against %s." % (
        each["name"],
        precise,
        fixed(each["recall"], 2),
        fixed(each["sweep"]["auc"], 3),
        fixed(now["sweep"]["auc"], 3),
    )


def _matrix(now: dict, names: tuple) -> list:
    """The four counts, and below them the metrics that the curves show."""
    tp, fp, fn, tn = [now[name] for name in ("tp", "fp", "fn", "tn")]
    return [
        ["Actual", "Flagged", "Left alone", "All"],
        ["Actual " + names[0], "**%s** found (TP)" % written(tp), "**%s** missed (FN)" % written(fn), written(tp + fn)],
        ["Actual " + names[1], "**%s** false alarms (FP)" % written(fp), "**%s** (TN)" % written(tn), written(fp + tn)],
        _metric("Precision", now["precision"], now["hits"], now["hits"] + now["alarms"], _undefined(now)),
        _metric("Recall", now["recall"], tp, tp + fn, ""),
        _metric("False positive rate", now["fpr"], fp, fp + tn, ""),
    ]


def _metric(name: str, value, part: float, whole: float, undefined: str) -> dict:
    if value is None:
        return {"cells": [name, {"lines": ["0 / 0: **%s**" % undefined], "span": 3}], "mark": "goal"}
    fraction = "%s / %s" % (money(part), money(whole))
    return {"cells": [name, {"lines": [fraction], "span": 2}, "**%s**" % fixed(value, 3)], "mark": "goal"}


def _found(values: dict, result: dict) -> tuple:
    """Goal: recall with a floor for precision, on the weak feature or any other model."""
    now = result["models"][0]
    if now["precision"] is None:
        return False, "precision is undefined, because %s." % now["missing"]
    told = [_against("recall", now["recall"], 0.9), _against("precision", now["precision"], 0.45)]
    if now["recall"] >= 0.9 and now["precision"] >= 0.45:
        words = "recall %s, precision %s at %s. %s missed; %s false alarms paid for the rest."
        found = (fixed(now["recall"], 2), fixed(now["precision"], 2), result["words"])
        return True, words % (found + (written(now["fn"]), written(now["fp"])))
    return False, "; ".join(told) + "."


def _against(name: str, value: float, least: float) -> str:
    """How a metric stands against what the goal asks of it; three digits where two would read as the goal."""
    if value >= least:
        return "%s %s is enough" % (name, fixed(value, 2))
    digits = 2 if fixed(value, 2) != fixed(least, 2) else 3
    return "%s %s is below %s" % (name, fixed(value, digits), fixed(least, 2))


def _cheapest(values: dict, result: dict) -> tuple:
    """Goal: the least cost at a price of one to twenty."""
    now = result["models"][0]
    alarm, miss = values["cost_fp"], values["cost_fn"]
    if not alarm or miss != 20 * alarm:
        return False, "a miss costs %s and a false alarm %s; make it twenty times as much." % (
            money(miss),
            money(alarm),
        )
    if now["cost"] > now["least"] * (1 + 1e-12):
        return False, "%s at %s is more than %s." % (money(now["cost"]), result["words"], money(now["least"]))
    return True, "%s at %s, and no cut costs less. %s false alarms, %s missed." % (
        money(now["cost"]),
        result["words"],
        written(now["fp"]),
        written(now["fn"]),
    )


def _rare(values: dict, result: dict) -> tuple:
    """Goal: precision sinks although recall stays."""
    now = result["models"][0]
    if now["precision"] is None:
        return False, "precision is undefined, because %s." % now["missing"]
    stands = "precision %s, recall %s" % (short(now["precision"]), fixed(now["recall"], 2))
    if now["shifted"] and now["recall"] >= 0.8 and now["precision"] < 0.1:
        return True, stands + ". The ROC curve and the ring on it have not moved."
    return False, stands + ("." if now["shifted"] else ", at the prevalence of the rows.")


GOALS = (
    {"text": "find at least 0.90 of the positives, with precision 0.45 or more.", "reached": _found},
    {"text": "a miss costs twenty times what a false alarm costs. Find the cheapest cut.", "reached": _cheapest},
    {"text": "sink precision below 0.10 while recall stays at 0.80 or more: change the prevalence.", "reached": _rare},
)

EXAMPLES = (
    (
        {"data": TEXTURE, "threshold": 0.3},
        "At 0.30 the model flags 72 of 143. 43 of the 72 are malignant: precision 0.60.",
    ),
    ({"data": TEXTURE, "threshold": 0.3}, "Cost: 29 \u00d7 1 + 10 \u00d7 5 = 79; the least is 68, at 0.28."),
    ({"data": TEXTURE, "threshold": 0.7}, "7 of the 12 are malignant: precision 0.58"),
    ({"data": TEXTURE, "threshold": 0.95}, "0 / 0: undefined: nothing was predicted positive. scikit-learn: 0.0"),
    ({"data": TEXTURE, "threshold": 0.28, "cost_fn": 5}, "= 68; no cut costs less."),
    (
        {"data": TEXTURE, "threshold": 0.3, "mix": "other", "prevalence": 0.05},
        "of 0.05 precision is 0.12, and not 0.60",
    ),
    (
        {"data": TEXTURE, "pin1": ALL, "threshold": 0.3},
        "Beside it, 30 features: precision 0.98, recall 0.96, AUC 0.996",
    ),
    ({"data": EIGHTS, "threshold": 0.5}, "36 of the 40 are eights: precision 0.90"),
    ({"data": TEXTURE, "threshold": 0.3, "cost_fn": 0}, "the least is 0, when nothing is flagged"),
)
