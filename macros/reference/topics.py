"""The overview of a topic: its lessons in the order of the navigation, with the time that each takes."""

from __future__ import annotations

from typing import NamedTuple

from macros.bank import Item
from macros.bank.quiz_time import quiz_minutes
from macros.course import Course, Page
from macros.course.navigation import pages_in_navigation_order
from macros.problems import count_with_noun
from macros.reference.links import PageLinks
from macros.rendering.protected_html import mark_protected_html
from macros.rendering.templates import template, without_blank_lines


class LessonTimeAndPractice(NamedTuple):
    """A lesson's page, minutes of reading and of its quiz, and the calculators and labs that practice it.

    questions: how many its page counts; the pretest is not one of them.
    """

    page: Page
    questions: int
    reading: int
    quiz: int
    calculator_urls: list[str]
    labs: list[tuple[str, str]]


def lessons_in_page_folder_html(links: PageLinks) -> str:
    """A line with sums, and a list of the lessons in the folder of the page that `links` is for."""
    lessons = [_lesson_time_and_practice(page, links) for page in lesson_pages_of_topic(links.course, links.folder)]
    questions = sum(lesson.questions for lesson in lessons)
    made = template("topic.html").render(
        lessons=lessons,
        sums=f"{count_with_noun(len(lessons), 'lesson')} with {count_with_noun(questions, 'question')}",
        reading=sum(lesson.reading for lesson in lessons),
        quiz=sum(lesson.quiz for lesson in lessons),
        links=links,
    )
    return mark_protected_html(without_blank_lines(made))


def lesson_pages_of_topic(course: Course, topic: str) -> list[Page]:
    """Lessons of a topic, which is a folder of docs, in the order of the navigation; others come last."""
    inside = [name for name in course.sorted_lesson_names if name.startswith(f"{topic}/")]
    return [course.pages[name] for name in pages_in_navigation_order(course.root, inside)]


def _lesson_time_and_practice(page: Page, links: PageLinks) -> LessonTimeAndPractice:
    items = _items_shown_on_page(page, links.course)
    return LessonTimeAndPractice(
        page,
        len(links.course.quiz_items_except_pretest(page)),
        page.meta.minutes or 0,
        quiz_minutes(items),
        [links.link(f"{page.name}.md#{call.arguments['name']}") for call in page.valid_calls_of("calculator")],
        [
            (lab.title_without_lab_prefix, links.link(f"{lab.page.name}.md"))
            for lab in links.course.labs.values()
            if lab.page.meta.lesson == page.name
        ],
    )


def _items_shown_on_page(page: Page, course: Course) -> list[Item]:
    """The items that the page's quiz calls show, each once."""
    return list({item.id: item for _, items in course.quiz_calls_with_items(page) for item in items}.values())
