"""Fragments: parts of pages that scripts fetch. They have no policy of their own, so they must not load anything."""

from __future__ import annotations

from collections.abc import Iterator

from macros.problems import Place, Problem, problem
from macros.sealing.pages import PageContents
from macros.sealing.policy import policy_and_problem_box_faults
from macros.sealing.theme_inline_scripts import is_theme_script

FOLDER = "assets/generated/items/"


def forbidden_part_problems(path: str, fragment: PageContents) -> Iterator[Problem]:
    """A problem for each part of a fragment that no page may contain, or that only a page with a policy may contain."""
    for code, text in policy_and_problem_box_faults(fragment, path):
        yield problem(code, Place(path), text)
    for script in filter(is_theme_script, fragment.inline_scripts):
        yield problem("S108", Place(path), f"the inline script `{script[:60]}` is in a fragment. Remove it.")
    for address in [*fragment.script_addresses, *fragment.stylesheet_addresses]:
        yield problem("S114", Place(path), f"a fragment must not load {address[:80]}. The page that shows it does.")
    for element in sorted(fragment.engines):
        yield problem("S109", Place(path), f"<{element}> cannot be in a fragment. Show it on a page.")
    if fragment.policies:
        yield problem("S104", Place(path), "a fragment must not have a policy. The page that shows it has one.")
