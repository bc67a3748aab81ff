"""A message stands in one line, and shows what it quotes."""

from __future__ import annotations

import pytest

from macros.problems import Place, problem


@pytest.mark.parametrize(
    ("quoted", "shown"),
    [
        ("a\nb", "a b"),
        ("a\rb", "a\\u000db"),
        ("\x1b[31m", "\\u001b[31m"),
        ("\u202eabc", "\\u202eabc"),
        ("\u2028", "\\u2028"),
        ("\ud800", "\\ud800"),
        ("naïve \u2212 1\u00a0%", "naïve \u2212 1\u00a0%"),
    ],
)
def test_nothing_in_a_message_is_hidden(quoted: str, shown: str) -> None:
    assert str(problem("B101", Place("f.yml", 1, 2), f"unknown {quoted}.")) == f"f.yml:1:2: B101 unknown {shown}."
