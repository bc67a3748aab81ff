"""The one place that reads templates, and functions that make text safe to insert into one or into Markdown.

A template says what comes in and what comes out, and decides nothing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup


@cache
def _jinja_environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent, encoding="utf-8"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,  # each include would look at its file again, thirty times a page
    )


def template(file_name: str) -> Template:
    """A template by file name, compiled once a process; every value it shows is escaped unless it is Markup."""
    return _jinja_environment().get_template(file_name)


def json_for_script_element(json_text: str) -> Markup:
    """JSON as it can stand in a <script>: no string in it can end the element early."""
    return Markup(json_text.replace("<", "\\u003c"))


def without_blank_lines(html: str) -> str:
    """HTML without blank lines, which would end a block of HTML in Markdown."""
    return "\n".join(line for line in html.split("\n") if line.strip())
