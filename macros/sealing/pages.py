"""One look at a page: everything the policy depends on, and what the search must not find."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src",
           "embed": "src", "object": "data", "form": "action"}  # fmt: skip
LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "prev", "next", "manifest", "preconnect"}
CODE = {"", "module", "text/javascript"}
_HANDLER = re.compile(r"[\s\"'/]on[a-z]+\s*=", re.IGNORECASE)
_BLOCK_TAG = re.compile(r"</?(?:p|li|dd|dt|dl|div|summary|details|blockquote|ul|ol|pre|td|th|tr|figcaption)\b[^>]*>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


@dataclass
class Seen:
    """What a page holds: inline scripts, style attributes and elements, handlers, addresses that are loaded, needs,
    policies, sentences kept out of the search, and the text that is not.
    """

    scripts: list[str] = field(default_factory=list)
    styles: int = 0
    handlers: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    needs: set[str] = field(default_factory=set)
    policies: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    text: str = ""


def seen(page: str) -> Seen:
    """Reads a page as a browser would."""
    tree = LexborHTMLParser(page)
    found = Seen(styles=len(tree.css("[style], style")))
    found.scripts = [node.text() for node in tree.css("script:not([src])") if _get(node, "type") in CODE]
    found.needs = {need for node in tree.css("[data-needs]") for need in _get(node, "data-needs").split()}
    found.policies = [
        _get(node, "content")
        for node in tree.css("meta[http-equiv]")
        if _get(node, "http-equiv").casefold() == "content-security-policy"
    ]
    found.loads = _loads(tree)
    if _HANDLER.search(page):  # rare, so that every element is looked at only then
        found.handlers = [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]
    found.hidden = [line for node in tree.css("[data-search-exclude]") for line in _sentences(node.html or "")]
    for node in tree.css("[data-search-exclude], script, style"):
        node.decompose()
    found.text = tree.body.text() if tree.body else ""
    return found


def words(fragment: str) -> str:
    """The text of a piece of HTML, spaces and case evened out."""
    return even(html.unescape(_TAG.sub(" ", fragment)))


def even(text: str) -> str:
    """A text, spaces and case evened out."""
    return " ".join(text.split()).casefold()


def _get(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def _loads(tree: LexborHTMLParser) -> list[str]:
    """Addresses that a browser fetches, or a form would send to, by itself."""
    found = [_get(node, name) for tag, name in LOADING.items() for node in tree.css(f"{tag}[{name}]")]
    leaving = tree.css("meta[http-equiv=refresh i]")
    found += [_get(node, "content").partition("=")[2] or "javascript:" for node in leaving]
    found += [_get(node, "href") for node in tree.css("base[href]")]
    found += [_get(node, "srcset") for node in tree.css("[srcset]")] + [
        _get(node, "poster") for node in tree.css("[poster]")
    ]
    return found + [
        _get(node, "href") for node in tree.css("link[href]") if LINKS & set(_get(node, "rel").casefold().split())
    ]


def _sentences(fragment: str) -> list[str]:
    parts = (" ".join(html.unescape(_TAG.sub("", part)).split()) for part in _BLOCK_TAG.split(fragment))
    return [part for part in parts if part]
