"""Hostile files of a pull request that changes content only: each is refused, with its place, by the code named here.

The first word of an id is the point of the attack of 30 November 2026. What only the built site can show is in
tests/sealing, what a field of an item may hold in tests/rendering/test_hostile.py.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros import rules
from macros.course import load_course
from macros.problems import Problem
from tests.sample import HEAD, PAGE, write_course
from tests.time_limits import cpu_seconds_at_most

ROOT = Path(__file__).parents[2]
J = '{{ cycler.__init__.__globals__.os.popen("id").read() }}'
ENDLESS = '{{ value("expected_calibration_error([1], [0.5], bins=999999999)", 2) }}'
GOOD = "## Recall {#recall}\n\nWords.\n\n{{ quiz() }}\n"


def page_with_front_matter_lines(*lines: str) -> str:
    return HEAD.replace("---\n", "---\n" + "".join(f"{line}\n" for line in lines), 1) + GOOD


def page_with_body(body: str) -> str:
    return HEAD + GOOD.replace("Words.", body)


PAGES = {
    "1 front matter ends early by dots": (page_with_front_matter_lines("...", f"# {J}"), "P102"),
    "1 dots alone": (page_with_front_matter_lines("..."), "P101"),
    "1 a value without a constructor": (page_with_front_matter_lines("a: ="), "P101"),
    "1 a value on which the other parser fails, and braces": (
        page_with_front_matter_lines("a: =", f"b: '{J}'"), "P102"),
    "1 a date that is none": (page_with_front_matter_lines("a: 2026-13-45"), "P101"),
    "1 a merge of nothing": (page_with_front_matter_lines("<<: x"), "P101"),
    "1 an octal number": (page_with_front_matter_lines("minutes: 010"), "P101"),
    "1 a binary number": (page_with_front_matter_lines("a: 0b2"), "P101"),
    "1 a date of zeros": (HEAD.replace("2026-11-24", "0000-00-00") + GOOD, "P101"),
    "1 sixty as base": (page_with_front_matter_lines("question: 1:30"), "P101"),
    "1 no text behind the front matter": (HEAD.rstrip("\n"), "P101"),
    "1 no front matter": (GOOD, "P101"),
    "1 a blank before the front matter": ("\n" + HEAD + GOOD, "P101"),
    "1 spaces behind the dashes": (HEAD.replace("---\n", "---  \n") + GOOD, "P101"),
    "1 braces in a field": (page_with_front_matter_lines(f"question: '{J}'"), "P102"),
    "1 braces in a comment": (page_with_front_matter_lines(f"# {J}"), "P102"),
    "1 a statement in a field": (page_with_front_matter_lines("question: '{% include x %}'"), "P102"),
    "1 an expression in the text": (page_with_body(J), "P102"),
    "1 a tag put together around a comment": (page_with_body("<scr{## x ##}ipt>go()</script>"), "P120"),
    "1 a tag put together around a call": (page_with_body('<{{ given("img") }} src=x onerror=go()>'), "P120"),
    "1 a tag put together around raw marks": (page_with_body("<{% raw %}{% endraw %}script>go()</script>"), "P120"),
    "3 a script": (page_with_body("<script>go()</script>"), "P120"),
    "3 a script in a code span": (page_with_body("`<script>go()</script>`"), "P120"),
    "3 a script in a code span inside of HTML": (page_with_body("<div>\n`<script>go()</script>`\n</div>"), "P120"),
    "3 a script in a fence that only looks like one": (page_with_body("``` x y\n<script>go()</script>\n```"), "P120"),
    "3 a script between two fences that are one": (
        page_with_body("~~~\n```\n~~~\n<script>go()</script>\n~~~\n```\n~~~"), "P123"),
    "3 a script in a span over two lines": (page_with_body("`a\n<script>go()</script>\nb`"), "P120"),
    "3 the marks of finished HTML": (page_with_body("<!--whole--><b>x</b><!--/whole-->"), "P120"),
    "3 a handler": (page_with_body('<p onclick="go()">x</p>'), "P120"),
    "3 a handler without quotes": (page_with_body("<img src=x onerror=go()>"), "P120"),
    "3 a frame": (page_with_body('<iframe src="x"></iframe>'), "P120"),
    "3 a style": (page_with_body('<p style="position:fixed">x</p>'), "P120"),
    "3 a link that is code": (page_with_body("[x](javascript:go())"), "P121"),
    "3 a link that hides its code": (page_with_body("[x](&#106;avascript:go&#40;&#41;)"), "P121"),
    "3 a link that hides its code in brackets": (page_with_body("[x](<java script:go>)"), "P121"),
    "3 an address defined apart": (page_with_body("[x][y]\n\n[y]: javascript:go()"), "P121"),
    "3 an automatic link": (page_with_body("<javascript:go()>"), "P120"),
    "3 a picture from another host": (page_with_body("![x](https://evil.example/x.png)"), "P121"),
    "3 attributes behind a link": (page_with_body('[x](sample.md){: onclick="go()" }'), "P122"),
    "3 attributes of a paragraph": (page_with_body("x\n{: style=position:fixed }"), "P122"),
    "3 attributes of a heading": (page_with_body('## X {#x onclick="go()"}'), "P122"),
    "3 attributes behind a span that is none": (page_with_body("`\n- c ` x `{: onclick=go }` y"), "P123"),
    "third attributes behind a backtick in a tag": (
        page_with_body('<div aria-label="`" markdown="1">*x*{: onclick=go }`</div>'), "P120"),
    "third attributes behind a backtick in a formula": (
        page_with_body('<math><mspace width="`"></mspace></math> *x*{: onclick=go }`'), "P120"),
    "third attributes between two elements in a span": (
        page_with_body('<div markdown="1">\n`</div> *x*{: onclick=go }<div>`\n</div>'), "P120"),
    "third attributes behind a backtick in an element": (
        page_with_body("<math><mtext>`</mtext></math> *x*{: onclick=go } <math><mtext>`</mtext></math>"), "P120"),
    "third an address defined around a backtick in a tag": (
        page_with_body('<div aria-label="`" markdown="1">[y]: javascript:go() "`"\n\n</div>\n\n[x][y]'), "P121"),
    "third an address defined around a backtick in its name": (
        page_with_body('[y`]: javascript:go() "`"\n\n[x][y`]'), "P121"),
    "third brackets in an attribute": (page_with_body('<div aria-label="[x](y)">\n</div>'), "P120"),
    "third a picture around a character that Markdown drops": (
        page_with_body("!\x03[x](https://evil.example/x.png)"), "Y110"),
    "third a span around a character that Markdown drops": (
        page_with_body("`\x02` *x*{: onclick=go } `\x02`"), "Y110"),
    "third elements in elements": (page_with_body('<div markdown="1">\n' * 480 + "</div>\n" * 480), "P120"),
    "third a number of more digits than Python reads": (
        page_with_body('{{ value("accuracy(tp=1,tn=1,fp=1,fn=1)", ' + "1" * 5000 + ") }}"), "P102"),
    "7 an author": (page_with_front_matter_lines("author: '\"><script>go()</script>'"), "P101"),
    "8 markup in the title": (HEAD.replace("Sample", "<b>x</b>") + GOOD, "P101"),
    "8 markup in the description": (HEAD.replace("A page", "A <b> page") + GOOD, "P101"),
    "10 a snippet of a file that is not shown": (page_with_body('```text\n--8<-- ".git/config"\n```'), "P124"),
    "10 a snippet from outside": (page_with_body('```text\n--8<-- "../../etc/passwd"\n```'), "P124"),
    "10 a snippet outside of code": (page_with_body('--8<-- "quizzes/metrics/sample.yml"'), "P124"),
    "10 a snippet of an address": (page_with_body('```text\n--8<-- "https://evil.example/"\n```'), "P124"),
    "10 a block of snippets": (page_with_body("```text\n--8<--\nLICENSE\n--8<--\n```"), "P124"),
    "12 a page that grants itself rights": (page_with_body('<div data-needs="wasm worker">\n</div>'), "P120"),
    "12 a calculator of its own": (page_with_body("<live-calculator></live-calculator>"), "P120"),
    "14 spaces": (page_with_body("x" + " " * 20_000), "P125"),
    "14 brackets": (page_with_body("[" * 20_000), "P125"),
    "14 brackets of pictures": (page_with_body("![" * 10_000), "P125"),
    "14 tags that are not closed": (page_with_body("<a " * 7_000), "P125"),
    "14 equal signs": (page_with_body("x\n" + "=" * 20_000), "P125"),
    "14 lists in lists": (page_with_body("- " * 400), "P125"),
    "15 a computation without bounds": (page_with_body(ENDLESS), "P114"),
    "16 hide is a number": (page_with_front_matter_lines("hide: 5"), "P101"),
    "16 hide is a text": (page_with_front_matter_lines("hide: navigation"), "P101"),
    "16 a template": (page_with_front_matter_lines("template: nope.html"), "P101"),
    "16 an icon": (page_with_front_matter_lines("icon: ../x"), "P101"),
    "16 a key that is a number": (page_with_front_matter_lines("1: x"), "P101"),
    "16 a key that is a date": (page_with_front_matter_lines("2026-11-30: x"), "P101"),
    "16 a title that is a list": (HEAD.replace("Sample", "[a]") + GOOD, "P101"),
    "16 tags": (page_with_front_matter_lines("tags: {a: b}"), "P101"),
    "16 a status": (page_with_front_matter_lines("status: 5"), "P101"),
    "16 a redirect": (page_with_front_matter_lines("redirect: https://evil.example/"), "P101"),
    "16 macros switched off": (page_with_front_matter_lines("render_macros: false"), "P101"),
    "16 a field with the name of a macro": (page_with_front_matter_lines("quiz: x"), "P101"),
    "16 minutes that are text": (page_with_front_matter_lines("minutes: many"), "P101"),
    "16 minutes that are a truth value": (page_with_front_matter_lines("minutes: true"), "P101"),
    "16 a snippet that is not there": (page_with_body('```yaml\n--8<-- "quizzes/nope.yml"\n```'), "P124"),
    "16 a snippet with a name too long for a file": (
        page_with_body(f'```yaml\n--8<-- "quizzes/{"x" * 260}.yml"\n```'), "P124"),
    "16 a snippet in a folder with a name too long": (
        page_with_body(f'```yaml\n--8<-- "quizzes/{"x" * 260}/x.yml"\n```'), "P124"),
    "17 a control character in a text": (page_with_body('{{ given("\\x00<b>") }}'), "P102"),
    "17 a line that turns its direction": (page_with_body('{{ given("\\u202e") }}'), "P102"),
    "19 a form whose name hides a function": (page_with_body('<form name="querySelectorAll"></form>'), "P120"),
    "second an address defined in a list": (page_with_body("- [1]: javascript:go()\n\n[x][1]"), "P121"),
    "second a definition that is no address": (page_with_body("- [1]: http://[\n"), "P121"),
    "second generated tables without end": (page_with_body("\n\n".join(["{{ rules() }}"] * 900)), "P116"),
    "second a snippet that ends the code": (page_with_body('```yaml\n--8<-- "quizzes/metrics/fence.yml"\n```'), "P124"),
    "second a snippet with finished HTML": (page_with_body('```yaml\n--8<-- "quizzes/metrics/whole.yml"\n```'), "P124"),
    "19 a link element": (page_with_body('<link rel="dns-prefetch" href="//evil.example">'), "P120"),
}  # fmt: skip


def errors_of_course(root: Path) -> list[Problem]:
    return [one for one in rules.unwaived_problems(load_course(root)) if not one.warning]


@pytest.mark.parametrize(("text", "code"), PAGES.values(), ids=PAGES)
def test_a_hostile_page_is_refused(text: str, code: str, tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / "quizzes/metrics/fence.yml").write_bytes(b'items: []\n# "\r```\r\r<script src=x.js></script>"\n')
    (tmp_path / "quizzes/metrics/whole.yml").write_text("items: []\n# <!--whole--><script src=x.js></script>\n")
    (tmp_path / PAGE).write_text(text)
    with cpu_seconds_at_most(5):
        problems = errors_of_course(tmp_path)
    assert code in {one.code for one in problems if one.path == PAGE}, problems
    assert all(one.line <= text.count("\n") + 1 for one in problems if one.path == PAGE)


LINKS = {
    "2 a folder": ("docs/more", "..", "P104"),
    "10 a page": ("docs/metrics/other.md", "/etc/hostname", "P104"),
    "10 a page that never ends": ("docs/metrics/other.md", "/dev/zero", "P104"),
    "10 a picture": ("docs/assets/pictures/x.svg", "/etc/hostname", "P104"),
    "10 data": ("docs/data/x.csv", "/etc/hostname", "P104"),
    "10 a bank": ("quizzes/metrics/other.yml", "/dev/zero", "P104"),
    "10 a folder of banks": ("quizzes/more", "/etc", "P104"),
    "third the folder that serve builds from": (".cache", "/tmp", "P104"),
    "third the built site": ("site", "/tmp", "P104"),
    "second generated files": ("docs/assets/generated", "/tmp", "P104"),
    "16 a loop": ("docs/loop", "loop", "P104"),
    "16 a folder that holds itself": ("docs/self", ".", "P104"),
}


@pytest.mark.parametrize(("name", "target", "code"), LINKS.values(), ids=LINKS)
def test_a_symbolic_link_is_refused(name: str, target: str, code: str, tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).symlink_to(target)
    assert code in {one.code for one in errors_of_course(tmp_path) if one.path == name}


X, XHTML = "docs/assets/pictures/x.svg", "http://www.w3.org/1999/xhtml"
FILES = {
    "4 a page of another type": ("docs/a.shtml", "<script>go()</script>", "P105"),
    "4 a style sheet that is code": ("docs/a.xsl", "<x/>", "P105"),
    "4 a packed drawing": ("docs/a.svgz", "x", "P105"),
    "4 a page that is not Markdown": ("docs/a.html", "<script>go()</script>", "P105"),
    "4 a script in a drawing": (X, "<svg><script>go()</script></svg>", "P117"),
    "4 a script of another namespace": (X, f"<svg><h:script xmlns:h='{XHTML}'/></svg>", "P117"),
    "4 a frame in a drawing": (X, f"<svg><iframe xmlns='{XHTML}' srcdoc='x'/></svg>", "P117"),
    "4 attributes by default": (X, '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "go()">]><svg/>', "P117"),
    "4 a style of another host": (X, "<svg><style>@import 'https://evil.example/'</style></svg>", "P117"),
    "4 an address that changes": (X, "<svg><a><animate attributeName='href' to='javascript:go()'/></a></svg>", "P117"),
    "second a handler in capitals": (X, "<svg ONLOAD='go()'/>", "P117"),
    "second a link in capitals": (X, "<svg><a HREF='javascript:go()'/></svg>", "P117"),
    "second the id of the theme's settings": (X, "<svg id='__config'/>", "P117"),
    "second rights from a picture": (X, "<svg data-needs='wasm'/>", "P117"),
    "second a script beside the pages": ("docs/metrics/evil.js", "go()", "P105"),
    "second a worker at the root": ("docs/sw.js", "go()", "P105"),
    "second a style sheet beside the pages": ("docs/metrics/evil.css", "a{}", "P105"),
    "second data that is no data": ("docs/data/x.json", "{}", "P105"),
    "second a drawing beside the pages": ("docs/metrics/x.svg", "<svg/>", "P105"),
    "second a picture that is none": ("docs/assets/images/x.png", "<script>go()</script>", "P105"),
    "8 the name of an exam": ("docs/data/exams/<b>.yml", "title: x", "P105"),
    "11 a comment that hides markup": (X, "<svg><!--><img src=x onerror=go()>--></svg>", "P117"),
    "third the class of a fixed element": (X, '<svg class="md-top"><a href="https://evil.example"/></svg>', "P117"),
    "third a class of the page's scripts": (X, '<svg><g class="number term-popover"/></svg>', "P117"),
    "third a script among the pictures": ("docs/assets/pictures/define.js", "go()", "P105"),
    "13 copies of copies": (X, '<svg><g id="a"><use href="#a"/></g></svg>', "P117"),
    "16 a name in another encoding": (b"docs/\xff.md", HEAD + GOOD, "P105"),
    "16 a name with a line end": ("docs/a\nb.md", HEAD + GOOD, "P105"),
    "18 an example that cannot be read": ("docs/data/market_mean.csv", "y_true,y_pred\n1,many\n", "P126"),
    "18 an example that no calculator offers": ("docs/data/other.csv", "a,b\n", "P126"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "code"), FILES.values(), ids=FILES)
def test_a_hostile_file_is_refused(name: str | bytes, text: str, code: str, tmp_path: Path) -> None:
    write_course(tmp_path)
    file = tmp_path / os.fsdecode(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    assert code in {one.code for one in errors_of_course(tmp_path)}


def test_the_title_of_an_exam_is_text(tmp_path: Path) -> None:
    from macros.reference.macros import macros_by_name

    write_course(tmp_path)
    guide = {"title": "<script>go()</script> {{ x }} **b**", "version": "1", "seen": "2026-11-24", "source": "guide",
             "domains": [{"id": 1, "title": "<b>", "weight": 5, "entries": []}]}  # fmt: skip
    (tmp_path / "docs/data/exams").mkdir()
    (tmp_path / "docs/data/exams/x.yml").write_text(json.dumps(guide).replace('"2026-11-24"', "2026-11-24"))
    here = SimpleNamespace(file=SimpleNamespace(src_uri=PAGE.removeprefix("docs/")))
    page = macros_by_name(load_course(tmp_path), lambda: here)["exams"]()
    assert "<script" not in page and "{{" not in page and "<b>" not in page and "**" not in page


def test_names_that_are_not_text_are_printed_without_a_traceback(tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / os.fsdecode(b"docs/\xff.md")).write_text(HEAD + GOOD)
    command = [sys.executable, "-m", "macros", "check", "--root", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "P105" in run.stdout and "Traceback" not in run.stderr
