"""Columns as they go into a metric: what is read, and in which words the rest is refused."""

import math

import pytest

from macros.live.metrics.columns import (
    checked_class_labels,
    checked_label_columns,
    finite_floats,
    pos_label_or_1_if_unambiguous,
    refuse_weights,
    require_same_length,
    shares,
    sorted_distinct,
    sorted_distinct_labels,
)


def test_labels_are_texts_or_whole_numbers():
    assert checked_class_labels("y", ["b", "a", "b"]) == ["b", "a", "b"]
    assert [(type(value), value) for value in checked_class_labels("y", (True, 2.0, -3))] == [
        (int, 1),
        (int, 2),
        (int, -3),
    ]


def test_present_labels_are_distinct_and_sorted():
    assert sorted_distinct_labels("y", [3, 1.0, True, -2]) == [-2, 1, 3]
    assert sorted_distinct_labels("y", ["b", "a", "b"]) == ["a", "b"]
    assert sorted_distinct([3, 1, 3]) == [1, 3]


def test_numbers_are_floats():
    assert [(type(value), value) for value in finite_floats("y", (True, 2, 0.5))] == [
        (float, 1.0),
        (float, 2.0),
        (float, 0.5),
    ]
    assert finite_floats("y", [1.7976931348623157e308, -1.7976931348623157e308]) == [
        1.7976931348623157e308,
        -1.7976931348623157e308,
    ]


def test_shares_lie_between_0_and_1():
    assert shares("y", [0, 1, 0.5]) == [0.0, 1.0, 0.5]


ONE_DIMENSION = "y must have one dimension and contain numbers, booleans, or strings, all of one type"
SCORES = "y must contain integers or strings: apply a threshold to scores first"
FINITE = "y contains nan or infinity"


@pytest.mark.parametrize(
    ("read", "values", "words"),
    [
        (checked_class_labels, "ab", "y must be a list or tuple"),
        (checked_class_labels, [], "y is empty"),
        (checked_class_labels, [[1], [2]], ONE_DIMENSION),
        (checked_class_labels, [None], ONE_DIMENSION),
        (checked_class_labels, [b"a"], ONE_DIMENSION),
        (checked_class_labels, [1, "a"], "y must contain only strings or only numbers"),
        (checked_class_labels, ["a", 1], "y must contain only strings or only numbers"),
        (checked_class_labels, [0.5], SCORES),
        (checked_class_labels, [1, math.nan], SCORES),
        (checked_class_labels, [math.inf], SCORES),
        (sorted_distinct_labels, [1, 0.5], SCORES),
        (finite_floats, None, "y must be a list or tuple"),
        (finite_floats, (), "y is empty"),
        (finite_floats, [1.0, math.nan], FINITE),
        (finite_floats, [-math.inf], FINITE),
        (finite_floats, [math.inf], FINITE),
        (finite_floats, ["1"], "y must have one dimension and contain only numbers"),
        (finite_floats, [[1.0]], "y must have one dimension and contain only numbers"),
        (shares, [0.5, -0.1], "y must be between 0 and 1"),
        (shares, [0.5, 1.1], "y must be between 0 and 1"),
    ],
)
def test_what_is_not_supported_is_said(read, values, words):
    with pytest.raises(ValueError, match=rf"^{words}$"):
        read("y", values)


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (([1, 0], [1]), "y_true has 2 rows, but y_pred has 1"),
        ((["a"], [1]), "one column contains strings, the other numbers"),
        (([1], ["a"]), "one column contains strings, the other numbers"),
        (([], [1]), "y_true is empty"),
        (([1], []), "y_pred is empty"),
    ],
)
def test_columns_go_together(columns, words):
    with pytest.raises(ValueError, match=f"^{words}$"):
        checked_label_columns(*columns)


def test_lengths_are_compared_under_the_columns_name():
    require_same_length("y_score", [1, 0], [0.5, 0.6])
    with pytest.raises(ValueError, match=r"^y_true has 2 rows, but y_score has 3$"):
        require_same_length("y_score", [1, 0], [1, 2, 3])


@pytest.mark.parametrize("found", [[0, 1], [-1, 1], [0], [1], [-1]])
def test_1_is_positive_where_the_labels_can_only_mean_that(found):
    assert pos_label_or_1_if_unambiguous(found, None) == 1


@pytest.mark.parametrize("found", [[1, 2], [2], ["a"], [0, 1, 2]])
def test_a_positive_label_must_be_named_elsewhere(found):
    with pytest.raises(
        ValueError, match=r"^the labels are not 0 and 1 or -1 and 1: specify the positive label in pos_label$"
    ):
        pos_label_or_1_if_unambiguous(found, None)


@pytest.mark.parametrize("named", [7, 2.5, True, "a"])
def test_a_named_label_is_positive_whether_or_not_a_row_has_it(named):
    assert pos_label_or_1_if_unambiguous([0, 1], named) is named


def test_a_list_is_no_label():
    with pytest.raises(ValueError, match=r"^pos_label must be a label$"):
        pos_label_or_1_if_unambiguous([0, 1], [1])


def test_weights_are_refused():
    refuse_weights(None)
    with pytest.raises(ValueError, match=r"^sample_weight is not supported: every row has the same weight$"):
        refuse_weights([])
