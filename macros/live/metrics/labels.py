"""Metrics of predicted labels, under scikit-learn's names with its arguments and answers (1.9.1).

y_true, y_pred: lists or tuples of n labels, equally long, n >= 1; whole numbers and booleans, or texts. Anything else
is a ValueError that names what is not supported: `sample_weight`, multilabel rows, `average="samples"`. Where
scikit-learn warns and goes on, these go on. Source of all: the reference of scikit-learn 1.9.1.
"""

import math

from ..arithmetic import ascending, mean, total


def confusion_matrix(y_true, y_pred, *, labels=None, normalize=None) -> list:
    """Rows of counts: row i, column j is how often label i was predicted as label j. In two classes: TN FP / FN TP.

    labels: which, in which order; all that occur, sorted, if None. Rows with other labels are left out.
    normalize: None, or "true", "pred", "all" for shares of the row, the column, everything; an empty one gives 0.
    """
    y_true, y_pred, present = _columns(y_true, y_pred)
    names = present if labels is None else _labels(labels)
    if labels is not None and not [name for name in names if name in y_true]:
        raise ValueError("none of the labels is in y_true")
    at = {}
    for i in range(len(names)):
        at[names[i]] = i
    table = [[0] * len(names) for _ in names]
    for truth, guess in zip(y_true, y_pred):
        if truth in at and guess in at:
            table[at[truth]][at[guess]] += 1
    return table if normalize is None else _normalized(table, normalize)


def _normalized(table: list, by: str) -> list:
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


def accuracy_score(y_true, y_pred, *, normalize: bool = True) -> float:
    """Share of rows whose label was predicted; their number, as a float, with normalize=False."""
    y_true, y_pred, _ = _columns(y_true, y_pred)
    hits = float(_hits(y_true, y_pred))
    return hits / len(y_true) if normalize else hits


def precision_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", zero_division="warn"):
    """Share of the rows predicted as a label that have it: tp / (tp + fp).

    average: "binary" for pos_label alone; "micro", "macro", "weighted" over the labels; None for a list.
    zero_division: 0, 1 or nan where nothing was predicted; "warn" means 0.
    """
    return _scored(y_true, y_pred, labels, pos_label, average, zero_division, _precision)


def recall_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", zero_division="warn"):
    """Share of the rows of a label that were predicted as it: tp / (tp + fn). Arguments as in precision_score."""
    return _scored(y_true, y_pred, labels, pos_label, average, zero_division, _recall)


def f1_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", zero_division="warn"):
    """Harmonic mean of precision and recall: 2tp / (2tp + fp + fn). Arguments as in precision_score.

    Undefined, so that zero_division counts, only where the label was neither there nor predicted.
    """
    return _scored(y_true, y_pred, labels, pos_label, average, zero_division, _f1)


def matthews_corrcoef(y_true, y_pred) -> float:
    """Correlation of prediction and truth in [-1, 1], for two labels or more; 0.0 if either column never varies."""
    y_true, y_pred, present = _columns(y_true, y_pred)
    n, hits = len(y_true), _hits(y_true, y_pred)
    both = true_squares = pred_squares = 0
    for label in present:
        _, predicted, actual = _tally(y_true, y_pred, label)
        both += predicted * actual
        pred_squares += predicted * predicted
        true_squares += actual * actual
    below = float(n * n - pred_squares) * float(n * n - true_squares)
    return (hits * n - both) / math.sqrt(below) if below else 0.0


def _precision(hits: int, predicted: int, actual: int) -> tuple:
    return hits, predicted


def _recall(hits: int, predicted: int, actual: int) -> tuple:
    return hits, actual


def _f1(hits: int, predicted: int, actual: int) -> tuple:
    return 2 * hits, predicted + actual


def _scored(y_true, y_pred, labels, pos_label, average, zero_division, fraction):
    """The fraction (hits, predicted, actual -> part, whole) per label, averaged as asked."""
    y_true, y_pred, present = _columns(y_true, y_pred)
    empty = _at_zero(zero_division)
    if average == "binary":
        _check_positive(pos_label, present)
        return _divided(fraction(*_tally(y_true, y_pred, pos_label)), empty)
    tallies = [_tally(y_true, y_pred, label) for label in (present if labels is None else _labels(labels))]
    if average == "micro":
        sums = [int(total([tally[i] for tally in tallies])) for i in range(3)]
        return _divided(fraction(*sums), empty)
    shares = [_divided(fraction(*tally), empty) for tally in tallies]
    if average is None:
        return shares
    if average == "macro":
        return _average(shares, [1] * len(shares))
    if average == "weighted":
        return _average(shares, [actual for _, _, actual in tallies])
    raise ValueError("average must be binary, micro, macro, weighted or None")


def _at_zero(zero_division) -> float:
    """The answer at 0/0."""
    if zero_division == "warn":
        return 0.0
    if zero_division in (0, 1) or zero_division != zero_division:
        return float(zero_division)
    raise ValueError("zero_division must be 0, 1, nan or warn")


def _divided(fraction: tuple, empty: float) -> float:
    part, whole = fraction
    return part / whole if whole else empty


def _average(shares: list, weights: list) -> float:
    """Weighted mean of the shares that are not nan; the plain mean where the weights are all 0."""
    kept = [(share, weight) for share, weight in zip(shares, weights) if share == share]
    if not kept:
        return float("nan")
    whole = total([weight for _, weight in kept])
    if not whole:
        return mean([share for share, _ in kept])
    return total([share * weight for share, weight in kept]) / whole


def _check_positive(pos_label, present: list) -> None:
    """ValueError unless the rows have two labels at most, one of them pos_label (or fewer than two)."""
    if len(present) > 2:
        raise ValueError("there are more than two labels: choose average micro, macro, weighted or None")
    if len(present) == 2 and pos_label not in present:
        raise ValueError("pos_label is neither of the two labels")


def _tally(y_true: list, y_pred: list, label) -> tuple:
    """(hits, predicted, actual): rows of the label that were found, predicted as it, and there."""
    hits = predicted = actual = 0
    for truth, guess in zip(y_true, y_pred):
        if guess == label:
            predicted += 1
        if truth == label:
            actual += 1
            if guess == label:
                hits += 1
    return hits, predicted, actual


def _hits(y_true: list, y_pred: list) -> int:
    hits = 0
    for truth, guess in zip(y_true, y_pred):
        if truth == guess:
            hits += 1
    return hits


def _columns(y_true, y_pred) -> tuple:
    """Both columns as lists of labels and the labels that occur, sorted; or ValueError."""
    true_labels, pred_labels = _labels(y_true), _labels(y_pred)
    if len(true_labels) != len(pred_labels):
        raise ValueError("y_true has %d rows, y_pred %d" % (len(true_labels), len(pred_labels)))
    if (type(true_labels[0]) is str) != (type(pred_labels[0]) is str):
        raise ValueError("one column holds texts, the other numbers")
    seen = {}
    for label in true_labels + pred_labels:
        seen[label] = True
    return true_labels, pred_labels, ascending(list(seen))


def _labels(values) -> list:
    """A column of labels as texts or whole numbers (True is 1), or ValueError that says what is not supported."""
    if type(values) not in (list, tuple):
        raise ValueError("labels must stand in a list or tuple")
    if not values:
        raise ValueError("there are no rows")
    texts = type(values[0]) is str
    for value in values:
        if type(value) not in (str, int, float, bool):
            raise ValueError("labels may be numbers, booleans or texts, in one dimension")
        if (type(value) is str) != texts:
            raise ValueError("labels must be all texts or all numbers")
        if not texts and (value - value != 0 or value != int(value)):
            raise ValueError("labels must be whole numbers: scores need a threshold first")
    return list(values) if texts else [int(value) for value in values]
