"""B216: a text uses a word that is on the list of words to avoid.

Use the words that the field and the exams use. `docs/data/wording.yml` lists words that force readers to stop and
reread, each with its replacement. The rule checks lessons and other pages, items, and the texts in `docs/data/`. It
skips code, URLs, and macro calls.

Bad:
    docs/data/wording.yml:
      dear: {words: [dear, dearer], write: costly or more expensive}
    rationale: Recall counts the dearer error.
Good:
    docs/data/wording.yml:
      dear: {words: [dear, dearer], write: costly or more expensive}
    rationale: Recall counts the more expensive error.
"""

import re
from collections.abc import Iterator, Mapping

from macros.course import Course, Page
from macros.course.markdown import mask_code_with_x
from macros.ledger import Wording
from macros.problems import Place, Problem, problem
from macros.reading import read_text_or_empty_and_problems
from macros.wording import plain_line

FIELDS = {
    "objectives": ("statement",),
    "misconceptions": ("belief", "tempts", "correction"),
    "cards": ("claim", "holds", "why"),
    "glossary": ("meaning",),
}
FRONT_MATTER = ("title", "description", "question")
_NOT_WORDS = re.compile(r"\{\{.*?\}\}|</?[a-zA-Z][^<>]*>|\]\([^()\n]*\)|\{[#:][^{}\n]*\}|https?://\S+", re.DOTALL)
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


class WordList:
    """Finds the words of docs/data/wording.yml in a text."""

    def __init__(self, wording: Mapping[str, Wording]) -> None:
        entries = [(f"word{at}", entry) for at, entry in enumerate(wording.values())]
        self._replacements = {group: entry.write for group, entry in entries}
        self._words = re.compile(
            "|".join(f"(?P<{group}>{_pattern_text_of_phrases(entry.words)})" for group, entry in entries), re.I
        )
        self._right = {
            group: re.compile(_pattern_text_of_phrases(entry.right_in), re.I)
            for group, entry in entries
            if entry.right_in
        }

    def find_positions_and_messages(self, text: str) -> Iterator[tuple[int, str]]:
        """Position of each word to avoid, and a sentence that says what to write instead."""
        straight = text.translate(_QUOTES)
        for found in self._words.finditer(straight):
            group = str(found.lastgroup)
            if not self._is_in_right_phrase(group, straight, found):
                word = " ".join(found[0].split())
                yield found.start(), f"`{word}` is on the word list. Write {self._replacements[group]}."

    def _is_in_right_phrase(self, group: str, text: str, match: re.Match[str]) -> bool:
        """Whether the word is part of a phrase in which it is right."""
        phrases = self._right[group].finditer(text) if group in self._right else ()
        return any(one.start() < match.end() and match.start() < one.end() for one in phrases)


def check(course: Course) -> Iterator[Problem]:
    """Looks through every text that readers see."""
    if not course.ledger.wording:
        return
    words = WordList(course.ledger.wording)
    for place, text in [*_item_and_case_texts_with_places(course), *_ledger_texts_with_places(course)]:
        yield from (
            problem("B216", place, message) for _, message in words.find_positions_and_messages(plain_line(text))
        )
    for page in course.pages.values():
        yield from (
            problem("B216", page.place_in_file(at), message)
            for at, message in words.find_positions_and_messages(_blank_out_code_and_markup(page.text))
        )
        yield from _front_matter_problems(course, page, words)


def _item_and_case_texts_with_places(course: Course) -> Iterator[tuple[Place, str]]:
    """(place, text) of every text of cases and items."""
    for file in course.bank.files.values():
        yield from ((case.place, case.text) for case in file.cases.values())
        for item in file.items:
            yield from ((item.at(*steps), text) for steps, text in item.paths_and_texts())


def _ledger_texts_with_places(course: Course) -> Iterator[tuple[Place, str]]:
    """(place, text) of every text of objectives, misconceptions, cards, and glossary."""
    for kind, fields in FIELDS.items():
        for name, entry in getattr(course.ledger, kind).items():
            yield from ((course.ledger.place_of(kind, name, field), getattr(entry, field)) for field in fields)


def _blank_out_code_and_markup(markdown: str) -> str:
    """A page's text with code, calls, tags and addresses masked; every other character keeps its position."""
    return _NOT_WORDS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), mask_code_with_x(markdown))


def _front_matter_problems(course: Course, page: Page, word_list: WordList) -> Iterator[Problem]:
    """Problems of title, description and question. The page does not keep their places, so the file is read again."""
    fields = [getattr(page.meta, field) or "" for field in FRONT_MATTER]
    if not any(list(word_list.find_positions_and_messages(field)) for field in fields):
        return
    lines = read_text_or_empty_and_problems(course.root / page.path, page.path)[0].split("\n")
    for number, line in enumerate(lines[: page.first_line - 1], 1):
        if line.startswith(FRONT_MATTER):
            for at, message in word_list.find_positions_and_messages(line):
                yield problem("B216", Place(page.path, number, at + 1), message)


def _pattern_text_of_phrases(phrases: list[str]) -> str:
    """The text of a pattern for whole words, with any white space between them; the longest phrase wins."""
    escaped = (re.escape(" ".join(phrase.split())) for phrase in sorted(phrases, key=len, reverse=True))
    either = "|".join(escaped).replace(r"\ ", r"\s+")
    return rf"(?<![\w-])(?:{either})(?![\w-])"
