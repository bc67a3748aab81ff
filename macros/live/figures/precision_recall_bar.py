"""False alarms, hits and misses in one bar, with a bracket each for precision and recall, which share the hits."""

from ..arithmetic import format_number
from . import Tree, percent_attribute

NARROWEST = 276.0  # pixels: the strip on a phone 320 wide, where the labels must still fit
LETTER = 7.2  # pixels: the width of a letter in a wide face
BAR = {"y": "28", "height": "24"}


def precision_recall_bar(tp: int, fp: int, fn: int) -> Tree | None:
    """The bar, or None if there is nothing to draw: nothing flagged and nothing to find. Counts >= 0."""
    whole = tp + fp + fn
    if whole == 0:
        return None
    alarms, hits = fp / whole, tp / whole
    parts = [
        ["title", {}, [_counts_title(tp, fp, fn)]],
        ["defs", {}, [hatch_pattern("hatch-neg"), hatch_pattern("hatch-pos")]],
    ]
    parts += _bar_part("fp", 0.0, alarms) + _bar_part("tp", alarms, hits) + _bar_part("fn", alarms + hits, fn / whole)
    parts += _fp_tp_fn_labels(alarms, (format_number(fp), format_number(tp), format_number(fn)))
    parts += _bracket(0.0, alarms + hits, 18, 7, 12, _precision_in_words(tp, fp))
    parts += _bracket(alarms, 1.0, 98, -7, 115, _recall_in_words(tp, fn))
    return ["svg", {"class": "share-bar", "role": "img", "height": "120"}, parts]


def _counts_title(tp: int, fp: int, fn: int) -> str:
    return "Bar of %s false positives, %s true positives, and %s false negatives. The table below has the numbers." % (
        format_number(fp),
        format_number(tp),
        format_number(fn),
    )


def _precision_in_words(tp: int, fp: int) -> str:
    if tp + fp == 0:
        return "Precision: nothing was flagged"
    return "Precision: %s of %s flagged" % (format_number(tp), format_number(tp + fp))


def _recall_in_words(tp: int, fn: int) -> str:
    if tp + fn == 0:
        return "Recall: no actual positives"
    return "Recall: %s of %s positives" % (format_number(tp), format_number(tp + fn))


def hatch_pattern(name: str) -> Tree:
    """Lines at 45 degrees, 1.25 wide every 6 units; its color is the style sheet's, by class."""
    size = {"width": "6", "height": "6", "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    size["id"] = name
    return ["pattern", size, [["line", {"class": name, "x1": "1", "x2": "1", "y1": "0", "y2": "6"}, []]]]


def _bar_part(outcome: str, start: float, share: float) -> list:
    """One part of the bar, marked as its cell of the matrix; none if it is empty."""
    if not share:
        return []
    box = {"class": "mark-" + outcome, "x": percent_attribute(start), "width": percent_attribute(share)}
    box.update(BAR)
    box.update(_error_fill_attributes(outcome))
    return [["rect", box, []]]


def _error_fill_attributes(outcome: str) -> dict:
    """The attribute that fills a box with a hatch if the outcome is an error, "fp" or "fn"; else an empty dict."""
    hatches = {"fp": "url(#hatch-neg)", "fn": "url(#hatch-pos)"}
    return {"fill": hatches[outcome]} if outcome in hatches else {}


def _fp_tp_fn_labels(tp_start: float, number_texts: tuple) -> list:
    """False positives left, false negatives right, true positives under their start if the others leave room."""
    words = ("false pos.", "true pos.", "false neg.")
    left, here, right = [_label_share_of_narrowest_strip(number, word) for number, word in zip(number_texts, words)]
    middle = max(min(tp_start, 1 - here - right), left)
    return (
        _swatch_and_count_label("fp", 0.0, "start", number_texts[0], words[0])
        + _swatch_and_count_label("tp", middle, "start", number_texts[1], words[1])
        + _swatch_and_count_label("fn", 1.0, "end", number_texts[2], words[2])
    )


def _label_share_of_narrowest_strip(number_line: str, word_line: str) -> float:
    """Share of the narrowest strip that a label takes: swatch, the longer of its lines, a gap."""
    return (20 + max(len(number_line), len(word_line)) * LETTER) / NARROWEST


def _swatch_and_count_label(outcome: str, x_share: float, anchor: str, number: str, words: str) -> list:
    """A swatch, a number and a word under it. An inner svg, so that offsets in pixels start at its place."""
    text_x, swatch_x = (15, 0) if anchor == "start" else (-15, -11)
    box = {"class": "mark-" + outcome, "x": str(swatch_x), "y": "60", "width": "11", "height": "11"}
    box.update(_error_fill_attributes(outcome))
    place = {"x": str(text_x), "y": "70", "text-anchor": anchor}
    under = {"x": str(text_x), "y": "84", "text-anchor": anchor}
    parts = [["rect", box, []], ["text", place, [number]], ["text", under, [words]]]
    return [["svg", {"x": percent_attribute(x_share)}, parts]]


def _bracket(start: float, end: float, y: int, tick: int, text_y: int, words: str) -> list:
    """A line over [start, end] with a tick at each end, and its words kept inside the strip."""
    if len(words) * LETTER > NARROWEST:
        words = words.rpartition(" ")[0]  # large counts: the noun goes
    half = min(0.5, len(words) * LETTER / 2 / NARROWEST)
    middle = min(max((start + end) / 2, half), 1 - half)
    label = [
        "text",
        {"class": "strong", "x": percent_attribute(middle), "y": str(text_y), "text-anchor": "middle"},
        [words],
    ]
    if end <= start:
        return [label]
    low = str(y + tick)
    lines = [(start, end, str(y), str(y)), (start, start, str(y), low), (end, end, str(y), low)]
    return [
        ["line", {"class": "axis", "x1": percent_attribute(a), "x2": percent_attribute(b), "y1": top, "y2": bottom}, []]
        for a, b, top, bottom in lines
    ] + [label]
