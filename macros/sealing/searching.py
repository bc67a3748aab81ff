"""The search loads its index once the reader turns to it, not on every page.

The theme fetches the index at once and builds it in a worker: half of all the work of a page, for a reader who mostly
does not search. Its script already knows how to wait, since pages opened from a disk do; so one word of it is changed.
The name of that script is a hash of what the theme shipped, so an upgrade brings a place that a test of the built site
looks for (tests/browser/test_search.py).
"""

from __future__ import annotations

import re
from pathlib import Path

SCRIPTS = "assets/javascripts/bundle.*.js"
_AT_ONCE = re.compile(r'\(location\.protocol!=="file:"\)(?=,\w+\("search"\))')
_NEVER_BY_ITSELF = "(!1)"


def search_on_demand(site: Path) -> None:
    """Changes the theme's script in place; a second run, or another builder's script, stays as it is."""
    for script in site.glob(SCRIPTS):
        before = script.read_text(encoding="utf-8")
        after = _AT_ONCE.sub(_NEVER_BY_ITSELF, before, count=1)
        if after != before:
            script.write_text(after, encoding="utf-8")
