"""L115: an objective names a flashcard that does not exist, or a flashcard belongs to no objective.

The course has to cover every flashcard. If no objective names a flashcard, readers get no questions on it. The check
reports a flashcard without an objective only as a warning, but such a flashcard causes `make test` to fail.

Bad:
    docs/data/objectives.yml:
      recall: {statement: Compute recall, page: metrics/sample, cards: [recal]}
Good:
    docs/data/objectives.yml:
      recall: {statement: Compute recall, page: metrics/sample, cards: [recall]}
    docs/data/cards.yml:
      recall: {claim: c, verdict: right, holds: h, why: w, page: "metrics/sample#recall", source: guide}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, did_you_mean, problem


def check(course: Course) -> Iterator[Problem]:
    """Compares the cards that objectives name with the list of cards."""
    known, named = course.ledger.entry_ids_in_file("cards"), set()
    for name, objective in course.ledger.objectives.items():
        named.update(objective.cards)
        for at, card in enumerate(objective.cards):
            if card not in known:
                hint = did_you_mean(card, known) or " Add it to docs/data/cards.yml."
                place = course.ledger.place_of("objectives", name, "cards", at)
                yield problem("L115", place, f"{name}: there is no flashcard {card}.{hint}")
    for card in course.ledger.cards if course.ledger.has_only_valid_entries("objectives") else ():
        if card not in named:
            message = f"no objective names the flashcard {card}. Add it to `cards` of an objective."
            yield problem("L115", course.ledger.place_of("cards", card), message, warning=True)
