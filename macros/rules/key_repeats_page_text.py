"""B511: the key of an item at the `apply` or `analyze` level repeats five consecutive words of its page.

Such an item lets readers recall a sentence instead of applying a concept. Words that are also in a distractor are
accepted.

Bad:
    choices:
    - {id: recall, text: Divide by all the actual spam, feedback: It divides by the actual positives.}
    - {id: precision, text: Divide by the flagged messages, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Divide by the whole inbox, feedback: It counts every message equally.}
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        To compute recall, divide by all the actual spam.

        {{ quiz() }}
Good:
    choices:
    - {id: recall, text: Divide by every spam message, feedback: It divides by the actual positives.}
    - {id: precision, text: Divide by the flagged messages, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Divide by the whole inbox, feedback: It counts every message equally.}
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        To compute recall, divide by all the actual spam.

        {{ quiz() }}
"""

import re
from collections.abc import Iterator

from macros.bank import Item
from macros.course import Course, Page
from macros.problems import Problem, problem
from macros.wording import words, words_in_plain_text

RUN = 5
Run = tuple[str, ...]
_NO_PROSE = re.compile(r"\]\([^()\s]*\)|\{\{.*?\}\}|\{#[\w-]+\}|[*`_\[\]|]")


def check(course: Course) -> Iterator[Problem]:
    """Looks for word sequences of keys in the text of each page."""
    keys: dict[str, list[tuple[Item, set[Run]]]] = {}
    for file, item in course.bank.active_items_with_files:
        if (
            item.level in ("apply", "analyze")
            and file.page in course.pages
            and (
                runs := _five_word_runs_in_partners(item)
                if item.presentation.is_matching
                else _five_word_runs_only_in_key(item)
            )
        ):
            keys.setdefault(file.page, []).append((item, runs))
    for name, listed in keys.items():
        page_sequences = set(_runs_of_five_words(_lowercase_page_words(course.pages[name])))
        for item, runs in listed:
            if found := sorted(runs & page_sequences):
                message = f"`{' '.join(found[0])}` in the key is also on {course.pages[name].path}. Use other words."
                yield problem("B511", item.at("key"), message, warning=True)


def _five_word_runs_in_partners(match_item: Item) -> set[Run]:
    """Runs of five words in the partners of a match item."""
    partners = match_item.presentation.options_by_group["right"]
    return {run for partner in partners for run in _runs_of_five_words(words(partner.text))}


def _five_word_runs_only_in_key(item: Item) -> set[Run]:
    """Runs of five words in the keys that no distractor contains."""
    in_distractors = {
        run for option in item.presentation.distractors for run in _runs_of_five_words(words(option.text))
    }
    return {
        run for option in item.presentation.key_options for run in _runs_of_five_words(words(option.text))
    } - in_distractors


def _lowercase_page_words(page: Page) -> tuple[str, ...]:
    """The words of a page. Rendering its Markdown would take a hundred times as long."""
    return words_in_plain_text(_NO_PROSE.sub(" ", page.text))


def _runs_of_five_words(text_words: tuple[str, ...]) -> Iterator[Run]:
    """Every five consecutive words."""
    return zip(*(text_words[start:] for start in range(RUN)), strict=False)
