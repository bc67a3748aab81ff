"""Four counts, twelve metrics: which of them an error moves, and what prevalence does to precision."""

import math

from ..arithmetic import Undefined, format_fixed, format_number, metric_against_minimum_text
from ..figures.bar import bar_svg
from ..figures.precision_recall_bar import precision_recall_bar
from ..metrics.counts import (
    accuracy,
    balanced_accuracy,
    f1,
    false_negative_rate,
    false_positive_rate,
    fbeta,
    mcc,
    negative_predictive_value,
    precision,
    prevalence,
    recall,
    specificity,
)

TITLE = "Confusion matrix calculator"
PURPOSE = "Change a count and see which metrics change. Color shows the actual class, and hatching marks errors."
LIST_ENTRY = ("Confusion matrix calculator", "change a count, and see precision, recall, F1, and other metrics.")
MOST = 10**7  # rows; the products of four counts stay exact in every runtime


def _cell_field_spec(name: str, short: str, label: str, aside: str, row: str, column: str, default: int) -> dict:
    return {
        "name": name,
        "short": short,
        "label": label,
        "aside": aside,
        "kind": "count",
        "range": (0, MOST),
        "default": default,
        "when": {"from": "counts"},
        "cell": ("Actual " + row, "Predicted " + column),
        "mark": name,
    }


def _rate_field_spec(name: str, label: str, default: float) -> dict:
    return {
        "name": name,
        "label": label,
        "kind": "share",
        "range": (0, 1),
        "default": default,
        "when": {"from": "rates"},
    }


FIELDS = (
    {
        "name": "from",
        "label": "Start from",
        "kind": "select",
        "options": (("counts", "the four counts"), ("rates", "prevalence and two rates")),
        "default": "counts",
    },
    _cell_field_spec("tp", "TP", "true positive", "", "positive", "positive", 8),
    _cell_field_spec("fn", "FN", "false negative", "missed positive", "positive", "negative", 2),
    _cell_field_spec("fp", "FP", "false positive", "false alarm", "negative", "positive", 12),
    _cell_field_spec("tn", "TN", "true negative", "", "negative", "negative", 978),
    _rate_field_spec("prevalence", "Prevalence", 0.01),
    _rate_field_spec("sensitivity", "Sensitivity (recall)", 0.9),
    _rate_field_spec("specificity", "Specificity", 0.9),
    {
        "name": "n",
        "label": "Total cases",
        "kind": "count",
        "range": (0, MOST),
        "default": 1000,
        "when": {"from": "rates"},
    },
)

_FELL = "Precision falls from %s to %s." % (
    format_fixed(precision(tp=8, fp=12), 2),
    format_fixed(precision(tp=8, fp=42), 2),
)
PREDICT = {
    "question": "A model flags 20 payments. Of these, 8 are fraudulent, and it misses 2 other fraudulent ones. Then it "
    "flags 30 more payments, and all 30 are legitimate: FP rises from 12 to 42. What happens to recall?",
    "choices": (
        ("falls", "It falls", "The new flags are false positives, and recall does not include them. " + _FELL),
        ("stays", "It stays the same", "Recall is still 8 of the 10 fraudulent payments. " + _FELL),
        ("rises", "It rises", "More flags can find more fraud, but these 30 flags find none. " + _FELL),
    ),
    "key": "stays",
    "then": {"from": "counts", "tp": 8, "fp": 42, "fn": 2, "tn": 948},
}

_ROSE = "Precision rises from %s to %s. Recall goes from %s to %s only because counts are rounded to whole numbers." % (
    format_fixed(precision(tp=51, fp=1103), 2),
    format_fixed(precision(tp=513, fp=1045), 2),
    format_fixed(recall(tp=51, fn=8), 2),
    format_fixed(recall(tp=513, fn=77), 2),
)
_SCREENING = {
    "question": "The same screening test is used in a group in which the disease is ten times as common. Prevalence "
    "rises from 0.0059 to 0.059, and sensitivity and specificity do not change. Which metric changes by more than "
    "rounding error?",
    "choices": (
        ("precision", "Precision", "More of the flagged patients have the disease. " + _ROSE),
        ("recall", "Recall", "Recall is sensitivity, so the test still finds the same share of patients. " + _ROSE),
        ("both", "Both", "Recall is another name for sensitivity, which does not change. " + _ROSE),
    ),
    "key": "precision",
    "then": {"from": "rates", "prevalence": 0.059, "sensitivity": 0.869, "specificity": 0.889, "n": 10000},
}

_AT_SECOND = "Fewer false positives raise precision from %s to %s. If every worn pump is found, it is only %s." % (
    format_fixed(precision(tp=16, fp=49), 2),
    format_fixed(precision(tp=16, fp=24), 2),
    format_fixed(precision(tp=20, fp=49), 2),
)
_SECOND_PLANT = {
    "question": "In a second plant, 20 of 1,000 pumps are worn. The detector finds 16 of them and produces 49 false "
    "positives. You can raise either sensitivity from 0.80 to 1 or specificity from 0.95 to 0.975. Which change raises "
    "precision more?",
    "choices": (
        ("sensitivity", "Sensitivity", "This finds only four more worn pumps. " + _AT_SECOND),
        ("specificity", "Specificity", "It removes half of the 49 false positives. " + _AT_SECOND),
        ("alike", "Both by the same amount", "The two rates apply to groups of 20 and 980 pumps. " + _AT_SECOND),
    ),
    "key": "specificity",
    "then": {"from": "rates", "prevalence": 0.02, "sensitivity": 0.8, "specificity": 0.975, "n": 1000},
}
_MOVED = "Accuracy rises from %s to %s, F1 from %s to %s, and balanced accuracy from %s to %s." % (
    format_fixed(accuracy(tp=90, fp=10, fn=0, tn=0), 2),
    format_fixed(accuracy(tp=90, fp=5, fn=0, tn=5), 2),
    format_fixed(f1(tp=90, fp=10, fn=0), 2),
    format_fixed(f1(tp=90, fp=5, fn=0), 2),
    format_fixed(balanced_accuracy(tp=90, fp=10, fn=0, tn=0), 2),
    format_fixed(balanced_accuracy(tp=90, fp=5, fn=0, tn=5), 2),
)
_SAYING_NO = {
    "question": "A model predicts positive for all 100 cases, and 90 of them are positive. After an update, it "
    "predicts 5 of the 10 negative cases correctly, and nothing else changes. Which metric changes the most?",
    "choices": (
        ("accuracy", "Accuracy", "Only 5 more of 100 cases are correct. " + _MOVED),
        ("f1", "F1", "Five fewer false positives have little effect compared with 90 true positives. " + _MOVED),
        (
            "balanced",
            "Balanced accuracy",
            "It averages recall and specificity, and specificity rises from 0 to 0.5. " + _MOVED,
        ),
    ),
    "key": "balanced",
    "then": {"from": "counts", "tp": 90, "fp": 5, "fn": 0, "tn": 5},
}

PRESETS = (
    {
        "name": "fraud",
        "label": "Flags 20, 8 are fraud",
        "about": "Made-up example: 1,000 card payments, of which 10 are fraudulent. The model flags 20.",
        "values": {"from": "counts", "tp": 8, "fp": 12, "fn": 2, "tn": 978},
    },
    {
        "name": "never",
        "label": "Never flags",
        "about": "Made-up example: the same 1,000 payments, and a model that flags none.",
        "values": {"from": "counts", "tp": 0, "fp": 0, "fn": 10, "tn": 990},
    },
    {
        "name": "spam",
        "label": "Spam filter",
        "about": "Made-up example: 1,000 messages, of which 60 are spam. The filter flags 50.",
        "values": {"from": "counts", "tp": 40, "fp": 10, "fn": 20, "tn": 930},
    },
    {
        "name": "always",
        "label": "Always positive",
        "about": "Made-up example: 100 cases, of which 90 are positive. The model flags all 100.",
        "values": {"from": "counts", "tp": 90, "fp": 10, "fn": 0, "tn": 0},
        "predict": _SAYING_NO,
    },
    {
        "name": "rates",
        "label": "Screening, by rates",
        "about": "Published accuracy of screening mammography in the US, 2007 to 2013 (Lehman 2017), applied to "
        "10,000 screenings and rounded to whole numbers.",
        "values": {"from": "rates", "prevalence": 0.0059, "sensitivity": 0.869, "specificity": 0.889, "n": 10000},
        "predict": _SCREENING,
    },
    {
        "name": "pumps",
        "label": "Worn pumps, by rates",
        "about": "Made-up example: a detector for worn pumps in a plant where one of five pumps is worn.",
        "values": {"from": "rates", "prevalence": 0.2, "sensitivity": 0.8, "specificity": 0.95, "n": 1000},
        "predict": _SECOND_PLANT,
    },
)

TAKEAWAY = (
    "False positives lower precision, and false negatives lower recall. If positives are rare, even a small false "
    "positive rate produces many false positives. Precision is then low, but recall does not show this."
)
FACTS = ()
FIGURES = (
    {
        "name": "shares",
        "caption": "Precision is the solid part of the flagged cases. "
        "Recall is the solid part of the actual positives.",
        "twin": "Confusion matrix with totals",
    },
)

# What scikit-learn returns where a metric is undefined, if not a constant; without rows, it raises a ValueError.
NO_FUNCTION = "scikit-learn has no function for it"
ONLY_WITHOUT_ROWS = "it is undefined only without rows"
ONLY_CLASS = "the recall of the only class"

# its name in METRICS, the metric, its name here, its formula, the counts it takes,
# the lowest value it can have (0 or -1), what scikit-learn returns where it is undefined
ROWS = (
    ("accuracy", accuracy, "Accuracy", "(TP + TN) / total", "tp fp fn tn", 0, ONLY_WITHOUT_ROWS),
    ("precision", precision, "Precision", "TP / (TP + FP)", "tp fp", 0, "0.0"),
    ("recall", recall, "Recall", "TP / (TP + FN)", "tp fn", 0, "0.0"),
    ("specificity", specificity, "Specificity", "TN / (TN + FP)", "fp tn", 0, "0.0"),
    ("negative_predictive_value", negative_predictive_value, "NPV", "TN / (TN + FN)", "fn tn", 0, "0.0"),
    ("false_positive_rate", false_positive_rate, "False positive rate", "FP / (FP + TN)", "fp tn", 0, NO_FUNCTION),
    ("false_negative_rate", false_negative_rate, "False negative rate", "FN / (FN + TP)", "tp fn", 0, NO_FUNCTION),
    ("prevalence", prevalence, "Prevalence", "(TP + FN) / total", "tp fp fn tn", 0, NO_FUNCTION),
    ("f1", f1, "F1", "2TP / (2TP + FP + FN)", "tp fp fn", 0, "0.0"),
    ("fbeta", fbeta, "F2", "5TP / (5TP + 4FN + FP)", "tp fp fn beta", 0, "0.0"),
    (
        "balanced_accuracy",
        balanced_accuracy,
        "Balanced accuracy",
        "(recall + specificity) / 2",
        "tp fp fn tn",
        0,
        ONLY_CLASS,
    ),
    (
        "mcc",
        mcc,
        "MCC",
        "(TP\u00b7TN \u2212 FP\u00b7FN) / \u221a(product of the four totals)",
        "tp fp fn tn",
        -1,
        "0.0",
    ),
)


def compute(values: dict, prepared=None, facts=None) -> dict:
    """Counts, and for each metric its value, or None and what is missing for one."""
    counts = _counts_from_rates(values) if values["from"] == "rates" else values
    result = {"rates": values["from"] == "rates", "missing": {}, "beta": 2}
    for name in ("tp", "fp", "fn", "tn"):
        result[name] = counts[name]
    for metric, function, _, _, takes, _, _ in ROWS:
        try:
            result[metric] = function(**{name: result[name] for name in takes.split()})
        except Undefined as undefined:
            result[metric] = None
            result["missing"][metric] = str(undefined)
    return result


def _counts_from_rates(values: dict) -> dict:
    """{"tp", "fn", "fp", "tn"}: the whole counts nearest to the rates; halves go up."""
    positives = _round_half_up(values["prevalence"] * values["n"])
    negatives = values["n"] - positives
    tp, tn = _round_half_up(values["sensitivity"] * positives), _round_half_up(values["specificity"] * negatives)
    return {"tp": tp, "fn": positives - tp, "fp": negatives - tn, "tn": tn}


def _round_half_up(x: float) -> int:
    return int(x + 0.5)


def view(result: dict) -> dict:
    """Sentence, table of metrics, bar of precision and recall, and the matrix with its sums."""
    head, numbers = ["Metric", "Formula and your numbers", "Bar", "Value"], _formulas_with_numbers(result)
    return {
        "says": {"result": _flagged_count_and_metrics_text(result)},
        "table": [head] + [_metric_row(result, row, numbers) for row in ROWS],
        "figures": {"shares": precision_recall_bar(result["tp"], result["fp"], result["fn"])},
        "tables": {"shares": _matrix_table_rows(result)},
    }


def _metric_row(result: dict, row: tuple, numbers: dict) -> dict:
    """One of ROWS: formula over the reader's numbers, bar and value; or what makes the metric undefined."""
    metric, _, name, formula, _, lowest, scikit_learn_answer = row
    value = result[metric]
    if value is None:
        words = "0 / 0 is **undefined: %s.%s**" % (
            result["missing"][metric],
            _scikit_learn_answer_clause(result, scikit_learn_answer),
        )
        cells = [name, {"lines": [formula, words], "span": 3}]
    else:
        bar = bar_svg(value, lowest < 0)
        cells = [name, {"lines": [formula, numbers[metric]]}, {"figure": bar}, format_number(value, 3)]
    return {"cells": cells, "mark": "goal" if metric in ("precision", "recall") else ""}


def _scikit_learn_answer_clause(result: dict, answer: str) -> str:
    """What scikit-learn returns for a metric that has no value here, after a space; or an empty string."""
    if answer == NO_FUNCTION:
        return ""
    if _total_cases(result) == 0:
        return " scikit-learn raises a ValueError"
    if answer == ONLY_CLASS:
        kept = "recall" if result["recall"] is not None else "specificity"
        return " scikit-learn returns %s, only the %s" % (format_number(result[kept], 3), kept)
    return " scikit-learn returns " + answer


def _formulas_with_numbers(result: dict) -> dict:
    """Metric -> text of its formula with the reader's numbers in it."""
    tp, fp, fn, tn, n = result["tp"], result["fp"], result["fn"], result["tn"], _total_cases(result)
    product = float(tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)  # runtimes round large integers apart
    halves = [format_fixed(result[name], 3) if result[name] is not None else "?" for name in ("recall", "specificity")]
    return {
        "accuracy": _format_with_slash(tp + tn, n),
        "precision": _format_with_slash(tp, tp + fp),
        "recall": _format_with_slash(tp, tp + fn),
        "specificity": _format_with_slash(tn, tn + fp),
        "negative_predictive_value": _format_with_slash(tn, tn + fn),
        "false_positive_rate": _format_with_slash(fp, fp + tn),
        "false_negative_rate": _format_with_slash(fn, fn + tp),
        "prevalence": _format_with_slash(tp + fn, n),
        "f1": _format_with_slash(2 * tp, 2 * tp + fp + fn),
        "fbeta": _format_with_slash(5 * tp, 5 * tp + 4 * fn + fp),
        "balanced_accuracy": "(%s + %s) / 2" % tuple(halves),
        "mcc": _breakable_after_commas(format_number(tp * tn - fp * fn) + " / " + _format_root(math.sqrt(product))),
    }


def _format_root(root: float) -> str:
    """The root with three decimals, or without where they would not change the quotient that is shown."""
    return format_number(root, 0 if root >= 1e4 or root == int(root) else 3)


def _format_with_slash(numerator: int, denominator: int) -> str:
    return format_number(numerator) + " / " + format_number(denominator)


def _breakable_after_commas(text: str) -> str:
    """The text; a long one may break after its commas (zero-width spaces), or it would widen a phone's page."""
    return text.replace(",", ",\u200b") if len(text) > 20 else text


def _total_cases(result: dict) -> int:
    return result["tp"] + result["fp"] + result["fn"] + result["tn"]


def _flagged_count_and_metrics_text(result: dict) -> str:
    """What the model does, in a paragraph; a metric without a value is called undefined there."""
    if _total_cases(result) == 0:
        return "There are no cases yet, so no metric is defined. Enter a count."
    sentences = [_counts_from_rates_sentence(result)] if result["rates"] else []  # no field shows these counts
    sentences += [_flagged_count_and_precision_sentence(result), _recall_sentence(result)]
    return " ".join(sentences + [_accuracy_vs_never_flagging_sentence(result)])


def _counts_from_rates_sentence(result: dict) -> str:
    counts = tuple([format_number(result[name]) for name in ("tp", "fn", "fp", "tn")])
    return "These rates give TP **%s**, FN **%s**, FP **%s**, TN **%s**." % counts


def _flagged_count_and_precision_sentence(result: dict) -> str:
    tp, flagged, n = result["tp"], result["tp"] + result["fp"], _total_cases(result)
    if flagged == 0:
        words = "The model flags **none** of %s cases, so precision is undefined."
        return words % format_number(n)
    words = "The model flags **%s** of %s cases. Of these, **%s** %s positive, so precision is **%s**."
    numbers = format_number(flagged), format_number(n), format_number(tp), "is" if tp == 1 else "are"
    return words % (numbers + (format_number(result["precision"], 2),))


def _recall_sentence(result: dict) -> str:
    tp, positives = result["tp"], result["tp"] + result["fn"]
    if positives == 0:
        return "There are no actual positives, so recall is undefined."
    return "It finds **%s of %s** actual positives, so recall is **%s**." % (
        format_number(tp),
        format_number(positives),
        format_number(result["recall"], 2),
    )


def _accuracy_vs_never_flagging_sentence(result: dict) -> str:
    """Accuracy beside the model that never flags, in rows, where no rounding hides the difference."""
    right, never = result["tp"] + result["tn"], result["fp"] + result["tn"]
    if right == never:
        rival = "as many as for a model that flags nothing"
    else:
        rival = "%s than the %s of a model that flags nothing" % (
            "fewer" if right < never else "more",
            format_number(never),
        )
    return "Accuracy is **%s**: %s predictions are correct, %s." % (
        format_number(result["accuracy"], 3),
        format_number(right),
        rival,
    )


def _matrix_table_rows(result: dict) -> list:
    """Rows of the matrix with its sums."""
    tp, fp, fn, tn = result["tp"], result["fp"], result["fn"], result["tn"]
    rows = (
        ("Actual positive", tp, fn, tp + fn),
        ("Actual negative", fp, tn, fp + tn),
        ("Total", tp + fp, fn + tn, _total_cases(result)),
    )
    return [["", "Predicted positive", "Predicted negative", "Total"]] + [
        [row[0]] + [format_number(count) for count in row[1:]] for row in rows
    ]


def _minimums_reached_and_text(result: dict, min_precision: float, min_recall: float) -> tuple[bool, str]:
    """(whether the goal is reached, text on precision and recall)."""
    stands = [("precision", min_precision), ("recall", min_recall)]
    met = [result[metric] is not None and result[metric] >= minimum for metric, minimum in stands]
    if met[0] and met[1]:
        words = "precision %s, recall %s (FN %s, FP %s)." % (
            format_fixed(result["precision"], 2),
            format_fixed(result["recall"], 2),
            format_number(result["fn"]),
            format_number(result["fp"]),
        )
    else:
        words = "; ".join(
            [
                "%s is undefined because %s" % (metric, result["missing"][metric])
                if result[metric] is None
                else metric_against_minimum_text(metric, result[metric], minimum)
                for metric, minimum in stands
            ]
        )
        words += "."
    return met[0] and met[1], words


GOALS = (
    {
        "text": "raise precision to at least 0.50 and keep recall at 0.80 or higher.",
        "reached": lambda values, result: _minimums_reached_and_text(result, 0.5, 0.8),
    },
    {
        "text": "reach a precision of at least 0.90 with a recall of at least 0.60.",
        "reached": lambda values, result: _minimums_reached_and_text(result, 0.9, 0.6),
    },
)

EXAMPLES = (
    ({"from": "counts", "tp": 8, "fp": 12, "fn": 2, "tn": 978}, "The model flags 20 of 1,000 cases"),
    ({"from": "counts", "tp": 8, "fp": 12, "fn": 2, "tn": 978}, "7,800 / 13,930"),
    (
        {"from": "counts", "tp": 8, "fp": 12, "fn": 2, "tn": 978},
        "0.986: 986 predictions are correct, fewer than the 990",
    ),
    (
        {"from": "counts", "tp": 0, "fp": 0, "fn": 10, "tn": 990},
        "0 / 0 is undefined: there are no predicted positives. scikit-learn returns 0.0",
    ),
    ({"from": "counts", "tp": 90, "fp": 10, "fn": 0, "tn": 0}, "undefined: there are no predicted negatives"),
    (
        {"from": "counts", "tp": 0, "fp": 0, "fn": 0, "tn": 0},
        "undefined: there are no rows. scikit-learn raises a ValueError",
    ),
    ({"from": "counts", "tp": 3, "fp": 0, "fn": 1, "tn": 0}, "scikit-learn returns 0.750, only the recall"),
    (
        {"from": "rates", "prevalence": 0.0059, "sensitivity": 0.869, "specificity": 0.889, "n": 10000},
        "TP 51, FN 8, FP 1,103, TN 8,838",
    ),
)
