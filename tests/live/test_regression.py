"""Errors of numeric predictions against scikit-learn, and against exact arithmetic where rounding parts the two."""

import math
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from macros.live.metrics import METRICS
from tests.live.agreement import agree, both, has_scikit_learns_arguments, refuses_weights, rows, same

ERRORS = [
    "mean_squared_error",
    "root_mean_squared_error",
    "mean_absolute_error",
    "mean_absolute_percentage_error",
    "r2_score",
]
QUARTERS = st.one_of(st.integers(-20, 20), st.integers(-80, 80).map(lambda n: n / 4))  # their sums are exact
numeric = rows(QUARTERS, QUARTERS)

test_arguments = has_scikit_learns_arguments(*ERRORS)
test_weights_are_refused = refuses_weights(*ERRORS)


@pytest.mark.parametrize("name", ERRORS)
@given(columns=numeric, multioutput=st.sampled_from(["uniform_average", "raw_values"]))
def test_errors_agree(name, columns, multioutput):
    agree(name, *columns, multioutput=multioutput)


@given(columns=numeric, force_finite=st.booleans(), multioutput=st.sampled_from(["variance_weighted", None]))
def test_r2_agrees(columns, force_finite, multioutput):
    agree("r2_score", *columns, force_finite=force_finite, multioutput=multioutput)


EXACT = {
    "mean_squared_error": lambda t, p: sum((a - b) ** 2 for a, b in zip(t, p, strict=True)) / len(t),
    "mean_absolute_error": lambda t, p: sum(abs(a - b) for a, b in zip(t, p, strict=True)) / len(t),
    "r2_score": lambda t, p: (
        1 - len(t) * EXACT["mean_squared_error"](t, p) / sum((a - sum(t) / len(t)) ** 2 for a in t)
    ),
}


@pytest.mark.parametrize("name", EXACT)
@given(columns=rows(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), most=12))
def test_where_rounding_parts_the_two_ours_is_not_the_worse_one(name, columns):
    assume(len({*columns[0]}) > 1)
    exact = EXACT[name](*[[Fraction(value) for value in column] for column in columns])
    ours, theirs = both(name, *columns)
    off, theirs_off = abs(Fraction(ours) - exact), abs(Fraction(theirs) - exact)
    assert off <= max(theirs_off, abs(exact) * Fraction(1e-12), Fraction(1e-12))


@pytest.mark.parametrize("name", ERRORS)
def test_every_pair_of_columns_of_up_to_2_rows_agrees(name):
    for n in (1, 2):
        for columns in product(product((-1, 0, 2.5), repeat=n), repeat=2):
            agree(name, *map(list, columns))


@pytest.mark.parametrize("name", ERRORS)
@pytest.mark.parametrize(
    "columns",
    [
        pytest.param(([], []), id="no rows"),
        pytest.param(([1.0], [1.0, 2.0]), id="unequal lengths"),
        pytest.param(([1.0], [math.nan]), id="nan"),
        pytest.param(([math.inf], [1.0]), id="infinity"),
        pytest.param((["a"], [1.0]), id="a text"),
        pytest.param(([0, 10], [1, 10]), id="a truth of 0"),
        pytest.param(([0, 10], [0, 9]), id="a truth of 0, met"),
        pytest.param(([2, 2, 2], [1, 2, 3]), id="a constant truth"),
        pytest.param(([2, 2, 2], [2, 2, 2]), id="a constant truth, met"),
        pytest.param(([1, 2, 3], [10, 20, -30]), id="far below 0"),
        pytest.param(([1, 2, 3], [11, 12, 13]), id="correlated and useless"),
        pytest.param(([1e200, 0], [0, 0]), id="past the largest float"),
        pytest.param(([1e-200, 0], [0, 0]), id="below the smallest float"),
        pytest.param(([True, False], [True, True]), id="booleans"),
        pytest.param(((1, 2), (1, 3)), id="tuples"),
        pytest.param(([3, -0.5, 2, 7], [2.5, 0.0, 2, 8]), id="the reference's example"),
    ],
)
def test_edges_agree(name, columns):
    agree(name, *columns)


@pytest.mark.parametrize("name", ERRORS)
@pytest.mark.parametrize("multioutput", ["variance_weighted", None, [2.0], [0.0], [1, 1], "mean", "raw_values"])
@pytest.mark.parametrize("rows", [1, 3])
def test_edges_of_multioutput_agree(name, multioutput, rows):
    agree(name, [1, 2, 4][:rows], [1, 3, 3][:rows], multioutput=multioutput)


@pytest.mark.parametrize("name", ERRORS)
@pytest.mark.parametrize(
    ("columns", "options", "words"),
    [
        (([1.0], [1.0, 2.0]), {}, "y_true has 1 rows, but y_pred has 2"),
        (([], []), {}, "y_true is empty"),
        (([1.0], [math.nan]), {}, "y_pred contains nan or infinity"),
        (([[1, 2]], [[1, 3]]), {}, "y_true must have one dimension and contain only numbers"),
        ((1.0, 2.0), {}, "y_true must be a list or tuple"),
        (([1.0], [1.0]), {"multioutput": [1.0, 2.0]}, "multioutput must be uniform_average or raw_values"),
    ],
)
def test_what_is_not_supported_is_said(name, columns, options, words):
    with pytest.raises(ValueError, match=words):
        METRICS[name](*columns, **options)


def test_the_sums_refuse_under_the_columns_name():
    with pytest.raises(ValueError, match=r"^y_true contains nan or infinity$"):
        METRICS["total_sum_of_squares"]([math.nan])
    with pytest.raises(ValueError, match=r"^y_pred is empty$"):
        METRICS["sum_of_squared_errors"]([1], [])


def test_a_spread_far_from_0_keeps_its_digits():
    truths = [1e8 + 0.1, 1e8 + 0.2, 1e8 + 0.4]
    exact = [Fraction(truth) for truth in truths]
    spread = sum((truth - sum(exact) / 3) ** 2 for truth in exact)
    assert METRICS["total_sum_of_squares"](truths) == pytest.approx(float(spread), rel=1e-12)


def test_r2_of_a_constant_that_no_float_holds_is_0():
    assert METRICS["r2_score"]([0.1, 0.1, 0.1], [0.1, 0.1, 0.3]) == 0.0


@given(columns=numeric)
def test_rmse_is_never_below_mae(columns):
    assert METRICS["root_mean_squared_error"](*columns) >= METRICS["mean_absolute_error"](*columns) - 1e-12


@given(columns=numeric)
def test_rmse_is_the_root_of_mse_and_the_sums_make_r2(columns):
    truths, predictions = columns
    squares, spread = METRICS["sum_of_squared_errors"](*columns), METRICS["total_sum_of_squares"](truths)
    assert METRICS["root_mean_squared_error"](*columns) ** 2 == pytest.approx(squares / len(truths), abs=1e-12)
    if spread:
        assert METRICS["r2_score"](truths, predictions) == pytest.approx(1 - squares / spread)


@given(truths=st.lists(QUARTERS, min_size=2, max_size=8))
def test_saying_the_mean_explains_nothing(truths):
    assume(len({*truths}) > 1)
    assert METRICS["r2_score"](truths, [sum(truths) / len(truths)] * len(truths)) == pytest.approx(0, abs=1e-12)


@given(columns=numeric, seed=st.randoms())
def test_the_order_of_rows_does_not_matter(columns, seed):
    pairs = list(zip(*columns, strict=True))
    seed.shuffle(pairs)
    shuffled = [list(column) for column in zip(*pairs, strict=True)]
    for name in ERRORS:
        assert same(METRICS[name](*shuffled), METRICS[name](*columns))


@given(columns=numeric, scale=st.sampled_from([2, 0.5, 10]))
def test_errors_keep_the_unit_of_the_target(columns, scale):
    scaled = [[scale * value for value in column] for column in columns]
    for name, power in [("mean_squared_error", 2), ("root_mean_squared_error", 1), ("mean_absolute_error", 1)]:
        assert METRICS[name](*scaled) == pytest.approx(METRICS[name](*columns) * scale**power)
