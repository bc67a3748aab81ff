"""L119: a term of an exam skill is missing from its lessons or from the glossary.

Exam questions use the official terms. So a lesson that covers a skill must use its terms, and the glossary must
define them. The rule reads the `terms` of each covered entry in `docs/data/exams/`. The entries in `phrases` only
need to appear in a lesson.

Bad:
    docs/data/objectives.yml:
      recall: {statement: Compute recall, page: metrics/sample, exams: [AIF-C01 1.3.6]}
    docs/data/exams/aif-c01.yml:
      domains: [{id: 1, title: Basics, weight: 100, entries: [{ids: ["1.3.6"], asks: Metrics., terms: [F1 score]}]}]
Good:
    docs/data/objectives.yml:
      recall: {statement: Compute recall, page: metrics/sample, exams: [AIF-C01 1.3.6]}
    docs/data/exams/aif-c01.yml:
      domains: [{id: 1, title: Basics, weight: 100, entries: [{ids: ["1.3.6"], asks: Metrics., terms: [recall]}]}]
    docs/data/glossary.yml:
      recall: {names: [recall], meaning: Recall is a share., page: "metrics/sample#recall"}
"""

import re
from collections.abc import Iterator
from functools import cache

from macros.course import Course, Page
from macros.ledger.loading import EXAMS
from macros.ledger.models import Asked
from macros.problems import Problem, problem

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_MARKUP = re.compile(r"[*`]")


def check(course: Course) -> Iterator[Problem]:
    """Looks for the terms of each covered entry."""
    ledger = course.ledger
    entries = ledger.exam_codes_entries_and_data_paths() if ledger.has_only_valid_entries("objectives") else ()
    for code, asked, steps in entries:
        for field_steps, text in _missing_term_data_paths_and_messages(course, code, asked):
            place = ledger.place_of(EXAMS, code, *steps, *field_steps)
            yield problem("L119", place, f"{code} {asked.ids[0]} asks for {text}")


def _missing_term_data_paths_and_messages(
    course: Course, exam_code: str, guide_entry: Asked
) -> Iterator[tuple[tuple[str, int], str]]:
    """(field and position of a term or phrase, what it is missing from) of an entry that a lesson covers."""
    lessons = _covering_lesson_names(course, exam_code, guide_entry)
    has_glossary = course.ledger.has_only_valid_entries("glossary")
    defined = [name for term in course.ledger.glossary.values() for name in term.names] if has_glossary else None
    for field, glossary_names in (("terms", defined), ("phrases", None)) if lessons else ():
        for at, name in enumerate(getattr(guide_entry, field)):
            for message in _missing_term_messages(course, name, lessons, glossary_names):
                yield (field, at), f"`{name}`, which {message}"


def _covering_lesson_names(course: Course, exam_code: str, guide_entry: Asked) -> list[str]:
    """Names of the lessons that cover an entry of an exam guide, each once."""
    covering = course.ledger.covering_objective_ids(exam_code, guide_entry)
    return list(dict.fromkeys(course.ledger.objectives[name].page for name in covering))


def _missing_term_messages(
    course: Course, term: str, lessons: list[str], glossary_names: list[str] | None
) -> Iterator[str]:
    """What a term is missing from; `glossary_names` are the names of the glossary, if it has to be one of them."""
    if not any(page_mentions(course.pages[lesson], term) for lesson in lessons if lesson in course.pages):
        yield f"its lessons do not use. Teach it in {' or '.join(lessons)}."
    if glossary_names is not None and term.casefold() not in map(str.casefold, glossary_names):
        yield "the glossary does not define. Add it to docs/data/glossary.yml."


def page_mentions(page: Page, term: str) -> bool:
    """Whether the title or text of a page contains a name: in any case, with or without hyphens, singular or plural."""
    text = _LINK.sub(r"\1", f"{page.meta.title}\n{page.text}")
    return _singular_or_plural_pattern(term).search(_MARKUP.sub("", text).replace("-", " ")) is not None


@cache
def _singular_or_plural_pattern(term: str) -> re.Pattern[str]:
    """A pattern for a term in the singular or plural, with spaces, line ends, or hyphens between its words."""
    words = r"\s+".join(map(re.escape, term.replace("-", " ").split()))
    stem, ending = (words[:-1], "(?:y|ies)") if words.endswith("y") else (words, "(?:s|es)?")
    return re.compile(rf"(?<!\w){stem}{ending}(?!\w)", re.IGNORECASE)
