"""The data layer against scikit-learn, the judge, on ordinary and degenerate rows alike."""

import math
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import metrics as sklearn

from macros.live.metrics import METRICS

KINDS = [st.integers(0, 1), st.booleans(), st.integers(-1, 2), st.sampled_from([0.0, 1.0]), st.sampled_from("ab")]
EMPTY = st.sampled_from(["warn", 0, 1, math.nan])
AVERAGED = ["precision_score", "recall_score", "f1_score"]


def rows(values):
    """Two columns of equal length, 1 to 8 rows."""
    pairs = st.lists(st.tuples(values, values), min_size=1, max_size=8)
    return pairs.map(lambda drawn: tuple(map(list, zip(*drawn, strict=True))))


labelled = st.one_of(*[rows(kind) for kind in KINDS])
numeric = rows(st.one_of(st.integers(-20, 20), st.integers(-80, 80).map(lambda n: n / 4)))


def both(name, *args, **options):
    """(ours, theirs): each a plain value, or the fact that a ValueError was raised."""
    theirs = getattr(sklearn, name)
    answers = []
    for function in (METRICS[name], theirs):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                answer = function(*args, **options)
        except ValueError:
            answer = "ValueError"
        answers.append(answer.tolist() if hasattr(answer, "tolist") else answer)
    return answers


def same(ours, theirs):
    if isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(theirs, str) or isinstance(ours, str):
        return ours == theirs
    return (math.isnan(ours) and math.isnan(theirs)) or math.isclose(ours, theirs, rel_tol=1e-12, abs_tol=1e-12)


def agree(name, *args, **options):
    ours, theirs = both(name, *args, **options)
    assert same(ours, theirs), (name, args, options, ours, theirs)


@given(columns=labelled, normalize=st.sampled_from([None, "true", "pred", "all"]))
def test_confusion_matrix_agrees(columns, normalize):
    agree("confusion_matrix", *columns, normalize=normalize)


@given(columns=rows(st.integers(0, 2)), labels=st.lists(st.integers(0, 3), unique=True, max_size=4))
def test_confusion_matrix_of_some_labels_agrees(columns, labels):
    agree("confusion_matrix", *columns, labels=labels)


@given(columns=labelled, normalize=st.booleans())
def test_accuracy_score_agrees(columns, normalize):
    agree("accuracy_score", *columns, normalize=normalize)


@given(columns=labelled)
def test_matthews_corrcoef_agrees(columns):
    agree("matthews_corrcoef", *columns)


@pytest.mark.parametrize("name", AVERAGED)
@given(columns=labelled, zero_division=EMPTY, pos_label=st.sampled_from([0, 1, 2, "a"]))
def test_binary_scores_agree(name, columns, zero_division, pos_label):
    number_for_texts = isinstance(columns[0][0], str) != isinstance(pos_label, str)
    if number_for_texts and len({*columns[0], *columns[1]}) < 2:
        return  # scikit-learn compares a number with texts here and fails with numpy's own error
    agree(name, *columns, zero_division=zero_division, pos_label=pos_label)


@pytest.mark.parametrize("name", AVERAGED)
@given(
    columns=labelled,
    zero_division=EMPTY,
    average=st.sampled_from([None, "micro", "macro", "weighted"]),
)
def test_averaged_scores_agree(name, columns, zero_division, average):
    agree(name, *columns, zero_division=zero_division, average=average)


@pytest.mark.parametrize("name", AVERAGED)
@given(
    columns=rows(st.integers(0, 2)),
    labels=st.lists(st.integers(0, 3), unique=True, min_size=1, max_size=4),
    average=st.sampled_from([None, "micro", "macro", "weighted"]),
)
def test_averaged_scores_of_some_labels_agree(name, columns, labels, average):
    agree(name, *columns, labels=labels, average=average)


@pytest.mark.parametrize(
    "name",
    [
        "mean_squared_error",
        "root_mean_squared_error",
        "mean_absolute_error",
        "mean_absolute_percentage_error",
        "r2_score",
    ],
)
@settings(max_examples=200)
@given(columns=numeric, multioutput=st.sampled_from(["uniform_average", "raw_values"]))
def test_regression_agrees(name, columns, multioutput):
    agree(name, *columns, multioutput=multioutput)


@given(columns=numeric)
def test_r2_without_force_finite_agrees(columns):
    agree("r2_score", *columns, force_finite=False)


@given(columns=numeric)
def test_rmse_is_never_below_mae(columns):
    assert METRICS["root_mean_squared_error"](*columns) >= METRICS["mean_absolute_error"](*columns) - 1e-12


@given(columns=numeric, seed=st.randoms())
def test_the_order_of_rows_does_not_matter(columns, seed):
    pairs = list(zip(*columns, strict=True))
    seed.shuffle(pairs)
    shuffled = [list(column) for column in zip(*pairs, strict=True)]
    for name in ("mean_squared_error", "mean_absolute_error", "r2_score"):
        assert same(METRICS[name](*shuffled), METRICS[name](*columns))


@pytest.mark.parametrize(
    ("name", "args"),
    [
        pytest.param("accuracy_score", ([], []), id="no rows"),
        pytest.param("accuracy_score", ([1], [1, 0]), id="unequal lengths"),
        pytest.param("accuracy_score", ([1, 0], [0.9, 0.2]), id="scores for labels"),
        pytest.param("accuracy_score", ([1, 0], [math.nan, 0]), id="nan as a label"),
        pytest.param("accuracy_score", (["a", "b"], [1, 0]), id="texts against numbers"),
        pytest.param("accuracy_score", ([[1, 0]], [[1]]), id="multilabel rows"),
        pytest.param("accuracy_score", ("ab", "ab"), id="a text for a list"),
        pytest.param("precision_score", ([0, 1, 2], [0, 1, 2]), id="three labels, binary"),
        pytest.param("precision_score", ([2, 3], [3, 3]), id="pos_label missing"),
        pytest.param("mean_squared_error", ([], []), id="no numbers"),
        pytest.param("mean_squared_error", ([1.0], [math.nan]), id="nan"),
        pytest.param("mean_squared_error", ([math.inf], [1.0]), id="infinity"),
        pytest.param("r2_score", ([[1, 2]], [[1, 3]]), id="two outputs"),
    ],
)
def test_what_is_not_supported_is_a_value_error(name, args):
    with pytest.raises(ValueError, match=r"\w"):
        METRICS[name](*args)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("precision_score", {"average": "samples"}),
        ("precision_score", {"zero_division": 2}),
        ("confusion_matrix", {"normalize": "rows"}),
        ("confusion_matrix", {"labels": [5, 6]}),
        ("mean_squared_error", {"multioutput": [1.0]}),
    ],
)
def test_an_unknown_option_is_a_value_error(name, options):
    with pytest.raises(ValueError, match=r"\w"):
        METRICS[name]([1, 0], [1, 1], **options)


def test_mape_of_a_zero_truth_is_as_huge_as_scikit_learns():
    assert METRICS["mean_absolute_percentage_error"]([0, 10], [1, 10]) == 2251799813685248.0


def test_r2_of_a_constant_that_no_float_holds_is_0():
    assert METRICS["r2_score"]([0.1, 0.1, 0.1], [0.1, 0.1, 0.3]) == 0.0
