"""All Markdown of items is rendered here: their fields become safe HTML, or text.

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

ResolveLink = Callable[[str], str]

_MARKUP = re.compile(r"[\\`*_\[\]<&!#~|\n>]|^\s*(?:[-+]|\d+[.)])(?:\s|$)|^[=-]+$|  $|https?:")
_HREF = re.compile(r'(?<=<a href=")[^"]*(?=")')
_TAGS = {"p", "em", "strong", "code", "a", "ul", "ol", "li", "br", "pre", "blockquote"}
_PARSER = MarkdownIt("commonmark", {"html": False}).disable(["image", "heading", "lheading", "hr", "reference"])


def render_inline(markdown: str, resolve_link: ResolveLink | None = None) -> Markup:
    """One line of markdown: emphasis, code and links, never a block. For stems, choices and labels."""
    return _with_resolved_links(_inline_html(markdown), resolve_link)


def render_blocks_or_bare_paragraph(markdown: str, resolve_link: ResolveLink | None = None) -> Markup:
    """A text as block elements; a single paragraph comes bare, without its <p>."""
    return _with_resolved_links(_blocks_or_bare_paragraph_html(markdown), resolve_link)


def render_blocks(markdown: str, resolve_link: ResolveLink | None = None) -> Markup:
    """A text as block elements, each paragraph in its <p>, a single one too."""
    inner = render_blocks_or_bare_paragraph(markdown, resolve_link)
    is_block = inner.startswith(("<p>", "<ul>", "<ol>", "<pre>", "<blockquote>"))
    return inner if is_block else Markup("<p>") + inner + Markup("</p>")


def plain_text(markdown: str) -> str:
    """A Markdown text without its markup."""
    return _html.unescape(re.sub(r"<[^>]+>", "", render_blocks_or_bare_paragraph(markdown))).strip()


def link_targets(markdown: str) -> list[str]:
    """Where the links of a text lead, as they are written, those too that are not let through."""
    if "](" not in markdown and "<" not in markdown:
        return []
    return [_html.unescape(found[0]) for found in _HREF.finditer(_PARSER.render(markdown))]


@cache
def _inline_html(markdown: str) -> Markup:
    if not _MARKUP.search(markdown):
        return Markup(_html.escape(markdown))
    return _sanitized_html(_PARSER.renderInline(" ".join(markdown.split())))


@cache
def _blocks_or_bare_paragraph_html(markdown: str) -> Markup:
    if not _MARKUP.search(markdown.strip()):
        return Markup(_html.escape(markdown.strip()))
    made = _sanitized_html(_PARSER.render(markdown)).strip()
    if made.startswith("<p>") and made.count("<p>") == 1 and made.endswith("</p>"):
        made = made[3:-4]
    return Markup(made)


def _sanitized_html(unsafe_html: str) -> Markup:
    """Markdown's output through the allow-list; only http(s), mailto and relative links are left."""
    return Markup(
        nh3.clean(
            unsafe_html,
            tags=_TAGS,
            attributes={"a": {"href"}, "*": set()},
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
        )
    )


def _with_resolved_links(html: Markup, resolve_link: ResolveLink | None) -> Markup:
    if resolve_link is None or "<a href=" not in html:
        return html
    return Markup(_HREF.sub(lambda found: _html.escape(resolve_link(_html.unescape(found[0]))), html))
