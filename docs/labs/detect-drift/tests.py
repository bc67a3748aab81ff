"""Tests for "Detect drift": PSI of windows with known shares, and alarms over windows with and without drift."""

import math
import random
from bisect import bisect_right
from statistics import fmean, median, quantiles

from harness import expect_number, fail, is_close, is_number, shown
from live.metrics import population_stability_index

SIGNATURES = (
    "shares(values, edges)",
    "psi(reference, current)",
    "noise_limit(reference, size, repeats=100, seed=1)",
    "alarms(reference, current)",
    "applications(size, seed, shift=0.0)",
    "BINS",
    "FLOOR",
)
BINS, FLOOR = 10, 0.001
REFERENCE = [k + 0.5 for k in range(200)]  # 20 values in each bin
MOVED = [5.0] * 16 + [25.0, 45.0, 65.0, 85.0, 105.0, 125.0, 145.0, 165.0] * 7 + [185.0] * 8  # 80 values, no empty bin
GAP = [5.0] * 10 + [25.0, 45.0, 65.0, 85.0, 105.0, 125.0, 145.0, 165.0] * 10 + [15.0] * 10  # 100, the last bin is empty


def counts(values, edges):
    """How many values are in each bin."""
    found = [0] * (len(edges) + 1)
    for value in values:
        found[bisect_right(edges, value)] += 1
    return found


def true_psi(reference, current, edges=None):
    """The PSI by this site's own metric."""
    edges = edges or quantiles(reference, n=BINS)
    return population_stability_index(counts(reference, edges), counts(current, edges), floor=FLOOR)


def variant(term, reference=REFERENCE, current=MOVED):
    """The sum over the bins of another term than PSI's; term takes the shares then and now."""
    edges = quantiles(reference, n=BINS)
    pairs = zip(counts(reference, edges), counts(current, edges), strict=True)
    return sum(term(then / len(reference), now / len(current)) for then, now in pairs)


def test_shares(lab):
    """Shares of a window"""
    got = lab.shares([1, 1, 2, 8], [1.5, 5, 9])
    if not isinstance(got, list | tuple) or len(got) != 4:
        fail(f"shares returned {shown(got)}. Return a list with one share for each bin: 4 bins for 3 inner edges.")
    if list(got) == [2, 1, 1, 0]:
        fail("shares returned the counts [2, 1, 1, 0]. Divide each count by the number of values, and apply FLOOR.")
    expected = [0.5, 0.25, 0.25, FLOOR]
    if len(got) == 4 and is_close(got[3], 0):
        fail(
            "The share of the last bin is 0, because the bin is empty, and the logarithm of 0 is undefined. Return at "
            "least FLOOR for each bin: max(share, FLOOR)."
        )
    if is_close(got[3], FLOOR) and is_close(got[0], 0.5 + FLOOR):
        fail("You add FLOOR to every share. Replace only smaller shares: max(share, FLOOR).")
    for k, (share, wanted) in enumerate(zip(got, expected, strict=True)):
        expect_number(f"shares([1, 1, 2, 8], [1.5, 5, 9])[{k}]", share, wanted, [])


def test_psi(lab):
    """PSI of a window that has moved"""
    small = quantiles(MOVED, n=BINS)
    mistakes = [
        (variant(lambda e, a: a * math.log(a / e)), ONE_SIDED),
        (variant(lambda e, a: e * math.log(e / a)), ONE_SIDED),
        (variant(lambda e, a: math.log(a / e)), ONE_SIDED),
        (variant(lambda e, a: (a - e) * math.log10(a / e)), "Use the natural logarithm, math.log, not math.log10."),
        (variant(lambda e, a: (a - e) * math.log2(a / e)), "Use the natural logarithm, math.log, not math.log2."),
        (variant(lambda e, a: abs(a - e)), "This is the sum of the absolute differences. Multiply by the logarithm."),
        (variant(lambda e, a: (a - e) ** 2), "This is the sum of the squared differences. Multiply by the logarithm."),
        (variant(lambda e, a: (a - e) * math.log(a / e)) / BINS, "This is the mean of the terms. Return their sum."),
        (
            true_psi(REFERENCE, MOVED, small),
            "You take the bins from the current window. Take them from the reference, so that every window is compared "
            "with the same bins.",
        ),
        (0, "Return the sum over all bins of (now - then) * math.log(now / then)."),
    ]
    expect_number("psi", lab.psi(list(REFERENCE), list(MOVED)), true_psi(REFERENCE, MOVED), mistakes)


ONE_SIDED = "Each term needs both factors: (now - then) * math.log(now / then)."


def test_psi_of_equal_shares(lab):
    """PSI of a window with the same shares"""
    expect_number("psi for a window with the shares of the reference", lab.psi(list(REFERENCE), REFERENCE[::2]), 0, [])


def test_empty_bin(lab):
    """PSI when a bin of the current window is empty"""
    try:
        got = lab.psi(list(REFERENCE), list(GAP))
    except (ZeroDivisionError, ValueError):
        fail(
            "psi fails if a bin of the current window is empty, because the logarithm of 0 is undefined. In shares, "
            "return at least FLOOR for each bin."
        )
    skipped = variant(lambda e, a: (a - e) * math.log(a / e) if a else 0.0, current=GAP)
    added = variant(lambda e, a: (a - e) * math.log((a + FLOOR) / (e + FLOOR)), current=GAP)
    mistakes = [
        (skipped, "You skip empty bins, so a bin that lost all of its values counts as no change. Use FLOOR instead."),
        (added, "You add FLOOR to every share. Replace only smaller shares: max(share, FLOOR)."),
    ]
    expect_number("psi for a window with an empty bin", got, true_psi(REFERENCE, GAP), mistakes)


def test_noise_limit(lab):
    """The noise limit is above 99% of windows without drift"""
    reference, size = normal(500, seed=7), 80
    got = lab.noise_limit(list(reference), size, repeats=300)
    if not is_number(got):
        fail(f"noise_limit returned {shown(got)}. Return a number.")
    noise, same_size = simulated(reference, size), simulated(reference, len(reference))
    below = fmean(value <= got for value in noise)
    said = f"noise_limit returned {shown(got)} for windows of 80 values."
    if got == 0:
        fail(f"{said} Complete psi first, and compute it between the reference and each window that you draw.")
    if got in (0.1, 0.2, 0.25):
        fail(f"{said} That is a rule of thumb, and {1 - below:.0%} of windows without drift exceed it. Draw windows.")
    if got <= max(same_size):
        fail(f"{said} Your windows are too large: draw size values, not as many as the reference has.")
    if abs(got - fmean(noise)) < 0.02 or abs(got - median(noise)) < 0.02:
        fail(f"{said} That is the average PSI without drift, and {1 - below:.0%} of windows exceed it. {PERCENTILE}")
    if below < 0.96:
        fail(f"{said} {1 - below:.0%} of windows without drift exceed it, but only 1% may. {PERCENTILE}")
    if got > 2 * max(noise):
        fail(f"{said} No window without drift comes near it, so drift would be missed. {PERCENTILE}")


PERCENTILE = "Return the 99th percentile: quantiles(values, n=100)[-1]."


def test_limit_depends_on_size(lab):
    """The noise limit falls when windows get larger"""
    reference = normal(600, seed=8)
    small, large = lab.noise_limit(list(reference), 60), lab.noise_limit(list(reference), 600)
    if not small > large:
        fail(
            f"The limit is {shown(small)} for windows of 60 values and {shown(large)} for windows of 600. The shares "
            "of large windows vary less, so their limit must be lower: pass size to generator.choices."
        )


def test_no_alarm_for_noise(lab):
    """Almost no alarm without drift"""
    reference = two(lab.applications(1000, seed=31))
    rung = [name for seed in range(10) for name in ring(lab, reference, two(lab.applications(80, seed=100 + seed)))]
    if len(rung) > 4:
        fail(
            f"10 windows without drift raised {len(rung)} alarms for 2 features, but only 1% of the comparisons should "
            "raise one. Compare each PSI with noise_limit for this feature and the size of the current window."
        )


def test_alarm_for_drift(lab):
    """An alarm for each window with drift"""
    reference = two(lab.applications(1000, seed=32))
    for seed in range(4):
        found = ring(lab, reference, two(lab.applications(80, seed=200 + seed, shift=0.15)))
        if "debt_ratio" not in found:
            fail(
                f"A window in which every debt ratio is higher by 0.15 raised alarms for {shown(found)}. Add a feature "
                "to the list if its PSI is above its limit."
            )


def two(applications):
    """Two of the features, to save time."""
    return {name: applications[name] for name in ("debt_ratio", "income")}


def ring(lab, reference, current):
    """The names that alarms returns, as a list."""
    found = lab.alarms(reference, current)
    if not isinstance(found, list | tuple | set) or not set(found) <= set(reference):
        fail(f"alarms returned {shown(found)}. Return a list of feature names.")
    return list(found)


def normal(size, seed):
    """So many values of a normal distribution."""
    generator = random.Random(seed)
    return [generator.gauss(0, 1) for _ in range(size)]


def simulated(reference, size):
    """PSI of 200 windows without drift."""
    generator, edges = random.Random(99), quantiles(reference, n=BINS)
    return [true_psi(reference, generator.choices(reference, k=size), edges) for _ in range(200)]
