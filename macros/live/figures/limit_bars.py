"""Limits as bars, and one value as a mark in every bar: which limits it exceeds."""

import math

from . import Tree, percent_attribute
from .precision_recall_bar import hatch_pattern

TOP, ROW = 26, 34  # pixels above the first row, and from one row to the next


def limit_bars_on_log_axis(limits: list, reader_value: tuple, axis_ends: tuple, ticks: tuple) -> Tree:
    """A strip with a logarithmic axis; all values are above 0.

    limits: (label, limit, whether the value is above it), one for each bar, which is hatched if the value is above.
    reader_value: (text, value) of the mark. axis_ends: values at the left and the right end.
    ticks: pairs (value, text).
    """
    words, value = reader_value
    place, foot = _clamped_log_axis_share(value, axis_ends), TOP + len(limits) * ROW + 12
    parts: list = [["title", {}, ["Limit of each option, and your value. The table below has the numbers."]]]
    parts += [["defs", {}, [hatch_pattern("hatch-neg")]], _text_element(place, 12, "you: " + words, "strong")]
    for k, (label, limit, is_exceeded) in enumerate(limits):
        parts += _limit_row(TOP + k * ROW, label, _clamped_log_axis_share(limit, axis_ends), is_exceeded)
        parts.append(_reader_value_mark(TOP + k * ROW, place))
    parts += [_text_element(_clamped_log_axis_share(value, axis_ends), foot, text, "tick") for value, text in ticks]
    return ["svg", {"class": "limit-bars", "role": "img", "height": str(foot + 4)}, parts]


def _limit_row(y: int, label: str, limit_share: float, is_exceeded: bool) -> list:
    """Label and bar of a limit; hatched, and with a word at the end, if the reader's value exceeds the limit."""
    track, bar = [
        {"y": str(y + 17), "height": "9", "width": width} for width in ("100%", percent_attribute(limit_share))
    ]
    track["class"], bar["class"] = "track", "mark-fp" if is_exceeded else "fill"
    parts: list = [["text", {"x": "0", "y": str(y + 12)}, [label]], ["rect", track, []], ["rect", bar, []]]
    if is_exceeded:
        bar["fill"] = "url(#hatch-neg)"
        parts.append(["text", {"class": "strong", "x": "100%", "y": str(y + 12), "text-anchor": "end"}, ["exceeded"]])
    return parts


def _reader_value_mark(row_y: int, x_share: float) -> Tree:
    """A narrow bar at the value, across the bar of a row. An inner svg, so that offsets in pixels start there."""
    bar = {"class": "now", "x": "-1.5", "y": str(row_y + 14), "width": "3", "height": "15"}
    return ["svg", {"x": percent_attribute(x_share)}, [["rect", bar, []]]]


def _clamped_log_axis_share(value: float, axis_ends: tuple) -> float:
    """Where a value is on the logarithmic axis, in [0, 1]; a value beyond an end is at that end."""
    low, high = axis_ends
    inside = min(high, max(low, value))
    return (math.log10(inside) - math.log10(low)) / (math.log10(high) - math.log10(low))


def _text_element(share: float, y: int, text: str, css_class: str) -> Tree:
    """Text at a share of the width, which stays inside the strip near its ends."""
    anchor = "start" if share < 0.25 else "end" if share > 0.75 else "middle"
    return ["text", {"class": css_class, "x": percent_attribute(share), "y": str(y), "text-anchor": anchor}, [text]]
