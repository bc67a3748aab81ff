"""One look at a page: everything the policy depends on, and what the search must not find."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.engines import ENGINES

LOADING = ("src", "srcset", "imagesrcset", "poster", "background", "ping", "action", "formaction")
LEADING = {"a", "area", "link"}  # elements whose href is followed by the reader, or looked at by its rel
REFUSED = ("iframe", "frame", "object", "embed", "template")  # what the policy blocks, or what hides code from a look
LINKING = ("href", "xlink:href")
LEAVING = {*LINKING, "action", "formaction"}
LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "prev", "next", "manifest", "preconnect"}
RELATIONS = LINKS | {"canonical", "alternate"}  # what a link element of the site may be for
NAMED = "form[name], img[name], object[name], embed[name]"  # whose names hide functions of the document
DATA = {"application/json", "application/ld+json"}
_HANDLER = re.compile(r"on(?<=[\s\"'/]on)[a-z]+\s*=")  # begins with letters, which are found four times as quickly
_NOSCRIPT = re.compile(r"<noscript\b.*?(?:</noscript\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_PLAIN = re.compile(r"<noscript>(?:<p[^<>]*>(?:[^<]|</?code>)*</p>|[^<])*</noscript>")
_SKIPPED = re.compile(r"^[\x00-\x20]+|[\t\r\n]")  # what browsers leave out of an address
_BLOCK_TAG = re.compile(r"</?(?:p|li|dd|dt|dl|div|summary|details|blockquote|ul|ol|pre|td|th|tr|figcaption)\b[^>]*>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


@dataclass
class Seen:
    """What a page holds: inline scripts, style attributes and elements, attributes that are code, refused elements,
    addresses that load, those of scripts and of style sheets, orders to the browser by `http-equiv`, what `noscript`
    hides, elements of engines, policies, boxes of problems, sentences kept out of the search, the rest of the text.
    """

    scripts: list[str] = field(default_factory=list)
    styles: int = 0
    handlers: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    orders: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    engines: set[str] = field(default_factory=set)
    policies: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    text: str = ""


def seen(page: str) -> Seen:
    """Reads a page as a browser would."""
    tree = LexborHTMLParser(page)
    found = Seen(styles=len(tree.css("[style], style")))
    found.scripts = [
        node.text() for node in tree.css("script:not([src])") if _get(node, "type").strip().casefold() not in DATA
    ]
    found.engines = {engine.element for engine in ENGINES if tree.css_first(engine.element)}
    found.policies = [
        _get(node, "content")
        for node in tree.css("meta[http-equiv]")
        if _get(node, "http-equiv").casefold() == "content-security-policy"
    ]
    found.orders = [_get(node, "http-equiv") for node in tree.css("meta[http-equiv]")]
    found.sources = [_get(node, "src") for node in tree.css("script[src]")]
    found.sheets = [_get(node, "href") for node in tree.css("link[rel~=stylesheet i]")]
    found.unread = [found[:60] for found in _NOSCRIPT.findall(page) if not _PLAIN.fullmatch(found)]
    found.loads = _loads(tree)
    if _HANDLER.search(page.lower()):  # rare, so that every element is looked at only then
        found.handlers = [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]
    found.handlers += [
        name
        for node in tree.css("[href], [action], [formaction], svg *")
        for name, value in node.attributes.items()
        if name in LEAVING and value and ":" in value and address(value).startswith("javascript:")
    ]
    found.refused = [node.tag or "" for node in tree.css(", ".join(REFUSED))]
    found.refused += [f"form name={_get(node, 'name')}" for node in tree.css(NAMED) if _get(node, "name") != "search"]
    relations = [(node, word) for node in tree.css("link[rel]") for word in _get(node, "rel").casefold().split()]
    found.refused += [f"link rel={word}" for _, word in relations if word not in RELATIONS]
    found.refused += [f"a rel={word}" for node in tree.css("a[rel*=opener i]") for word in _get(node, "rel").split()
                      if word.casefold() == "opener"]  # fmt: skip
    found.boxes = [node.text() for node in tree.css(".problem-box")]
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


def address(text: str) -> str:
    """An address as browsers read it: small letters, nothing invisible, a backslash is a slash."""
    return _SKIPPED.sub("", text).casefold().replace("\\", "/").strip()


def _get(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def _loads(tree: LexborHTMLParser) -> list[str]:
    """Addresses that a browser fetches, or a form would send to, by itself. In a drawing any href is fetched."""
    found = [
        part
        for name in LOADING
        for node in tree.css(f"[{name}]")
        for part in _addresses(_get(node, name), several=name.endswith("srcset") or name == "ping")
    ]
    found += [_get(node, name) for node in tree.css("[href], svg *") if node.tag not in LEADING for name in LINKING]
    found += [
        _get(node, "href") for node in tree.css("link[href]") if LINKS & set(_get(node, "rel").casefold().split())
    ]
    return [text for text in found if text]


def _addresses(value: str, several: bool) -> list[str]:
    return re.split(r"[\s,]+", value) if several and "data:" not in value else [value]


def _sentences(fragment: str) -> list[str]:
    parts = (" ".join(html.unescape(_TAG.sub("", part)).split()) for part in _BLOCK_TAG.split(fragment))
    return [part for part in parts if part]
