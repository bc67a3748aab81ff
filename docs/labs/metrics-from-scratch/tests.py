"""Tests for "Metrics from scratch": 1 is spam, 0 is a legitimate message."""

import random

from harness import after, expect_number, fail, shown
from live.metrics import confusion_matrix, f1, precision, recall

SIGNATURES = (
    "count_outcomes(y_true, y_pred)",
    "precision(y_true, y_pred)",
    "recall(y_true, y_pred)",
    "f1(y_true, y_pred)",
)


def labels(tp, fp, fn, tn):
    """(y_true, y_pred) with so many true positives, false positives, false negatives, and true negatives."""
    return [1] * tp + [0] * fp + [1] * fn + [0] * tn, [1] * tp + [1] * fp + [0] * fn + [0] * tn


FILTER = labels(tp=40, fp=10, fn=20, tn=930)  # 1,000 messages, 60 of them spam, 50 flagged
SILENT = labels(tp=0, fp=0, fn=60, tn=940)  # no message is flagged
NO_SPAM = labels(tp=0, fp=10, fn=0, tn=990)  # no message is spam
NOTHING = labels(tp=0, fp=0, fn=0, tn=1000)  # neither

MEANING = {
    "true positive": "A true positive is predicted 1 and actually 1.",
    "false positive": "A false positive is predicted 1 and actually 0.",
    "false negative": "A false negative is predicted 0 and actually 1.",
    "true negative": "A true negative is predicted 0 and actually 0.",
}
FROM_COUNTS = "Compute F1 from the counts, 2TP / (2TP + FP + FN): with 60 false negatives it is 0 / 60 = 0."


def test_counts(lab):
    """The four counts of the spam filter"""
    got, expected = lab.count_outcomes(*FILTER), (40, 10, 20, 930)
    if not isinstance(got, tuple | list) or len(got) != 4:
        fail(f"count_outcomes returned {shown(got)}. Return the four counts as a tuple: return tp, fp, fn, tn.")
    if tuple(got) == expected:
        return
    if tuple(got) == (40, 20, 10, 930):
        fail(
            "You counted 20 false positives and 10 false negatives; it is the other way around. A false positive is "
            "predicted 1 and actually 0. A false negative is predicted 0 and actually 1."
        )
    for name, count, wanted in zip(MEANING, got, expected, strict=True):
        if count != wanted:
            counted = f"{shown(count)} {name}{'s' * (count != 1)}"
            fail(f"You counted {counted}; the 1,000 messages contain {wanted}. {MEANING[name]}")


@after("count_outcomes", test_counts)
def test_precision(lab):
    """Precision of the spam filter"""
    mistakes = [
        (
            40 / 60,
            "Your precision divides by 60, the number of actual positives. Divide by 50, the number of predicted "
            "positives: TP + FP.",
        ),
        (
            40 / 70,
            "Your precision divides by 70, which also includes the 20 false negatives. Divide by 50, the number of "
            "predicted positives: TP + FP.",
        ),
        (40 / 1000, "Your precision divides by all 1,000 messages. Divide by the 50 that were flagged: TP + FP."),
        (970 / 1000, "This is accuracy, the share of correct predictions. Precision is TP / (TP + FP)."),
        (50, "This is the number of flagged messages. Divide the true positives by it."),
        (10 / 50, "This is the share of flagged messages that are legitimate. Precision counts the true positives."),
    ]
    expect_number("precision", lab.precision(*FILTER), 40 / 50, mistakes)


@after("count_outcomes", test_counts)
def test_precision_undefined(lab):
    """Precision when no message is flagged"""
    expect_none(
        "precision",
        lab.precision,
        SILENT,
        "no message is flagged: TP + FP = 0",
        "every flagged message was legitimate, but no message was flagged",
    )
    got = lab.precision(*NO_SPAM)
    call = "precision for a filter whose 10 flagged messages are all legitimate"
    if got is None:
        fail(f"{call} returned None. Precision is 0 / 10 = 0 here. It is undefined only if no message is flagged.")
    expect_number(call, got, 0.0)


@after("count_outcomes", test_counts)
def test_recall(lab):
    """Recall of the spam filter"""
    mistakes = [
        (
            40 / 50,
            "Your recall divides by 50, the number of predicted positives. That is precision. Divide by 60, the number "
            "of actual positives: TP + FN.",
        ),
        (
            40 / 70,
            "Your recall divides by 70, which also includes the 10 false positives. Divide by 60, the number of actual "
            "positives: TP + FN.",
        ),
        (40 / 1000, "Your recall divides by all 1,000 messages. Divide by the 60 that are spam: TP + FN."),
        (930 / 940, "This is specificity, the recall of the negative class. Recall is TP / (TP + FN)."),
        (20 / 60, "This is the share of spam that the filter missed. Recall counts the true positives."),
    ]
    expect_number("recall", lab.recall(*FILTER), 40 / 60, mistakes)


@after("count_outcomes", test_counts)
def test_recall_undefined(lab):
    """Recall when there is no spam"""
    expect_none(
        "recall",
        lab.recall,
        NO_SPAM,
        "no message is spam: TP + FN = 0",
        "the filter missed all spam, but there was none",
    )
    got, call = lab.recall(*SILENT), "recall for a filter that misses all 60 spam messages"
    if got is None:
        fail(f"{call} returned None. Recall is 0 / 60 = 0 here. It is undefined only if no message is spam.")
    expect_number(call, got, 0.0)


@after("count_outcomes", test_counts)
def test_f1(lab):
    """F1 of the spam filter"""
    p, r = 40 / 50, 40 / 60
    mistakes = [
        (
            (p + r) / 2,
            "This is the arithmetic mean of precision and recall. F1 is their harmonic mean: 2TP / (2TP + FP + FN).",
        ),
        (p * r / (p + r), "This is TP / (2TP + FP + FN). The numerator of F1 is 2TP."),
        (40 / 70, "This is TP / (TP + FP + FN). In F1, TP counts twice in both places: 2TP / (2TP + FP + FN)."),
        (80 / 70, "TP counts twice in the denominator, too: F1 is 2TP / (2TP + FP + FN), and it is never above 1."),
        (p * r, "This is the product of precision and recall. F1 is 2TP / (2TP + FP + FN)."),
    ]
    expect_number("f1", lab.f1(*FILTER), 80 / 110, mistakes)


@after("count_outcomes", test_counts)
def test_f1_of_a_silent_filter(lab):
    """F1 when there is spam, but no message is flagged"""
    try:
        got = lab.f1(*SILENT)
    except (ZeroDivisionError, TypeError):
        fail(f"f1 cannot use precision here, because precision is undefined. {FROM_COUNTS}")
    if got is None:
        fail(f"f1 returned None. Precision is undefined here, but F1 is not. {FROM_COUNTS}")
    expect_number("f1", got, 0.0)


@after("count_outcomes", test_counts)
def test_f1_undefined(lab):
    """F1 when there is no spam and no message is flagged"""
    expect_none(
        "f1",
        lab.f1,
        NOTHING,
        "there is nothing to find and nothing was flagged: 2TP + FP + FN = 0",
        "the filter did as badly as it could, but it made no error",
    )


@after("count_outcomes", test_counts)
def test_other_data(lab):
    """Other data"""
    draw = random.Random(14)
    y_true = [int(draw.random() < 0.3) for _ in range(500)]
    y_pred = [int(draw.random() < 0.2 + 0.4 * actual) for actual in y_true]
    (_, fp), (fn, tp) = confusion_matrix(y_true, y_pred)
    expected = {
        "precision": precision(tp=tp, fp=fp),
        "recall": recall(tp=tp, fn=fn),
        "f1": f1(tp=tp, fp=fp, fn=fn),
    }
    example = {"precision": 0.8, "recall": 40 / 60, "f1": 80 / 110}
    for name, value in expected.items():
        same = "That is the value for the example data. Use the arguments y_true and y_pred, not Y_TRUE and Y_PRED."
        call = f"For 500 other messages (TP {tp}, FP {fp}, FN {fn}), {name}"
        expect_number(call, getattr(lab, name)(y_true, y_pred), value, [(example[name], same)])


def expect_none(name, function, data, reason, wrong_meaning):
    """Fail unless the function returns None, which means undefined; say what 0 would mean instead."""
    try:
        got = function(*data)
    except ZeroDivisionError:
        fail(f"{name} divides by 0, because {reason}. Check the denominator first, and return None if it is 0.")
    if got is None:
        return
    if got == 0:
        fail(f"{name} returned {shown(got)}. That would say that {wrong_meaning}. It is 0 / 0 here: return None.")
    fail(f"{name} returned {shown(got)}. Return None, because {reason}.")
