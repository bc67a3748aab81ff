"""SVG files: shapes, words and links, no code, no style, and nothing from another host.

An SVG file can run scripts, in a page and on its own. So every drawing is read by an XML parser and held to a short
list of elements, whether a page shows it or the site serves it.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from macros.problems import Place, Problem, problem

SVG = "http://www.w3.org/2000/svg"
LARGEST = 200_000  # characters
TAGS = frozenset(
    "a circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon polyline radialGradient"
    " rect stop svg symbol text title tspan".split()
)
# as XML writes them: HTML would read ONLOAD as onload, so an unknown spelling is refused like an unknown name
ATTRIBUTES = frozenset(
    "aria-describedby aria-hidden aria-label aria-labelledby class clip-path clipPathUnits cx cy d dx dy"
    " dominant-baseline fill fill-opacity fill-rule font-size font-style font-weight gradientTransform gradientUnits"
    " height href id letter-spacing marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask"
    " offset opacity orient paint-order patternTransform patternUnits points preserveAspectRatio r refX refY role"
    " rx ry stop-color stop-opacity stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity"
    " stroke-width text-anchor textLength transform vector-effect version viewBox width x x1 x2 y y1 y2".split()
)
CLASSES = frozenset({"number"})  # of the style sheets; others would cover the page or be taken for parts of it
_NAMED = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_REPEATING = {"pattern", "mask", "clipPath", "marker"}  # their contents are painted once for each use
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)
_INSIDE = re.compile(r"url\(", re.IGNORECASE)
# also an encoding other than UTF-8, in which a browser would read other characters than this module
_DECLARED = re.compile(
    r"""<![^>]*|<\?(?!xml\s)[^>]*|<\?xml\s[^<>]*\bencoding\s*=\s*["'](?!utf-8["'])[^>]*""", re.IGNORECASE
)
_LINK = re.compile(r"(?:https?://|mailto:|[\w./#?%-])[^\s<>\"']*")


class Element(NamedTuple):
    """A start tag, where it stands, and whether it is inside an element that is painted many times."""

    tag: str
    attributes: dict[str, str]
    place: Place
    repeated: bool


class Drawing(NamedTuple):
    """The elements of a drawing, in order, and what is not allowed in it."""

    elements: list[Element]
    problems: list[Problem]


def read_drawing(text: str, shown_path: str, problem_code: str) -> Drawing:
    """Reads an SVG text; `shown_path` is the file's path in messages, `problem_code` the code of its problems."""
    if len(text) > LARGEST:
        message = f"{len(text):,} characters; at most {LARGEST:,} are read. Simplify the drawing."
        return Drawing([], [problem(problem_code, Place(shown_path), message)])
    if declared := _DECLARED.search(text):
        line = text.count("\n", 0, declared.start()) + 1
        message = f"`{declared[0][:40]}` can hide anything. Remove it; comments are not allowed either."
        return Drawing([], [problem(problem_code, Place(shown_path, line), message)])
    found: list[Problem] = []
    elements, fault = _parse_elements_until_error(text, shown_path)
    if fault:
        message = f"is not well-formed: {expat.ErrorString(fault.code)}. Close each tag, and quote each value."
        found.append(problem(problem_code, Place(shown_path, fault.lineno, fault.offset + 1), message))
    if elements and elements[0].tag != "svg":
        found.append(problem(problem_code, Place(shown_path), "is not an SVG drawing. Begin it with <svg>."))
    found += [
        problem(problem_code, element.place, message)
        for element in elements
        for message in _disallowed_tag_or_attribute_messages(element)
    ]
    return Drawing(elements, found)


def _parse_elements_until_error(svg_text: str, shown_path: str) -> tuple[list[Element], expat.ExpatError | None]:
    """The elements of an SVG text up to where it is not well-formed, and the error there, if any."""
    elements: list[Element] = []
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    around: list[str] = []

    def on_element_start(tag: str, attributes: dict[str, str]) -> None:
        place = Place(shown_path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        bare = tag.removeprefix(f"{SVG} ")
        elements.append(Element(bare, attributes, place, bool(_REPEATING & {*around, bare})))
        around.append(bare)

    parser.StartElementHandler = on_element_start
    parser.EndElementHandler = lambda _: around.pop()
    try:
        parser.Parse(svg_text.encode(), True)
    except expat.ExpatError as error:
        return elements, error
    return elements, None


def _disallowed_tag_or_attribute_messages(element: Element) -> list[str]:
    """A message if the tag is not allowed, else one for each attribute that is not."""
    if element.tag not in TAGS:
        return [f"<{element.tag.rpartition(' ')[2][:40]}> is not allowed in a drawing. Use shapes and text."]
    faults = (_why_attribute_is_refused(element, name, value) for name, value in element.attributes.items())
    return [fault for fault in faults if fault]


def _why_attribute_is_refused(element: Element, name: str, value: str) -> str:
    """Why the element may not have this attribute, or nothing."""
    if name not in ATTRIBUTES:
        return f"the attribute {name.rpartition(' ')[2][:40]} is not allowed in a drawing. Remove it."
    if name == "id" and not _NAMED.fullmatch(value):
        return f"id {value[:40]} is not a plain name. Use small letters, digits, and single hyphens."
    if name == "class" and not CLASSES.issuperset(value.split()):
        return f"the class {value[:40]} is not one for drawings. Allowed: {', '.join(sorted(CLASSES))}."
    return _why_reference_is_refused(element, name, value)


def _why_reference_is_refused(element: Element, name: str, value: str) -> str:
    """Why the value may not refer to what it does, or nothing."""
    if _OUTSIDE.search(value):
        return f"{name} loads {value[:60]}. Point to an id of the drawing: url(#id)."
    if element.repeated and _INSIDE.search(value):
        return f"{name} points to another part of the drawing from inside of a {', '.join(sorted(_REPEATING))}."
    if name == "href" and element.tag != "a" and not value.startswith("#"):
        return f"<{element.tag}> loads {value[:60]}. Point to an id of the drawing: #id."
    if name == "href" and element.tag == "a" and (not _LINK.fullmatch(value) or _has_refused_scheme(value)):
        return f"the link {value[:60]} is not the address of a page. Name a page."
    return ""


def _has_refused_scheme(address: str) -> bool:
    return ":" in address.partition("#")[0].partition("?")[0] and not address.startswith(("https:", "http:", "mailto:"))
