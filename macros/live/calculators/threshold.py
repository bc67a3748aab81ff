"""A threshold for the scores of a model: what it flags and what that costs, and what a change of prevalence moves."""

from ..arithmetic import format_count, format_fixed, format_number, metric_against_minimum_text
from ..at_threshold import (
    ThresholdOutcome,
    best_precision_threshold_text_or_empty,
    best_recall_threshold_text_or_empty,
    cheapest_threshold_range_or_empty,
    cheapest_threshold_text_or_empty,
    format_2_to_6_decimals,
    format_cost,
    format_share_not_rounded_to_0_or_1,
    other_cheapest_threshold_texts,
)
from ..figures.score_curves import CurveParts, PlottedModel, cost_plot, precision_recall_plot, roc_plot
from ..figures.score_strip import StripLayout, score_strip, strip_marks_caption
from ..figures.score_tables import (
    class_count_rows_by_tenth,
    counts_at_round_thresholds,
    score_band_table_rows,
    table_rows_by_curve,
)
from ..threshold_sweep import Sweep, advance_sweep_state, initial_sweep_state, sweep_from_state

TITLE = "Threshold, costs, and prevalence"
PURPOSE = (
    "Cases with a score at or above the threshold are flagged. "
    "Change the threshold, the costs of the two errors, or the prevalence."
)
LIST_ENTRY = (
    "Threshold calculator",
    "change the threshold and the costs, and see the total cost, the ROC curve, and the precision-recall curve.",
)

TEXTURE, ALL, EIGHTS = "breast_cancer_texture_only_test", "breast_cancer_logreg_test", "digits8_logreg_test"
DATA = {
    "columns": ("y_true", "y_score"),
    "examples": (
        (TEXTURE, "Tumors: one feature"),
        (ALL, "Tumors: 30 features"),
        (EIGHTS, "Digits: is it an 8?"),
    ),
    "pins": 2,
}
CELLS = ("malignant", "benign")
SINGULAR = {"eights": "an eight", "positives": "positive"}  # of names and cases
NAMES = {TEXTURE: CELLS, ALL: CELLS, EIGHTS: ("eights", "others")}
CASES = {TEXTURE: "malignant cases", ALL: "malignant cases", EIGHTS: "eights"}
SHORT = {TEXTURE: "one feature", ALL: "30 features", EIGHTS: "is it an 8"}


def _cost_field_spec(name: str, label: str, default: float) -> dict:
    return {"name": name, "label": label, "kind": "number", "range": (0, 10**6), "default": default}


FIELDS = (
    {
        "name": "threshold",
        "label": "Threshold",
        "kind": "share",
        "range": (0, 1),
        "slide": 0.01,
        "default": 0.3,
    },
    _cost_field_spec("cost_fp", "Cost of a false positive", 1),
    _cost_field_spec("cost_fn", "Cost of a false negative", 5),
    {
        "name": "mix",
        "label": "Prevalence",
        "kind": "select",
        "options": (("rows", "as in the data"), ("other", "another value")),
        "default": "rows",
    },
    {
        "name": "prevalence",
        "label": "Share of positives",
        "kind": "share",
        "range": (0, 1),
        "default": 0.05,
        "when": {"mix": "other"},
    },
    {
        "name": "least_recall",
        "label": "Recall of at least",
        "kind": "share",
        "range": (0, 1),
        "default": 0.9,
        "offer": "precision",
    },
    {
        "name": "least_precision",
        "label": "Precision of at least",
        "kind": "share",
        "range": (0, 1),
        "default": 0.8,
        "offer": "recall",
    },
)
OFFERS = (
    {"name": "cheapest", "label": "Use the cheapest threshold", "target": "threshold"},
    {"name": "precision", "label": "Best precision with recall of at least", "target": "threshold"},
    {"name": "recall", "label": "Best recall with precision of at least", "target": "threshold"},
)

_FELL = "Precision falls from 0.77 (23 of 30) to 0.58 (7 of 12)."
PREDICT = {
    "question": "A model scores 143 breast tumors based on one weak feature. At a threshold of 0.50, it flags 30 "
    "tumors, and 23 of them are malignant. The threshold rises to 0.70. What happens to precision?",
    "choices": (
        (
            "rises",
            "It rises",
            "Precision often rises, but here 16 of the 18 tumors that are no longer flagged are malignant. " + _FELL,
        ),
        (
            "stays",
            "It stays the same",
            "Of the 18 tumors that are no longer flagged, 16 are malignant, a larger share than 23 of 30. " + _FELL,
        ),
        ("falls", "It falls", "Of the 18 tumors that are no longer flagged, 16 are malignant. " + _FELL),
    ),
    "key": "falls",
    "then": {"threshold": 0.7},
}

_BREAST = "Breast Cancer Wisconsin (Diagnostic), UCI. 143 test cases, 53 of them malignant. Not medical advice."
PRESETS = (
    {
        "name": "weak",
        "label": "One weak feature",
        "about": _BREAST + " The model uses only the mean texture.",
        "values": {"data": TEXTURE, "threshold": 0.3},
    },
    {
        "name": "strong",
        "label": "All 30 features",
        "about": _BREAST + " The model uses all 30 features.",
        "values": {"data": ALL, "threshold": 0.5},
    },
    {
        "name": "beside",
        "label": "Compare both models",
        "about": _BREAST + " Two models score the same cases.",
        "values": {"data": TEXTURE, "pin1": ALL, "threshold": 0.3},
    },
    {
        "name": "rare",
        "label": "Rare positives",
        "about": "Handwritten digits, UCI. 540 test images, 52 of them show an 8.",
        "values": {"data": EIGHTS, "threshold": 0.5},
    },
    {
        "name": "silent",
        "label": "Nothing flagged",
        "about": _BREAST + " No score is 0.95 or higher.",
        "values": {"data": TEXTURE, "threshold": 0.95},
    },
)

TAKEAWAY = (
    "The model computes the scores. You choose the threshold, and the choice depends on the costs of the two errors. "
    "When positives become rarer, the ROC curve does not change, but precision and the threshold with the lowest "
    "cost do."
)
FACTS = ()
FIGURES = (
    {
        "name": "strip",
        "caption": "Each mark is one case. Moving the threshold does not move the cases.",
        "twin": "Cases by score",
        "wide": "yes",
        "slide": "threshold",
    },
    {
        "name": "roc",
        "caption": "Each rate is computed within one class, so prevalence has no effect.",
        "twin": "Points of the ROC curve",
    },
    {
        "name": "pr",
        "caption": "Precision depends on both classes, so it falls when positives become rarer.",
        "twin": "Points of the precision-recall curve",
    },
    {
        "name": "cost",
        "caption": "The threshold with the lowest cost depends on the costs of the two errors.",
        "twin": "Cost at each threshold",
    },
)


class PreparedRows:
    """What depends on the rows of a data set alone, so that it is made once."""

    def __init__(self, sweep: Sweep):
        self.sweep: Sweep = sweep
        self.curves: CurveParts = CurveParts(sweep)
        self.strip: StripLayout = StripLayout(sweep)
        self.round_counts: list = counts_at_round_thresholds(sweep)
        self.bands: list = class_count_rows_by_tenth(sweep.bins)


begin, step = initial_sweep_state, advance_sweep_state


def finish(state: dict) -> PreparedRows:
    """The sweep of the finished state, with the parts of figures and tables."""
    return PreparedRows(sweep_from_state(state))


def compute(values: dict, prepared: dict, facts=None) -> dict:
    """Each model at the threshold, the chosen one first; costs are for as many rows as the chosen one has."""
    first: PreparedRows = prepared["data"]
    rows = first.sweep.positives + first.sweep.negatives
    models = [_plotted_model(values, first, rows, 1, values["data"])]
    for pin, series_number in (("pin1", 2), ("pin2", 3)):
        if prepared[pin] is not None:
            models.append(_plotted_model(values, prepared[pin], rows, series_number, values[pin]))
    return {
        "threshold": values["threshold"],
        "threshold_text": format_2_to_6_decimals(values["threshold"]),
        "prepared": first,
        "models": models,
        "class_names": NAMES.get(values["data"], ("positives", "negatives")),
        "cases": CASES.get(values["data"], "positives"),
        "offers": {
            "cheapest": cheapest_threshold_text_or_empty(models[0]),
            "precision": best_precision_threshold_text_or_empty(models[0], values["least_recall"]),
            "recall": best_recall_threshold_text_or_empty(models[0], values["least_precision"]),
        },
    }


def _plotted_model(
    values: dict, prepared: PreparedRows, cost_row_count: int, series_number: int, dataset: str
) -> PlottedModel:
    """The model at the threshold, with the number of its series in the plots, its curves, and the name of its data."""
    name = SHORT.get(dataset, "your file")
    return PlottedModel(values, prepared.sweep, cost_row_count, prepared.curves, series_number, name)


def view(result: dict) -> dict:
    """Sentence, matrix with its metrics, strip and three curves, and a table for each."""
    models: list[PlottedModel] = result["models"]
    threshold, threshold_text = result["threshold"], result["threshold_text"]
    prepared: PreparedRows = result["prepared"]
    model = models[0]
    tables = table_rows_by_curve(models, prepared.round_counts, threshold, threshold_text)
    tables["strip"] = score_band_table_rows(prepared.bands, threshold, threshold_text, result["class_names"])
    sentences = [_flagged_count_precision_and_recall_sentences(model, result), _cost_and_lowest_cost_sentences(model)]
    sentences += [_other_model_metrics_sentence(other, prepared.sweep.auc) for other in models[1:]]
    return {
        "says": {"result": " ".join(sentences)},
        "table": _confusion_and_metric_rows(model, *result["class_names"]),
        "figures": {
            "strip": score_strip(prepared.sweep, prepared.strip, threshold, threshold_text, result["class_names"]),
            "roc": roc_plot(models, threshold_text),
            "pr": precision_recall_plot(models, threshold_text),
            "cost": cost_plot(models, threshold, threshold_text),
        },
        "tables": tables,
        "captions": {"strip": strip_marks_caption(prepared.strip)},
        "offers": {
            name: [threshold, _text_beside_threshold_button(model, name, threshold)]
            for name, threshold in result["offers"].items()
        },
    }


def _text_beside_threshold_button(model: PlottedModel, offer_name: str, threshold_text: str) -> str:
    """Words beside the button that sets a threshold: the threshold, and its cost or its precision and recall.

    offer_name: "cheapest", "precision" or "recall". threshold_text: "" if no threshold reaches the minimum.
    """
    if not threshold_text:
        return "no threshold reaches this"
    then = model.outcome_at(float(threshold_text))
    if offer_name == "cheapest":
        outcome = "cost %s%s" % (format_cost(then.cost), _equally_cheap_clause(model, threshold_text))
    else:
        outcome = "%s, recall %s" % (_labelled_precision_text(then), format_fixed(then.recall, 2))
    return "threshold %s: %s" % (threshold_text, outcome)


def _equally_cheap_clause(model: PlottedModel, chosen_threshold: str) -> str:
    """Which other thresholds have the lowest cost, after what the cheapest one costs."""
    around = cheapest_threshold_range_or_empty(model, chosen_threshold)
    places = ["from %s to %s" % around] if around else []
    places += ["at %s" % text for text in other_cheapest_threshold_texts(model, chosen_threshold)[:1]]
    return ", the same " + " and ".join(places) if places else ""


def _flagged_count_precision_and_recall_sentences(model: PlottedModel, result: dict) -> str:
    """How many cases are flagged and found, with precision and recall."""
    now = model.current
    tp, flagged, name = now.tp, now.tp + now.fp, result["class_names"][0]
    rows = format_number(flagged + now.fn + now.tn)
    found = "It finds **%s of %s** %s, so recall is **%s**." % (
        format_number(tp),
        format_number(tp + now.fn),
        result["cases"],
        format_fixed(now.recall, 2),
    )
    if not flagged:
        words = "At **%s**, the model flags **none** of %s cases. Precision, 0 / 0, is **%s**. %s"
        return words % (result["threshold_text"], rows, _undefined_precision_text(model), found)
    head = "At **%s**, the model flags **%s** of %s cases." % (result["threshold_text"], format_number(flagged), rows)
    if model.shifted:
        return "%s %s %s" % (head, found, _prevalence_sentence(model, tp / flagged))
    words = "%s Of these, **%s** %s, so precision is **%s**. %s"
    what = "is " + SINGULAR.get(name, name) if tp == 1 else "are " + name
    return words % (head, format_number(tp), what, format_fixed(tp / flagged, 2), found)


def _prevalence_sentence(model: PlottedModel, precision_in_data: float) -> str:
    """Precision under another prevalence, instead of that in the data."""
    precision = model.current.precision
    precise = "is undefined" if precision is None else "is **%s**" % format_fixed(precision, 2)
    words = "With a prevalence of **%s**, precision %s instead of %s. Recall does not change."
    return words % (
        format_share_not_rounded_to_0_or_1(model.prevalence),
        precise,
        format_fixed(precision_in_data, 2),
    )


def _undefined_precision_text(model: PlottedModel) -> str:
    return "undefined: %s. scikit-learn returns 0.0" % model.current.why_no_precision


def _cost_and_lowest_cost_sentences(model: PlottedModel) -> str:
    sentences = "Cost: %s = **%s**" % (_cost_formula_with_numbers(model), format_cost(model.current.cost))
    if model.current.cost <= model.lowest_cost * (1 + 1e-12):
        return sentences + ", which is the lowest cost."
    where = "at a threshold of %s" % model.lowest_cost_text if model.lowest_cost_text else "if nothing is flagged"
    return sentences + ". The lowest cost is **%s**, %s." % (format_cost(model.lowest_cost), where)


def _other_model_metrics_sentence(other_model: PlottedModel, first_model_auc: float) -> str:
    """Metrics of another model at the same threshold, and the AUC of the first model."""
    return "For comparison, %s: %s, recall %s, AUC %s (first model: %s)." % (
        other_model.name,
        _labelled_precision_text(other_model.current),
        format_fixed(other_model.current.recall, 2),
        format_fixed(other_model.sweep.auc, 3),
        format_fixed(first_model_auc, 3),
    )


def _labelled_precision_text(outcome: ThresholdOutcome) -> str:
    """The word and two digits, for a list of metrics."""
    return "precision undefined" if outcome.precision is None else "precision " + format_fixed(outcome.precision, 2)


def _confusion_and_metric_rows(model: PlottedModel, positive_name: str, negative_name: str) -> list:
    """The four counts, and below them the metrics that the curves show."""
    now = model.current
    tp, fp, fn, tn = now.tp, now.fp, now.fn, now.tn
    return [
        ["Actual class", "Flagged", "Not flagged", "All"],
        [
            "Actual " + positive_name,
            "**%s** (TP)" % format_number(tp),
            "**%s** (FN)" % format_number(fn),
            format_number(tp + fn),
        ],
        [
            "Actual " + negative_name,
            "**%s** (FP)" % format_number(fp),
            "**%s** (TN)" % format_number(tn),
            format_number(fp + tn),
        ],
        _metric_row(
            "Precision",
            now.precision,
            now.tp_weighted,
            now.tp_weighted + now.fp_weighted,
            _undefined_precision_text(model),
        ),
        _metric_row("Recall", now.recall, tp, tp + fn, ""),
        _metric_row("False positive rate", now.fpr, fp, fp + tn, ""),
        {
            "cells": [
                "Cost",
                {"lines": [_cost_formula_with_numbers(model)], "span": 2},
                "**%s**" % format_cost(now.cost),
            ],
            "mark": "goal",
        },
    ]


def _cost_formula_with_numbers(model: PlottedModel) -> str:
    """The numbers of both errors times their costs."""
    now, (cost_fp, cost_fn) = model.current, model.prices
    numbers = [format_cost(each) for each in (now.fp_weighted, cost_fp, now.fn_weighted, cost_fn)]
    return "%s \u00d7 %s + %s \u00d7 %s" % tuple(numbers)


def _metric_row(name: str, value, part: float, whole: float, undefined: str) -> dict:
    if value is None:
        return {"cells": [name, {"lines": ["0 / 0 is **%s**" % undefined], "span": 3}], "mark": "goal"}
    fraction = "%s / %s" % (format_cost(part), format_cost(whole))
    return {"cells": [name, {"lines": [fraction], "span": 2}, "**%s**" % format_fixed(value, 3)], "mark": "goal"}


def _recall_and_precision_goal_reached_and_text(values: dict, result: dict) -> tuple[bool, str]:
    """(whether the goal is reached, text): recall with a minimum of precision."""
    now: ThresholdOutcome = result["models"][0].current
    if now.precision is None:
        return False, "precision is undefined because %s." % now.why_no_precision
    sentences = [
        metric_against_minimum_text("recall", now.recall, 0.9),
        metric_against_minimum_text("precision", now.precision, 0.45),
    ]
    if now.recall >= 0.9 and now.precision >= 0.45:
        words = "recall %s, precision %s at a threshold of %s, with %s."
        found = (format_fixed(now.recall, 2), format_fixed(now.precision, 2), result["threshold_text"])
        errors = format_count(now.fn, "false negative"), format_count(now.fp, "false positive")
        return True, words % (found + ("%s and %s" % errors,))
    return False, "; ".join(sentences) + "."


def _lowest_cost_goal_reached_and_text(values: dict, result: dict) -> tuple[bool, str]:
    """(whether the goal is reached, text): the lowest cost if a false negative costs twenty times a false positive."""
    model: PlottedModel = result["models"][0]
    now = model.current
    cost_fp, cost_fn = values["cost_fp"], values["cost_fn"]
    if not cost_fp or cost_fn != 20 * cost_fp:
        return (
            False,
            "the costs are %s (false negative) and %s (false positive). Make the first cost twenty times the second."
            % (format_cost(cost_fn), format_cost(cost_fp)),
        )
    if now.cost > model.lowest_cost * (1 + 1e-12):
        return False, "the cost is %s at a threshold of %s, but %s is possible." % (
            format_cost(now.cost),
            result["threshold_text"],
            format_cost(model.lowest_cost),
        )
    return True, "%s at a threshold of %s is the lowest cost, with %s and %s." % (
        format_cost(now.cost),
        result["threshold_text"],
        format_count(now.fp, "false positive"),
        format_count(now.fn, "false negative"),
    )


def _low_precision_goal_reached_and_text(values: dict, result: dict) -> tuple[bool, str]:
    """(whether the goal is reached, text): low precision by another prevalence, with the same recall."""
    model: PlottedModel = result["models"][0]
    now = model.current
    if now.precision is None:
        return False, "precision is undefined because %s." % now.why_no_precision
    stands = "precision %s, recall %s" % (
        format_share_not_rounded_to_0_or_1(now.precision),
        format_fixed(now.recall, 2),
    )
    if model.shifted and now.recall >= 0.8 and now.precision < 0.1:
        return True, stands + ". The ROC curve and the marked point on it have not changed."
    return False, stands + ("." if model.shifted else ", at the prevalence of the data.")


GOALS = (
    {
        "text": "reach a recall of at least 0.90 with a precision of at least 0.45.",
        "reached": _recall_and_precision_goal_reached_and_text,
    },
    {
        "text": "make a false negative twenty times as costly as a false positive, and find the lowest cost.",
        "reached": _lowest_cost_goal_reached_and_text,
    },
    {
        "text": "change the prevalence until precision is below 0.10, and keep recall at 0.80 or higher.",
        "reached": _low_precision_goal_reached_and_text,
    },
)

EXAMPLES = (
    (
        {"data": TEXTURE, "threshold": 0.3},
        "At 0.30, the model flags 72 of 143 cases. Of these, 43 are malignant, so precision is 0.60.",
    ),
    (
        {"data": TEXTURE, "threshold": 0.3},
        "Cost: 29 \u00d7 1 + 10 \u00d7 5 = 79. The lowest cost is 68, at a threshold of 0.28.",
    ),
    ({"data": TEXTURE, "threshold": 0.7}, "Of these, 7 are malignant, so precision is 0.58"),
    (
        {"data": TEXTURE, "threshold": 0.95},
        "0 / 0 is undefined: there are no predicted positives. scikit-learn returns 0.0",
    ),
    ({"data": TEXTURE, "threshold": 0.28, "cost_fn": 5}, "= 68, which is the lowest cost."),
    (
        {"data": TEXTURE, "threshold": 0.3, "mix": "other", "prevalence": 0.05},
        "of 0.05, precision is 0.12 instead of 0.60",
    ),
    (
        {"data": TEXTURE, "pin1": ALL, "threshold": 0.3},
        "For comparison, 30 features: precision 0.98, recall 0.96, AUC 0.996",
    ),
    ({"data": EIGHTS, "threshold": 0.5}, "Of these, 36 are eights, so precision is 0.90"),
    ({"data": TEXTURE, "threshold": 0.3, "cost_fn": 0}, "The lowest cost is 0, if nothing is flagged."),
)
