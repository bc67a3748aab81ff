"""The inline scripts that the theme writes into pages: the only inline scripts that may run.

They are read from the templates of the installed theme and from ours in `overrides`, so an upgrade of the theme changes
this list by itself. Where a template inserts a value, only an address is accepted. Zensical is not installed beside
MkDocs, so its script is copied here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

TEMPLATES = "templates/partials/javascripts"
OVERRIDES = Path(__file__).parents[2] / "overrides/partials/javascripts"
ZENSICAL_0_0_73 = (
    '__md_scope=new URL("{{ base }}",location),__md_scope.pathname.endsWith("/")||'
    '(__md_scope=new URL(__md_scope.pathname+"/",location)),'
    "__md_hash=e=>[...e].reduce(((e,t)=>(e<<5)-e+t.charCodeAt(0)),0),"
    '__md_get=(e,t=localStorage,_=__md_scope)=>JSON.parse(t.getItem(_.pathname+"."+e)),'
    "__md_set=(e,t,_=localStorage,a=__md_scope)=>"
    '{try{_.setItem(a.pathname+"."+e,JSON.stringify(t))}catch(e){}},'
    'document.documentElement.setAttribute("data-platform",navigator.platform)'
)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_TEMPLATE_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ADDRESS = r"[\w./~%-]*"


@cache
def is_theme_script(script: str) -> bool:
    """Whether the theme writes this inline script, with any relative address of the site's root."""
    return any(pattern.fullmatch(script) for pattern in _theme_script_patterns())


@cache
def _theme_script_patterns() -> list[re.Pattern[str]]:
    templates = (ZENSICAL_0_0_73, *template_inline_scripts())
    return [re.compile(_ADDRESS.join(map(re.escape, _TEMPLATE_VALUE.split(template)))) for template in templates]


def template_inline_scripts() -> Iterator[str]:
    """Source of every inline script in the theme's and our templates, with `{{ }}` where a value is inserted."""
    theme = find_spec("material")
    theme_folders = (theme.submodule_search_locations or []) if theme else []
    for folder in (*(Path(each, TEMPLATES) for each in theme_folders), OVERRIDES):
        for file in sorted(folder.glob("*.html")):
            yield from _SCRIPT.findall(file.read_text(encoding="utf-8"))
