"""P124: a page includes a file that does not exist or that no page may include.

A snippet shows a file of this project inside a code block. Without this rule, a page could publish other files by
accident, and a file that contains a code fence could end the code block and be read as part of the page.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        ```yaml
        --8<-- ".git/config"
        ```

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        ```yaml
        --8<-- "quizzes/metrics/sample.yml"
        ```

        {{ quiz() }}
"""

import os.path
import re
from collections.abc import Iterator
from glob import glob
from pathlib import Path

from macros.course import Course
from macros.course.markdown import CODE_MASK
from macros.problems import Problem, did_you_mean, problem
from macros.reading import read_text_or_empty_and_problems

FOLDERS = {"quizzes": {".yml"}, "macros": {".py", ".html"}, "docs/labs": {".py", ".md"}, "docs/data": {".yml"}}
_MARK = re.compile(r"-8<-")
_SNIPPET = re.compile(r'--8<-- "([\w./-]+)"')
_BREAKS_OUT = re.compile(r"`{3}|~{3}|-8<-|<!--")
_FORM = 'Write --8<-- "path/of/the/file" on a line of its own, inside a fenced code block.'


def check(course: Course) -> Iterator[Problem]:
    """Follows every snippet of every page."""
    for page in course.pages.values():
        if "-8<-" not in page.text:
            continue
        text, outside = page.markdown.text, page.markdown.with_masked_fenced_code
        for found in _MARK.finditer(text):
            begin, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.start())
            snippet = _SNIPPET.fullmatch(text[begin : end if end >= 0 else None])
            if not snippet or outside[found.start()] != CODE_MASK:
                message = f"this snippet has an unusual form. {_FORM}"
                yield problem("P124", page.place_of_markdown(found.start()), message)
            elif fault := _why_file_cannot_be_included(course.root, snippet[1]):
                yield problem("P124", page.place_of_markdown(begin), f"the snippet names {snippet[1]}, {fault}")


def _why_file_cannot_be_included(root: Path, path: str) -> str:
    """Why the file may not be included, or nothing."""
    folder = next((folder for folder in FOLDERS if path.startswith(f"{folder}/")), None)
    if folder is None or ".." in path or Path(path).suffix not in FOLDERS[folder]:
        known = ", ".join(f"{folder}/**/*{suffix}" for folder, suffixes in FOLDERS.items() for suffix in suffixes)
        return f"which no page may include. Pages may include {known}."
    file = root / path
    if not os.path.isfile(file) or file.resolve() != root.resolve() / path:
        siblings = [f"{Path(path).parent}/{name}" for name in glob("*", root_dir=file.parent)]
        return f"which does not exist.{did_you_mean(path, siblings) or ' Correct the path.'}"
    text, problems = read_text_or_empty_and_problems(file, path)
    if problems:
        return f"which cannot be read: {problems[0].text}"
    if _BREAKS_OUT.search(text):
        return "which contains a code fence, a comment, or a snippet, and could end the code block."
    return ""
