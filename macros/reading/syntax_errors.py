"""What is wrong with a text that is not YAML, in an author's words instead of those of the parser."""

from __future__ import annotations

import re

import yaml

from macros.problems import Place, Problem, problem

_BEFORE_VALUE = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?")
_CANNOT_START_TEXT = "`%@*>|[]{},?-"
_FORM = "A text with `: `, `#`, or quotes needs quotes or `>-`. Fields of an entry start in the same column."
_BRACES = "starts with braces, which YAML reads as a mapping. Put the whole text in single quotes, or use `>-`."
_MESSAGES_BY_CONTEXT = {
    "while scanning a quoted scalar": "a quoted text starts here and does not end. Add the closing quote.",
    "while scanning a simple key": "this line is neither `name: value` nor an entry of a list. Begin an entry with "
                                   "`- `, and indent the lines of a text deeper than its name.",
}  # fmt: skip
_MESSAGES_BY_PROBLEM = {
    "found unknown escape character": "a backslash in double quotes changes the character after it. Write `\\\\`, or "
                                      "use single quotes.",
    "but found another document": "`---` begins a second document. Delete this line.",
    "mapping values are not allowed in this context": f"a name and its `:` cannot come here. {_FORM}",
}  # fmt: skip
_OPENING_AND_CLOSING = {"while parsing a flow sequence": ("[", "]"), "while parsing a flow mapping": ("{", "}")}


def syntax_error_problem(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """The problem for a syntax error, at the place where to fix it, perhaps above where it was noticed."""
    begins_above = error.context in _MESSAGES_BY_CONTEXT and error.context_mark
    mark = error.context_mark if begins_above else error.problem_mark or error.context_mark
    row, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    line = lines[row] if row < len(lines) else ""
    code, message = _code_and_message(error, line, column, first_line)
    return problem(code, Place(path, row + first_line, column + 1), f"{message} The rest of the file was not read.")


def _code_and_message(error: yaml.MarkedYAMLError, line_text: str, column: int, first_line: int) -> tuple[str, str]:
    """The code of a syntax error, and what is wrong and what to do.

    line_text, column: the line with the error, and the position in it, from 0.
    first_line: number of the text's first line in its file.
    """
    indent = len(line_text) - len(line_text.lstrip())
    before_value = _BEFORE_VALUE.match(line_text)
    value_begin = before_value.end() if before_value else 0
    value = line_text[value_begin:] if value_begin <= column else ""  # an error before it is not about it
    if error.context not in _MESSAGES_BY_CONTEXT and "\t" in line_text[:indent] and column <= indent:
        return "Y102", "this line is indented with a tab. Use spaces."
    if "undefined alias" in (error.problem or ""):
        return "Y105", "there is an alias (`*name`) without its anchor. Write out the value."
    message = _known_error_message_or_empty(error, first_line)
    if not message and value.startswith("{{"):
        return "Y111", _BRACES
    message = message or _quoting_message_or_empty(value, line_text[column:])
    return "Y103", message or f"is not YAML: {_words_of_parser(error)}. {_FORM}"


def _known_error_message_or_empty(error: yaml.MarkedYAMLError, first_line: int) -> str:
    """What is wrong and what to do, if the parser's message reveals the cause; else an empty string."""
    context, found = error.context or "", error.problem or ""
    if context in _OPENING_AND_CLOSING and error.context_mark:
        opening, closing = _OPENING_AND_CLOSING[context]
        begun = f"`{opening}` in line {error.context_mark.line + first_line}"
        return f"{begun} needs `,` or `{closing}` before this. Put text that contains special characters in quotes."
    return _MESSAGES_BY_CONTEXT.get(context) or _MESSAGES_BY_PROBLEM.get(found, "")


def _words_of_parser(error: yaml.MarkedYAMLError) -> str:
    return "; ".join(filter(None, [error.context, error.problem]))


def _quoting_message_or_empty(value: str, rest_of_line: str) -> str:
    """Says that a value's quotes end too early, or that its first character needs quotes; else empty."""
    ends = f"the quoted text ends before `{rest_of_line.strip()[:40]}`."
    if value.startswith("'"):
        return f"{ends} Write an apostrophe inside single quotes twice (`''`), or put the whole text in quotes."
    if value.startswith('"'):
        return f'{ends} Write a quotation mark inside double quotes as `\\"`, or put the whole text in quotes.'
    if value and value[0] in _CANNOT_START_TEXT:
        return f"a text cannot start with {value[0]} unless it is in quotes. Add quotes."
    return ""
