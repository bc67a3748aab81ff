"""Typical mistakes of each lab, made in its solution, and what the lab must say to them.

A mistake is (id, text of the solution, what a reader writes instead, the test that notices, part of its diagnosis).
STARTERS says for each lab which test its unchanged starter fails, and part of the message.
"""

from typing import NamedTuple


class Mistake(NamedTuple):
    """A change of a lab's solution that a reader could make, and the diagnosis it must get."""

    id: str
    old: str
    new: str
    test: str
    says: str


STARTERS = {
    "metrics-from-scratch": ("test_counts", "You counted 0 false positives; the 1,000 messages contain 10."),
    "find-the-leak": ("test_outcome", "The model may still use repair_hours."),
    "bias-and-variance": ("test_new_samples", "predictions returned a list of 1 for repeats=20."),
    "detect-drift": ("test_shares", "shares returned the counts [2, 1, 1, 0]. Divide each count by"),
    "release-gate": ("test_overall", "overall(report)['tp'] returned 0. Add up the tp of all slices"),
    "threshold-by-cost": ("test_total_cost", "Your y_pred flags no claim, and the errors are not multiplied"),
}

MISTAKES = {
    "metrics-from-scratch": [
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
            "Return a share between 0 and 1, not a percentage.",
        ),
        Mistake(
            "the example data instead of the arguments",
            "    tp, _, fn, _ = count_outcomes(y_true, y_pred)\n    if tp + fn == 0:",
            "    tp, _, fn, _ = count_outcomes(Y_TRUE, Y_PRED)\n    if sum(y_true) == 0:",
            "test_other_data",
            "That is the value for the example data. Use the arguments",
        ),
    ],
    "find-the-leak": [
        Mistake(
            "the column of the outcome is kept",
            "COLUMNS = SENSORS",
            'COLUMNS = [*SENSORS, "repair_hours"]',
            "test_outcome",
            "These hours are worked after a failure",
        ),
        Mistake(
            "split by week instead of by machine",
            'training = [row for row in rows if row["machine"] in for_training]\n'
            '    validation = [row for row in rows if row["machine"] not in for_training]',
            'training = [row for row in rows if row["week"] < 2]\n'
            '    validation = [row for row in rows if row["week"] == 2]',
            "test_groups",
            "40 of 40 machines have rows in training and in validation",
        ),
        Mistake(
            "columns chosen from all rows",
            "choose_columns(training)",
            "choose_columns(rows)",
            "test_columns_from_training",
            "choose_columns received 120 rows, and 60 of them are validation rows.",
        ),
        Mistake(
            "columns chosen from validation rows",
            "choose_columns(training)",
            "choose_columns(validation)",
            "test_columns_from_training",
            "received 60 validation rows and no training row. Swap the two",
        ),
        Mistake(
            "rows dropped to separate the machines",
            "return training, validation\n",
            'return [row for row in training if row["week"] == 0], validation\n',
            "test_split_keeps_the_rows",
            "Your split keeps 80 of 120 rows.",
        ),
        Mistake(
            "machine numbers written into the code",
            "set(machines[: len(machines) // 2])",
            "set(range(40))",
            "test_split_keeps_the_rows",
            "Validation gets 0 of 120 rows.",
        ),
        Mistake(
            "accuracy measured on training rows",
            "return model, accuracy(model, validation)",
            "return model, accuracy(model, training)",
            "test_accuracy_is_measured_on_validation_rows",
            "validate returned an accuracy of 1, which was measured on the training rows",
        ),
    ],
    "threshold-by-cost": [
        Mistake(
            "costs swapped",
            "return cost_fp * fp + cost_fn * fn",
            "return cost_fn * fp + cost_fp * fn",
            "test_total_cost",
            "returned 43. The costs are swapped: a false positive costs cost_fp",
        ),
        Mistake(
            "above instead of at or above",
            "1 if score >= threshold else 0",
            "1 if score > threshold else 0",
            "test_score_at_the_threshold",
            "two claims have a score of 0.5. Use >=, not >.",
        ),
        Mistake(
            "mean instead of total cost",
            "return cost_fp * fp + cost_fn * fn",
            "return (cost_fp * fp + cost_fn * fn) / len(y_true)",
            "test_total_cost",
            "returned 3.714. This is the mean cost of a claim.",
        ),
        Mistake(
            "the order of the confusion matrix",
            "(_, fp), (fn, _) = confusion_matrix",
            "(_, fn), (fp, _) = confusion_matrix",
            "test_total_cost",
            "confusion_matrix returns [[tn, fp], [fn, tp]].",
        ),
        Mistake(
            "fewest errors instead of lowest cost",
            "return total_cost(y_true, y_score, threshold, cost_fp, cost_fn)",
            "return total_cost(y_true, y_score, threshold, 1, 1)",
            "test_cheapest_threshold",
            "Yours has the fewest errors, but the errors differ in cost.",
        ),
        Mistake(
            "costs passed in the wrong order",
            "return total_cost(y_true, y_score, threshold, cost_fp, cost_fn)",
            "return total_cost(y_true, y_score, threshold, cost_fn, cost_fp)",
            "test_cheapest_threshold",
            "Yours would be the cheapest if the two costs were swapped",
        ),
        Mistake(
            "the cost instead of the threshold",
            "return min(candidates, key=cost)",
            "return min(map(cost, candidates))",
            "test_cheapest_threshold",
            "returned 12, which is the lowest cost. Return the threshold that has this cost.",
        ),
        Mistake(
            "flagging nothing is no candidate",
            '[*sorted(set(y_score)), float("inf")]',
            "sorted(set(y_score))",
            "test_flag_nothing",
            "Add a candidate above all scores, such as infinity.",
        ),
        Mistake(
            "the other cost above the line",
            "return cost_fp / (cost_fp + cost_fn)",
            "return cost_fn / (cost_fp + cost_fn)",
            "test_break_even",
            "break_even(50, 450) returned 0.9. This is cost_fn / (cost_fp + cost_fn).",
        ),
        Mistake(
            "a ratio of costs",
            "return cost_fp / (cost_fp + cost_fn)",
            "return cost_fp / cost_fn",
            "test_break_even",
            "This is the ratio of the two costs. Divide cost_fp by the sum of both costs.",
        ),
    ],
    "bias-and-variance": [
        Mistake(
            "mean of the squares instead of the square of the mean",
            "return (fmean(values) - expected) ** 2",
            "return fmean((value - expected) ** 2 for value in values)",
            "test_bias_squared",
            "returned 40. This is the mean of the squared errors, which also contains the variance.",
        ),
        Mistake(
            "bias not squared",
            "return (fmean(values) - expected) ** 2",
            "return fmean(values) - expected",
            "test_bias_squared",
            "This is the bias. Square it.",
        ),
        Mistake(
            "variance of a sample",
            "return fmean((value - mean) ** 2 for value in values)",
            "return sum((value - mean) ** 2 for value in values) / (len(values) - 1)",
            "test_variance",
            "You divide by n - 1.",
        ),
        Mistake(
            "variance around the truth",
            "    mean = fmean(values)\n",
            "    mean = truth(X)\n",
            "test_variance",
            "Variance is measured around the mean of the values themselves.",
        ),
        Mistake(
            "one sample for all models",
            "    for _ in range(repeats):\n        xs, ys = draw_sample(rows, generator)\n",
            "    xs, ys = draw_sample(rows, generator)\n    for _ in range(repeats):\n",
            "test_new_samples",
            "All 20 models were trained on the same sample",
        ),
        Mistake(
            "the same seed for each sample",
            "xs, ys = draw_sample(rows, generator)",
            "xs, ys = draw_sample(rows, random.Random(seed))",
            "test_new_samples",
            "create the generator once, before the loop.",
        ),
        Mistake(
            "lowest bias instead of lowest sum",
            "return bias_squared(values, truth(X)) + variance(values)",
            "return bias_squared(values, truth(X))",
            "test_best_model",
            "best_model(8) returned 'slots'. It has the lowest bias, but not the lowest sum",
        ),
        Mistake(
            "more data lowers bias",
            '"variance"',
            '"bias"',
            "test_what_more_data_changes",
            "More data cannot bend a straight line.",
        ),
    ],
    "detect-drift": [
        Mistake(
            "no floor under empty bins",
            "max(count / len(values), FLOOR)",
            "count / len(values)",
            "test_empty_bin",
            "psi fails if a bin of the current window is empty",
        ),
        Mistake(
            "the floor added to every share",
            "max(count / len(values), FLOOR)",
            "count / len(values) + FLOOR",
            "test_shares",
            "You add FLOOR to every share. Replace only smaller shares: max(share, FLOOR).",
        ),
        Mistake(
            "one factor of the term missing",
            "(after - before) * math.log(after / before)",
            "after * math.log(after / before)",
            "test_psi",
            "Each term needs both factors",
        ),
        Mistake(
            "another logarithm",
            "math.log(after / before)",
            "math.log10(after / before)",
            "test_psi",
            "Use the natural logarithm, math.log, not math.log10.",
        ),
        Mistake(
            "bins from the current window",
            "edges = quantiles(reference, n=BINS)",
            "edges = quantiles(current, n=BINS)",
            "test_psi",
            "You take the bins from the current window.",
        ),
        Mistake(
            "a rule of thumb for the limit",
            "return quantiles(values, n=100)[-1]",
            "return 0.1",
            "test_noise_limit",
            "That is a rule of thumb, and 58% of windows without drift exceed it.",
        ),
        Mistake(
            "the mean for the limit",
            "return quantiles(values, n=100)[-1]",
            "return sum(values) / len(values)",
            "test_noise_limit",
            "That is the average PSI without drift",
        ),
        Mistake(
            "windows as large as the reference",
            "generator.choices(reference, k=size)",
            "generator.choices(reference, k=len(reference))",
            "test_noise_limit",
            "Your windows are too large: draw size values, not as many as the reference has.",
        ),
        Mistake(
            "alarms by a fixed limit",
            "limit = noise_limit(values, len(current[feature]))\n        if",
            "limit = 0.1\n        if",
            "test_no_alarm_for_noise",
            "10 windows without drift raised",
        ),
    ],
    "release-gate": [
        Mistake(
            "only the last slice counted",
            "total[name] += counts[name]",
            "total[name] = counts[name]",
            "test_overall",
            "This is the last slice alone. Add up all three.",
        ),
        Mistake(
            "mean of the slices",
            "    return total\n",
            '    return {name: count / len(report["slices"]) for name, count in total.items()}\n',
            "test_overall",
            "This is the mean of the three slices. Add the counts instead",
        ),
        Mistake(
            "recall averaged over slices",
            'elif new["recall"] - old["recall"] < MIN_GAIN:',
            'elif sum(metrics_of(c)["recall"] or 0 for c in candidate["slices"].values()) / 3 - 0.65 < MIN_GAIN:',
            "test_recall_of_all_rows",
            "small slices must not count as much as large ones.",
        ),
        Mistake(
            "a relative gain",
            'elif new["recall"] - old["recall"] < MIN_GAIN:',
            'elif new["recall"] / old["recall"] < 1 + MIN_GAIN:',
            "test_recall_gate",
            "The difference of the two values is 0.015, and MIN_GAIN is 0.02.",
        ),
        Mistake(
            "a limit that is exclusive",
            'candidate["p95_latency_ms"] > MAX_LATENCY_MS',
            'candidate["p95_latency_ms"] >= MAX_LATENCY_MS',
            "test_limits_are_inclusive",
            "use < and >, not <= and >=, to find what fails.",
        ),
        Mistake(
            "slices compared with the overall metric",
            'old_recall = metrics_of(production["slices"][name])["recall"]',
            'old_recall = old["recall"]',
            "test_slice_gate",
            "compare each slice with the same slice in production.",
        ),
        Mistake(
            "an undefined metric passes",
            "if is_undefined or old_recall - new_recall > MAX_SLICE_DROP:",
            "if not is_undefined and old_recall - new_recall > MAX_SLICE_DROP:",
            "test_undefined_metric",
            "Without evidence, the gate fails.",
        ),
        Mistake(
            "an undefined metric compared with a number",
            "if is_undefined or old_recall",
            "if old_recall",
            "test_undefined_metric",
            "failed_gates compares None with a number",
        ),
        Mistake(
            "gates in another order",
            "    return failed\n\n\ndef decide",
            "    return failed[::-1]\n\n\ndef decide",
            "test_order_of_gates",
            "Check the gates in the order of the table",
        ),
        Mistake(
            "only the first gate that fails",
            "    return failed\n\n\ndef decide",
            "    return failed[:1]\n\n\ndef decide",
            "test_order_of_gates",
            "and stopped there. Check every gate, and return all that fail.",
        ),
        Mistake(
            "a status that Model Registry does not know",
            'status, description = "Approved"',
            'status, description = "Approve"',
            "test_decision",
            "ModelApprovalStatus is 'Approve'. Model Registry knows the statuses",
        ),
        Mistake(
            "a description without the reason",
            '"Failed: " + ", ".join(failed)',
            '"Some gates failed."',
            "test_decision",
            "It must name each failed gate: latency is missing.",
        ),
        Mistake(
            "the overall metrics for each slice",
            'metric_group(f"slice {name}", counts)',
            'metric_group(f"slice {name}", overall(report))',
            "test_model_card",
            "This is the overall value. Pass the counts of the slice to metric_group.",
        ),
    ],
}
