"""What the theme's script does on every page for nobody, it does when there is reason to, or not at all.

The name of that script is a hash of what the theme shipped, so an upgrade brings new places. Two tests in a browser
hold what each change is for: tests/browser/test_search.py and test_theme.py.
"""

from __future__ import annotations

import re
from pathlib import Path

SCRIPTS = "assets/javascripts/bundle.*.js"
EDITS = [
    # The index of the whole site is fetched, and built in a worker, once the search is opened: the script already knows
    # how to wait, since pages opened from a disk do.
    (r'\(location\.protocol!=="file:"\)(?=,\w+\("search"\))', "(!1)"),
    # While light turns to dark all transitions stand still, by a rule for all elements. An opening page turns nothing.
    (r'(?<!\|\|)document\.body\.setAttribute\("data-md-color-switching",""\)(?=,(\w+)\.color\.media)',
     r'(document.body.getAttribute("data-md-color-scheme")===\1.color.scheme||\g<0>)'),
    # To tell the browser by a meta element which scheme is on styles the page anew, twice; site.css tells it.
    (r'(let (\w+)=)\w+\("meta",\{name:"color-scheme"\}\);document\.head\.appendChild\(\2\);', r"\1{};"),
    # Plain tables come in their boxes (tables.py), for each of which the whole article would be styled anew.
    (r'"table:not\(\[class\]\)"', '":not(.md-typeset__table)>table:not([class])"'),
]  # fmt: skip


def ease(site: Path) -> None:
    """Changes the theme's script in place; a second run, or another builder's script, stays as it is."""
    for script in site.glob(SCRIPTS):
        before = after = script.read_text(encoding="utf-8")
        for place, ours in EDITS:
            after = re.sub(place, ours, after, count=1)
        if after != before:
            script.write_text(after, encoding="utf-8")
