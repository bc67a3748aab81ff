"""B307: words of the stem are in the key and in no other choice.

Readers who do not know the answer guess by matching words. It is an error if the key shares two content words with
the stem and no distractor shares any. It is a warning if the key shares at least two more words with the stem than
any distractor does.

Bad:
    choices:
    - {id: recall, text: Found spam messages, feedback: It divides by the actual positives.}
    - {id: precision, text: Correct positive predictions, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: All correct predictions, feedback: It counts every prediction equally.}
Good:
    choices:
    - {id: recall, text: Found spam messages, feedback: It divides by the actual positives.}
    - {id: precision, text: Messages correctly flagged as spam, feedback: It looks at flagged messages only.}
    - {id: accuracy, text: Messages predicted correctly, feedback: It counts every prediction equally.}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem
from macros.wording import content_word_stems, stem, words

SHARED = 2


def check(course: Course) -> Iterator[Problem]:
    """Counts shared word stems, in the key that shares least and in the distractor that shares most."""
    for item in course.bank.items_with_distractors:
        asked, shown = content_word_stems(item.stem), item.presentation
        in_keys = (asked & content_word_stems(option.text) for option in shown.key_options)
        right = min(in_keys, key=lambda found: (len(found), sorted(found)))
        best = max((len(asked & content_word_stems(option.text)) for option in shown.distractors), default=len(right))
        if len(right) - best >= SHARED:
            shared = sorted({word for word in words(item.stem) if stem(word) in right})
            yield problem(
                "B307",
                item.at("key"),
                f"the key shares {', '.join(f'`{word}`' for word in shared)} with the stem; a distractor shares "
                f"at most {best} words. "
                f"Reword {len(right) - best - 1} of them, or use them in a distractor.",
                warning=best > 0,
            )
