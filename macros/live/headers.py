"""The first line of a table: whether it holds names of columns, and which of them are wanted."""

from .arithmetic import format_number, shorten_for_message
from .cell_values import LABELS, Unreadable, parse_finite_float_or_raise

SHOWN = 12  # names of columns in a message
NAMES = {  # role -> names of its column, the surest ones first; after "*" anything may follow
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


def has_only_numbers_or_labels(cells: list, allow_decimal_comma: bool) -> bool:
    """Whether a first line holds numbers, or what stands for a missing one or a label, and no names."""
    for cell in cells:
        try:
            parse_finite_float_or_raise(cell.strip().rstrip("%"), allow_decimal_comma)
        except Unreadable:
            if cell.strip().lower() not in ("nan", "inf", "-inf", "") and cell.strip().lower() not in LABELS:
                return False
    return True


def find_unique_column_or_minus_1(role: str, headers: list) -> int:
    """Index of the only header that can name the column of a role, such as "y_true"; -1 if none or several can."""
    normal = [header.strip().lower().replace(" ", "_").replace("-", "_") for header in headers]
    for wildcards in NAMES[role]:
        found = [k for k in range(len(normal)) if _matches_any_wildcard(wildcards, normal[k])]
        if found:
            return found[0] if len(found) == 1 else -1
    return -1


def shorten_column_list(headers: list) -> str:
    """The first names of columns, and how many more there are."""
    words = ", ".join([shorten_for_message(header) for header in headers[:SHOWN]])
    return words if len(headers) <= SHOWN else "%s and %s more" % (words, format_number(len(headers) - SHOWN))


def _matches_any_wildcard(wildcards: tuple, header: str) -> bool:
    """Whether a header is one of the names, or starts with one that ends in "*"."""
    for wildcard in wildcards:
        if header == wildcard or (wildcard[-1] == "*" and header[: len(wildcard) - 1] == wildcard[:-1]):
            return True
    return False
