"""Every row at its score: positives above the line, negatives below it, and the threshold that parts the flagged ones.

Few rows are single marks, filled where the model is right and open where it is wrong; many are bars, solid and hatched.
A column of marks that is taller than the strip is clipped, and says how many rows it holds; bars are drawn to scale.
"""

from ..arithmetic import format_fixed, format_number
from ..metrics.ranking import counts_at
from ..threshold_sweep import BINS
from . import Tree, percent_attribute
from .precision_recall_bar import hatch_pattern

FEW = 600  # rows that are drawn one by one
TALLEST = 14  # marks in a column
MARK = 7  # pixels that a mark takes
KEY = 58  # pixels above the drawing: the key in two lines, and the words at the threshold
MARKS = (("tp", "hatch-pos"), ("fn", "hatch-pos"), ("fp", "hatch-neg"), ("tn", "hatch-neg"))
HATCHED = ("fn", "fp")  # bars of wrong calls
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


def score_strip(sweep: dict, threshold: float, threshold_text: str, class_names: tuple) -> Tree:
    """The strip of a sweep at a threshold in [0, 1].

    threshold_text: what the strip shows of it. class_names: positive, then negative.

    The sweep holds under "strip" what `threshold_independent_strip_parts` returns.
    """
    strip = sweep["strip"]
    base, foot, count = strip["base"], strip["foot"], len(sweep["bins"])
    here = min(int(threshold * count), count - 1)
    sides = [strip["right"][k] if k > here else strip["left"][k] for k in range(count)]
    sides[here] = _column_svg_split_by_threshold(sweep, threshold, here, strip)
    height = {"y": str(KEY - 4), "height": str(foot - KEY + 4)}
    wash = {"class": "flagged", "x": percent_attribute(threshold), "width": percent_attribute(1 - threshold)}
    wash.update(height)
    parts = [["title", {}, [_title(sweep, threshold_text)]], ["defs", {}, strip["patterns"]], ["rect", wash, []]]
    parts += _legend(strip["few"], class_names)
    parts.append(["line", {"class": "axis", "x1": "0", "x2": "100%", "y1": str(base), "y2": str(base)}, []])
    parts += sides + strip["ticks"]
    parts.append(_threshold_line(threshold, KEY - 12, foot))
    parts += _threshold_labels(threshold, threshold_text)
    return ["svg", {"class": "score-strip", "role": "img", "height": str(foot + 20)}, parts]


def strip_marks_caption(strip: dict) -> str:
    """What the marks of the strip are."""
    if not strip["few"]:
        return (
            "Each bar shows how many cases have a score in its range, drawn to scale. Moving the threshold does not "
            "move the cases."
        )
    caption = (
        "Each mark is one case. Scores are grouped in steps of %s, so the marks next to the threshold can be on either "
        "side of its line. Moving the threshold does not move the cases." % (1 / BINS)
    )
    if strip["over"] != [[], []]:
        caption += " A column with a number is cut off: it has that many cases."
    return caption


def _title(sweep: dict, threshold_text: str) -> str:
    rows = format_number(sweep["positives"] + sweep["negatives"])
    return "%s cases by score, threshold %s. The table below has the numbers." % (rows, threshold_text)


def threshold_independent_strip_parts(sweep: dict) -> dict:
    """The parts of the strip that depend on the rows alone: each column when flagged and when not, patterns, ticks."""
    bins, rows = sweep["bins"], sweep["positives"] + sweep["negatives"]
    few = rows <= FEW
    most = max([max(pair) for pair in bins])
    limit = min(most, TALLEST) if few else most
    unit = MARK if few else TALLEST * MARK / limit
    tall = [min(max([pair[side] for pair in bins]), limit) for side in (0, 1)]
    room = [12 if max([pair[side] for pair in bins]) > limit else 0 for side in (0, 1)]
    base = KEY + int(tall[0] * unit + 0.5) + room[0]
    strip = {"few": few, "limit": limit, "unit": unit, "base": base}
    strip["over"] = [_clipped_column_indexes_to_label(bins, side, limit) for side in (0, 1)]
    strip["foot"] = base + int(tall[1] * unit + 0.5) + room[1] + 6
    strip["patterns"] = _fill_patterns(few, base)
    strip["ticks"] = [_tick_label(share, strip["foot"]) for share in TICKS]
    strip["right"] = [_column_svg(k, (pair[0], 0, pair[1], 0), strip, len(bins)) for k, pair in enumerate(bins)]
    strip["left"] = [_column_svg(k, (0, pair[0], 0, pair[1]), strip, len(bins)) for k, pair in enumerate(bins)]
    return strip


def _column_svg_split_by_threshold(sweep: dict, threshold: float, column: int, strip: dict) -> Tree:
    """The column through which the threshold goes: its flagged rows stand next to the line."""
    count, last = len(sweep["bins"]), len(sweep["bins"]) - 1
    at = counts_at(sweep["ranking"], threshold)
    above = counts_at(sweep["ranking"], (column + 1) / count) if column < last else {"tp": 0, "fp": 0}
    tp, fp = at["tp"] - above["tp"], at["fp"] - above["fp"]
    pos, neg = sweep["bins"][column]
    return _column_svg(column, (tp, pos - tp, fp, neg - fp), strip, count)


def _column_svg(column: int, tp_fn_fp_tn: tuple, strip: dict, column_count: int) -> Tree:
    """A column as an inner svg at its middle, so that offsets in pixels start there: two stacks of two.

    tp_fn_fp_tn: the four counts of the rows in it.
    """
    tp, fn, fp, tn = tp_fn_fp_tn
    inside = _stack_shapes((("tp", tp), ("fn", fn)), -1, strip) + _stack_shapes((("fp", fp), ("tn", tn)), 1, strip)
    inside += [
        _clipped_column_label(rows, side, column, strip)
        for side, rows in ((0, tp + fn), (1, fp + tn))
        if column in strip["over"][side]
    ]
    return ["svg", {"x": percent_attribute((column + 0.5) / column_count)}, inside]


def _stack_shapes(outcome_counts: tuple, direction: int, strip: dict) -> list:
    """Shapes from the line outwards, upwards if direction is -1, while there is room.

    outcome_counts: pairs (outcome, rows), the one next to the line first.
    """
    limit, unit, base, parts, done = strip["limit"], strip["unit"], strip["base"], [], 0
    for outcome, rows in outcome_counts:
        length = min(rows, limit - done)
        if length:
            start, end = [int(base + direction * count * unit + 0.5) for count in (done, done + length)]
            shape = _stacked_marks_rect if strip["few"] else _bar_rect
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


def _clipped_column_label(row_count: int, class_index: int, column: int, strip: dict) -> Tree:
    """How many rows a clipped column holds, beyond its end."""
    direction = 1 if class_index else -1
    end = strip["base"] + direction * strip["limit"] * strip["unit"]
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


def _fill_patterns(few_rows: bool, base_line_y: int) -> list:
    """What fills the shapes of each kind of call: a mark for each row, or solid and hatched."""
    if not few_rows:
        bars: list = [hatch_pattern(colour) for mark, colour in MARKS if mark in HATCHED]
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


def _legend(few: bool, class_names: tuple) -> list:
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
        shown = _case_mark(mark, 4, y) if few else _legend_bar(mark, y)
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


def _threshold_labels(threshold: float, threshold_text: str) -> list:
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
    said = [_threshold_label(left, -6, "end", "soft"), _threshold_label(right, 6, "start", "strong")]
    return [["svg", {"x": percent_attribute(threshold)}, said]]


def _threshold_label(words: str, dx: int, anchor: str, css_class: str) -> Tree:
    return ["text", {"class": css_class, "x": str(dx), "y": str(KEY - 10), "text-anchor": anchor}, [words]]
