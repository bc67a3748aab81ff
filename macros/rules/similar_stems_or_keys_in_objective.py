"""B510: two items for an objective use nearly the same words, or all of its items have the same key.

Items for the same objective should test the concept, not the memory of a sentence. So the stems of any two of them
should share less than 40% of their content words. Two items that have the same choices but different keys are similar
on purpose and are accepted. If three or more items all have the same key, readers learn to expect that answer. The rule
applies to banks of 100 or more items. It is only a warning, but `make test` treats it as an error in the question bank
of this site.

Bad:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 100}]}
Good:
    quizzes/metrics/sample.yml: {items: [{copy_of: first, times: 2}]}
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from macros.bank import Item, Option
from macros.course import Course
from macros.problems import Problem, problem
from macros.rules.gate import blueprint
from macros.wording import content_word_stems, plain_line

ALIKE = 0.40
SEVERAL = 3


def check(course: Course) -> Iterator[Problem]:
    """Compares the items of each objective."""
    if not blueprint.has_enough_items_to_judge_bank(course):
        return
    items_by_objective: dict[str, list[Item]] = {}
    for _, item in course.bank.active_items_with_files:
        items_by_objective.setdefault(item.objective, []).append(item)
    for items in items_by_objective.values():
        yield from _similar_stem_problems(items)
        single_key_items = [item for item in items if item.presentation.is_single_selection]
        if len(single_key_items) >= SEVERAL and _all_have_same_key(single_key_items):
            message = (
                f"all {len(single_key_items)} single-key items of {single_key_items[0].objective} have the same key. "
                "Change a fact in one of them."
            )
            yield problem("B510", single_key_items[0].at("key"), message, warning=True)


def _similar_stem_problems(items: list[Item]) -> Iterator[Problem]:
    """A problem for each item whose stem shares too many words with an earlier one of the same objective."""
    stems_by_id = {item.id: content_word_stems(item.stem) for item in items}
    reported: set[str] = set()
    for one, other in combinations(items, 2):
        left, right = stems_by_id[one.id], stems_by_id[other.id]
        share = len(left & right) / (len(left | right) or 1)
        if share >= ALIKE and other.id not in reported and not _have_same_choices_but_other_key(one, other):
            reported.add(other.id)  # once an item, however many it is like
            message = (
                f"{other.id} shares {share:.0%} of its words with {one.id}; the limit is {ALIKE:.0%}. Use another "
                "setting."
            )
            yield problem("B510", other.at("stem"), message, warning=True)


def _have_same_choices_but_other_key(one: Item, other: Item) -> bool:
    """Whether two items have the same choices, by id or by text, and different keys among them."""
    if not one.presentation.is_selection or not other.presentation.is_selection:
        return False
    by_id, by_text = (
        [
            (
                _casefolded_ids_or_texts(item.presentation.options, field),
                _casefolded_ids_or_texts(item.presentation.key_options, field),
            )
            for item in (one, other)
        ]
        for field in ("id", "text")
    )
    return any(left[0] == right[0] and left[1] != right[1] for left, right in (by_id, by_text))


def _casefolded_ids_or_texts(options: Iterable[Option], id_or_text: str) -> frozenset[str]:
    """The ids or the texts of the options (`id_or_text` is "id" or "text"), without markup and without case."""
    return frozenset(plain_line(getattr(option, id_or_text)).casefold() for option in options)


def _all_have_same_key(single_key_items: list[Item]) -> bool:
    """Whether the keys of all these items have the same text, without markup and without case."""
    return len({plain_line(item.presentation.key_options[0].text).casefold() for item in single_key_items}) == 1
