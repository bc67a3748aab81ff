"""Planted faults that no test can notice, because they are none: the line as `tests.live.mutants` prints it -> why."""

EXPLAINED: dict[str, str] = {
    'arithmetic.x_tied: - whole = ("-" if x < 0 else "") + str(n // scale) '
    '+ whole = ("-" if x <= 0 else "") + str(n // scale)': "0 is never a tie, so it does not come here",
    'arithmetic.x_written: - sign = "\\u2212" if x < 0 and text.strip("0.") else "" '
    '+ sign = "\\u2212" if x <= 0 and text.strip("0.") else ""': "nothing is left of the text of 0, so it gets no sign",
    'arithmetic.x_written: - sign = "\\u2212" if x < 0 and text.strip("0.") else "" '
    '+ sign = "\\u2212" if x < 0 and text.strip("XX0.XX") else ""': "the text of a number holds no X",
    'x___getattr__: - return getattr(__import__(__name__ + ".names", None, None, ["METRICS"]), name) '
    '+ return getattr(__import__(__name__ + ".names", None, None, ["XXMETRICSXX"]), name)': "any name makes "
    "__import__ give the file itself; it need not be there",
    'x___getattr__: - return getattr(__import__(__name__ + ".names", None, None, ["METRICS"]), name) '
    '+ return getattr(__import__(__name__ + ".names", None, None, ["metrics"]), name)': "as above",
    "ranking.x_advance: - score = p if p > n else n + score = p if p >= n else n": "of two equals either will do",
    'averaging.x__scored: - return _average(shares, [tally[2] if average == "weighted" else 1 for tally in tallies]) '
    '+ return _average(shares, [tally[2] if average == "weighted" else 2 for tally in tallies])': "equal weights are "
    "equal weights",
    "curves.x__area_up_to: - while fpr[k] <= most: + while fpr[k] < most:": "a point at the limit ends the last whole "
    "part, or a cut part as wide as the whole",
}
