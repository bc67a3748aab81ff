"""What the exams ask and the course does not teach, and how much of each exam that is."""

from __future__ import annotations

from markupsafe import Markup

from macros.ledger import Exam
from macros.ledger.models import Domain
from macros.reference.exams import (
    SkillCounts,
    count_skills_by_coverage,
    fully_listed_domains,
    skill_ids_text,
)
from macros.reference.links import PageLinks
from macros.rendering.facts import escape_as_markdown_line
from macros.rendering.protected_html import mark_protected_html
from macros.rendering.templates import template, without_blank_lines


def exam_coverage_list_html(links: PageLinks) -> str:
    """A list with an entry for each exam: how much of it is covered, by domain and by skill."""
    entries = [_exam_domain_coverage_html(code, exam, links) for code, exam in links.course.ledger.exams.items()]
    return mark_protected_html(f"<ul>{Markup('').join(Markup('<li>{}</li>').format(html) for html in entries)}</ul>")


def exam_skill_gaps_page(links: PageLinks) -> str:
    """For each exam a heading, and for each of its domains a heading and the skills that are not covered."""
    return "\n\n".join(_exam_skill_gaps_markdown(code, exam, links) for code, exam in links.course.ledger.exams.items())


def _exam_domain_coverage_html(exam_code: str, exam: Exam, links: PageLinks) -> Markup:
    left_out = [domain for domain in exam.domains if not domain.entries]
    partial = [domain for domain in exam.domains if domain.entries and not domain.skills]
    fully_listed = fully_listed_domains(exam)
    count = count_skills_by_coverage(exam_code, fully_listed, links)
    sentences = []
    if left_out:
        verb, pronoun = ("is", "It is") if len(left_out) == 1 else ("are", "They are")
        sentences.append(
            f"{_domain_ids_in_words(left_out)} {verb} not covered. {pronoun} {_total_percent(left_out)}% of the exam."
        )
    if partial:
        sentences.append(
            f"{_domain_ids_in_words(partial)} ({_total_percent(partial)}%): only a few skills are covered."
        )
    if count.listed:
        sentences.append(f"{_domain_ids_in_words(fully_listed)}: {skill_coverage_clause(count)}")
    return Markup("<strong>{}</strong>. {}").format(
        links.link_html_or_text(f"reference/exams#{exam_code.lower()}", exam_code), " ".join(sentences)
    )


def skill_coverage_clause(count: SkillCounts) -> str:
    """How many skills of the domains that are listed in full are covered, as the end of a sentence."""
    partly = f" ({count.partly} of them only partly)" if count.partly else ""
    uncovered = count.listed - count.covered
    if not uncovered:
        return f"all {count.listed} skills are covered{partly}."
    covered = f"{_number_with_verb(count.covered)} covered{partly}"
    return f"of {count.listed} skills, {covered} and {_number_with_verb(uncovered)} not."


def _number_with_verb(number: int) -> str:
    """1 is, or 3 are."""
    return f"{number} {'is' if number == 1 else 'are'}"


def _domain_ids_in_words(domains: list[Domain]) -> str:
    """Their ids in words: Domain 4, or Domains 2, 3, and 5."""
    *others, last = [str(domain.id) for domain in domains]
    if not others:
        return f"Domain {last}"
    return f"Domains {', '.join(others)}{',' if others[1:] else ''} and {last}"


def _total_percent(domains: list[Domain]) -> int:
    """How many percent of the exam the domains are."""
    return sum(domain.weight for domain in domains)


def _exam_skill_gaps_markdown(exam_code: str, exam: Exam, links: PageLinks) -> str:
    exam_title = escape_as_markdown_line(exam.title, may_wrap=True)
    parts = [f"## {escape_as_markdown_line(exam_code)}: {exam_title} {{#not-in-{exam_code.lower()}}}"]
    for domain in exam.domains:
        title = f"Domain {domain.id}: {escape_as_markdown_line(domain.title, may_wrap=True)}"
        parts.append(f"### {title} {{#{exam_code.lower()}-domain-{domain.id}}}")
        parts.append(without_blank_lines(_domain_skill_gaps_html(exam_code, domain, links)))
    return "\n\n".join(parts)


def _domain_skill_gaps_html(exam_code: str, domain: Domain, links: PageLinks) -> str:
    rows = [
        (skill_ids_text(asked.ids), asked)
        for asked in domain.entries
        if asked.partly or not links.course.ledger.covering_objective_ids(exam_code, asked)
    ]
    known = links.course.ledger.sources
    sources = [known[name] for name in domain.read if name in known]
    return template("not-taught.html").render(code=exam_code, domain=domain, rows=rows, sources=sources, links=links)
