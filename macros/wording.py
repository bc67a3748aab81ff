"""Words, numbers, and sentences of a text, as rules, the gate, and pages find them."""

from __future__ import annotations

import re
from functools import cache

from macros.prose import plain_text as _plain

_WORD = re.compile(r"[^\W_]+(?:[-'\u2019.][^\W_]+)*")
_NUMBER = re.compile(r"(?<![\w.,])[-\u2212]?\d+(?:[.,]\d+)?(?:\s?%)?(?![\w]|[.,]\d)")
# A colon before a lowercase letter does not end a sentence, as in "for each: how many".
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|(?<=:)\s+(?![a-z])")
_ENDINGS = ("ational", "ations", "ation", "ings", "ing", "ed", "ies", "es", "ly", "s", "e", "y")
_FUNCTION = frozenset("""
a about after again all also an and any are as at be because been before being between both but by can cannot could did
do does during each either every few for from had has have he her here his how i if in into is it its just less let may
me might more most much must my neither no nor not of off on once one only or other our out over own per really same
shall she should since so some such than that the their them then there these they this those through to too under
until up upon us very was we were what when where which while who whom whose why will with within without would you
your
""".split())  # fmt: skip
ABSOLUTE_WORDS = frozenset("""
always never all none no only every must cannot can't completely entirely any impossible guarantee guarantees guaranteed
""".split())  # fmt: skip
HEDGES = frozenset("""
may might can could usually generally often likely sometimes typically mostly probably perhaps tends
""".split())  # fmt: skip


@cache
def plain_line(markdown: str) -> str:
    """A text without markup, in one line."""
    return " ".join(_plain(markdown).split())


@cache
def words(text: str) -> tuple[str, ...]:
    """Every word in order, in lowercase; `it's`, `real-time` and `0.5` are one word each."""
    return words_in_plain_text(plain_line(text))


def words_in_plain_text(text_without_markup: str) -> tuple[str, ...]:
    """Every word of a text without markup, in order and in lowercase."""
    return tuple(_WORD.findall(text_without_markup.casefold().replace("\u2019", "'")))


def numbers_as_written(text: str) -> list[str]:
    """The numbers of a text as it writes them, each with its sign and percent sign."""
    return [found[0] for found in _NUMBER.finditer(plain_line(text))]


@cache
def content_word_stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(map(stem, words(text))) - _FUNCTION


@cache
def stem(word: str) -> str:
    """A word without its ending, crude on purpose; function words and short ones as they are."""
    word = word.removesuffix("'s")
    if word in _FUNCTION:
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def is_function_word(word: str) -> bool:
    """Whether a word is one such as `the`, which texts on any subject share."""
    return word in _FUNCTION


def jaccard_similarity_of_words(one: str, other: str) -> float:
    """Number of words that both texts have, divided by the number of words that either has."""
    left, right = set(words(one)), set(words(other))
    return len(left & right) / len(left | right) if left | right else 1.0


def sentences(text: str) -> list[str]:
    """The sentences of a text. A colon also ends one, but not before a lowercase letter."""
    return _SENTENCE_END.split(text.strip())


def questions_or_last_sentence(text: str) -> str:
    """The sentences that end with a question mark, joined; else the last sentence."""
    every = sentences(plain_line(text))
    return " ".join(one for one in every if one.endswith("?")) or every[-1]


def plain_excerpt(markdown: str, max_length: int = 60) -> str:
    """A text without markup; if it is longer than `max_length`, its beginning and three dots. For messages."""
    line = plain_line(markdown)
    return line if len(line) <= max_length else line[: max_length - 3].rstrip() + "..."
