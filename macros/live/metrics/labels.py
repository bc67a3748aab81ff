"""Metrics of predicted labels, under scikit-learn's names with its arguments and answers (1.9.1).

y_true, y_pred: lists or tuples of n labels, equally long, n >= 1; whole numbers and booleans, or texts. Anything else
is a ValueError that names what is not supported: `sample_weight`, multilabel rows. Where scikit-learn warns and goes
on, these go on. Source of all: the reference of scikit-learn 1.9.1.
"""

import math

from ..arithmetic import INFINITY, NAN, mean, sort_ascending, total
from .columns import checked_class_labels, checked_label_columns, refuse_weights


def confusion_matrix(y_true, y_pred, *, labels=None, sample_weight: None = None, normalize=None) -> list:
    """Rows of counts: row i, column j is how often label i was predicted as label j. In two classes: TN FP / FN TP.

    labels: which, in which order; all that occur, sorted, if None. Rows with other labels are left out; it is a
    ValueError if none of them is in y_true.
    normalize: None, or "true", "pred", "all" for shares of the row, the column, everything; an empty one gives 0.
    """
    refuse_weights(sample_weight)
    y_true, y_pred = checked_label_columns(y_true, y_pred)
    names = (
        sort_ascending(list(hits_predicted_actual_by_label(y_true, y_pred)))
        if labels is None
        else checked_class_labels("labels", labels)
    )
    at = {}
    for i in range(len(names)):
        at[names[i]] = i
    if labels is not None and not [label for label in y_true if label in at]:
        raise ValueError("none of the labels is in y_true")
    table = [[0] * len(names) for _ in names]
    for truth, guess in zip(y_true, y_pred):
        if truth in at and guess in at:
            table[at[truth]][at[guess]] += 1
    return table if normalize is None else _normalize(table, normalize)


def _normalize(table: list, by: str) -> list:
    """Counts as shares of their row ("true"), column ("pred") or of everything ("all")."""
    size = range(len(table))
    rows = [total(row) for row in table]
    columns = [total([row[j] for row in table]) for j in size]
    if by == "true":
        wholes = [[rows[i]] * len(table) for i in size]
    elif by == "pred":
        wholes = [columns for _ in size]
    elif by == "all":
        wholes = [[total(rows)] * len(table) for _ in size]
    else:
        raise ValueError("normalize must be None, true, pred or all")
    return [[table[i][j] / wholes[i][j] if wholes[i][j] else 0.0 for j in size] for i in size]


def accuracy_score(y_true, y_pred, *, normalize: bool = True, sample_weight: None = None) -> float:
    """Share of rows whose label was predicted, in [0, 1]; their number, as a float, with normalize=False."""
    refuse_weights(sample_weight)
    y_true, y_pred = checked_label_columns(y_true, y_pred)
    hits = 0
    for truth, guess in zip(y_true, y_pred):
        if truth == guess:
            hits += 1
    return hits / len(y_true) if normalize else float(hits)


def balanced_accuracy_score(y_true, y_pred, *, sample_weight: None = None, adjusted: bool = False) -> float:
    """Mean over the labels in y_true of the share of their rows that was found, in [0, 1].

    adjusted: 0 for guessing and 1 for perfect, (score - 1/k) / (1 - 1/k) over the k labels in y_true; with one label
    that is nan if every row is right, else -inf.
    """
    refuse_weights(sample_weight)
    tallies = hits_predicted_actual_by_label(*checked_label_columns(y_true, y_pred)).values()
    recalls = [hits / actual for hits, _, actual in tallies if actual]
    score, chance = mean(recalls), 1 / len(recalls)
    if not adjusted:
        return score
    if chance == 1:
        return NAN if score == 1 else -INFINITY
    return (score - chance) / (1 - chance)


def matthews_corrcoef(y_true, y_pred, *, sample_weight: None = None) -> float:
    """Correlation of prediction and truth in [-1, 1], for two labels or more; 0.0 if either column never varies."""
    refuse_weights(sample_weight)
    n, right, both, true_squares, pred_squares = len(y_true), 0, 0, 0, 0
    for hits, predicted, actual in hits_predicted_actual_by_label(*checked_label_columns(y_true, y_pred)).values():
        right += hits
        both += predicted * actual
        pred_squares += predicted * predicted
        true_squares += actual * actual
    below = float(n * n - pred_squares) * float(n * n - true_squares)
    return (right * n - both) / math.sqrt(below) if below else 0.0


def hits_predicted_actual_by_label(y_true: list, y_pred: list) -> dict:
    """Counts for each label, [hits, predicted, actual]: its rows that were found, predicted as it, and there."""
    tallies: dict = {}
    for label in y_true:
        tallies[label] = [0, 0, 0]
    for label in y_pred:
        tallies[label] = [0, 0, 0]
    for truth, guess in zip(y_true, y_pred):
        tallies[truth][2] += 1
        tallies[guess][1] += 1
        if truth == guess:
            tallies[truth][0] += 1
    return tallies
