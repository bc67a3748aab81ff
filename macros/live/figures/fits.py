"""Bias and variance drawn: some of the fits over the truth, the predictions for one input, the parts by degree."""

from . import Tree
from .paths import (
    columns_path_element,
    discs_path_element,
    polylines_path_element,
    squares_path_element,
    triangles_path_element,
)
from .plot import (
    RIGHT,
    Scale,
    axes,
    clamped_coordinate,
    current_point_ring,
    format_coordinate,
    horizontal_scale,
    label,
    move_labels_apart_upward,
    padded_ends_and_ticks,
    plot,
    polyline,
    segment,
    vertical_scale,
)

BINS = 24


def fits_plot(grid: list, truths: list, fits: list, mean_fit: list, marked_x: float) -> Tree:
    """Truth, single fits and their mean over the grid, with a line at the input that is looked at.

    fits: lists of values at the grid; truths, mean_fit: values there.
    """
    values = truths + mean_fit
    for curve in fits:
        values = values + curve
    low, high, ticks = padded_ends_and_ticks(max(-3.0, min(values)), min(3.0, max(values)))
    x, y = horizontal_scale(0, 1), vertical_scale(low, high)
    parts = axes(x, y, ((0, "0"), (0.5, "0.5"), (1, "1")), ticks, ("input x", "Value"))
    if low > min(values) or high < max(values):
        fits = [[min(high, max(low, each)) for each in curve] for curve in fits]
    parts.append(polylines_path_element(x, y, grid, fits, "fit"))
    parts.append(polylines_path_element(x, y, grid, [truths], "truth"))
    parts.append(polylines_path_element(x, y, grid, [mean_fit], "two"))
    parts.append(segment(x, y, (marked_x, low), (marked_x, high), "reference"))
    return plot("True function, some models, and the mean of all models. The table below has the numbers.", parts)


def prediction_histogram(predictions: list, truth: float, mean: float) -> Tree:
    """A histogram of what the models predict for one input, with lines at the truth and at their mean."""
    low, high, x_ticks = padded_ends_and_ticks(min(predictions + [truth]), max(predictions + [truth]))
    counts = count_by_bin(predictions, low, high)
    _, most, y_ticks = padded_ends_and_ticks(0, max(counts))
    x, y = horizontal_scale(low, high), vertical_scale(0, most)
    parts = axes(x, y, x_ticks, y_ticks, ("prediction", "Models"))
    edges = [low + (high - low) * k / BINS for k in range(BINS + 1)]
    parts.append(columns_path_element(x, y, edges, counts, "count"))
    parts.append(segment(x, y, (mean, 0), (mean, most), "two"))
    parts.append(segment(x, y, (truth, 0), (truth, most), "truth"))
    parts.append(_label_beside_line_top(x, y, mean, "mean", -3))
    parts.append(_label_beside_line_top(x, y, truth, "true value", -14))
    title = "Predictions of %d models for one input. The table below has the numbers." % len(predictions)
    return plot(title, parts)


def _label_beside_line_top(x_scale: Scale, y_scale: Scale, line_x: float, words: str, y_offset: int) -> Tree:
    """Words at the upper end of a vertical line, to its right, or to its left if there is no room."""
    right = clamped_coordinate(x_scale, line_x) < RIGHT - 60
    offset = (3 if right else -3, y_offset)
    return label(x_scale, y_scale, (line_x, y_scale[1]), words, offset, "start" if right else "end")


def count_by_bin(values: list, low: float, high: float) -> list:
    """How many of the values lie in each of 24 equal parts of the range, whose upper end no value reaches."""
    counts = [0] * BINS
    times = BINS / (high - low)
    for value in values:
        counts[int((value - low) * times)] += 1
    return counts


def bias_variance_by_degree_plot(rows: list, noise: float, chosen_degree: int) -> Tree:
    """Bias squared, variance and their sum with the noise for each degree, and a ring at the chosen degree.

    rows: for each degree from 0 on, a dict of bias2 and variance.
    """
    floor = noise * noise
    sums = [row["bias2"] + row["variance"] + floor for row in rows]
    low, high, y_ticks = padded_ends_and_ticks(0.0, max(sums) or 1.0)
    last = len(rows) - 1
    x, y = horizontal_scale(0, last), vertical_scale(low, high)
    parts = axes(x, y, ((0, "0"), (3, "3"), (6, "6"), (9, "9")), y_ticks, ("degree", "Mean squared error"))
    parts.append(segment(x, y, (0, floor), (last, floor), "reference"))
    series: list = [("bias\u00b2", "one", discs_path_element, [row["bias2"] for row in rows])]
    series.append(("variance", "two", squares_path_element, [row["variance"] for row in rows]))
    series.append(("sum", "three", triangles_path_element, sums))
    for _, kind, mark, values in series:
        points = [(k, values[k]) for k in range(len(values))]
        parts.append(polyline(x, y, points, kind))
        parts.append(mark(x, y, points, kind))
    parts += _end_labels(y, [(name, values[last]) for name, _, _, values in series] + [("noise", floor)])
    title = "Bias squared, variance, and their sum with the noise, by degree. The table below has the numbers."
    return plot(title, parts + [current_point_ring(x, y, (chosen_degree, sums[chosen_degree]))])


def _end_labels(y_scale: Scale, labels: list) -> list:
    """Texts over the right ends of lines. labels: (text, value at the end)."""
    heights = move_labels_apart_upward([clamped_coordinate(y_scale, value) - 5 for _, value in labels])
    made = []
    for (text, _), height in zip(labels, heights):
        made.append(
            [
                "text",
                {
                    "class": "strong",
                    "x": format_coordinate(RIGHT),
                    "y": format_coordinate(height),
                    "text-anchor": "end",
                },
                [text],
            ]
        )
    return made
