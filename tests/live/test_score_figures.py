"""Strip, curves and tables of scores: all rows are drawn, the cut stands where it should, nothing leaves its frame."""

import random
import re
from pathlib import Path

import pytest

from macros.live.calculators import threshold
from macros.live.figures.plot import BOTTOM, LEFT, RIGHT, TOP
from macros.live.jobs import run_whole_job
from macros.rendering.calculators import example_columns_loader, svg_markup
from tests.live.prepared import prepared_scores

ROOT = Path(__file__).parents[2]
LEAST = {"least_recall": 0.9, "least_precision": 0.8}
CURVES = ("roc", "pr", "cost")


def shown(**values):
    texts = {name: str(value) for name, value in values.items()}
    return run_whole_job(threshold, {"texts": texts}, example_columns_loader(ROOT, threshold))


def many(n, cut):
    dice = random.Random(n)
    scores = [dice.random() ** 3 for _ in range(n)]
    data = prepared_scores({"y_true": [int(dice.random() < score) for score in scores], "y_score": scores})
    values = {"data": "own", "threshold": cut, "cost_fp": 1.0, "cost_fn": 5.0, "mix": "rows"} | LEAST
    return threshold.view(threshold.compute(values, {"data": data, "pin1": None, "pin2": None}))


def nodes(tree):
    return [tree] + [each for child in tree[2] if isinstance(child, list) for each in nodes(child)]


def heights(strip, mark):
    """Of all shapes of a kind: they have a pattern, or are solid and have its class."""
    kinds = ({"fill": f"url(#{mark})"}, {"class": f"fill mark-{mark}"})
    shapes = [
        node[1] for node in nodes(strip) if node[0] == "rect" and any(kind.items() <= node[1].items() for kind in kinds)
    ]
    return sum(int(attributes["height"]) for attributes in shapes)


@pytest.mark.parametrize("cut", [0, 0.155, 0.3, 0.31, 0.5, 0.95, 1])
def test_the_strip_has_a_mark_for_each_row(cut):
    answer = shown(threshold=cut)
    found = [int(re.search(r"\*\*(\d+)\*\*", cell)[1]) for row in answer["table"][1:3] for cell in row[1:3]]
    marks = [heights(answer["figures"]["strip"], mark) // 7 for mark in ("tp", "fn", "fp", "tn")]
    assert marks == found
    assert sum(marks) == 143


def test_a_column_without_room_says_how_many_it_holds():
    words = [node[2] for node in nodes(shown(data=threshold.EIGHTS)["figures"]["strip"]) if node[0] == "text"]
    assert ["414"] in words
    assert ["22"] not in words  # its neighbour, for which a phone has no room


@pytest.mark.parametrize("n", [700, 30_000])
def test_many_rows_are_bars(n):
    strip = many(n, 0.2)["figures"]["strip"]
    assert all(heights(strip, mark) > 0 for mark in ("tp", "fn", "fp", "tn"))
    assert {node[1]["id"] for node in nodes(strip) if node[0] == "pattern"} == {"fn", "fp"}
    assert max(int(node[1]["height"]) for node in nodes(strip) if node[1].get("x") == "-1%") <= 14 * 7


@pytest.mark.parametrize("preset", threshold.PRESETS, ids=lambda preset: preset["name"])
def test_every_drawing_holds_only_what_a_drawing_may(preset):
    for name, tree in shown(**preset["values"])["figures"].items():
        assert svg_markup(tree, name)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"threshold": 0},
        {"threshold": 1},
        {"mix": "other", "prevalence": 0},
        {"mix": "other", "prevalence": 1},
        {"cost_fp": 0, "cost_fn": 0},
    ],
)
def test_lines_stay_in_their_frame(values):
    answer = shown(pin1=threshold.ALL, **values)
    for name in CURVES:
        for tag, attributes, _ in nodes(answer["figures"][name]):
            if tag == "polyline":
                for x, y in re.findall(r"([\d.]+),([\d.]+)", attributes["points"]):
                    assert LEFT <= float(x) <= RIGHT
                    assert TOP <= float(y) <= BOTTOM
            if tag == "path":
                assert all(TOP <= float(y) <= BOTTOM for y in re.findall(r"V([\d.]+)", attributes["d"]))


def test_a_curve_has_about_a_hundred_points_whatever_the_rows():
    for name in ("roc", "pr"):
        for tag, attributes, _ in nodes(many(30_000, 0.2)["figures"][name]):
            if tag == "polyline":
                assert 50 < len(attributes["points"].split()) <= 110


@pytest.mark.parametrize(("cut", "at"), [(0.05, 0), (0.3, 2), (0.35, 3), (1, 9)])
def test_the_cut_has_its_row_between_the_round_ones(cut, at):
    for name in CURVES:
        rows = shown(threshold=cut)["tables"][name][1:]
        marked = [k for k, row in enumerate(rows) if isinstance(row, dict)]
        assert marked == [at]
        heads = [float((row["cells"] if isinstance(row, dict) else row)[0].split()[0]) for row in rows]
        assert heads == sorted(heads)


def test_tables_hold_what_the_sentence_says():
    tables = shown(threshold=0.3)["tables"]
    assert tables["roc"][3]["cells"] == ["0.30 (current)", "0.322", "0.811"]
    assert tables["pr"][3]["cells"] == ["0.30 (current)", "0.811", "0.597"]
    assert tables["cost"][3]["cells"] == ["0.30 (current)", "29", "10", "79"]
    assert tables["strip"][4] == {"cells": ["0.3 to below 0.4", "9", "17", "all"], "mark": ""}


def test_what_was_drawn_for_other_prices_is_not_shown_again():
    one, other, again = [shown(cost_fn=price)["figures"]["cost"] for price in (5, 9, 5)]
    assert one == again != other


def test_another_file_of_as_many_rows_draws_another_cost():
    def costs_beside(name, scores):
        sets = {"data": one, "pin1": prepared_scores({"y_true": [0, 1, 1, 0], "y_score": scores}), "pin2": None}
        values = {"data": "a", "pin1": name, "threshold": 0.5, "cost_fp": 1.0, "cost_fn": 5.0, "mix": "rows"} | LEAST
        return threshold.view(threshold.compute(values, sets))["figures"]["cost"]

    one = prepared_scores({"y_true": [0, 1, 0, 1], "y_score": [0.1, 0.9, 0.4, 0.6]})
    assert costs_beside("own1", [0.2, 0.8, 0.3, 0.7]) != costs_beside("own2", [0.9, 0.1, 0.2, 0.4])


def test_bars_of_many_rows_are_drawn_to_scale():
    dice = random.Random(7)
    scores = [dice.random() for _ in range(5000)]
    data = prepared_scores({"y_true": [int(dice.random() < 0.9) for _ in scores], "y_score": scores})
    values = {"data": "own", "threshold": 0.0, "cost_fp": 1.0, "cost_fn": 5.0, "mix": "rows"} | LEAST
    answer = threshold.view(threshold.compute(values, {"data": data, "pin1": None, "pin2": None}))
    bars = [
        int(node[1]["height"])
        for node in nodes(answer["figures"]["strip"])
        if node[0] == "rect" and node[1].get("class") == "fill mark-tp"
    ]
    counts = [pair[0] for pair in data.sweep.bins]
    assert bars == [pytest.approx(98 * count / max(counts), abs=1) for count in counts]
    assert answer["captions"]["strip"].startswith("Each bar shows how many cases have a score in its range")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (threshold.TEXTURE, "Moving the threshold does not move the cases."),
        (threshold.EIGHTS, "it has that many cases."),
    ],
)
def test_the_caption_says_what_a_number_at_a_column_means(data, words):
    caption = shown(data=data)["captions"]["strip"]
    assert caption.startswith("Each mark is one case. Scores are grouped in steps of 0.025,") and caption.endswith(
        words
    )


def test_one_of_a_kind_is_singular():
    answer = shown(threshold=0.9)
    assert "Of these, **1** is malignant" in answer["says"]["result"]
