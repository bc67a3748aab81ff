"""Words, stems and sentences of a text."""

from __future__ import annotations

import pytest

from macros.wording import (
    content_word_stems,
    jaccard_similarity_of_words,
    numbers_as_written,
    plain_excerpt,
    plain_line,
    questions_or_last_sentence,
    sentences,
    stem,
    words,
)


def test_words_are_small_and_without_markup() -> None:
    assert words("**Real-time** inference: it\u2019s `0.5` [here](x.md)") == (
        "real-time", "inference", "it's", "0.5", "here",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [("flag", "flags"), ("training", "trained"), ("prediction", "predictions"), ("share", "shares"), ("city", "cities"),
     ("model's", "models"), ("right", "rightly")],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("class", "clay"), ("loss", "log"), ("recall", "reckon")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_stems_leave_function_words_out() -> None:
    assert content_word_stems("What is it that they were after?") == frozenset()
    assert content_word_stems("The filter found 40 flags") == {"filter", "found", "40", "flag"}


def test_likeness_goes_from_0_to_1() -> None:
    assert jaccard_similarity_of_words("a b c", "C b a") == 1
    assert jaccard_similarity_of_words("a b", "c d") == 0
    assert jaccard_similarity_of_words("a b c", "a b d") == 0.5
    assert jaccard_similarity_of_words("", "...") == 1


def test_asking_is_the_questions_or_the_last_sentence() -> None:
    assert questions_or_last_sentence("It is not so. Why is it? Choose TWO.") == "Why is it?"
    assert questions_or_last_sentence("It is not so. Choose TWO cases.") == "Choose TWO cases."
    assert questions_or_last_sentence("0.5 is not 0.6. Is 0.7?") == "Is 0.7?"


def test_a_colon_before_a_lowercase_letter_ends_no_sentence() -> None:
    assert sentences("Pair these: how many fit? There are two: A and B.") == [
        "Pair these: how many fit?",
        "There are two:",
        "A and B.",
    ]
    assert questions_or_last_sentence("It is so. Which fits: one or two?") == "Which fits: one or two?"


def test_numbers_come_with_sign_and_percent_sign() -> None:
    assert numbers_as_written("Of **50** flags 80 % are right, \u22120,5 too, v1.2.3 not.") == [
        "50",
        "80 %",
        "\u22120,5",
    ]


def test_short_cuts_long_texts() -> None:
    assert plain_excerpt("a " * 100, 10) == "a a a a..."
    assert len(plain_excerpt("word " * 100)) <= 60
    assert plain_line("a\n  *b*") == "a b"
