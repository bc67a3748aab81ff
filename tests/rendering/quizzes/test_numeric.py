"""Numeric items: the field, what it accepts, and how numbers are written."""

import pytest

from macros.rendering.interactions.numeric import short_number_text, twelve_digit_text
from tests.rendering.quizzes.reader import Reader
from tests.rendering.quizzes.sample_items import numeric, rendered


def test_a_number_and_its_unit_share_a_line():
    html = rendered(numeric(stem="Of 80 % of 3 GB 2 million are 5 m long and 7 more. How many?"))
    assert "Of 80\u00a0% of 3\u00a0GB 2 million are 5\u00a0m long and 7 more." in html


def test_a_number_is_asked_for_with_its_unit_and_what_is_accepted():
    page = Reader(rendered(numeric()))
    (field,) = page.all("input", name="response")
    assert field | {"type": "text", "inputmode": "decimal", "aria-label": "Your answer, USD"} == field
    assert page.all("p", id=field["aria-describedby"])
    assert "You can write 12.5 or 12,5" in page.text
    assert "You can write 12.5 or 12,5" in Reader(rendered(numeric(unit=""))).text
    assert "40%, or 0,4" in Reader(rendered(numeric(unit="", key=0.4))).text


def test_the_fold_of_a_number_says_what_counts_as_right_and_names_the_mistakes():
    text = Reader(rendered(numeric())).text
    assert "Answer: 12 USD" in text
    assert "From 11.5 to 12.5 is correct." in text
    assert "0.6667 USD" in text and "That is recall." in text
    assert "\u22123 USD" in text and "A cost is no gain." in text


def test_a_number_without_tolerance_is_the_only_right_one():
    assert "Only this number is correct." in rendered(numeric(tolerance={"abs": 0}))


def test_a_relative_tolerance_is_shown_as_its_range():
    assert "From 11.4 to 12.6 is correct." in rendered(numeric(tolerance={"rel": 0.05}))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.4, "0.4"),
        (12000.0, "12000"),
        (0.1 + 0.2, "0.3"),
        (2 / 3, "0.6667"),
        (-3.5, "\u22123.5"),
        (0.0, "0"),
        (1234.5678, "1235"),
    ],
)
def test_numbers_are_shown_as_a_reader_would_write_them(value, text):
    assert short_number_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234.5678, "1234.5678"),
        (12345.678, "12345.678"),
        (1000000.5, "1000000.5"),
        (0.1 + 0.2, "0.3"),
        (1e-5, "0.00001"),
    ],
)
def test_a_key_is_shown_to_the_digit_that_is_right(value, text):
    assert twelve_digit_text(value) == text
