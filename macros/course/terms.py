"""Where the prose of a page uses terms of the glossary first, and whether that use is linked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from macros.course.pages import Page
from macros.course.regions import regions_of
from macros.ledger import Term

GLOSSARY = "reference/glossary"
# what is no prose: calls, headings, rows of tables, blocks and tags of HTML, addresses, ids of headings
_NO_PROSE = re.compile(
    r"\{\{.*?\}\}|<(div|figure|table|math|svg)\b.*?</\1>|</?[a-zA-Z][^<>]*>|https?:\S+|\{[#:][^{}]*\}",
    re.DOTALL | re.MULTILINE,
)
_HEADING = re.compile(r"^#.*$|^[ \t]*\|.*$", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
_MARKUP = re.compile(r"[*`]")
_BOLD = re.compile(r"\*\*[^*]+\*\*")
_WORD = re.compile(r"\w+")


class Use(NamedTuple):
    """The first use of a term on a page: its id, where it stands and how it is written."""

    term: str
    at: int
    text: str


class _Name(NamedTuple):
    term: str
    pattern: re.Pattern[str]
    length: int


def unlinked(page: Page, terms: Mapping[str, Term]) -> Iterator[Use]:
    """First uses that lead neither to the glossary nor to the page that teaches the term, in order.

    Left out are terms of every day, terms that this page teaches, and those whose first use is bold: it defines them.
    """
    wanted = {name: term for name, term in terms.items() if not term.everyday and _page(term) != page.name}
    done: set[str] = set()
    text = _prose(page.text)
    links = [(found.start(1), found.end(1), _target(found[2], page.name)) for found in _LINK.finditer(page.text)]
    bold = [(found.start(), found.end()) for found in _BOLD.finditer(text)]
    for use in _uses(text, _names(tuple((name, *term.names) for name, term in wanted.items()))):
        target = next((target for start, end, target in links if start <= use.at < end), None)
        if use.term in done or (target is not None and target not in (GLOSSARY, _page(wanted[use.term]))):
            continue  # a link elsewhere can't hold a second one: the next use counts
        done.add(use.term)
        if target is None and not any(start <= use.at < end for start, end in bold):
            yield use


def mentions(page: Page, name: str) -> bool:
    """Whether the title or the text of a page has a name: in any case, with or without hyphens, singular or plural."""
    text = _LINK.sub(r"\1", f"{page.meta.get('title', '')}\n{page.text}")
    return _any_form(name).search(_MARKUP.sub("", text).replace("-", " ")) is not None


def _page(term: Term) -> str:
    return term.page.partition("#")[0]


def _target(link: str, base: str) -> str:
    """The page that a relative link leads to."""
    path = link.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)).removesuffix(".md") if path else base


def _prose(text: str) -> str:
    """The text with everything else blotted out, each sign at its place."""
    for region in regions_of(text).all:
        text = text[: region.start] + " " * (region.end - region.start) + text[region.end :]
    text = _HEADING.sub(_blot, text)
    text = _NO_PROSE.sub(_blot, text)
    return _LINK.sub(lambda found: f"[{found[1]}]" + " " * (len(found[0]) - len(found[1]) - 2), text)


def _blot(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _uses(text: str, names: Mapping[str, list[_Name]]) -> Iterator[Use]:
    """Every use, in order; where one name holds another, the longer one is meant."""
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < end or (start and text[start - 1] in "-/"):
            continue
        for name in names.get(word[0].casefold(), ()):
            if found := name.pattern.match(text, start):
                yield Use(name.term, start, found[0])
                end = found.end()
                break


@cache
def _names(written: tuple[tuple[str, ...], ...]) -> Mapping[str, list[_Name]]:
    """Names by their first word in small letters, the longest first; a plural's first word too."""
    found: dict[str, list[_Name]] = {}
    for term, *names in written:
        for name in names:
            made = _Name(term, _pattern(name), len(name))
            first = _WORD.findall(name)[0].casefold()
            for word in {first, f"{first}s", f"{first}es"}:
                found.setdefault(word, []).append(made)
    for listed in found.values():
        listed.sort(key=lambda name: -name.length)
    return found


def _pattern(name: str) -> re.Pattern[str]:
    """A name with any white space and an ending of many; where it has capitals they count."""
    words = r"\s+".join(map(re.escape, name.split()))
    flags = re.IGNORECASE if name == name.lower() else re.NOFLAG
    return re.compile(rf"{words}(?:s|es)?(?![\w-])", flags)


@cache
def _any_form(name: str) -> re.Pattern[str]:
    """A name whose words are parted by spaces, line ends or hyphens, with the endings that a noun takes."""
    words = r"\s+".join(map(re.escape, name.replace("-", " ").split()))
    stem, ending = (words[:-1], "(?:y|ies)") if words.endswith("y") else (words, "(?:s|es)?")
    return re.compile(rf"(?<!\w){stem}{ending}(?!\w)", re.IGNORECASE)
