"""A plot: two axes with three ticks each, and what is drawn between them.

A *plot* has a viewBox 280 wide and is shown at most 16.5rem wide, so its letters keep their size on every screen. A
scale is a tuple (low, high, start, end): the value `low` stands at the coordinate `start` of the viewBox, `high` at
`end`. Lines, dots and labels take values; `clamped_coordinate` turns a value into a coordinate. Lines and marks have
the class of their series: "one", "two" or "three".
"""

import math

from ..arithmetic import format_number, sort_ascending
from . import Tree

LEFT, RIGHT, TOP, BOTTOM = 36.0, 264.0, 26.0, 176.0
HEIGHT = 212
LABEL_GAP = 13
Scale = tuple  # (low, high, start, end), see above


def plot(title: str, parts: list[Tree], height: int = HEIGHT) -> Tree:
    """The drawing. title: what it shows, and where the table of its numbers is."""
    box = {"class": "plot", "role": "img", "viewBox": "0 0 280 %d" % height}
    return ["svg", box, [["title", {}, [title]]] + parts]


def horizontal_scale(low: float, high: float) -> Scale:
    """The scale from the left end to the right end of a plot."""
    return (low, high, LEFT, RIGHT)


def vertical_scale(low: float, high: float) -> Scale:
    """The scale from the bottom to the top of a plot."""
    return (low, high, BOTTOM, TOP)


def clamped_coordinate(scale: Scale, value: float) -> float:
    """The coordinate, in the viewBox, of a value on a scale; a value beyond an end stands at that end."""
    low, high, start, end = scale
    share = (value - low) / (high - low)
    return start + (end - start) * min(1.0, max(0.0, share))


def format_coordinate(x: float) -> str:
    """A coordinate as an attribute: a tenth of a unit is finer than a screen shows. The nudge keeps clear of ties."""
    return "%.1f" % (x + 1e-7)


def _clamped_coordinate_text(scale: Scale, value: float) -> str:
    """The clamped coordinate of a value as an attribute."""
    return format_coordinate(clamped_coordinate(scale, value))


def move_labels_apart_upward(ys: list) -> list:
    """The same coordinates, moved up where labels would stand less than LABEL_GAP apart, none below the base line."""
    order = sort_ascending([(y, k) for k, y in enumerate(ys)])
    out, floor = [0.0] * len(ys), BOTTOM - 3
    for y, k in order[::-1]:
        out[k] = floor = min(y, floor)
        floor -= LABEL_GAP
    return out


def three_round_ticks_covering(low: float, high: float) -> tuple:
    """(low, middle, high) of an axis that holds both ends: round, with a step of 1, 2 or 5 times a power of ten."""
    low, high = _distinct_ends(low, high)
    size = 10.0 ** math.floor(math.log10((high - low) / 2))
    for _ in range(2):
        for times in (1, 2, 5):
            step = times * size
            start = math.floor(low / step + 1e-9) * step
            if start + 2 * step >= high - step * 1e-9:
                return start, start + step, start + 2 * step
        size *= 10
    return low, (low + high) / 2, high


def padded_ends_and_ticks(low: float, high: float) -> tuple:
    """(low, high, ticks) of an axis a little wider than both ends; ticks: some pairs (value, text), round numbers."""
    low, high = _distinct_ends(low, high)
    edge = (high - low) * 0.04
    low, high = (low - edge if low else low), high + edge
    size = 10.0 ** math.floor(math.log10((high - low) / 4))
    step = [times * size for times in (1, 2, 5, 10) if (high - low) / (times * size) < 5][0]
    first = int(math.ceil(low / step - 1e-9))
    values = [k * step for k in range(first, int(math.floor(high / step + 1e-9)) + 1)]
    return low, high, [(value, tick_text(value, step)) for value in values]


def _distinct_ends(low: float, high: float) -> tuple:
    """The ends of an axis, drawn apart where they are as good as one: by 1, or more where that is rounded off."""
    least = 1e-9 * (abs(low) + abs(high))
    if low < high and high - low >= least:
        return low, high
    return low - max(1, least), high + max(1, least)


def tick_text(value: float, step: float) -> str:
    """A tick's text, with as many digits as its step needs; a hundred thousand and more in k or M, to keep it short."""
    for least, size, letter in ((1e6, 1e6, "M"), (1e5, 1e3, "k")):
        if abs(value) >= least:
            digits = max(0, -int(math.floor(math.log10(step / size) + 1e-9)))
            return format_number(value / size, min(digits, 3)) + letter
    digits = max(0, -int(math.floor(math.log10(step) + 1e-9)))
    return format_number(value, min(digits, 6))


def axes(x_scale: Scale, y_scale: Scale, x_ticks, y_ticks, names: tuple) -> list:
    """Base line, hairlines and ticks. x_ticks, y_ticks: pairs (value, text); names: of the x and of the y axis."""
    parts = []
    for value, text in y_ticks:
        at = _clamped_coordinate_text(y_scale, value)
        parts.append(
            [
                "line",
                {"class": "grid", "x1": format_coordinate(LEFT), "x2": format_coordinate(RIGHT), "y1": at, "y2": at},
                [],
            ]
        )
        parts.append(_text_element(LEFT - 5, clamped_coordinate(y_scale, value) + 4, text, "tick", "end"))
    at = format_coordinate(BOTTOM)
    parts.append(
        [
            "line",
            {"class": "axis", "x1": format_coordinate(LEFT), "x2": format_coordinate(RIGHT), "y1": at, "y2": at},
            [],
        ]
    )
    parts += [
        _text_element(clamped_coordinate(x_scale, value), BOTTOM + 16, text, "tick", "middle")
        for value, text in x_ticks
    ]
    parts.append(_text_element(0, 12, names[1], "strong", "start"))
    parts.append(_text_element(RIGHT, BOTTOM + 32, names[0] + " \u2192", "tick", "end"))
    return parts


def _text_element(x: float, y: float, text: str, css_class: str, anchor: str) -> Tree:
    return [
        "text",
        {"class": css_class, "x": format_coordinate(x), "y": format_coordinate(y), "text-anchor": anchor},
        [text],
    ]


def label(
    x_scale: Scale,
    y_scale: Scale,
    point: tuple,
    text: str,
    offset: tuple = (0, -8),
    anchor: str = "middle",
    css_class: str = "strong",
) -> Tree:
    """Words at a point, moved by an offset (x, y) in units of the viewBox.

    css_class: "strong" for what is being shown, else "tick".
    """
    return _text_element(
        clamped_coordinate(x_scale, point[0]) + offset[0],
        clamped_coordinate(y_scale, point[1]) + offset[1],
        text,
        css_class,
        anchor,
    )


def polyline(x_scale: Scale, y_scale: Scale, points: list, css_class: str) -> Tree:
    """A line through the points. css_class: series, or "reference", "truth", "fit"."""
    drawn = " ".join(["%.1f,%.1f" % place for place in unclamped_float_coordinates(x_scale, y_scale, points)])
    return ["polyline", {"class": "line " + css_class, "points": drawn}, []]


def unclamped_float_coordinates(x_scale: Scale, y_scale: Scale, points: list) -> list:
    """(x, y) of each point in the viewBox; unlike `clamped_coordinate` it lets points stand beyond the ends."""
    x_from, x_times = coordinate_offset_and_factor(x_scale)
    y_from, y_times = coordinate_offset_and_factor(y_scale)
    return [(x_from + x_times * a, y_from + y_times * b) for a, b in points]


def coordinate_offset_and_factor(scale: Scale) -> tuple:
    """(coordinate of the value 0, units per 1), nudged clear of ties.

    For many points this is quicker than `clamped_coordinate`.
    """
    low, high, start, end = scale
    times = (end - start) / (high - low)
    return start - low * times + 1e-7, times


def segment(x_scale: Scale, y_scale: Scale, start: tuple, end: tuple, css_class: str) -> Tree:
    """A straight line between two points."""
    ends = {
        "x1": _clamped_coordinate_text(x_scale, start[0]),
        "y1": _clamped_coordinate_text(y_scale, start[1]),
        "x2": _clamped_coordinate_text(x_scale, end[0]),
        "y2": _clamped_coordinate_text(y_scale, end[1]),
        "class": "line " + css_class,
    }
    return ["line", ends, []]


def current_point_ring(x_scale: Scale, y_scale: Scale, point: tuple) -> Tree:
    """A ring about the current point."""
    return [
        "circle",
        {
            "class": "now",
            "cx": _clamped_coordinate_text(x_scale, point[0]),
            "cy": _clamped_coordinate_text(y_scale, point[1]),
            "r": "5.5",
        },
        [],
    ]
