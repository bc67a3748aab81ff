"""What scikit-learn has no function for, held to scipy, to other functions of scikit-learn, or to plain counting."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import binomtest, entropy
from sklearn.calibration import calibration_curve

from macros.live.arithmetic import Undefined
from macros.live.metrics import METRICS
from macros.live.metrics.extras import Z95, reliability
from tests.live.agreement import rows

adjusted_r2 = METRICS["adjusted_r2"]
expected_cost = METRICS["expected_cost"]
wilson_interval = METRICS["wilson_interval"]
population_stability_index = METRICS["population_stability_index"]
expected_calibration_error = METRICS["expected_calibration_error"]
promised = rows(st.integers(0, 1), st.one_of(st.floats(0, 1), st.integers(0, 20).map(lambda n: n / 20)), most=30)


def test_adjusted_r2_of_the_diabetes_regression():
    assert adjusted_r2(r2=0.359409, n=111, k=10) == pytest.approx(0.295350, abs=1e-6)


@given(r2=st.floats(-2, 1), n=st.integers(2, 1000), k=st.integers(0, 50))
def test_adjusted_r2_never_exceeds_r2_and_equals_it_without_predictors(r2, n, k):
    assume(n > k + 1)
    assert adjusted_r2(r2=r2, n=n, k=k) <= r2 + 1e-12
    assert adjusted_r2(r2=r2, n=n, k=0) == pytest.approx(r2)


@pytest.mark.parametrize("n", [3, 4])
def test_adjusted_r2_needs_more_rows_than_predictors_and_one(n):
    with pytest.raises(Undefined, match="too few rows for this number of predictors"):
        adjusted_r2(r2=0.5, n=n, k=3)
    assert adjusted_r2(r2=0.5, n=5, k=3) == -1


def test_expected_cost_is_what_a_row_costs_on_average():
    assert expected_cost(tp=8, fp=12, fn=2, tn=978, cost_fp=5, cost_fn=200) == 0.46


def test_expected_cost_of_no_rows_is_undefined():
    with pytest.raises(Undefined, match="there are no rows"):
        expected_cost(tp=0, fp=0, fn=0, tn=0, cost_fp=1, cost_fn=1)


@given(n=st.integers(1, 10**6), share=st.floats(0, 1))
def test_wilson_interval_is_scipys(n, share):
    hits = round(share * n)
    theirs = binomtest(hits, n).proportion_ci(0.95, method="wilson")
    assert wilson_interval(hits, n) == pytest.approx((theirs.low, theirs.high), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(
    ("hits", "n", "expected"),
    [
        pytest.param(0, 10, (0.0, 0.2775327998628898), id="no hits"),
        pytest.param(10, 10, (0.7224672001371102, 1.0), id="nothing but hits"),
        pytest.param(8, 10, (0.4901624715, 0.9433178485), id="8 of 10"),
    ],
)
def test_wilson_interval_of(hits, n, expected):
    assert wilson_interval(hits, n) == pytest.approx(expected, rel=1e-9)
    assert wilson_interval(hits, n, z=0) == pytest.approx((hits / n, hits / n))


@pytest.mark.parametrize("z", [0.5, Z95, 2.5758293035489])
def test_wilson_interval_of_none_or_all_ends_exactly_at_0_or_1(z):
    for n in range(1, 200):
        assert wilson_interval(0, n, z=z)[0] == 0
        assert wilson_interval(n, n, z=z)[1] == 1
        assert 0 < wilson_interval(n, n, z=z)[0] < 1
        assert 0 < wilson_interval(0, n, z=z)[1] < 1


def test_wilson_interval_widens_with_z():
    low, high = wilson_interval(8, 10, z=2.5758293035489)
    assert low < wilson_interval(8, 10)[0] < wilson_interval(8, 10)[1] < high
    assert wilson_interval(8, 10, z=Z95) == wilson_interval(8, 10)


@pytest.mark.parametrize(("hits", "n"), [(-1, 10), (11, 10), (1, 0)])
def test_wilson_interval_refuses_more_hits_than_trials(hits, n):
    with pytest.raises(ValueError, match="hits must be between 0 and n"):
        wilson_interval(hits, n)


def test_wilson_interval_of_no_trials_is_undefined():
    with pytest.raises(Undefined, match="there are no rows"):
        wilson_interval(0, 0)


counted = st.lists(st.tuples(st.integers(1, 500), st.integers(1, 500)), min_size=1, max_size=10)


@given(bins=counted)
def test_population_stability_index_is_the_sum_of_both_divergences(bins):
    before, after = map(list, zip(*bins, strict=True))
    e, a = [x / sum(before) for x in before], [x / sum(after) for x in after]
    index = population_stability_index(before, after)
    assert index == pytest.approx(entropy(a, e) + entropy(e, a), rel=1e-9, abs=1e-12)
    assert index == pytest.approx(population_stability_index(after, before), rel=1e-12, abs=1e-15)
    assert index >= 0


@given(before=st.lists(st.integers(0, 500), min_size=1, max_size=8), times=st.integers(1, 9))
def test_population_stability_index_of_the_same_shares_is_0(before, times):
    assume(sum(before))
    assert population_stability_index(before, [times * count for count in before]) == pytest.approx(0, abs=1e-12)


def test_population_stability_index_of_an_empty_bin_needs_a_floor():
    with pytest.raises(Undefined, match="a bin is empty in one of the two"):
        population_stability_index([5, 5, 0], [4, 4, 2])
    with pytest.raises(Undefined, match="a bin is empty in one of the two"):
        population_stability_index([4, 4, 2], [5, 5, 0])
    without = population_stability_index([5, 5], [4, 6])
    assert population_stability_index([5, 5, 0], [4, 6, 0]) == without > 0
    e, a = [0.5, 0.5, 0.01], [0.4, 0.4, 0.2]
    expected = sum((y - x) * math.log(y / x) for x, y in zip(e, a, strict=True))
    assert population_stability_index([5, 5, 0], [4, 4, 2], floor=0.01) == pytest.approx(expected)
    assert population_stability_index([4, 4, 2], [5, 5, 0], floor=0.01) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("expected", "actual", "words"),
    [
        ([1, 2], [1], "expected has 2 bins, actual 1"),
        ([], [], "expected must be a list of counts"),
        ("ab", [1], "expected must be a list of counts"),
        ([1], [-1], "actual must contain counts of 0 or more"),
        ([1], ["1"], "actual must contain counts"),
        ([math.nan], [1], "expected must contain counts"),
        ([math.inf], [1], "expected must contain counts"),
        ([0, 0], [1, 1], "expected has no rows"),
    ],
)
def test_population_stability_index_refuses(expected, actual, words):
    with pytest.raises(ValueError, match=words):
        population_stability_index(expected, actual)


def test_population_stability_index_without_rows_is_undefined():
    with pytest.raises(Undefined):
        population_stability_index([1, 1], [0, 0])


@given(columns=promised, bins=st.integers(1, 50))
def test_reliability_is_scikit_learns_calibration_curve(columns, bins):
    assume(len({*columns[0]}) == 2)
    answer = reliability(*columns, bins=bins)
    shares, means = calibration_curve(*columns, n_bins=bins)
    assert [row[2] for row in answer] == pytest.approx(shares.tolist())
    assert [row[1] for row in answer] == pytest.approx(means.tolist())
    assert sum(row[0] for row in answer) == len(columns[0])


def test_a_probability_on_the_border_of_two_bins_belongs_to_the_lower_one():
    assert reliability([0, 1, 1, 1], [0.0, 0.5, 0.75, 1.0], bins=4) == [
        [1, 0.0, 0.0],
        [1, 0.5, 1.0],
        [1, 0.75, 1.0],
        [1, 1.0, 1.0],
    ]


@given(columns=promised, bins=st.integers(1, 20))
def test_expected_calibration_error_weighs_the_bins_by_their_rows(columns, bins):
    error = expected_calibration_error(*columns, bins=bins, pos_label=1)
    n = len(columns[0])
    assert error == pytest.approx(
        sum(count / n * abs(share - mean) for count, mean, share in reliability(*columns, bins=bins, pos_label=1))
    )
    assert 0 <= error <= 1


def test_expected_calibration_error_of_ten_rows():
    truths, said = [0, 0, 0, 1, 1, 1, 1, 0, 1, 1], [0.1, 0.1, 0.2, 0.2, 0.7, 0.7, 0.9, 0.9, 0.9, 0.9]
    assert expected_calibration_error(truths, said) == pytest.approx((2 * 0.1 + 2 * 0.3 + 2 * 0.3 + 4 * 0.15) / 10)
    assert expected_calibration_error(truths, said, bins=1) == pytest.approx(abs(0.56 - 0.6))
    assert expected_calibration_error([str(t) for t in truths], said, pos_label="1") == expected_calibration_error(
        truths, said
    )


@given(truths=st.lists(st.integers(0, 1), min_size=1, max_size=20))
def test_saying_the_prevalence_is_calibrated(truths):
    said = [sum(truths) / len(truths)] * len(truths)
    assert expected_calibration_error(truths, said) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(
    ("truths", "said", "words"),
    [
        ([0, 0.5], [0.1, 0.2], "y_true must contain integers"),
        ([0, 1], [0.1, 1.2], "y_proba must be between 0 and 1"),
        ([0, 1], [0.1], "y_true has 2 rows, but y_proba has 1"),
        ([1, 2], [0.1, 0.2], "the labels are not 0 and 1"),
    ],
)
def test_expected_calibration_error_refuses(truths, said, words):
    with pytest.raises(ValueError, match=f"^{words}"):
        expected_calibration_error(truths, said)


def test_ten_bins_are_the_default():
    truths, said = [0, 1], [0.05, 0.095]
    assert reliability(truths, said) == reliability(truths, said, bins=10)
    assert expected_calibration_error(truths, said) == expected_calibration_error(truths, said, bins=10)
    assert len(reliability([0, 1] * 10, [(k + 0.5) / 20 for k in range(20)])) == 10


@pytest.mark.parametrize("bins", [0, -1, 2.5, "10"])
def test_bins_are_a_whole_number_of_1_or_more(bins):
    with pytest.raises(ValueError, match="bins must be a whole number of 1 or more"):
        expected_calibration_error([0, 1], [0.1, 0.9], bins=bins)
