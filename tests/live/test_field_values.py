"""What a reader may type into a field, and the sentence for everything else."""

import pytest

from macros.live.field_values import Refused, parse_value, read_values_and_problems

COUNT = {"name": "tp", "label": "true positive", "short": "TP", "kind": "count", "range": (0, 10**7), "default": 8}
LARGE = COUNT | {"range": (0, 10**15)}
SHARE = {"name": "p", "label": "Prevalence", "kind": "share", "range": (0, 1), "default": 0.1}
NUMBER = {"name": "t", "label": "Threshold", "kind": "number", "range": (-1, 2.5), "default": 0.5}
CHOICE = {"name": "from", "label": "From", "kind": "select", "options": (("a", "A"), ("b", "B")), "default": "a"}


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (COUNT, "12", 12),
        (COUNT, " 12 ", 12),
        pytest.param(COUNT, "1,000", 1000, id="grouped as the page shows it"),
        pytest.param(COUNT, "1 000 000", 1_000_000, id="grouped by spaces"),
        pytest.param(LARGE, "999999999999999", 999_999_999_999_999, id="fifteen digits"),
        (SHARE, "0.4", 0.4),
        pytest.param(SHARE, "0,4", 0.4, id="decimal comma"),
        pytest.param(SHARE, "40%", 0.4, id="per cent"),
        pytest.param(SHARE, "0.59 %", 0.0059, id="per cent after a space"),
        (SHARE, "5e-3", 0.005),
        (NUMBER, "\u22121", -1.0),
        pytest.param(NUMBER, "5e-324", 0.0, id="too near to 0 to divide by"),
        (CHOICE, "b", "b"),
    ],
)
def test_a_field_reads(field, text, value):
    assert (
        parse_value(field, text) == pytest.approx(value)
        if isinstance(value, float)
        else parse_value(field, text) == value
    )


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        (COUNT, "-3", "must be a whole number of 0 or more; you entered -3."),
        (COUNT, "", "must be a whole number of 0 or more; the field is empty."),
        (COUNT, "1.5", "must be a whole number of 0 or more; you entered 1.5."),
        pytest.param(COUNT, "1,5", "must be a whole number of 0 or more; you entered 1,5.", id="not 15"),
        (COUNT, "ten", "must be a whole number of 0 or more; you entered ten."),
        (COUNT, "20000000", "must be a whole number up to 10,000,000; you entered 20000000."),
        pytest.param(
            COUNT, "9" * 400, f"must be a whole number of 0 or more; you entered {'9' * 24}....", id="endless"
        ),
        pytest.param(COUNT, "\u0663", "must be a whole number of 0 or more; you entered \u0663.", id="other digits"),
        (SHARE, "1.3", "must be a number between 0 and 1 or a percentage; you entered 1.3."),
        (SHARE, "nan", "must be a number between 0 and 1 or a percentage; you entered nan."),
        (SHARE, "1.2.3", "must be a number between 0 and 1 or a percentage; you entered 1.2.3."),
        pytest.param(
            SHARE,
            "0." + "1" * 400,
            f"must be a number between 0 and 1 or a percentage; you entered 0.{'1' * 22}....",
            id="a link of a book's length",
        ),
        (SHARE, "%", "must be a number between 0 and 1 or a percentage; you entered %."),
        pytest.param(NUMBER, ".", "must be between \u22121 and 2.50; you entered ..", id="on the way to .5"),
        (NUMBER, "e5", "must be between \u22121 and 2.50; you entered e5."),
        (SHARE, "e", "must be a number between 0 and 1 or a percentage; you entered e."),
        (NUMBER, "1e999", "must be between \u22121 and 2.50; you entered 1e999."),
        (CHOICE, "c", "must be one of the options; you entered c."),
    ],
)
def test_a_field_refuses(field, text, words):
    with pytest.raises(Refused) as refused:
        parse_value(field, text)
    assert str(refused.value) == words


def test_a_refused_text_says_what_the_figures_still_show():
    _, problems = read_values_and_problems((COUNT,), {"tp": "-3"}, {"tp": "12"})
    assert problems == {
        "tp": "TP must be a whole number of 0 or more; you entered -3. The results below still use 12.",
    }


def test_a_missing_text_counts_as_the_default():
    assert read_values_and_problems((COUNT, SHARE), {}, {}) == ({"tp": 8, "p": 0.1}, {})


def test_a_field_out_of_force_is_neither_read_nor_blamed():
    fields = (CHOICE, COUNT | {"when": {"from": "a"}}, SHARE | {"when": {"from": "b"}})
    assert read_values_and_problems(fields, {"from": "b", "tp": "nonsense", "p": "0.5"}, {}) == (
        {"from": "b", "p": 0.5},
        {},
    )
