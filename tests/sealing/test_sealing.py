"""The seal: policy first, nothing forbidden, no spoilers, and the same bytes the second time."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from macros.engines import ENGINES, PLAYGROUND_ENGINE
from macros.problems import Problem
from macros.sealing import FAULTS
from macros.sealing.built_site import add_policies_and_check_files, add_policy_and_find_problems
from macros.sealing.pages import read_page_contents
from macros.sealing.policy import content_security_policy
from macros.sealing.published import remove_source_maps
from macros.sealing.theme_inline_scripts import ZENSICAL_0_0_73, is_theme_script, template_inline_scripts
from tests.sealing.folder import contents, written
from tests.sealing.strict_policy import STRICT_POLICY, directives

HEAD = '<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>'


def sealed(page: str) -> tuple[str, list[Problem]]:
    return add_policy_and_find_problems(page, "index.html", read_page_contents(page))


def codes(body: str) -> list[str]:
    return [one.code for one in sealed(HEAD + body)[1]]


# the other codes are about files, or about a page as a whole
OF_PARTS = sorted(set(FAULTS) - {"S105", "S106", "S107", "S111", "S112", "S113", "S114", "S116", "S117"})


@pytest.mark.parametrize("code", OF_PARTS)
def test_each_fault_has_an_example_that_fires_and_one_that_does_not(code: str) -> None:
    assert code in codes(FAULTS[code].bad)
    assert codes(FAULTS[code].good) == []


def test_a_page_without_its_character_set_is_refused() -> None:
    assert [one.code for one in sealed("<p>no head</p>")[1]] == ["S106"]


def test_a_page_without_an_engine_has_the_strict_policy() -> None:
    assert directives(content_security_policy(read_page_contents(HEAD))) == STRICT_POLICY


def hashed(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def theirs(way: str = "../..") -> str:
    """The script that the theme writes at the top of a page which lies that far from the root."""
    return next(script for script in template_inline_scripts() if "__md_scope=" in script).replace(
        "{{ config.extra.scope | d(base_url) }}", way
    )


@pytest.mark.parametrize("way", [".", "..", "../../..", "/model-answers/"])
def test_the_policy_stands_before_every_script_and_hashes_those_of_the_theme(way: str) -> None:
    page, problems = sealed(f"{HEAD}<script>{theirs(way)}</script>")
    assert problems == []
    assert f"script-src 'self' {hashed(theirs(way))};" in page
    assert page.index("Content-Security-Policy") < page.index("<script>")
    assert "unsafe" not in page


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<script>steal()</script>", id="in the body"),
        pytest.param("<svg><script>steal()</script></svg>", id="in a picture"),
        pytest.param('<script type="TEXT/JavaScript">steal()</script>', id="with a type"),
        pytest.param('<script type="importmap">{}</script>', id="that maps imports"),
        pytest.param(f"<script>{theirs('x')};steal()</script>", id="the theme's and more"),
        pytest.param(f"""<script>{theirs('x",location),steal(),new URL("')}</script>""", id="in the theme's gap"),
    ],
)
def test_no_other_inline_script_may_run(body: str) -> None:
    page, [found] = sealed(HEAD + body)
    assert (found.code, found.path) == ("S108", "index.html")
    assert found.text.startswith(("the inline script `steal()", "the inline script `{}`", "the inline script `__md_"))
    assert "sha256-" not in page


def test_the_scripts_of_the_other_builder_are_known_too() -> None:
    assert is_theme_script(ZENSICAL_0_0_73.replace("{{ base }}", "../.."))


def test_our_own_copy_of_the_scripts_of_the_theme_runs_too() -> None:
    [ours] = [script for script in template_inline_scripts() if "{{ base_url }}" in script and "catch {" in script]
    assert is_theme_script(ours.replace("{{ base_url }}", "../.."))
    assert not is_theme_script(ours.replace("{{ base_url }}", '"+alert(1)+"'))


@pytest.mark.parametrize(
    "body",
    [
        '<a href="javascript:go()">x</a>',
        '<a href=" java\tscript:go()">x</a>',
        '<a href="&#106;avascript:go()">x</a>',
        '<svg><a xlink:href="javascript:go()"><text>x</text></a></svg>',
        '<form action="javascript:go()"><button formaction="javascript:go()">x</button></form>',
    ],
)
def test_code_in_an_address_is_refused(body: str) -> None:
    assert "S101" in codes(body)


@pytest.mark.parametrize("tag", ["iframe", "object", "embed", "template"])
def test_elements_that_load_or_hide_are_refused(tag: str) -> None:
    assert "S103" in codes(f"<{tag}></{tag}>")


@pytest.mark.parametrize(
    "page",
    [
        '<!--<meta charset="utf-8">--><script src="x.js"></script>',
        '<!doctype html><html><head><script src="x.js"></script><meta charset="utf-8"></head>',
        '<p><meta charset="utf-8">',
    ],
)
def test_nothing_stands_before_the_policy(page: str) -> None:
    made, found = sealed(page)
    assert [one.code for one in found] == ["S106"]
    assert "Content-Security-Policy" not in made


def test_a_policy_further_down_is_none_of_ours() -> None:
    page, _ = sealed(HEAD)
    ours = page[page.index("<meta http-equiv") : page.index("<title>")]
    assert [one.code for one in sealed(HEAD + ours)[1]] == ["S104"]


def test_a_page_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_bytes((HEAD + "caf\xe9").encode("latin-1"))
    [found] = add_policies_and_check_files(tmp_path)
    assert (found.path, found.code) == ("x.html", "S111")


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("x.svg", "<svg><script>steal()</script></svg>", "S112"),
        ("x.svg", '<svg><script href="steal.js"/></svg>', "S112"),
        ("x.svg", '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>steal()</s:script></s:svg>', "S112"),
        ("x.svg", '<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>', "S112"),
        ("x.svg", '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "steal()">]><svg/>', "S112"),
        ("x.svg", '<svg onload="steal()"/>', "S112"),
        ("x.svg", '<svg><image href="https://example.com/x.png"/></svg>', "S112"),
        ("x.svg", '<svg xmlns:h="http://www.w3.org/1999/xhtml"><h:script>steal()</h:script></svg>', "S112"),
        ("x.svg", '<svg><h:iframe xmlns:h="http://www.w3.org/1999/xhtml" srcdoc="x"/></svg>', "S112"),
        ("x.svg", "<svg><style>@import 'https://example.com/x.css'</style></svg>", "S112"),
        ("x.svg", "<svg><xmp><script>steal()</script></xmp></svg>", "S112"),
        ("x.svg", '<svg><a><animate attributeName="href" to="javascript:go()"/></a></svg>', "S112"),
        ("x.svg", '<svg xmlns:y="http://www.w3.org/1999/xlink"><a y:href="javascript:go()"/></svg>', "S112"),
        ("x.svg", '<?xml version="1.0" encoding="foo"?><svg/>', "S112"),
        ("x.svg", b"caf\xe9", "S111"),
        ("x.css", b"caf\xe9", "S111"),
        ("x.js", b"caf\xe9", "S111"),
        ("x.xhtml", "<html/>", "S113"),
        ("x.htm", HEAD, "S113"),
        ("x.HTML", HEAD, "S113"),
        ("x.shtml", HEAD, "S113"),
        ("x.xsl", "<x/>", "S113"),
        ("x.xml", "<x/>", "S113"),
        ("x.svgz", "x", "S113"),
        ("x.json", "{}", "S113"),
        ("x.py", "x = 1", "S113"),
        ("x.js.map", "{}", "S113"),
        ("assets/pictures/define.js", "go()", "S113"),
        ("no extension", "x", "S113"),
        ("x.md~", "x", "S113"),
    ],
)
def test_a_file_that_can_run_or_is_of_no_known_type_is_not_published(
    name: str, text: str | bytes, code: str, tmp_path: Path
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    assert code in [one.code for one in add_policies_and_check_files(tmp_path)]


def test_links_and_folders_with_the_name_of_a_page_are_not_published(tmp_path: Path) -> None:
    (tmp_path / "x.html").mkdir()
    (tmp_path / "y.csv").symlink_to("/etc/hostname")
    assert sorted((one.code, one.path) for one in add_policies_and_check_files(tmp_path)) == [
        ("S113", "x.html"),
        ("S113", "y.csv"),
    ]


def test_files_that_a_site_consists_of_are_published(tmp_path: Path) -> None:
    names = ["a/b.css", "c.js", "d.png", "e.csv", "sitemap.xml", "sitemap.xml.gz", "assets/generated/mpy/m.wasm"]
    written(tmp_path, dict.fromkeys(names, "x"))
    assert add_policies_and_check_files(tmp_path) == []


def test_source_maps_are_dropped_with_the_lines_that_name_them(tmp_path: Path) -> None:
    written(tmp_path, {"a.js": "go()\n//# sourceMappingURL=a.js.map\n", "a.js.map": "{}"})
    remove_source_maps(tmp_path)
    assert contents(tmp_path) == {"a.js": "go()\n"}


@pytest.mark.parametrize(
    "body",
    [
        '<script src="../notes.txt"></script>',
        '<script src="notes.csv"></script>',
        '<script src="../other-project/x.js"></script>',
        '<script src="/other-project/x.js"></script>',
        '<script src="missing.js"></script>',
        '<script src="x.js"></script>',
        '<link rel="Stylesheet" href="/other-project/x.css">',
        '<link rel="alternate stylesheet" href="x.js">',
    ],
)
def test_scripts_and_styles_are_files_of_this_site(body: str, tmp_path: Path) -> None:
    written(tmp_path, {"page/index.html": HEAD + body, "page/x.js": "", "page/notes.csv": "", "assets/a.js": ""})
    assert [one.code for one in add_policies_and_check_files(tmp_path)] == ["S114"]
    (tmp_path / "page/index.html").write_text(HEAD + '<script src="../assets/a.js"></script>')
    assert add_policies_and_check_files(tmp_path) == []


@pytest.mark.parametrize(
    "inside",
    [
        '<!-- </noscript><meta http-equiv="refresh" content="0;url=https://evil.example/"> -->',
        '<meta http-equiv="refresh" content="0">',
        "<p><img src=x></p>",
    ],
)
def test_noscript_hides_nothing(inside: str) -> None:
    assert "S115" in codes(f"<noscript>{inside}</noscript>")
    assert codes("<noscript><p class='x'>Words.</p></noscript>") == []


def test_data_blocks_and_files_need_no_hash() -> None:
    page, _ = sealed(HEAD + '<script type="application/json">{}</script><script src="a.js"></script>')
    assert "script-src 'self';" in page


@pytest.mark.parametrize(("name", "element"), [("index.html", "live-calculator"), ("labs/x/index.html", "lab-editor")])
def test_a_page_with_an_engine_may_run_wasm(name: str, element: str) -> None:
    text = f"{HEAD}<{element}></{element}>"
    page, problems = add_policy_and_find_problems(text, name, read_page_contents(text))
    assert problems == []
    assert "script-src 'self' 'wasm-unsafe-eval';" in page


def test_no_page_starts_a_worker_from_a_file() -> None:
    for body in ("", *(f"<{engine.element}></{engine.element}>" for engine in ENGINES)):
        assert "worker-src blob:;" in content_security_policy(read_page_contents(HEAD + body))


def test_a_page_cannot_grant_itself_rights() -> None:
    body = '<p data-needs="wasm eval" class="lab-editor">&lt;lab-editor></p><!--<lab-editor>-->'
    rules = content_security_policy(read_page_contents(HEAD + body))
    assert rules == content_security_policy(read_page_contents(HEAD))
    assert "wasm" not in rules


def test_a_lab_stands_below_labs_alone() -> None:
    text = HEAD + "<lab-editor></lab-editor>"
    assert [
        one.code
        for one in add_policy_and_find_problems(text, "metrics/accuracy/index.html", read_page_contents(text))[1]
    ] == ["S109"]


def test_the_playground_may_make_functions_from_texts_and_no_more() -> None:
    name = PLAYGROUND_ENGINE.pages
    text = HEAD + "<live-playground></live-playground>"
    page, problems = add_policy_and_find_problems(text, name, read_page_contents(text))
    assert problems == []
    lab, playground = (
        content_security_policy(read_page_contents(html)) for html in (HEAD + "<lab-editor></lab-editor>", text)
    )
    assert playground == lab.replace("'wasm-unsafe-eval'", "'unsafe-eval' 'wasm-unsafe-eval'")
    assert page.count("unsafe-eval'") == 2


@pytest.mark.parametrize("name", ["labs/index.html", "labs/playground/other/index.html", "metrics/accuracy/index.html"])
def test_the_playground_is_one_page(name: str) -> None:
    text = HEAD + "<live-playground></live-playground>"
    assert [one.code for one in add_policy_and_find_problems(text, name, read_page_contents(text))[1]] == ["S109"]


def test_sealing_twice_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(f"{HEAD}<script>{theirs()}</script>")
    assert add_policies_and_check_files(tmp_path) == []
    once = file.read_bytes()
    assert add_policies_and_check_files(tmp_path) == []
    assert file.read_bytes() == once


def test_line_ends_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HEAD.encode() + b"<script>a\r\nb</script>\r\n")
    add_policies_and_check_files(tmp_path)
    assert b"a\r\nb</script>\r\n" in (tmp_path / "a.html").read_bytes()


def test_a_spoiler_with_signs_in_it_is_found_too(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    entry = {"location": "", "text": "If p &lt; 0.5 and q &gt; 0.3 the threshold moves"}
    (tmp_path / "search/search_index.json").write_text(json.dumps({"docs": [entry]}))
    page = HEAD + "<details data-search-exclude><p>If p &lt; 0.5 and q &gt; 0.3 the threshold moves</p></details>"
    (tmp_path / "index.html").write_text(page)
    assert [one.code for one in add_policies_and_check_files(tmp_path)] == ["S105"]


def test_a_link_to_another_site_is_fine_but_loading_from_it_is_not() -> None:
    assert codes('<a href="https://example.com/">x</a><link rel="canonical" href="https://example.com/">') == []
    assert codes('<link rel="stylesheet" href="https://example.com/x.css">') == ["S103"]
    assert codes('<img src="//example.com/x.png">') == ["S103"]


@pytest.mark.parametrize(
    "body",
    [
        '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
        '<meta http-equiv="refresh" content="0;https://evil.example/">',
        """<meta http-equiv="Refresh" content="0; url='https://evil.example/'">""",
        '<meta http-equiv="default-style" content="x">',
        '<link rel="dns-prefetch" href="//evil.example">',
        '<link rel="prerender" href="x.html">',
        '<a rel="opener" target="_blank" href="https://evil.example/">x</a>',
        '<form name="querySelectorAll"></form>',
        '<script src=" //evil.example/x.js"></script>',
        '<script src="https:evil.example/y.js"></script>',
        '<link rel="STYLESHEET" href="https://evil.example/x.css">',
        '<base href="https://evil.example/">',
        '<img srcset="https://evil.example/x.png 2x">',
        '<img srcset="x.png 1x, //evil.example/x.png 2x">',
        '<img src="/\\\\evil.example/x.png">'.replace("\\\\", "\\"),
        '<img src="ht\ntps://evil.example/x.png">',
        '<svg><image href="https://evil.example/x.png"/></svg>',
        '<svg><use xlink:href="https://evil.example/x.svg#a"/></svg>',
        '<a href="x" ping="/a https://evil.example/">x</a>',
        '<button formaction="https://evil.example/">x</button>',
    ],
)
def test_no_spelling_of_another_host_passes(body: str) -> None:
    assert "S103" in codes(body)


def test_feedback_in_the_search_index_is_a_spoiler(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    entry = {"location": "#a", "text": "All here: the <b>spoiled answer</b> is forty&nbsp;two of them."}
    (tmp_path / "search/search_index.json").write_text(json.dumps({"docs": [entry]}))
    page = HEAD + "<details data-search-exclude><p>The spoiled answer is <em>forty two</em> of them.</p></details>"
    (tmp_path / "index.html").write_text(page)
    assert [one.code for one in add_policies_and_check_files(tmp_path)] == ["S105"]
    (tmp_path / "index.html").write_text(page.replace("forty", "fifty"))
    assert add_policies_and_check_files(tmp_path) == []


def test_words_that_the_page_shows_anyway_are_no_spoiler(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text(
        json.dumps({"docs": [{"location": "", "text": "The share of the boats it found"}]})
    )
    hidden = "<details data-search-exclude><p>The share of the boats it found</p></details>"
    (tmp_path / "index.html").write_text(HEAD + "<label>The share of the boats it found</label>" + hidden)
    assert add_policies_and_check_files(tmp_path) == []
    (tmp_path / "index.html").write_text(HEAD + hidden)
    assert [one.code for one in add_policies_and_check_files(tmp_path)] == ["S105"]


def test_hidden_text_ends_with_its_element() -> None:
    found = read_page_contents("<div data-search-exclude><br><p>in <b>her</b>e</p><ul><li>a<li>b</ul></div><p>out</p>")
    assert found.unsearchable_sentences == ["in here", "a", "b"]
    assert found.visible_text == "out"


def fragment_codes(site: Path, html: str) -> list[str]:
    written(site, {"assets/generated/items/an-item.html": html, "assets/there.js": "", "assets/there.css": ""})
    return [one.code for one in add_policies_and_check_files(site)]


def test_a_fragment_gets_no_policy_and_stays_as_it_is(tmp_path: Path) -> None:
    html = '<quiz-item id="item-x"><form></form></quiz-item><script type="application/json">{}</script>\n'
    assert fragment_codes(tmp_path, html) == []
    assert contents(tmp_path)["assets/generated/items/an-item.html"] == html


@pytest.mark.parametrize("code", ["S101", "S102", "S103", "S108", "S109", "S110", "S115"])
def test_a_fragment_is_held_to_the_rules_of_pages(code: str, tmp_path: Path) -> None:
    assert code in fragment_codes(tmp_path, FAULTS[code].bad)


@pytest.mark.parametrize(
    ("code", "html"),
    [
        ("S104", FAULTS["S104"].bad),
        ("S108", f"<script>{theirs('x')}</script>"),
        ("S109", "<live-calculator></live-calculator>"),
        ("S114", '<script src="../../there.js"></script>'),
        ("S114", '<link rel="stylesheet" href="../../there.css">'),
        ("S111", ""),
    ],
)
def test_a_fragment_may_not_have_what_only_a_page_can_limit(code: str, html: str, tmp_path: Path) -> None:
    file = written(tmp_path, {"assets/generated/items/bytes.html": ""}) / "assets/generated/items/bytes.html"
    file.write_bytes(b"\xe9" if code == "S111" else b"")
    assert fragment_codes(tmp_path, html) == [code]
