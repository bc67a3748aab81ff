"""The first line of a table: whether it holds names of columns, and which of them are wanted."""

from .arithmetic import format_number, shorten
from .cell_values import Unreadable, parse_cell_number

HEADS = 12  # names of columns that are shown
NAMES = {
    "y_true": "y_true or starting with y_true",
    "y_score": "y_score or y_prob, or starting with p_",
    "y_pred": "y_pred",
}


def is_data_row(cells: list, mark: str) -> bool:
    """Whether a first line holds numbers, or what stands for a missing one, and no names."""
    for cell in cells:
        try:
            parse_cell_number(cell, mark)
        except Unreadable:
            if cell.strip().lower() not in ("nan", "inf", "-inf", "true", "false", ""):
                return False
    return True


def find_column(name: str, cells: list) -> tuple:
    """(place, "") of the wanted column among the heads; or (0, why none or several could be it)."""
    found = [k for k in range(len(cells)) if _is_header_of(name, cells[k])]
    return (found[0], "") if len(found) == 1 else (0, _why_not_found(name, [cells[k] for k in found], cells))


def _why_not_found(name: str, found: list, cells: list) -> str:
    if found:
        return "%d columns could be %s: %s. Rename or remove all but one." % (len(found), name, list_columns(found))
    return "The file has no column named %s. Its columns are: %s." % (NAMES[name], list_columns(cells))


def list_columns(cells: list) -> str:
    """The first names of columns, and how many more there are."""
    words = ", ".join([shorten(cell) for cell in cells[:HEADS]])
    return words if len(cells) <= HEADS else "%s and %s more" % (words, format_number(len(cells) - HEADS))


def _is_header_of(name: str, head: str) -> bool:
    """Whether the head of a column names the wanted one."""
    head = head.strip().lower()
    if name == "y_true":
        return head[:6] == "y_true"
    if name == "y_score":
        return head in ("y_score", "y_prob") or head[:2] == "p_"
    return head == name
