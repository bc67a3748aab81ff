"""Edits of the theme's minified script, each for something that readers notice or that the policy needs.

The script has no setting for them. An upgrade of the theme may change what the patterns match, so an edit that does not
match is reported. What each edit is for is tested in tests/browser/test_search.py and tests/browser/test_theme.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from macros.problems import Place, Problem, problem

BUNDLES = "assets/javascripts/bundle.*.js"
SEARCH_INDEX = "search/search_index.json"  # written by MkDocs; Zensical has another theme script, which is not edited
MARK = "/* edited by seal */\n"


class Edit(NamedTuple):
    """A change of the theme's script: what it does, the pattern that it replaces, and the replacement."""

    effect: str
    pattern: str
    replacement: str


EDITS = (
    # Pages opened from disk already wait for the reader. The edit makes every page wait: see decision 15.
    Edit(
        "loads the search index only when a reader opens the search",
        r'\(location\.protocol!=="file:"\)(?=,\w+\("search"\))',
        "(!1)",
    ),
    # site.css sets color-scheme on the root element. The meta element would style the page once more: see decision 17.
    Edit(
        "does not add a meta element for the color scheme",
        r'(let (\w+)=)\w+\("meta",\{name:"color-scheme"\}\);document\.head\.appendChild\(\2\);',
        r"\1{};",
    ),
    # The policy allows no worker from a file, because it would be under no policy on a static host: see decision 18.
    Edit(
        "starts the search's worker from a blob",
        r"(\w+)=new Worker\((\w+)\)",
        r"\1=new Worker(URL.createObjectURL(new Blob("
        r"[`importScripts(${JSON.stringify(new URL(\2,location.href).href)})`],"
        r'{type:"text/javascript"})))',
    ),
)


def patch_theme_bundle(site: Path) -> Iterator[Problem]:
    """Applies the edits to the theme's script in place, once. Yields a problem for each edit that does not match."""
    if not (site / SEARCH_INDEX).is_file():
        return
    bundles = sorted(site.glob(BUNDLES))
    if len(bundles) != 1:
        message = f"{len(bundles)} files match this pattern. Name the theme's one script in BUNDLES."
        yield _theme_bundle_problem(BUNDLES, message)
    for bundle in bundles:
        name = bundle.relative_to(site).as_posix()
        script = bundle.read_text(encoding="utf-8")
        if script.startswith(MARK):
            continue
        for edit in EDITS:
            script, count = re.subn(edit.pattern, edit.replacement, script)
            if count != 1:
                fault = f"the edit that {edit.effect} matches {count} places instead of one."
                advice = "Correct its pattern, or delete the edit if the theme now does this itself."
                yield _theme_bundle_problem(name, f"{fault} {advice}")
        bundle.write_text(MARK + script, encoding="utf-8")


def _theme_bundle_problem(path: str, message: str) -> Problem:
    return problem("S117", Place(path), f"{message} See macros/sealing/theme_bundle.py.")
