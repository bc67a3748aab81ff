"""Predict which machines fail within 30 days, and validate the model.

The pipeline contains three leaks, so its validation accuracy is too good.
"""

import random
from statistics import fmean

SENSORS = [f"sensor_{k}" for k in range(100)]
COLUMNS = [*SENSORS, "repair_hours"]


def split(rows):
    """Return (training, validation), each with about half of the rows."""
    shuffled = list(rows)
    random.Random(1).shuffle(shuffled)
    half = len(shuffled) // 2
    return shuffled[:half], shuffled[half:]


def choose_columns(rows, count=6):
    """Return the columns whose mean differs most between the two classes."""
    failing = [row for row in rows if row["fails"] == 1]
    healthy = [row for row in rows if row["fails"] == 0]

    def difference(column):
        failing_mean = fmean(row[column] for row in failing)
        healthy_mean = fmean(row[column] for row in healthy)
        return abs(failing_mean - healthy_mean)

    return sorted(COLUMNS, key=difference, reverse=True)[:count]


def validate(rows):
    """Return the model and its accuracy on the validation rows."""
    columns = choose_columns(rows)
    training, validation = split(rows)
    model = {"columns": columns, "training": training}
    return model, accuracy(model, validation)


# The code below contains no leak. You do not need to change it.


def predict(model, row):
    """Return the label of the most similar training row (1-nearest neighbor)."""

    def distance(other):
        return sum((row[column] - other[column]) ** 2 for column in model["columns"])

    return min(model["training"], key=distance)["fails"]


def accuracy(model, rows):
    """Return the share of rows whose label the model predicts correctly."""
    return fmean(predict(model, row) == row["fails"] for row in rows)


def record(factory, machines=40, weeks=3, is_history=True):
    """Return a row for each machine and week; new data has no repairs yet."""
    informative = random.Random(factory).sample(SENSORS, 2)
    draw = random.Random(f"{factory} {is_history}")
    rows = []
    for machine in range(machines):
        fails = draw.randint(0, 1)
        usual = {sensor: draw.gauss(0, 1) for sensor in SENSORS}
        for sensor in informative:
            usual[sensor] += 1.2 * fails
        for week in range(weeks):
            row = {"machine": machine, "week": week, "fails": fails}
            for sensor in SENSORS:
                row[sensor] = usual[sensor] + draw.gauss(0, 0.2)
            row["repair_hours"] = draw.uniform(4, 12) if fails and is_history else 0.0
            rows.append(row)
    return sorted(rows, key=lambda row: row["week"])


scores, next_month = [], []
for factory in range(20):
    model, score = validate(record(factory))
    scores.append(score)
    new_machines = record(factory, weeks=1, is_history=False)
    next_month.append(accuracy(model, new_machines))
print("Columns of the last factory:", ", ".join(model["columns"]))
print(f"Validation accuracy: {fmean(scores):.2f}")
print(f"Accuracy next month, on new machines: {fmean(next_month):.2f}")
