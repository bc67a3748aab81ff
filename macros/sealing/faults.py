"""The codes of problems in a built site: why each matters, an example with the problem and one without it."""

from __future__ import annotations

from macros.problems import Fault

FAULTS = {
    "S101": Fault("A content security policy cannot distinguish an inline event handler from injected code.",
                  '<p onclick="go()">x</p>', "<p>x</p>"),
    "S102": Fault("The policy blocks style attributes and style elements, so the page would look broken.",
                  '<p style="color:red">x</p>', '<p class="wrong">x</p>'),
    "S103": Fault("Pages of this site must not load anything from another host.",
                  '<script src="https://example.com/x.js"></script>', '<script src="x.js"></script>'),
    "S104": Fault("Each page must have only one content security policy, which the build adds at the start of the "
                  "head.",
                  '<meta http-equiv="Content-Security-Policy" content="">', "<p>x</p>"),
    "S105": Fault("If the search finds the text of an answer, the search results give the answer away.",
                  "<details data-search-exclude>The spoiled answer is forty two of all the boats.</details>",
                  "<details data-search-exclude>Kept out of it.</details>"),
    "S106": Fault("The build inserts the policy after the charset declaration, so the page must begin with the "
                  "expected markup.",
                  "<p>no head</p>", ""),
    "S107": Fault("A script that cannot be bundled would fail in the reader's browser.",
                  'import "./missing.js";', 'import "./there.js";'),
    "S108": Fault("The policy allows only the inline scripts of the theme. The browser would block all other inline "
                  "scripts.",
                  "<script>steal()</script>", '<script type="application/json">{}</script>'),
    "S109": Fault("The permissions that a Python engine needs are granted only to the pages that are meant to use it.",
                  "<lab-editor></lab-editor>", "<live-calculator></live-calculator>"),
    "S110": Fault("A box that lists problems is meant for authors. Fix the problems before you publish the page.",
                  '<div class="problem-box">no fact limmit</div>', "<p>x</p>"),
    "S111": Fault("If a file is not encoded as UTF-8, browsers can show different characters for the same bytes.",
                  "<p>\udce9</p>", "<p>é</p>"),
    "S112": Fault("An SVG file can contain scripts, and no policy would block them if a reader opens the file "
                  "directly.",
                  "<svg><script>steal()</script></svg>", '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>'),
    "S113": Fault("Readers can open any file on the site directly by its URL, and no content security policy restricts "
                  "what a file of an unexpected type can run.",
                  "notes.shtml", "notes.csv"),
    "S114": Fault("Scripts and style sheets are trusted, so each must be a file on this site and have the right file "
                  "type.",
                  '<script src="../notes.txt"></script>', '<script src="assets/there.js"></script>'),
    "S115": Fault("If scripts are enabled, a browser does not parse `noscript` as HTML, so it could hide any content.",
                  "<noscript><!-- </noscript><img> --></noscript>", "<noscript><p>Switch scripts on.</p></noscript>"),
    "S116": Fault("A style sheet or script is bundled with everything that it imports. It must not import arbitrary "
                  "files or load anything from another host.",
                  '@import "https://example.com/x.css";', '@import "../css/plots.css";'),
    "S117": Fault("The theme's script is edited after the build. If a theme upgrade changes the code that an edit "
                  "replaces, the edit has no effect. For example, every page might then load the search index.",
                  "var e=1;", '$(location.protocol!=="file:"),J("search");let o=x("meta",{name:"color-scheme"});'
                  "document.head.appendChild(o);t=new Worker(e);"),
}  # fmt: skip
