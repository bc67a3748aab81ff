"""Where a page stands: its source, and how it reaches others. The one file that knows both builders' page objects."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from macros.rendering.protected_html import is_marked_protected_html

_FIRST_STEP_UP_IN_HTML = re.compile(r'(\b(?:href|src|action)=")\.\./')
_FIRST_STEP_UP_IN_MARKDOWN = re.compile(r"(\]\()\.\./")


def source_path_of_page(builder_page: Any) -> str:
    """`metrics/regression.md`: MkDocs keeps it on `page.file`, Zensical on `page.path`."""
    file = getattr(builder_page, "file", None)
    return PurePosixPath(file.src_uri if file is not None else builder_page.path).as_posix()


def adapt_addresses_to_builder(html_or_markdown: str, builder_page: Any) -> str:
    """Finished HTML or Markdown of a macro, with addresses as the builder of the page takes them.

    MkDocs leaves them as they are, relative to the page's address. Zensical takes them as relative to the source file,
    and begins each with `../` where a page has a folder of its own, so one `../` is taken away for it.
    """
    is_by_mkdocs = getattr(builder_page, "file", None) is not None
    if is_by_mkdocs or PurePosixPath(builder_page.path).stem == "index":
        return html_or_markdown
    first_step_up = _FIRST_STEP_UP_IN_HTML if is_marked_protected_html(html_or_markdown) else _FIRST_STEP_UP_IN_MARKDOWN
    return first_step_up.sub(r"\1", html_or_markdown)


@cache
def relative_site_root(source_path: str) -> str:
    """The relative way from a page's address to the root of the site: `../../` for metrics/regression.md."""
    path = PurePosixPath(source_path)
    depth = len(path.parts) - (1 if path.stem == "index" else 0)
    return "../" * depth


@cache
def relative_link_maker(source_path: str) -> Callable[[str], str]:
    """A function that makes a link from the docs root, such as metrics/regression.md#r2, relative to this page."""
    root = relative_site_root(source_path)

    def resolve_link(target: str) -> str:
        path, mark, anchor = target.partition("#")
        if ":" in path or not path.endswith(".md"):
            return target if ":" in path or not path else root + target
        address = path.removesuffix(".md")
        if path == source_path:
            return mark + anchor if anchor else "./"
        address = "" if address == "index" else address.removesuffix("/index") + "/"
        return (root + address or "./") + mark + anchor

    return resolve_link
