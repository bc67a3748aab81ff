"""Release gate: what the lab must say to its unchanged starter and to typical mistakes."""

from tests.labs.mistake import Mistake

STARTER = ("test_overall", "overall(report)['tp'] returned 0. Add up the tp of all slices")

MISTAKES = [
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
]
