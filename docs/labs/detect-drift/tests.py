"""Tests for "Detect drift": PSI of windows with known shares, and alarms over windows with and without drift."""

import math
import random
from bisect import bisect_right
from statistics import fmean, median, quantiles

from harness import after, expect_number, fail, is_close, is_number, shown, watch
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
    got = lab.shares([1, 1, 1, 1, 2, 3, 6, 7], [1.5, 5, 9])
    if not isinstance(got, list | tuple) or len(got) != 4:
        fail(f"shares returned {shown(got)}. Return a list with one share for each bin: 4 bins for 3 inner edges.")
    if list(got) == [4, 2, 2, 0]:
        fail("shares returned the counts [4, 2, 2, 0]. Divide each count by the number of values, and apply FLOOR.")
    if is_close(got[3], 0):
        fail(
            "The share of the last bin is 0, because the bin is empty, and the logarithm of 0 is undefined. Return at "
            "least FLOOR for each bin: max(share, FLOOR)."
        )
    if is_close(got[3], FLOOR) and is_close(got[0], 0.5 + FLOOR):
        fail("You add FLOOR to every share. Replace only smaller shares: max(share, FLOOR).")
    call = "shares([1, 1, 1, 1, 2, 3, 6, 7], [1.5, 5, 9])"
    mistakes = [
        (1, "You divide by 4, the number of bins. Divide by the number of values."),
        (4 / 3, "You divide by 3, the number of inner edges. Divide by the number of values."),
    ]
    for k, wanted in enumerate((0.5, 0.25, 0.25, FLOOR)):
        expect_number(f"For bin {k + 1} of 4, {call}", got[k], wanted, mistakes)
    other = lab.shares([3, 3, 3, 3, 9], [5])
    if len(other) != 2 or not is_close(other[0], 0.8) or not is_close(other[1], 0.2):
        fail(f"shares([3, 3, 3, 3, 9], [5]) returned {shown(other)}. The result should be [0.8, 0.2].")
    rare = lab.shares([3] * 1999 + [9], [5])[1]
    if not is_close(rare, FLOOR):
        fail(
            f"For 1 of 2,000 values in a bin, shares returned {shown(rare)}. Each share below FLOOR becomes FLOOR, not "
            "only 0."
        )


@after("shares", test_shares)
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


@after("psi", test_psi)
def test_psi_of_equal_shares(lab):
    """PSI of a window with the same shares"""
    expect_number("psi for a window with the shares of the reference", lab.psi(list(REFERENCE), REFERENCE[::2]), 0)


@after("psi", test_psi)
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


@after("psi", test_psi, test_psi_of_equal_shares, test_empty_bin)
def test_noise_limit(lab):
    """The noise limit is above 99% of windows without drift"""
    reference, size = normal(500, seed=7), 80
    with watch(lab, "psi") as calls:
        got = lab.noise_limit(list(reference), size, repeats=300)
    if not is_number(got):
        fail(f"noise_limit returned {shown(got)}. End the function with a return of one number.")
    expect_windows(calls, reference, size, repeats=300)
    noise = simulated(reference, size)
    found = [call.result for call in calls] or noise
    below = fmean(value <= got for value in noise)
    said = f"noise_limit returned {shown(got)} for windows of 80 values."
    if got in (0.1, 0.2, 0.25):
        fail(f"{said} That is a rule of thumb, and {1 - below:.0%} of windows without drift exceed it. Draw windows.")
    if is_close(got, fmean(found)) or is_close(got, median(found)):
        fail(f"{said} That is the average PSI without drift, and {1 - below:.0%} of windows exceed it. {PERCENTILE}")
    if is_close(got, min(found)) or is_close(got, quantiles(found, n=100)[0]):
        fail(f"{said} That is the lowest PSI of your windows, or close to it. {PERCENTILE}")
    if below < 0.96:
        fail(f"{said} {1 - below:.0%} of windows without drift exceed it, but only 1% may. {PERCENTILE}")
    if got > 2 * max(noise):
        fail(f"{said} No window without drift comes near it, so drift would be missed. {PERCENTILE}")


PERCENTILE = "Return the 99th percentile: quantiles(values, n=100)[-1]."


@after("noise_limit", test_noise_limit)
def test_limit_depends_on_size(lab):
    """The noise limit falls when windows get larger"""
    reference = normal(600, seed=8)
    small, large = lab.noise_limit(list(reference), 60), lab.noise_limit(list(reference), 600)
    if not small > large:
        fail(
            f"The limit is {shown(small)} for windows of 60 values and {shown(large)} for windows of 600. The shares "
            "of large windows vary less, so their limit must be lower: pass size to generator.choices."
        )


@after("psi", test_psi, test_psi_of_equal_shares, test_empty_bin)
@after("noise_limit", test_noise_limit, test_limit_depends_on_size)
def test_no_alarm_for_noise(lab):
    """Almost no alarm without drift"""
    reference = two(lab.applications(1000, seed=31))
    rung = [name for seed in range(8) for name in ring(lab, reference, two(lab.applications(80, seed=100 + seed)))]
    if len(rung) > 3:
        fail(
            f"8 windows without drift raised {len(rung)} alarms for 2 features, but only 1% of the comparisons should "
            "raise one. Compare each PSI with noise_limit for this feature and the size of the current window."
        )


@after("psi", test_psi, test_psi_of_equal_shares, test_empty_bin)
@after("noise_limit", test_noise_limit, test_limit_depends_on_size)
def test_alarm_for_drift(lab):
    """An alarm for each feature with drift"""
    reference = two(lab.applications(1000, seed=32))
    for seed in range(3):
        current = two(lab.applications(90, seed=200 + seed, shift=0.15))
        expect_alarms(lab, reference, current, ["debt_ratio"], "In a window, every debt ratio is higher by 0.15.")
    current["income"] = [2 * value for value in current["income"]]
    both = "In a window, every debt ratio is higher by 0.15, and every income is twice as high."
    expect_alarms(lab, reference, current, ["income", "debt_ratio"], both)


def expect_windows(calls, reference, size, repeats):
    """Fail if the calls of psi show that noise_limit drew the wrong windows; they show nothing if there are none."""
    if not calls:
        return
    windows = [call.arguments[1] for call in calls]
    if any(list(window) == reference for window in windows):
        fail("noise_limit passes a window to psi as the reference. Call psi(reference, window), in this order.")
    if any(list(call.arguments[0]) != reference for call in calls):
        fail("noise_limit does not pass the reference to psi. Call psi(reference, window).")
    sizes = {len(window) for window in windows} - {size}
    if sizes:
        fail(f"For size={size}, noise_limit draws windows of {min(sizes)} values. Draw size values.")
    if not set(windows[0]) <= set(reference):
        fail(
            "noise_limit draws values that are not in the reference. Draw them with generator.choices(reference, ...)."
        )
    if len(windows) < repeats:
        fail(f"noise_limit compares only {len(windows)} of {repeats} windows with the reference. Draw repeats windows.")
    if windows.count(windows[0]) == len(windows):
        fail(
            "All windows of noise_limit are equal. Create the generator once, before the loop, and draw a new window "
            "inside the loop."
        )


def expect_alarms(lab, reference, current, expected, situation):
    """Fail unless alarms names the features with drift, in any order."""
    found = ring(lab, reference, current)
    missing = [name for name in expected if name not in found]
    if missing:
        fail(
            f"{situation} alarms returned {shown(found)}, and {missing[0]} is missing. Append each feature whose PSI "
            "is above its limit."
        )


def two(applications):
    """Two of the features, to save time; the one that drifts is the last."""
    return {name: applications[name] for name in ("income", "debt_ratio")}


def ring(lab, reference, current):
    """The names that alarms returns, as a list. Fails if alarms compares the wrong lists, or not all of them."""
    with watch(lab, "psi") as compared, watch(lab, "noise_limit") as limits:
        found = lab.alarms(reference, current)
    if isinstance(found, list) and "".join(map(str, found)) in reference and found[0] not in reference:
        fail(f"alarms returned {shown(found)}. Use append, because += adds each letter of a name.")
    if not isinstance(found, list | tuple | set) or any(name not in list(reference) for name in found):
        fail(f"alarms returned {shown(found)}. Return a list of feature names.")
    windows = list(current.values())
    if any(call.arguments[0] in windows for call in limits):
        fail(
            "alarms passes the current window to noise_limit as the reference. A limit that is measured from a window "
            "with drift does not show what is normal. Pass the values of the reference."
        )
    sizes = {call.arguments[1] for call in limits} - {len(window) for window in windows}
    if sizes:
        fail(f"alarms passes size={shown(min(sizes))} to noise_limit. Pass the size of the current window.")
    if any(call.arguments[0] in windows for call in compared):
        fail("alarms passes the current window to psi as the reference. Pass the reference first, then the window.")
    if 0 < len(limits) < len(reference):
        fail(
            f"alarms computed the limit of {len(limits)} of {len(reference)} features, so its loop ended too early. "
            "Return the list after the loop."
        )
    return list(found)


def normal(size, seed):
    """So many values of a normal distribution."""
    generator = random.Random(seed)
    return [generator.gauss(0, 1) for _ in range(size)]


def simulated(reference, size):
    """PSI of 200 windows without drift."""
    generator, edges = random.Random(99), quantiles(reference, n=BINS)
    return [true_psi(reference, generator.choices(reference, k=size), edges) for _ in range(200)]
