"""B126: an item still contains text from the sample that it was copied from.

`make new` creates an item as a copy of a sample from the gallery. Text that remains from the sample would confuse
readers. It is a warning, so that you can write a new item step by step, but `make release` rejects the item.

Bad:
    quizzes/contributing/gallery.yml:
      sample: true
      items:
      - id: sample-flashcard
        interaction: flashcard
        objective: recall
        level: recall
        stem: What is the denominator of recall?
        key: The number of actual positives.
        rationale: Recall divides by the actual positives.
        source: guide
        verified: 2026-11-24
    rationale: Recall divides by the actual positives.
Good:
    rationale: The filter finds 40 of the 60 messages that are really spam.
"""

from collections.abc import Iterator

from macros.bank.skeleton import SampleTexts
from macros.course import Course
from macros.problems import Problem, problem

CODE = "B126"


def check(course: Course) -> Iterator[Problem]:
    """Compares each item with the samples, field by field."""
    samples = SampleTexts(item for file in course.bank.files.values() if file.sample for item in file.items)
    for item in course.bank.non_samples:
        left = list(samples.unchanged_field_names(item))
        if left:
            message = f"{item.id} still contains text from the sample in: {', '.join(left)}. Write your own text."
            yield problem(CODE, item.at("id"), message, warning=True)
