"""The one Markdown door: fields of items become safe HTML, or text.

CommonMark by markdown-it-py with raw HTML switched off, then an allow-list by nh3 (ammonia). Most fields
hold no markup at all; those are only escaped.
"""

from __future__ import annotations

import html as _html
import re
from collections.abc import Callable
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

Link = Callable[[str], str]

_MARKUP = re.compile(r"[\\`*_\[\]<&!#~|\n>]|^\s*(?:[-+]|\d+[.)])(?:\s|$)|^[=-]+$|  $|https?:")
_HREF = re.compile(r'(?<=<a href=")[^"]*(?=")')
_TAGS = {"p", "em", "strong", "code", "a", "ul", "ol", "li", "br", "pre", "blockquote"}
_PARSER = MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading", "hr", "reference"])


def inline(text: str, link: Link | None = None) -> Markup:
    """One line of text: emphasis, code and links, never a block. For stems, choices and labels."""
    return _linked(_inline(text), link)


def html(text: str, link: Link | None = None) -> Markup:
    """A text of one or more paragraphs; a single paragraph comes without its <p>."""
    return _linked(_html_of(text), link)


def blocks(text: str, link: Link | None = None) -> Markup:
    """A text as block elements, each paragraph in its <p>."""
    inner = html(text, link)
    is_block = inner.startswith(("<p>", "<ul>", "<ol>", "<pre>", "<blockquote>"))
    return inner if is_block else Markup("<p>") + inner + Markup("</p>")


def plain(text: str) -> str:
    """The words of a text alone."""
    return _html.unescape(re.sub(r"<[^>]+>", "", html(text))).strip()


def links(text: str) -> list[str]:
    """Where the links of a text lead, as they are written, those too that are not let through."""
    if "](" not in text and "<" not in text:
        return []
    return [_html.unescape(found[0]) for found in _HREF.finditer(_PARSER.render(text))]


@cache
def _inline(text: str) -> Markup:
    if not _MARKUP.search(text):
        return Markup(_html.escape(text))
    return _clean(_PARSER.renderInline(" ".join(text.split())))


@cache
def _html_of(text: str) -> Markup:
    if not _MARKUP.search(text.strip()):
        return Markup(_html.escape(text.strip()))
    made = _clean(_PARSER.render(text)).strip()
    if made.startswith("<p>") and made.count("<p>") == 1 and made.endswith("</p>"):
        made = made[3:-4]
    return Markup(made)


def _clean(made: str) -> Markup:
    """Markdown's output through the allow-list; only http(s), mailto and relative links are left."""
    return Markup(
        nh3.clean(
            made,
            tags=_TAGS,
            attributes={"a": {"href"}, "*": set()},
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
        )
    )


def _linked(made: Markup, link: Link | None) -> Markup:
    if link is None or "<a href=" not in made:
        return made
    return Markup(_HREF.sub(lambda found: _html.escape(link(_html.unescape(found[0]))), made))
