"""Many marks of a plot as one path: the page then sets one attribute where it would build a hundred nodes."""

from . import Tree
from .plot import BOTTOM, Scale, coordinate_offset_and_factor, unclamped_float_coordinates


def polylines_path_element(x_scale: Scale, y_scale: Scale, x_values: list, y_series: list, css_class: str) -> Tree:
    """A line for each list of y values, all over the same x values, as one path: quicker than a line each."""
    x_from, x_times = coordinate_offset_and_factor(x_scale)
    y_from, y_times = coordinate_offset_and_factor(y_scale)
    starts = ["L%.1f " % (x_from + x_times * value) for value in x_values]
    starts[0] = "M" + starts[0][1:]
    steps = range(len(x_values))
    drawn = [starts[k] + "%.1f" % (y_from + y_times * values[k]) for values in y_series for k in steps]
    return _path_element("line " + css_class, drawn)


def discs_path_element(x_scale: Scale, y_scale: Scale, points: list, css_class: str) -> Tree:
    """A disc at each point, all one path: its style gives it round ends and their width."""
    return _path_element(
        "discs " + css_class,
        ["M%.1f %.1fh.01" % place for place in unclamped_float_coordinates(x_scale, y_scale, points)],
    )


def squares_path_element(x_scale: Scale, y_scale: Scale, points: list, css_class: str) -> Tree:
    """A square about each point, all one path."""
    return _path_element(
        "dot " + css_class,
        ["M%.1f %.1fm-3 -3h6v6h-6z" % place for place in unclamped_float_coordinates(x_scale, y_scale, points)],
    )


def triangles_path_element(x_scale: Scale, y_scale: Scale, points: list, css_class: str) -> Tree:
    """A triangle about each point, all one path."""
    return _path_element(
        "dot " + css_class,
        ["M%.1f %.1fm0 -4l4 7h-8z" % place for place in unclamped_float_coordinates(x_scale, y_scale, points)],
    )


def columns_path_element(x_scale: Scale, y_scale: Scale, edges: list, counts: list, css_class: str) -> Tree:
    """Columns side by side, all one path. edges: one more than counts."""
    x_from, x_times = coordinate_offset_and_factor(x_scale)
    y_from, y_times = coordinate_offset_and_factor(y_scale)
    drawn = []
    for k in range(len(counts)):
        left, right = x_from + x_times * edges[k], x_from + x_times * edges[k + 1]
        drawn.append("M%.1f %.1fV%.1fH%.1fV%.1fz" % (left, BOTTOM, y_from + y_times * counts[k], right - 1, BOTTOM))
    return _path_element(css_class, drawn)


def vertical_segments_path_element(x_scale: Scale, y_scale: Scale, x_and_y_ends: list, css_class: str) -> Tree:
    """Vertical segments, all one path. x_and_y_ends: (x, from y, to y) of each."""
    x_from, x_times = coordinate_offset_and_factor(x_scale)
    y_from, y_times = coordinate_offset_and_factor(y_scale)
    drawn = [
        "M%.1f %.1fV%.1f" % (x_from + x_times * a, y_from + y_times * b, y_from + y_times * c)
        for a, b, c in x_and_y_ends
    ]
    return _path_element("line " + css_class, drawn)


def _path_element(css_class: str, path_commands: list) -> Tree:
    return ["path", {"class": css_class, "d": "".join(path_commands)}, []]
