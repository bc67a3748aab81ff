"""Whether a text carries a sentence of the source cards over: their runs of eight words are known by hashes alone.

The cards' wording is not ours to give, so it is nowhere in this project. `card_runs.txt` holds one hash a run of eight
words that follow each other on the cards (small letters, marks left out), written once and never edited.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

RUN, DIGITS = 8, 12
FILE = Path(__file__).with_name("card_runs.txt")
_WORD = re.compile(r"[^\W_]+")


@cache
def known() -> frozenset[str]:
    """The hashes of the cards' runs."""
    return frozenset(FILE.read_text(encoding="ascii").split())


def words(text: str) -> list[str]:
    """The words of a text in small letters; what stands between letters and digits parts them."""
    return _WORD.findall(text.casefold())


def runs(text: str) -> Iterator[str]:
    """Every eight words that follow each other."""
    said = words(text)
    return (" ".join(said[at : at + RUN]) for at in range(len(said) - RUN + 1))


def hashed(run: str) -> str:
    """What stands for a run in the file."""
    return hashlib.sha256(run.encode()).hexdigest()[:DIGITS]


def carried_over(text: str, hashes: frozenset[str] | None = None) -> list[str]:
    """Runs of a text that the cards have too."""
    looked_for = known() if hashes is None else hashes
    return [run for run in runs(text) if hashed(run) in looked_for]
