"""A response and its declaration become a score from 0 to 1. docs/assets/scoring/ does the same in the browser.

Both run tests/vectors/scoring.json. What is no response at all (another type, a text that is no number) scores 0.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import combinations
from typing import Any

from macros.bank.declaration import Declaration

SPACE = " \t\u00a0\u2009\u202f"
MINUS = "\u2212"  # the true minus sign, as our own pages print it
LONGEST = 100  # characters; patterns are not let loose on more
_NUMBER = re.compile(rf"([+\-{MINUS}]?)([0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE]([+\-{MINUS}]?[0-9]+))?[{SPACE}]*([\s\S]*)")
_TWO_MARKS = re.compile(rf"[+\-{MINUS}]?[0-9]*(?:[.,][0-9]*[.,]|[.,]?[0-9]*['_{SPACE}][0-9])")
# What arithmetic in binary fractions may lose, relative to the numbers compared: 0.1 + 0.2 is 0.3.
_SLACK = 1e-12


def score(declaration: Declaration, response: Any) -> float:
    """Score of a response as the item's interaction stores it; 1.0 is correct, between is partly right."""
    if declaration.base == "float":
        return _score_number(declaration, response)
    if declaration.base == "string":
        return _score_text(declaration.correct, response)
    return _SCORES[declaration.cardinality](declaration.correct, response)


def is_within(value: float, target: float, tolerance: dict[str, float]) -> bool:
    """Whether value lies within {"abs": ...} or {"rel": ...} of target, bounds included."""
    limit = max(tolerance.get("abs", 0.0), tolerance.get("rel", 0.0) * abs(target))
    return abs(value - target) <= limit + _SLACK * max(abs(value), abs(target))


def parse_typed_number(typed_text: str, unit: str = "") -> float:
    """The number that a reader typed; `%` divides by 100 unless it is the unit. ValueError is a sentence to show."""
    typed = typed_text.strip(SPACE) if len(typed_text) <= LONGEST else "x"
    if not typed:
        raise ValueError("Type a number, then press Check.")
    found = _NUMBER.fullmatch(typed)
    after = found[4] if found else ""
    if found and after.lower() in ("", "%", unit.lower()):
        return _float_of_parts(found[1], found[2], found[3], divisor=100 if after == "%" != unit else 1)
    if _TWO_MARKS.match(typed):
        raise ValueError("Use one decimal mark and no thousands separators, as in 1234.5.")
    if found and unit:
        raise ValueError(f"Enter the number alone, or with its unit: {unit}.")
    raise ValueError("That is not a number. Use digits and one decimal mark, as in 0.4 or 0,4.")


def _float_of_parts(sign: str, digits: str, exponent: str | None, divisor: int) -> float:
    power = (exponent or "0").replace(MINUS, "-")
    size = float(f"{digits.replace(',', '.')}e{power}") / divisor
    if size == float("inf"):
        raise ValueError("That number is too large.")
    return -size if sign in ("-", MINUS) and size else size  # -0 is 0


def _score_number(declaration: Declaration, response: Any) -> float:
    try:
        value = parse_typed_number(response, declaration.unit)
    except (ValueError, TypeError, AttributeError):
        return 0.0
    return float(any(is_within(value, key, declaration.tolerance or {}) for key in declaration.correct))


def _score_text(accepted_texts: list[str], response: Any) -> float:
    return float(isinstance(response, str) and _normalize_text(response) in map(_normalize_text, accepted_texts))


def _normalize_text(text: str) -> str:
    """The text in lower case, with single spaces and letters composed alike, so that such differences do not count."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def _score_one_choice(accepted_ids: list[str], response: Any) -> float:
    return float(isinstance(response, str) and response in accepted_ids)


def _score_hits_minus_extras(keys: list[str], response: Any) -> float:
    """Hits minus extras, over the number of keys: choosing everything earns nothing."""
    chosen = _set_of_texts_or_empty(response)
    hits = len(chosen & set(keys))
    return max(0, hits - (len(chosen) - hits)) / len(keys)


def _score_share_of_ordered_pairs(keys: list[str], response: Any) -> float:
    """Share of all pairs that are in the right order; 0 if the response does not arrange the same ids."""
    if not isinstance(response, list) or len(response) != len(keys) or _set_of_texts_or_empty(response) != set(keys):
        return 0.0
    pairs = list(combinations(keys, 2))
    right = [bool(response.index(first) < response.index(second)) for first, second in pairs]
    return sum(right) / len(pairs)


def _score_share_of_matched_rows(rows: list[list[str]], response: Any) -> float:
    """Share of rows matched rightly; a left side given twice counts by its last partner."""
    given = (
        dict(response)
        if isinstance(response, list) and all(len(_set_of_texts_or_empty(row, 2)) for row in response)
        else {}
    )
    return sum(bool(given.get(left) == right) for left, right in rows) / len(rows)


def _set_of_texts_or_empty(response: Any, list_length: int | None = None) -> set[str]:
    """The texts of a response, each once, if it is a list (of this length, if given); an empty set if it is not."""
    listed = isinstance(response, list) and all(isinstance(name, str) for name in response)
    return set(response) if listed and list_length in (None, len(response)) else set()


_SCORES: dict[str, Callable[[list[Any], Any], float]] = {
    "single": _score_one_choice,
    "multiple": _score_hits_minus_extras,
    "ordered": _score_share_of_ordered_pairs,
    "pair": _score_share_of_matched_rows,
}
