"""Tests for "Release gate": reports that differ from a good candidate in one gate each."""

from harness import expect_number, fail, shown
from live.metrics import precision, recall

SIGNATURES = (
    "overall(report)",
    "failed_gates(candidate, production)",
    "decide(candidate, production)",
    "model_card(report)",
)
STATUSES = ("Approved", "Rejected")


def report(mobile, home, business, latency=80, version=6):
    """A report from (tp, fp, fn) of each slice."""
    slices = {"mobile": mobile, "home": home, "business": business}
    return {
        "version": version,
        "p95_latency_ms": latency,
        "slices": {
            name: {"tp": tp, "fp": fp, "fn": fn, "tn": 1000 - tp - fp - fn} for name, (tp, fp, fn) in slices.items()
        },
    }


PRODUCTION = report((60, 40, 40), (45, 25, 30), (15, 10, 5))  # recall 0.60, 0.60, 0.75; overall 0.615
GOOD = report((72, 50, 28), (52, 30, 23), (15, 10, 5), latency=95, version=7)
SLOW = {**GOOD, "p95_latency_ms": 101}


def test_overall(lab):
    """Counts of all slices together"""
    got, expected = lab.overall(PRODUCTION), {"tp": 120, "fp": 75, "fn": 75, "tn": 2730}
    if not isinstance(got, dict) or set(got) != set(expected):
        fail(f"overall returned {shown(got)}. Return a dict with the keys tp, fp, fn, and tn.")
    for name, count in expected.items():
        mistakes = [
            (count / 3, "This is the mean of the three slices. Add the counts instead: large slices weigh more."),
            (PRODUCTION["slices"]["business"][name], "This is the last slice alone. Add up all three."),
            (PRODUCTION["slices"]["mobile"][name], "This is the first slice alone. Add up all three."),
            (0, f"Add up the {name} of all slices in report['slices']."),
        ]
        expect_number(f"overall(report)['{name}']", got[name], count, mistakes)


def test_good_candidate(lab):
    """A candidate that passes all gates"""
    expect_gates(lab, GOOD, [], "Recall rises from 0.615 to 0.713, precision is 0.607, and no slice gets worse.")


def test_recall_gate(lab):
    """Recall rises too little"""
    reason = (
        "Overall recall rises from 0.615 to 0.631. The difference of the two values is 0.015, and MIN_GAIN is 0.02."
    )
    expect_gates(lab, report((63, 40, 37), (45, 25, 30), (15, 10, 5)), ["recall"], reason)


def test_recall_of_all_rows(lab):
    """Overall recall counts rows, not slices"""
    reason = (
        "Overall recall rises from 0.615 to 0.636, by 0.021. The mean of the three slices rises by only 0.013, but "
        "small slices must not count as much as large ones. Compute recall from the counts of overall."
    )
    expect_gates(lab, report((64, 40, 36), (45, 25, 30), (15, 10, 5)), [], reason)


def test_precision_gate(lab):
    """Precision is too low"""
    reason = "Precision is 139 / 289 = 0.481, and MIN_PRECISION is 0.50."
    expect_gates(lab, report((72, 90, 28), (52, 50, 23), (15, 10, 5)), ["precision"], reason)


def test_limits_are_inclusive(lab):
    """Values that equal their limit pass"""
    exact = report((72, 79, 28), (52, 50, 23), (15, 10, 5), latency=100)
    reason = (
        "Precision is exactly 0.50, and the latency is exactly 100 ms. MIN_PRECISION and MAX_LATENCY_MS are still "
        "allowed: use < and >, not <= and >=, to find what fails."
    )
    expect_gates(lab, exact, [], reason)


def test_latency_gate(lab):
    """Latency is too high"""
    expect_gates(lab, SLOW, ["latency"], "The latency is 101 ms, and MAX_LATENCY_MS is 100.")


def test_slice_gate(lab):
    """A slice gets worse"""
    reason = (
        "In the slice business, recall falls from 0.75 to 0.65, by more than MAX_SLICE_DROP. It is still above the "
        "overall recall: compare each slice with the same slice in production."
    )
    expect_gates(lab, report((72, 50, 28), (52, 30, 23), (13, 10, 7)), ["slice business"], reason)


def test_small_drop_of_a_slice(lab):
    """A slice gets slightly worse"""
    reason = "In the slice home, recall falls from 0.60 to 0.56, by less than MAX_SLICE_DROP. That is allowed."
    expect_gates(lab, report((80, 50, 20), (42, 30, 33), (15, 10, 5)), [], reason)


def test_undefined_metric(lab):
    """A slice without positives"""
    empty = report((72, 50, 28), (52, 30, 23), (0, 10, 0))
    try:
        lab.failed_gates(empty, PRODUCTION)
    except TypeError:
        fail(
            "failed_gates compares None with a number: the slice business has no positives, so its recall is "
            "undefined. Check for None first, and let the gate fail."
        )
    reason = "Recall is undefined in the slice business, which has no positives. Without evidence, the gate fails."
    expect_gates(lab, empty, ["slice business"], reason)


def test_order_of_gates(lab):
    """The order of the gates"""
    bad = report((50, 150, 50), (30, 90, 45), (10, 10, 10), latency=180)
    expected = ["recall", "precision", "latency", "slice mobile", "slice home", "slice business"]
    got = gates(lab, bad)
    if sorted(got) == sorted(expected) and got != expected:
        fail(
            f"failed_gates returned {shown(got)}. Check the gates in the order of the table: recall, precision, "
            "latency, then the slices in the order of the report."
        )
    if 0 < len(got) < len(expected) and got == expected[: len(got)]:
        fail(f"failed_gates returned {shown(got)} and stopped there. Check every gate, and return all that fail.")
    expect_gates(lab, bad, expected, "Every gate fails here.")


def test_decision(lab):
    """The decision for Model Registry"""
    expect_status(lab, GOOD, "Approved", [])
    expect_status(lab, SLOW, "Rejected", ["latency"])


def test_model_card(lab):
    """The metrics in the model card"""
    got = lab.model_card(GOOD)
    try:
        groups = got["evaluation_details"][0]["metric_groups"]
        found = {group["name"]: {item["name"]: item["value"] for item in group["metric_data"]} for group in groups}
    except (KeyError, IndexError, TypeError):
        fail(f"model_card returned {shown(got)}. Keep the structure of the starter, and append to groups.")
    names = ["overall", "slice mobile", "slice home", "slice business"]
    missing = [name for name in names if name not in found]
    if missing:
        fail(
            f"The model card has no metric group {shown(missing[0])}. Append metric_group(name, counts) for each slice."
        )
    for name in names[1:]:
        counts = GOOD["slices"][name.removeprefix("slice ")]
        expected = {
            "recall": recall(tp=counts["tp"], fn=counts["fn"]),
            "precision": precision(tp=counts["tp"], fp=counts["fp"]),
        }
        for metric, value in expected.items():
            other = found["overall"].get(metric)
            mistakes = [(other, "This is the overall value. Pass the counts of the slice to metric_group.")]
            expect_number(f"In the model card, {metric} of {name}", found[name].get(metric), value, mistakes)


def gates(lab, candidate):
    """What failed_gates returns, as a list."""
    got = lab.failed_gates(candidate, PRODUCTION)
    if not isinstance(got, list | tuple):
        fail(f"failed_gates returned {shown(got)}. Return a list with the names of the gates that fail.")
    return list(got)


def expect_gates(lab, candidate, expected, reason):
    """Fail unless failed_gates names exactly the expected gates."""
    got = gates(lab, candidate)
    if got == expected:
        return
    unknown = [name for name in got if name not in ("recall", "precision", "latency") and name[:6] != "slice "]
    if unknown:
        fail(f"failed_gates returned {shown(got)}. {shown(unknown[0])} is not the name of a gate; see the table.")
    fail(f"failed_gates returned {shown(got)}, expected {shown(expected)}. {reason}")


def expect_status(lab, candidate, status, failed):
    """Fail unless decide returns the status, and a description that names the failed gates."""
    got = lab.decide(candidate, PRODUCTION)
    if not isinstance(got, dict) or set(got) != {"ModelApprovalStatus", "ApprovalDescription"}:
        fail(f"decide returned {shown(got)}. Return a dict with ModelApprovalStatus and ApprovalDescription.")
    found, words = got["ModelApprovalStatus"], got["ApprovalDescription"]
    if found == "PendingManualApproval":
        fail('ModelApprovalStatus is "PendingManualApproval": nothing is decided. Return "Approved" or "Rejected".')
    if found not in STATUSES:
        fail(f'ModelApprovalStatus is {shown(found)}. Model Registry knows the statuses "Approved" and "Rejected".')
    if found != status:
        reason = f"{shown(failed)} failed" if failed else "all gates passed"
        fail(f"ModelApprovalStatus is {shown(found)}, but {reason}. The status must be {shown(status)}.")
    if not isinstance(words, str) or not words:
        fail(f"ApprovalDescription is {shown(words)}. Write a text that says which gates failed, or that all passed.")
    for name in failed:
        if name not in words:
            fail(f"ApprovalDescription is {shown(words)}. It must name each failed gate: {name} is missing.")
