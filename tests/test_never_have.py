"""What other quiz systems were found to do, and this one never has: a test for each, numbered as they were noted.

Each states the essence in the fewest lines; the rooms' own tests go into the corners. Those that need a browser stand
in browser/test_never_have.py: 1, 2, 3, 4, 10 (pasting), 11 (shuffling), 12, 13 (a stuck start), 15 (print) and 18.

Some are tested elsewhere and not again here:

10  numbers as people write them, and the edge of a tolerance: vectors/scoring.json
11  feedback that names letters, and choices about choices (B213, B201): rules/test_wording_and_cues.py
16  the longest choice right (B301): rules/test_wording_and_cues.py; the key in one place (B504): rules/gate/

Their parts do not exist yet, so nothing is tested: 14, a mock exam's timer that drifts or is lost by a reload; of 15,
exam pages that print answers (both come with the mock exam); of 19, a package without its assets (with packaging).
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from markdown import Markdown

from macros.__main__ import main
from macros.bank.scoring import score
from macros.course import Course, load_course
from macros.prose import plain_text, render_inline
from macros.rendering.protected_html import mark_protected_html
from macros.rules import unwaived_problems
from tests.rendering.quizzes.reader import Reader
from tests.rendering.quizzes.sample_items import HOSTILE, choice, cloze, match, numeric, rendered
from tests.sample import write_course

AFTERWARDS = {"rationale", "feedback"}
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
FOLD = re.compile(r"<details[^>]*class=\"answer\".*?</details>", re.DOTALL)
ISLAND = re.compile(r'<script type="application/json">.*?</script>', re.DOTALL)


@pytest.fixture(scope="module")
def bank(course: Course) -> list:
    return course.bank.items


@pytest.fixture(scope="module")
def html(site: Path, pages: list[Path]) -> dict[str, str]:
    return {page.as_posix(): (site / page).read_text(encoding="utf-8") for page in pages}


def codes(root: Path, example: str) -> set[str]:
    return {found.code for found in unwaived_problems(load_course(write_course(root, example)))}


def test_02_progress_keyed_by_position_or_path(bank: list) -> None:
    """Moved, renumbered or on another page, an item has the same name there: its id, and nothing else."""
    here, there = rendered(choice()), rendered(numeric(), choice(), number=7)
    for made in (here, there):
        assert Reader(made).all("quiz-item", id="item-spam")
        assert "spam" in json.loads(Reader(made).scripts[-1])["items"]
    assert len({item.id for item in bank}) == len(bank)


def test_05_source_in_comments(html: dict[str, str]) -> None:
    assert {name: found for name, page in html.items() if (found := COMMENT.findall(page))} == {}


def test_05_explanations_in_the_search_index(site: Path, html: dict[str, str], bank: list) -> None:
    """What is told of an item after an answer is not found by searching for its page."""
    found: dict[str, str] = {}
    for entry in json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]:
        page = entry["location"].partition("#")[0] + "index.html"
        found[page] = found.get(page, "") + plain_words(entry["text"]) + " | "
    told = [
        (item, plain_text(text))
        for item in bank
        for path, text in item.paths_and_texts()
        if AFTERWARDS & set(map(str, path))
    ]
    assert len(told) > len(bank)
    stands = {name: page for page, text in html.items() for name in re.findall(r'<quiz-item id="item-([^"]+)"', text)}
    for item, text in told:
        if item.id in stands:
            assert plain_words(text) not in found.get(stands[item.id], ""), f"{item.id}: {text}"


def test_05_answers_in_readable_attributes(html: dict[str, str]) -> None:
    """What is right stands in the data block and in the fold; the tags of a form are the same whatever its key is.

    Their order may differ: choices of a match are shown in an order that is not the solved one.
    """
    turned = {"tpr": "flagged", "tnr": "there", "ppv": "absent"}
    others = [(choice(), choice(key="recall")), (match(), match(key=turned)), (cloze(), cloze(key=["so"]))]
    for one, other in others:
        assert tags(rendered(one)) == tags(rendered(other))
    forms = [form for page in html.values() for form in re.findall(r"<form.*?</form>", page, re.DOTALL)]
    assert len(forms) > 10
    written = [tag for form in forms for tag in re.findall(r"<[^>]+>", form)]
    assert [tag for tag in written if re.search(r"\bdata-(key|correct|answer)|\bchecked\b", tag)] == []


def tags(page: str) -> list[str]:
    return sorted(re.findall(r"<[^>]+>", FOLD.sub("", ISLAND.sub("", page))))


def plain_words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def test_06_sniffing_the_interaction_from_text(tmp_path: Path) -> None:
    for text in ['df[["a", "b"]]', "- [x] done", "___", "5 +- 0.1"]:
        page = Reader(rendered(choice(stem=f"What does {text} give?")))
        assert len(page.all("input", type="radio", name="response")) == 3, text
        assert not page.all("input", type="text"), text
    assert codes(tmp_path, "interaction:") == {"B101"}


def test_07_comparing_options_by_text(tmp_path: Path) -> None:
    alike = [{"id": name, "text": "0.8", "feedback": name} for name in ("one", "two", "three")]
    declared = choice(key="two", choices=alike).scoring_declaration()
    assert [score(declared, name) for name in ("one", "two", "three")] == [0, 1, 0]
    twins = "{id: recall, text: Same, feedback: It looks at it.}, {id: other, text: Same, feedback: It does not.}"
    twins = f"choices: [{twins}, {{id: third, text: Third, feedback: It never does.}}]"
    assert "B104" in codes(tmp_path, twins)


@pytest.mark.parametrize("text", HOSTILE)
def test_08_a_field_that_ends_what_it_stands_in(text: str) -> None:
    """Through the template and the page's Markdown, in every field of text at once."""
    fields = [{"id": name, "text": f"{name} {text}", "feedback": text} for name in ("recall", "precision", "all")]
    pairs = {"left": [{**each, "id": name} for each, name in zip(fields, ("tpr", "tnr", "ppv"), strict=True)]}
    items = [choice(stem=text, rationale=text, choices=fields), match(**pairs), numeric(stem=text, unit="x")]
    items.append(cloze(rationale=text, mistakes=[{"value": "w", "feedback": text}]))
    markdown = Markdown(extensions=["macros.rendering.protected_html", "md_in_html", "attr_list"])
    made = markdown.convert(mark_protected_html(rendered(*items)))
    page, clean = Reader(made), Reader(rendered(choice(), match(), numeric(unit="x"), cloze()))
    assert len(page.all("script")) == len(clean.all("script"))
    assert len(page.all("quiz-item")) == len(page.all("form")) == 4
    handlers = [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert handlers == []
    assert not page.all("img")
    assert json.loads(page.scripts[-1])["items"]
    assert "<" not in page.scripts[-1]


@pytest.mark.parametrize(
    "example",
    [
        pytest.param("stemm: Which?", id="an unknown field"),
        pytest.param("choices: [{id: recall, text: Recall}, {id: b, text: B, feedback: No.}]", id="no feedback"),
        pytest.param("key: [recall, precision, accuracy]", id="every choice right"),
        pytest.param("key: []", id="no choice right"),
        pytest.param("quizzes/metrics/sample.yml: {items: [{copy_of: first}, {copy_of: first}]}", id="one id twice"),
        pytest.param("{interaction: numeric, tolerance: }", id="a number without tolerance"),
        pytest.param("quizzes/metrics/sample.yml: 'items: ['", id="no YAML"),
    ],
)
def test_09_bad_files_building_green(tmp_path: Path, capsys: pytest.CaptureFixture[str], example: str) -> None:
    assert main(["check", "--root", str(write_course(tmp_path, example))]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert re.match(r"[\w./-]+\.yml:\d+:\d+: [A-Z]\d{3} .+[.?]$", first), first


def test_13_quiz_or_calculator_files_on_pages_without(html: dict[str, str]) -> None:
    for element, folder in [
        ("<quiz-item", "assets/quiz/"),
        ("<live-calculator", "assets/calculator/"),
        ("lab-", "assets/lab/"),
    ]:
        without = [name for name, page in html.items() if element not in page and "<review-page" not in page]
        assert without  # a review shows the questions of other pages
        assert [name for name in without if re.search(f'(src|href)="[^"]*{folder}', html[name])] == []


def test_13_a_third_party_host(html: dict[str, str]) -> None:
    loaded = re.compile(r"""<(?:script|link|img|iframe|source|video|audio)\b[^>]*?\b(?:src|href)=["']?(https?:)?//""")
    found = {name: [tag for tag in loaded.finditer(page) if "canonical" not in tag[0]] for name, page in html.items()}
    assert {name for name, tags in found.items() if tags} == set()


def test_15_a_reader_without_scripts_left_without_stem_choices_or_answer(html: dict[str, str]) -> None:
    for name, page in html.items():
        for item in re.findall(r"<quiz-item.*?</quiz-item>", page, re.DOTALL):
            assert re.search(r"<legend.*?\w.*?</legend>", item, re.DOTALL), name
            assert re.search(r'<details[^>]*class="answer".*?<summary>.*?\w.*?</details>', item, re.DOTALL), name


def test_17_what_a_page_s_markdown_does_to_a_field() -> None:
    """Snippets, abbreviations and headings of the page stay out; links are the page's; code stays code."""
    assert plain_text('--8<-- "mkdocs.yml"') == '--8<-- "mkdocs.yml"'
    assert render_inline("# no heading").count("<h1") == 0
    assert 'href="../up/"' in render_inline("[there](up/)", lambda target: "../" + target)
    assert "<code>a | b</code>" in render_inline("`a | b`")
    tabbed = f'=== "One"\n\n    {mark_protected_html(rendered(choice()))}\n\n    After.\n\nEnd.'
    made = Markdown(extensions=["macros.rendering.protected_html", "pymdownx.tabbed", "md_in_html"]).convert(tabbed)
    assert rendered(choice()) in made[made.index('<div class="tabbed-content">') : made.index("<p>After.</p>")]
    assert made.endswith("</div>\n</div>\n<p>End.</p>")


def test_19_a_file_that_a_page_asks_for_and_the_site_lacks(site: Path, html: dict[str, str]) -> None:
    asked = re.compile(r"""<(?:script|link|img)\b[^>]*?\b(?:src|href)=["']?([^"'\s>]+)""")
    missing = []
    for name, page in html.items():
        for target in asked.findall(page):
            local = not re.match(r"https?:|data:|//|/", target)
            if local and not (site / name).parent.joinpath(target.partition("?")[0].partition("#")[0]).exists():
                missing.append(f"{name}: {target}")
    assert missing == []
