"""Plain arithmetic under a name, so that a wrong formula can be written down as openly as a right one."""

import math

from ..arithmetic import Undefined


def ratio(a: float, b: float) -> float:
    """Ratio a / b. Raises Undefined if b is 0."""
    if b == 0:
        raise Undefined("the divisor is 0")
    return a / b


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
