"""Estimate bias and variance of three models by resampling.

The models predict the water level of a port, in meters above the mean level, at a
time x in the tidal cycle. x is between 0 and 1.
"""

import math
import random
from statistics import fmean, linear_regression

X = 0.1875  # the time at which all predictions are compared
NOISE = 0.5  # standard deviation of one measurement, in meters


def truth(x):
    """Return the expected water level, which only a simulation knows."""
    return math.sin(2 * math.pi * x)


def draw_sample(rows, generator):
    """Return a new training sample: a list of times and a list of measured levels."""
    xs = [(i + 0.5) / rows for i in range(rows)]
    return xs, [truth(x) + generator.gauss(0, NOISE) for x in xs]


def constant(xs, ys, x):
    """Predict the mean of all measurements, whatever the time."""
    return fmean(ys)


def line(xs, ys, x):
    """Predict with a straight line that is fitted to all measurements."""
    slope, intercept = linear_regression(xs, ys)
    return intercept + slope * x


def slots(xs, ys, x):
    """Predict the mean of the measurements in the same eighth of the cycle."""
    pairs = zip(xs, ys, strict=True)
    return fmean(level for time, level in pairs if int(8 * time) == int(8 * x))


MODELS = {"constant": constant, "line": line, "slots": slots}


def predictions(model, rows, repeats=500, seed=1):
    """Return the predictions at X of models that are trained on different samples."""
    generator = random.Random(seed)
    values = []
    for _ in range(repeats):
        xs, ys = draw_sample(rows, generator)
        values.append(model(xs, ys, X))
    return values


def bias_squared(values, expected):
    """Return the squared difference between the mean of the values and expected."""
    return (fmean(values) - expected) ** 2


def variance(values):
    """Return the mean squared difference between the values and their own mean."""
    mean = fmean(values)
    return fmean((value - mean) ** 2 for value in values)


def best_model(rows):
    """Return the name of the model with the lowest sum of bias squared and variance."""

    def error(name):
        values = predictions(MODELS[name], rows)
        return bias_squared(values, truth(X)) + variance(values)

    return min(MODELS, key=error)


# More data reduces the variance of every model and leaves its bias almost unchanged.
# With 8 rows, the line is best, because slots has too much variance. With 64 rows,
# slots is best, because nothing reduces the bias of the line.
FALLS_WITH_MORE_DATA = "variance"

print("model     rows  bias squared  variance")
for name, model in MODELS.items():
    for rows in (8, 64):
        values = predictions(model, rows)
        parts = f"{bias_squared(values, truth(X)):12.3f}  {variance(values):8.3f}"
        print(f"{name:9} {rows:4}  {parts}")
print("Best model with 8 rows:", best_model(8))
print("Best model with 64 rows:", best_model(64))
