"""python -m macros: the commands around the site generator, in the order of a build.

new     adds a sample item to the bank of a page                           match metrics/precision-and-recall
check   reads quizzes/, docs/data/ and the pages, prints every problem     exit 0 clean, 1 errors, 2 wrong use
stage   writes docs/assets/generated/ (runtimes, live Python)              --lenient: leaves out what has problems
serve   stages, then serves with live reload                               --address 127.0.0.1:8000
seal    packs scripts, writes the policy into site/, fails on what must not be published
schema  writes quizzes/schema.json, which editors read
release writes quizzes/released.txt (ids and meanings of released items) if the check finds no error
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from macros.problems import CodeUsedTwice, Problem, count_with_noun, errors, limit_problems_per_file

if TYPE_CHECKING:
    from macros.course import Course

ROOT = Path(__file__).parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code: 0 success, 1 problems, 2 wrong use.

    arguments: the words of the command line; by default those of this process.
    """
    options = argument_parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that cannot show a letter shows its escape code
            stream.reconfigure(errors="backslashreplace")
    if not options.root.is_dir():
        print(f"{options.command}: there is no folder {options.root}. Name the project folder.", file=sys.stderr)
        return 2
    try:
        return COMMANDS[options.command](options)
    except CodeUsedTwice as fault:
        print(f"{options.command}: {fault}", file=sys.stderr)
        return 2


def argument_parser() -> argparse.ArgumentParser:
    """The parser of the command line, with a subparser for each command."""
    parser = argparse.ArgumentParser(prog="macros", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    new = commands.add_parser("new", help="add a sample item to the bank of a page")
    new.add_argument("interaction", nargs="?", default="")
    new.add_argument("page", nargs="?", default="")
    check = commands.add_parser("check", help="print every problem of the content")
    check.add_argument("--format", choices=["text", "json", "github"], default="text")
    check.add_argument("--explain", metavar="CODE", help="explain a code, or list the codes of a group such as B2")
    check.add_argument("--stale", action="store_true", help="also fail on age (for the weekly run)")
    check.add_argument("--gate", action="store_true", help="print how guessers without knowledge would score")
    stage = commands.add_parser("stage", help="write docs/assets/generated/")
    stage.add_argument("--lenient", action="store_true", help="print problems of the content and continue")
    serve = commands.add_parser("serve", help="serve the site with live reload")
    serve.add_argument("--address", default="127.0.0.1:8000")
    seal = commands.add_parser("seal", help="write the policy into the built site")
    seal.add_argument("site", nargs="?", default="site")
    commands.add_parser("schema", help="write quizzes/schema.json for editors")
    commands.add_parser("release", help="write quizzes/released.txt")
    for command in commands.choices.values():
        command.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return parser


def _add_sample_item(options: argparse.Namespace) -> int:
    from datetime import date

    from macros.adding import HelpRequested, Refused, add_sample_item
    from macros.course import load_course

    try:
        added = add_sample_item(load_course(options.root), options.interaction, options.page, date.today())
    except Refused as fault:
        print(f"new: {fault}", file=sys.stderr)
        return 0 if isinstance(fault, HelpRequested) else 2
    print(f"{added.bank}:{added.line}: added {added.id}, a copy of the sample in the gallery.")
    if added.quiz_added:
        print("The page had no quiz, so {{ quiz() }} was added at its end.")
    choose = f" ({', '.join(added.objectives)})" if added.objectives else ""
    print(f"Give it an id that names its idea, an objective{choose}, and your own text. Then run: make check")
    return 0


def _explain_code_or_check_course(options: argparse.Namespace) -> int:
    if options.explain is not None:
        return _print_explanation(options.explain)
    return _check_course_and_write_gate_report(options)


def _check_course_and_write_gate_report(options: argparse.Namespace) -> int:
    from macros.course import load_course
    from macros.rules import gate, unchecked_rules_sentences, unwaived_problems
    from macros.rules.verified_too_long_ago import CODE

    course = load_course(options.root)
    found = unwaived_problems(course)
    _print_problems(found, options.format)
    report = gate.up_to_date_report(course)
    gate.write_report_if_possible(options.root, report)
    if options.gate:
        print(gate.report_text(report), file=sys.stdout if options.format == "text" else sys.stderr)
    read = f"{count_with_noun(len(course.bank.items), 'item')} and {count_with_noun(len(course.pages), 'page')} read"
    counts = f"{_problem_counts_text(found)}; {read}"
    lines = [counts, unchecked_rules_sentences(course), gate.report_summary_line(report)]
    print("\n".join(filter(None, lines)), file=sys.stderr)
    stale = options.stale and any(one.code == CODE for one in found)
    return 1 if errors(found) or stale else 0


def _print_explanation(code_or_group: str) -> int:
    from macros.reference.codes import code_summary_lines, explanation_text

    is_whole_code = re.fullmatch(r"[A-Z]\d{3}", code_or_group.upper())
    summaries = code_summary_lines(code_or_group.upper())
    if not summaries:
        message = f"there is no code or group {code_or_group}. Name a code such as B121, or a group such as B1."
        if is_whole_code:
            message = f"the code {code_or_group.upper()} is not in use."
        print(f"check: {message}", file=sys.stderr)
        return 2
    print(explanation_text(code_or_group) if is_whole_code else "\n".join(summaries))
    return 0


def _problem_counts_text(problems: list[Problem]) -> str:
    """How many errors and warnings were found in how many files, in words."""
    if not problems:
        return "no problems"
    wrong, files = len(errors(problems)), len({one.path for one in problems})
    counts = [(wrong, "error"), (len(problems) - wrong, "warning")]
    listed = " and ".join(count_with_noun(count, what) for count, what in counts if count)
    return f"{listed} in {count_with_noun(files, 'file')}"


def _print_problems(problems: list[Problem], output_format: str) -> None:
    if output_format == "json":
        print(json.dumps([one._asdict() for one in problems], indent=1))
        return
    for one in limit_problems_per_file(problems):
        print(one.github_annotation if output_format == "github" else one)


def _stage_assets_and_docs(options: argparse.Namespace) -> int:
    """Writes the generated assets and the gate's report; if lenient, prints problems and copies docs to be served."""
    from macros.course import load_course
    from macros.rules import unwaived_problems
    from macros.staging import NotSetUp, RefusedSource, sync_generated_assets
    from macros.staging.docs_copy import copy_banks_for_serving, sync_docs_replacing_faulty_pages

    course = load_course(options.root)
    found = unwaived_problems(course) if options.lenient else []
    _print_problems(found, "text")
    try:
        sync_generated_assets(course)
        if options.lenient:
            sync_docs_replacing_faulty_pages(options.root, found)
            copy_banks_for_serving(options.root)
        _write_gate_report(course, only_if_missing=options.lenient)
    except (NotSetUp, RefusedSource) as fault:
        print(f"stage: {fault}", file=sys.stderr)
        return 2
    return 0


def _write_gate_report(course: Course, only_if_missing: bool) -> None:
    """Writes the gate's report, which takes a second: `serve` stages often, and is content with an older one."""
    from macros.rules import gate

    if not only_if_missing or not gate.read_last_report(course.root):
        gate.write_report_if_possible(course.root, gate.up_to_date_report(course))


def _serve_site(options: argparse.Namespace) -> int:
    from macros.staging.supervisor import serve

    return serve(options.root, options.address)


def _seal_site(options: argparse.Namespace) -> int:
    from macros.sealing.built_site import seal_site

    site = options.root / options.site
    if not site.is_dir():
        print(f"seal: there is no {site}. Build the site first: make build", file=sys.stderr)
        return 2
    found = seal_site(site, options.root)
    _print_problems(found, "text")
    return 1 if errors(found) else 0


def _update_bank_schema(options: argparse.Namespace) -> int:
    from macros.bank import schema

    file = options.root / schema.FILE
    if not file.parent.is_dir():
        print(f"schema: there is no folder {file.parent}. Name the project folder.", file=sys.stderr)
        return 2
    text = schema.bank_schema_json()
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")
    return 0


def _write_released_items_unless_problems(options: argparse.Namespace) -> int:
    from macros.course import load_course
    from macros.releasing import errors_and_unfinished_skeletons, write_released_items

    course = load_course(options.root)
    found = errors_and_unfinished_skeletons(course)
    _print_problems(found, "text")
    if found:
        print(f"release: nothing was written. Fix {count_with_noun(len(found), 'problem')} first.", file=sys.stderr)
        return 1
    made = write_released_items(course)
    print(f"quizzes/released.txt: {made.new} new, {made.changed} changed, {made.all} in all", file=sys.stderr)
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": _add_sample_item,
    "check": _explain_code_or_check_course,
    "stage": _stage_assets_and_docs,
    "serve": _serve_site,
    "seal": _seal_site,
    "schema": _update_bank_schema,
    "release": _write_released_items_unless_problems,
}

if __name__ == "__main__":
    sys.exit(main())
