"""Metrics by name: from counts under the bare term, from rows under scikit-learn's name, and basic arithmetic.

`from live.metrics import precision` gives any of them; what each takes stands in the file named for what goes in:
counts, labels, averaging (labels one by one), ranking and curves (scores), probabilities, regression, extras (what
scikit-learn has no function for), basic_arithmetic. All of them are in METRICS.

Nothing is loaded before it is asked for: compiling it all would delay the first answer of a calculator that needs one
file. A calculator therefore imports from the file: `from ..metrics.counts import precision`.
"""


def __getattr__(name: str):
    """A metric, or METRICS."""
    if name[:1] == "_":
        raise AttributeError(name)
    return getattr(__import__(__name__ + ".names", None, None, ["METRICS"]), name)
