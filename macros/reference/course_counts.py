"""How much there is: lessons, questions, calculators and facts, counted by each build."""

from __future__ import annotations

from macros.course import Course
from macros.problems import count_with_noun
from macros.reference.links import PageLinks


def course_counts_line(links: PageLinks) -> str:
    """One line: what a reader can meet on the pages today; calculators and facts lead to their lists."""
    course = links.course
    lessons = course.sorted_lesson_names
    calculators = {
        call.arguments["name"] for name in lessons for call in course.pages[name].valid_calls_of("calculator")
    }
    calculator_count = links.link_html_or_text("index#calculators", count_with_noun(len(calculators), "calculator"))
    facts = links.link_html_or_text(
        "reference/ledger", count_with_noun(len(course.ledger.facts), "dated fact").replace(" ", "\u00a0")
    )
    questions = count_with_noun(_count_placed_items_except_samples(course), "question")
    return f"{count_with_noun(len(lessons), 'lesson')}, {questions}, {calculator_count}, {facts}"


def _count_placed_items_except_samples(course: Course) -> int:
    """How many items stand on a page, without those of banks of samples."""
    sets = [
        items
        for page in course.pages.values()
        if page.name in course.bank.files and not course.bank.files[page.name].sample
        for _, items in course.quiz_calls_with_items(page)
    ]
    return len({item.id for items in sets for item in items})
