"""One call of a metric, written in an item or a page: `precision(tp=40, fp=10)`. Parsed, never evaluated.

A call names a function of METRICS and gives it numbers, flat lists of numbers or texts, or a text keyword; one number
comes back. Everything else is a MetricCallError with a sentence for the author.
"""

import ast
import math
from functools import cache
from inspect import signature

from macros.live.arithmetic import Undefined, format_number
from macros.live.metrics import METRICS
from macros.problems import nearest_word

MOST_DIGITS = 12
LONGEST = 2_000  # characters; enough for two columns of a hundred rows, too few to keep the parser busy
MOST_BINS = 1_000
NEVER_NEGATIVE = {"tp", "fp", "fn", "tn", "beta"}  # counts, and a weight

Number = int | float
Argument = Number | str | list[Number] | list[str]


class MetricCallError(ValueError):
    """The call cannot be read, or has no number; the text says why."""


@cache
def evaluate_metric_call(call: str) -> float:
    """The number that the call gives; the same call is asked for by the model, by rules and by the page."""
    name, positional, named = _parse_name_and_arguments(call)
    if "bins" in named and named["bins"] not in range(1, MOST_BINS + 1):
        raise MetricCallError(f"{_shorten_to_60_characters(call)}: bins must be a whole number from 1 to {MOST_BINS:,}")
    for word in NEVER_NEGATIVE & set(named):
        given = named[word]
        if isinstance(given, int | float) and given < 0:
            raise MetricCallError(f"{_shorten_to_60_characters(call)}: {word} cannot be less than 0")
    try:
        value = METRICS[name](*positional, **named)
        finite = isinstance(value, int | float) and math.isfinite(float(value))
    except Undefined as missing:
        raise MetricCallError(f"{call} is undefined: {missing}") from None
    except TypeError:
        raise MetricCallError(f"{name} does not take these arguments; write {_call_with_placeholders(name)}") from None
    except (ValueError, ArithmeticError, MemoryError) as problem:
        raise MetricCallError(f"{call} has no value: {problem}") from None
    if not isinstance(value, int | float):
        raise MetricCallError(f"{name} returns a table or a list, but one number is needed")
    if not finite:
        raise MetricCallError(f"{call} is {value}, but a finite number is needed")
    return float(value)


def evaluate_and_format(call: str, digits: int, percent: bool = False) -> str:
    """Evaluate the call and format its number with so many digits: `0.80`, `3,180.2` or `80%`, with a true minus."""
    if not 0 <= digits <= MOST_DIGITS:
        raise MetricCallError(f"{digits} decimals cannot be shown; use 0 to {MOST_DIGITS}")
    value = evaluate_metric_call(call)
    return f"{format_number(value * 100, digits)}%" if percent else format_number(value, digits)


def _parse_name_and_arguments(call: str) -> tuple[str, list[Argument], dict[str, Argument]]:
    """Name, positional and named arguments of the call."""
    if len(call) > LONGEST:
        raise MetricCallError(f"the call is longer than {LONGEST} characters")
    try:
        tree = ast.parse(call.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise MetricCallError(
            f"{_shorten_to_60_characters(call)} is not a single call such as precision(tp=40, fp=10)"
        ) from None
    if not isinstance(tree, ast.Call) or not isinstance(tree.func, ast.Name):
        raise MetricCallError(f"{_shorten_to_60_characters(call)} is not a single call such as precision(tp=40, fp=10)")
    name = tree.func.id
    if name not in METRICS:
        raise MetricCallError(f"there is no metric {_shorten_to_60_characters(name)}; {_metric_name_hint(name)}")
    try:
        return name, [_literal_argument_value(each) for each in tree.args], _named_argument_values(call, tree.keywords)
    except RecursionError:
        raise MetricCallError(f"{_shorten_to_60_characters(call)} is nested too deeply") from None


def _named_argument_values(call: str, keywords: list[ast.keyword]) -> dict[str, Argument]:
    """The values of the named arguments; MetricCallError if one is given twice, which Python's parser accepts."""
    named: dict[str, Argument] = {}
    for keyword in keywords:
        name = _keyword_name_or_raise(keyword)
        if name in named:
            raise MetricCallError(f"{_shorten_to_60_characters(call)} gives {name} twice; give it once")
        named[name] = _literal_argument_value(keyword.value)
    return named


def _keyword_name_or_raise(keyword: ast.keyword) -> str:
    """The name of a keyword argument; MetricCallError for `**`."""
    if keyword.arg is None:
        raise MetricCallError("** is not allowed in a call; name each argument")
    return keyword.arg


def _literal_argument_value(node: ast.expr) -> Argument:
    """The number, text, or flat list of one kind that a node stands for."""
    if isinstance(node, ast.List | ast.Tuple):
        values = [_number_or_string_literal(each) for each in node.elts]
        if not values:
            raise MetricCallError("a list is empty")
        texts = [value for value in values if isinstance(value, str)]
        if texts and len(texts) < len(values):
            raise MetricCallError("a list contains texts and numbers; use one type")
        return texts or [value for value in values if not isinstance(value, str)]
    return _number_or_string_literal(node)


def _number_or_string_literal(node: ast.expr) -> Number | str:
    """The number, with a sign if need be, or the text that a node stands for."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        value = _number_or_string_literal(node.operand)
        if not isinstance(value, str):
            return -value if isinstance(node.op, ast.USub) else value
    if isinstance(node, ast.Constant) and type(node.value) in (int, float, str):
        constant: Number | str = node.value  # type: ignore[assignment]  # the line above has asked
        return constant
    raise MetricCallError(
        f"{_shorten_to_60_characters(ast.unparse(node))} is not a number, a text in quotes, or a flat list of these"
    )


def _call_with_placeholders(metric_name: str) -> str:
    """How the metric is called, without what may be left out: `recall(tp=..., fn=...)`, `r2_score(y_true, y_pred)`."""
    needed = [each for each in signature(METRICS[metric_name]).parameters.values() if each.default is each.empty]
    parts = [f"{each.name}=..." if each.kind is each.KEYWORD_ONLY else each.name for each in needed]
    return f"{metric_name}({', '.join(parts)})"


def _metric_name_hint(unknown_name: str) -> str:
    """What the author may have meant, else where the names are listed."""
    known = nearest_word(unknown_name, METRICS)
    return f"did you mean {known}?" if known else "the names are in macros/live/metrics/names.py"


def _shorten_to_60_characters(text: str) -> str:
    """The text, or its first 57 characters and three dots."""
    return text if len(text) <= 60 else text[:57] + "..."
