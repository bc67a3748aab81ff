"""Forecast against truth: each row a dot, its error the way to the line where the forecast would be exact."""

from ..arithmetic import format_count, format_number
from . import Tree
from .paths import discs_path_element, vertical_segments_path_element
from .plot import (
    axes,
    current_point_ring,
    horizontal_scale,
    label,
    padded_ends_and_ticks,
    plot,
    polyline,
    segment,
    vertical_scale,
)

MOST = 30  # rows whose error is drawn: more lines would hide the dots


def forecast_plot(points: list, moved_row: int | None, mean_truth: float) -> Tree:
    """points: [row, truth, forecast], up to a hundred; moved_row: the row that the reader can move, or None."""
    values = [each[1] for each in points] + [each[2] for each in points]
    low, high, ticks = padded_ends_and_ticks(min(values), max(values))
    x, y = horizontal_scale(low, high), vertical_scale(low, high)
    parts = axes(x, y, ticks, ticks, ("actual", "Forecast"))
    parts.append(polyline(x, y, [(low, low), (high, high)], "reference"))
    parts.append(segment(x, y, (low, mean_truth), (high, mean_truth), "reference"))
    if len(points) <= MOST:
        parts.append(vertical_segments_path_element(x, y, [(t, p, t) for _, t, p in points], "miss"))
    parts.append(discs_path_element(x, y, [(t, p) for i, t, p in points if i != moved_row], "one"))
    parts.append(label(x, y, (high, high), "exact", (-20, 4), "end", "tick halo"))
    parts.append(label(x, y, (high, mean_truth), "mean", (0, -4), "end", "tick halo"))
    for i, t, p in points:
        if i == moved_row:
            parts.append(current_point_ring(x, y, (t, p)))
            end = "end" if 2 * t > low + high else "start"
            offset = (-9 if end == "end" else 9, 16 if p < t and p - low > (high - low) / 8 else -8)
            parts.append(label(x, y, (t, p), "row " + format_number(i + 1), offset, end))
    return plot(
        "Forecasts and actual values of %s. The table below has the numbers." % format_count(len(points), "row"), parts
    )
