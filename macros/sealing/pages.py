"""What a page contains: everything that the policy depends on, and what the search must not find."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.engines import ENGINES

LOADING_ATTRIBUTES = ("src", "srcset", "imagesrcset", "poster", "background", "ping", "action", "formaction")
LINK_ELEMENTS = {"a", "area", "link"}  # a reader follows their href, or its rel says what it is for
HREF_ATTRIBUTES = ("href", "xlink:href")
NAVIGATING_ATTRIBUTES = {*HREF_ATTRIBUTES, "action", "formaction"}
REFUSED_ELEMENTS = ("iframe", "frame", "object", "embed", "template")  # blocked by the policy, or able to hide code
LOADING_RELATIONS = {
    "stylesheet", "icon", "preload", "modulepreload", "prefetch", "prev", "next", "manifest", "preconnect",
}  # fmt: skip
ALLOWED_RELATIONS = LOADING_RELATIONS | {"canonical", "alternate"}
# elements whose name replaces a property of the document, such as document.querySelectorAll
NAMED_ELEMENTS = "form[name], img[name], object[name], embed[name]"
DATA_TYPES = {"application/json", "application/ld+json"}
# begins with letters, which makes the search four times as fast
_EVENT_HANDLER = re.compile(r"on(?<=[\s\"'/]on)[a-z]+\s*=")
_NOSCRIPT = re.compile(r"<noscript\b.*?(?:</noscript\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_PLAIN_NOSCRIPT = re.compile(r"<noscript>(?:<p[^<>]*>(?:[^<]|</?code>)*</p>|[^<])*</noscript>")
_IGNORED_IN_ADDRESS = re.compile(r"^[\x00-\x20]+|[\t\r\n]")  # what browsers leave out of an address
_BLOCK_TAG = re.compile(r"</?(?:p|li|dd|dt|dl|div|summary|details|blockquote|ul|ol|pre|td|th|tr|figcaption)\b[^>]*>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


@dataclass
class PageContents:
    """What a page contains that sealing checks."""

    inline_scripts: list[str] = field(default_factory=list)
    inline_style_count: int = 0  # style elements, and elements with a style attribute
    code_attributes: list[str] = field(default_factory=list)  # names of event handlers, and of addresses that are code
    refused_elements: list[str] = field(default_factory=list)
    loaded_addresses: list[str] = field(default_factory=list)
    script_addresses: list[str] = field(default_factory=list)
    stylesheet_addresses: list[str] = field(default_factory=list)
    http_equivs: list[str] = field(default_factory=list)  # of meta elements, which give orders to the browser
    unsafe_noscripts: list[str] = field(default_factory=list)  # noscript elements that contain more than paragraphs
    engines: set[str] = field(default_factory=set)  # names of the elements of Python engines
    policies: list[str] = field(default_factory=list)  # content security policies
    problem_boxes: list[str] = field(default_factory=list)
    unsearchable_sentences: list[str] = field(default_factory=list)  # which the search index leaves out
    visible_text: str = ""  # without those sentences


def read_page_contents(page_html: str, *, with_text: bool = True) -> PageContents:
    """Parses a page as a browser would, and returns what sealing checks.

    These are scripts, styles, addresses, refused elements, policies, and boxes of problems.

    with_text: whether its text is read too, which is only compared with the search index.
    """
    tree = LexborHTMLParser(page_html)
    contents = PageContents(
        inline_scripts=_executable_inline_script_texts(tree),
        inline_style_count=len(tree.css("[style], style")),
        code_attributes=_executable_attribute_names(tree, page_html),
        refused_elements=_refused_element_descriptions(tree),
        loaded_addresses=_loaded_addresses(tree),
        script_addresses=[_attribute_or_empty(node, "src") for node in tree.css("script[src]")],
        stylesheet_addresses=[_attribute_or_empty(node, "href") for node in tree.css("link[rel~=stylesheet i]")],
        http_equivs=[_attribute_or_empty(node, "http-equiv") for node in tree.css("meta[http-equiv]")],
        unsafe_noscripts=[found[:60] for found in _NOSCRIPT.findall(page_html) if not _PLAIN_NOSCRIPT.fullmatch(found)],
        engines={engine.element for engine in ENGINES if tree.css_first(engine.element)},
        policies=_content_security_policy_texts(tree),
        problem_boxes=[node.text() for node in tree.css(".problem-box")],
    )
    if with_text:
        contents.unsearchable_sentences = _unsearchable_sentences(tree)
        for node in tree.css("[data-search-exclude], script, style"):
            node.decompose()
        contents.visible_text = tree.body.text() if tree.body else ""
    return contents


def _unsearchable_sentences(tree: LexborHTMLParser) -> list[str]:
    elements = tree.css("[data-search-exclude]")
    return [sentence for element in elements for sentence in _block_element_texts(element.html or "")]


def strip_tags_and_unescape(html_fragment: str) -> str:
    """The text of a piece of HTML, with a space for each tag."""
    return html.unescape(_TAG.sub(" ", html_fragment))


def normalize_case_and_spaces(text: str) -> str:
    """The text in lower case, with single spaces."""
    return " ".join(text.split()).casefold()


def normalize_address_like_browsers(address: str) -> str:
    """The address as browsers read it: lower case, without invisible characters, with `/` instead of a backslash."""
    return _IGNORED_IN_ADDRESS.sub("", address).casefold().replace("\\", "/").strip()


def _attribute_or_empty(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def _executable_inline_script_texts(tree: LexborHTMLParser) -> list[str]:
    scripts = tree.css("script:not([src])")
    return [node.text() for node in scripts if _attribute_or_empty(node, "type").strip().casefold() not in DATA_TYPES]


def _content_security_policy_texts(tree: LexborHTMLParser) -> list[str]:
    return [
        _attribute_or_empty(node, "content")
        for node in tree.css("meta[http-equiv]")
        if _attribute_or_empty(node, "http-equiv").casefold() == "content-security-policy"
    ]


def _executable_attribute_names(tree: LexborHTMLParser, page_html: str) -> list[str]:
    """Names of attributes whose value a browser runs: event handlers, and addresses that begin with `javascript:`."""
    names: list[str] = []
    if _EVENT_HANDLER.search(page_html.lower()):  # rare, so that every element is looked at only then
        names += [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]
    for node in tree.css("[href], [action], [formaction], svg *"):
        for name, value in node.attributes.items():
            if name in NAVIGATING_ATTRIBUTES and value and ":" in value:
                names += [name] * normalize_address_like_browsers(value).startswith("javascript:")
    return names


def _refused_element_descriptions(tree: LexborHTMLParser) -> list[str]:
    """Descriptions of elements that a page of this site must not contain, such as `iframe` or `link rel=prerender`."""
    links = [word for node in tree.css("link[rel]") for word in _attribute_or_empty(node, "rel").casefold().split()]
    anchors = [word for node in tree.css("a[rel*=opener i]") for word in _attribute_or_empty(node, "rel").split()]
    names = [_attribute_or_empty(node, "name") for node in tree.css(NAMED_ELEMENTS)]
    return [
        *(node.tag or "" for node in tree.css(", ".join(REFUSED_ELEMENTS))),
        *(f"form name={name}" for name in names if name != "search"),
        *(f"link rel={relation}" for relation in links if relation not in ALLOWED_RELATIONS),
        *(f"a rel={relation}" for relation in anchors if relation.casefold() == "opener"),
    ]


def _loaded_addresses(tree: LexborHTMLParser) -> list[str]:
    """Addresses that a browser loads by itself, or that a form would send to. In a drawing, each href is loaded."""
    addresses = [
        address
        for name in LOADING_ATTRIBUTES
        for node in tree.css(f"[{name}]")
        for address in _split_addresses(
            _attribute_or_empty(node, name), is_list=name.endswith("srcset") or name == "ping"
        )
    ]
    addresses += [
        _attribute_or_empty(node, name)
        for node in tree.css("[href], svg *")
        if node.tag not in LINK_ELEMENTS
        for name in HREF_ATTRIBUTES
    ]
    addresses += [
        _attribute_or_empty(node, "href")
        for node in tree.css("link[href]")
        if LOADING_RELATIONS & set(_attribute_or_empty(node, "rel").casefold().split())
    ]
    return [address for address in addresses if address]


def _split_addresses(value: str, is_list: bool) -> list[str]:
    return re.split(r"[\s,]+", value) if is_list and "data:" not in value else [value]


def _block_element_texts(fragment: str) -> list[str]:
    """Texts of the block elements of a piece of HTML, without markup."""
    texts = (" ".join(html.unescape(_TAG.sub("", part)).split()) for part in _BLOCK_TAG.split(fragment))
    return [text for text in texts if text]
