"""After the build: scripts are packed, each page gets its content security policy, and what is forbidden fails.

Reads HTML and knows no other rooms but problems and engines: whatever wrote the page is held to the same rules.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from macros.problems import Fault, Place, Problem, problem
from macros.sealing.pages import Seen, even, seen, words
from macros.sealing.policy import faults, policy
from macros.sealing.published import drawings, published
from macros.sealing.styles import bare, gathered
from macros.sealing.tables import boxed
from macros.sealing.theme import of_theme

FAULTS = {
    "S101": Fault("A content security policy cannot distinguish an inline event handler from injected code.",
                  '<p onclick="go()">x</p>', "<p>x</p>"),
    "S102": Fault("The policy blocks style attributes and style elements, so the page would look broken.",
                  '<p style="color:red">x</p>', '<p class="wrong">x</p>'),
    "S103": Fault("Pages of this site must not load anything from another host.",
                  '<script src="https://example.com/x.js"></script>', '<script src="x.js"></script>'),
    "S104": Fault("Each page must have only one content security policy, which the build adds at the start of the "
                  "head.",
                  '<meta http-equiv="Content-Security-Policy" content="">', "<p>x</p>"),
    "S105": Fault("If the search finds the text of an answer, the search results give the answer away.",
                  "<details data-search-exclude>The spoiled answer is forty two of all the boats.</details>",
                  "<details data-search-exclude>Kept out of it.</details>"),
    "S106": Fault("The build inserts the policy after the character set, so the page must begin in the expected form.",
                  "<p>no head</p>", ""),
    "S107": Fault("A script that cannot be bundled would fail in the reader's browser.",
                  'import "./missing.js";', 'import "./there.js";'),
    "S108": Fault("The policy allows only the inline scripts of the theme. The browser would block all other inline "
                  "scripts.",
                  "<script>steal()</script>", '<script type="application/json">{}</script>'),
    "S109": Fault("The permissions that a Python engine needs are granted only to the pages that are meant to use it.",
                  "<lab-editor></lab-editor>", "<live-calculator></live-calculator>"),
    "S110": Fault("A box that lists problems is meant for authors. Fix the problems before you publish the page.",
                  '<div class="problem-box">no fact limmit</div>', "<p>x</p>"),
    "S111": Fault("If a page is not encoded as UTF-8, browsers can show different letters for the same bytes.",
                  "<p>\udce9</p>", "<p>é</p>"),
    "S112": Fault("An SVG file can contain scripts, and no policy would block them if a reader opens the file "
                  "directly.",
                  "<svg><script>steal()</script></svg>", '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>'),
    "S113": Fault("Readers can open every file of the site by its address, and no policy restricts what such a file "
                  "can run.",
                  "notes.shtml", "notes.csv"),
    "S114": Fault("Scripts and style sheets are trusted, so each must be a file on this site and have the right file "
                  "type.",
                  '<script src="../notes.txt"></script>', '<script src="assets/there.js"></script>'),
    "S115": Fault("If scripts are enabled, a browser does not parse `noscript` as HTML, so it could hide any content.",
                  "<noscript><!-- </noscript><img> --></noscript>", "<noscript><p>Switch scripts on.</p></noscript>"),
    "S116": Fault("A style sheet or script is bundled with everything that it imports. It must not import arbitrary "
                  "files or load anything from another host.",
                  '@import "https://example.com/x.css";', '@import "../css/plots.css";'),
}  # fmt: skip
CHARSET = '<meta charset="utf-8">'
_HEAD = re.compile(rf"(?:\ufeff)?\s*<!doctype html>\s*<html\b[^<>]*>\s*<head>\s*{CHARSET}", re.IGNORECASE)
FRAGMENTS = "assets/generated/items/"  # parts of pages that scripts fetch
SHORTEST = 25  # characters of an answer's sentence; shorter ones stand on pages by chance


def seal(site: Path, joined: Collection[str] = ()) -> list[Problem]:
    """Writes the policy into every page of `site`; returns what is forbidden. A second run changes nothing.

    joined: sheets that no page links any more, as their styles stand in ours.
    """
    index = _index(site)
    found = [*published(site), *drawings(site)]
    for file in sorted(path for path in site.rglob("*.html") if path.is_file()):
        name = file.relative_to(site).as_posix()
        try:
            before = file.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            found.append(problem("S111", Place(name), "is not UTF-8. Save the file as UTF-8."))
            continue
        if name.startswith(FRAGMENTS):
            found.extend(fragment_problems(name, seen(before)))
            continue
        eased = _eased(before, joined)
        look = seen(eased)
        page, problems = seal_page(eased, name, look)
        found.extend(problems)
        found.extend(problem("S114", Place(name), told) for told in foreign(site, name, look))
        found.extend(spoilers(name, look, index.get(name.removesuffix("index.html"), "")))
        if page != before:
            file.write_bytes(page.encode("utf-8"))
    return sorted(found)


def _eased(page: str, joined: Collection[str]) -> str:
    """What a browser has less work with and a reader sees no difference."""
    return boxed(gathered(bare(page, joined)))


def fragment_problems(name: str, look: Seen) -> Iterator[Problem]:
    """What a fragment holds that a page may not hold. It has no policy of its own, so it must not load anything."""
    yield from (problem(code, Place(name), text) for code, text in faults(look, name))
    for script in filter(of_theme, look.scripts):
        yield problem("S108", Place(name), f"the inline script `{script[:60]}` is in a fragment. Remove it.")
    for address in [*look.sources, *look.sheets]:
        yield problem("S114", Place(name), f"a fragment must not load {address[:80]}. The page that shows it does.")
    for element in sorted(look.engines):
        yield problem("S109", Place(name), f"<{element}> cannot be in a fragment. Show it on a page.")
    if look.policies:
        yield problem("S104", Place(name), "a fragment must not have a policy. The page that shows it has one.")


def seal_page(page: str, name: str, look: Seen) -> tuple[str, list[Problem]]:
    """A page with its policy, and what it holds that is forbidden."""
    found = [problem(code, Place(name), text) for code, text in faults(look, name)]
    wanted = f'<meta http-equiv="Content-Security-Policy" content="{policy(look)}">'
    head = _HEAD.match(page)
    if not head:
        told = f"the page must begin with <!doctype html>, <html>, <head>, and {CHARSET}. The policy follows them."
        return page, [*found, problem("S106", Place(name), told)]
    rest = page[head.end() :]
    if look.policies:
        if len(look.policies) > 1 or not rest.startswith(wanted):
            found.append(problem("S104", Place(name), "the page already has another policy. Remove it."))
        return page, found
    return f"{head[0]}{wanted}{rest}", found


def foreign(site: Path, name: str, look: Seen) -> Iterator[str]:
    """Scripts and style sheets that are not files of the site. Only the 404 page counts from the root of the host."""
    for address, suffixes in [
        *((one, (".js", ".mjs")) for one in look.sources),
        *((one, (".css",)) for one in look.sheets),
    ]:
        path = address.partition("?")[0].partition("#")[0]
        if path.startswith("/") and name == "404.html":
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        if not path.endswith(suffixes) or not target.startswith("assets/") or not (site / target).is_file():
            yield f"{address[:80]} is not a {suffixes[0]} file of this site. Name a file under docs/assets/."


def spoilers(name: str, look: Seen, indexed: str) -> list[Problem]:
    """Sentences of answers that the search index holds for this page and the page itself does not show."""
    shown = even(look.text)
    told = "the search index contains `{}`, which is part of an answer. Reword one of them."
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
