"""Columns of rows as they go into a metric, read once: or a ValueError that says what is wrong or not supported.

A column is a list or tuple of n values of one kind, n >= 1, in one dimension.
"""

from ..arithmetic import sort_ascending

NUMERIC = (int, float, bool)
ONE_DIMENSION = " must have one dimension and contain numbers, booleans, or strings, all of one type"
MOST = 1.7976931348623157e308  # the largest float


def checked_class_labels(column_name: str, values) -> list:
    """The column's labels, all texts or all whole numbers, these as int (True is 1); or ValueError."""
    known = _same_type_labels_by_value(column_name, values)
    return [known[value] for value in values]


def sorted_distinct_labels(column_name: str, values) -> list:
    """The distinct labels of the column, sorted."""
    return sorted_distinct(_same_type_labels_by_value(column_name, values).values())


def sorted_distinct(labels) -> list:
    """Labels that were read from a column, sorted, each once."""
    return sort_ascending(list(set(labels)))


def _same_type_labels_by_value(column_name: str, values) -> dict:
    """Value -> label, all texts or all numbers; or ValueError.

    Only the first of equal values is looked at: a column has many rows and few labels.
    """
    known: dict = {}
    _require_nonempty_list_or_tuple(column_name, values)
    try:
        for value in values:
            if value not in known:
                known[value] = _to_class_label(column_name, value)
    except TypeError:  # a list has no hash
        raise ValueError(column_name + ONE_DIMENSION)
    if len({type(label) for label in known.values()}) > 1:
        raise ValueError(column_name + " must contain only strings or only numbers")
    return known


def checked_label_columns(y_true, y_pred) -> tuple:
    """Both columns of labels, equally long and of one kind."""
    true_labels, pred_labels = checked_class_labels("y_true", y_true), checked_class_labels("y_pred", y_pred)
    require_same_length("y_pred", true_labels, pred_labels)
    if (type(true_labels[0]) is str) != (type(pred_labels[0]) is str):
        raise ValueError("one column contains strings, the other numbers")
    return true_labels, pred_labels


def finite_floats(column_name: str, values) -> list:
    """The column's numbers as floats, all finite."""
    least, most = -MOST, MOST
    _require_nonempty_list_or_tuple(column_name, values)
    try:
        for value in values:
            if not least <= value <= most:
                raise ValueError(column_name + " contains nan or infinity")
    except TypeError:
        raise ValueError(column_name + " must have one dimension and contain only numbers")
    return [float(value) for value in values]


def shares(column_name: str, values) -> list:
    """The column's numbers as floats, all in [0, 1]."""
    values = finite_floats(column_name, values)
    if min(values) < 0 or max(values) > 1:
        raise ValueError(column_name + " must be between 0 and 1")
    return values


def pos_label_or_1_if_unambiguous(found_labels: list, pos_label):
    """The positive label: pos_label, or 1 if it is None and the labels found can only mean that; or ValueError."""
    if pos_label is None:
        if found_labels not in ([0, 1], [-1, 1], [0], [1], [-1]):
            raise ValueError("the labels are not 0 and 1 or -1 and 1: specify the positive label in pos_label")
        return 1
    if type(pos_label) not in (int, float, bool, str):
        raise ValueError("pos_label must be a label")
    return pos_label


def require_same_length(column_name: str, y_true: list, column: list) -> None:
    """Raises ValueError unless the column, called column_name in the message, has as many rows as y_true."""
    if len(y_true) != len(column):
        raise ValueError("y_true has %d rows, but %s has %d" % (len(y_true), column_name, len(column)))


def refuse_weights(sample_weight) -> None:
    """Raises ValueError unless sample_weight is None."""
    if sample_weight is not None:
        raise ValueError("sample_weight is not supported: every row has the same weight")


def _require_nonempty_list_or_tuple(column_name: str, values) -> None:
    """Raises ValueError unless the values are a list or tuple, and at least one."""
    if type(values) not in (list, tuple):
        raise ValueError(column_name + " must be a list or tuple")
    if not values:
        raise ValueError(column_name + " is empty")


def _to_class_label(column_name: str, value):
    """The value as a class label, a text or an int; or ValueError."""
    if type(value) is str:
        return value
    if type(value) not in NUMERIC:
        raise ValueError(column_name + ONE_DIMENSION)
    if value - value != 0 or value != int(value):
        raise ValueError(column_name + " must contain integers or strings: apply a threshold to scores first")
    return int(value)
