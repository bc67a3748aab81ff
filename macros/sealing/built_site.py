"""All steps of the seal on the folder that the site generator wrote, in their order."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from macros.problems import Place, Problem, problem
from macros.sealing.packing import bundle_scripts_and_styles_in_place
from macros.sealing.pages import (
    PageContents,
    normalize_case_and_spaces,
    read_page_contents,
    strip_tags_and_unescape,
)
from macros.sealing.policy import (
    content_security_policy,
    fragment_problems,
    refused_content_codes_and_messages,
)
from macros.sealing.published import (
    NOT_UTF_8,
    non_utf8_script_and_style_problems,
    remove_source_maps,
    svg_problems,
    unpublishable_file_problems,
)
from macros.sealing.theme_bundle import SEARCH_INDEX, patch_theme_bundle

CHARSET = '<meta charset="utf-8">'
FRAGMENTS_FOLDER = "assets/generated/items/"
SPOILER_LENGTH = 25  # characters; a shorter sentence of an answer may be on the page by chance
_HEAD = re.compile(rf"(?:\ufeff)?\s*<!doctype html>\s*<html\b[^<>]*>\s*<head>\s*{CHARSET}", re.IGNORECASE)


def seal_site(site: Path, project: Path) -> list[Problem]:
    """Edits the theme's script, packs scripts and styles, writes the policy into each page; returns all problems.

    A second run changes nothing. The theme's script is edited first, while it still is as the theme ships it. Pages
    come last, because their scripts and style sheets have to be files that are left after packing.

    site: the folder that the site generator wrote.
    project: the project folder, in which esbuild is installed.
    """
    problems = list(patch_theme_bundle(site))
    remove_source_maps(site)
    problems += bundle_scripts_and_styles_in_place(site, project)
    return problems + add_policies_and_check_files(site)


def add_policies_and_check_files(site: Path) -> list[Problem]:
    """Writes the policy into every page below `site`; returns the problems of all its files, sorted."""
    indexed_texts = _indexed_text_by_page(site)
    problems = [
        *unpublishable_file_problems(site),
        *svg_problems(site),
        *non_utf8_script_and_style_problems(site),
    ]
    for file in sorted(path for path in site.rglob("*.html") if path.is_file()):
        path = file.relative_to(site).as_posix()
        try:
            html = file.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            problems.append(problem("S111", Place(path), NOT_UTF_8))
            continue
        is_fragment = path.startswith(FRAGMENTS_FOLDER)
        contents = read_page_contents(html, with_text=not is_fragment)
        if is_fragment:
            problems += fragment_problems(contents, path)
            continue
        sealed, page_problems = add_policy_and_find_problems(html, path, contents)
        problems += page_problems
        problems += _script_or_stylesheet_outside_assets_problems(site, path, contents)
        problems += search_index_spoiler_problems(
            path, contents, indexed_texts.get(path.removesuffix("index.html"), "")
        )
        if sealed != html:
            file.write_bytes(sealed.encode("utf-8"))
    return sorted(problems)


def add_policy_and_find_problems(html: str, path: str, contents: PageContents) -> tuple[str, list[Problem]]:
    """Returns the HTML with the policy of the page, and the problems of what the page contains.

    html: the page as it was built.
    path: its path in the site, by which problems name it.
    contents: what `read_page_contents` found in it.
    """
    problems = [problem(code, Place(path), text) for code, text in refused_content_codes_and_messages(contents, path)]
    policy = f'<meta http-equiv="Content-Security-Policy" content="{content_security_policy(contents)}">'
    head = _HEAD.match(html)
    if not head:
        message = f"the page must begin with <!doctype html>, <html>, <head>, and {CHARSET}. The policy follows them."
        return html, [*problems, problem("S106", Place(path), message)]
    rest = html[head.end() :]
    if contents.policies:
        if len(contents.policies) > 1 or not rest.startswith(policy):
            problems.append(problem("S104", Place(path), "the page already has another policy. Remove it."))
        return html, problems
    return f"{head[0]}{policy}{rest}", problems


def _script_or_stylesheet_outside_assets_problems(
    site: Path, page_path: str, contents: PageContents
) -> Iterator[Problem]:
    """A problem for each script and style sheet of a page that is not a file below assets/ of the site."""
    addresses = [
        *((address, (".js", ".mjs")) for address in contents.script_addresses),
        *((address, (".css",)) for address in contents.stylesheet_addresses),
    ]
    for address, suffixes in addresses:
        path = address.partition("?")[0].partition("#")[0]
        if path.startswith("/") and page_path == "404.html":
            continue  # served at any depth, so its addresses begin at the root of the host
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page_path), path))
        if not path.endswith(suffixes) or not target.startswith("assets/") or not (site / target).is_file():
            message = f"{address[:80]} is not a {suffixes[0]} file of this site. Name a file under docs/assets/."
            yield problem("S114", Place(page_path), message)


def search_index_spoiler_problems(path: str, contents: PageContents, indexed_text: str) -> list[Problem]:
    """Problems for sentences of answers that the search would show although the page hides them.

    indexed_text: the normalized text of this page in the search index.
    """
    visible = normalize_case_and_spaces(contents.visible_text)
    message_pattern = "the search index contains `{}`, which is part of an answer. Reword one of them."
    return [
        problem("S105", Place(path), message_pattern.format(sentence[:60]))
        for sentence in contents.unsearchable_sentences
        if len(sentence) >= SPOILER_LENGTH
        and (normalized := normalize_case_and_spaces(sentence)) in indexed_text
        and normalized not in visible
    ]


def _indexed_text_by_page(site: Path) -> dict[str, str]:
    """Normalized text of the search index for each page, by the page's address without `index.html`."""
    file = site / SEARCH_INDEX
    texts: dict[str, str] = {}
    for entry in json.loads(file.read_text(encoding="utf-8"))["docs"] if file.is_file() else []:
        page = entry["location"].partition("#")[0]
        texts[page] = (
            f"{texts.get(page, '')} {normalize_case_and_spaces(strip_tags_and_unescape(entry.get('text', '')))}"
        )
    return texts
