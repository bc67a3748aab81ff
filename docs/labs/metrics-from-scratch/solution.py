"""Precision, recall, and F1 from two lists of labels: 1 is spam, 0 is legitimate."""

Y_TRUE = [1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
Y_PRED = [1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]


def count_outcomes(y_true, y_pred):
    """Return the four counts of the confusion matrix as a tuple (tp, fp, fn, tn)."""
    tp = fp = fn = tn = 0
    for actual, predicted in zip(y_true, y_pred, strict=True):
        if actual == 1 and predicted == 1:
            tp += 1
        elif predicted == 1:
            fp += 1
        elif actual == 1:
            fn += 1
        else:
            tn += 1
    return tp, fp, fn, tn


def precision(y_true, y_pred):
    """Return the share of flagged messages that are spam; None if none is flagged."""
    tp, fp, _, _ = count_outcomes(y_true, y_pred)
    if tp + fp == 0:
        return None
    return tp / (tp + fp)


def recall(y_true, y_pred):
    """Return the share of spam that is flagged; None if there is no spam."""
    tp, _, fn, _ = count_outcomes(y_true, y_pred)
    if tp + fn == 0:
        return None
    return tp / (tp + fn)


def f1(y_true, y_pred):
    """Return the F1 score; None if there is no spam and none is flagged."""
    tp, fp, fn, _ = count_outcomes(y_true, y_pred)
    if tp + fp + fn == 0:
        return None
    return 2 * tp / (2 * tp + fp + fn)


print("TP, FP, FN, TN:", count_outcomes(Y_TRUE, Y_PRED))
print("Precision:", precision(Y_TRUE, Y_PRED))
print("Recall:", recall(Y_TRUE, Y_PRED))
print("F1:", f1(Y_TRUE, Y_PRED))
