"""Plain tables come in the box that scrolls sideways where they are wider than the page.

The theme's script makes that box as a page opens, for which the browser styles the whole article anew; and without
scripts there would be none.
"""

from __future__ import annotations

import re

_BOX = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
_PLAIN = re.compile(r'(?<!<div class="md-typeset__table">)<table>.*?</table>', re.DOTALL)


def boxed(page: str) -> str:
    """The page with each plain table in its box; one that has it stays."""
    return _PLAIN.sub(rf"{_BOX}\g<0></div></div>", page)
