"""Adding, sorting and showing: what CPython and MicroPython must agree on, held to CPython's own answers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.live import arithmetic
from macros.live.arithmetic import (
    LONGEST,
    are_all_equal,
    break_up_sorted_runs,
    divide_by_100_exactly,
    float_or_inf_or_none,
    format_count,
    format_fixed,
    format_number,
    format_tie_to_even,
    mean,
    metric_against_minimum_text,
    shorten_for_message,
    sort_ascending,
    sort_direction,
    total,
)

finite = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5", 5.0),
        ("-0.5", -0.5),
        ("1E5", 1e5),
        ("1e-100", 1e-100),
        ("1e-101", 0.0),
        ("-1e-300", 0.0),
        ("1e999", math.inf),
        ("1_000", None),
        ("0x1", None),
        (".", None),
        ("e5", None),
        ("nan", None),
        ("1e2e3", None),
        pytest.param("0." + "1" * (LONGEST - 2), 1 / 9, id="as long as may be"),
        pytest.param("0." + "1" * (LONGEST - 1), None, id="one letter more"),
    ],
)
def test_a_text_is_read_as_the_number_it_says_or_not_at_all(text, expected):
    assert float_or_inf_or_none(text) == expected


def test_a_long_text_is_quoted_as_far_as_there_is_room():
    assert shorten_for_message("a" * 24) == "a" * 24
    assert shorten_for_message("a" * 25) == "a" * 24 + "..."


@pytest.mark.parametrize(
    ("x", "digits", "expected"),
    [
        pytest.param(0.125, 2, "0.12", id="a tie goes to the even digit"),
        pytest.param(0.375, 2, "0.38", id="a tie goes up to the even digit"),
        pytest.param(2.675, 2, "2.67", id="no tie, though it looks like one"),
        pytest.param(0.5, 0, "0", id="half is even at 0"),
        pytest.param(-2.5, 0, "-2", id="a negative tie"),
        pytest.param(0.8, 3, "0.800", id="zeros are kept"),
        pytest.param(1e12, 1, "1000000000000.0", id="large"),
        pytest.param(399999800000022.5, 0, "399999800000022", id="a large tie"),
    ],
)
def test_fixed_shows(x, digits, expected):
    assert format_fixed(x, digits) == expected


@given(x=st.one_of(finite, st.integers(-4000, 4000).map(lambda n: n / 16)), digits=st.integers(0, 4))
def test_fixed_is_what_cpython_shows(x, digits):
    assert format_fixed(x, digits) == f"{x:.{digits}f}"


@pytest.mark.parametrize(
    ("x", "digits", "expected"),
    [
        (0.125, 2, "0.12"),
        (0.375, 2, "0.38"),
        (-0.375, 2, "-0.38"),
        (0.5, 0, "0"),
        (1.5, 0, "2"),
        (-2.5, 0, "-2"),
        (0.0625, 3, "0.062"),
        (100.0625, 3, "100.062"),
        (2.625, 2, "2.62"),
        (4499999999999999.5, 0, "4500000000000000"),
    ],
)
def test_a_tie_goes_to_the_even_text(x, digits, expected):
    assert format_tie_to_even(x, digits) == expected == f"{x:.{digits}f}"


@given(n=st.integers(-(2**40), 2**40), digits=st.integers(0, 6))
def test_every_tie_is_what_cpython_shows(n, digits):
    x = (2 * n + 1) / 2 ** (digits + 1)
    assert format_tie_to_even(x, digits) == format_fixed(x, digits) == f"{x:.{digits}f}"


# past 9e15 the half of a float is whole or nearly so
NO_TIES = [(4500000000000000.5, 0), (0.25, 2), (0.1, 2), (2.675, 2), (3, 1), (-3, 0), (0, 2), (math.inf, 1)]


@pytest.mark.parametrize(("x", "digits"), NO_TIES)
def test_what_is_no_tie_is_rounded_as_cpython_does(x, digits):
    assert format_fixed(x, digits) == f"{x:.{digits}f}"


def test_only_ties_are_told_apart_by_us(monkeypatch):
    """CPython would round them rightly by itself, so this asks who did."""
    monkeypatch.setattr(arithmetic, "format_tie_to_even", lambda tie, digits: "told apart")
    assert {format_fixed(x, 2) for x in (0.125, 0.375, 0.625, -0.375, 100.125)} == {"told apart"}
    assert "told apart" not in {format_fixed(x, digits) for x, digits in NO_TIES}


@pytest.mark.parametrize(
    ("x", "digits", "expected"),
    [
        (1000, 0, "1,000"),
        (0, 2, "0.00"),
        (0.4, 1, "0.4"),
        (-0.4, 0, "0"),
        (-7, 0, "\u22127"),
        (-100, 0, "\u2212100"),
        (2.5, 0, "2"),
        (12345, 1, "12,345.0"),
        (123456, 0, "123,456"),
        (math.inf, 1, "inf"),
        (12, 0, "12"),
        (1234567.891, 2, "1,234,567.89"),
        (-0.18, 2, "\u22120.18"),
        pytest.param(-0.0004, 3, "0.000", id="no minus before a zero"),
        pytest.param(10**18 + 1, 0, "1,000,000,000,000,000,001", id="a whole number past the floats"),
    ],
)
def test_written_groups_thousands_and_uses_a_true_minus(x, digits, expected):
    assert format_number(x, digits) == expected


def test_written_shows_no_digits_unless_asked():
    assert (format_number(1234), format_number(1234.4), format_number(-2.0)) == ("1,234", "1,234", "\u22122")


@given(values=st.lists(finite, max_size=50))
def test_total_is_the_exact_sum_rounded(values):
    assert math.isclose(total(values), math.fsum(values), rel_tol=1e-15, abs_tol=1e-9)


def test_total_keeps_what_a_plain_sum_loses():
    assert total([0.1] * 10) == 1.0
    assert total([1e16, 1.0, -1e16]) == 1.0
    assert total([1.0, 1e16, -1e16]) == 1.0
    assert total([1e16, 1.0, -1e16, 1.0]) == 2.0


def test_total_past_the_largest_float_is_infinite_not_nan():
    assert total([1e308, 1e308, -1e308]) == math.inf


def test_mean_of_one_number_is_that_number():
    assert mean([0.1]) == 0.1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], 1),
        ([3], 1),
        ([3, 3], 1),
        ([1, 2, 2, 3], 1),
        ([3, 2, 2, 1], -1),
        ([2, 2, 1], -1),
        ([2, 1], -1),
        ([1, 2, 1], 0),
        ([2, 1, 2], 0),
        ([1, 1, 2, 2, 1], 0),
    ],
)
def test_slope_tells_ordered_input_from_mixed(values, expected):
    assert sort_direction(values) == expected


def test_scattered_takes_every_eighth_of_a_hundred():
    assert break_up_sorted_runs(list(range(100))) == [value for first in range(8) for value in range(first, 100, 8)]


def test_slope_looks_no_further_than_the_first_contradiction():
    class Watched(list):
        looks = 0

        def __getitem__(self, at):
            self.looks += 1
            return super().__getitem__(at)

    mixed = Watched([1, 3, 2, *range(1000)])
    assert sort_direction(mixed) == 0
    assert mixed.looks < 10


@given(values=st.lists(st.integers(-5, 5)))
def test_ascending_sorts_a_copy(values):
    before = list(values)
    assert sort_ascending(values) == sorted(values)
    assert values == before


@pytest.mark.parametrize(
    "values",
    [
        pytest.param(list(range(1000)), id="rising"),
        pytest.param(list(range(1000, 0, -1)), id="falling"),
        pytest.param([3] * 1000, id="all alike"),
        pytest.param(list(range(500)) + list(range(500)), id="two runs"),
        pytest.param(list("banana"), id="texts"),
    ],
)
def test_ascending_takes_ordered_input_too(values):
    assert sort_ascending(values) == sorted(values)


@pytest.mark.parametrize(
    ("text", "hundredth"), [("46.3", 0.463), ("29", 0.29), ("1e3", 10.0), ("1E3", 10.0), ("0", 0.0)]
)
def test_a_hundredth_is_the_nearest_float_to_what_the_text_says(text: str, hundredth: float) -> None:
    assert divide_by_100_exactly(text, float(text)) == hundredth


@pytest.mark.parametrize(("values", "are_equal"), [([1], True), ([2, 2, 2], True), ([1, 2], False), ([2, 2, 1], False)])
def test_values_are_all_equal_or_one_differs(values: list[int], are_equal: bool) -> None:
    assert are_all_equal(values) is are_equal


@pytest.mark.parametrize(
    ("count", "noun", "plural", "text"),
    [
        (1, "row", "", "1 row"),
        (2, "row", "", "2 rows"),
        (0, "row", "", "0 rows"),
        (1500, "query", "queries", "1,500 queries"),
        (1, "query", "queries", "1 query"),
    ],
)
def test_a_count_stands_with_its_noun(count: int, noun: str, plural: str, text: str) -> None:
    assert format_count(count, noun, plural) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.95, "recall 0.95 is high enough"),
        (0.9, "recall 0.90 is high enough"),
        (math.nextafter(0.9, 0), "recall 0.8999999999999999 is below 0.90"),
        (0.89999999, "recall 0.89999999 is below 0.90"),
        (0.8999996, "recall 0.8999996 is below 0.90"),
        (0.8999994, "recall 0.899999 is below 0.90"),
        (0.8996, "recall 0.8996 is below 0.90"),
        (0.8994, "recall 0.899 is below 0.90"),
        (0.894, "recall 0.89 is below 0.90"),
    ],
)
def test_a_metric_just_below_its_minimum_has_the_digits_that_say_so(value: float, text: str) -> None:
    assert metric_against_minimum_text("recall", value, 0.9) == text
