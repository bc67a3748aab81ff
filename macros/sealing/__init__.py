"""After the build: scripts are packed, each page gets its content security policy, and what is forbidden fails.

Reads HTML and knows no other rooms but problems and engines: whatever wrote the page is held to the same rules.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from macros.problems import Fault, Place, Problem, problem
from macros.sealing.pages import Seen, even, seen, words
from macros.sealing.policy import faults, policy
from macros.sealing.styles import bare, gathered
from macros.sealing.tables import boxed

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
    "S108": Fault("The policy lets the theme's own inline scripts run and no other, wherever one comes from.",
                  "<script>steal()</script>", '<script type="application/json">{}</script>'),
    "S109": Fault("An engine's rights go to the pages that it is for, and to no other.",
                  "<lab-editor></lab-editor>", "<live-calculator></live-calculator>"),
    "S110": Fault("A box of problems is for authors; readers get what it names, mended.",
                  '<div class="problem-box">no fact limmit</div>', "<p>x</p>"),
    "S111": Fault("A file that is not UTF-8 shows other letters on other machines.", "<p>\udce9</p>", "<p>é</p>"),
    "S112": Fault("A drawing or a document of another kind can run scripts too, and has no policy to stop them.",
                  "<svg><script>steal()</script></svg>", "<svg><title>x</title></svg>"),
}  # fmt: skip
CHARSET = '<meta charset="utf-8">'
PAGES, XHTML = (".html", ".htm"), (".xhtml", ".xht")
ACTIVE = (".svg", ".xml", *XHTML)
_HIDDEN = re.compile(r"<!ENTITY|<[\w.-]+:script\b|<\?xml-stylesheet|<script\b[^<>]*\bhref", re.IGNORECASE)
_HEAD = re.compile(rf"(?:\ufeff)?\s*<!doctype html>\s*<html\b[^<>]*>\s*<head>\s*{CHARSET}", re.IGNORECASE)
SHORTEST = 25  # characters of an answer's sentence; shorter ones stand on pages by chance


def seal(site: Path, joined: Collection[str] = ()) -> list[Problem]:
    """Writes the policy into every page of `site`; returns what is forbidden. A second run changes nothing.

    joined: sheets that no page links any more, as their styles stand in ours.
    """
    index = _index(site)
    found: list[Problem] = []
    for file in sorted(path for path in site.rglob("*") if path.suffix.casefold() in (*PAGES, *ACTIVE)):
        name = file.relative_to(site).as_posix()
        try:
            before = file.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            found.append(problem("S111", Place(name), "is not UTF-8. Save the file as UTF-8."))
            continue
        look = seen(before)
        if file.suffix.casefold() in ACTIVE:
            found.extend(_active(name, before, look))
            continue
        page, problems = seal_page(_eased(before, joined), name, look)
        found.extend(problems)
        found.extend(spoilers(name, look, index.get(name.removesuffix("index.html"), "")))
        if page != before:
            file.write_bytes(page.encode("utf-8"))
    return sorted(found)


def _eased(page: str, joined: Collection[str]) -> str:
    """What a browser has less work with and a reader sees no difference."""
    return boxed(gathered(bare(page, joined)))


def seal_page(page: str, name: str, look: Seen) -> tuple[str, list[Problem]]:
    """A page with its policy, and what it holds that is forbidden."""
    found = [problem(code, Place(name), text) for code, text in faults(look, name)]
    wanted = f'<meta http-equiv="Content-Security-Policy" content="{policy(look)}">'
    head = _HEAD.match(page)
    if not head:
        told = f"the page must open with <!doctype html>, <html>, <head> and {CHARSET}, behind which the policy stands."
        return page, [*found, problem("S106", Place(name), told)]
    rest = page[head.end() :]
    if look.policies:
        if len(look.policies) > 1 or not rest.startswith(wanted):
            found.append(problem("S104", Place(name), "the page already has another policy. Take it out."))
        return page, found
    return f"{head[0]}{wanted}{rest}", found


def _active(name: str, text: str, look: Seen) -> Iterator[Problem]:
    """Scripts, handlers and addresses of a file that no policy is written into."""
    if name.casefold().endswith(XHTML):
        yield problem("S112", Place(name), "is a page that no policy can be written into. Make it an .html file.")
    hidden = [found[0] for found in _HIDDEN.finditer(text)]
    for script in [*look.scripts, *hidden]:
        yield problem("S112", Place(name), f"holds the script `{' '.join(script.split())[:60]}`. Take it out.")
    for code, said in faults(replace(look, scripts=[], styles=0)):
        yield problem(code, Place(name), said)


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
