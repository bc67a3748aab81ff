"""Basic arithmetic under a name, so that a wrong formula can be written down as openly as a right one."""

import math

from ..arithmetic import Undefined


def ratio(numerator: float, denominator: float) -> float:
    """Ratio numerator / denominator. Raises Undefined if the denominator is 0."""
    if denominator == 0:
        raise Undefined("the divisor is 0")
    return numerator / denominator


def difference(a: float, b: float) -> float:
    """Difference a - b."""
    return a - b


def product(a: float, b: float) -> float:
    """Product a * b."""
    return a * b


def root(a: float) -> float:
    """Square root of a. Raises Undefined if a is negative."""
    if a < 0:
        raise Undefined("a negative number has no square root")
    return math.sqrt(a)
