"""The content security policy of a page, and what a page or a fragment must not contain because of it.

Every page has the same policy, except that a page with the element of an engine (macros/engines.py) gets the rights
that this engine needs. `default-src` is 'self' and not 'none', because Firefox would report each prefetched page as
refused. `worker-src` is blob: alone, because a worker that is started from a file is only under the headers of that
file, and static hosts send none; a blob inherits the policy of the page. `require-trusted-types-for` is left out,
because the theme's search would not start: see decision 20.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from macros.engines import ENGINES
from macros.problems import Place, Problem, problem
from macros.sealing.pages import PageContents, normalize_address_like_browsers
from macros.sealing.theme_inline_scripts import is_theme_script

RIGHTS = {
    "eval": ("script-src", "'unsafe-eval'"),
    "wasm": ("script-src", "'wasm-unsafe-eval'"),
}


def content_security_policy(contents: PageContents) -> str:
    """The policy of a page: it allows the theme's inline scripts by their hashes, and what the page's engines need."""
    scripts = sorted({_script_hash_source(script) for script in contents.inline_scripts if is_theme_script(script)})
    rules = {
        "default-src": "'self'",
        "frame-src": "'none'",
        "object-src": "'none'",
        "script-src": " ".join(["'self'", *scripts]),
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "blob:",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    for need in sorted({need for engine in ENGINES if engine.element in contents.engines for need in engine.needs}):
        directive, source = RIGHTS[need]
        rules[directive] += f" {source}"
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def refused_content_codes_and_messages(contents: PageContents, page_path: str = "") -> Iterator[tuple[str, str]]:
    """Code and message for what the policy would block, what leads to another host, and each problem box of a page.

    page_path: path of the page in the site. Some engines may only be on some pages.
    """
    for attribute in contents.code_attributes:
        yield "S101", f"the attribute {attribute} runs inline code. Listen from a module."
    if contents.inline_style_count:
        count = contents.inline_style_count
        yield "S102", f"{count} style attributes or elements, which the policy blocks. Use classes."
    yield from _other_host_codes_and_messages(contents)
    yield from _refused_element_codes_and_messages(contents)
    for script in contents.inline_scripts:
        if not is_theme_script(script):
            start = " ".join(script.split())[:60]
            yield "S108", f"the inline script `{start}` is not the theme's. Put it in a module below docs/assets."
    for box in contents.problem_boxes:
        yield "S110", f"shows a problem to readers: {' '.join(box.split())[:120]}. Fix what it names."
    for engine in ENGINES:
        if engine.element in contents.engines and not page_path.startswith(engine.pages):
            yield "S109", f"<{engine.element}> may only be on {engine.pages} or below. Move it there."


def fragment_problems(fragment: PageContents, path: str) -> Iterator[Problem]:
    """A problem for each part of a fragment that no page may contain, or that only a page with a policy may contain.

    A fragment is a part of a page that a script fetches. It has no policy of its own, so it must not load anything.
    """
    for code, text in refused_content_codes_and_messages(fragment, path):
        yield problem(code, Place(path), text)
    for script in filter(is_theme_script, fragment.inline_scripts):
        yield problem("S108", Place(path), f"the inline script `{script[:60]}` is in a fragment. Remove it.")
    for address in [*fragment.script_addresses, *fragment.stylesheet_addresses]:
        yield problem("S114", Place(path), f"a fragment must not load {address[:80]}. The page that shows it does.")
    for element in sorted(fragment.engines):
        yield problem("S109", Place(path), f"<{element}> cannot be in a fragment. Show it on a page.")
    if fragment.policies:
        yield problem("S104", Place(path), "a fragment must not have a policy. The page that shows it has one.")


def _other_host_codes_and_messages(contents: PageContents) -> Iterator[tuple[str, str]]:
    """Code and message for each address on another host that the page would load."""
    for loaded in dict.fromkeys(contents.loaded_addresses):
        bare = normalize_address_like_browsers(loaded)
        if bare.startswith(("//", "http:", "https:", "javascript:")) or "://" in bare.split("?")[0]:
            yield "S103", f"{loaded[:80]} is loaded from another host. Serve it from the site."


def _refused_element_codes_and_messages(contents: PageContents) -> Iterator[tuple[str, str]]:
    """Code and message for each element that loads, leads away, or can hide content."""
    for tag in dict.fromkeys(contents.refused_elements):
        yield "S103", f"the element <{tag}> loads or hides what the policy blocks. Remove it."
    for order in dict.fromkeys(contents.http_equivs):
        if order.casefold() != "content-security-policy":
            yield (
                "S103",
                f"a meta element gives the browser the order {order[:40]}, which may lead away. Remove it.",
            )
    for start in dict.fromkeys(contents.unsafe_noscripts):
        yield "S115", f"`{start}` holds more than a paragraph of text. Write <noscript><p>...</p></noscript>."


def _script_hash_source(script: str) -> str:
    return "'sha256-" + b64encode(sha256(script.encode("utf-8")).digest()).decode() + "'"
