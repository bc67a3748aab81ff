"""P120: a page contains HTML that is not allowed.

Pages are written in Markdown. HTML can load files, hide text, or run code, so a page can use only a few tags, written
in one plain form. To show HTML to readers, use a fenced code block; code spans must not contain HTML.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        <p onclick="go()">Words.</p>

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        <div class="formula" role="group" tabindex="0" aria-label="Formula: recall">
        <math><mi>recall</mi><mo>=</mo><mn>1</mn></math>
        </div>

        {{ quiz() }}
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.course.markdown import CALL, mask_code_with_x
from macros.problems import Problem, problem

_FORMULA = dict.fromkeys("math mrow mi mn mtext mfrac msqrt msub msup msubsup mover munder".split(), frozenset[str]())
TAGS = _FORMULA | {
    "mo": frozenset({"stretchy"}),
    "mspace": frozenset({"width"}),
    "div": frozenset({"class", "role", "tabindex", "aria-label", "data-search-exclude", "markdown"}),
    "p": frozenset(),
    "br": frozenset(),
    "kbd": frozenset(),
    "sub": frozenset(),
    "sup": frozenset(),
}
VALUES = {"class": {"formula"}, "role": {"group"}, "tabindex": {"0"}, "stretchy": {"true", "false"}}
INSTEAD = {
    "a": "[text](address)",
    "b": "**bold**",
    "strong": "**bold**",
    "i": "*emphasis*",
    "em": "*emphasis*",
    "code": "`code`",
    "pre": "a fenced code block",
    "img": '{{ picture("name") }}',
    "svg": '{{ picture("name") }}',
    "table": "a Markdown table",
    "ul": "- a Markdown list",
    "ol": "1. a Markdown list",
    "li": "- a Markdown list",
    "hr": "---",
    "iframe": "a link",
    "video": "a link",
    **{f"h{level}": f"{'#' * level} Heading" for level in range(1, 7)},
}
DEEPEST = 20  # open tags; a formula has six
_VOID = {"br", "mspace"}
_OPENED = re.compile(rf"<(?=[A-Za-z/!?{CALL}])")
_TAG = re.compile(r"""<(/?)([a-z]+)((?: [a-z-]+(?:="[^"<>&{}`\[\]\\\n]*")?)*) ?/?>""")  # nothing that could be Markdown
_ATTRIBUTE = re.compile(r'([a-z-]+)(?:="([^"]*)")?')
_SHOWN = "Put HTML that readers should see into a fenced code block, and write placeholders without angle brackets."


def check(course: Course) -> Iterator[Problem]:
    """Reads every tag of every page outside of fenced code."""
    for page in course.pages.values():
        for at, message in _refused_html_positions_and_messages(page.markdown.with_masked_fenced_code):
            yield problem("P120", page.place_of_markdown(at), message)


def _refused_html_positions_and_messages(markdown: str) -> Iterator[tuple[int, str]]:
    """Position and description of each tag that may not stand there, and of each that is not closed."""
    opened: list[tuple[str, int]] = []
    without_code = mask_code_with_x(markdown)
    for begin in _OPENED.finditer(markdown):
        at = begin.start()
        tag = _TAG.match(markdown, at)
        if not tag:
            yield at, _comment_address_or_tag_message(markdown[at : at + 40])
            continue
        if without_code[at] != "<":
            yield at, f"`{tag[0]}` is a tag, which Markdown may read before the code span around it. {_SHOWN}"
        closing, name, attributes = tag[1], tag[2], tag[3]
        if not closing:
            yield from ((at, message) for message in _refused_tag_messages(name, attributes))
        if name not in TAGS or name in _VOID:
            continue
        if not closing:
            opened.append((name, at))
            if len(opened) == DEEPEST + 1:
                yield (
                    at,
                    f"more than {DEEPEST} tags are open here, too deep for the build. Close some before this one.",
                )
        elif opened and opened[-1][0] == name:
            opened.pop()
        else:
            yield at, f"</{name}> does not match an open tag. Close tags in reverse order."
    yield from ((at, f"<{name}> is never closed. Add </{name}>.") for name, at in opened)


def _comment_address_or_tag_message(markup_start: str) -> str:
    """What to write instead of a comment, an address in angle brackets, or a tag in an unusual form."""
    shown = markup_start.partition("\n")[0].replace(CALL, "{{ ... }}")
    if markup_start.startswith("<!--"):
        return "an HTML comment is published with the page. Write {## ... ##} instead, which is not published."
    if re.match(r"<(https?:|mailto:|[\w.]+@)", markup_start):
        return f"`{shown}` is an address in angle brackets. Write [what it leads to](address)."
    return f"`{shown}` cannot be read as a tag. Put attribute values into double quotes. {_SHOWN}"


def _refused_tag_messages(tag_name: str, attributes: str) -> Iterator[str]:
    """Why an opening tag may not stand in a page: a message for each fault."""
    if tag_name not in TAGS:
        instead = f" Write {INSTEAD[tag_name]}." if tag_name in INSTEAD else f" Use Markdown or a macro. {_SHOWN}"
        yield f"<{tag_name}> is not allowed in a page.{instead}"
        return
    for attribute, value in _ATTRIBUTE.findall(attributes):
        if attribute not in TAGS[tag_name]:
            yield f"<{tag_name}> must not have the attribute {attribute} in a page. Remove it."
        elif attribute in VALUES and value not in VALUES[attribute]:
            allowed = " or ".join(sorted(VALUES[attribute]))
            yield f"{attribute} of <{tag_name}> can only be {allowed} in a page. Change it."
