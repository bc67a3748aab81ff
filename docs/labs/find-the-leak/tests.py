"""Tests for "Find the leak": they watch which rows each step receives, so any correct repair passes."""

from statistics import fmean

from harness import after, fail, is_close, is_number, shown

SIGNATURES = (
    "split(rows)",
    "choose_columns(rows, count=6)",
    "validate(rows)",
    "predict(model, row)",
    "accuracy(model, rows)",
    "record(factory, machines=40, weeks=3, is_history=True)",
    "SENSORS",
    "COLUMNS",
)
MACHINES = 40  # of a test factory


def test_split_keeps_the_rows(lab):
    """The split uses every row once"""
    rows = factory_rows(lab, 23)
    training, validation = split(lab, rows)
    found = [key(row) for row in training + validation]
    if len(set(found)) < len(rows):
        fail(
            f"Your split keeps {len(set(found))} of {len(rows)} rows. Do not drop rows to separate the machines: put "
            "every row of a machine on the side of that machine."
        )
    if len(found) > len(rows):
        fail(f"Your split returns {len(found)} rows for {len(rows)}: some rows are in it more than once.")
    if not len(rows) / 4 <= len(validation) <= len(rows) * 3 / 4:
        fail(
            f"Validation gets {len(validation)} of {len(rows)} rows. Put about half of the machines that occur in rows "
            "on each side. In this test, their numbers are not 0 to 39."
        )


@after("split", test_split_keeps_the_rows)
def test_outcome(lab):
    """No column knows the outcome"""
    watched = watch_validate(lab, factory_rows(lab, 21))
    if "repair_hours" in watched["columns"] or "repair_hours" in lab.COLUMNS:
        fail(
            "The model may still use repair_hours. These hours are worked after a failure, so the column is 0 for "
            "every machine when a prediction is due. Remove it from COLUMNS."
        )
    if "fails" in watched["columns"] or "fails" in lab.COLUMNS:
        fail("The model may use the column fails, which is the label itself. Only sensors may be columns.")
    strange = [column for column in {*watched["columns"], *lab.COLUMNS} if column not in lab.SENSORS]
    if strange:
        fail(f"The model may use {min(strange)}, which is not a measurement. Only sensors may be columns.")
    missing = set(lab.SENSORS) - set(lab.COLUMNS)
    if missing:
        fail(
            f"COLUMNS contains {len(set(lab.COLUMNS))} of {len(lab.SENSORS)} sensors. A sensor leaks nothing, and the "
            "team does not know which sensors are informative. Keep all of them; choose_columns selects six."
        )


@after("split", test_split_keeps_the_rows)
def test_groups(lab):
    """No machine is on both sides of the split"""
    training, validation = split(lab, factory_rows(lab, 22))
    both = {row["machine"] for row in training} & {row["machine"] for row in validation}
    if both:
        fail(
            f"In a test factory with {MACHINES} machines, {len(both)} have rows in training and in validation, so the "
            "model recognizes machines that it knows. Next month, the machines are new. Assign whole machines to one "
            "side."
        )


@after("split", test_split_keeps_the_rows)
def test_columns_from_training(lab):
    """Columns are chosen from training rows only"""
    watched = watch_validate(lab, factory_rows(lab, 24))
    validation, seen = watched["validation"], watched["seen"]
    if seen is None or validation is None:
        fail("validate must call both split and choose_columns. Call split first, then choose_columns(training).")
    leaked = len(validation & seen)
    if leaked and leaked == len(seen):
        fail(
            f"choose_columns received {leaked} validation rows and no training row. Swap the two: the training rows "
            "choose the columns, the validation rows only measure the result."
        )
    if leaked:
        fail(
            f"choose_columns received {len(seen)} rows, and {leaked} of them are validation rows. It reads their "
            "labels, so the validation rows helped to build the model. Split first, then pass only the training rows."
        )


@after("split", test_split_keeps_the_rows)
def test_accuracy_is_measured_on_validation_rows(lab):
    """The accuracy is measured on rows that the model has not seen"""
    watched = watch_validate(lab, factory_rows(lab, 25))
    model, score, validation = watched["model"], watched["score"], watched["validation_rows"]
    if validation is None:
        fail("validate must call split, and measure the accuracy on the validation rows.")
    known = {key(row) for row in model["training"]} & watched["validation"]
    if known:
        fail(
            f"The model was trained on {len(known)} validation rows, so it has seen their labels. Put only the "
            'training rows into model["training"].'
        )
    if not is_number(score):
        fail(f"validate returned {shown(score)} as the accuracy. Return the result of accuracy(model, validation).")
    expected = lab.accuracy(model, validation)
    if is_close(score, expected):
        return
    told = (
        f"validate returned an accuracy of {shown(score)}, but on the validation rows the model has {shown(expected)}."
    )
    if score == 1:
        fail(f"{told} Each training row is its own nearest neighbor. Measure the accuracy on the validation rows.")
    fail(f"{told} Measure the accuracy on the validation rows alone.")


@after("split", test_split_keeps_the_rows, test_groups)
@after("COLUMNS", test_outcome)
@after("validate", test_columns_from_training, test_accuracy_is_measured_on_validation_rows)
def test_score_is_honest(lab):
    """Validation accuracy is close to the accuracy next month"""
    validation, next_month = [], []
    for factory in range(10):
        model, score = lab.validate(lab.record(factory))
        validation.append(score)
        next_month.append(lab.accuracy(model, lab.record(factory, weeks=1, is_history=False)))
    if fmean(validation) - fmean(next_month) > 0.15:
        fail(
            f"For ten factories, the mean validation accuracy is {fmean(validation):.2f}, and the mean accuracy next "
            f"month is {fmean(next_month):.2f}. Validation is still too optimistic: a leak is left."
        )


def factory_rows(lab, factory):
    """The rows of a factory whose machines have other numbers than in the code, in case a solution contains them."""
    return [{**row, "machine": 3 * row["machine"] + 500} for row in lab.record(factory, machines=MACHINES)]


def key(row):
    """What identifies a row, even if a step copied it."""
    return row["machine"], row["week"]


def split(lab, rows):
    """(training, validation) as the reader's split returns them, as lists."""
    parts = lab.split(rows)
    if not isinstance(parts, tuple | list) or len(parts) != 2:
        fail(f"split returned {shown(parts)}. Return two lists: return training, validation.")
    return list(parts[0]), list(parts[1])


def watch_validate(lab, rows):
    """Run validate(rows), and record what split returned, what choose_columns received, and what came out."""
    watched = {"validation": None, "validation_rows": None, "seen": None}
    own_split, own_choose = lab.split, lab.choose_columns

    def watched_split(*arguments, **named):
        training, validation = own_split(*arguments, **named)
        watched.update(validation={key(row) for row in validation}, validation_rows=list(validation))
        return training, validation

    def watched_choose(rows, *arguments, **named):
        rows = list(rows)
        watched["seen"] = (watched["seen"] or set()) | {key(row) for row in rows}
        return own_choose(rows, *arguments, **named)

    lab.split, lab.choose_columns = watched_split, watched_choose
    try:
        result = lab.validate(rows)
    finally:
        lab.split, lab.choose_columns = own_split, own_choose
    if not isinstance(result, tuple) or len(result) != 2:
        fail(f"validate returned {shown(result)}. Return the model and its accuracy: return model, accuracy(...).")
    watched.update(model=result[0], score=result[1], columns=list(result[0]["columns"]))
    return watched
