"""python -m macros: the commands around the site generator, in the order of a build.

new     adds an item to begin from to a page's bank                        match metrics/precision-and-recall
check   reads quizzes/, docs/data/ and the pages, prints every problem     exit 0 clean, 1 errors, 2 wrong use
stage   writes docs/assets/generated/ (runtimes, live Python)              --lenient: leaves out what has problems
serve   stages, then serves with live reload                               --address 127.0.0.1:8000
seal    packs scripts, writes the policy into site/, fails on what it forbids
schema  writes quizzes/schema.json, which editors read                     --check: exit 1 if it is not current
release writes quizzes/released.txt: ids and meanings that readers may hold answers to, once nothing is wrong
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from macros.problems import Problem, counted, errors, shortened

ROOT = Path(__file__).parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code."""
    given = parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal without our letters shows their numbers
            stream.reconfigure(errors="backslashreplace")
    if not given.root.is_dir():
        print(f"{given.command}: there is no folder {given.root}. Name the project folder.", file=sys.stderr)
        return 2
    return int(globals()[f"_{given.command}"](given))


def parser() -> argparse.ArgumentParser:
    """What the command line takes."""
    every = argparse.ArgumentParser(prog="macros", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = every.add_subparsers(dest="command", required=True, metavar="command")
    new = commands.add_parser("new", help="add a sample item to the bank of a page")
    new.add_argument("interaction", nargs="?", default="")
    new.add_argument("page", nargs="?", default="")
    check = commands.add_parser("check", help="print every problem of the content")
    check.add_argument("--format", choices=["text", "json", "github"], default="text")
    check.add_argument("--explain", metavar="CODE", help="print the reason and the examples of a code, without a check")
    check.add_argument("--stale", action="store_true", help="also fail on age (for the weekly run)")
    check.add_argument("--gate", action="store_true", help="print how guessers without knowledge would score")
    stage = commands.add_parser("stage", help="write docs/assets/generated/")
    stage.add_argument("--lenient", action="store_true", help="print problems of the content and continue")
    serve = commands.add_parser("serve", help="serve the site with live reload")
    serve.add_argument("--address", default="127.0.0.1:8000")
    seal = commands.add_parser("seal", help="write the policy into the built site")
    seal.add_argument("site", nargs="?", default="site")
    schema = commands.add_parser("schema", help="write quizzes/schema.json for editors")
    schema.add_argument("--check", action="store_true", help="write nothing, and fail if the file is not current")
    release = commands.add_parser("release", help="write quizzes/released.txt")
    for command in (new, check, stage, serve, seal, schema, release):
        command.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    return every


def _new(given: argparse.Namespace) -> int:
    from datetime import date

    from macros.adding import Asked, Refused, add
    from macros.course import load_course

    try:
        added = add(load_course(given.root), given.interaction, given.page, date.today())
    except Refused as fault:
        print(f"new: {fault}", file=sys.stderr)
        return 0 if isinstance(fault, Asked) else 2
    print(f"{added.bank}:{added.line}: added {added.id}, a copy of the sample in the gallery.")
    if added.quiz_added:
        print("The page had no quiz, so {{ quiz() }} was added at its end.")
    choose = f" ({', '.join(added.objectives)})" if added.objectives else ""
    print(f"Give it an id that names its idea, an objective{choose}, and your own text. Then run: make check")
    return 0


def _check(given: argparse.Namespace) -> int:
    if given.explain is not None:
        return _explain(given.explain)
    from macros.course import load_course
    from macros.rules import check, gate, left_out
    from macros.rules.age import CODE
    from macros.staging import keep_gate

    course = load_course(given.root)
    found = check(course)
    _show(found, given.format)
    judged = gate.report(course)
    keep_gate(given.root, judged)
    if given.gate:
        print(gate.table(judged), file=sys.stdout if given.format == "text" else sys.stderr)
    read = f"{counted(len(course.bank.items), 'item')} and {counted(len(course.pages), 'page')} read"
    said = [f"{_counted(found)}; {read}", left_out(course), gate.in_a_line(judged)]
    print("\n".join(filter(None, said)), file=sys.stderr)
    stale = given.stale and any(one.code == CODE for one in found)
    return 1 if errors(found) or stale else 0


def _explain(code: str) -> int:
    from macros.problems import did_you_mean
    from macros.reference.codes import entries, explained

    known = [entry.code for entry in entries()]
    if code.upper() not in known:
        hint = did_you_mean(code.upper(), known) or " A code is a letter and three digits, as in B121."
        print(f"check: there is no code {code}.{hint}", file=sys.stderr)
        return 2
    print(explained(code))
    return 0


def _counted(found: list[Problem]) -> str:
    if not found:
        return "no problems"
    wrong, files = len(errors(found)), len({one.path for one in found})
    counts = [(wrong, "error"), (len(found) - wrong, "warning")]
    listed = " and ".join(counted(count, what) for count, what in counts if count)
    return f"{listed} in {counted(files, 'file')}"


def _show(found: list[Problem], form: str) -> None:
    if form == "json":
        print(json.dumps([one._asdict() for one in found], indent=1))
        return
    for one in shortened(found):
        print(one.annotation if form == "github" else one)


def _stage(given: argparse.Namespace) -> int:
    from macros.course import load_course
    from macros.rules import check, gate
    from macros.staging import NotSetUp, keep_gate, stage
    from macros.staging.mirror import mirror

    course = load_course(given.root)
    found = check(course) if given.lenient else []
    _show(found, "text")
    try:
        stage(given.root)
        if given.lenient:
            mirror(given.root, found)
        # under `serve` each file below docs/ that changes is one more build
        if not given.lenient or not gate.kept(given.root):
            keep_gate(given.root, gate.report(course))
    except NotSetUp as fault:
        print(f"stage: {fault}", file=sys.stderr)
        return 2
    return 0


def _serve(given: argparse.Namespace) -> int:
    from macros.staging.supervisor import serve

    return serve(given.root, given.address)


def _seal(given: argparse.Namespace) -> int:
    from macros.sealing import seal

    site = given.root / given.site
    if not site.is_dir():
        print(f"seal: there is no {site}. Build the site first: make build", file=sys.stderr)
        return 2
    found = seal(site, ROOT)
    _show(found, "text")
    return 1 if errors(found) else 0


def _schema(given: argparse.Namespace) -> int:
    from macros.bank import schema

    file = given.root / schema.FILE
    current = file.is_file() and file.read_text(encoding="utf-8") == schema.text()
    if given.check and not current:
        print(f"schema: {schema.FILE} does not match the models. Write it again: {schema.WRITTEN_BY}", file=sys.stderr)
        return 1
    if not current:
        file.write_text(schema.text(), encoding="utf-8")
    return 0


def _release(given: argparse.Namespace) -> int:
    from macros.course import load_course
    from macros.releasing import refusals, release

    course = load_course(given.root)
    found = refusals(course)
    _show(found, "text")
    if found:
        print(f"release: nothing was written. Fix {counted(len(found), 'problem')} first.", file=sys.stderr)
        return 1
    made = release(course)
    print(f"quizzes/released.txt: {made.new} new, {made.changed} changed, {made.all} in all", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
