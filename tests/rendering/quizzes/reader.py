"""A quiz's HTML as a browser reads it."""

from html.parser import HTMLParser


class Reader(HTMLParser):
    """Elements as (tag, attributes), the text outside scripts, and what scripts hold."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.text, self.scripts, self.open = [], "", [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in ("input", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] == ["script"]:
            self.scripts.append(data)
        else:
            self.text += data

    def all(self, tag, **attributes):
        return [found for name, found in self.elements if name == tag and attributes.items() <= found.items()]
