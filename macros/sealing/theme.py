"""The inline scripts that the theme writes itself: the only ones that may run.

Read from the templates of the installed theme, so that an upgrade needs no list renewed. A place that a template fills
takes an address and nothing else. Zensical, which is not installed beside us, is listed with its version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

TEMPLATES = "templates/partials/javascripts"
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
_FILLED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ADDRESS = r"[\w./~%-]*"


@cache
def of_theme(script: str) -> bool:
    """Whether the theme writes this script, whatever the page's way to the root of the site."""
    return any(known.fullmatch(script) for known in _known())


@cache
def _known() -> list[re.Pattern[str]]:
    return [re.compile(_ADDRESS.join(map(re.escape, _FILLED.split(text)))) for text in (ZENSICAL_0_0_73, *_installed())]


def _installed() -> Iterator[str]:
    theme = find_spec("material")
    for folder in (theme.submodule_search_locations or []) if theme else []:
        for file in sorted(Path(folder, TEMPLATES).glob("*.html")):
            yield from _SCRIPT.findall(file.read_text(encoding="utf-8"))
