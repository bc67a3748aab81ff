"""Detect drift: what the lab must say to its unchanged starter and to typical mistakes."""

from tests.labs.mistake import Mistake

STARTER = ("test_shares", "shares returned the counts [2, 1, 1, 0]. Divide each count by")

MISTAKES = [
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
]
