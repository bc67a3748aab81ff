"""Bias and variance: what the lab must say to its unchanged starter and to typical mistakes."""

from tests.labs.mistake import Mistake

STARTER = ("test_new_samples", "predictions returned a list of 1 for repeats=20.")

MISTAKES = [
    Mistake(
        "mean of the squares instead of the square of the mean",
        "return (fmean(values) - expected) ** 2",
        "return fmean((value - expected) ** 2 for value in values)",
        "test_bias_squared",
        "returned 40. This is the mean of the squared errors, which also contains the variance.",
    ),
    Mistake(
        "bias not squared",
        "return (fmean(values) - expected) ** 2",
        "return fmean(values) - expected",
        "test_bias_squared",
        "This is the bias. Square it.",
    ),
    Mistake(
        "variance of a sample",
        "return fmean((value - mean) ** 2 for value in values)",
        "return sum((value - mean) ** 2 for value in values) / (len(values) - 1)",
        "test_variance",
        "You divide by n - 1.",
    ),
    Mistake(
        "variance around the truth",
        "    mean = fmean(values)\n",
        "    mean = truth(X)\n",
        "test_variance",
        "Variance is measured around the mean of the values themselves.",
    ),
    Mistake(
        "one sample for all models",
        "    for _ in range(repeats):\n        xs, ys = draw_sample(rows, generator)\n",
        "    xs, ys = draw_sample(rows, generator)\n    for _ in range(repeats):\n",
        "test_new_samples",
        "All 20 models were trained on the same sample",
    ),
    Mistake(
        "the same seed for each sample",
        "xs, ys = draw_sample(rows, generator)",
        "xs, ys = draw_sample(rows, random.Random(seed))",
        "test_new_samples",
        "create the generator once, before the loop.",
    ),
    Mistake(
        "lowest bias instead of lowest sum",
        "return bias_squared(values, truth(X)) + variance(values)",
        "return bias_squared(values, truth(X))",
        "test_best_model",
        "best_model(8) returned 'slots'. It has the lowest bias, but not the lowest sum",
    ),
    Mistake(
        "more data lowers bias",
        '"variance"',
        '"bias"',
        "test_what_more_data_changes",
        "More data cannot bend a straight line.",
    ),
]
