"""Decide whether a candidate model may replace the model in production.

The models predict which customers of a telecom company will cancel their contract.
"""

from live.metrics import precision, recall

MIN_GAIN = 0.02  # overall recall must rise by at least this much
MIN_PRECISION = 0.50  # overall precision must be at least this high
MAX_LATENCY_MS = 100  # the 95th percentile of the latency must be at most this high
MAX_SLICE_DROP = 0.05  # recall must not fall by more than this in any slice

PRODUCTION = {
    "version": 6,
    "p95_latency_ms": 80,
    "slices": {
        "mobile": {"tp": 60, "fp": 40, "fn": 40, "tn": 860},
        "home": {"tp": 45, "fp": 25, "fn": 30, "tn": 400},
        "business": {"tp": 15, "fp": 10, "fn": 5, "tn": 70},
    },
}
CANDIDATE = {
    "version": 7,
    "p95_latency_ms": 95,
    "slices": {
        "mobile": {"tp": 72, "fp": 50, "fn": 28, "tn": 850},
        "home": {"tp": 52, "fp": 30, "fn": 23, "tn": 395},
        "business": {"tp": 12, "fp": 6, "fn": 8, "tn": 74},
    },
}


def metrics_of(counts):
    """Return recall and precision by name. A metric that is undefined is None."""
    tp, fp, fn = counts["tp"], counts["fp"], counts["fn"]
    return {
        "recall": recall(tp=tp, fn=fn) if tp + fn > 0 else None,
        "precision": precision(tp=tp, fp=fp) if tp + fp > 0 else None,
    }


def overall(report):
    """Return the counts of all slices together."""
    total = {"tp": 0, "fp": 0, "fn": 0, "tn": 0}
    for counts in report["slices"].values():
        for name in total:
            total[name] += counts[name]
    return total


def failed_gates(candidate, production):
    """Return the names of the gates that fail, in the order of the table."""
    new, old = metrics_of(overall(candidate)), metrics_of(overall(production))
    failed = []
    if new["recall"] is None or old["recall"] is None:
        failed.append("recall")  # an undefined metric fails
    # TODO: finish this gate, and add "precision", "latency", and the slices.
    return failed


def decide(candidate, production):
    """Return the status and the description for the version in Model Registry."""
    # TODO: "Approved" or "Rejected".
    return {"ModelApprovalStatus": "PendingManualApproval", "ApprovalDescription": ""}


print("Production:", metrics_of(overall(PRODUCTION)))
print("Candidate: ", metrics_of(overall(CANDIDATE)))
print(decide(CANDIDATE, PRODUCTION))
