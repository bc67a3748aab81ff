"""Tests for "Release gate": reports that differ from a good candidate in one gate each."""

from harness import after, fail, shown

SIGNATURES = (
    "failed_gates(candidate, production)",
    "decide(candidate, production)",
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
WORSE = report((72, 50, 28), (52, 30, 23), (10, 10, 10))  # in the last slice
SLICES = ["slice mobile", "slice home", "slice business"]


def test_recall_gate(lab):
    """Overall recall"""
    little = report((63, 40, 37), (45, 25, 30), (15, 10, 5))
    fact = "Overall recall rises from 0.615 to 0.631. The difference of the two values is 0.015, and MIN_GAIN is 0.02."
    expect_gate(lab, little, "recall", True, fact)
    fact = "Overall recall rises from 0.615 to 0.713, by 0.097, and MIN_GAIN is 0.02."
    expect_gate(lab, GOOD, "recall", False, fact)
    enough = report((64, 40, 36), (45, 25, 30), (15, 10, 5))
    fact = (
        "Overall recall rises from 0.615 to 0.636, by 0.021. The mean of the three slices rises by only 0.013, but "
        "small slices must not count as much as large ones. Use the recall of overall."
    )
    expect_gate(lab, enough, "recall", False, fact)


def test_precision_gate(lab):
    """Overall precision"""
    low = report((72, 90, 28), (52, 50, 23), (15, 10, 5))
    expect_gate(lab, low, "precision", True, "Precision is 139 / 289 = 0.481, and MIN_PRECISION is 0.50.")
    expect_gate(lab, GOOD, "precision", False, "Precision is 139 / 229 = 0.607, and MIN_PRECISION is 0.50.")
    exact = report((72, 79, 28), (52, 50, 23), (15, 10, 5))
    fact = "Precision is exactly 0.50, and MIN_PRECISION is still allowed: use <, not <=, to find what fails."
    expect_gate(lab, exact, "precision", False, fact)


def test_latency_gate(lab):
    """Latency"""
    expect_gate(lab, SLOW, "latency", True, "The latency is 101 ms, and MAX_LATENCY_MS is 100.")
    expect_gate(lab, GOOD, "latency", False, "The latency is 95 ms, and MAX_LATENCY_MS is 100.")
    fact = "The latency is exactly 100 ms, and MAX_LATENCY_MS is still allowed: use >, not >=, to find what fails."
    expect_gate(lab, {**GOOD, "p95_latency_ms": 100}, "latency", False, fact)


def test_slice_gate(lab):
    """Recall of each slice"""
    fact = "Recall rises from 0.60 to 0.72. Only a fall counts: subtract the new value from the old one."
    expect_gate(lab, GOOD, "slice mobile", False, fact)
    fact = (
        "This is the last slice, and its recall falls from 0.75 to 0.50, by more than MAX_SLICE_DROP. Check every "
        "slice, and return the list after the loop."
    )
    expect_gate(lab, WORSE, "slice business", True, fact)
    fact = (
        "Recall falls from 0.75 to 0.65, by more than MAX_SLICE_DROP. It is still above the overall recall: compare "
        "each slice with the same slice in production."
    )
    expect_gate(lab, report((72, 50, 28), (52, 30, 23), (13, 10, 7)), "slice business", True, fact)
    fact = "Recall falls from 0.60 to 0.56, by less than MAX_SLICE_DROP. That is allowed."
    expect_gate(lab, report((80, 50, 20), (42, 30, 33), (15, 10, 5)), "slice home", False, fact)


@after("failed_gates", test_recall_gate, test_precision_gate, test_latency_gate, test_slice_gate)
def test_all_gates(lab):
    """All gates, in their order"""
    got = gates(lab, GOOD)
    expect_names(got)
    if got:
        fail(f"failed_gates returned {got}. Here, no gate fails. Return an empty list.")
    bad = report((50, 150, 50), (30, 90, 45), (10, 10, 10), latency=180)
    expected = ["recall", "precision", "latency", *SLICES]
    got = gates(lab, bad)
    expect_names(got)
    missing = [name for name in expected if name not in got]
    if missing:
        fail(
            f"failed_gates returned {got}. Here, all six gates fail, and '{missing[0]}' is missing. Check each gate, "
            "even if an earlier one fails."
        )
    if got != expected:
        fail(
            f"failed_gates returned {got}. Check the gates in the order of the table: recall, precision, latency, then "
            "the slices in the order of the report."
        )


@after("failed_gates", test_all_gates)
def test_undefined_metric(lab):
    """Undefined metrics"""
    empty = report((72, 50, 28), (52, 30, 23), (0, 10, 0))
    expect_undefined(lab, empty, "slice business", "the slice business has no positives, so its recall is undefined")
    silent = report((0, 0, 100), (0, 0, 75), (0, 0, 20))
    expect_undefined(lab, silent, "precision", "the candidate flags no customer, so its precision is undefined")
    negative = report((0, 10, 0), (0, 5, 0), (0, 2, 0))
    expect_undefined(lab, negative, "recall", "no slice has positives, so overall recall is undefined")
    reason = "in production, the slice business has no positives, so its recall is undefined"
    expect_undefined(lab, GOOD, "slice business", reason, {**PRODUCTION, "slices": empty["slices"]})


@after("failed_gates", test_all_gates)
def test_decision(lab):
    """The decision for Model Registry"""
    expect_status(lab, GOOD, "Approved", [])
    expect_status(lab, SLOW, "Rejected", ["latency"])
    expect_status(lab, {**WORSE, "p95_latency_ms": 101}, "Rejected", ["latency", "slice business"])


def gates(lab, candidate, production=PRODUCTION):
    """What failed_gates returns, as a list in which each name occurs once."""
    try:
        got = lab.failed_gates(candidate, production)
    except (TypeError, ValueError) as error:
        if "string indices" in str(error) or "to unpack" in str(error):
            fail("A loop over report['slices'] goes through the names alone. Use .items() for names with their counts.")
        raise
    if not isinstance(got, list | tuple):
        fail(f"failed_gates returned {shown(got)}. Return a list with the names of the gates that fail.")
    if "s" in got or "r" in got:
        fail(f"failed_gates returned {shown(got)}. Use append, because += adds each letter of a name.")
    twice = [name for name in got if got.count(name) > 1]
    if twice:
        fail(f"failed_gates returned {list(got)}. '{twice[0]}' is in it twice: use elif or else for a second reason.")
    return list(got)


def expect_names(got):
    """Fail if the list contains something that is not the name of a gate."""
    for name in got:
        if f"slice {name}" in SLICES:
            fail(f"failed_gates returned {got}. The name of this gate is 'slice {name}', with the word slice.")
        if name not in ("recall", "precision", "latency", *SLICES):
            fail(f"failed_gates returned {shown(got)}. {shown(name)} is not the name of a gate; see the table.")


def expect_gate(lab, candidate, gate, is_expected, fact, production=PRODUCTION):
    """Fail unless failed_gates contains this gate or does not, as expected; fact says why, in full sentences."""
    got = gates(lab, candidate, production)
    if gate.startswith("slice "):
        expect_names(got)
    if (gate in got) != is_expected:
        verdict = "is missing" if is_expected else "must not be in it"
        fail(f"failed_gates returned {got}. '{gate}' {verdict}. {fact}")


def expect_undefined(lab, candidate, gate, reason, production=PRODUCTION):
    """Fail unless the gate that needs an undefined metric fails, without an error."""
    try:
        gates(lab, candidate, production)
    except ZeroDivisionError:
        fail(f"failed_gates divides by 0: {reason}. Use metrics_of, check for None, and let the gate fail.")
    except TypeError as error:
        if "NoneType" not in str(error):
            raise
        fail(f"failed_gates calculates with None: {reason}. Check for None first, and let the gate fail.")
    fact = f"{reason[0].upper()}{reason[1:]}. Without evidence, the gate fails."
    expect_gate(lab, candidate, gate, True, fact, production)


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
        fail(
            f"ApprovalDescription is {shown(words)}. Write a text that names the failed gates, or says that all passed."
        )
    for name in failed:
        if name not in words:
            fail(f"ApprovalDescription is {shown(words)}. It must name each failed gate: {name} is missing.")
