"""No sentence of the source cards stands in what we write: eight words in a row are enough to notice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.content import own_words

ROOT = Path(__file__).parents[2]
WRITTEN = sorted(
    path
    for pattern in ("docs/**/*.md", "docs/**/*.yml", "docs/**/*.svg", "quizzes/**/*.yml", "macros/**/*.py", "*.md")
    for path in ROOT.glob(pattern)
)
SENTENCE = "The quick brown fox jumps over the lazy dog, and sleeps."
RUNS = frozenset(map(own_words.hashed, own_words.runs(SENTENCE)))


@pytest.mark.parametrize("folder", sorted({path.relative_to(ROOT).parts[0] for path in WRITTEN}))
def test_nothing_that_we_write_has_eight_words_of_a_card_in_a_row(folder: str) -> None:
    files = [path for path in WRITTEN if path.relative_to(ROOT).parts[0] == folder]
    found = {path.relative_to(ROOT).as_posix(): own_words.carried_over(path.read_text("utf-8")) for path in files}
    assert {name: carried for name, carried in found.items() if carried} == {}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(SENTENCE, 4, id="the sentence itself"),
        pytest.param("See: *the quick* brown fox [jumps]\nover the  LAZY dog!", 2, id="marks, line ends and capitals"),
        pytest.param("The quick brown fox jumps over the lazy cat.", 1, id="eight words of it"),
        pytest.param("The quick brown fox jumps over a lazy dog.", 0, id="six words of it"),
    ],
)
def test_a_run_of_eight_words_is_found_however_it_is_set(text: str, count: int) -> None:
    assert len(own_words.carried_over(text, RUNS)) == count


def test_the_cards_are_known_by_hashes_alone() -> None:
    lines = own_words.FILE.read_text("ascii").splitlines()
    assert len(lines) > 900 and lines == sorted(set(lines))
    assert all(re.fullmatch(rf"[0-9a-f]{{{own_words.DIGITS}}}", line) for line in lines)
