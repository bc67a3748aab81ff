"""Detect drift in the applications for a credit card, one feature at a time."""

import math
import random
from bisect import bisect_right
from statistics import quantiles

BINS = 10
FLOOR = 0.001  # replaces smaller shares, because the logarithm of 0 is undefined


def applications(size, seed, shift=0.0):
    """Return simulated features, with a shift added to every debt ratio."""
    generator = random.Random(seed)
    return {
        "age": [generator.gauss(42, 12) for _ in range(size)],
        "debt_ratio": [generator.betavariate(2, 5) + shift for _ in range(size)],
        "income": [generator.lognormvariate(8, 0.5) for _ in range(size)],
        "months_at_bank": [generator.expovariate(1 / 60) for _ in range(size)],
    }


def shares(values, edges):
    """Return the share of the values in each bin; shares below FLOOR become FLOOR."""
    counts = [0] * (len(edges) + 1)
    for value in values:
        counts[bisect_right(edges, value)] += 1
    return counts  # TODO: return shares instead of counts.


def psi(reference, current):
    """Return the population stability index of two lists of values."""
    edges = quantiles(reference, n=BINS)  # inner edges of bins with equal shares
    shares_then, shares_now = shares(reference, edges), shares(current, edges)
    return 0.0  # TODO: add up one term for each bin.


def noise_limit(reference, size, repeats=100, seed=1):
    """Return a PSI that only 1% of windows without drift exceed."""
    generator = random.Random(seed)
    window = generator.choices(reference, k=size)  # a window without drift
    return psi(reference, window)  # TODO: draw many windows, not one.


def alarms(reference, current):
    """Return the names of the features whose PSI exceeds their noise limit."""
    return []  # TODO


reference = applications(1000, seed=1)
for label, shift in (("No drift", 0.0), ("Drift in debt_ratio", 0.1)):
    current = applications(80, seed=5, shift=shift)
    print(label)
    for feature, values in reference.items():
        found = psi(values, current[feature])
        limit = noise_limit(values, len(current[feature]))
        print(f"  {feature:15} PSI {found:.3f}  limit {limit:.3f}")
    print("  Alarms:", alarms(reference, current))
