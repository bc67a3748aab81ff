"""The macro calls of a page, read by the very lexer and parser that will run them.

Braces run wherever they stand, in code and in comments too, before Markdown is read; between `{% raw %}` and
`{% endraw %}` alone they are text. So whatever is neither raw nor one call with plain arguments is a problem here and
not a broken build later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.course.page_macros import PAGE_MACROS
from macros.reading import CONTROL

# as in mkdocs.yml: "{#" opens the id of a heading, so a comment needs another mark
JINJA = Environment(comment_start_string="{##", comment_end_string="##}")
_RAW = "To show braces, put them between {% raw %} and {% endraw %}."
_UNTIL_NEXT_CALL = re.compile(r"\{\{(?:(?!\{\{|\n[ \t]*\n).)*", re.DOTALL)
_CURLY_QUOTE = re.compile("[\u2018\u2019\u201c\u201d]")
_POSITION = re.compile(r" at \d+$")  # the lexer counts characters; a problem has a line and a column
_CLOSING = {"variable_begin": "variable_end", "block_begin": "block_end", "comment_begin": "comment_end"}


class JinjaTag(NamedTuple):
    """A tag of Jinja: its kind (variable, block, or comment), its position, and its text with the braces."""

    kind: str
    at: int
    text: str


class JinjaFault(NamedTuple):
    """Why the lexer stops, where, and the text from there on, shortened."""

    message: str
    at: int
    text: str


class CallOrFault(NamedTuple):
    """A call and its position, or the position of what is no call and why; a call may have a fault as well."""

    at: int
    name: str = ""
    positional: tuple[Any, ...] = ()
    named: dict[str, Any] = {}  # noqa: RUF012 (never written to)
    fault: str = ""


def calls_and_faults(page_text: str, text_with_masked_code: str) -> Iterator[CallOrFault]:
    """Every call of a page and every use of braces that is none, in order.

    A call in code has a fault, unless the macro may stand there.
    """
    for tag in iter_jinja_tags_then_fault(page_text):
        if isinstance(tag, JinjaTag) and tag.kind == "variable" and (call := _plain_call_or_none(tag.text, tag.at)):
            is_in_code = text_with_masked_code[tag.at] != "{"
            yield call._replace(fault=call.fault or _why_misplaced(call.name, tag, page_text, is_in_code))
        elif isinstance(tag, JinjaFault) or tag.kind != "comment":
            yield CallOrFault(tag.at, fault=_why_not_a_call(tag, page_text))


def _why_not_a_call(tag: JinjaTag | JinjaFault, page_text: str) -> str:
    """Why a tag, or what the lexer stops at, is not a call, and what to write instead."""
    found = _UNTIL_NEXT_CALL.match(page_text, tag.at)
    call, closing, _ = found[0].partition("}}") if found else (tag.text, "", "")
    shown = " ".join((call + closing).split())[:60]
    if found and not closing:
        return f"`{shown}` is not closed. Add ` }}}}` where the call ends. {_RAW}"
    if found and _CURLY_QUOTE.search(call):
        return f"`{shown}` has curly quotes. Use straight quotes."
    if isinstance(tag, JinjaFault):
        return f"`{shown}` cannot be read: {tag.message}. {_RAW}"
    if tag.kind == "block":
        return f"`{shown}` is not a call, and pages may only contain calls. {_RAW}"
    return f"`{shown}` is not a call. Write a name and, in parentheses, numbers or quoted text. {_RAW}"


def iter_jinja_tags_then_fault(page_text: str) -> Iterator[JinjaTag | JinjaFault]:
    """Every tag but `raw`, then what stops the lexer, if anything does."""
    at, opened, begin = 0, "", 0
    try:
        for _, kind, value in JINJA.lex(page_text):
            at = page_text.index(value, at)  # what a dash strips is left out of the tokens
            if kind in _CLOSING:
                opened, begin = kind, at
            at += len(value)
            if kind == _CLOSING.get(opened):
                yield JinjaTag(opened.partition("_")[0], begin, page_text[begin:at].rstrip())
                opened = ""
    except TemplateSyntaxError as fault:
        begin = begin if opened else at
        message = _POSITION.sub("", (fault.message or "").strip().rstrip("."))
        yield JinjaFault(message, begin, page_text[begin : begin + 60])
        return
    if opened:
        yield JinjaFault("the closing braces are missing", begin, page_text[begin : begin + 60])


def _plain_call_or_none(tag_text: str, position: int) -> CallOrFault | None:
    """The call in a tag; None unless it is one name with plain arguments."""
    try:
        body = JINJA.parse(tag_text).body
    except (TemplateSyntaxError, RecursionError, ValueError):  # the last: a number of more than 4,300 digits
        return None
    node = body[0].nodes[0] if len(body) == 1 and isinstance(body[0], nodes.Output) else None
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
        return None
    words = [word.key for word in node.kwargs]
    given = [*node.args, *(word.value for word in node.kwargs)]
    values = [value.value for value in given if isinstance(value, nodes.Const)]
    if len(values) < len(given) or len(set(words)) < len(words):
        return None
    count = len(node.args)
    invisible = any(isinstance(value, str) and CONTROL.search(value) for value in values)
    fault = f"a text of {node.node.name} contains an invisible character. Delete it." if invisible else ""
    return CallOrFault(
        position, node.node.name, tuple(values[:count]), dict(zip(words, values[count:], strict=True)), fault
    )


def _why_misplaced(macro_name: str, tag: JinjaTag, page_text: str, is_in_code: bool) -> str:
    """Why the call can't be shown where it stands, or nothing."""
    if is_in_code and macro_name != "value":
        return f"{macro_name} also runs inside code and breaks it. {_RAW}"
    if tag.text[2] in "-+" or tag.text[-3] in "-+":
        return f"a sign next to the braces of {macro_name} removes the lines around it. Remove the sign."
    before = page_text[page_text.rfind("\n", 0, tag.at) + 1 : tag.at]
    after = page_text[tag.at + len(tag.text) :].partition("\n")[0]
    is_block = macro_name in PAGE_MACROS and not PAGE_MACROS[macro_name].is_inline
    if is_block and (before + after).strip():
        return f"{macro_name} writes a block. Put it on a line of its own."
    return ""
