"""Every row at its score: positives above the line, negatives below it, and the threshold that parts the flagged ones.

Few rows are single marks, filled where the model is right and open where it is wrong; many are bars, solid and hatched.
A column of marks that is taller than the strip is clipped, and says how many rows it holds; bars are drawn to scale.
"""

from ..arithmetic import format_fixed, format_number
from ..metrics.ranking import counts_at
from ..threshold_sweep import BINS, Sweep
from . import Tree, percent_attribute
from .precision_recall_bar import hatch_pattern

FEW = 600  # rows that are drawn one by one
TALLEST = 14  # marks in a column
MARK = 7  # pixels that a mark takes
KEY = 58  # pixels above the drawing: the key in two lines, and the words at the threshold
MARKS = (("tp", "hatch-pos"), ("fn", "hatch-pos"), ("fp", "hatch-neg"), ("tn", "hatch-neg"))
HATCHED = ("fn", "fp")  # bars of wrong calls
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


class StripLayout:
    """The parts of the strip that depend on the rows alone."""

    def __init__(self, sweep: Sweep):
        bins = sweep.bins
        most = max([max(pair) for pair in bins])
        self.has_mark_per_row: bool = sweep.positives + sweep.negatives <= FEW  # else bars
        self.limit: int = min(most, TALLEST) if self.has_mark_per_row else most  # rows drawn in a column at most
        self.unit: float = MARK if self.has_mark_per_row else TALLEST * MARK / self.limit  # pixels that a row takes
        tall = [min(max([pair[side] for pair in bins]), self.limit) for side in (0, 1)]
        room = [12 if max([pair[side] for pair in bins]) > self.limit else 0 for side in (0, 1)]
        self.base: int = KEY + int(tall[0] * self.unit + 0.5) + room[0]  # y of the line
        self.foot: int = self.base + int(tall[1] * self.unit + 0.5) + room[1] + 6  # y below the columns
        self.labelled: list = [_clipped_column_indexes_to_label(bins, side, self.limit) for side in (0, 1)]
        self.patterns: list = _fill_patterns(self.has_mark_per_row, self.base)
        self.ticks: list = [_tick_label(share, self.foot) for share in TICKS]
        self.flagged: list = [_column_svg(k, (pos, 0, neg, 0), self) for k, (pos, neg) in enumerate(bins)]
        self.not_flagged: list = [_column_svg(k, (0, pos, 0, neg), self) for k, (pos, neg) in enumerate(bins)]


def score_strip(sweep: Sweep, layout: StripLayout, threshold: float, threshold_text: str, class_names: tuple) -> Tree:
    """The strip of a sweep at a threshold in [0, 1].

    threshold_text: what the strip shows of it. class_names: positive, then negative.
    """
    base, foot = layout.base, layout.foot
    here = min(int(threshold * BINS), BINS - 1)
    sides = layout.not_flagged[:here] + layout.flagged[here:]
    sides[here] = _column_svg_split_by_threshold(sweep, threshold, here, layout)
    height = {"y": str(KEY - 4), "height": str(foot - KEY + 4)}
    wash = {"class": "flagged", "x": percent_attribute(threshold), "width": percent_attribute(1 - threshold)}
    wash.update(height)
    parts = [
        ["title", {}, [_case_count_and_threshold_title(sweep, threshold_text)]],
        ["defs", {}, layout.patterns],
        ["rect", wash, []],
    ]
    parts += _outcome_legend(layout.has_mark_per_row, class_names)
    parts.append(["line", {"class": "axis", "x1": "0", "x2": "100%", "y1": str(base), "y2": str(base)}, []])
    parts += sides + layout.ticks
    parts.append(_threshold_line(threshold, KEY - 12, foot))
    parts += _threshold_side_labels(threshold, threshold_text)
    return ["svg", {"class": "score-strip", "role": "img", "height": str(foot + 20)}, parts]


def strip_marks_caption(layout: StripLayout) -> str:
    """What the marks of the strip are."""
    if not layout.has_mark_per_row:
        return (
            "Each bar shows how many cases have a score in its range, drawn to scale. Moving the threshold does not "
            "move the cases."
        )
    caption = (
        "Each mark is one case. Scores are grouped in steps of %s, so the marks next to the threshold can be on either "
        "side of its line. Moving the threshold does not move the cases." % (1 / BINS)
    )
    if layout.labelled != [[], []]:
        caption += " A column with a number is cut off: it has that many cases."
    return caption


def _case_count_and_threshold_title(sweep: Sweep, threshold_text: str) -> str:
    rows = format_number(sweep.positives + sweep.negatives)
    return "%s cases by score, threshold %s. The table below has the numbers." % (rows, threshold_text)


def _column_svg_split_by_threshold(sweep: Sweep, threshold: float, column: int, layout: StripLayout) -> Tree:
    """The column through which the threshold goes: its flagged rows stand next to the line."""
    at = counts_at(sweep.ranking, threshold)
    above = counts_at(sweep.ranking, (column + 1) / BINS) if column < BINS - 1 else {"tp": 0, "fp": 0}
    tp, fp = at["tp"] - above["tp"], at["fp"] - above["fp"]
    pos, neg = sweep.bins[column]
    return _column_svg(column, (tp, pos - tp, fp, neg - fp), layout)


def _column_svg(column: int, tp_fn_fp_tn: tuple, layout: StripLayout) -> Tree:
    """A column as an inner svg at its middle, so that offsets in pixels start there: two stacks of two.

    tp_fn_fp_tn: the four counts of the rows in it.
    """
    tp, fn, fp, tn = tp_fn_fp_tn
    inside = _shapes_of_one_stack((("tp", tp), ("fn", fn)), -1, layout)
    inside += _shapes_of_one_stack((("fp", fp), ("tn", tn)), 1, layout)
    inside += [
        _clipped_column_count_label(rows, side, column, layout)
        for side, rows in ((0, tp + fn), (1, fp + tn))
        if column in layout.labelled[side]
    ]
    return ["svg", {"x": percent_attribute((column + 0.5) / BINS)}, inside]


def _shapes_of_one_stack(outcome_counts: tuple, direction: int, layout: StripLayout) -> list:
    """Shapes from the line outwards, upwards if direction is -1, while there is room.

    outcome_counts: pairs (outcome, rows), the one next to the line first.
    """
    limit, unit, base, parts, done = layout.limit, layout.unit, layout.base, [], 0
    for outcome, rows in outcome_counts:
        length = min(rows, limit - done)
        if length:
            start, end = [int(base + direction * count * unit + 0.5) for count in (done, done + length)]
            shape = _stacked_marks_rect if layout.has_mark_per_row else _bar_rect
            height = max(1, abs(end - start))  # few rows among very many are still to be seen
            parts.append(shape(outcome, start if direction > 0 else start - height, height))
        done += length
    return parts


def _stacked_marks_rect(outcome: str, y: int, height: int) -> Tree:
    """Marks above one another: a narrow rectangle filled with the pattern of one mark."""
    return ["rect", {"x": "-3", "width": "6", "y": str(y), "height": str(height), "fill": "url(#%s)" % outcome}, []]


def _bar_rect(outcome: str, y: int, height: int) -> Tree:
    """A bar is a share of the strip; a solid one has no pattern, which would take the page three times as long."""
    wide = {"x": "-1%", "width": "2%", "y": str(y), "height": str(height)}
    wide.update({"fill": "url(#%s)" % outcome} if outcome in HATCHED else {"class": "fill mark-" + outcome})
    return ["rect", wide, []]


def _clipped_column_count_label(row_count: int, class_index: int, column: int, layout: StripLayout) -> Tree:
    """How many rows a clipped column holds, beyond its end."""
    direction = 1 if class_index else -1
    end = layout.base + direction * layout.limit * layout.unit
    place = {"x": "-3", "y": "%d" % (end + 12 if class_index else end - 3), "text-anchor": "start"}
    if column * 2 > BINS:
        place.update({"x": "3", "text-anchor": "end"})
    return ["text", place, [format_number(row_count)]]


def _clipped_column_indexes_to_label(bins: list, class_index: int, max_count: int) -> list:
    """Indexes of the columns above the count that get a label: of neighbours the first alone, as there is no room.

    class_index: 0 for the positives of each bin, 1 for the negatives.
    """
    found: list = []
    for k, pair in enumerate(bins):
        if pair[class_index] > max_count and (not found or k - found[-1] > 3):
            found.append(k)
    return found


def _fill_patterns(has_mark_per_row: bool, base_line_y: int) -> list:
    """What fills the shapes of each kind of call: a mark for each row, or solid and hatched."""
    if not has_mark_per_row:
        bars: list = [hatch_pattern(color) for mark, color in MARKS if mark in HATCHED]
        for mark, tile in zip(HATCHED, bars):
            tile[1]["id"] = mark
        return bars
    size = {"patternUnits": "userSpaceOnUse", "x": "-3", "width": "6", "y": str(base_line_y), "height": str(MARK)}
    made: list = []
    for mark, _ in MARKS:
        tile = dict(size)
        tile["id"] = mark
        made.append(["pattern", tile, [_case_mark(mark, 3, 3.5)]])
    return made


def _case_mark(outcome: str, x: float, y: float) -> Tree:
    """A mark around a place; the style sheet fills those of right calls."""
    if outcome in ("tp", "fn"):
        return ["circle", {"class": "one mark-" + outcome, "cx": "%.1f" % x, "cy": "%.1f" % y, "r": "2.4"}, []]
    corner = {"class": "one mark-" + outcome, "x": "%.1f" % (x - 2.2), "y": "%.1f" % (y - 2.2)}
    corner.update({"width": "4.4", "height": "4.4"})
    return ["rect", corner, []]


def _outcome_legend(has_mark_per_row: bool, class_names: tuple) -> list:
    """The four marks with their names, a class a line, in columns for which a phone has room."""
    parts: list = []
    for name, y in ((class_names[0], 8), (class_names[1], 26)):
        parts.append(["text", {"class": "strong", "x": "0", "y": str(y + 4)}, [name]])
    for mark, words, x, y in (
        ("tp", "true pos.", 0.28, 8),
        ("fn", "false neg.", 0.64, 8),
        ("fp", "false pos.", 0.28, 26),
        ("tn", "true neg.", 0.64, 26),
    ):
        shown = _case_mark(mark, 4, y) if has_mark_per_row else _legend_bar(mark, y)
        parts.append(["svg", {"x": percent_attribute(x)}, [shown, ["text", {"x": "15", "y": str(y + 4)}, [words]]]])
    return parts


def _legend_bar(outcome: str, y: int) -> Tree:
    """A piece of a bar."""
    filled: dict = {"fill": "url(#%s)" % outcome} if outcome in HATCHED else {"class": "fill mark-" + outcome}
    filled["d"] = "M0 %dh10v10h-10z" % (y - 5)
    return ["path", filled, []]


def _tick_label(share: float, foot: int) -> Tree:
    anchor = "start" if share == 0 else "end" if share == 1 else "middle"
    words = format_fixed(share, 2).rstrip("0").rstrip(".")
    return [
        "text",
        {"class": "tick", "x": percent_attribute(share), "y": str(foot + 14), "text-anchor": anchor},
        [words],
    ]


def _threshold_line(threshold: float, top: int, foot: int) -> Tree:
    x = percent_attribute(threshold)
    return ["line", {"class": "cut", "x1": x, "x2": x, "y1": str(top), "y2": str(foot)}, []]


def _threshold_side_labels(threshold: float, threshold_text: str) -> list:
    """Words on either side of the threshold, as far as a phone has room for them there."""
    left = (
        ""
        if threshold < 0.28
        else "\u2190 not flagged"
        if threshold < 0.6
        else "\u2190 not flagged below " + threshold_text
    )
    right = (
        "" if threshold > 0.75 else "flagged \u2192" if threshold > 0.48 else "flagged from %s \u2192" % threshold_text
    )
    labels = [_threshold_side_label(left, -6, "end", "soft"), _threshold_side_label(right, 6, "start", "strong")]
    return [["svg", {"x": percent_attribute(threshold)}, labels]]


def _threshold_side_label(words: str, dx: int, anchor: str, css_class: str) -> Tree:
    return ["text", {"class": css_class, "x": str(dx), "y": str(KEY - 10), "text-anchor": anchor}, [words]]
