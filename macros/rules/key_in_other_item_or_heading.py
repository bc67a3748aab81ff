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

from macros.bank import Item
from macros.course import Course, Page
from macros.problems import Problem, problem
from macros.wording import content_word_stems, stem, words

RUN, CONTENT_WORDS = 3, 2  # words in a row, and how many of them must carry meaning
Run = tuple[str, ...]


def check(course: Course) -> Iterator[Problem]:
    """Compares sequences of three words between the items of a page."""
    for page in course.pages.values():
        items = [item for _, placed in course.quiz_calls_with_items(page) for item in placed]
        runs = {item.id: _three_word_runs_only_in_key(item) for item in items if item.presentation.is_selection}
        places_by_run = _text_kinds_and_item_ids_by_run(page, items, {run for own in runs.values() for run in own})
        for number, item in enumerate(items):
            before = {one.id for one in items[:number]}
            for run in sorted(runs.get(item.id, set()) & set(places_by_run)):
                where = _describe_first_giveaway(places_by_run[run], item, before)
                if where:
                    message = f"`{' '.join(run)}` in the key is also in {where}. Reword one of them."
                    yield problem("B311", item.at("key"), message)
                    break


def _three_word_runs_only_in_key(item: Item) -> set[Run]:
    """Three words in a row, two of them content words, that are in a key but in neither the stem nor a distractor."""
    others = (item.stem, *(option.text for option in item.presentation.distractors))
    known = {run for text in others for run in _runs_of_three_words(text)}
    own = {run for option in item.presentation.key_options for run in _runs_of_three_words(option.text)} - known
    return {run for run in own if sum(stem(word) in content_word_stems(" ".join(run)) for word in run) >= CONTENT_WORDS}


def _text_kinds_and_item_ids_by_run(page: Page, items: list[Item], runs: set[Run]) -> dict[Run, list[tuple[str, str]]]:
    """{run: [(stem, why or heading, id of the item or "")]} of the given runs, in stems, rationales and headings."""
    texts = [(kind, item.id, text) for item in items for kind, text in (("stem", item.stem), ("why", item.rationale))]
    texts += [("heading", "", heading.text) for heading in page.headings] if runs else []
    found: dict[Run, list[tuple[str, str]]] = {}
    for kind, name, text in texts if runs else []:
        for run in runs.intersection(_runs_of_three_words(text)):
            found.setdefault(run, []).append((kind, name))
    return found


def _describe_first_giveaway(places: list[tuple[str, str]], item: Item, earlier_ids: set[str]) -> str:
    """The first place that a reader sees before answering the item, in words, or an empty string."""
    for kind, name in places:
        if kind == "heading":
            return "a heading of the page"
        if name != item.id and (kind == "stem" or name in earlier_ids):
            return f"the {'stem' if kind == 'stem' else 'rationale'} of {name}"
    return ""


def _runs_of_three_words(text: str) -> Iterator[Run]:
    """Every three consecutive words."""
    text_words = words(text)
    return zip(*(text_words[start:] for start in range(RUN)), strict=False)
