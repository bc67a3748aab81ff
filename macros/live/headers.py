"""The first line of a table: whether it holds names of columns, and which of them are wanted."""

from .arithmetic import format_number, shorten_for_message
from .cell_values import LABELS, Unreadable, parse_cell_number

HEADS = 12  # names of columns that are shown
NAMES = {  # names of a wanted column, the surest ones first; after "*" anything may follow
    "y_true": (
        ("y_true",),
        ("y_true*",),
        ("actual", "label", "target", "truth", "labels", "actuals", "true_label", "actual_label", "ground_truth"),
        ("class", "outcome", "observed", "y"),
    ),
    "y_score": (
        ("y_score", "y_prob", "p_*"),
        ("score", "probability", "proba", "y_proba", "prob", "scores", "predicted_probability"),
        ("prediction", "predicted", "y_pred", "predictions", "pred"),
    ),
    "y_pred": (
        ("y_pred",),
        ("predicted", "prediction", "predictions", "pred", "forecast", "estimate", "y_hat"),
        ("score",),
    ),
}


def is_data_row(cells: list, column_separator: str) -> bool:
    """Whether a first line holds numbers, or what stands for a missing one or a label, and no names."""
    for cell in cells:
        try:
            parse_cell_number(cell.strip().rstrip("%"), column_separator)
        except Unreadable:
            if cell.strip().lower() not in ("nan", "inf", "-inf", "") and cell.strip().lower() not in LABELS:
                return False
    return True


def find_column(wanted: str, heads: list) -> int:
    """Place of the wanted column among the heads; -1 if none or several could be it."""
    normal = [head.strip().lower().replace(" ", "_").replace("-", "_") for head in heads]
    for patterns in NAMES[wanted]:
        found = [k for k in range(len(normal)) if _matches_any(patterns, normal[k])]
        if found:
            return found[0] if len(found) == 1 else -1
    return -1


def list_columns(heads: list) -> str:
    """The first names of columns, and how many more there are."""
    words = ", ".join([shorten_for_message(head) for head in heads[:HEADS]])
    return words if len(heads) <= HEADS else "%s and %s more" % (words, format_number(len(heads) - HEADS))


def _matches_any(patterns: tuple, head: str) -> bool:
    """Whether a head is one of the names, or starts with one that ends in "*"."""
    for pattern in patterns:
        if head == pattern or (pattern[-1] == "*" and head[: len(pattern) - 1] == pattern[:-1]):
            return True
    return False
