"""Bias and variance drawn: some of the fits over the truth, the predictions at one place, the parts by degree."""

from ..arithmetic import fixed
from .plot import (
    BOTTOM,
    RIGHT,
    across,
    apart,
    axes,
    dot,
    label,
    line,
    of,
    plot,
    ring,
    round_ends,
    segment,
    square,
    tick_text,
    triangle,
    unit,
    upward,
)

BINS = 24


def _ticks(low: float, middle: float, high: float) -> tuple:
    return tuple([(value, tick_text(value, middle - low)) for value in (low, middle, high)])


def fits_plot(grid: list, truths: list, curves: list, middle: list, place: float) -> list:
    """Truth, single fits and their mean. curves: lists of values at the grid; place: the one that is looked at."""
    values = truths + middle
    for curve in curves:
        values = values + curve
    low, mid, high = round_ends(max(-3.0, min(values)), min(3.0, max(values)))
    x, y = across(0, 1), upward(low, high)
    parts = axes(x, y, ((0, "0"), (0.5, "0.5"), (1, "1")), _ticks(low, mid, high), ("place", "Value"))
    parts.append(segment(x, y, (place, low), (place, high), "reference"))
    parts += [line(x, y, list(zip(grid, curve)), "fit") for curve in curves]
    parts.append(line(x, y, list(zip(grid, truths)), "truth"))
    parts.append(line(x, y, list(zip(grid, middle)), "two"))
    return plot("Truth, %d of the fits and the mean of all. The table below holds the numbers." % len(curves), parts)


def place_plot(predictions: list, truth: float, mean: float) -> list:
    """How often the models predict what at one place, with the truth and their mean."""
    low, mid, high = round_ends(min(predictions + [truth]), max(predictions + [truth]))
    counts = binned(predictions, low, high)
    most = round_ends(0, max(counts))
    x, y = across(low, high), upward(0, most[2])
    parts = axes(x, y, _ticks(low, mid, high), _ticks(most[0], most[1], most[2]), ("prediction", "Models"))
    width = (high - low) / BINS
    for k in range(BINS):
        start, top = of(x, low + k * width), of(y, counts[k])
        box = {"class": "count", "x": unit(start), "width": unit(of(x, low + (k + 1) * width) - start - 1)}
        box.update({"y": unit(top), "height": unit(BOTTOM - top)})
        parts.append(["rect", box, []])
    parts.append(segment(x, y, (mean, 0), (mean, most[2]), "two"))
    parts.append(segment(x, y, (truth, 0), (truth, most[2]), "truth"))
    left, right = ("truth", "mean") if truth <= mean else ("mean", "truth")
    parts.append(label(x, y, (min(truth, mean), most[2]), left, (-3, -3), "end"))
    parts.append(label(x, y, (max(truth, mean), most[2]), right, (3, -3), "start"))
    title = "Predictions of %d models at one place. The table below holds the numbers." % len(predictions)
    return plot(title, parts)


def binned(values: list, low: float, high: float) -> list:
    """How many of the values lie in each of 24 equal parts of the range."""
    counts = [0] * BINS
    times = BINS / (high - low)
    for value in values:
        counts[min(BINS - 1, max(0, int((value - low) * times)))] += 1
    return counts


def degrees_plot(rows: list, noise: float, degree: int) -> list:
    """Bias squared, variance and their sum with the noise, by degree. rows: dicts of bias2 and variance."""
    floor = noise * noise
    sums = [row["bias2"] + row["variance"] + floor for row in rows]
    low, mid, high = round_ends(0.0, max(sums) or 1.0)
    last = len(rows) - 1
    x, y = across(0, last), upward(0, high)
    ticks = ((0, "0"), (3, "3"), (6, "6"), (9, "9"))
    parts = axes(x, y, ticks, _ticks(low, mid, high), ("degree", "Error (mean square)"))
    parts.append(segment(x, y, (0, floor), (last, floor), "reference"))
    named: list = [("bias\u00b2", "one", dot, [row["bias2"] for row in rows])]
    named.append(("variance", "two", square, [row["variance"] for row in rows]))
    named.append(("sum", "three", triangle, sums))
    for _, kind, mark, values in named:
        points = [(k, values[k]) for k in range(len(values))]
        parts.append(line(x, y, points, kind))
        parts += [mark(x, y, point, kind) for point in points]
    parts.append(ring(x, y, (degree, sums[degree])))
    words = [(name, values[last]) for name, _, _, values in named] + [("noise", floor)]
    places = apart([of(y, value) - 5 for _, value in words])
    for (word, _), place in zip(words, places):
        parts.append(["text", {"class": "strong", "x": unit(RIGHT), "y": unit(place), "text-anchor": "end"}, [word]])
    title = "Bias squared, variance and their sum with the noise, %s, by degree. The table below holds the numbers."
    return plot(title % fixed(floor, 2), parts)
