"""Reading, adding, sorting and showing numbers alike in CPython and MicroPython."""

INFINITY = float("inf")  # MicroPython's math has neither
NAN = float("nan")
DIGITS = "0123456789"
LONGEST = 400  # letters of a number; no number worth reading is longer, and a cell may hold a book
LEAST = 1e-100  # a number read that is nearer to 0 counts as 0: its square would be, and a quotient infinite


class Undefined(ValueError):
    """Nothing to divide by: the text names what is missing, as in "there are no predicted positives"."""


def float_or_inf_or_none(text: str, zero_below: float = LEAST):
    """The float that digits with a point or an exponent say; None for any other text, an infinity if it is too large.

    A number nearer to 0 than `zero_below` is returned as 0.
    """
    if len(text) > LONGEST:
        return None
    digits = [letter for letter in text.lower().partition("e")[0] if letter in DIGITS]
    if not digits or [letter for letter in text if letter not in DIGITS + ".-+eE"]:
        return None  # "." and "e5" too, which MicroPython takes for 0
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) >= zero_below else 0.0


def divide_by_100_exactly(number_text: str, number: float) -> float:
    """The nearest float to a hundredth of the number that the text says: 46.3 / 100 is less than 0.463.

    number_text: what `float_or_inf_or_none` has read as `number`.
    """
    return number / 100 if "e" in number_text.lower() else float(number_text + "e-2")


def total(values) -> float:
    """Sum of numbers, compensated (Neumaier), so that every runtime agrees; an overflow gives inf, not nan."""
    sum_so_far = lost = 0.0
    for each in values:
        value = float(each)
        new = sum_so_far + value
        if abs(sum_so_far) >= abs(value):
            lost += (sum_so_far - new) + value
        else:
            lost += (value - new) + sum_so_far
        sum_so_far = new
    finite = sum_so_far - sum_so_far == 0
    return sum_so_far + lost if finite else sum_so_far


def are_all_equal(nonempty_values) -> bool:
    """Whether all of one value or more are equal."""
    first = nonempty_values[0]
    for value in nonempty_values:
        if value != first:
            return False
    return True


def mean(values: list) -> float:
    """Arithmetic mean of one number or more."""
    return total(values) / len(values)


def format_fixed(x: float, digits: int) -> str:
    """Text of x with a fixed number of digits, half to even as in CPython, where MicroPython rounds ties up."""
    y = x * 2 ** (digits + 1)  # exact; a decimal tie is an odd integer here
    return format_tie_to_even(x, digits) if y % 2 == 1 and abs(y) < 9e15 else "%.*f" % (digits, x)


def format_tie_to_even(tie: float, digits: int) -> str:
    """Text of a number that lies halfway between two texts of so many digits: the even one of these."""
    n = int(abs(tie) * 2 ** (digits + 1)) * 5**digits // 2
    n += n % 2
    scale = 10**digits
    tail = str(n % scale)
    whole = ("-" if tie < 0 else "") + str(n // scale)
    return whole + "." + "0" * (digits - len(tail)) + tail if digits else whole


def format_number(x: float, digits: int = 0) -> str:
    """Text of x for a reader: `format_fixed`, thousands grouped by commas, a true minus, no minus before a zero."""
    text = str(abs(x)) if type(x) is int and not digits else format_fixed(abs(x), digits)
    whole, point, tail = text.partition(".")
    sign = "\u2212" if x < 0 and text.strip("0.") else ""
    return sign + (whole if len(whole) <= 3 else _group_thousands(whole)) + point + tail


def format_count(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun: "1 row", "2 rows". plural: where it is not the noun with an s."""
    return "%s %s" % (format_number(count), noun if count == 1 else plural or noun + "s")


def metric_against_minimum_text(metric_name: str, value: float, minimum: float) -> str:
    """How a metric stands against what the goal asks of it, with the digits that show that it is below."""
    if value >= minimum:
        return "%s %s is high enough" % (metric_name, format_fixed(value, 2))
    digits = 2  # 17 tell any two shares of at least 0.1 apart
    while digits < 17 and format_fixed(value, digits) == format_fixed(minimum, digits):
        digits += 1
    return "%s %s is below %s" % (metric_name, format_fixed(value, digits), format_fixed(minimum, 2))


def _group_thousands(whole: str) -> str:
    """Digits in groups of three from the right."""
    head = len(whole) % 3 or 3
    return ",".join([whole[:head]] + [whole[i : i + 3] for i in range(head, len(whole), 3)])


def shorten_for_message(text: str) -> str:
    """The text a reader wrote, cut after 24 characters so that a sentence has room for it."""
    return text if len(text) <= 24 else text[:24] + "..."


def sort_ascending(values) -> list:
    """Sorted copy. Ordered input never reaches list.sort, which is quadratic on it in MicroPython."""
    out, direction = list(values), sort_direction(values)
    if direction < 0:
        out.reverse()
    if direction == 0:
        out = break_up_sorted_runs(out)
        out.sort()
    return out


def sort_direction(values) -> int:
    """1 if no value is below the one before it, -1 if none is above it (and some are below), 0 if both happen."""
    up = down = 0
    for i in range(1, len(values)):
        if values[i] < values[i - 1]:
            down = 1
        elif values[i] > values[i - 1]:
            up = 1
        if up and down:
            return 0
    return -1 if down else 1


def break_up_sorted_runs(values: list) -> list:
    """The same values in another order, every so many first, so that list.sort meets no long sorted part."""
    step = int(len(values) ** 0.5 * 0.6180339887) + 2
    out = []
    for first in range(step):
        out.extend(values[first::step])
    return out
