"""Drawings: axes with round ends, places kept inside, marks that may stand in a drawing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.live.figures import paths, plot
from macros.rendering.calculators import svg_markup

X, Y = plot.horizontal_scale(0, 10), plot.vertical_scale(0, 2)


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [
        (0, 1, (0, 0.5, 1)),
        (9, 50, (0, 50, 100)),
        (3, 37, (0, 20, 40)),
        (-0.7, 0.8, (-1, 0, 1)),
        (25, 346, (0, 200, 400)),
        (5, 5, (4, 5, 6)),
    ],
)
def test_an_axis_ends_at_round_numbers(low, high, ends):
    assert plot.three_round_ticks_covering(low, high) == pytest.approx(ends)


@example(1e18, 1e18)
@given(st.floats(-1e18, 1e18), st.floats(-1e18, 1e18))
def test_an_axis_holds_both_ends(one, other):
    low, middle, high = plot.three_round_ticks_covering(min(one, other), max(one, other))
    slack = 1e-9 * (high - low)
    assert low - slack <= min(one, other) <= max(one, other) <= high + slack
    assert low < middle < high


def test_values_stand_at_their_share_of_the_axis_and_never_beyond_it():
    assert (plot.clamped_coordinate(X, 0), plot.clamped_coordinate(X, 10)) == (plot.LEFT, plot.RIGHT)
    assert (plot.clamped_coordinate(Y, 0), plot.clamped_coordinate(Y, 2)) == (plot.BOTTOM, plot.TOP)
    assert plot.clamped_coordinate(X, 99) == plot.RIGHT


def test_a_tick_has_the_digits_of_its_step():
    assert [plot.tick_text(0.5, step) for step in (1, 0.5, 0.25)] == ["0", "0.5", "0.5"]
    assert plot.tick_text(-1500, 500) == "\u22121,500"


def test_a_tick_of_a_large_amount_stays_short():
    told = [plot.tick_text(value, step) for value, step in ((50_000, 5e4), (150_000, 5e4), (-2e8, 1e8), (1.5e6, 5e5))]
    assert told == ["50,000", "150k", "\u2212200M", "1.5M"]


def test_all_that_a_plot_is_made_of_may_stand_in_a_drawing():
    ticks = ((0, "0"), (1, "1"), (2, "2"))
    marks = [
        make(X, Y, [(5, 1)], "one")
        for make in (paths.discs_path_element, paths.squares_path_element, paths.triangles_path_element)
    ]
    lines = [plot.polyline(X, Y, [(0, 0), (10, 2)], "two"), plot.segment(X, Y, (1, 1), (2, 2), "reference")]
    lines += [
        paths.polylines_path_element(X, Y, [0, 10], [[0, 2], [2, 0]], "fit"),
        paths.columns_path_element(X, Y, [0, 5, 10], [1, 2], "count"),
    ]
    lines.append(paths.vertical_segments_path_element(X, Y, [(3, 0, 2)], "miss"))
    words = plot.axes(X, Y, ticks, ticks, ("degree", "Error"))
    tree = plot.plot(
        "What it shows",
        words + lines + marks + [plot.current_point_ring(X, Y, (5, 1)), plot.label(X, Y, (5, 1), "now")],
    )
    assert "<title>What it shows</title>" in svg_markup(tree, "x")


@example(1e18, 1e18)  # an amount in thousandths, where 1 more is no more
@given(st.floats(-1e18, 1e18), st.floats(-1e18, 1e18))
def test_a_snug_axis_holds_both_ends_and_has_a_few_ticks(one, other):
    low, high, ticks = plot.padded_ends_and_ticks(min(one, other), max(one, other))
    assert low <= min(one, other) <= max(one, other) <= high
    assert 2 <= len(ticks) <= 5
    assert all(low - 1e-9 * (high - low) <= value <= high + 1e-9 * (high - low) for value, _ in ticks)


def test_labels_are_moved_apart_and_keep_their_order():
    assert plot.move_labels_apart_upward([100, 104, 50]) == [91, 104, 50]
    assert plot.move_labels_apart_upward([300, 170]) == [plot.BOTTOM - 3, plot.BOTTOM - 16]
