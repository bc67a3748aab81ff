"""Reference pages, which are written from the course and the code: cards, facts, exams, terms, and rules.

Imports all other packages, because it describes them. Entries that pages link to are HTML that the site generator
reads, so that it knows their ids; tables alone bypass Markdown.
"""
