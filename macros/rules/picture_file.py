"""P117: a picture holds what no page may hold, or can't be read.

A picture is written into the page as it is. So it holds shapes, words and links, no code, no style and nothing from
another host, and it is well-formed XML.

Bad:
    docs/assets/pictures/sample.svg: '<svg xmlns="http://www.w3.org/2000/svg"><script>go()</script></svg>'
Good:
    docs/assets/pictures/sample.svg: '<svg xmlns="http://www.w3.org/2000/svg"><title>A picture</title></svg>'
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers import expat

from macros.course import Course
from macros.course.targets import dead
from macros.problems import Place, Problem, problem
from macros.reading import read_text

SVG = "http://www.w3.org/2000/svg"
TAGS = frozenset(
    "a circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon polyline radialGradient"
    " rect stop svg symbol text title tspan use".split()
)
_REFUSED = re.compile(r"on|style$|src|.* ")  # handlers, styles, sources, and names of other namespaces
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)
_DECLARED = re.compile(r"<!(?!--)[^>]*|<\?(?!xml\s)[^>]*")


class Element(NamedTuple):
    """A start tag and where it stands."""

    tag: str
    attributes: dict[str, str]
    place: Place


def check(course: Course) -> Iterator[Problem]:
    """Reads every picture; the links of one that no page shows lead nobody astray."""
    calls = [call for page in course.pages.values() for call in page.called("picture")]
    shown = {name for call in calls for name in call.positional}
    for file in sorted((course.root / "docs/assets/pictures").glob("*.svg")):
        name = f"docs/assets/pictures/{file.name}"
        text, problems = read_text(file, name)
        yield from problems or _problems(course if file.stem in shown else None, text, name)


def _problems(course: Course | None, text: str, name: str) -> Iterator[Problem]:
    for found in _DECLARED.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield problem("P117", Place(name, line), f"`{found[0][:40]}` may hide anything. Take it out.")
        return
    elements: list[Element] = []
    try:
        _parse(text, name, elements)
    except expat.ExpatError as fault:
        told = f"is not well-formed: {expat.ErrorString(fault.code)}. Close each tag, and quote each value."
        yield problem("P117", Place(name, fault.lineno, fault.offset + 1), told)
    for element in elements:
        yield from (problem("P117", element.place, told) for told in _faults(course, element))


def _parse(text: str, name: str, into: list[Element]) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(tag: str, attributes: dict[str, str]) -> None:
        place = Place(name, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        into.append(Element(tag.removeprefix(f"{SVG} "), attributes, place))

    parser.StartElementHandler = start
    parser.Parse(text.encode(), True)


def _faults(course: Course | None, element: Element) -> Iterator[str]:
    if element.tag not in TAGS:
        yield f"<{element.tag.rpartition(' ')[2][:40]}> may not stand in a picture. Draw it with shapes and text."
    for name, value in element.attributes.items():
        if _REFUSED.match(name):
            yield f"the attribute {name.rpartition(' ')[2][:40]} may not stand in a picture. Take it out."
        elif _OUTSIDE.search(value):
            yield f"{name} loads {value[:60]}. Point to an id of the picture: url(#id)."
        elif name == "href" and element.tag != "a" and not value.startswith("#"):
            yield f"<{element.tag}> loads {value[:60]}. Point to an id of the picture: #id."
        elif name == "href" and element.tag == "a" and (fault := _dead(course, value)):
            yield f"the link {value[:80]} {fault}"


def _dead(course: Course | None, target: str) -> str:
    if target.lower().startswith("javascript:"):
        return "is code. Name a page."
    return dead(course, target, "index") if course else ""
