"""Cells of a table as labels, shares and amounts; or a sentence that says what a cell must hold."""

from .arithmetic import (
    DIGITS,
    divide_by_100_exactly,
    float_or_inf_or_none,
    format_number,
    shorten_for_message,
    sort_ascending,
)

LABELS = {  # words for the two classes, in small letters
    "0": 0,
    "1": 1,
    "0.0": 0,
    "1.0": 1,
    "false": 0,
    "true": 1,
    "no": 0,
    "yes": 1,
    "n": 0,
    "y": 1,
    "neg": 0,
    "pos": 1,
    "negative": 0,
    "positive": 1,
}
LARGEST = 10**15  # an amount: sums of squares of millions of them are finite, and every whole one is exact


class Unreadable(ValueError):
    """What is wrong with a row, in words.

    outside: the number, if its score lies outside 0 to 1. label: what stands where a label should be.
    """

    outside: float | None = None
    label = ""


def split_row(line: str, column_separator: str) -> list:
    """Cells of a row without the spaces around them; a cell in double quotes may hold the separator."""
    if '"' not in line:
        return [cell.strip() for cell in line.split(column_separator)]
    cells: list = [[]]  # of parts: adding texts up takes seconds where a line is long
    for i, part in enumerate(line.split('"')):
        within = [part] if i % 2 else part.split(column_separator)
        cells[-1].append(within[0])
        cells.extend([each] for each in within[1:])
    return ["".join(parts).strip() for parts in cells]


def parse_label_or_raise(cell: str, allow_decimal_comma: bool, class_by_word: dict, message_word_by_class: dict) -> int:
    """0 or 1; raises Unreadable for any other cell.

    class_by_word: the class of each word in small letters; numbers are read too where it is LABELS.
    message_word_by_class: class -> the first word that the file has for it, for the message of the error.
    """
    text = cell.strip().lower()
    if text in class_by_word:
        return class_by_word[text]
    if class_by_word is LABELS:
        try:
            value = parse_finite_float_or_raise(cell, allow_decimal_comma)
        except Unreadable:
            value = 0.5
        if value in (0, 1):
            return int(value)
    wanted = _accepted_words_joined_by_or(class_by_word, message_word_by_class)
    found = shorten_for_message(cell) or "nothing"
    problem = Unreadable("the label must be %s; found %s" % (wanted, found))
    problem.label = cell.strip()
    raise problem


def _accepted_words_joined_by_or(class_by_word: dict, message_word_by_class: dict) -> str:
    """The two words that a label can be, as in "yes or no": the positive one first, unless they are numbers."""
    if class_by_word is not LABELS:
        words = sort_ascending(list(class_by_word))
    elif len(message_word_by_class) < 2 or message_word_by_class[1][0] in DIGITS:
        words = ["0", "1"]
    else:
        words = [message_word_by_class[1], message_word_by_class[0]]
    return " or ".join([shorten_for_message(word) for word in words])


def parse_score_or_raise(cell: str, divisor: int) -> float:
    """A float from 0 to 1; raises Unreadable for any other cell.

    divisor: 100 where the column holds percentages, else 1. A cell with a percent sign is a percentage in any case.
    """
    text = cell.strip().replace(",", ".")  # a score has no thousands
    if text[-1:] == "%":
        text, divisor = text[:-1], 100
    value = parse_finite_float_or_raise(text, allow_decimal_comma=False)
    if divisor == 100:
        value = divide_by_100_exactly(text.strip(), value)
    if not 0 <= value <= 1:
        wanted = "0 and 1" if divisor == 1 else "0% and 100%"
        problem = Unreadable("a score must be between %s; found %s" % (wanted, shorten_for_message(cell)))
        problem.outside = value
        raise problem
    return value


def parse_float_up_to_1e15_or_raise(cell: str, allow_decimal_comma: bool) -> float:
    """A float of up to LARGEST, above 0 or below; raises Unreadable for any other cell."""
    value = parse_finite_float_or_raise(cell, allow_decimal_comma)
    if abs(value) > LARGEST:
        raise Unreadable("%s is too large; the maximum is %s" % (shorten_for_message(cell), format_number(LARGEST)))
    return value


def comma_meaning(cell: str) -> str:
    """What the commas of a number must be: "decimal" or "thousands"; "either" as in 1,234; "" where there is none."""
    whole, point, _ = cell.strip().lstrip("+-").partition(".")
    groups = whole.split(",")
    if len(groups) == 1:
        return ""
    is_grouped = 1 <= len(groups[0]) <= 3 and groups[0][0] != "0"
    for group in groups[1:]:
        is_grouped = is_grouped and len(group) == 3
    if not is_grouped:
        return "decimal" if len(groups) == 2 and not point else ""
    return "thousands" if len(groups) > 2 or point else "either"


def parse_finite_float_or_raise(cell: str, allow_decimal_comma: bool) -> float:
    """A finite float; raises Unreadable for any other cell."""
    text = cell.strip()
    if allow_decimal_comma:
        text = text.replace(",", ".")
    if not text:
        raise Unreadable("a number is missing")
    if text.lower() in ("nan", "na", "null", "none"):
        raise Unreadable("%s is not a number; a missing prediction cannot be evaluated" % shorten_for_message(cell))
    if text.lower().lstrip("+-") in ("inf", "infinity"):
        raise Unreadable("%s is not a finite number" % shorten_for_message(cell))
    value = float_or_inf_or_none(text)
    if value is None:
        raise Unreadable("%s is not a number" % shorten_for_message(cell))
    if value - value != 0:
        raise Unreadable("%s is too large" % shorten_for_message(cell))
    return value
