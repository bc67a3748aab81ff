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
    Mistake(
        "1.0 instead of undefined",
        "    if tp + fp == 0:\n        return None\n",
        "    if tp + fp == 0:\n        return 1.0\n",
        "test_precision_undefined",
        "precision returned 1. Return None, because no message is flagged: TP + FP = 0.",
    ),
    Mistake(
        "three counts",
        "return tp, fp, fn, tn",
        "return tp, fp, fn",
        "test_counts",
        "Return the four counts as a tuple: return tp, fp, fn, tn.",
    ),
    Mistake(
        "precision with the false negatives",
        "    tp, fp, _, _ = count_outcomes(y_true, y_pred)\n"
        "    if tp + fp == 0:\n"
        "        return None\n"
        "    return tp / (tp + fp)",
        "    tp, fp, fn, _ = count_outcomes(y_true, y_pred)\n"
        "    if tp + fp == 0:\n"
        "        return None\n"
        "    return tp / (tp + fp + fn)",
        "test_precision",
        "Your precision divides by 70, which also includes the 20 false negatives.",
    ),
    Mistake(
        "precision over all messages",
        "return tp / (tp + fp)",
        "return tp / len(y_true)",
        "test_precision",
        "Your precision divides by all 1,000 messages.",
    ),
    Mistake(
        "accuracy instead of precision",
        "return tp / (tp + fp)",
        "return (len(y_true) - fp - (sum(y_true) - tp)) / len(y_true)",
        "test_precision",
        "This is accuracy, the share of correct predictions.",
    ),
    Mistake(
        "number of flagged messages",
        "return tp / (tp + fp)",
        "return tp + fp",
        "test_precision",
        "This is the number of flagged messages. Divide the true positives by it.",
    ),
    Mistake(
        "share of false alarms",
        "return tp / (tp + fp)",
        "return fp / (tp + fp)",
        "test_precision",
        "This is the share of flagged messages that are legitimate.",
    ),
    Mistake(
        "precision instead of recall",
        "return tp / (tp + fn)",
        "return tp / sum(y_pred)",
        "test_recall",
        "Your recall divides by 50, the number of predicted positives. That is precision.",
    ),
    Mistake(
        "recall with the false positives",
        "return tp / (tp + fn)",
        "return tp / (sum(y_pred) + fn)",
        "test_recall",
        "Your recall divides by 70, which also includes the 10 false positives.",
    ),
    Mistake(
        "recall over all messages",
        "return tp / (tp + fn)",
        "return tp / len(y_true)",
        "test_recall",
        "Your recall divides by all 1,000 messages.",
    ),
    Mistake(
        "specificity instead of recall",
        "    tp, _, fn, _ = count_outcomes(y_true, y_pred)\n"
        "    if tp + fn == 0:\n"
        "        return None\n"
        "    return tp / (tp + fn)",
        "    _, fp, _, tn = count_outcomes(y_true, y_pred)\n"
        "    if fp + tn == 0:\n"
        "        return None\n"
        "    return tn / (fp + tn)",
        "test_recall",
        "This is specificity, the recall of the negative class.",
    ),
    Mistake(
        "share of missed spam",
        "return tp / (tp + fn)",
        "return fn / (tp + fn)",
        "test_recall",
        "This is the share of spam that the filter missed.",
    ),
    Mistake(
        "F1 without any factor of 2",
        "return 2 * tp / (2 * tp + fp + fn)",
        "return tp / (tp + fp + fn)",
        "test_f1",
        "This is TP / (TP + FP + FN). In F1, TP counts twice in both places",
    ),
    Mistake(
        "a factor of 2 missing in the denominator",
        "return 2 * tp / (2 * tp + fp + fn)",
        "return 2 * tp / (tp + fp + fn)",
        "test_f1",
        "TP counts twice in the denominator, too",
    ),
    Mistake(
        "product of precision and recall",
        "return 2 * tp / (2 * tp + fp + fn)",
        "return tp / (tp + fp) * tp / (tp + fn) if tp else 0.0",
        "test_f1",
        "This is the product of precision and recall.",
    ),
    Mistake(
        "F1 undefined if precision is",
        "if tp + fp + fn == 0:",
        "if tp + fp == 0:  # F1",
        "test_f1_of_a_silent_filter",
        "f1 returned None. Precision is undefined here, but F1 is not.",
    ),
    Mistake(
        "every flagged message as a true positive",
        "if actual == 1 and predicted == 1:",
        "if predicted == 1:",
        "test_counts",
        "You counted 50 true positives; the 1,000 messages contain 40.",
    ),
    Mistake(
        "every message as a true negative",
        "    return tp, fp, fn, tn",
        "    return tp, fp, fn, len(y_true)",
        "test_counts",
        "You counted 1000 true negatives; the 1,000 messages contain 930.",
    ),
]
