"""A page on the screen as it is on paper, and back."""

from typing import Literal

from playwright.sync_api import Page

# where the driver shows no page as printed: in every style sheet paper changes its name with the screen's
TURN = """([from, to]) => {
  const renamed = (words) => words.replace(/\\b[a-z]+\\b/g, (word) => to[from.indexOf(word)] ?? word);
  const turn = (rule) => {
    if (rule.media) rule.media.mediaText = renamed(rule.media.mediaText);
    for (const inner of rule.cssRules ?? []) turn(inner);
  };
  for (const sheet of document.styleSheets) turn(sheet);
}"""
WORDS = {"print": [["screen", "print"], ["tty", "screen"]], "screen": [["screen", "tty"], ["print", "screen"]]}


def shown_as(page: Page, media: Literal["print", "screen"]) -> None:
    """Scripts are not told of it. A page is first shown as printed, and by turns."""
    browser = page.context.browser
    if browser and browser.browser_type.name == "firefox":
        page.evaluate(TURN, WORDS[media])
    else:
        page.emulate_media(media=media)
