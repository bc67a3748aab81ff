"""A typical mistake of a lab."""

from typing import NamedTuple


class Mistake(NamedTuple):
    """A change of a lab's solution that a reader could make, and the diagnosis it must get."""

    id: str
    old: str  # a text that occurs once in the solution
    new: str  # what a reader writes instead
    test: str  # the test that notices
    says: str  # part of its diagnosis
