"""What each exam guide asks, which lessons teach it, and what this course does not cover."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from macros.ledger import Exam
from macros.ledger.models import Asked, Domain
from macros.reference.links import PageLinks
from macros.rendering.facts import escape_as_markdown_line
from macros.rendering.sources import format_us_date
from macros.rendering.templates import template, without_blank_lines


class GuideEntryRow(NamedTuple):
    """An entry of a guide: its ids as text, its terms and lessons as links, and the number of its items."""

    ids: str
    asked: Asked
    terms: list[Markup]
    lessons: list[Markup]
    items: int


class SkillCounts(NamedTuple):
    """How many skills a guide lists, and how many of them are covered, wholly or partly."""

    covered: int
    partly: int
    listed: int


def exam_guides_page(links: PageLinks) -> str:
    """For each guide a heading, its version and date, and a table with a row for each entry."""
    return "\n\n".join(_exam_section(code, exam, links) for code, exam in links.course.ledger.exams.items())


def _exam_section(exam_code: str, exam: Exam, links: PageLinks) -> str:
    terms = {name.casefold(): term for term, entry in links.course.ledger.glossary.items() for name in entry.names}
    domains = [
        (domain, [_guide_entry_row(exam_code, asked, terms, links) for asked in domain.entries])
        for domain in exam.domains
    ]
    count = count_skills_by_coverage(exam_code, fully_listed_domains(exam), links)
    made = template("exam.html").render(
        exam=exam, domains=domains, count=count, links=links, format_us_date=format_us_date
    )
    title = escape_as_markdown_line(exam.title, may_wrap=True)
    return f"## {escape_as_markdown_line(exam_code)}: {title} {{#{exam_code.lower()}}}\n\n{without_blank_lines(made)}"


def _guide_entry_row(exam_code: str, asked: Asked, term_ids_by_name: dict[str, str], links: PageLinks) -> GuideEntryRow:
    objectives = links.course.ledger.covering_objective_ids(exam_code, asked)
    lessons = dict.fromkeys(links.course.ledger.objectives[name].page for name in objectives)
    linked = [_glossary_link(name, term_ids_by_name, links) for name in (*asked.terms, *asked.phrases)]
    return GuideEntryRow(
        skill_ids_text(asked.ids),
        asked,
        linked,
        [links.page_link_or_name(page) for page in lessons],
        links.count_active_items_testing(objectives),
    )


def _glossary_link(name: str, term_ids_by_name: dict[str, str], links: PageLinks) -> Markup:
    """A link to the glossary entry of that name; the name alone if there is none."""
    found = term_ids_by_name.get(name.casefold())
    return links.link_html_or_text(f"reference/glossary#{found}", name) if found else Markup("{}").format(name)


def fully_listed_domains(exam: Exam) -> list[Domain]:
    """The domains of which the ledger lists every skill."""
    return [domain for domain in exam.domains if domain.skills]


def count_skills_by_coverage(exam_code: str, domains: list[Domain], links: PageLinks) -> SkillCounts:
    """How many skills (not entries) of the domains are covered, how many of these only partly, and the total."""
    listed = [asked for domain in domains for asked in domain.entries]
    covered = [asked for asked in listed if links.course.ledger.covering_objective_ids(exam_code, asked)]
    partly = [asked for asked in covered if asked.partly]
    return SkillCounts(*(sum(len(asked.ids) for asked in counted) for counted in (covered, partly, listed)))


def skill_ids_text(consecutive_ids: list[str]) -> str:
    """The first id to the last, as in 4.1.1 to 4.1.4; one or two ids are listed, as in 1.1.9, 1.2.2."""
    return f"{consecutive_ids[0]} to {consecutive_ids[-1]}" if len(consecutive_ids) > 2 else ", ".join(consecutive_ids)
