"""The counts layer: plain cases, every 0/0 by its name, and the laws that hold between metrics."""

from inspect import signature

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from macros.live.arithmetic import Undefined
from macros.live.metrics import counts

number = st.integers(0, 10**6)
SPAM = {"tp": 40, "fp": 10, "fn": 20, "tn": 930}


def call(name: str, given_counts: dict[str, float]) -> float:
    function = getattr(counts, name)
    return function(**{key: given_counts[key] for key in signature(function).parameters})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("accuracy", 0.97),
        ("precision", 0.8),
        ("recall", 2 / 3),
        ("specificity", 930 / 940),
        ("negative_predictive_value", 930 / 950),
        ("false_positive_rate", 10 / 940),
        ("false_negative_rate", 1 / 3),
        ("prevalence", 0.06),
        ("f1", 80 / 110),
        ("balanced_accuracy", (2 / 3 + 930 / 940) / 2),
        ("mcc", 0.7148507),
    ],
)
def test_a_spam_filter_has_these_metrics(name, expected):
    assert call(name, SPAM) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(
    ("name", "given_counts", "missing"),
    [
        pytest.param("accuracy", {}, "there are no rows", id="accuracy of nothing"),
        pytest.param("prevalence", {}, "there are no rows", id="prevalence of nothing"),
        pytest.param("mcc", {}, "there are no rows", id="mcc of nothing"),
        pytest.param("precision", {"fn": 3, "tn": 4}, "there are no predicted positives", id="precision"),
        pytest.param("recall", {"fp": 3, "tn": 4}, "there are no actual positives", id="recall"),
        pytest.param("false_negative_rate", {"fp": 3}, "there are no actual positives", id="miss rate"),
        pytest.param("specificity", {"tp": 3, "fn": 4}, "there are no actual negatives", id="specificity"),
        pytest.param("false_positive_rate", {"tp": 3}, "there are no actual negatives", id="false alarm rate"),
        pytest.param("negative_predictive_value", {"tp": 3}, "there are no predicted negatives", id="npv"),
        pytest.param("f1", {"tn": 4}, "there are no actual positives and there are no predicted positives", id="f1"),
        pytest.param(
            "balanced_accuracy", {"tp": 1, "fn": 2}, "there are no actual negatives", id="balanced, one class"
        ),
        pytest.param(
            "balanced_accuracy", {"fp": 1, "tn": 2}, "there are no actual positives", id="balanced, other class"
        ),
        pytest.param("mcc", {"tn": 990}, "there are no predicted positives", id="mcc, true negatives alone"),
        pytest.param("mcc", {"fn": 10}, "there are no predicted positives", id="mcc, misses alone"),
        pytest.param("mcc", {"fp": 10}, "there are no actual positives", id="mcc, false alarms alone"),
        pytest.param("mcc", {"tp": 10}, "there are no actual negatives", id="mcc, hits alone"),
        pytest.param("mcc", {"fn": 10, "tn": 990}, "there are no predicted positives", id="mcc, never flags"),
        pytest.param("mcc", {"tp": 90, "fp": 10}, "there are no predicted negatives", id="mcc, always flags"),
        pytest.param("mcc", {"fp": 1, "tn": 2}, "there are no actual positives", id="mcc, no positives"),
        pytest.param("mcc", {"tp": 1, "fn": 2}, "there are no actual negatives", id="mcc, no negatives"),
    ],
)
def test_nothing_to_divide_by_is_named(name, given_counts, missing):
    with pytest.raises(Undefined) as raised:
        call(name, {"tp": 0, "fp": 0, "fn": 0, "tn": 0} | given_counts)
    assert str(raised.value) == missing


def test_f1_is_0_where_precision_is_undefined_but_something_was_to_be_found():
    assert counts.f1(tp=0, fp=0, fn=10) == 0


@pytest.mark.parametrize(
    ("beta", "other"),
    [pytest.param(0, "precision", id="0 is precision"), pytest.param(float("inf"), "recall", id="infinity is recall")],
)
def test_fbeta_ends_at(beta, other):
    assert counts.fbeta(tp=8, fp=12, fn=2, beta=beta) == pytest.approx(call(other, {"tp": 8, "fp": 12, "fn": 2}))


@pytest.mark.parametrize(
    ("beta", "fp", "fn", "missing"),
    [
        (0, 0, 3, "there are no predicted positives"),
        (0, 0, 0, "there are no actual positives and there are no predicted positives"),
        (float("inf"), 3, 0, "there are no actual positives"),
        (float("inf"), 0, 0, "there are no actual positives and there are no predicted positives"),
    ],
)
def test_fbeta_says_at_its_ends_which_of_the_two_is_missing(beta, fp, fn, missing):
    with pytest.raises(Undefined, match=f"^{missing}$"):
        counts.fbeta(tp=0, fp=fp, fn=fn, beta=beta)


def test_fbeta_refuses_a_negative_beta():
    with pytest.raises(ValueError, match=r"^beta must be 0 or more$"):
        counts.fbeta(tp=8, fp=12, fn=2, beta=-1)


@given(tp=number, fp=number, fn=number)
def test_f1_never_exceeds_the_plain_mean_of_precision_and_recall(tp, fp, fn):
    assume(tp + fp and tp + fn)
    middle = (counts.precision(tp=tp, fp=fp) + counts.recall(tp=tp, fn=fn)) / 2
    assert counts.f1(tp=tp, fp=fp, fn=fn) <= middle + 1e-12


@given(fp=number, tn=number)
def test_specificity_and_false_positive_rate_add_up_to_1(fp, tn):
    assume(fp + tn)
    assert counts.specificity(fp=fp, tn=tn) + counts.false_positive_rate(fp=fp, tn=tn) == pytest.approx(1)


@given(tp=number, fp=number, fn=number, tn=number)
def test_mcc_keeps_its_value_when_the_classes_change_names(tp, fp, fn, tn):
    assume(tp + fp and tp + fn and tn + fp and tn + fn)
    one = counts.mcc(tp=tp, fp=fp, fn=fn, tn=tn)
    assert -1 - 1e-12 <= one <= 1 + 1e-12
    assert counts.mcc(tp=tn, fp=fn, fn=fp, tn=tp) == pytest.approx(one)


@given(tp=number, fp=number, fn=number, tn=number, times=st.integers(2, 50))
def test_more_positives_of_the_same_kind_leave_recall_and_specificity_alone(tp, fp, fn, tn, times):
    assume(tp + fn and fp + tn and tp and fp)
    assert counts.recall(tp=tp * times, fn=fn * times) == pytest.approx(counts.recall(tp=tp, fn=fn))
    assert counts.precision(tp=tp * times, fp=fp) > counts.precision(tp=tp, fp=fp)
