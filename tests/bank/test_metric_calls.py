"""`equals`: one call of a metric, parsed and never evaluated; every refusal is a sentence for the author."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.bank.metric_calls import LONGEST, MetricCallError, evaluate_and_format, evaluate_metric_call


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ("precision(tp=40, fp=10)", 0.8),
        ("  recall(tp=40, fn=20)\n", 2 / 3),
        ("ratio(40, 70)", 4 / 7),
        ("difference(-1, +2.5)", -3.5),
        pytest.param("mean_squared_error([3, -0.5, 2, 7], (2.5, 0, 2, 8))", 0.375, id="two columns"),
        pytest.param("f1_score(['a', 'b'], ['b', 'b'], pos_label='b')", 2 / 3, id="texts and a text keyword"),
    ],
)
def test_a_call_gives_its_number(call, value):
    assert evaluate_metric_call(call) == pytest.approx(value)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("precisoin(tp=1, fp=2)", "there is no metric precisoin; did you mean precision?"),
        ("precision(tp=-1, fp=2)", "precision(tp=-1, fp=2): tp cannot be less than 0"),
        ("fbeta(tp=1, fp=1, fn=1, beta=-0.5)", "fbeta(tp=1, fp=1, fn=1, beta=-0.5): beta cannot be less than 0"),
        ("zzz(1)", "there is no metric zzz; the names are in macros/live/metrics/names.py"),
        ("precision(tp=0, fp=0)", "precision(tp=0, fp=0) is undefined: there are no predicted positives"),
        ("precision(tp=40)", "precision does not take these arguments; write precision(tp=..., fp=...)"),
        ("precision(40, 10)", "precision does not take these arguments; write precision(tp=..., fp=...)"),
        ("r2_score([1, 2])", "r2_score does not take these arguments; write r2_score(y_true, y_pred)"),
        ("r2_score([1], [2])", "r2_score([1], [2]) is nan, but a finite number is needed"),
        ("confusion_matrix([1, 0], [1, 1])", "confusion_matrix returns a table or a list, but one number is needed"),
        (
            "accuracy_score([1], [1, 0])",
            "accuracy_score([1], [1, 0]) has no value: y_true has 1 rows, but y_pred has 2",
        ),
        ("0.8", "0.8 is not a single call such as precision(tp=40, fp=10)"),
        ("", " is not a single call such as precision(tp=40, fp=10)"),
        (
            "precision(tp=40, fp=10) + 1",
            "precision(tp=40, fp=10) + 1 is not a single call such as precision(tp=40, fp=10)",
        ),
        ("a.precision(tp=1, fp=1)", "a.precision(tp=1, fp=1) is not a single call such as precision(tp=40, fp=10)"),
        ("precision(tp=2**3, fp=1)", "2 ** 3 is not a number, a text in quotes, or a flat list of these"),
        ("precision(tp=True, fp=1)", "True is not a number, a text in quotes, or a flat list of these"),
        ("precision(tp=x, fp=1)", "x is not a number, a text in quotes, or a flat list of these"),
        ("total_sum_of_squares([[1]])", "[1] is not a number, a text in quotes, or a flat list of these"),
        ("total_sum_of_squares([])", "a list is empty"),
        ("total_sum_of_squares([1, 'a'])", "a list contains texts and numbers; use one type"),
        ("precision(**{'tp': 1})", "** is not allowed in a call; name each argument"),
        ("precision(tp=1, tp=40, fp=10)", "precision(tp=1, tp=40, fp=10) gives tp twice; give it once"),
        ("ratio(1, 0)", "ratio(1, 0) is undefined: the divisor is 0"),
        ("ratio('a', 1)", "ratio does not take these arguments; write ratio(numerator, denominator)"),
    ],
)
def test_a_call_is_refused_with_a_sentence(call, words):
    with pytest.raises(MetricCallError) as refused:
        evaluate_metric_call(call)
    assert str(refused.value) == words


@pytest.mark.parametrize(
    "call",
    [
        pytest.param("(" * 1000, id="deep"),
        pytest.param("ratio(" + "[" * 500 + "]" * 500 + ", 1)", id="deep lists"),
        pytest.param("ratio(1, " + "9" * (LONGEST + 1) + ")", id="long"),
        pytest.param("product(1, " + "9" * 1900 + ")", id="a number past the floats"),
        pytest.param("ratio(1, 2)\0", id="a null byte"),
        pytest.param("ratio(1, 1j)", id="a complex number"),
        pytest.param("__import__('os').system('true')", id="code"),
        pytest.param("ratio(__import__('os'), 1)", id="code inside"),
    ],
)
def test_nothing_but_a_call_gets_through(call):
    with pytest.raises(MetricCallError):
        evaluate_metric_call(call)


@given(st.text(max_size=60))
def test_noise_gives_a_sentence_never_a_traceback(text):
    with pytest.raises(MetricCallError):
        evaluate_metric_call(text)


@pytest.mark.parametrize(
    ("call", "digits", "percent", "text"),
    [
        ("precision(tp=40, fp=10)", 2, False, "0.80"),
        ("precision(tp=40, fp=10)", 0, True, "80%"),
        ("accuracy(tp=8, fp=12, fn=2, tn=978)", 1, True, "98.6%"),
        pytest.param("r2_score([1, 2, 3], [3, 2, 1])", 2, False, "\u22123.00", id="a true minus"),
        pytest.param("product(4000, 3)", 0, False, "12,000", id="grouped"),
    ],
)
def test_prose_shows_the_number_as_readers_expect_it(call, digits, percent, text):
    assert evaluate_and_format(call, digits, percent) == text
