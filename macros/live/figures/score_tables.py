"""The tables beside score strip and curves, with the numbers that these show."""

from ..arithmetic import format_fixed, format_number, total
from ..at_threshold import ThresholdOutcome, format_cost
from ..metrics.ranking import counts_at
from ..threshold_sweep import Sweep
from .score_curves import PlottedModel

THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def table_rows_by_curve(
    models: list[PlottedModel], round_counts: list, current_threshold: float, current_text: str
) -> dict:
    """For each of the three curves the rows of its table: at round thresholds, and in between the current one.

    round_counts: of the first model, from `counts_at_round_thresholds`.
    """
    now = models[0]
    outcomes = [ThresholdOutcome(each, now.weights, now.prices) for each in round_counts]
    return {
        name: _rows_by_threshold(heads, cell_texts, outcomes, models, current_threshold, current_text)
        for name, heads, cell_texts in COLUMNS
    }


def counts_at_round_thresholds(sweep: Sweep) -> list:
    """The counts of the confusion matrix at each of THRESHOLDS."""
    return [counts_at(sweep.ranking, threshold) for threshold in THRESHOLDS]


def _rows_by_threshold(
    heads: tuple,
    cell_texts,
    first_model_outcomes: list[ThresholdOutcome],
    models_at_current: list[PlottedModel],
    current_threshold: float,
    current_text: str,
) -> list:
    """Rows of a curve's table: heads, round thresholds with the current one in its place, then the other models.

    cell_texts: function from the outcome at a threshold to the other cells of its row.
    first_model_outcomes: at each of THRESHOLDS. models_at_current: the first model, then the others.
    """
    rows = [[format_fixed(each, 2)] + cell_texts(at) for each, at in zip(THRESHOLDS, first_model_outcomes)]
    before = len([at for at in THRESHOLDS if at < current_threshold])
    after = len([at for at in THRESHOLDS if at <= current_threshold])
    here = {"cells": [current_text + " (current)"] + cell_texts(models_at_current[0].current), "mark": "goal"}
    beside = [["%s, %s" % (current_text, each.name)] + cell_texts(each.current) for each in models_at_current[1:]]
    found: list = [list(heads)]
    return found + rows[:before] + [here] + rows[after:] + beside


def _fpr_and_recall_texts(outcome: ThresholdOutcome) -> list:
    return [format_fixed(outcome.fpr, 3), format_fixed(outcome.recall, 3)]


def _recall_and_precision_texts(outcome: ThresholdOutcome) -> list:
    return [
        format_fixed(outcome.recall, 3),
        "undefined (0 / 0)" if outcome.precision is None else format_fixed(outcome.precision, 3),
    ]


def _weighted_errors_and_cost_texts(outcome: ThresholdOutcome) -> list:
    return [format_cost(outcome.fp_weighted), format_cost(outcome.fn_weighted), format_cost(outcome.cost)]


COLUMNS = (  # name of the curve, heads, function from the outcome at a threshold to its cells
    ("roc", ("Threshold", "False positive rate", "Recall"), _fpr_and_recall_texts),
    ("pr", ("Threshold", "Recall", "Precision"), _recall_and_precision_texts),
    ("cost", ("Threshold", "False positives", "False negatives", "Cost"), _weighted_errors_and_cost_texts),
)


def score_band_table_rows(bands: list, threshold: float, threshold_text: str, class_names: tuple) -> list:
    """The rows of a score strip's table: ten bands of scores, their cases by class, and whether they are flagged.

    bands: from `class_count_rows_by_tenth`.
    """
    rows: list = [["Score", class_names[0], class_names[1], "Flagged"]]
    for k, (band, pos, neg) in enumerate(bands):
        flagged = (
            "all"
            if k / 10 >= threshold
            else "none"
            if (k + 1) / 10 <= threshold and k < 9
            else "from %s" % threshold_text
        )
        part = flagged not in ("all", "none")
        rows.append({"cells": [band, pos, neg, flagged], "mark": "goal" if part else ""})
    return rows


def class_count_rows_by_tenth(score_bins: list) -> list:
    """[range of scores, positives, negatives] as texts, for each tenth of [0, 1]."""
    wide, made = len(score_bins) // 10, []
    for k in range(10):
        inside = score_bins[k * wide : (k + 1) * wide]
        band = "%s to below %s" % (format_fixed(k / 10, 1), format_fixed((k + 1) / 10, 1)) if k < 9 else "0.9 to 1"
        counts = [format_number(total([pair[side] for pair in inside])) for side in (0, 1)]
        made.append([band] + counts)
    return made
