"""Numbers of a key as a reader of an item meets them: in full where they are typed, short where they were computed."""

from __future__ import annotations

from macros.bank.scoring import MINUS

_DIGITS = 6  # a number with more of them was computed, and is shown rounded


def exact(value: float) -> str:
    """A number to the last digit that a reader may have to type: `0.4`, `1234.5678`; twelve digits hide 0.1 + 0.2."""
    return _plain(f"{value:.12g}")


def rounded(value: float) -> str:
    """A number that was computed: `12000`, or four digits where it has more than six."""
    digits = sum(sign.isdigit() for sign in f"{value:.12g}".lstrip("-0.").replace(".", ""))
    return exact(value) if digits <= _DIGITS or value == int(value) else _plain(f"{value:.4g}")


def _plain(text: str) -> str:
    """Without an exponent where twelve digits do without one, and with a true minus."""
    if "e" in text and 1e-6 <= abs(float(text)) < 1e15:
        text = f"{float(text):.12f}".rstrip("0").rstrip(".")
    return text.replace("-", MINUS)
