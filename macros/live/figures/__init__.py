"""Drawings as trees [tag, {attribute: text}, [children]], a child being a tree or a text.

`macros/rendering/calculators.py` writes them as SVG and `docs/assets/dom/trees.js` builds them in the page, both
from the same short list of tags and attributes. Ids are local: both put the drawing's own prefix before them.
A *strip* has no viewBox: its x are in per cent and its y in pixels, so text keeps its size at any width.
"""

from ..arithmetic import format_fixed

Tree = list  # [tag, {attribute: text}, [children]], see above


def percent_attribute(share: float) -> str:
    """A share of the width as an attribute: 0.4 is "40.00%"."""
    return format_fixed(share * 100, 2) + "%"
