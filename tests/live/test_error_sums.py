"""Errors from sums: equal to the metrics, over any rows and after any move."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.live import error_sums
from macros.live.calculators import regression
from macros.live.metrics import (
    mean_absolute_error,
    mean_absolute_percentage_error,
    mean_squared_error,
    r2_score,
    root_mean_squared_error,
)

AMOUNT = st.integers(-1000, 1000)
ROWS = st.lists(st.tuples(AMOUNT, AMOUNT), min_size=1, max_size=30)


def sums(rows):
    truths, forecasts = zip(*rows, strict=True)
    state, fraction = error_sums.ErrorSums({"y_true": list(truths), "y_pred": list(forecasts)}), 0.0
    while fraction < 1:
        state, fraction = error_sums.add_next_rows(state)
    return error_sums.set_truth_statistics_and_shown_rows(state)


def expected(rows):
    truths, forecasts = zip(*rows, strict=True)
    found = {
        "mae": mean_absolute_error(truths, forecasts),
        "mse": mean_squared_error(truths, forecasts),
        "rmse": root_mean_squared_error(truths, forecasts),
        "r2": None if min(truths) == max(truths) else r2_score(truths, forecasts),
        "mape": None if 0 in truths else mean_absolute_percentage_error(truths, forecasts),
    }
    return {name: value if value is None else pytest.approx(value, rel=1e-9, abs=1e-9) for name, value in found.items()}


@given(ROWS)
def test_sums_give_what_the_metrics_give(rows):
    found = error_sums.scaled_sums_and_metrics(sums(rows))
    assert {name: found[name] for name in expected(rows)} == expected(rows)


@pytest.mark.parametrize(
    ("rows", "row", "by"),
    [
        pytest.param([(39.6, 4), (35.05, 3.5)], 1, (4.55, 0), id="all truths alike, but for rounding"),
        pytest.param([(-4.72, 3.5), (1.48, 1)], 0, (6.2, 0), id="alike from below"),
        pytest.param([(99.26, 9), (49.26, 5), (49.26, 4), (49.26, 3)], 0, (-50, 0), id="all but the first alike"),
        pytest.param([(99970.86, 9), (99970.85, 8)], 0, (-0.01, 0), id="alike and far from 0"),
        pytest.param([(1, 1.01), (2, 2.01), (4, 1e6)], 2, (0, -999995.99), id="a forecast from far away"),
        pytest.param([(1, 1.01), (1.0000001, 2.01), (1e6, 3.01)], 2, (-999999, 0), id="a truth from far away"),
    ],
)
def test_a_move_that_leaves_little_gives_what_the_metrics_give(rows, row, by):
    after = [(t + by[0], p + by[1]) if i == row else (t, p) for i, (t, p) in enumerate(rows)]
    if max(t for t, _ in after) - min(t for t, _ in after) < 1e-9:
        after = [(round(t, 2), p) for t, p in after]
    found = error_sums.scaled_sums_and_metrics(error_sums.sums_after_move(sums(rows), row, *by))
    assert {name: found[name] for name in expected(after)} == expected(after)


@settings(max_examples=300)
@given(ROWS, st.data())
def test_a_moved_row_gives_what_the_metrics_give_for_the_moved_rows(rows, data):
    row = data.draw(st.integers(0, len(rows) - 1))
    by = data.draw(st.tuples(AMOUNT, AMOUNT))
    aim = data.draw(st.sampled_from([None, *range(len(rows))]))
    if aim is not None:  # to the truth of another row, so that truths become alike
        by = (rows[aim][0] - rows[row][0], by[1])
    after = [(t + by[0], p + by[1]) if i == row else (t, p) for i, (t, p) in enumerate(rows)]
    moved = error_sums.sums_after_move(sums(rows), row, *by)
    found = error_sums.scaled_sums_and_metrics(moved)
    assert {name: found[name] for name in expected(after)} == expected(after)
    assert sorted(moved.shown) == [(i, t, p) for i, (t, p) in enumerate(after)]


def test_many_rows_go_by_in_slices_and_a_hundred_are_drawn():
    rows = [(i % 97, i % 89) for i in range(2345)]
    truths, forecasts = zip(*rows, strict=True)
    state, fractions = error_sums.ErrorSums({"y_true": truths, "y_pred": forecasts}), [0.0]
    while fractions[-1] < 1:
        state, fraction = error_sums.add_next_rows(state)
        fractions.append(fraction)
    assert fractions == sorted(set(fractions))
    assert len(fractions) == 1 + 2 * 5
    done = error_sums.set_truth_statistics_and_shown_rows(state)
    assert len(done.shown) == 100
    assert {name: error_sums.scaled_sums_and_metrics(done)[name] for name in expected(rows)} == expected(rows)
    assert (7, 7 + 1, 7) in error_sums.sums_after_move(done, 7, 1, 0).shown


def test_writing_in_another_unit_scales_each_figure_by_its_unit():
    rows = [(20, 22), (24, 23), (30, 28)]
    one, dozen = error_sums.scaled_sums_and_metrics(sums(rows)), error_sums.scaled_sums_and_metrics(sums(rows), 1 / 12)
    assert dozen["mse"] == pytest.approx(one["mse"] / 144)
    assert dozen["rmse"] == pytest.approx(one["rmse"] / 12)
    assert (dozen["r2"], dozen["mape"]) == (one["r2"], one["mape"])


@pytest.mark.parametrize(
    ("rows", "figure", "words"),
    [
        ([(3, 4)], "r2", "there is only one row. scikit-learn returns no number"),
        ([(3, 4), (3, 3)], "r2", "all actual values are equal. scikit-learn returns 0.0"),
        ([(3, 3), (3, 3)], "r2", "all actual values are equal. scikit-learn returns 1.0"),
        ([(0, 0), (2, 3)], "mape", "an actual value is 0. scikit-learn returns 0.250"),
        ([(0, 1), (0, 1), (2, 3)], "mape", "2 actual values are 0. scikit-learn returns 3 \u00d7 10^15"),
    ],
)
def test_what_has_no_value_is_named_with_what_scikit_learn_answers(rows, figure, words):
    found = error_sums.scaled_sums_and_metrics(sums(rows))
    assert found[figure] is None
    assert found["missing"][figure].endswith(": " + words)


def test_rows_of_the_reader_stand_in_for_those_of_the_form():
    values = {"data": "own1", "row": 2, "forecast_by": 1, "truth_by": 0, "unit": "one"}
    own = regression.compute(values, sums([(1, 2), (5, 5), (9, 8)]))
    said = regression.view(own)["says"]["result"]
    assert said.startswith("**Row 2** is changed: actual 5, forecast 6 (was 5).")
