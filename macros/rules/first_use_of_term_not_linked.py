"""P118: the first use of a glossary term in a lesson is not a link.

Readers who meet a term before they read its lesson can follow the link to look it up. The link leads to the glossary
or to the page that teaches the term. The rule ignores that page itself, a first use in bold (which defines the term),
everyday words, code, tables, and headings. It is a warning.

Bad:
    docs/data/glossary.yml:
      spam: {names: [spam filter], meaning: A spam filter flags unwanted messages., page: "metrics/other#spam"}
    docs/metrics/other.md:
      body: |
        ## Spam {#spam}
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        A spam filter has recall too.

        {{ quiz() }}
Good:
    docs/data/glossary.yml:
      spam: {names: [spam filter], meaning: A spam filter flags unwanted messages., page: "metrics/other#spam"}
    docs/metrics/other.md:
      body: |
        ## Spam {#spam}
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        A [spam filter](other.md#spam) has recall too. Any spam filter has.

        {{ quiz() }}
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from macros.course import Course, Page
from macros.course.markdown import mask_code_with_x
from macros.ledger import Term
from macros.problems import Problem, problem

GLOSSARY = "reference/glossary"
# not prose: macro calls, blocks and tags of HTML, addresses, ids of headings
_NO_PROSE = re.compile(
    r"\{\{.*?\}\}|<(div|figure|table|math|svg)\b.*?</\1>|</?[a-zA-Z][^<>]*>|https?:\S+|\{[#:][^{}]*\}",
    re.DOTALL | re.MULTILINE,
)
_HEADING = re.compile(r"^#.*$|^[ \t]*\|.*$", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
_BOLD = re.compile(r"\*\*[^*]+\*\*")
_WORD = re.compile(r"\w+")


class FirstUse(NamedTuple):
    """The first use of a term on a page: the id of the term, the position in the page's text, and how it is written."""

    term: str
    position: int
    text: str


class _TermName(NamedTuple):
    term: str
    pattern: re.Pattern[str]
    length: int


def check(course: Course) -> Iterator[Problem]:
    """Looks through the text of each lesson."""
    for name in course.sorted_lesson_names if course.ledger.glossary else ():
        page = course.pages[name]
        glossary = posixpath.relpath(GLOSSARY, posixpath.dirname(name) or ".")
        for use in find_unexplained_first_uses(page, course.ledger.glossary):
            message = (
                f"this is the first use of {use.term}. Write [{' '.join(use.text.split())}]({glossary}.md#{use.term})."
            )
            yield problem("P118", page.place_in_file(use.position), message, warning=True)


def find_unexplained_first_uses(page: Page, terms: Mapping[str, Term]) -> Iterator[FirstUse]:
    """First uses that link neither to the glossary nor to the lesson that teaches the term, in order.

    Everyday terms, terms that this page teaches, and terms whose first use is bold, which defines them, are left out.
    """
    wanted = {
        name: term for name, term in terms.items() if not term.everyday and _teaching_page_name(term) != page.name
    }
    done: set[str] = set()
    text = _mask_nonprose_and_link_targets(page.text)
    links = [
        (found.start(1), found.end(1), _linked_page_name(found[2], page.name)) for found in _LINK.finditer(page.text)
    ]
    bold = [(found.start(), found.end()) for found in _BOLD.finditer(text)]
    for use in _find_term_uses(text, _names_by_first_word(tuple((name, *term.names) for name, term in wanted.items()))):
        target = next((target for start, end, target in links if start <= use.position < end), None)
        if use.term in done or (target is not None and target not in (GLOSSARY, _teaching_page_name(wanted[use.term]))):
            continue  # a link to another page cannot contain a second link, so the next use counts
        done.add(use.term)
        if target is None and not any(start <= use.position < end for start, end in bold):
            yield use


def _teaching_page_name(term: Term) -> str:
    """Name of the page that teaches a term."""
    return term.page.partition("#")[0]


def _linked_page_name(relative_link: str, from_page: str) -> str:
    """Name of the page that a relative link leads to."""
    path = relative_link.partition("#")[0]
    return (
        posixpath.normpath(posixpath.join(posixpath.dirname(from_page), path)).removesuffix(".md")
        if path
        else from_page
    )


def _mask_nonprose_and_link_targets(markdown: str) -> str:
    """The text with x for code and spaces for all else that is not prose, as long as before.

    A link keeps its text in brackets.
    """
    markdown = _HEADING.sub(_mask_with_spaces_except_newlines, mask_code_with_x(markdown))
    markdown = _NO_PROSE.sub(_mask_with_spaces_except_newlines, markdown)
    return _LINK.sub(lambda found: f"[{found[1]}]" + " " * (len(found[0]) - len(found[1]) - 2), markdown)


def _mask_with_spaces_except_newlines(match: re.Match[str]) -> str:
    """As many spaces as the match has characters; its line breaks stay."""
    return re.sub(r"[^\n]", " ", match[0])


def _find_term_uses(text: str, names_by_first_word: Mapping[str, list[_TermName]]) -> Iterator[FirstUse]:
    """Every use, in order. Where one name contains another, the longer one counts."""
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < end or (start and text[start - 1] in "-/"):
            continue
        for name in names_by_first_word.get(word[0].casefold(), ()):
            if found := name.pattern.match(text, start):
                yield FirstUse(name.term, start, found[0])
                end = found.end()
                break


@cache
def _names_by_first_word(terms_with_names: tuple[tuple[str, ...], ...]) -> Mapping[str, list[_TermName]]:
    """Names by their first word in lowercase, also of its plural. The longest name comes first."""
    found: dict[str, list[_TermName]] = {}
    for term, *names in terms_with_names:
        for name in names:
            made = _TermName(term, _smart_case_pattern_with_optional_plural(name), len(name))
            first = _WORD.findall(name)[0].casefold()
            for word in {first, f"{first}s", f"{first}es"}:
                found.setdefault(word, []).append(made)
    for listed in found.values():
        listed.sort(key=lambda name: -name.length)
    return found


def _smart_case_pattern_with_optional_plural(term_name: str) -> re.Pattern[str]:
    """A name with any white space and a plural ending. A name with capitals matches these capitals only."""
    words = r"\s+".join(map(re.escape, term_name.split()))
    flags = re.IGNORECASE if term_name == term_name.lower() else re.NOFLAG
    return re.compile(rf"{words}(?:s|es)?(?![\w-])", flags)
