"""What a reader typed, as values; or a sentence that says what a field must hold."""

from .arithmetic import DIGITS, LONGEST, divide_by_100_exactly, float_or_inf_or_none, format_number, shorten_for_message

NOTHING = 1e-12  # a number nearer to 0 counts as 0


class Refused(ValueError):
    """The text is no value of its field; the words go after the field's name."""


def read_values_and_problems(fields: tuple, texts: dict, shown_texts: dict) -> tuple:
    """(values, problems): a value for each field in force, and a sentence for each text that is none.

    texts: field name -> what stands in it; a missing one counts as its default.
    shown_texts: field name -> the last text that was read, which the figures still show.
    """
    values: dict = {}
    problems: dict = {}
    for field in fields:
        name = field["name"]
        if not is_in_force(field, values):
            continue
        try:
            values[name] = parse_value(field, texts.get(name, str(field["default"])))
        except Refused as refused:
            problems[name] = "%s %s" % (field.get("short", field["label"]), refused)
            if shown_texts.get(name):
                problems[name] += " The results below still use %s." % shown_texts[name]
    return values, problems


def is_in_force(field: dict, values: dict) -> bool:
    """Whether the choices made so far, earlier among the fields, call for this one."""
    for name, wanted in field.get("when", {}).items():
        if values.get(name) != wanted:
            return False
    return True


def parse_value(field: dict, text: str):
    """The field's value in a text: int for a count, float for a share or a number, an option's name for a select."""
    text = text.strip()
    if field["kind"] == "select":
        if text not in [name for name, _ in field["options"]]:
            raise Refused("must be one of the options%s" % _entry_clause(text))
        return text
    value = None
    if len(text) <= LONGEST:
        value = _integer_or_none(text) if field["kind"] == "count" else _number_or_none(text, field["kind"] == "share")
    least, most = field["range"]
    if value is None or not least <= value <= most:
        is_too_large = value is not None and value > most
        raise Refused(_requirement_text(field["kind"], least, most, is_too_large) + _entry_clause(text))
    return value


def _requirement_text(field_kind: str, least: float, most: float, is_too_large: bool) -> str:
    """What the field must hold, in words; of a whole number the upper end if a larger one was entered."""
    if field_kind == "share":
        return "must be a number between 0 and 1 or a percentage"
    if field_kind == "number":
        return "must be between %s and %s" % (_format_limit(least), _format_limit(most))
    if is_too_large:
        return "must be a whole number up to %s" % format_number(most)
    return "must be a whole number of %s or more" % format_number(least)


def _entry_clause(text: str) -> str:
    """The end of a problem's sentence: what was entered."""
    if not text:
        return "; the field is empty."
    return "; you entered %s." % shorten_for_message(text)


def _format_limit(x: float) -> str:
    """Text of an end of a range: whole where it is whole."""
    return format_number(x, 0 if x == int(x) else 2)


def _integer_or_none(text: str):
    """The int that a text says, thousands perhaps grouped by commas or spaces; None if the text is none."""
    sign = -1 if text[:1] in ("-", "\u2212") else 1
    groups = (text[1:] if sign < 0 else text).replace(" ", ",").split(",")
    if [group for group in groups[1:] if len(group) != 3]:
        return None
    digits = "".join(groups)
    return sign * int(digits) if _has_only_digits(digits) and len(digits) <= 15 else None


def _number_or_none(text: str, allow_percent_sign: bool):
    """The float that a text says, with one decimal mark, `.` or `,`, perhaps an exponent; None if it says none.

    allow_percent_sign: whether the text may end in %.
    """
    is_percentage = allow_percent_sign and text[-1:] == "%"
    number_text = (text[:-1].strip() if is_percentage else text).replace("\u2212", "-").replace(",", ".")
    value = float_or_inf_or_none(number_text, NOTHING)
    if value is None or value - value != 0:
        return None
    return divide_by_100_exactly(number_text, value) if is_percentage else value


def _has_only_digits(text: str) -> bool:
    return bool(text) and not [letter for letter in text if letter not in DIGITS]
