"""A stem's two parts, what it tells and what it asks. Only the second stands out, so a long story stays readable."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"(?<=[.?!])\s+|(?<=:)\s+(?![a-z])")  # "for each: how many" goes on in one sentence
_CODE = re.compile(r"`[^`]*`")
_PAIRED = "`*_"


def parts(stem: str) -> tuple[str, str]:
    """What a stem tells ("" where it only asks), what it asks; as Markdown, no mark-up runs from one to the other."""
    every = _SENTENCE.split(stem.strip())
    at = next((at for at, sentence in enumerate(every) if sentence.endswith("?")), len(every) - 1)
    told = " ".join(every[:at])
    return (told, " ".join(every[at:])) if _closed(told) else ("", stem)


def _closed(text: str) -> bool:
    text = _CODE.sub("", text)
    return all(text.count(mark) % 2 == 0 for mark in _PAIRED) and text.count("[") == text.count("]")
