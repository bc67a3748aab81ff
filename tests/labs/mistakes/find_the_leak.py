"""Find the leak: what the lab must say to its unchanged starter and to typical mistakes."""

from tests.labs.mistake import Mistake

STARTER = ("test_outcome", "The model may still use repair_hours.")

MISTAKES = [
    Mistake(
        "the column of the outcome is kept",
        "COLUMNS = SENSORS",
        'COLUMNS = [*SENSORS, "repair_hours"]',
        "test_outcome",
        "These hours are worked after a failure",
    ),
    Mistake(
        "split by week instead of by machine",
        'training = [row for row in rows if row["machine"] in for_training]\n'
        '    validation = [row for row in rows if row["machine"] not in for_training]',
        'training = [row for row in rows if row["week"] < 2]\n'
        '    validation = [row for row in rows if row["week"] == 2]',
        "test_groups",
        "In a test factory with 40 machines, 40 have rows in training and in validation",
    ),
    Mistake(
        "columns chosen from all rows",
        "choose_columns(training)",
        "choose_columns(rows)",
        "test_columns_from_training",
        "choose_columns received 120 rows, and 60 of them are validation rows.",
    ),
    Mistake(
        "columns chosen from validation rows",
        "choose_columns(training)",
        "choose_columns(validation)",
        "test_columns_from_training",
        "received 60 validation rows and no training row. Swap the two",
    ),
    Mistake(
        "rows dropped to separate the machines",
        "return training, validation\n",
        'return [row for row in training if row["week"] == 0], validation\n',
        "test_split_keeps_the_rows",
        "Your split keeps 80 of 120 rows.",
    ),
    Mistake(
        "machine numbers written into the code",
        "set(machines[: len(machines) // 2])",
        "set(range(20))",
        "test_split_keeps_the_rows",
        "Validation gets 120 of 120 rows.",
    ),
    Mistake(
        "accuracy measured on training rows",
        "return model, accuracy(model, validation)",
        "return model, accuracy(model, training)",
        "test_accuracy_is_measured_on_validation_rows",
        "Each training row is its own nearest neighbor.",
    ),
    Mistake(
        "accuracy measured on all rows",
        "return model, accuracy(model, validation)",
        "return model, accuracy(model, rows)",
        "test_accuracy_is_measured_on_validation_rows",
        "validate returned an accuracy of 0.8667, but on the validation rows the model has 0.7333.",
    ),
    Mistake(
        "sensors read off the simulator",
        "COLUMNS = SENSORS",
        'COLUMNS = ["sensor_0", "sensor_1"]',
        "test_outcome",
        "COLUMNS contains 2 of 100 sensors.",
    ),
    Mistake(
        "a column that is not a sensor",
        "COLUMNS = SENSORS",
        'COLUMNS = [*SENSORS, "week"]',
        "test_outcome",
        "The model may use week, which is not a measurement.",
    ),
    Mistake(
        "trained on all rows",
        '"training": training}',
        '"training": rows}',
        "test_accuracy_is_measured_on_validation_rows",
        "The model was trained on 60 validation rows",
    ),
    Mistake(
        "all rows for training",
        "return training, validation\n",
        "return rows, validation\n",
        "test_split_keeps_the_rows",
        "Your split returns 180 rows for 120: some rows are in it more than once.",
    ),
    Mistake(
        "all rows in one list",
        "return training, validation\n",
        "return training + validation\n",
        "test_split_keeps_the_rows",
        "Return two lists: return training, validation.",
    ),
    Mistake(
        "the label among the columns",
        "COLUMNS = SENSORS",
        'COLUMNS = [*SENSORS, "fails"]',
        "test_outcome",
        "The model may use the column fails, which is the label itself.",
    ),
    Mistake(
        "rows that are not split by split",
        "training, validation = split(rows)",
        "training, validation = rows[::2], rows[1::2]",
        "test_accuracy_is_measured_on_validation_rows",
        "validate must call split, and measure the accuracy on the validation rows.",
    ),
    Mistake(
        "accuracy printed instead of returned",
        "return model, accuracy(model, validation)",
        "return model, print(accuracy(model, validation))",
        "test_accuracy_is_measured_on_validation_rows",
        "validate returned None as the accuracy.",
    ),
    Mistake(
        "the model alone",
        "return model, accuracy(model, validation)",
        "return model",
        "test_outcome",
        "Return the model and its accuracy: return model, accuracy(...).",
    ),
    Mistake(
        "the column of the outcome in predict",
        'for column in model["columns"])',
        'for column in [*model["columns"], "repair_hours"])',
        "test_score_is_honest",
        "Validation is still too optimistic: a leak is left.",
    ),
]
