"""Trees of `live.figures` as SVG, from a list of what a drawing may hold.

`docs/assets/dom/trees.js` has the same two lists; a test compares them.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

TAGS = frozenset("svg g rect circle line path polyline polygon text title defs pattern".split())
ATTRIBUTES = frozenset(
    "aria-hidden class cx cy d fill height id patternTransform patternUnits points r role text-anchor transform viewBox"
    " width x x1 x2 y y1 y2".split()
)


def svg_markup(tree: list[Any], id_prefix: str) -> Markup:
    """The tree as markup; each id, and each `url(#id)`, gets the prefix. ValueError for anything off the list."""
    tag, attributes, children = tree
    if tag not in TAGS:
        raise ValueError(f"a drawing may not hold <{tag}>")
    inner = Markup("").join(
        svg_markup(child, id_prefix) if isinstance(child, list) else escape(child) for child in children
    )
    written = Markup("").join(_svg_attribute_markup(name, attributes[name], id_prefix) for name in sorted(attributes))
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), written, inner)


def _svg_attribute_markup(name: str, value: str, id_prefix: str) -> Markup:
    """The attribute with a space before it; ids have the prefix. ValueError for anything off the list."""
    if name not in ATTRIBUTES:
        raise ValueError(f"a drawing may not have the attribute {name}")
    if name == "id":
        value = f"{id_prefix}-{value}"
    return Markup(' {}="{}"').format(name, value.replace("url(#", f"url(#{id_prefix}-"))
