"""Forecast against truth: each row a dot, its miss the way to the line where the forecast would be exact."""

from ..arithmetic import written
from .plot import across, axes, dot, label, line, plot, ring, round_ends, segment, tick_text, upward

MOST = 30  # rows whose miss is drawn: more lines would hide the dots


def misses(points: list, row, mean: float) -> list:
    """points: [row, truth, forecast], up to a hundred; row: the one to be moved, or None; mean: of the truths."""
    values = [each[1] for each in points] + [each[2] for each in points]
    low, middle, high = round_ends(min(values), max(values))
    x, y = across(low, high), upward(low, high)
    ticks = tuple([(value, tick_text(value, middle - low)) for value in (low, middle, high)])
    parts = axes(x, y, ticks, ticks, ("truth", "Forecast"))
    parts.append(line(x, y, [(low, low), (high, high)], "reference exact"))
    parts.append(segment(x, y, (low, mean), (high, mean), "reference"))
    if len(points) <= MOST:
        parts += [segment(x, y, (t, p), (t, t), "miss") for _, t, p in points]
    for i, t, p in points:
        if i != row:
            parts.append(dot(x, y, (t, p), "one"))
    for i, t, p in points:
        if i == row:
            parts.append(ring(x, y, (t, p)))
            end = "end" if t > middle else "start"
            parts.append(label(x, y, (t, p), "row " + written(row + 1), (-9 if end == "end" else 9, -7), end))
    return plot("Forecast against truth for %d rows. The table below holds the numbers." % len(points), parts)
