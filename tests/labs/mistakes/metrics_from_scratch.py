"""Metrics from scratch: what the lab must say to its unchanged starter and to typical mistakes."""

from tests.labs.mistake import Mistake

STARTER = ("test_counts", "You counted 0 false positives; the 1,000 messages contain 10.")

MISTAKES = [
    Mistake(
        "precision divides by the actual positives",
        "return tp / (tp + fp)",
        "return tp / sum(y_true)",
        "test_precision",
        "precision returned 0.6667. Your precision divides by 60, the number of actual positives. Divide by 50",
    ),
    Mistake(
        "0.0 instead of undefined",
        "    if tp + fp == 0:\n        return None\n",
        "    if tp + fp == 0:\n        return 0.0\n",
        "test_precision_undefined",
        "That would say that every flagged message was legitimate, but no message was flagged.",
    ),
    Mistake(
        "0/0 not handled",
        "    if tp + fn == 0:\n        return None\n",
        "",
        "test_recall_undefined",
        "recall divides by 0, because no message is spam: TP + FN = 0.",
    ),
    Mistake(
        "arithmetic mean for F1",
        "return 2 * tp / (2 * tp + fp + fn)",
        "return (tp / (tp + fp) + tp / (tp + fn)) / 2 if tp else 0.0",
        "test_f1",
        "f1 returned 0.7333. This is the arithmetic mean of precision and recall.",
    ),
    Mistake(
        "F1 from an undefined precision",
        "return 2 * tp / (2 * tp + fp + fn)",
        "p, r = precision(y_true, y_pred), recall(y_true, y_pred)\n    return 2 * p * r / (p + r)",
        "test_f1_of_a_silent_filter",
        "f1 cannot use precision here, because precision is undefined.",
    ),
    Mistake(
        "false positives and false negatives swapped",
        "return tp, fp, fn, tn",
        "return tp, fn, fp, tn",
        "test_counts",
        "You counted 20 false positives and 10 false negatives; it is the other way around.",
    ),
    Mistake(
        "a percentage",
        "return tp / (tp + fn)",
        "return 100 * tp / (tp + fn)",
        "test_recall",
        "This is 100 times the right value: calculate with shares",
    ),
    Mistake(
        "the example data instead of the arguments",
        "    tp, _, fn, _ = count_outcomes(y_true, y_pred)\n    if tp + fn == 0:",
        "    tp, _, fn, _ = count_outcomes(Y_TRUE, Y_PRED)\n    if sum(y_true) == 0:",
        "test_other_data",
        "That is the value for the example data. Use the arguments",
    ),
    Mistake(
        "a message counted twice",
        "        elif predicted == 1:\n",
        "        if predicted == 1:\n",
        "test_counts",
        "You counted 50 false positives; the 1,000 messages contain 10.",
    ),
    Mistake(
        "one false positive missed",
        "    return tp, fp, fn, tn",
        "    return tp, min(fp, 1), fn, tn",
        "test_counts",
        "You counted 1 false positive; the",
    ),
    Mistake(
        "recall undefined if precision is",
        "    if tp + fn == 0:\n",
        "    tp, fp, fn, _ = count_outcomes(y_true, y_pred)\n    if tp + fn == 0 or tp + fp == 0:\n",
        "test_recall_undefined",
        "returned None. Recall is 0 / 60 = 0 here.",
    ),
    Mistake(
        "precision undefined if recall is",
        "    if tp + fp == 0:\n",
        "    if tp + fp == 0 or sum(y_true) == 0:\n",
        "test_precision_undefined",
        "returned None. Precision is 0 / 10 = 0 here.",
    ),
    Mistake(
        "a factor of 2 missing",
        "return 2 * tp / (2 * tp + fp + fn)",
        "return tp / (2 * tp + fp + fn)",
        "test_f1",
        "This is TP / (2TP + FP + FN). The numerator of F1 is 2TP.",
    ),
]
