"""Course -> HTML: what the macros of pages write, and the items and the catalogue that scripts fetch."""
