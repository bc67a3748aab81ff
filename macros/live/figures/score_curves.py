"""ROC, precision-recall and cost curve of one model or several, each with the point of the threshold."""

from ..arithmetic import format_fixed
from ..at_threshold import ThresholdModel, format_cost, format_share_not_rounded_to_0_or_1
from ..threshold_sweep import Sweep
from . import Tree
from .paths import discs_path_element, squares_path_element, triangles_path_element
from .plot import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    TOP,
    Scale,
    axes,
    clamped_coordinate,
    current_point_ring,
    horizontal_scale,
    label,
    plot,
    segment,
    three_round_ticks_covering,
    tick_text,
    vertical_scale,
)

SERIES = (("one", discs_path_element), ("two", squares_path_element), ("three", triangles_path_element))
SHARE, UP = horizontal_scale(0, 1), vertical_scale(0, 1)
HALVES = ((0.0, "0"), (0.5, "0.5"), (1.0, "1"))


class CurveParts:
    """The parts of the curves that depend on the rows alone."""

    def __init__(self, sweep: Sweep):
        self.roc_points: str = _roc_polyline_points(sweep)
        self.cost_x: list[str] = _cost_step_x_texts(sweep)


class PlottedModel(ThresholdModel):
    """A model with its name and the number of its series: 1 is the chosen one and has a ring."""

    def __init__(
        self, values: dict, sweep: Sweep, cost_row_count: int, curves: CurveParts, series_number: int, name: str
    ):
        super().__init__(values, sweep, cost_row_count)
        self.curves: CurveParts = curves
        self.series_number: int = series_number
        self.name: str = name


def roc_plot(models: list[PlottedModel], threshold_text: str) -> Tree:
    """Recall over false positive rate: two shares, each of one class, so prevalence does not enter."""
    now = models[0].current
    parts = _roc_axes_with_chance_line(models[0].sweep.auc)
    parts += [_model_line(each, "polyline", "points", each.curves.roc_points) for each in models[::-1]]
    parts += [_other_model_mark(each, SHARE, UP, (each.current.fpr, each.current.recall)) for each in models[1:]]
    place = (now.fpr, now.recall)
    parts += [
        current_point_ring(SHARE, UP, place),
        label(SHARE, UP, place, threshold_text, (9, 18), "start" if now.fpr < 0.85 else "end"),
    ]
    pattern = "ROC curve: recall %s at a false positive rate of %s, threshold %s. The table below has more points."
    title = pattern % (format_fixed(now.recall, 2), format_fixed(now.fpr, 2), threshold_text)
    return _plot_with_key_if_several(title, parts, models, lambda each: "AUC " + format_fixed(each.sweep.auc, 3))


def precision_recall_plot(models: list[PlottedModel], threshold_text: str) -> Tree:
    """Precision over recall: which mixes the classes, so it falls with prevalence."""
    now = models[0].current
    parts = _pr_axes_with_prevalence_line(models[0]) + [
        _model_line(each, "polyline", "points", _pr_polyline_points(each)) for each in models[::-1]
    ]
    known = [each for each in models[1:] if each.current.precision is not None]
    parts += [_other_model_mark(each, SHARE, UP, (each.current.recall, each.current.precision)) for each in known]
    if now.precision is None:
        parts.append(label(SHARE, UP, (0.5, 0.5), "0 / 0: nothing flagged", (0, 0)))
        point_text = "precision undefined because nothing is flagged"
    else:
        place, far = (now.recall, now.precision), now.recall > 0.3
        offset = (-7 if far else 9, 19 if now.precision > 0.5 else -11)
        parts += [
            current_point_ring(SHARE, UP, place),
            label(SHARE, UP, place, threshold_text, offset, "end" if far else "start"),
        ]
        point_text = "precision %s at a recall of %s" % (format_fixed(now.precision, 2), format_fixed(now.recall, 2))
    title = "Precision-recall curve: %s, threshold %s. The table below has more points." % (point_text, threshold_text)
    return _plot_with_key_if_several(title, parts, models, _average_precision_text_unless_shifted)


def cost_plot(models: list[PlottedModel], threshold: float, threshold_text: str) -> Tree:
    """Cost over the threshold: what the false positives and the false negatives at each threshold cost together."""
    now, costs = models[0].current, [_cost_of_each_step(each) for each in models]
    low, middle, top = three_round_ticks_covering(0.0, max([max(each) for each in costs]))
    y = vertical_scale(0.0, top)
    curves = [_model_line(each, "path", "d", _cost_path_data(each, costs[k], top)) for k, each in enumerate(models)]
    y_ticks = tuple([(value, tick_text(value, middle - low)) for value in (0.0, top / 2, top)])
    parts = _cost_axes_with_lowest_cost_line(models[0], y, y_ticks) + curves[::-1]
    # the axis covers a sample of the thresholds, so the cost at this one can be above it
    parts += [_other_model_mark(each, SHARE, y, (threshold, min(each.current.cost, top))) for each in models[1:]]
    anchor = "end" if threshold > 0.75 else "start" if threshold < 0.25 else "middle"
    point_text = "%s at %s" % (format_cost(now.cost), threshold_text)
    offset = (0, 22 if now.cost > 0.85 * top else -12)
    parts += [
        current_point_ring(SHARE, y, (threshold, now.cost)),
        label(SHARE, y, (threshold, now.cost), point_text, offset, anchor),
    ]
    return _plot_with_key_if_several(
        "Cost curve: %s. The table below has more points." % point_text, parts, models, _lowest_cost_text
    )


def _roc_axes_with_chance_line(auc: float) -> list:
    """Axes, and the line of chance."""
    corner_text = "AUC " + format_fixed(auc, 3)
    parts = _axes_with_corner_text("Recall", "false positive rate", corner_text, UP, HALVES)
    return parts + [segment(SHARE, UP, (0, 0), (1, 1), "reference"), _small_label((0.66, 0.62), "chance", (6, 16))]


def _pr_axes_with_prevalence_line(model: PlottedModel) -> list:
    """Axes, and the line of the prevalence, which is the precision of flagging everybody."""
    share = model.prevalence
    parts = _axes_with_corner_text("Precision", "recall", _average_precision_text_unless_shifted(model), UP, HALVES)
    parts.append(segment(SHARE, UP, (0, share), (1, share), "reference"))
    return parts + [
        _small_label(
            (0.3, share), "prevalence " + format_share_not_rounded_to_0_or_1(share), (0, 15 if share > 0.15 else -6)
        )
    ]


def _cost_axes_with_lowest_cost_line(model: PlottedModel, cost_scale: Scale, y_ticks: tuple) -> list:
    """Axes, and a line at the threshold with the lowest cost, if there is one."""
    parts = _axes_with_corner_text("Cost", "threshold", _lowest_cost_text(model), cost_scale, y_ticks)
    if model.lowest_cost_text:
        threshold = float(model.lowest_cost_text)
        parts.append(segment(SHARE, cost_scale, (threshold, 0), (threshold, model.lowest_cost), "reference"))
    return parts


def _average_precision_text_unless_shifted(model: PlottedModel) -> str:
    """Average precision; empty if the prevalence is not that of the rows, for which alone it is known."""
    return "" if model.shifted else "AP " + format_fixed(model.sweep.ap, 3)


def _lowest_cost_text(model: PlottedModel) -> str:
    return "lowest %s %s" % (
        format_cost(model.lowest_cost),
        "at " + model.lowest_cost_text if model.lowest_cost_text else "if none flagged",
    )


def _axes_with_corner_text(y_name: str, x_name: str, corner_text: str, y_scale: Scale, y_ticks: tuple) -> list:
    """Axes, and at the upper right a text, the figure that sums the curve up."""
    parts = axes(SHARE, y_scale, HALVES, y_ticks, (x_name, y_name))
    return parts + [["text", {"x": tick_text(RIGHT, 1), "y": "12", "text-anchor": "end"}, [corner_text]]]


def _plot_with_key_if_several(title: str, parts: list, models: list[PlottedModel], key_text_of) -> Tree:
    """The plot; below it a key, where more than one model is drawn. key_text_of: from a model to its text there."""
    if len(models) < 2:
        return plot(title, parts)
    for k, each in enumerate(models):
        y = HEIGHT + 10 + 16 * k
        series, mark = SERIES[each.series_number - 1]
        sample = {"class": "line " + series, "x1": "0", "x2": "26", "y1": str(y - 4), "y2": str(y - 4)}
        words = each.name + (": " + key_text_of(each) if key_text_of(each) else "")
        parts += [["line", sample, []], ["text", {"x": "34", "y": str(y)}, [words]]]
    return plot(title, parts, HEIGHT + 8 + 16 * len(models))


def _small_label(unit_point: tuple, words: str, viewbox_offset: tuple) -> Tree:
    """Words at a point of the unit square, moved by an offset (x, y) in units of the viewBox."""
    at = {
        "class": "tick",
        "x": _format_coordinate_to_tenth(clamped_coordinate(SHARE, unit_point[0]) + viewbox_offset[0]),
        "y": _format_coordinate_to_tenth(clamped_coordinate(UP, unit_point[1]) + viewbox_offset[1]),
    }
    return ["text", at, [words]]


def _other_model_mark(model: PlottedModel, x_scale: Scale, y_scale: Scale, place: tuple) -> Tree:
    """The mark of another model at the same threshold."""
    series, mark = SERIES[model.series_number - 1]
    return mark(x_scale, y_scale, [place], series)


def _model_line(model: PlottedModel, tag: str, attribute: str, value: str) -> Tree:
    """The line of a model, as an element with the tag; value: of the attribute that gives its shape."""
    series, _ = SERIES[model.series_number - 1]
    return [tag, {"class": "line " + series, attribute: value}, []]


def _roc_polyline_points(sweep: Sweep) -> str:
    """The ROC curve as the `points` of a polyline."""
    ranking, p, n = sweep.ranking, sweep.positives, sweep.negatives
    tps, fps = ranking["tps"], ranking["fps"]
    return _polyline_points([(0.0, 0.0)] + [(fps[k] / n, tps[k] / p) for k in sweep.sample])


def _pr_polyline_points(model: PlottedModel) -> str:
    """The precision-recall curve as the `points` of a polyline."""
    sweep, (weight_p, weight_n) = model.sweep, model.weights
    tps, fps, places = sweep.ranking["tps"], sweep.ranking["fps"], []
    p = sweep.positives
    for k in sweep.sample:
        hits, alarms = tps[k] * weight_p, fps[k] * weight_n
        if hits + alarms:
            places.append((tps[k] / p, hits / (hits + alarms)))
    return _polyline_points(places)


def _polyline_points(unit_points: list) -> str:
    """(x, y) in the unit square as the `points` of a polyline: whole numbers and tenths, quicker than any format."""
    left, wide, low, high = 10 * LEFT + 0.5, 10 * (RIGHT - LEFT), 10 * BOTTOM + 0.5, 10 * (BOTTOM - TOP)
    parts = []
    for x, y in unit_points:
        a, b = int(left + wide * x), int(low - high * y)
        parts.append("%d.%d,%d.%d" % (a // 10, a % 10, b // 10, b % 10))
    return " ".join(parts)


def _cost_of_each_step(model: PlottedModel) -> list:
    """The cost of flagging nothing, and that from each score of the sample down to the next one."""
    sweep, (weight_p, weight_n), (cost_fp, cost_fn) = model.sweep, model.weights, model.prices
    fp_cost, fn_cost = cost_fp * weight_n, cost_fn * weight_p
    tps, fps, p = sweep.ranking["tps"], sweep.ranking["fps"], sweep.positives
    return [fn_cost * p] + [fp_cost * fps[k] + fn_cost * (p - tps[k]) for k in sweep.sample]


def _cost_path_data(model: PlottedModel, costs: list, top: float) -> str:
    """The cost as path data from right to left: from each score down to the next it stays as it is."""
    x_coordinates = model.curves.cost_x
    commands = ["M%d," % RIGHT] + ["H%sV" % x for x in x_coordinates]
    low, scale, parts = 10 * BOTTOM + 0.5, 10 * (BOTTOM - TOP) / top, []
    for k in range(len(costs)):
        y = int(low - scale * costs[k])
        parts.append("%s%d.%d" % (commands[k], y // 10, y % 10))
    return "".join(parts) + "H%d" % LEFT


def _cost_step_x_texts(sweep: Sweep) -> list:
    """For each step of the cost curve but the first, which is at the right end, the x of its score, as text."""
    thresholds = sweep.ranking["thresholds"]
    return [_format_coordinate_to_tenth(clamped_coordinate(SHARE, thresholds[k])) for k in sweep.sample]


def _format_coordinate_to_tenth(x: float) -> str:
    """A coordinate >= 0 to a tenth."""
    whole = int(x * 10 + 0.5)
    return "%d.%d" % (whole // 10, whole % 10)
