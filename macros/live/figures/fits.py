"""Bias and variance drawn: some of the fits over the truth, the predictions at one place, the parts by degree."""

from .paths import columns, curves, discs, squares, triangles
from .plot import (
    RIGHT,
    across,
    apart,
    axes,
    label,
    line,
    of,
    plot,
    ring,
    segment,
    snug,
    unit,
    upward,
)

BINS = 24


def fits_drawn(grid: list, truths: list, fits: list, middle: list) -> tuple:
    """(x, y, parts): truth, single fits and their mean. fits: lists of values at the grid."""
    values = truths + middle
    for curve in fits:
        values = values + curve
    low, high, ticks = snug(max(-3.0, min(values)), min(3.0, max(values)))
    x, y = across(0, 1), upward(low, high)
    parts = axes(x, y, ((0, "0"), (0.5, "0.5"), (1, "1")), ticks, ("input x", "Value"))
    if low > min(values) or high < max(values):
        fits = [[min(high, max(low, each)) for each in curve] for curve in fits]
    parts.append(curves(x, y, grid, fits, "fit"))
    parts.append(curves(x, y, grid, [truths], "truth"))
    parts.append(curves(x, y, grid, [middle], "two"))
    return x, y, parts


def fits_plot(drawn: tuple, place: float) -> list:
    """What `fits_drawn` gave, and the place that is looked at."""
    x, y, parts = drawn
    at = segment(x, y, (place, y[0]), (place, y[1]), "reference")
    return plot(
        "True function, some models, and the mean of all models. The table below has the numbers.", parts + [at]
    )


def place_plot(predictions: list, truth: float, mean: float) -> list:
    """How often the models predict what at one place, with the truth and their mean."""
    low, high, x_ticks = snug(min(predictions + [truth]), max(predictions + [truth]))
    counts = binned(predictions, low, high)
    _, most, y_ticks = snug(0, max(counts))
    x, y = across(low, high), upward(0, most)
    parts = axes(x, y, x_ticks, y_ticks, ("prediction", "Models"))
    edges = [low + (high - low) * k / BINS for k in range(BINS + 1)]
    parts.append(columns(x, y, edges, counts, "count"))
    parts.append(segment(x, y, (mean, 0), (mean, most), "two"))
    parts.append(segment(x, y, (truth, 0), (truth, most), "truth"))
    parts.append(_top_label(x, y, mean, "mean", -3))
    parts.append(_top_label(x, y, truth, "true value", -14))
    title = "Predictions of %d models for one input. The table below has the numbers." % len(predictions)
    return plot(title, parts)


def _top_label(x: tuple, y: tuple, value: float, word: str, up: int) -> list:
    """Words over a line, to its right unless there is no room."""
    right = of(x, value) < RIGHT - 60
    return label(x, y, (value, y[1]), word, (3 if right else -3, up), "start" if right else "end")


def binned(values: list, low: float, high: float) -> list:
    """How many of the values lie in each of 24 equal parts of the range, whose upper end no value reaches."""
    counts = [0] * BINS
    times = BINS / (high - low)
    for value in values:
        counts[int((value - low) * times)] += 1
    return counts


def degrees_drawn(rows: list, noise: float) -> tuple:
    """(x, y, sums, parts): bias squared, variance and their sum with the noise. rows: dicts of bias2 and variance."""
    floor = noise * noise
    sums = [row["bias2"] + row["variance"] + floor for row in rows]
    low, high, y_ticks = snug(0.0, max(sums) or 1.0)
    last = len(rows) - 1
    x, y = across(0, last), upward(low, high)
    ticks = ((0, "0"), (3, "3"), (6, "6"), (9, "9"))
    parts = axes(x, y, ticks, y_ticks, ("degree", "Mean squared error"))
    parts.append(segment(x, y, (0, floor), (last, floor), "reference"))
    named: list = [("bias\u00b2", "one", discs, [row["bias2"] for row in rows])]
    named.append(("variance", "two", squares, [row["variance"] for row in rows]))
    named.append(("sum", "three", triangles, sums))
    for _, kind, mark, values in named:
        points = [(k, values[k]) for k in range(len(values))]
        parts.append(line(x, y, points, kind))
        parts.append(mark(x, y, points, kind))
    words = [(name, values[last]) for name, _, _, values in named] + [("noise", floor)]
    places = apart([of(y, value) - 5 for _, value in words])
    for (word, _), place in zip(words, places):
        parts.append(["text", {"class": "strong", "x": unit(RIGHT), "y": unit(place), "text-anchor": "end"}, [word]])
    return x, y, sums, parts


def degrees_plot(drawn: tuple, degree: int) -> list:
    """What `degrees_drawn` gave, and the degree in force."""
    x, y, sums, parts = drawn
    title = "Bias squared, variance, and their sum with the noise, by degree. The table below has the numbers."
    return plot(title, parts + [ring(x, y, (degree, sums[degree]))])
