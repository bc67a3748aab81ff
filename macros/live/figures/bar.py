"""A metric as a small bar: from 0, or both ways from the middle for a metric that can be negative."""

from . import Tree, percent_attribute


def bar_svg(value: float, signed: bool = False) -> Tree:
    """An svg of one bar. value: in [0, 1], or in [-1, 1] if signed. The number beside it says the same."""
    start, width = (min(0.5, 0.5 + value / 2), abs(value) / 2) if signed else (0.0, value)
    parts = [
        ["rect", {"class": "track", "width": "100%", "height": "7"}, []],
        [
            "rect",
            {"class": "fill", "x": percent_attribute(start), "width": percent_attribute(width), "height": "7"},
            [],
        ],
    ]
    if signed:
        parts.append(["rect", {"class": "middle", "x": "50%", "y": "-3", "width": "2", "height": "13"}, []])
    return ["svg", {"class": "bar", "aria-hidden": "true", "height": "7"}, parts]
