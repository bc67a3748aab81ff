"""B311: another item or a heading on the page gives the key away.

Readers see all items on a page one after the other. The page gives an answer away if three words of a key are also in
another stem, in an earlier rationale, or in a heading, but not in any distractor.

Bad:
    choices:
    - {id: recall, text: Found among real spam, feedback: It divides by the actual positives.}
    - {id: precision, text: Real spam among flags, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Right calls among all, feedback: It counts every message equally.}
    docs/metrics/sample.md:
      body: |
        ## Recall: what is found among real spam {#recall}

        {{ quiz() }}
Good:
    choices:
    - {id: recall, text: Found among real spam, feedback: It divides by the actual positives.}
    - {id: precision, text: Real spam among flags, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Right calls among all, feedback: It counts every message equally.}
"""

from collections.abc import Iterator
from typing import NamedTuple

from macros.bank import Item
from macros.course import Course, Page
from macros.problems import Problem, problem
from macros.wording import content_word_stems, stem, words

TRIGRAM_LENGTH, CONTENT_WORDS = 3, 2  # words in a row, and how many of them must carry meaning
Trigram = tuple[str, ...]


class TrigramMatch(NamedTuple):
    """A text in which a trigram of a key was found: a `stem`, `rationale` or `heading`; "" is the id of a heading."""

    text_kind: str
    item_id: str


def check(course: Course) -> Iterator[Problem]:
    """Compares sequences of three words between the items of a page."""
    for page in course.pages.values():
        items = [item for _, placed in course.quiz_calls_with_items(page) for item in placed]
        trigrams = {item.id: _content_trigrams_only_in_key(item) for item in items if item.presentation.is_selection}
        matches_by_trigram = _stem_rationale_and_heading_matches(
            page, items, {trigram for own in trigrams.values() for trigram in own}
        )
        for number, item in enumerate(items):
            before = {one.id for one in items[:number]}
            for trigram in sorted(trigrams.get(item.id, set()) & set(matches_by_trigram)):
                where = _first_giveaway_in_words_or_empty(matches_by_trigram[trigram], item, before)
                if where:
                    message = f"`{' '.join(trigram)}` in the key is also in {where}. Reword one of them."
                    yield problem("B311", item.at("key"), message)
                    break


def _content_trigrams_only_in_key(item: Item) -> set[Trigram]:
    """Three words in a row, two of them content words, that are in a key but in neither the stem nor a distractor."""
    others = (item.stem, *(option.text for option in item.presentation.distractors))
    known = {trigram for text in others for trigram in _word_trigrams(text)}
    own = {trigram for option in item.presentation.key_options for trigram in _word_trigrams(option.text)} - known
    return {
        trigram
        for trigram in own
        if sum(stem(word) in content_word_stems(" ".join(trigram)) for word in trigram) >= CONTENT_WORDS
    }


def _stem_rationale_and_heading_matches(
    page: Page, items: list[Item], trigrams: set[Trigram]
) -> dict[Trigram, list[TrigramMatch]]:
    """Where the given trigrams are in the stems and rationales of the items, and in the headings of the page."""
    texts = [
        (kind, item.id, text) for item in items for kind, text in (("stem", item.stem), ("rationale", item.rationale))
    ]
    texts += [("heading", "", heading.text) for heading in page.headings] if trigrams else []
    found: dict[Trigram, list[TrigramMatch]] = {}
    for kind, name, text in texts if trigrams else []:
        for trigram in trigrams.intersection(_word_trigrams(text)):
            found.setdefault(trigram, []).append(TrigramMatch(kind, name))
    return found


def _first_giveaway_in_words_or_empty(matches: list[TrigramMatch], item: Item, ids_answered_before: set[str]) -> str:
    """The first text with the trigram that a reader may see before answering, in words; else "".

    It is a heading, the stem of any other item, or the rationale of one answered before.
    """
    for kind, name in matches:
        if kind == "heading":
            return "a heading of the page"
        if name != item.id and (kind == "stem" or name in ids_answered_before):
            return f"the {kind} of {name}"
    return ""


def _word_trigrams(text: str) -> Iterator[Trigram]:
    """Every three consecutive words."""
    text_words = words(text)
    return zip(*(text_words[start:] for start in range(TRIGRAM_LENGTH)), strict=False)
