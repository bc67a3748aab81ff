"""B126: an item still holds words of the skeleton that it was made from.

`make new` begins an item with a sample of the gallery. What is left of it asks readers about something else. A warning,
so that a new item can be written step by step; `make release` refuses it.

Bad:
    quizzes/contributing/gallery.yml:
      sample: true
      items:
      - id: sample-flashcard
        interaction: flashcard
        objective: recall
        level: recall
        stem: What does recall divide by?
        key: All that is really there.
        rationale: Recall looks at what is there.
        source: guide
        verified: 2026-11-24
    rationale: Recall looks at what is there.
Good:
    rationale: Of the 60 messages that are really spam, 40 are found.
"""

from collections.abc import Iterator

from macros.bank.skeleton import Samples
from macros.course import Course
from macros.problems import Problem, problem

CODE = "B126"


def check(course: Course) -> Iterator[Problem]:
    """Compares each item with the samples, field by field."""
    samples = Samples(item for file in course.bank.files.values() if file.sample for item in file.items)
    for item in course.bank.kept:
        left = list(samples.left_in(item))
        if left:
            told = f"{item.id} still has from the sample: {', '.join(left)}. Write your own."
            yield problem(CODE, item.at("id"), told, warning=True)
