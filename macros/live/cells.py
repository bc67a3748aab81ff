"""Cells of a table as labels, shares and numbers; or a sentence that says what a cell must hold."""

TRUTHS = {"0": 0, "1": 1, "0.0": 0, "1.0": 1, "false": 0, "true": 1}
DIGITS = "0123456789.-+eE"


class Unreadable(ValueError):
    """What is wrong with a row, in words; `outside`: its score is a number that lies outside 0 to 1."""

    outside = False


def split(line: str, mark: str) -> list:
    """Cells of a row without the spaces around them; a cell in double quotes may hold the mark."""
    if '"' not in line:
        return [cell.strip() for cell in line.split(mark)]
    cells, part, quoted = [], "", False
    for letter in line:
        if letter == '"':
            quoted = not quoted
        elif letter == mark and not quoted:
            cells.append(part.strip())
            part = ""
        else:
            part += letter
    return cells + [part.strip()]


def label(cell: str, mark: str) -> int:
    """0 or 1."""
    text = cell.strip().lower()
    if text in TRUTHS:
        return TRUTHS[text]
    try:
        value = number(cell, mark)
    except Unreadable:
        value = 0.5
    if value not in (0, 1):
        raise Unreadable("the label must be 0 or 1; this says %s" % _shown(cell))
    return int(value)


def share(cell: str, mark: str) -> float:
    """A number from 0 to 1."""
    value = number(cell, mark)
    if not 0 <= value <= 1:
        problem = Unreadable("a score must lie from 0 to 1; this says %s" % _shown(cell))
        problem.outside = True
        raise problem
    return value


def number(cell: str, mark: str) -> float:
    """A finite number; its decimal mark may be a comma where columns are parted by semicolons or tabs."""
    text = cell.strip()
    if mark != ",":
        text = text.replace(",", ".")
    if not text:
        raise Unreadable("a number is missing")
    if text.lower() in ("nan", "na", "null", "none"):
        raise Unreadable("%s is no number; a missing prediction cannot be counted" % _shown(cell))
    if text.lower().lstrip("+-") in ("inf", "infinity"):
        raise Unreadable("%s is no finite number" % _shown(cell))
    if [letter for letter in text if letter not in DIGITS]:
        raise Unreadable("%s is no number" % _shown(cell))
    try:
        value = float(text)
    except ValueError:
        raise Unreadable("%s is no number" % _shown(cell))
    if value - value != 0:
        raise Unreadable("%s is too large" % _shown(cell))
    return value


def _shown(cell: str) -> str:
    text = cell if len(cell) <= 24 else cell[:24] + "..."
    return text if text else "nothing"
