"""After the build: scripts are packed, each page gets its content security policy, and what is forbidden fails.

Reads HTML and knows no other room but problems: whatever wrote the page is held to the same rules.
"""

from __future__ import annotations

import json
from pathlib import Path

from macros.problems import Fault, Place, Problem, problem
from macros.sealing.pages import Seen, even, seen, words
from macros.sealing.policy import faults, policy

FAULTS = {
    "S101": Fault("Inline handlers are code that no policy can tell from an attack.",
                  '<p onclick="go()">x</p>', "<p>x</p>"),
    "S102": Fault("Style attributes and style elements are refused by the policy, so the page would look broken.",
                  '<p style="color:red">x</p>', '<p class="wrong">x</p>'),
    "S103": Fault("The site contacts no other host.",
                  '<script src="https://example.com/x.js"></script>', '<script src="x.js"></script>'),
    "S104": Fault("A page has one policy, ours, and it comes first.",
                  '<meta http-equiv="Content-Security-Policy" content="">', "<p>x</p>"),
    "S105": Fault("Feedback found by the search would spoil the question.",
                  "<details data-search-exclude>The spoiled answer is forty two of all the boats.</details>",
                  "<details data-search-exclude>Kept out of it.</details>"),
    "S106": Fault("The policy is put right behind the character set.", "<p>no head</p>", ""),
    "S107": Fault("A script that can't be packed would fail in the reader's browser.",
                  'import "./missing.js";', 'import "./there.js";'),
}  # fmt: skip
CHARSET = '<meta charset="utf-8">'
SHORTEST = 25  # characters of an answer's sentence; shorter ones stand on pages by chance


def seal(site: Path) -> list[Problem]:
    """Writes the policy into every page of `site`; returns what is forbidden. A second run changes nothing."""
    index = _index(site)
    found: list[Problem] = []
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        before = file.read_bytes().decode("utf-8")
        look = seen(before)
        page, problems = seal_page(before, name, look)
        found.extend(problems)
        found.extend(spoilers(name, look, index.get(name.removesuffix("index.html"), "")))
        if page != before:
            file.write_bytes(page.encode("utf-8"))
    return sorted(found)


def seal_page(page: str, name: str, look: Seen) -> tuple[str, list[Problem]]:
    """A page with its policy, and what it holds that is forbidden."""
    found = [problem(code, Place(name), text) for code, text in faults(look)]
    wanted = policy(look)
    if look.policies == [wanted]:
        return page, found
    if look.policies:
        return page, [*found, problem("S104", Place(name), "the page already has another policy. Take it out.")]
    head, mark, rest = page.partition(CHARSET)
    if not mark:
        told = f"the page lacks {CHARSET}, behind which the policy stands."
        return page, [*found, problem("S106", Place(name), told)]
    return f'{head}{mark}<meta http-equiv="Content-Security-Policy" content="{wanted}">{rest}', found


def spoilers(name: str, look: Seen, indexed: str) -> list[Problem]:
    """Sentences of answers that the search index holds for this page and the page itself does not show."""
    shown = even(look.text)
    told = "the search index holds `{}`, which is part of an answer. Reword one."
    return [
        problem("S105", Place(name), told.format(text[:60]))
        for text in look.hidden
        if len(text) >= SHORTEST and (line := even(text)) in indexed and line not in shown
    ]


def _index(site: Path) -> dict[str, str]:
    """Words of the search index by the page they lead to."""
    file = site / "search/search_index.json"
    found: dict[str, str] = {}
    for entry in json.loads(file.read_text(encoding="utf-8"))["docs"] if file.is_file() else []:
        page = entry["location"].partition("#")[0]
        found[page] = f"{found.get(page, '')} {words(entry.get('text', ''))}"
    return found
